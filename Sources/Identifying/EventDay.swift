import Model

/// The day of the event that a text tells of, in Malaysia's time, where its words give one.
struct EventDay {
    let passage: Passage
    /// When the article was published.
    let published: Instant

    private var words: [Word] { passage.words }

    /// The first word that gives a day among the first 150: news begins with when.
    func day() -> CivilTime? {
        for index in words.indices.prefix(150) {
            if let days = relativeDay(at: index) { return day(published - .days(days)) }
            if let date = date(at: index) { return date }
            if let days = weekday(at: index) { return day(published - .days(days)) }
        }
        return nil
    }

    private func day(_ instant: Instant) -> CivilTime? {
        let time = CivilTime(instant)
        return CivilTime(year: time.year, month: time.month, day: time.day)
    }

    /// How many days before publication.
    private func relativeDay(at index: Int) -> Int64? {
        let word = words[index].folded
        let next = index + 1 < words.count && words[index + 1].gap.isPlain ? words[index + 1].folded : ""
        switch (word, next) {
        case ("semalam", _), ("kelmarin", _), ("yesterday", _): return 1
        case ("malam", "tadi"), ("last", "night"): return 1
        case ("hari", "ini"), ("pagi", "tadi"), ("petang", "tadi"), ("tengah", "hari"), ("pagi", "ini"), ("today", _),
            ("this", "morning"), ("this", "afternoon"), ("this", "evening"):
            return 0
        default: return nil
        }
    }

    /// `22 Oktober`, `19 March 2026`, `March 19`. Without a year, the last one before publication.
    private func date(at index: Int) -> CivilTime? {
        let now = CivilTime(published)
        func civil(_ day: Int?, _ month: Int?, yearAt position: Int) -> CivilTime? {
            guard let day, let month else { return nil }
            let written = words.indices.contains(position) ? words[position].number : nil
            if let written, (1990...2100).contains(written) { return CivilTime(year: written, month: month, day: day) }
            guard let date = CivilTime(year: now.year, month: month, day: day) else { return nil }
            return date.instant > published + .days(1) ? CivilTime(year: now.year - 1, month: month, day: day) : date
        }
        guard index + 1 < words.count, words[index + 1].gap.subtracting(.stop).isPlain else { return nil }
        if let day = words[index].number { return civil(day, months[words[index + 1].folded], yearAt: index + 2) }
        return months[words[index].folded].flatMap { civil(words[index + 1].number, $0, yearAt: index + 2) }
    }

    /// `pada Rabu`, `on Sunday`, `Isnin lalu`: that day within the last seven.
    private func weekday(at index: Int) -> Int64? {
        guard let weekday = weekdays[words[index].folded], words[index].isCapitalised else { return nil }
        let before = index > 0 ? words[index - 1].folded : ""
        let next = index + 1 < words.count ? words[index + 1].folded : ""
        guard
            ["pada", "on", "malam", "petang", "pagi", "sejak", "last", "hari", "since"].contains(before)
                || ["lalu", "lepas", "pagi", "malam"].contains(next)
        else { return nil }
        let days = (CivilTime(published).weekday - weekday + 7) % 7
        return Int64(days == 0 && ["lalu", "lepas"].contains(next) ? 7 : days)
    }
}

private let weekdays: [String: Int] = [
    "ahad": 0, "isnin": 1, "selasa": 2, "rabu": 3, "khamis": 4, "jumaat": 5, "sabtu": 6, "sunday": 0, "monday": 1,
    "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
]

private let months: [String: Int] = [
    "januari": 1, "februari": 2, "mac": 3, "april": 4, "mei": 5, "jun": 6, "julai": 7, "ogos": 8, "september": 9,
    "oktober": 10, "november": 11, "disember": 12, "january": 1, "february": 2, "march": 3, "may": 5, "june": 6,
    "july": 7,
    "august": 8, "october": 10, "december": 12, "jan": 1, "feb": 2, "apr": 4, "aug": 8, "sept": 9, "okt": 10, "oct": 10,
    "nov": 11, "dis": 12, "dec": 12,
]
