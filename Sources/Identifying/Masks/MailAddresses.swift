import Model

/// Replaces addresses such as `aduan@contoh.my`. An alias (`Faizul@Md Isa`) is none: it has no domain.
func maskMailAddresses(_ scalars: [Unicode.Scalar]) -> (scalars: [Unicode.Scalar], masks: [Mask]) {
    var masks: [Mask] = []
    var floor = 0
    var index = 0
    while index < scalars.count {
        if scalars[index] == "@", let range = mailAddress(around: index, in: scalars, from: floor) {
            masks.append(Mask(kind: .email, range: range))
            (floor, index) = (range.upperBound, range.upperBound)
        } else {
            index += 1
        }
    }
    return (applying(masks, to: scalars), masks)
}

/// RFC 5321 section 4.5.3.1 allows 64 octets before the `@` and 255 after; the bounds also keep the search linear.
private let longestLocalPart = 64
private let longestDomain = 255

private func mailAddress(around at: Int, in scalars: [Unicode.Scalar], from floor: Int) -> Range<Int>? {
    var start = at
    while start > floor, at - start < longestLocalPart, isLocalPart(scalars[start - 1]) { start -= 1 }
    while start < at, scalars[start] == "." { start += 1 }
    var end = at + 1
    while end < scalars.count, end - at <= longestDomain, isDomain(scalars[end]) { end += 1 }
    while end > at + 1, scalars[end - 1] == "." || scalars[end - 1] == "-" { end -= 1 }
    guard start < at, end > at + 1, isMailDomain(scalars[(at + 1)..<end]) else { return nil }
    return start..<end
}

private func isLocalPart(_ c: Unicode.Scalar) -> Bool {
    c.isASCIILetter || c.digitValue != nil || c == "." || c == "_" || c == "-" || c == "+" || c == "%"
}

private func isDomain(_ c: Unicode.Scalar) -> Bool {
    c.isASCIILetter || c.digitValue != nil || c == "." || c == "-"
}

/// At least two labels, the last of 2...18 letters. `Siti@Yah.Katanya` (a full stop without a space after it) is no
/// domain, so a last label with capitals must be one of the domains that mail in Malaysia really uses.
private func isMailDomain(_ domain: ArraySlice<Unicode.Scalar>) -> Bool {
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, !labels.contains(where: \.isEmpty), let last = labels.last else { return false }
    guard (2...18).contains(last.count), last.allSatisfy(\.isASCIILetter) else { return false }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: last.map(\.asciiLowercased))
    return knownTopDomains.contains(String(name)) || !domain.contains(where: \.isASCIIUpper)
}

private let knownTopDomains: Set<String> = [
    "com", "net", "org", "my", "edu", "gov", "info", "biz", "io", "co", "sg", "id",
]
