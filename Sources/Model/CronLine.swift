/// When a source is polled, as the five fields of crontab(5): minute, hour, day of the month, month, day of the week.
///
///     0 6-22/2 * * mon-fri     every two hours from six to ten in the evening, on working days
///     @hourly                  at minute 0 of every hour; also @daily, @weekly and @monthly
///
/// Times are Malaysia's clock (+08:00, no daylight saving time). Where both days are restricted, either is enough, as
/// in every cron since Unix V7; a field that holds `*` restricts nothing.
public struct CronLine: Hashable, Sendable, CustomStringConvertible {
    /// The line as it was written, without blanks around it.
    public let description: String
    private let minutes: NumberSet
    private let hours: NumberSet
    private let daysOfMonth: NumberSet
    private let months: NumberSet
    private let daysOfWeek: NumberSet

    /// What is wrong with a line, and where.
    public struct Problem: Error, Hashable, Sendable {
        /// The place in the line, counted in characters from 1.
        public var column: Int
        /// Names the field, its value and what is allowed.
        public var reason: String
    }

    /// No line of a person is longer; a list of all sixty minutes is 169 characters.
    private static let longest = 400
    private static let nicknames = [
        "@hourly": "0 * * * *", "@daily": "0 0 * * *", "@weekly": "0 0 * * 0", "@monthly": "0 0 1 * *",
    ]

    /// Reads a line; names and nicknames in any case.
    ///
    /// - Throws: the first problem of the line. A date that never comes (30 February) is one: the source would never be
    ///   polled.
    public init(_ text: String) throws(Problem) {
        guard text.utf8.count <= Self.longest else {
            throw Problem(column: 1, reason: "a cron line has at most \(Self.longest) characters")
        }
        let words = CronWord.words(of: text)
        description = words.map(\.text).joined(separator: " ")
        let fields = try Self.fields(words)
        minutes = try CronField.minute.numbers(fields[0])
        hours = try CronField.hour.numbers(fields[1])
        daysOfMonth = try CronField.dayOfMonth.numbers(fields[2])
        months = try CronField.month.numbers(fields[3])
        daysOfWeek = try CronField.dayOfWeek.numbers(fields[4])
        guard hasDates else {
            throw Problem(
                column: fields[2].column,
                reason: "the day of the month \"\(fields[2].text)\" never comes in the month \"\(fields[3].text)\"")
        }
    }

    /// The five fields, those of a nickname all at its place.
    private static func fields(_ words: [CronWord]) throws(Problem) -> [CronWord] {
        if let first = words.first, first.text.hasPrefix("@") {
            guard words.count == 1, let line = nicknames[first.text.lowercased()] else {
                throw Problem(
                    column: first.column,
                    reason:
                        "\"\(first.text)\" is not known; there are \(nicknames.keys.sorted().joined(separator: ", "))")
            }
            return CronWord.words(of: line).map { CronWord(text: $0.text, column: first.column) }
        }
        guard words.count == CronField.allCases.count else {
            let names = CronField.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(
                column: words.count > 5 ? words[5].column : 1,
                reason: "a cron line has five fields (\(names)) or is @hourly, @daily, @weekly, @monthly; "
                    + "this has \(words.count)")
        }
        return words
    }

    /// Whether any of its days is in any of its months; 29 February falls on every day of the week sooner or later.
    private var hasDates: Bool {
        let isEither = !daysOfMonth.isUnrestricted && !daysOfWeek.isUnrestricted
        return isEither
            || (1...12).contains { month in
                months.contains(month)
                    && (1...CivilTime.days(inMonth: month, of: 2000)).contains { daysOfMonth.contains($0) }
            }
    }
}

extension CronLine {
    /// The first minute of the line that begins after `instant`.
    ///
    /// Bounded: 29 February on one day of the week comes again within 40 years, and no search goes further than 41.
    ///
    /// - Returns: nil only where the calendar itself ends (see `CivilTime`).
    public func next(after instant: Instant) -> Instant? {
        let first = instant.milliseconds.floorDivided(by: 60_000) + 1 + Int64(CivilTime.malaysia)
        var day = first.floorDivided(by: 1440)
        var earliest = Int(first - day * 1440)
        let last = day + 41 * 366
        while day <= last {
            let (year, month, dayOfMonth) = CivilTime.civil(fromDays: day)
            guard (0...9999).contains(year) else { return nil }
            guard months.contains(month) else {
                day += Int64(CivilTime.days(inMonth: month, of: year) - dayOfMonth + 1)
                earliest = 0
                continue
            }
            // Day 0, 1 January 1970, was a Thursday.
            let weekday = Int((day + 4) - (day + 4).floorDivided(by: 7) * 7)
            if isDay(dayOfMonth, weekday: weekday), let minute = minute(from: earliest) {
                return Instant(seconds: (day * 1440 + Int64(minute - CivilTime.malaysia)) * 60)
            }
            day += 1
            earliest = 0
        }
        return nil
    }

    private func isDay(_ day: Int, weekday: Int) -> Bool {
        let (isInMonth, isInWeek) = (daysOfMonth.contains(day), daysOfWeek.contains(weekday))
        let isBoth = daysOfMonth.isUnrestricted || daysOfWeek.isUnrestricted
        return isBoth ? isInMonth && isInWeek : isInMonth || isInWeek
    }

    /// The first minute of the day, at or after `earliest` (0...1439).
    private func minute(from earliest: Int) -> Int? {
        for hour in earliest / 60..<24 where hours.contains(hour) {
            let start = hour == earliest / 60 ? earliest % 60 : 0
            if let minute = (start..<60).first(where: { minutes.contains($0) }) { return hour * 60 + minute }
        }
        return nil
    }
}
