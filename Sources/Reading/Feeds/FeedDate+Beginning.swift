import Model

extension FeedDate {
    /// The day of `2026-11-23T073000+08:00`: ISO 8601 lets no date with hyphens have a time without colons, so that only
    /// the day is sure. Readers of feeds agree on it.
    static func dayOfMixedForm(_ text: String, zone: Int) -> PublishedDate? {
        let bytes = Array(text.trimmed.utf8)
        guard bytes.count >= 15, bytes.count <= 40, let day = day(bytes), bytes[10] | 0x20 == UInt8(ascii: "t") else {
            return nil
        }
        let digits = bytes[11...].prefix(while: \.isASCIIDigit)
        guard digits.count == 4 || digits.count == 6, bytes[11...].dropFirst(digits.count).first != UInt8(ascii: ":")
        else { return nil }
        return date(day, (0, 0, 0), offset: zone, precision: .day)
    }

    /// The date of ISO 8601 that a text begins with, whatever follows: `2026-11-23T08Z`, `2026-11-23T08:00+08:00[Asia/Kuching]`,
    /// `2026-11-23 08:00:00 (disiarkan)`.
    ///
    /// For what is no date otherwise: a feed says in its own element that this is one.
    /// - Parameter zone: minutes east of UTC where none is written.
    static func beginning(of text: String, zone: Int) -> PublishedDate? {
        let bytes = Array(text.trimmed.utf8.prefix(80))
        guard bytes.count >= 10, let day = day(bytes), !(bytes.count > 10 && bytes[10].isASCIIDigit) else { return nil }
        var at = 10
        while at < bytes.count, bytes[at] == UInt8(ascii: " ") || bytes[at] | 0x20 == UInt8(ascii: "t") { at += 1 }
        var time = [Int]()
        while time.count < 3, let part = twoDigits(bytes, at) {
            time.append(part)
            at += 2
            guard time.count < 3, at < bytes.count, bytes[at] == UInt8(ascii: ":"), twoDigits(bytes, at + 1) != nil
            else { break }
            at += 1
        }
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ",") {
            at += 1 + bytes[(at + 1)...].prefix(while: \.isASCIIDigit).count
        }
        guard let hour = time.first else { return date(day, (0, 0, 0), offset: zone, precision: .day) }
        return date(
            day, (hour, time.count > 1 ? time[1] : 0, time.count > 2 ? time[2] : 0),
            offset: zoneAtStart(of: bytes[at...]) ?? zone, precision: time.count > 2 ? .second : .minute)
    }

    private typealias Day = (year: Int, month: Int, day: Int)

    private static func day(_ bytes: [UInt8]) -> Day? {
        guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0..<4]), year >= 1, let month = number(bytes[5..<7]),
            let day = number(bytes[8..<10])
        else { return nil }
        return (year, month, day)
    }

    private static func twoDigits(_ bytes: [UInt8], _ at: Int) -> Int? {
        guard at + 2 <= bytes.count, at + 2 == bytes.count || !bytes[at + 2].isASCIIDigit else { return nil }
        return number(bytes[at..<(at + 2)])
    }

    /// `Z`, `+08:00` or `+0800`, whatever follows.
    private static func zoneAtStart(of rest: ArraySlice<UInt8>) -> Int? {
        let zone = rest.drop { $0 == UInt8(ascii: " ") }
        if let first = zone.first, first | 0x20 == UInt8(ascii: "z") { return 0 }
        return offset(zone.prefix(6)) ?? offset(zone.prefix(5))
    }

    private static func date(
        _ day: Day, _ time: (hour: Int, minute: Int, second: Int), offset: Int, precision: PublishedDate.Precision
    ) -> PublishedDate? {
        CivilTime(
            year: day.year, month: day.month, day: day.day, hour: time.hour, minute: time.minute, second: time.second,
            offset: offset
        ).map { PublishedDate(instant: $0.instant, offset: offset, precision: precision, origin: .feed) }
    }
}
