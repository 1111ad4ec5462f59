import Reading

/// The bytes of an IPv4 or IPv6 address, as a socket is opened to it.
public struct IPAddress: Hashable, Sendable {
    /// Four bytes or sixteen, in network order.
    public let bytes: [UInt8]

    /// - Returns: nil unless there are 4 or 16 bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = Array(bytes)
    }

    /// Reads a numeric address (`192.0.2.1`, `2001:db8::1`), without brackets, zone or port.
    ///
    /// - Returns: nil for a name.
    public init?(_ text: String) {
        guard let url = WebURL(text.contains(":") ? "http://[\(text)]/" : "http://\(text)/"), url.port == nil,
            url.requestTarget == "/", !url.hasCredentials
        else { return nil }
        switch url.authority {
        case .domain: return nil
        case .ipv4(let number): bytes = Self.bytes(of: number)
        case .ipv6(let groups): bytes = groups.flatMap(Self.bytes)
        }
    }

    /// Whether there are four bytes.
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

    private static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}

extension IPAddress: CustomStringConvertible {
    /// `192.0.2.1`, or `2001:db8::1` as RFC 5952 writes it.
    public var description: String {
        let groups = stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        guard isV4 else { return String("\(WebURL.Host.ipv6(groups))".dropFirst().dropLast()) }
        return "\(WebURL.Host.ipv4(UInt32(groups[0]) << 16 | UInt32(groups[1])))"
    }
}

extension WebURL {
    /// The host as name lookups take it: an IPv6 address without its brackets.
    var hostWithoutBrackets: String { host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host }
}
