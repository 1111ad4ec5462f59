import Model

/// `2 hari lalu`, `sejam lalu`, `an hour ago`, `semalam, 9.30 pagi`.
enum RelativeDate {
    private enum Unit {
        case second, minute, hour, day, week, month, year
    }

    private static let units: [String: Unit] = [
        "saat": .second, "second": .second, "seconds": .second, "sec": .second, "secs": .second, "detik": .second,
        "minit": .minute, "menit": .minute, "minute": .minute, "minutes": .minute, "min": .minute, "mins": .minute,
        "jam": .hour, "hour": .hour, "hours": .hour, "hr": .hour, "hrs": .hour, "h": .hour,
        "hari": .day, "day": .day, "days": .day, "d": .day, "minggu": .week, "week": .week, "weeks": .week,
        "bulan": .month, "month": .month, "months": .month, "tahun": .year, "year": .year, "years": .year,
    ]

    private static let days: [String: Int] = [
        "semalam": -1, "kelmarin": -2, "kemarin": -1, "yesterday": -1, "today": 0, "esok": 1, "besok": 1, "tomorrow": 1,
        "lusa": 2,
    ]

    private static let past: Set<String> = ["lalu", "lepas", "ago", "yang", "tadi", "sebelumnya"]
    private static let future: Set<String> = ["dalam", "in", "lagi"]
    private static let present: Set<String> = ["now", "sekarang", "baru", "sebentar", "just"]

    static func read(_ tokens: [DateToken], zone: Int, now: Instant) -> Moment? {
        let words = tokens.compactMap { if case .word(let word) = $0 { word } else { nil } }
        guard let first = words.first else { return nil }
        if let shift = days[first] { return day(shift, after: tokens, skipping: 1, zone: zone, now: now) }
        if words.prefix(2) == ["hari", "ini"] { return day(0, after: tokens, skipping: 2, zone: zone, now: now) }
        if present.contains(first), !words.contains(where: { units[$0] != nil }) {
            return Moment(instant: now, offset: zone, precision: .minute)
        }
        return span(tokens, words: words, zone: zone, now: now)
    }

    /// A day that is named, with the time that may follow it.
    private static func day(
        _ shift: Int, after tokens: [DateToken], skipping count: Int, zone: Int, now: Instant
    ) -> Moment? {
        let date = CivilTime(now + .days(Int64(shift)), offset: zone)
        var words = 0
        let rest = tokens.drop {
            if case .word = $0, words < count { words += 1 } else if words == count { return false }
            return true
        }
        var calendar = CalendarDate(year: date.year, month: date.month, day: date.day)
        guard let time = CalendarDate.read(Array(rest), now: now, zone: zone) else {
            return calendar.moment(zone: zone)
        }
        (calendar.hour, calendar.minute, calendar.second) = (time.hour, time.minute, time.second)
        return calendar.moment(zone: zone)
    }

    private static func span(_ tokens: [DateToken], words: [String], zone: Int, now: Instant) -> Moment? {
        let isPast = words.contains { past.contains($0) }
        guard isPast || words.contains(where: { future.contains($0) }), let (count, unit) = amount(tokens) else {
            return nil
        }
        let sign: Int64 = isPast ? -1 : 1
        switch unit {
        case .second: return Moment(instant: now + .seconds(sign * count), offset: zone, precision: .second)
        case .minute: return Moment(instant: now + .minutes(sign * count), offset: zone, precision: .minute)
        case .hour: return Moment(instant: now + .hours(sign * count), offset: zone, precision: .minute)
        case .day: return midnight(now + .days(sign * count), zone: zone, precision: .day)
        case .week: return midnight(now + .days(sign * count * 7), zone: zone, precision: .day)
        case .month: return months(sign * count, zone: zone, now: now, precision: .day)
        case .year: return months(sign * count * 12, zone: zone, now: now, precision: .day)
        }
    }

    /// The number and unit: `3 jam`, `sejam`, `an hour`.
    private static func amount(_ tokens: [DateToken]) -> (Int64, Unit)? {
        var count: Int64?
        for token in tokens {
            switch token {
            case .number(let value, let digits):
                guard digits <= 4 else { return nil }
                count = Int64(value)
            case .word(let word):
                if let unit = units[word], let count { return (count, unit) }
                if word.hasPrefix("se"), let unit = units[String(word.dropFirst(2))] { return (1, unit) }
                if word == "a" || word == "an" || word == "one" || word == "satu" { count = 1 }
            case .sign, .blank: continue
            }
        }
        return nil
    }

    private static func midnight(_ instant: Instant, zone: Int, precision: PublishedDate.Precision) -> Moment? {
        let civil = CivilTime(instant, offset: zone)
        return CalendarDate(year: civil.year, month: civil.month, day: civil.day).moment(zone: zone)
    }

    private static func months(_ count: Int64, zone: Int, now: Instant, precision: PublishedDate.Precision) -> Moment? {
        let civil = CivilTime(now, offset: zone)
        let months = Int64(civil.year) * 12 + Int64(civil.month - 1) + count
        guard months >= 0 else { return nil }
        let (year, month) = (Int(months / 12), Int(months % 12) + 1)
        let day = min(civil.day, CivilTime.days(inMonth: month, of: year))
        return CalendarDate(year: year, month: month, day: day).moment(zone: zone)
    }
}
