import Model
import Text

extension EventDay {
    /// A date of the calendar that begins at `index`, and how many words it takes: `22 Oktober`, `8hb November 2026`,
    /// `March 19th`, `8/11/2026`, `8.11.2026`, `2026-11-08`.
    ///
    /// Without a year it is the last one before publication; none where it comes soon and nothing says that it has been.
    func date(at index: Int) -> (reading: Reading, count: Int)? {
        guard let date = figures(at: index) ?? named(at: index) else { return nil }
        return (reading(of: date, at: index), date.count)
    }

    private struct Written {
        var day: Int
        var month: Int
        var year: Int?
        /// In words.
        var count: Int
    }

    // MARK: What is written

    /// A date, or the first day of `3 Oktober hingga 5 Oktober 2026`, whose year stands at the end.
    private func named(at index: Int) -> Written? {
        guard let first = withMonth(at: index) else { return nil }
        guard first.year == nil, let next = behindJoint(at: index + first.count, of: index),
            let last = withMonth(at: next), let year = last.year
        else { return first }
        return Written(
            day: first.day, month: first.month, year: last.month < first.month ? year - 1 : year,
            count: next + last.count - index)
    }

    /// `22 Oktober`, `8 hb. November`, `8th November 2026`, `March 19, 2026`; of `3-5 Oktober` the first day.
    private func withMonth(at index: Int) -> Written? {
        if let day = number(at: index, upTo: 31) {
            let end = behindOrdinal(at: index + 1)
            let next = behindLastDay(at: end, from: day, of: index) ?? end
            guard let month = month(at: next) else { return nil }
            return year(after: Written(day: day, month: month, count: next + 1 - index), at: index)
        }
        guard words[index].isCapitalised, let month = months[words[index].folded], index + 1 < words.count,
            words[index + 1].gap.subtracting(.stop).isPlain, let day = number(at: index + 1, upTo: 31)
        else { return nil }
        let isOrdinal = ["st", "nd", "rd", "th"].contains(folded(index + 2)) && words[index + 2].gap.isEmpty
        let end = index + (isOrdinal ? 3 : 2)
        let next = behindLastDay(at: end, from: day, of: index) ?? end
        return year(after: Written(day: day, month: month, count: next - index), at: index)
    }

    private func behindOrdinal(at index: Int) -> Int {
        let isOrdinal =
            ["hb", "haribulan", "st", "nd", "rd", "th"].contains(folded(index))
            && words[index].gap.subtracting(.dash).isPlain
        return isOrdinal ? index + 1 : index
    }

    /// The words behind the last day of a stretch of days: `-5`, `hingga 5hb`, `to 5th`.
    ///
    /// - Returns: nil where no later day than the first follows.
    private func behindLastDay(at index: Int, from first: Int, of start: Int) -> Int? {
        guard let next = behindJoint(at: index, of: start), let day = number(at: next, upTo: 31), day > first else {
            return nil
        }
        return behindOrdinal(at: next + 1)
    }

    /// Where the second of two days begins: behind a dash, `hingga`, `to`, or the `dan` of `antara 3 dan 5`.
    private func behindJoint(at index: Int, of start: Int) -> Int? {
        guard words.indices.contains(index) else { return nil }
        let gap = words[index].gap
        if gap.contains(.dash), gap.subtracting(.dash).isPlain { return index }
        guard gap.isPlain, index + 1 < words.count, words[index + 1].gap.isPlain else { return nil }
        switch words[index].folded {
        case "hingga", "sehingga", "sampai", "to", "until", "till", "through": return index + 1
        case "dan", "and": return ["antara", "between"].contains(folded(start - 1)) ? index + 1 : nil
        default: return nil
        }
    }

    private func year(after date: Written, at index: Int) -> Written {
        let next = index + date.count
        guard words.indices.contains(next), words[next].gap.subtracting([.stop, .comma]).isPlain,
            let year = number(at: next, upTo: 2100), year >= 1900
        else { return date }
        return Written(day: date.day, month: date.month, year: year, count: date.count + 1)
    }

    private func month(at index: Int) -> Int? {
        guard words.indices.contains(index), words[index].gap.subtracting(.stop).isPlain else { return nil }
        // `5 may` is no date in English.
        return words[index].folded == "may" && !words[index].isCapitalised ? nil : months[words[index].folded]
    }

    /// The parts of `8/11/2026`, `08-11-2026`, `8.11.2026` or `2026-11-08`; a date in figures has its year.
    private func figures(at index: Int) -> Written? {
        guard words[index].isNumber else { return nil }
        var parts = words[index].folded.split(separator: ".").map(String.init)
        var count = 1
        if parts.count == 1, index + 2 < words.count {
            let mark = words[index + 1].gap
            guard mark == .slash || mark == .dash, words[index + 2].gap == mark else { return nil }
            parts += [words[index + 1].folded, words[index + 2].folded]
            count = 3
        }
        guard parts.count == 3, isApart(index..<(index + count)),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let isYearFirst = parts[0].utf8.count == 4
        let (day, year) = isYearFirst ? (parts[2], parts[0]) : (parts[0], parts[2])
        guard year.utf8.count == 4, day.utf8.count <= 2, parts[1].utf8.count <= 2, let day = Int(day),
            let month = Int(parts[1]), let year = Int(year), (1900...2100).contains(year)
        else { return nil }
        return Written(day: day, month: month, year: year, count: count)
    }

    /// Nothing but marks of the sentence stands around it: `08-11-2026-5` is the number of a case.
    private func isApart(_ range: Range<Int>) -> Bool {
        [range.lowerBound, range.upperBound].allSatisfy { index in
            guard words.indices.contains(index) else { return true }
            return words[index].gap.isDisjoint(with: [.slash, .dash]) || words[index].gap.contains(.blank)
        }
    }

    private func number(at index: Int, upTo limit: Int) -> Int? {
        guard words.indices.contains(index), let number = words[index].number, (1...limit).contains(number),
            words[index].folded.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return number
    }

    // MARK: What it means

    private func reading(of date: Written, at index: Int) -> Reading {
        guard !isOfReport(index, count: date.count), !isBirth(index) else { return .other }
        // Clocks differ: a date of the day after may be right, unless the sentence is of what is to come.
        let latest = published.map { $0.upperBound + (isToCome(index, distance: 25) ? .days(0) : .days(1)) }
        if let year = date.year {
            guard let day = CivilTime(year: year, month: date.month, day: date.day) else { return .other }
            let isPast = latest.map { day.instant <= $0 } ?? !isToCome(index, distance: 25)
            return isPast ? .day(day) : .other
        }
        guard let latest, let published else { return .other }
        let now = CivilTime(published.upperBound).year
        for year in [now, now - 1] {
            guard let day = CivilTime(year: year, month: date.month, day: date.day) else { continue }
            if day.instant <= latest { return .day(day) }
            // `Pemohon boleh hadir pada 25 November`, printed on the 22nd, is an appointment.
            let isSoon = day.instant <= latest + .days(60)
            if isToCome(index, distance: 25) || (isSoon && !speaksOfPast(around: index)) { return .other }
        }
        return .other
    }

    /// `KLUANG, 12 Mac - ...`, `Kuala Lumpur, 3 Nov (Rekaan) - ...`: the day of the report stands in its dateline.
    private func isOfReport(_ index: Int, count: Int) -> Bool {
        guard index <= 6 else { return false }
        let place = words[..<index]
        guard !place.isEmpty, place.allSatisfy({ $0.isCapitalised && $0.sentence == words[index].sentence }) else {
            return false
        }
        return (index + count...index + count + 2).contains { position in
            words.indices.contains(position) && !words[position].gap.isDisjoint(with: [.dash, .colon])
                && words[position].gap.contains(.blank)
        }
    }
}

private let months: [String: Int] = [
    "januari": 1, "februari": 2, "mac": 3, "april": 4, "mei": 5, "jun": 6, "julai": 7, "ogos": 8, "september": 9,
    "oktober": 10, "november": 11, "disember": 12, "january": 1, "february": 2, "march": 3, "may": 5, "june": 6,
    "july": 7, "august": 8, "october": 10, "december": 12, "jan": 1, "feb": 2, "apr": 4, "aug": 8, "sept": 9, "sep": 9,
    "okt": 10, "oct": 10, "nov": 11, "dis": 12, "dec": 12,
]
