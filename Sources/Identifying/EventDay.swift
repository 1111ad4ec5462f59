import Model
import Text

/// The day of the event that a text tells of, in Malaysia's time, where its words give one.
struct EventDay {
    let passage: Passage
    /// The first and last instant at which the article may have been published; nil where nobody knows. Words such as
    /// `semalam` tell a day only where the two are of one day.
    let published: ClosedRange<Instant>?

    var words: [Word] { passage.words }

    /// What words say of a day.
    enum Reading {
        case day(CivilTime)
        /// Of the report, of a birth, of what is to come: another may follow.
        case other
    }

    /// The first word that gives a day among the first 150: news begins with when.
    func day() -> CivilTime? {
        let end = min(words.count, 150)
        var index = 0
        while index < end {
            if let (reading, count) = date(at: index) {
                if case .day(let day) = reading { return day }
                index += count
                continue
            }
            if let now = publicationDay, let days = daysAgo(at: index) ?? weekday(at: index) {
                let time = CivilTime(now - .days(days))
                return CivilTime(year: time.year, month: time.month, day: time.day)
            }
            index += 1
        }
        return nil
    }

    /// nil where only the month or the year of publication is known.
    private var publicationDay: Instant? {
        guard let published, CivilTime(published.lowerBound).isoDay == CivilTime(published.upperBound).isoDay else {
            return nil
        }
        return published.lowerBound
    }

    func folded(_ index: Int) -> String { words.indices.contains(index) ? words[index].folded : "" }

    /// The word at `index` where nothing but a blank stands before it.
    private func joined(_ index: Int) -> String {
        words.indices.contains(index) && words[index].gap.isPlain ? words[index].folded : ""
    }

    // MARK: Days before publication

    private func daysAgo(at index: Int) -> Int64? {
        switch (words[index].folded, joined(index + 1), joined(index + 2)) {
        case ("day", "before", "yesterday"), ("night", "before", "last"): return 2
        // Papers that print `semalam` for yesterday mean the day before it by `kelmarin`.
        case ("kelmarin", _, _): return 2
        case ("semalam", _, _), ("malam", "tadi", _), ("last", "night", _): return 1
        case ("yesterday", _, _): return 1
        case ("tengah", "hari", "tadi"), ("tengah", "hari", "ini"): return 0
        case ("hari", "ini", _), ("pagi", "tadi", _), ("petang", "tadi", _), ("subuh", "tadi", _), ("pagi", "ini", _),
            ("today", _, _), ("this", "morning", _), ("this", "afternoon", _), ("this", "evening", _):
            return 0
        case ("seminggu", let after, let last) where isAgo(after, last): return 7
        default: return counted(at: index)
        }
    }

    /// `dua hari lalu`, `3 minggu yang lalu`, `two nights ago`, `a week ago`
    private func counted(at index: Int) -> Int64? {
        let one = ["a", "one", "sehari"].contains(words[index].folded) ? (value: 1, count: 1) : nil
        guard let number = one ?? smallNumber(words, at: index), (1...31).contains(number.value) else { return nil }
        let unit = index + number.count
        guard isAgo(joined(unit + 1), joined(unit + 2)) else { return nil }
        switch joined(unit) {
        case "hari", "malam", "day", "days", "night", "nights": return Int64(number.value)
        case "minggu", "week", "weeks": return number.value <= 8 ? Int64(number.value * 7) : nil
        default: return nil
        }
    }

    private func isAgo(_ word: String, _ next: String) -> Bool {
        ["lalu", "lepas", "ago"].contains(word) || (word == "yang" && ["lalu", "lepas"].contains(next))
    }

    // MARK: Weekdays

    /// `pada Rabu`, `on Sunday`, `Isnin lalu`, and `maut Selasa`, `died Friday`: that day within the last seven.
    private func weekday(at index: Int) -> Int64? {
        let word = words[index]
        guard word.isCapitalised, let weekday = weekdays[word.bare] ?? weekdays[word.folded] else { return nil }
        let (before, next) = (folded(index - 1), folded(index + 1))
        guard !otherDayWords.contains(before), !otherDayWords.contains(folded(index - 2)),
            !["ini", "depan", "hadapan", "hingga", "sehingga", "to", "until", "akan"].contains(next),
            !isToCome(index, distance: 8)
        else { return nil }
        let isMarked =
            ["pada", "on", "malam", "petang", "pagi", "sejak", "last", "hari", "since"].contains(before)
            || ["lalu", "lepas", "pagi", "malam"].contains(next)
        guard isMarked || isBesidePast(index) else { return nil }
        let now = published.map { CivilTime($0.lowerBound).weekday } ?? weekday
        let days = (now - weekday + 7) % 7
        return Int64(days == 0 && ["lalu", "lepas"].contains(next) ? 7 : days)
    }

    /// The weekday stands alone, as no part of a name (`Khamis Rekaan`), in a sentence that tells what has happened.
    private func isBesidePast(_ index: Int) -> Bool {
        let opens = words[index].token.separation == .sentence
        // Nobody is called Friday: `in Klang Friday`.
        let mayBeName = !words[index].bare.hasSuffix("day")
        if !opens, mayBeName, index > 0, words[index].gap.isPlain, words[index - 1].isCapitalised { return false }
        if index + 1 < words.count, words[index + 1].gap.isPlain, words[index + 1].isCapitalised { return false }
        return speaksOfPast(around: index)
    }

    /// The sentence tells what has happened.
    func speaksOfPast(around index: Int) -> Bool {
        nearby(index, before: 25, after: 25).contains { position in
            let word = words[position].folded
            return pastWords.contains(word) || (word.utf8.count > 4 && word.hasSuffix("ed"))
        }
    }

    /// `akan`, `will` and their like stand before it in its sentence, at most `distance` words away.
    func isToCome(_ index: Int, distance: Int) -> Bool {
        nearby(index, before: distance, after: 0).contains { toComeWords.contains(words[$0].folded) }
    }

    /// `lahir`, `born` stand shortly before.
    func isBirth(_ index: Int) -> Bool {
        nearby(index, before: 5, after: 0).contains { ["lahir", "dilahirkan", "born"].contains(words[$0].folded) }
    }

    /// Positions around `index` in its sentence.
    private func nearby(_ index: Int, before: Int, after: Int) -> some Collection<Int> {
        let sentence = words[index].sentence
        return (max(0, index - before)..<min(words.count, index + after + 1)).lazy.filter {
            $0 != index && words[$0].sentence == sentence
        }
    }
}

private let weekdays: [String: Int] = [
    "ahad": 0, "isnin": 1, "selasa": 2, "rabu": 3, "khamis": 4, "jumaat": 5, "sabtu": 6, "sunday": 0, "monday": 1,
    "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
]

/// Before a weekday that is no day of an event: `solat Jumaat`, `setiap hari Isnin`, `until Friday`.
private let otherDayWords: Set<String> = [
    "solat", "sembahyang", "khutbah", "setiap", "saban", "tiap", "every", "each", "good", "black", "hingga", "sehingga",
    "until", "till", "by", "menjelang", "next", "this", "sebelum", "before", "bin", "binti",
]

private let toComeWords: Set<String> = [
    "akan", "bakal", "dijadual", "dijadualkan", "dijangka", "dijangkakan", "esok", "lusa", "selewatnya", "will",
    "scheduled", "tomorrow", "deadline",
]

/// What tells that something has happened; English words in `-ed` need no place here.
private let pastWords: Set<String> = [
    "maut", "meninggal", "terkorban", "mati", "cedera", "parah", "lemas", "hilang", "hanyut", "terbakar", "hangus",
    "musnah", "rentung", "jatuh", "terjatuh", "terhempas", "runtuh", "roboh", "rebah", "dirempuh", "dilanggar",
    "digilis", "dihempap", "tertimbus", "tersepit", "terkena", "terputus", "ditemui", "ditemukan", "dijumpai",
    "berlaku", "terbabit", "dilaporkan", "diselamatkan", "terbalik", "terbabas", "merempuh", "melanggar", "bertembung",
    "ditikam", "dibunuh", "dikejarkan", "dimasukkan", "disahkan", "dihantar", "ditahan", "berkata", "memberitahu",
    "telah", "was", "were", "had", "fell", "struck", "hit", "found", "lost", "broke", "caught", "swept", "told", "said",
    "died", "dies", "shot", "stabbed", "drowned", "sank", "left", "took", "went",
]
