/// The bytes of an IPv4 or IPv6 address, as a socket is opened to it.
public struct IPAddress: Hashable, Sendable {
    /// Four bytes or sixteen, in network order.
    public let bytes: [UInt8]

    /// - Returns: nil unless there are 4 or 16 bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = Array(bytes)
    }

    /// Reads a numeric address in its usual form (`192.0.2.1`, `2001:db8::1`), without brackets, zone or port.
    ///
    /// - Returns: nil for a name and for every other spelling (octal, hexadecimal, fewer than four parts).
    public init?(_ text: some StringProtocol) {
        if let bytes = Self.v4(text) ?? Self.v6(text) { self.bytes = bytes } else { return nil }
    }

    public var isV4: Bool { bytes.count == 4 }

    /// Whether the first `length` bits are those of `prefix`; false between the two families.
    func hasPrefix(_ prefix: IPAddress, length: Int) -> Bool {
        guard bytes.count == prefix.bytes.count else { return false }
        return bytes.indices.allSatisfy { index in
            let bits = min(8, max(0, length - index * 8))
            let mask = ~UInt8(truncatingIfNeeded: 0xFF >> bits)
            return bytes[index] & mask == prefix.bytes[index] & mask
        }
    }

    private static func v4(_ text: some StringProtocol) -> [UInt8]? {
        let parts = text.split(separator: ".", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let bytes = parts.compactMap { part -> UInt8? in
            guard part.utf8.allSatisfy({ (48...57).contains($0) }), part == "0" || !part.hasPrefix("0") else {
                return nil
            }
            return UInt8(part)
        }
        return bytes.count == 4 ? bytes : nil
    }

    private static func v6(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.count <= 45 else { return nil }
        let text = String(text)
        guard let gap = text.firstRange(ofColons: 2) else { return groups(text[...]).flatMap { $0.count == 16 ? $0 : nil } }
        guard let head = groups(text[..<gap.lowerBound]), let tail = groups(text[gap.upperBound...]),
            head.count + tail.count <= 14
        else { return nil }
        return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    /// The bytes of `a:b:c` or `a:b:192.0.2.1`; an empty text has none.
    private static func groups(_ text: Substring) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        var bytes: [UInt8] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, part.contains("."), let last = v4(part) {
                bytes += last
            } else if (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit), let group = UInt16(part, radix: 16) {
                bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
            } else {
                return nil
            }
        }
        return bytes
    }
}

extension String {
    fileprivate func firstRange(ofColons count: Int) -> Range<String.Index>? {
        let bytes = Array(utf8)
        guard bytes.count >= count else { return nil }
        let start = (0...(bytes.count - count)).first { at in bytes[at..<(at + count)].allSatisfy { $0 == 58 } }
        return start.map { utf8.index(startIndex, offsetBy: $0)..<utf8.index(startIndex, offsetBy: $0 + count) }
    }
}

extension IPAddress: CustomStringConvertible {
    /// `192.0.2.1`, or eight hexadecimal groups with the longest run of zeros left out (RFC 5952).
    public var description: String {
        guard !isV4 else { return bytes.map { "\($0)" }.joined(separator: ".") }
        let groups = (0..<8).map { UInt16(bytes[$0 * 2]) << 8 | UInt16(bytes[$0 * 2 + 1]) }
        let texts = groups.map { String($0, radix: 16) }
        guard let gap = Self.longestZeroRun(groups) else { return texts.joined(separator: ":") }
        return texts[..<gap.lowerBound].joined(separator: ":") + "::" + texts[gap.upperBound...].joined(separator: ":")
    }

    /// The first of the longest runs of at least two zeros.
    private static func longestZeroRun(_ groups: [UInt16]) -> Range<Int>? {
        var best: Range<Int>?
        var start = 0
        for index in 0...groups.count where index == groups.count || groups[index] != 0 {
            if index - start >= 2, index - start > (best?.count ?? 0) { best = start..<index }
            start = index + 1
        }
        return best
    }
}
