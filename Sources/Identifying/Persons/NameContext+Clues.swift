import Model

/// What shows that capitalised words which no table knows name a person: the frame that they stand in.
extension NameContext {
    /// - Parameter index: the word before the name and its titles, of the same sentence.
    func readClues(before index: Int, _ mention: inout NameMention) {
        let next = words[index + 1]
        // `Pakcik saya (Rekaan, orang Contoh)` as well as `Ibu tunggal itu, Rekaan,`.
        let isSetOff = next.gap.contains(.comma) || next.gap.contains(.open)
        if isSetOff, isApposition(endingAt: index), closes(mention) {
            mention.points += 4
        } else if next.gap.isPlain {
            let word = words[index].folded
            if mention.age == nil { mention.points -= placing[word] ?? 0 }
            if isIntroduction(endingAt: index) { mention.points += 6 }
            if isPredicate(index, mention) { mention.points += 4 }
            if word == "one", closes(mention) || isFollowedByPerson(mention) { mention.points += 6 }
            // `said Rekaan`, `kata Rekaan`
            if people[word].contains(.said) { mention.points += 2 }
        }
    }

    /// `bernama`, `known only as`, `dikenal pasti sebagai`
    func isNaming(endingAt index: Int) -> Bool {
        if people[words[index].folded].contains(.called) { return true }
        return (max(0, index - 3)..<index).contains { start in
            people.words.match(words, at: start).map {
                $0.value.contains(.called) && start + $0.count == index + 1
            } ?? false
        }
    }

    /// Ships, cats and villages have names too; here a word for a person stands before.
    func isOfPerson(before index: Int) -> Bool {
        // `bernama` itself is also a news agency.
        var position = people[words[index].folded].contains(.called) ? index - 1 : index
        while position >= 0, index - position < 8, isSameSentence(position, index) {
            let classes = people[words[position].folded]
            // `anak buah kapal`, `anak kapal`: the crew, not the ship.
            if words[position].folded == "kapal",
                (1...2).contains(where: { position >= $0 && words[position - $0].folded == "anak" })
            {
                return true
            }
            if !classes.isDisjoint(with: [.thing, .site, .body]) { return false }
            if isPersonWord(at: position) { return true }
            position -= 1
        }
        return false
    }

    /// `Kucing bernama Rekaan`, `syarikat bernama Rekaan`
    func isOfThing(before index: Int) -> Bool {
        index > 0 && !people[words[index - 1].folded].isDisjoint(with: [.thing, .site, .body])
    }

    /// `Remaja OKU itu, Rekaan, ...`: what stands between this comma and the mark before it speaks of a person.
    private func isApposition(endingAt index: Int) -> Bool {
        var position = index
        while position >= 0, index - position < 9, isSameSentence(position, index) {
            let classes = people[words[position].folded]
            if !classes.isDisjoint(with: [.office, .rank]) { return false }
            if isPersonWord(at: position) { return true }
            // `di Kampung Contoh, Rekaan`: the nearer is a place.
            if !classes.isDisjoint(with: [.site, .thing]) || placing[words[position].folded] ?? 0 > 2 { return false }
            guard words[position].gap.subtracting(.dash).isPlain else { return false }
            position -= 1
        }
        return false
    }

    func isPersonWord(at index: Int) -> Bool {
        let classes = people[words[index].folded]
        return !classes.isDisjoint(with: [.anyKin, .anyNoun]) || owners.contains(words[index].folded)
            || finder.gazetteer.jobs.words[words[index].folded] != nil
            || index > 0 && finder.gazetteer.jobs.words.match(words, at: index - 1).map { $0.count > 1 } ?? false
    }

    /// A mark or a verb ends the name: `, Rekaan, ` and `, Rekaan berkata`, but not `, Rekaan Sdn`.
    func closes(_ mention: NameMention) -> Bool {
        let end = mention.words.upperBound
        guard end < words.count, isSameSentence(end - 1, end) else { return true }
        return !words[end].gap.isPlain || words[end].folded == "yang" || words[end].folded == "who"
            || !people[words[end].folded].isDisjoint(with: [.said, .deed, .dead])
    }

    /// `nama saya Rekaan`, `my name is Rekaan`, and `Saya Rekaan dari ...` at the beginning of a sentence.
    private func isIntroduction(endingAt index: Int) -> Bool {
        let word = words[index].folded
        guard index > 0, words[index].gap.isPlain else { return selfWords.contains(word) }
        let before = words[index - 1].folded
        return ["nama", "nme"].contains(before) && owners.contains(word)
            || ["name", "i"].contains(before) && ["is", "am"].contains(word)
            || selfWords.contains(word) && !isSameSentence(index - 1, index)
    }
}

private let selfWords: Set<String> = ["saya", "sy", "ambo", "aku"]

/// What stands before a place rather than a person, and the points that it takes.
let placing: [String: Int] = [
    "di": 5, "kat": 5, "kt": 5, "dekat": 5, "dkt": 5, "area": 5, "sekitar": 5, "berhampiran": 5, "in": 5, "at": 5,
    "near": 5, "outside": 5, "around": 5, "ke": 4, "dari": 2, "from": 2, "off": 4,
]
