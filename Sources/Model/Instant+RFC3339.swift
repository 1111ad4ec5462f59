extension Instant {
    /// Reads RFC 3339, such as `2026-11-23T08:03:11+08:00`, strictly: seconds and an offset (or `Z`) must be there. Of a
    /// fraction of a second milliseconds are kept.
    ///
    /// - Returns: nil for any other form, and for a day or an hour that does not exist.
    public init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8.prefix(64))
        guard bytes.count >= 20, bytes[4] == 45, bytes[7] == 45, bytes[10] | 0x20 == UInt8(ascii: "t"),
            bytes[13] == 58, bytes[16] == 58, text.utf8.count <= 64
        else { return nil }
        var rest = bytes[19...]
        var fraction: Int64 = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { (48...57).contains($0) }
            guard !digits.isEmpty else { return nil }
            fraction = (digits.prefix(3) + [48, 48]).prefix(3).reduce(0) { $0 * 10 + Int64($1 - 48) }
            rest = rest.dropFirst(digits.count + 1)
        }
        guard let offset = Instant.offset(Array(rest)), let year = Instant.number(bytes[0..<4]),
            let month = Instant.number(bytes[5..<7]), let day = Instant.number(bytes[8..<10]),
            let hour = Instant.number(bytes[11..<13]), let minute = Instant.number(bytes[14..<16]),
            let second = Instant.number(bytes[17..<19]),
            // A leap second is read as the second before it.
            let civil = CivilTime(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second == 60 ? 59 : second,
                offset: offset)
        else { return nil }
        self = civil.instant + TimeSpan(milliseconds: fraction)
    }

    /// Minutes of `Z` or `+08:00`.
    private static func offset(_ bytes: [UInt8]) -> Int? {
        if bytes.count == 1, bytes[0] | 0x20 == UInt8(ascii: "z") { return 0 }
        guard bytes.count == 6, bytes[0] == 43 || bytes[0] == 45, bytes[3] == 58, let hours = number(bytes[1..<3]),
            let minutes = number(bytes[4..<6]), hours < 24, minutes < 60
        else { return nil }
        return (bytes[0] == 45 ? -1 : 1) * (hours * 60 + minutes)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}
