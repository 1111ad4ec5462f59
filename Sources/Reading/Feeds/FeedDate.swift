import Model

/// Dates in the two forms that feeds are to use, read byte by byte; whatever else they write is for ``readDate``.
enum FeedDate {
    /// RFC 3339 as Atom wants it (`2026-11-23T08:00:00+08:00`), and RFC 822 as RSS does (`Mon, 23 Nov 2026 08:00:00 +0800`).
    ///
    /// Nine of ten dates are one of these, and take a tenth of the time of the search for a date in any text.
    static func standard(_ text: String) -> PublishedDate? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 31 else { return nil }
        let parts = bytes[3] == UInt8(ascii: ",") ? rfc822(bytes) : rfc3339(bytes)
        guard let parts,
            let time = CivilTime(
                year: parts.year, month: parts.month, day: parts.day, hour: parts.hour, minute: parts.minute,
                second: parts.second, offset: parts.offset)
        else { return nil }
        return PublishedDate(instant: time.instant, offset: parts.offset, precision: .second, origin: .feed)
    }

    /// Dates of RFC 3339 that count a step too far: 31 June, month 13, 25 o'clock, minute 61, second 60.
    ///
    /// Programs that add up days and hours themselves write them. They mean the day after, so that is what is read. The
    /// second 60 is also the leap second, which no clock of ours has: it is the first of the next minute.
    static func overflowing(_ text: String) -> PublishedDate? {
        guard let parts = rfc3339(Array(text.trimmed.utf8)), (1...13).contains(parts.month),
            (1...32).contains(parts.day), parts.hour <= 25, parts.minute <= 61, parts.second <= 61,
            // The first of the month is there in every month; the rest is counted on from it.
            let first = CivilTime(
                year: parts.month == 13 ? parts.year + 1 : parts.year, month: parts.month == 13 ? 1 : parts.month,
                day: 1, offset: parts.offset)
        else { return nil }
        let minutes = (Int64(parts.day - 1) * 24 + Int64(parts.hour)) * 60 + Int64(parts.minute)
        return PublishedDate(
            instant: Instant(seconds: first.instant.seconds + minutes * 60 + Int64(parts.second)),
            offset: parts.offset, precision: .second, origin: .feed)
    }

    private struct Parts {
        var (year, month, day) = (0, 0, 0)
        var (hour, minute, second) = (0, 0, 0)
        var offset = 0
    }

    private static func rfc3339(_ bytes: [UInt8]) -> Parts? {
        guard bytes.count >= 20, bytes.count <= 25, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            bytes[10] == UInt8(ascii: "T"), let time = time(bytes[11..<19]), let year = number(bytes[0..<4]),
            let month = number(bytes[5..<7]), let day = number(bytes[8..<10]), let offset = offset(bytes[19...]),
            year >= 1
        else { return nil }
        return Parts(
            year: year, month: month, day: day, hour: time.hour, minute: time.minute, second: time.second,
            offset: offset)
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        .map { Array($0.utf8) }

    /// `Mon, 23 Nov 2026 08:00:00 +0800`, the day also in one digit, the zone also `GMT`.
    private static func rfc822(_ bytes: [UInt8]) -> Parts? {
        let blank = UInt8(ascii: " ")
        let dayEnd = bytes[6] == blank ? 6 : 7
        let yearStart = dayEnd + 5
        guard bytes[4] == blank, bytes[dayEnd] == blank, bytes.count >= yearStart + 17,
            bytes[yearStart - 1] == blank, bytes[yearStart + 4] == blank, bytes[yearStart + 13] == blank,
            let day = number(bytes[5..<dayEnd]), let year = number(bytes[yearStart..<(yearStart + 4)]), year >= 1,
            let month = months.firstIndex(where: { bytes[(dayEnd + 1)..<(dayEnd + 4)].elementsEqual($0) }),
            let time = time(bytes[(yearStart + 5)..<(yearStart + 13)]),
            let offset = offset(bytes[(yearStart + 14)...])
        else { return nil }
        return Parts(
            year: year, month: month + 1, day: day, hour: time.hour, minute: time.minute, second: time.second,
            offset: offset)
    }

    /// `08:00:00`
    private static func time(_ bytes: ArraySlice<UInt8>) -> (hour: Int, minute: Int, second: Int)? {
        let start = bytes.startIndex
        guard bytes[start + 2] == UInt8(ascii: ":"), bytes[start + 5] == UInt8(ascii: ":"),
            let hour = number(bytes[start..<(start + 2)]), let minute = number(bytes[(start + 3)..<(start + 5)]),
            let second = number(bytes[(start + 6)..<(start + 8)])
        else { return nil }
        return (hour, minute, second)
    }

    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy(\.isASCIIDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Minutes east of UTC: `Z`, `GMT`, `+0800`, `+08:00`.
    static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
        if zone.elementsEqual("Z".utf8) || zone.elementsEqual("GMT".utf8) { return 0 }
        let digits = zone.dropFirst().filter { $0 != UInt8(ascii: ":") }
        guard let sign = zone.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), digits.count == 4,
            let hours = number(digits[0..<2]), let minutes = number(digits[2..<4]), hours <= 14, minutes < 60
        else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
    }
}
