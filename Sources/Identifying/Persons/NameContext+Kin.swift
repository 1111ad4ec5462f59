import Model

/// Whose kin somebody is, as the words before the name say.
extension NameContext {
    /// `isterinya Rekaan`, `suami, Rekaan`, `her husband, Rekaan`; but `isteri Rekaan` is somebody else.
    func isKin(at index: Int, gap: Word.Gap) -> Bool {
        let word = words[index].folded
        guard !people[word].isDisjoint(with: .anyKin) else { return false }
        if word.hasSuffix("nya") || !gap.isDisjoint(with: [.comma, .semicolon, .colon]) { return true }
        guard index > 0 else { return false }
        let owner = words[index - 1].folded
        return ["his", "her", "their", "my"].contains(owner) || owner.hasSuffix("'s")
    }

    /// The word for kin in `isteri saya`, `anak bongsu dia`.
    func ownedKin(endingAt index: Int) -> Int? {
        guard index > 0, owners.contains(words[index].folded), words[index].gap.isPlain else { return nil }
        let isRanked = index > 1 && (ranks.contains(words[index - 1].folded) || words[index - 1].folded == "tunggal")
        let kin = isRanked ? index - 2 : index - 1
        return people[words[kin].folded].isDisjoint(with: .anyKin) ? nil : kin
    }

    func setKin(at index: Int, _ mention: inout NameMention) {
        let word = words[index].folded
        mention.kin = people[word].intersection(.anyKin)
        mention.relation = word.hasSuffix("nya") && word.utf8.count > 5 ? String(word.dropLast(3)) : word
        mention.points += 3
        // `lima anak`, `dua orang anak mereka`: the names that follow are theirs too.
        mention.isOneOfMany = (max(0, index - 2)..<index).contains {
            isSameSentence($0, index) && (smallNumber(words, at: $0)?.value ?? 0) > 1
        }
        // `arwah suaminya, Rekaan`, `her late husband, Rekaan`; in a headline the comma ends the clause.
        if index > 0, mention.field == .text || words[index + 1].gap.isPlain, words[index].gap.isPlain,
            people[words[index - 1].folded].contains(.late) || isLate(index - 1)
        {
            mention.isDead = true
        }
    }

    /// `Adik arwah Rekaan, Contoh, 50`: the second is the kin of the first.
    func readKinOfPrevious(_ previous: NameMention, _ mention: inout NameMention) {
        var index = previous.words.lowerBound - 1
        while index > 0, isTitle(index) || people[words[index].folded].contains(.late) { index -= 1 }
        guard index >= 0, isSameSentence(index, mention.words.lowerBound),
            !people[words[index].folded].isDisjoint(with: .anyKin), previous.relation == nil
        else { return }
        setKin(at: index, &mention)
    }

    /// `Suami isteri, Rekaan, 60, dan Contoh, 58`: two words that say nothing of either.
    func isCouple(endingAt index: Int) -> Bool {
        guard index > 0, words[index].gap.subtracting(.dash).isPlain else { return false }
        return coupleWords.contains(words[index].folded) && coupleWords.contains(words[index - 1].folded)
            || words[index].folded == "pasangan" || words[index].folded == "couple"
            || index > 1 && ["dan", "and"].contains(words[index - 1].folded)
                && coupleWords.contains(words[index].folded)
                && coupleWords.contains(words[index - 2].folded)
    }

    /// `Ibu kepada 4 orang anak`, `Bapa lima anak`, `Janda anak tiga`, `mother of six`: who bears the name that follows is the
    /// parent.
    ///
    /// - Returns: where the word for the parent stands.
    func parentOfMany(endingAt index: Int) -> Int? {
        var position = index
        var hasCount = false
        while position >= 0, index - position < 9, isSameSentence(position, index) {
            let word = words[position].folded
            if parentWords.contains(word) { return hasCount ? position : nil }
            if smallNumber(words, at: position) != nil {
                hasCount = true
            } else if !offspringWords.contains(word) {
                return nil
            }
            guard words[position].gap.subtracting(.dash).isPlain else { return nil }
            position -= 1
        }
        return nil
    }

    /// `Rekaan, 41, ibu kepada mangsa,`, `Rekaan, the mother of the victim`
    func readKin(after end: Int, _ mention: inout NameMention) {
        guard mention.relation == nil, words[end].gap.contains(.comma) || words[end].gap.contains(.close) else {
            return
        }
        let index = words[end].folded == "the" ? end + 1 : end
        guard index + 2 < words.count, !people[words[index].folded].isDisjoint(with: .anyKin),
            ["kepada", "of"].contains(words[index + 1].folded)
        else { return }
        let owner = words[index + 2].folded == "the" && index + 3 < words.count ? index + 3 : index + 2
        if ["mangsa", "victim", "deceased", "arwah", "allahyarham", "mendiang"].contains(words[owner].folded) {
            setKin(at: index, &mention)
        }
    }

    /// `the late`
    func isLate(_ index: Int) -> Bool {
        words[index].folded == "late" && index > 0 && lateOwners.contains(words[index - 1].folded)
    }
}

private let coupleWords: Set<String> = [
    "suami", "isteri", "ibu", "bapa", "husband", "wife", "mother", "father", "ayah", "mak",
]

private let lateOwners: Set<String> = ["the", "his", "her", "their", "my"]

private let parentWords: Set<String> = [
    "ibu", "bapa", "ayah", "emak", "mak", "balu", "janda", "duda", "nenek", "datuk", "mother", "father", "mum", "dad",
    "widow", "widower", "grandmother", "grandfather",
]

/// What stands between the word for a parent and the name, besides the number.
private let offspringWords: Set<String> = [
    "anak", "cahaya", "mata", "cucu", "orang", "kepada", "beranak", "tunggal", "of", "children", "kids", "muda",
    "warga",
    "emas", "oku", "lelaki", "perempuan", "kecil", "yatim", "itu", "tersebut", "ini",
]
