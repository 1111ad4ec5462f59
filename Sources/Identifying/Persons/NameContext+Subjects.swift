/// What shows somebody whom the text goes on to tell of.
extension NameContext {
    /// Points for the words after a name that only a person has around them.
    func subjectPoints(_ mention: NameMention) -> Int {
        let end = mention.words.upperBound
        guard end < words.count else { return 0 }
        if isRemarkOnName(end) { return 7 }
        let isGiven =
            finder.gazetteer.names.isFamiliarName(mention.parts[0]) && !people[mention.parts[0]].contains(.plain)
        var points = 0
        if isOwner(mention) { points += 3 }
        if isGiven, words[end].gap.isPlain, ["tu", "ni"].contains(words[end].folded) { points += 3 }
        if isGiven, words[end].gap.isPlain, mention.parts.count == 1, people[words[end].folded].contains(.said) {
            points += 1
        }
        guard isSameSentence(end - 1, end), finder.isSentenceStart(mention.words.lowerBound) else { return points }
        let behind = afterOrigin(end)
        if behind > end, isGiven || deed(at: behind) { points += mention.parts.count > 1 ? 2 : 3 }
        if mention.parts.count == 1, isGiven, isToldOn(from: end) { points += 3 }
        return points
    }

    /// `(not her real name)`, `, bukan nama sebenar,`
    private func isRemarkOnName(_ end: Int) -> Bool {
        guard !words[end].gap.isPlain else { return false }
        let next = words[end..<min(words.count, end + 4)].map(\.folded)
        return next.starts(with: ["bukan", "nama", "sebenar"])
            || next.first == "not" && next.suffix(2) == ["real", "name"]
    }

    /// `Rekaan's wife`, `Rekaan's home`
    private func isOwner(_ mention: NameMention) -> Bool {
        let last = words[mention.words.upperBound - 1]
        let owned = words[mention.words.upperBound]
        guard last.bare != last.folded, owned.gap.isPlain, !owned.isCapitalised else { return false }
        return !people[owned.folded].isDisjoint(with: .anyKin)
            || ["home", "house", "body", "remains", "funeral", "salary", "wages"].contains(owned.folded)
    }

    /// `the home of one Rekaan, who` and `of one Rekaan he saw`, but not `of one Contoh family`.
    func isFollowedByPerson(_ mention: NameMention) -> Bool {
        let end = mention.words.upperBound
        return end < words.count && (pronouns.contains(words[end].folded) || words[end].folded == "was")
    }

    /// `He was Rekaan Contoh of the same village`, `The victim was Rekaan Contoh`, `Dia ialah Rekaan Contoh`
    func isPredicate(_ index: Int, _ mention: NameMention) -> Bool {
        guard index > 0, words[index].gap.isPlain, mention.parts.count > 1 else { return false }
        let subject = words[index - 1]
        switch words[index].folded {
        case "was", "is":
            return ["he", "she"].contains(subject.folded) || !people[subject.folded].isDisjoint(with: .anyNoun)
        case "ialah", "adalah": return pronouns.contains(subject.folded)
        default: return false
        }
    }

    /// Behind `dari Contoh` or `from Contoh`, where a place or a country that the tables know stands there.
    private func afterOrigin(_ end: Int) -> Int {
        guard words[end].gap.isPlain, ["dari", "from", "of", "asal"].contains(words[end].folded), end + 1 < words.count,
            words[end + 1].isCapitalised
        else { return end }
        let start = end + 1
        if let match = finder.gazetteer.places.byName.match(words, at: start, key: { placeSpelling($0.folded) }) {
            return start + match.count
        }
        return countries.contains(words[start].folded) ? start + 1 : end
    }

    /// What only people do stands at `index`, or after small words.
    private func deed(at index: Int) -> Bool {
        index < words.count && isDeed(from: index)
    }

    /// `Rekaan came from Contoh ... Today he sleeps`: a verb behind the name, and a pronoun before the next name.
    private func isToldOn(from end: Int) -> Bool {
        guard words[end].gap.isPlain, !words[end].isCapitalised, isVerb(words[end].folded) else { return false }
        let sentence = finder.passage.sentence(of: end)
        for index in (end + 1)..<min(words.count, end + 30) where words[index].sentence <= sentence + 1 {
            if ["he", "she", "dia", "beliau", "his", "her"].contains(words[index].folded) { return true }
        }
        return false
    }

    /// Looks like a verb in either language, or is one that does not.
    private func isVerb(_ word: String) -> Bool {
        verbs.contains(word) || !people[word].isDisjoint(with: [.deed, .dead, .said])
            || word.utf8.count > 5
                && (word.hasSuffix("ed") || ["mem", "men", "ber", "di"].contains { word.hasPrefix($0) })
    }
}

/// What somebody does at the beginning of a story.
private let verbs: Set<String> = [
    "came", "comes", "went", "goes", "was", "is", "has", "had", "lost", "left", "spent", "spends", "began", "gets",
    "kini", "datang", "kerja", "jual", "hantar", "masih", "sudah", "telah", "pernah", "anak", "ibu", "bapa", "hilang",
    "dah", "tak", "tidak", "duduk", "jaga",
]

/// Where many who work in Malaysia come from.
private let countries: Set<String> = [
    "indonesia", "bangladesh", "nepal", "myanmar", "india", "pakistan", "vietnam", "philippines", "filipina",
    "thailand",
    "cambodia", "kemboja", "sulawesi", "lombok", "java", "jawa", "medan", "flores", "kalimantan", "surabaya", "aceh",
]
