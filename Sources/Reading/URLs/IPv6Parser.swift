/// The IPv6 parser of the WHATWG URL Standard: groups, one `::`, and an IPv4 tail.
enum IPv6Parser {
    /// - Returns: eight groups, or nil. A zone (`%eth0`) is refused, as browsers do.
    static func parse(_ bytes: ArraySlice<UInt8>) -> [UInt16]? {
        var rest = bytes
        var groups: [UInt16] = []
        var compressedAt: Int?
        if rest.starts(with: "::".utf8) {
            rest = rest.dropFirst(2)
            compressedAt = 0
        } else if rest.first == UInt8(ascii: ":") {
            return nil
        }
        while !rest.isEmpty {
            guard groups.count < 8 else { return nil }
            if rest.first == UInt8(ascii: ":") {
                guard compressedAt == nil else { return nil }
                rest = rest.dropFirst()
                compressedAt = groups.count
                continue
            }
            let end = rest.firstIndex(of: UInt8(ascii: ":")) ?? rest.endIndex
            let group = rest[..<end]
            if group.contains(UInt8(ascii: ".")) {
                guard end == rest.endIndex, groups.count <= 6, let tail = dottedQuad(group) else { return nil }
                groups += [UInt16(tail >> 16), UInt16(tail & 0xFFFF)]
                break
            }
            guard let value = hexGroup(group) else { return nil }
            groups.append(value)
            rest = rest[end...]
            if rest.first == UInt8(ascii: ":") {
                rest = rest.dropFirst()
                if rest.isEmpty { return nil }
            }
        }
        return filled(groups, compressedAt: compressedAt)
    }

    private static func filled(_ groups: [UInt16], compressedAt: Int?) -> [UInt16]? {
        guard let compressedAt else { return groups.count == 8 ? groups : nil }
        guard groups.count < 8 else { return nil }
        let zeros = [UInt16](repeating: 0, count: 8 - groups.count)
        return Array(groups[..<compressedAt]) + zeros + Array(groups[compressedAt...])
    }

    private static func hexGroup(_ digits: ArraySlice<UInt8>) -> UInt16? {
        guard (1...4).contains(digits.count) else { return nil }
        var value: UInt16 = 0
        for digit in digits {
            guard let next = digit.hexDigit else { return nil }
            value = value << 4 | UInt16(next)
        }
        return value
    }

    /// Four decimal numbers without leading zeros: stricter than an IPv4 host.
    private static func dottedQuad(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: UInt32 = 0
        for part in parts {
            guard (1...3).contains(part.count), part.count == 1 || part.first != 48 else { return nil }
            var number: UInt32 = 0
            for digit in part {
                guard digit.isASCIIDigit else { return nil }
                number = number * 10 + UInt32(digit - 48)
            }
            guard number <= 255 else { return nil }
            address = address << 8 | number
        }
        return address
    }
}
