import Model

/// Dates of RFC 3339 that count one step too far: 31 June, month 13, 25 o'clock, second 61.
///
/// Programs that add up days and hours themselves write them. They mean the day after, so that is what is read.
enum FeedDate {
    static func overflowing(_ text: String) -> PublishedDate? {
        let digits = Array(text.trimmed.utf8)
        // 2026-06-31T15:51:30, and a zone.
        guard digits.count >= 20, digits.count <= 25, digits[10] == UInt8(ascii: "T") else { return nil }
        let marks = [(4, "-"), (7, "-"), (13, ":"), (16, ":")].map { (index: $0.0, mark: Array($0.1.utf8)) }
        guard marks.allSatisfy({ digits[$0.index] == $0.mark[0] }),
            let year = number(digits[0..<4]), let month = number(digits[5..<7]), let day = number(digits[8..<10]),
            let hour = number(digits[11..<13]), let minute = number(digits[14..<16]),
            let second = number(digits[17..<19]), let offset = offset(digits[19...]),
            // 0001-01-01 is how programs write that there is no date.
            year >= 1_900, (1...13).contains(month), (1...32).contains(day), hour <= 25, minute <= 60, second <= 61,
            // The first of the month is there in every month; the rest is counted on from it.
            let first = CivilTime(
                year: month == 13 ? year + 1 : year, month: month == 13 ? 1 : month, day: 1, offset: offset)
        else { return nil }
        let seconds = ((Int64(day - 1) * 24 + Int64(hour)) * 60 + Int64(minute)) * 60 + Int64(second)
        return PublishedDate(
            instant: Instant(seconds: first.instant.seconds + seconds), offset: offset, precision: .second,
            origin: .feed)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy(\.isASCIIDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Minutes east of UTC: `Z`, `+0800`, `+08:00`.
    private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
        if zone.elementsEqual("Z".utf8) { return 0 }
        let digits = zone.dropFirst().filter { $0 != UInt8(ascii: ":") }
        guard let sign = zone.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), digits.count == 4,
            let hours = number(digits[0..<2]), let minutes = number(digits[2..<4]), hours <= 14, minutes < 60
        else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
    }
}
