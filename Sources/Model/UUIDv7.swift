/// A UUID of version 7 (RFC 9562, section 5.7): its time comes first, so that ids sort in the order they were made.
public struct UUIDv7: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Lower-case, with hyphens: `01a205b6-ba18-7ddf-b2d6-fe4fea2f587b`.
    public let description: String

    /// - Parameters:
    ///   - time: of the making; years before 1970 count as 1970.
    ///   - random: from a secure source. The first 74 bits are used; what is missing counts as zero.
    public init(at time: Instant, random: [UInt8]) {
        let milliseconds = UInt64(max(0, time.milliseconds))
        var bytes = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> UInt64(40 - 8 * $0)) }
        bytes += (0..<10).map { $0 < random.count ? random[$0] : 0 }
        bytes[6] = bytes[6] & 0x0F | 0x70
        bytes[8] = bytes[8] & 0x3F | 0x80
        description = UUIDv7.text(of: bytes)
    }

    /// - Returns: nil unless `text` is a UUID with hyphens, of version 7 and the RFC's variant; upper case is lowered.
    public init?(_ text: String) {
        let lower = text.lowercased()
        let bytes = Array(lower.utf8)
        guard bytes.count == 36, bytes[14] == UInt8(ascii: "7"), "89ab".utf8.contains(bytes[19]),
            bytes.indices.allSatisfy({ [8, 13, 18, 23].contains($0) ? bytes[$0] == 45 : isHexadecimal(bytes[$0]) })
        else { return nil }
        description = lower
    }

    public static func < (a: UUIDv7, b: UUIDv7) -> Bool { a.description < b.description }

    private static func text(of bytes: [UInt8]) -> String {
        var out = ""
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { out += "-" }
            out += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return out
    }
}

private func isHexadecimal(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (97...102).contains(byte) }
