/// An agency's or a programme's code as the contract spells it: 2 to 32 of `A-Z 0-9 . _ -`, a letter or digit first.
public func isAgencyCode(_ text: String) -> Bool {
    let isSpelledRight = text.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || [45, 46, 95].contains(byte)
    }
    return isSpelledRight && (2...32).contains(text.utf8.count) && ![45, 46, 95].contains(text.utf8.first ?? 45)
}

/// An opaque id of staff or system as the contract spells it: 2 to 64 of `A-Z a-z 0-9 . _ @ : -`.
public func isStaffID(_ text: String) -> Bool {
    func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
    return (2...64).contains(text.utf8.count) && text.utf8.first.map(isLetterOrDigit) == true
        && text.utf8.allSatisfy { isLetterOrDigit($0) || "._@:-".utf8.contains($0) }
}
