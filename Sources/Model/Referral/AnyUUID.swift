/// A UUID of any version, as another system may make one: ours are of version 7, theirs need not be.
public struct AnyUUID: Hashable, Sendable, CustomStringConvertible {
    /// Lower-case, with hyphens.
    public let description: String

    /// - Returns: nil unless `text` is 32 hexadecimal digits with hyphens after the 8th, 12th, 16th and 20th.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 36 else { return nil }
        let isSpelledRight = text.utf8.enumerated().allSatisfy { place, byte in
            switch place {
            case 8, 13, 18, 23: byte == 45
            default: (48...57).contains(byte) || (97...102).contains(byte | 0x20) && byte > 64
            }
        }
        guard isSpelledRight else { return nil }
        description = text.lowercased()
    }

    public init(_ uuid: UUIDv7) { description = uuid.description }
}
