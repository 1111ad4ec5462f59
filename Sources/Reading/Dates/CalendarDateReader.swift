import Model

/// Reads the parts of a date in whatever order they stand.
///
/// A number is known by its company: colons make a time, slashes and hyphens a date, four digits a year. An unknown
/// word may stand before the first number only (`SHAH ALAM, 26 Ogos 2020`); later it makes the text no date.
struct CalendarDateReader {
    let tokens: [DateToken]
    let today: CivilTime
    var at = 0
    var date = CalendarDate()
    var weekday: Int?
    var sawNumber = false
    /// Whether a word stood before the date that is none of a date's.
    var sawOtherWord = false
    /// Korean words stand in no other country's dates: such a date without a zone means Korea's clock.
    var isKorean = false
    /// `오후` and `下午` stand before their time.
    var partAhead: DateWords.DayPart?
    /// Whether `pukul` or `jam` announced a time.
    var expectsTime = false

    init(tokens: [DateToken], today: CivilTime) { (self.tokens, self.today) = (tokens, today) }

    mutating func read() -> CalendarDate? {
        if let month = shortMonth { return month }
        while at < tokens.count {
            switch tokens[at] {
            case .number:
                guard readNumber() else { return nil }
                sawNumber = true
            case .word(let word):
                guard readWord(word) else { return nil }
            case .sign(let sign):
                guard readSign(sign) else { return nil }
            case .blank: at += 1
            }
        }
        return completed()
    }

    /// ISO 8601:1988's `-0312` and `-03-12`: a year of two digits and a month.
    private var shortMonth: CalendarDate? {
        guard sign(0) == "-", let first = number(1) else { return nil }
        if tokens.count == 2, first.digits == 4 {
            return CalendarDate(year: century(first.value / 100), month: first.value % 100)
        }
        guard tokens.count == 4, first.digits == 2, sign(2) == "-", let month = number(3), month.digits == 2 else {
            return nil
        }
        return CalendarDate(year: century(first.value), month: month.value)
    }

    // MARK: Looking ahead

    func number(_ index: Int) -> (value: Int, digits: Int)? {
        guard index < tokens.count, case .number(let value, let digits) = tokens[index] else { return nil }
        return (value, digits)
    }

    func sign(_ index: Int) -> Character? {
        guard index < tokens.count, case .sign(let sign) = tokens[index] else { return nil }
        return sign
    }

    func word(_ index: Int) -> String? {
        guard index < tokens.count, case .word(let word) = tokens[index] else { return nil }
        return word
    }

    /// The word after the next blank or at once.
    func nextWord(_ index: Int) -> String? {
        index < tokens.count && tokens[index] == .blank ? word(index + 1) : word(index)
    }

    // MARK: Numbers

    private mutating func readNumber() -> Bool {
        guard let (value, digits) = number(at) else { return false }
        if readTime() { return true }
        if let separator = sign(at + 1), "/-.".contains(separator), let second = number(at + 2) {
            return readSeparated(value, digits, separator, second)
        }
        if let word = word(at + 1), let unit = DateWords.units[word] {
            at += 2
            isKorean = isKorean || word == "년"
            return set(unit, value)
        }
        if digits == 8 || digits == 14, date.year == nil {
            at += 1
            let day = digits == 8 ? value : value / 1_000_000
            (date.year, date.month, date.day) = (day / 10_000, day / 100 % 100, day % 100)
            if digits == 14 {
                (date.hour, date.minute, date.second) = (value / 10_000 % 100, value / 100 % 100, value % 100)
            }
            return true
        }
        if digits <= 2, date.hour == nil, hasDay || expectsTime, hasDayPart(at + 1) {
            at += 1
            date.hour = value
            return true
        }
        at += 1
        return readLone(value, digits)
    }

    private var hasDay: Bool { date.day != nil && date.month != nil }

    mutating func set(_ unit: DateWords.Unit, _ value: Int) -> Bool {
        switch unit {
        case .year: date.year = value
        case .month: date.month = value
        case .day: date.day = value
        case .hour:
            date.hour = value
            if let partAhead { move(into: partAhead) }
        case .minute: date.minute = value
        case .second: date.second = value
        }
        return true
    }

    /// A number on its own: a year by its four digits, else the day, else a year of two digits.
    private mutating func readLone(_ value: Int, _ digits: Int) -> Bool {
        if digits == 4, date.year == nil {
            date.year = value
            return true
        }
        guard digits <= 2 else { return false }
        if date.day == nil {
            date.day = value
            return (1...31).contains(value)
        }
        guard digits == 2, date.year == nil, date.month != nil else { return false }
        date.year = century(value)
        return true
    }

    /// The year of two digits that lies nearest before next year.
    func century(_ value: Int) -> Int {
        let year = today.year / 100 * 100 + value
        return year > today.year + 1 ? year - 100 : year
    }

    /// `2020-08-26`, `26/8/2020`, `26-Ogos`, `08.06.26`.
    private mutating func readSeparated(
        _ first: Int, _ digits: Int, _ separator: Character, _ second: (value: Int, digits: Int)
    ) -> Bool {
        guard date.day == nil, date.month == nil else {
            at += 1
            return readLone(first, digits)
        }
        guard sign(at + 3) == separator, let third = number(at + 4) else {
            at += 3
            if digits == 4 {
                return second.digits == 3
                    ? setDayOfYear(second.value, in: first) : set(.year, first) && set(.month, second.value)
            }
            if second.digits == 4 {
                (date.month, date.year) = (first, second.value)
                return true
            }
            (date.day, date.month) = (first, second.value)
            return separator == "/"
        }
        at += 5
        if digits >= 4 {
            (date.year, date.month, date.day) = (first, second.value, third.value)
            return digits == 4
        }
        date.year = third.digits == 2 ? century(third.value) : third.value
        (date.day, date.month) = dayFirst(first, second.value, in: date.year ?? 0)
        return third.digits == 4 || third.digits == 2
    }

    /// ISO 8601's `2026-327`.
    private mutating func setDayOfYear(_ count: Int, in year: Int) -> Bool {
        guard let first = CivilTime(year: year, month: 1, day: 1, offset: 0), (1...366).contains(count) else {
            return false
        }
        let day = CivilTime(first.instant + .days(Int64(count - 1)), offset: 0)
        (date.year, date.month, date.day) = (day.year, day.month, day.day)
        return day.year == year
    }

    /// Malaysia writes the day first. The other order is read only where this one gives no day, or the wrong weekday.
    private func dayFirst(_ first: Int, _ second: Int, in year: Int) -> (day: Int, month: Int) {
        if second > 12, first <= 12 { return (second, first) }
        if let weekday, CivilTime(year: year, month: second, day: first)?.weekday != weekday,
            CivilTime(year: year, month: first, day: second)?.weekday == weekday
        {
            return (second, first)
        }
        return (first, second)
    }

    // MARK: Words and signs

    private mutating func readWord(_ word: String) -> Bool {
        if let part = dayPart(word) { return apply(part) }
        if date.hour == nil, DateWords.partsAhead.contains(word) {
            partAhead = DateWords.dayParts[word]
            isKorean = isKorean || word.hasPrefix("오")
            at += 1
            return true
        }
        if let month = DateWords.month(word), date.month == nil, !isWeekdayHere(word) {
            date.month = month
        } else if let day = DateWords.weekday(word), date.hour == nil || !isZoneHere(word) {
            weekday = day
        } else if date.hour != nil, readZoneName(word) {
            return true
        } else if DateWords.fillers.contains(word) {
            expectsTime = expectsTime || word == "pukul" || word == "jam" || word == "at"
        } else if sawNumber {
            return false
        } else {
            sawOtherWord = true
        }
        at += 1
        return true
    }

    /// `mar` is a month in English and a weekday in French (`mar. 9 mars`): a weekday where a month still follows.
    private func isWeekdayHere(_ word: String) -> Bool {
        guard ["mar", "sen"].contains(word) else { return false }
        return tokens[(at + 1)...].contains {
            if case .word(let next) = $0 { DateWords.month(next) != nil } else { false }
        }
    }

    private func isZoneHere(_ word: String) -> Bool { ZoneName.offset(word) != nil && word.utf8.count > 2 }

    /// The part of the day that stands here; `a.m.` comes as `a`, `.`, `m`.
    func dayPart(_ word: String) -> DateWords.DayPart? {
        guard date.hour != nil else { return nil }
        if word == "a" || word == "p", sign(at + 1) == ".", self.word(at + 2) == "m" {
            return word == "a" ? .morning : .afternoon
        }
        return DateWords.dayParts[word]
    }

    /// Whether a part of the day follows at `index`, at once or after a blank.
    func hasDayPart(_ index: Int) -> Bool {
        let start = index < tokens.count && tokens[index] == .blank ? index + 1 : index
        guard let word = word(start) else { return false }
        return DateWords.dayParts[word] != nil
            || ((word == "a" || word == "p") && sign(start + 1) == "." && self.word(start + 2) == "m")
    }

    private mutating func readSign(_ sign: Character) -> Bool {
        if sign == "+" || sign == "-", date.hour != nil, date.offset == nil, number(at + 1) != nil {
            return readOffset(isWest: sign == "-")
        }
        if sign == "'" || sign == "’", date.year == nil, let (value, digits) = number(at + 1), digits == 2 {
            date.year = century(value)
            at += 2
            return true
        }
        at += 1
        return ",.@|-/:·•;".contains(sign) || !sawNumber
    }

    /// Fills in what was left out: a month and day without a year mean the last such day.
    private func completed() -> CalendarDate? {
        var date = date
        if date.year == nil {
            guard let month = date.month, let day = date.day else { return date.hour != nil ? date : nil }
            let isAhead = (month, day) > (today.month, today.day + 1)
            date.year = isAhead ? today.year - 1 : today.year
        }
        if date.day != nil, date.month == nil { return nil }
        // "15:23 2019" names no day, and "Ramadan 1445" or "Belanjawan 2024" no year of ours.
        if date.hour != nil, date.day == nil { return nil }
        if date.hour == nil, date.minute != nil || date.second != nil { return nil }
        if date.month == nil, sawOtherWord { return nil }
        if isKorean, date.hour != nil { date.offset = date.offset ?? 540 }
        if let year = date.year, !(1_000...9_999).contains(year) { return nil }
        return date
    }
}
