extension Instant {
    /// Reads `2026-11-23T09:12:40+08:00`: RFC 3339 with `T`, with or without a fraction, always with an offset or `Z`.
    ///
    /// - Returns: nil for anything else; a time without an offset names no instant. What is finer than a millisecond is
    ///   cut off.
    public init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8.prefix(40))
        guard bytes.count == text.utf8.count, bytes.count >= 20 else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            return bytes[range].reduce(0 as Int?) { sum, byte in
                (48...57).contains(byte) ? sum.map { $0 * 10 + Int(byte) - 48 } : nil
            }
        }
        let marks = [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")]
        guard marks.allSatisfy({ bytes[$0.0] == $0.1.utf8.first }), let year = number(0..<4), let month = number(5..<7),
            let day = number(8..<10), let hour = number(11..<13), let minute = number(14..<16),
            let second = number(17..<19)
        else { return nil }
        var rest = bytes[19...]
        var milliseconds: Int64 = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { (48...57).contains($0) }
            guard !digits.isEmpty else { return nil }
            milliseconds = (0..<3).reduce(0) { sum, place in
                sum * 10 + (place < digits.count ? Int64(digits[digits.startIndex + place]) - 48 : 0)
            }
            rest = rest[digits.endIndex...]
        }
        guard let offset = Instant.offset(Array(rest)),
            let time = CivilTime(
                // A leap second counts as the second before it, as in POSIX.
                year: year, month: month, day: day, hour: hour, minute: minute, second: min(second, 59), offset: offset),
            second <= 60
        else { return nil }
        self = time.instant + TimeSpan(milliseconds: milliseconds)
    }

    /// Minutes east of Greenwich.
    private static func offset(_ bytes: [UInt8]) -> Int? {
        if bytes == [UInt8(ascii: "Z")] { return 0 }
        guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"), bytes[3] == 58 else {
            return nil
        }
        let digits = [bytes[1], bytes[2], bytes[4], bytes[5]].map { Int($0) - 48 }
        guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        let (hours, minutes) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
        guard hours < 24, minutes < 60 else { return nil }
        return (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
    }
}
