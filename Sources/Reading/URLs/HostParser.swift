/// The host parser of the WHATWG URL Standard, section 3.5.
enum HostParser {
    /// RFC 1035 allows 253 characters; ten times that bounds the work on a hostile name.
    private static let maximumLength = 2_530

    static func parse(_ bytes: ArraySlice<UInt8>) -> WebURL.Host? {
        guard bytes.count <= maximumLength else { return nil }
        if bytes.first == UInt8(ascii: "[") {
            guard bytes.count > 2, bytes.last == UInt8(ascii: "]") else { return nil }
            return IPv6Parser.parse(bytes.dropFirst().dropLast()).map(WebURL.Host.ipv6)
        }
        let text = String(decoding: PercentEncoding.decode(bytes), as: UTF8.self)
        guard let name = DomainName.ascii(text), !name.isEmpty, !name.utf8.contains(where: isForbidden) else {
            return nil
        }
        guard endsInNumber(name) else { return .domain(name) }
        return ipv4(name).map(WebURL.Host.ipv4)
    }

    /// The forbidden domain code points.
    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0x7F || "#/:<>?@[\\]^|%".utf8.contains(byte)
    }

    /// Whether the last label reads as a number: then the whole must be an IPv4 address, or it is refused.
    private static func endsInNumber(_ name: String) -> Bool {
        var labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if labels.last?.isEmpty == true {
            if labels.count == 1 { return false }
            labels.removeLast()
        }
        guard let last = labels.last, !last.isEmpty else { return false }
        return last.allSatisfy(\.isASCIIDigit) || ipv4Number(Array(last)) != nil
    }

    /// One to four numbers in decimal, octal (`0177`) or hexadecimal (`0x7f`); the last fills the remaining bytes.
    private static func ipv4(_ name: String) -> UInt32? {
        var labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if labels.last?.isEmpty == true, labels.count > 1 { labels.removeLast() }
        guard labels.count <= 4 else { return nil }
        var numbers: [UInt64] = []
        for label in labels {
            guard let number = ipv4Number(Array(label)) else { return nil }
            numbers.append(number)
        }
        guard let last = numbers.last, numbers.dropLast().allSatisfy({ $0 <= 255 }),
            last < 1 << UInt64(8 * (5 - numbers.count))
        else { return nil }
        var address = last
        for (index, number) in numbers.dropLast().enumerated() { address += number << UInt64(8 * (3 - index)) }
        return UInt32(address)
    }

    /// nil for what is no number. Numbers over 32 bits come back as 2^32, which no place allows.
    private static func ipv4Number(_ label: [UInt8]) -> UInt64? {
        guard !label.isEmpty else { return nil }
        var digits = label[...]
        var radix: UInt64 = 10
        if label.count >= 2, label[0] == UInt8(ascii: "0") {
            let isHex = label[1].asciiLowercased == UInt8(ascii: "x")
            digits = label.dropFirst(isHex ? 2 : 1)
            radix = isHex ? 16 : 8
        }
        var number: UInt64 = 0
        for digit in digits {
            guard let value = digit.hexDigit, UInt64(value) < radix else { return nil }
            number = min(number * radix + UInt64(value), 1 << 32)
        }
        return number
    }
}
