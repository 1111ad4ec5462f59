/// Names that stand in one list: `Rekaan, Contoh dan Umpama, 34`. What shows one to be a person shows the others.
extension NameFinder {
    func joinLists(_ mentions: inout [NameMention]) {
        for index in mentions.indices.dropFirst() { join(mentions[index - 1], to: &mentions[index]) }
        for index in mentions.indices.dropLast().reversed() {
            join(mentions[index + 1], to: &mentions[index])
            share(mentions[index + 1], with: &mentions[index])
        }
    }

    /// `Rekaan dan Contoh, both 32`
    private func share(_ known: NameMention, with mention: inout NameMention) {
        guard let age = known.age, age.frame == .shared, mention.age == nil, areListed(known, mention) else { return }
        mention.age = age
        mention.points += 6
    }

    private func join(_ known: NameMention, to mention: inout NameMention) {
        guard known.points >= 3, !known.isSpeaker, !mention.isSpeaker, mention.points >= 0, areListed(known, mention)
        else { return }
        mention.isListed = true
        mention.points = max(mention.points, mention.parts.count > 1 ? 3 : 6)
    }

    /// Only a comma, `dan` or an age stands between.
    private func areListed(_ a: NameMention, _ b: NameMention) -> Bool {
        let (first, second) = a.words.lowerBound < b.words.lowerBound ? (a, b) : (b, a)
        let start = max(first.words.upperBound, first.age?.words.upperBound ?? 0)
        let end = second.words.lowerBound
        guard start <= end, end - start <= 2, passage.sentence(of: first.words.lowerBound) == passage.sentence(of: end)
        else { return false }
        let between = passage.words[start..<end]
        let hasAnd = between.contains { listLinks.contains($0.folded) }
        let isComma = between.isEmpty && passage.words[end].gap.subtracting([.blank, .close]) == .comma
        let isSeries =
            first.isListed || second.isListed
            || first.parts.count > 1 && second.parts.count > 1 && first.points > 0 && second.points > 0
        return (hasAnd || isComma && isSeries) && between.allSatisfy(isListWord)
    }

    private func isListWord(_ word: Word) -> Bool {
        listLinks.contains(word.folded) || gazetteer.people[word.folded].contains(.title)
    }
}

private let listLinks: Set<String> = ["dan", "and", "serta", "bersama", "manakala"]
