import Model

/// Persons of whom a text gives an age or a trade and no name: `seorang ibu tunggal berusia 34 tahun`, `a 41-year-old lorry
/// driver`.
struct UnnamedPersons {
    let gazetteer: Gazetteer
    let passage: Passage
    let ages: [AgeMention]
    /// Words that belong to a named person's age already.
    let taken: Set<Int>

    private var words: [Word] { passage.words }

    /// The aged ones in the order of the text, one for each age and noun.
    func aged() -> [Person] {
        var found: [Person] = []
        for age in ages where !taken.contains(age.words.lowerBound) {
            guard let noun = noun(of: age) else { continue }
            let person = person(noun, age: age.age)
            if !found.contains(where: { $0.age == person.age }) { found.append(person) }
        }
        return found
    }

    /// The ages of those who were named or told of before: `the widow, 49,`, `lelaki berusia 40 tahun itu`, `he is 36`.
    func definiteAges() -> [Person.Age] {
        ages.filter { !taken.contains($0.words.lowerBound) && isDefinite($0) }.map(\.age)
    }

    /// `A cabbie of 49 waits. Rekaan Contoh's treatment costs ...`: of the one whom the first sentence tells of without a
    /// name, where it names nobody and gives no other age.
    func leadAge(of mention: NameMention?) -> Person.Age? {
        guard let mention, passage.sentence(of: mention.words.lowerBound) > 0,
            mention.isDead || isSubject(mention.words.lowerBound)
        else { return nil }
        let inLead = ages.filter { passage.sentence(of: $0.words.lowerBound) == 0 }
        guard inLead.count == 1, let age = inLead.first, !taken.contains(age.words.lowerBound),
            let noun = noun(of: age),
            noun.classes.isDisjoint(with: .anyKin) || !noun.classes.isDisjoint(with: .anyNoun),
            noun.words.lowerBound < 6
        else { return nil }
        return age.age
    }

    /// Among the first words of its sentence: `Rekaan Contoh's treatment`, `He was Rekaan Contoh`, `Wanita itu ialah Rekaan`.
    private func isSubject(_ start: Int) -> Bool {
        start < 4 || passage.sentence(of: start - 4) < passage.sentence(of: start)
    }

    private func isDefinite(_ age: AgeMention) -> Bool {
        guard let noun = noun(of: age),
            noun.classes.isDisjoint(with: .anyKin) || !noun.classes.isDisjoint(with: .anyNoun)
        else { return false }
        if words[noun.words].contains(where: { pronouns.contains($0.folded) }) { return true }
        let after = age.words.upperBound
        if after < words.count, ["itu", "tersebut", "terbabit"].contains(words[after].folded) { return true }
        let start = min(noun.words.lowerBound, age.words.lowerBound)
        return start > 0 && words[start - 1].folded == "the"
    }

    /// Somebody that the first sentences speak of with a noun only: `seorang pemandu lori`, `a fisherman`.
    func unaged() -> Person? {
        for index in words.indices.prefix(60) {
            guard ["seorang", "sorang", "a", "an"].contains(words[index].folded) else { continue }
            var position = index + 1
            while position < words.count, position - index <= 5, words[position].gap.subtracting(.dash).isPlain {
                if let noun = noun(at: position) {
                    // `seorang lelaki, Rekaan`: he is named.
                    let next = noun.words.upperBound
                    if next < words.count, words[next].isCapitalised, words[next].gap.contains(.comma) { break }
                    return person(noun, age: nil)
                }
                position += 1
            }
        }
        return nil
    }

    private struct Noun {
        var words: Range<Int>
        var classes: PeopleTable.Classes
        var isJob: Bool
    }

    private func noun(at index: Int) -> Noun? {
        if let job = gazetteer.jobs.words.match(words, at: index) {
            let classes = gazetteer.people.words.match(words, at: index)?.value ?? []
            return Noun(words: index..<(index + job.count), classes: classes, isJob: true)
        }
        if let match = gazetteer.people.words.match(words, at: index),
            !match.value.isDisjoint(with: [.anyNoun, .anyKin, .late])
        {
            return Noun(words: index..<(index + match.count), classes: match.value, isJob: false)
        }
        let classes = gazetteer.people[words[index].folded]
        guard !classes.isDisjoint(with: [.anyNoun, .anyKin]) else { return nil }
        return Noun(words: index..<(index + 1), classes: classes, isJob: false)
    }

    private func noun(of age: AgeMention) -> Noun? {
        switch age.frame {
        case .preceding: nounAfter(age.words)
        case .attached: nounBefore(age.words, farthest: isDescribed(age.words) ? 2 : 1)
        case .spoken:
            nounBefore(age.words, farthest: 12) ?? pronounBefore(age.words) ?? pronounAfter(age.words)
                ?? opening(age.words) ?? subject(age.words)
        case .bracketed:
            nounBefore(age.words, farthest: 4) ?? somebodyBefore(age.words) ?? inHeadline(age.words)
        case .shared: nounBefore(age.words, farthest: 4)
        case .worded: nounBefore(age.words, farthest: 1).flatMap { isChildOrKin($0) ? $0 : nil }
        }
    }

    /// Who is told of with an age in words: `the boy, seven,`, `adiknya, empat,`; `the victims, two,` are two.
    private func isChildOrKin(_ noun: Noun) -> Bool {
        !noun.classes.isDisjoint(with: .anyKin)
            || words[noun.words].contains { childNouns.contains($0.folded) || ["budak", "murid"].contains($0.folded) }
    }

    /// `Wanita buta 69 tahun`: one word between the noun and the age says what she is like.
    private func isDescribed(_ range: Range<Int>) -> Bool {
        range.lowerBound > 1 && describing.contains(words[range.lowerBound - 1].folded)
    }

    private func nounAfter(_ range: Range<Int>) -> Noun? {
        for index in range.upperBound..<min(words.count, range.upperBound + 6) {
            guard passage.sentence(of: index) == passage.sentence(of: range.lowerBound) else { break }
            if let noun = noun(at: index) { return noun }
            if gazetteer.people[words[index].folded].contains(.thing) { return nil }
        }
        // "their five-year-old" is somebody without a noun.
        return Noun(words: range, classes: [], isJob: false)
    }

    /// `A vocational graduate, 22,`, `Seorang lagi, 70,`: what nobody listed is a person where an article of one stands before.
    private func somebodyBefore(_ range: Range<Int>) -> Noun? {
        var index = range.lowerBound - 1
        while index >= 0, range.lowerBound - index <= 8,
            passage.sentence(of: index) == passage.sentence(of: range.lowerBound)
        {
            let word = words[index].folded
            if gazetteer.people[word].contains(.thing) { return nil }
            if ["a", "an", "another", "seorang", "sorang"].contains(word) {
                return Noun(words: index..<range.lowerBound, classes: [], isJob: false)
            }
            guard words[index].gap.subtracting(.dash).isPlain else { return nil }
            index -= 1
        }
        return nil
    }

    /// `Pipe layer, 25, dies`: headlines leave the article out.
    private func inHeadline(_ range: Range<Int>) -> Noun? {
        let next = range.upperBound
        guard passage.field == .title, range.lowerBound < 6, next < words.count, words[next].gap.contains(.comma),
            (0..<range.lowerBound).allSatisfy({ !gazetteer.people[words[$0].folded].contains(.thing) })
        else { return nil }
        return Noun(words: 0..<range.lowerBound, classes: [], isJob: false)
    }

    /// `Juruukur tempatan berusia 41 tahun`: who begins a sentence and is so old is somebody, unless a thing or a law is.
    private func subject(_ range: Range<Int>) -> Noun? {
        var start = range.lowerBound
        while start > 0, range.lowerBound - start < 4,
            words[start].gap.isDisjoint(with: [.colon, .dash, .line, .quote]),
            passage.sentence(of: start - 1) == passage.sentence(of: range.lowerBound)
        {
            start -= 1
        }
        guard (1...3).contains(range.lowerBound - start),
            ["berusia", "berumur", "aged"].contains(words[range.lowerBound].folded),
            (start..<range.lowerBound).allSatisfy({
                gazetteer.people[words[$0].folded].isDisjoint(with: [.thing, .body])
            })
        else { return nil }
        return Noun(words: start..<range.lowerBound, classes: [], isJob: false)
    }

    /// The noun nearest before the age; a house or a car nearer than any person owns the age.
    private func nounBefore(_ range: Range<Int>, farthest: Int) -> Noun? {
        var index = range.lowerBound - 1
        while index >= 0, range.lowerBound - index <= farthest,
            passage.sentence(of: index) == passage.sentence(of: range.lowerBound)
        {
            // `seorang ibu tunggal`, `penunggang motosikal`: the phrase, not only its last word.
            if index > 0, let phrase = noun(at: index - 1), phrase.words.upperBound > index { return phrase }
            if gazetteer.people[words[index].folded].contains(.thing) { return nil }
            if let noun = noun(at: index) { return noun }
            index -= 1
        }
        return nil
    }

    /// `dia berusia 34 tahun`, `she is 34 years old`
    private func pronounBefore(_ range: Range<Int>) -> Noun? {
        let start = max(0, range.lowerBound - 4)
        guard let index = (start..<range.lowerBound).last(where: { pronouns.contains(words[$0].folded) }) else {
            return nil
        }
        return Noun(words: index..<(index + 1), classes: [], isJob: false)
    }

    /// `pada usia 63 tahun, beliau menumpang`
    private func pronounAfter(_ range: Range<Int>) -> Noun? {
        let next = range.upperBound
        guard next < words.count, passage.sentence(of: next) == passage.sentence(of: range.lowerBound),
            pronouns.contains(words[next].folded)
        else { return nil }
        return Noun(words: next..<(next + 1), classes: [], isJob: false)
    }

    /// `Umur 49, suri rumah`, `umur dia 54`: posts leave out who.
    private func opening(_ range: Range<Int>) -> Noun? {
        let isAlone =
            range.lowerBound == 0
            || passage.sentence(of: range.lowerBound - 1) != passage.sentence(of: range.lowerBound)
        guard ["umur", "berumur", "umurnya"].contains(words[range.lowerBound].folded) else { return nil }
        let next = range.upperBound
        if next < words.count, passage.sentence(of: next) == passage.sentence(of: range.lowerBound),
            let noun = noun(at: next)
        {
            return noun
        }
        let hasOwner = words[range].contains { pronouns.contains($0.folded) }
        return isAlone || hasOwner ? Noun(words: range, classes: [], isJob: false) : nil
    }

    private func person(_ noun: Noun, age: Person.Age?) -> Person {
        let phrase = passage.text(of: noun.words).lowercased()
        let isKin = noun.classes.isDisjoint(with: .anyNoun) && !noun.classes.isDisjoint(with: .anyKin)
        return Person(
            name: nil, age: age, role: isKin ? .family : .subject, sex: noun.classes.sex,
            occupation: noun.isJob ? phrase : nil, relation: isKin ? phrase : nil, isDead: isDead(noun.words),
            evidence: passage.evidence(of: noun.words))
    }

    private func isDead(_ range: Range<Int>) -> Bool {
        (range.upperBound..<min(words.count, range.upperBound + 8)).contains { index in
            passage.sentence(of: index) == passage.sentence(of: range.lowerBound)
                && gazetteer.people.tellsOfDeath(words, at: index)
        }
    }
}

private let describing: Set<String> = [
    "buta", "tua", "tempatan", "swasta", "asing", "oku", "bujang", "miskin", "pekak", "bisu", "lumpuh", "wanita",
    "lelaki", "itu",
]

let pronouns: Set<String> = ["dia", "beliau", "saya", "he", "she", "aku", "i", "dio", "sy"]
