public import Model

/// A date as HTTP writes it (RFC 9110 section 5.6.7).
public enum HTTPDate {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Reads the preferred form (`Sun, 06 Nov 1994 08:49:37 GMT`) and the two old ones
    /// (`Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`). The day of the week is not checked.
    public static func parse(_ text: String) -> Instant? {
        guard text.utf8.count <= 40 else { return nil }
        let words = text.split { ", -".contains($0) }.map(String.init)
        switch words.count {
        case 6 where words[5].uppercased() == "GMT":
            return instant(day: words[1], month: words[2], year: words[3], time: words[4])
        case 5: return instant(day: words[2], month: words[1], year: words[4], time: words[3])
        case _: return nil
        }
    }

    private static func instant(day: String, month: String, year: String, time: String) -> Instant? {
        let clock = time.split(separator: ":", omittingEmptySubsequences: false).map { number($0) }
        guard let month = months.firstIndex(of: month.lowercased()), let day = number(day), let year = fullYear(year),
            clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2]
        else { return nil }
        return CivilTime(
            year: year, month: month + 1, day: day, hour: hour, minute: minute, second: min(second, 59), offset: 0)?
            .instant
    }

    /// Two digits stand for 1970...2069.
    private static func fullYear(_ text: String) -> Int? {
        guard let year = number(text) else { return nil }
        return text.utf8.count == 2 ? year + (year < 70 ? 2000 : 1900) : year
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
}
