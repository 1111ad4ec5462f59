import Model

/// Reads what the words around a name say of its bearer, and how sure it is that it is a name.
///
/// Points: 6 an age, 4 `dikenali sebagai`, `arwah`; 3 kin, `bin` or `a/l`, all words usual in names; 2 a title, `mangsa`, most
/// words usual; 1 some word usual, `berkata`, an alias. What stands in quotation marks loses 3: shops have names too.
struct NameContext {
    let finder: NameFinder
    /// The name before this one, for `adik arwah Rekaan, Contoh, 50`.
    let previous: NameMention?

    var words: [Word] { finder.passage.words }
    var people: PeopleTable { finder.gazetteer.people }

    func read(into mention: inout NameMention) {
        mention.points = usualPoints(mention)
        readAge(&mention)
        readBefore(&mention)
        readAfter(&mention)
        if isSpeakingByCalling(mention) { mention.isSpeaker = true }
        if mention.isSpeaker { mention.occupation = nil }
        mention.points += subjectPoints(mention)
        mention.isChild = isCalledChild(mention)
        let first = words[mention.words.lowerBound]
        if first.gap.contains(.quote), mention.words.upperBound < words.count,
            words[mention.words.upperBound].gap.contains(.quote)
        {
            mention.points -= 3
        }
    }

    private func usualPoints(_ mention: NameMention) -> Int {
        let names = finder.gazetteer.names
        let usual = mention.parts.filter { names.isUsual($0) || $0.utf8.count == 1 }.count
        var points = 0
        if mention.parts.count == 1 {
            points = names.isGivenName(mention.parts[0]) ? 1 : 0
        } else if usual == mention.parts.count {
            points = 3
        } else if usual * 2 >= mention.parts.count {
            points = isShortAfterSurname(mention.parts) ? 3 : 2
        } else if usual > 0 {
            points = 1
        }
        if mention.words.contains(where: { finder.isParticle(at: $0) }) { points += 3 }
        if mention.words.dropFirst().contains(where: { words[$0].gap.contains(.at) }) { points += 1 }
        return points
    }

    /// `Wu Contoh Yen`: a Chinese surname and two short words, of which one is known.
    private func isShortAfterSurname(_ parts: [String]) -> Bool {
        parts.count == 3 && finder.gazetteer.names.isSurname(parts[0]) && parts.allSatisfy { $0.utf8.count < 6 }
    }

    // MARK: Age

    private func readAge(_ mention: inout NameMention) {
        let end = mention.words.upperBound
        let remark = afterRemark(end)
        guard
            let age = age(after: end) ?? (remark > end ? age(after: remark) : nil)
                ?? described(from: end, behind: mention.words.lowerBound) ?? age(before: mention.words.lowerBound),
            !isHouseNumber(age, of: mention)
        else { return }
        mention.age = age
        mention.points += 6
    }

    /// Behind `(not her real name)` and the like, where the age follows the bracket.
    private func afterRemark(_ end: Int) -> Int {
        guard words.indices.contains(end), words[end].gap.contains(.open), !words[end].isNumber else { return end }
        let close = (end + 1..<min(words.count, end + 8)).first { words[$0].gap.contains(.close) }
        return close ?? end
    }

    /// `Rekaan Contoh, 34`, `(34)`, `34 tahun`, `yang berusia 34 tahun`.
    private func age(after end: Int) -> AgeMention? {
        if let number = words.indices.contains(end) ? words[end].number : nil, (1...oldestAge).contains(number),
            end + 1 < words.count, words[end + 1].folded == "tahun", words[end].gap.subtracting(.comma).isPlain
        {
            return AgeMention(age: Person.Age(years: number), words: end..<(end + 2), frame: .spoken)
        }
        if let age = statedAge(after: end) ?? laterAge(after: end) { return age }
        guard let age = firstAge(from: end) else { return nil }
        switch age.frame {
        case .bracketed, .worded, .shared: return age.words.lowerBound == end ? age : nil
        case .spoken:
            if isApposed(age, to: end) { return age }
            let between = words[end..<age.words.lowerBound]
            guard between.count <= 2, between.allSatisfy({ !$0.isCapitalised }),
                isSameSentence(end - 1, age.words.lowerBound),
                between.allSatisfy({
                    ["yang", "kini", "pula", "who", "is", "was", "telah", "in", "dalam"].contains($0.folded)
                })
            else { return nil }
            return age
        case .preceding, .attached: return nil
        }
    }

    /// `Rekaan was 34.`, `Rekaan, who is 34,`, `Rekaan baru 2 tahun`
    private func statedAge(after end: Int) -> AgeMention? {
        if words.indices.contains(end), words[end].folded == "who" { return statedAge(after: end + 1) }
        guard end + 1 < words.count, words[end].gap.isPlain, words[end + 1].gap.isPlain,
            let years = words[end + 1].number, (1...oldestAge).contains(years)
        else { return nil }
        let next = end + 2 < words.count && words[end + 2].gap.isPlain ? words[end + 2].folded : ""
        switch words[end].folded {
        case "is", "was": guard next.isEmpty || afterStatedAge.contains(next) else { return nil }
        case "baru", "kini", "sudah", "dah", "masih": guard next == "tahun" || next == "thn" else { return nil }
        default: return nil
        }
        return AgeMention(age: Person.Age(years: years), words: end..<(end + 2), frame: .spoken)
    }

    /// `Rekaan, also 28,`, and `... woke Rekaan. The 22-year-old ...`
    private func laterAge(after end: Int) -> AgeMention? {
        guard end + 2 < words.count, ["also", "juga", "the"].contains(words[end].folded) else { return nil }
        if words[end].folded == "the" {
            guard words[end].gap.contains(.stop), let age = firstAge(from: end), age.words.lowerBound == end + 1,
                age.frame == .preceding
            else { return nil }
            return age
        }
        guard words[end].gap.contains(.comma), let years = words[end + 1].number, (1...oldestAge).contains(years),
            !words[end + 2].gap.isPlain
        else { return nil }
        return AgeMention(age: Person.Age(years: years), words: end..<(end + 2), frame: .bracketed)
    }

    /// `Rekaan, a 34-year-old welder,`; whom somebody told or who is named for what he says is another.
    private func described(from end: Int, behind start: Int) -> AgeMention? {
        guard words.indices.contains(end), words[end].gap.contains(.comma) || words[end].gap.contains(.open) else {
            return nil
        }
        let isArticle = ["a", "an", "the", "seorang"].contains(words[end].folded)
        guard let age = firstAge(from: end), age.frame == .preceding,
            age.words.lowerBound == (isArticle ? end + 1 : end), isSameSentence(end - 1, end), !isToldBy(start)
        else { return nil }
        return age
    }

    /// `Rekaan, seorang buruh berusia 34 tahun,`; `menurut Rekaan, seorang buruh berusia 34 tahun maut` is of another.
    private func isApposed(_ age: AgeMention, to end: Int) -> Bool {
        guard words[end].gap.contains(.comma), ["a", "an", "seorang"].contains(words[end].folded),
            age.words.lowerBound - end <= 5, isSameSentence(end - 1, age.words.lowerBound),
            words[(end + 1)...age.words.lowerBound].allSatisfy({ $0.gap.subtracting(.dash).isPlain }),
            (end + 1..<age.words.lowerBound).contains(where: isPersonWord)
        else { return false }
        return isSetOff(words, behind: age.words.upperBound)
    }

    /// `menurut Rekaan`, `told Rekaan`
    private func isToldBy(_ start: Int) -> Bool {
        var before = start - 1
        while before >= 0, isTitle(before) { before -= 1 }
        return before >= 0 && ["told", "to", "menurut", "kepada", "kata", "said"].contains(words[before].folded)
    }

    /// `Rekaan, 3, Jalan Melati`: the number of a house, unless a child is meant.
    private func isHouseNumber(_ age: AgeMention, of mention: NameMention) -> Bool {
        let next = age.words.upperBound
        guard age.frame == .bracketed, age.age.years < 10, next < words.count, words[next].gap.contains(.comma),
            streets.contains(words[next].folded), words[next].isCapitalised
        else { return false }
        return !(max(0, mention.words.lowerBound - 3)..<mention.words.lowerBound).contains {
            isSameSentence($0, mention.words.lowerBound)
                && (!people[words[$0].folded].isDisjoint(with: .anyKin) || childNouns.contains(words[$0].folded)
                    || ["murid", "budak", "bayi", "kanak"].contains(words[$0].folded))
        }
    }

    /// `the 34-year-old lorry driver Rekaan Contoh`
    private func age(before start: Int) -> AgeMention? {
        guard let age = lastAge(endingBefore: start), age.frame == .preceding, start - age.words.upperBound <= 4,
            isSameSentence(age.words.lowerBound, start),
            words[age.words.upperBound..<start].allSatisfy({ $0.gap.subtracting(.dash).isPlain })
        else { return nil }
        return age
    }

    private func firstAge(from index: Int) -> AgeMention? {
        let ages = finder.ages
        var (low, high) = (0, ages.count)
        while low < high {
            let middle = (low + high) / 2
            if ages[middle].words.lowerBound < index { low = middle + 1 } else { high = middle }
        }
        return low < ages.count ? ages[low] : nil
    }

    private func lastAge(endingBefore index: Int) -> AgeMention? {
        let ages = finder.ages
        var (low, high) = (0, ages.count)
        while low < high {
            let middle = (low + high) / 2
            if ages[middle].words.upperBound <= index { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? ages[low - 1] : nil
    }

    func isSameSentence(_ a: Int, _ b: Int) -> Bool {
        words.indices.contains(b) && finder.passage.sentence(of: a) == finder.passage.sentence(of: b)
    }
}

private let streets: Set<String> = [
    "jalan", "jln", "jl", "lorong", "lrg", "persiaran", "lebuh", "lengkok", "street", "road",
]
