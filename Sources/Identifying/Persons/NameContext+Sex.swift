import Model

/// Man or woman, only where a title or a noun for the person says it; the name never does.
extension NameContext {
    func sexOfTitle(at index: Int) -> Person.Sex? {
        let word = words[index].folded
        // `Pak Cik`, `Mak Cik`
        if index > 0, words[index].gap.isPlain, let sex = titleSexes[words[index - 1].folded] { return sex }
        return titleSexes[word]
    }

    /// `Seorang lelaki, Rekaan`, `Ibu tunggal Rekaan`, `wanita dikenali sebagai Rekaan`: the first noun of those that stand
    /// together before the name. `Ibu Rekaan` is her mother.
    func readSex(before index: Int, _ mention: inout NameMention) {
        guard mention.sex == nil, mention.relation == nil, !isCouple(endingAt: index) else { return }
        if let parent = parentOfMany(endingAt: index) {
            mention.sex = people[words[parent].folded].sex
            return
        }
        let description = description(endingAt: index)
        guard !words[description].contains(where: { notTheirs.contains($0.folded) }), !isOfTwo(description) else {
            return
        }
        let isSetOff = !words[index + 1].gap.isPlain || isNaming(endingAt: index)
        var position = description.lowerBound
        while position < description.upperBound {
            let match = people.words.match(words, at: position)
            let classes = match?.value ?? people[words[position].folded]
            let isOwnKin = !classes.isDisjoint(with: .anyKin) && match?.count ?? 1 == 1 && !isSetOff
            if !classes.isDisjoint(with: [.nounFemale, .nounMale]), !isOwnKin {
                mention.sex = classes.sex
                return
            }
            position += match?.count ?? 1
        }
    }

    /// `Rekaan, 32, a mother of four`, `seorang ibu tunggal`, `suri rumah`; `ibu kepada mangsa` says it by her kin.
    func readSex(after end: Int, _ mention: inout NameMention) {
        guard mention.sex == nil, mention.relation == nil,
            words[end].gap.contains(.comma) || words[end].gap.contains(.close)
        else { return }
        let isIntroduced = ["seorang", "a", "an"].contains(words[end].folded)
        let index = isIntroduced ? end + 1 : end
        guard index < words.count, isSameSentence(end - 1, index) else { return }
        let match = people.words.match(words, at: index)
        let classes = match?.value ?? []
        let next = index + (match?.count ?? 1)
        let isKin = !classes.isDisjoint(with: .anyKin) && match?.count ?? 1 == 1
        let isParent = (next..<min(words.count, next + 5)).contains { parentOfMany(endingAt: $0) == index }
        let isAlone = next == words.count || !words[next].gap.isPlain || ["yang", "who"].contains(words[next].folded)
        guard !classes.isDisjoint(with: [.nounFemale, .nounMale]), !isKin || isParent || isIntroduced && isAlone,
            isParent || isIntroduced || isAlone || next < words.count && words[next].folded == "kepada"
        else { return }
        mention.sex = classes.sex
    }

    /// `bapa dan ibu mangsa iaitu Rekaan dan Contoh`
    private func isOfTwo(_ description: Range<Int>) -> Bool {
        let and = description.lowerBound - 1
        return and > 0 && ["dan", "and"].contains(words[and].folded)
            && !people[words[and - 1].folded].isDisjoint(with: [.anyKin, .anyNoun])
            && !people[words[and + 1].folded].isDisjoint(with: .anyKin)
    }

    /// The words up to `index` that together say who somebody is: `Lelaki warga emas itu`, `a single mother of six`.
    func description(endingAt index: Int) -> Range<Int> {
        let first = previous.map { $0.points >= 3 ? $0.end : 0 } ?? 0
        var position = index
        while position >= first, index - position < 9, isSameSentence(position, index), isDescribing(at: position) {
            position -= 1
            guard words[position + 1].gap.subtracting(.dash).isPlain else { break }
        }
        return (position + 1)..<(index + 1)
    }

    private func isDescribing(at index: Int) -> Bool {
        isPersonWord(at: index) || describingWords.contains(words[index].folded) || words[index].isNumber
            || smallNumber(words, at: index) != nil || people[words[index].folded].contains(.called)
    }
}

private let titleSexes: [String: Person.Sex] = [
    "encik": .male, "en": .male, "tuan": .male, "tn": .male, "mr": .male, "ustaz": .male, "haji": .male, "hj": .male,
    "pak": .male, "pakcik": .male, "abang": .male, "abg": .male, "bang": .male, "uncle": .male, "pok": .male,
    "pokcik": .male, "paksu": .male, "paklong": .male, "pakteh": .male, "pakngah": .male, "atok": .male, "apai": .male,
    "aki": .male, "puan": .female, "pn": .female, "cik": .female, "mrs": .female, "ms": .female, "madam": .female,
    "mdm": .female, "ustazah": .female, "hajah": .female, "hajjah": .female, "hjh": .female, "mak": .female,
    "makcik": .female, "mok": .female, "mokcik": .female, "kak": .female, "kakak": .female, "akak": .female,
    "aunty": .female, "auntie": .female, "maksu": .female, "makteh": .female, "maklong": .female, "makngah": .female,
    "nek": .female, "nenek": .female, "opah": .female, "indai": .female, "datin": .female,
]

/// Where one of these stands, the nouns beside it are about somebody else, or about two.
private let notTheirs: Set<String> = [
    "jiran", "rakan", "kenalan", "pasangan", "couple", "kepada", "keluarga", "family", "dan", "and",
]

private let describingWords: Set<String> = [
    "seorang", "sorang", "a", "an", "the", "tunggal", "warga", "emas", "oku", "itu", "tersebut", "ini", "kepada",
    "orang",
    "anak", "tempatan", "asing", "muda", "tua", "of", "single", "elderly", "old", "young", "bekas", "former", "yang",
    "hanya",
    "known", "only", "as", "miskin", "buta", "lumpuh", "berusia", "tahun", "berumur", "malang", "disabled", "local",
]
