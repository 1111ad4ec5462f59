import Model

/// Names that stand in one list: `Rekaan, Contoh dan Umpama, 34`. What shows one to be a person shows the others.
extension NameFinder {
    func joinLists(_ mentions: inout [NameMention]) {
        for index in mentions.indices.dropFirst() {
            join(mentions[index - 1], to: &mentions[index])
            var pair = (mentions[index - 1], mentions[index])
            distribute(&pair.0, &pair.1)
            (mentions[index - 1], mentions[index]) = pair
        }
        for index in mentions.indices.dropLast().reversed() {
            join(mentions[index + 1], to: &mentions[index])
            share(mentions[index + 1], with: &mentions[index])
        }
    }

    /// `Rekaan dan Contoh, masing-masing berusia 34 dan 29 tahun`, `Rekaan and Contoh, 34 and 29,`
    private func distribute(_ first: inout NameMention, _ second: inout NameMention) {
        guard first.age == nil, second.age == nil || second.age?.frame == .bracketed, first.points > 0,
            second.points > 0, areListed(first, second)
        else { return }
        let words = passage.words
        var index = second.words.upperBound
        guard index < words.count, words[index].gap.contains(.comma) || words[index].folded.hasPrefix("masing") else {
            return
        }
        while index < words.count, respectively.contains(words[index].folded) { index += 1 }
        guard index + 2 < words.count, let one = words[index].number, let other = words[index + 2].number,
            ["dan", "and"].contains(words[index + 1].folded), words[index + 1].gap.isPlain,
            (1...oldestAge).contains(one), (1...oldestAge).contains(other),
            index + 3 == words.count || !words[index + 3].gap.isPlain
                || ["tahun", "respectively"].contains(words[index + 3].folded),
            second.age.map({ $0.words.lowerBound == index }) ?? true
        else { return }
        first.age = AgeMention(age: .init(years: one), words: index..<(index + 1), frame: .bracketed)
        second.age = AgeMention(age: .init(years: other), words: (index + 2)..<(index + 3), frame: .bracketed)
        first.points += 6
        second.points += 6
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
        if known.isOneOfMany, known.words.lowerBound < mention.words.lowerBound, mention.relation == nil {
            (mention.relation, mention.kin, mention.isOneOfMany) = (known.relation, known.kin, true)
        }
        mention.points = max(mention.points, mention.parts.count > 1 ? 3 : 6)
    }

    /// Only a comma, `dan` or an age stands between.
    private func areListed(_ a: NameMention, _ b: NameMention) -> Bool {
        let (first, second) = a.words.lowerBound < b.words.lowerBound ? (a, b) : (b, a)
        let start = max(first.words.upperBound, first.age?.words.upperBound ?? 0)
        let end = second.words.lowerBound
        guard start <= end, end - start <= 8, passage.sentence(of: first.words.lowerBound) == passage.sentence(of: end)
        else { return false }
        let between = passage.words[start..<end]
        guard between.count <= 2 else { return isIntroduced(between) }
        let hasAnd = between.contains { listLinks.contains($0.folded) }
        let isComma = between.isEmpty && passage.words[end].gap.subtracting([.blank, .close]) == .comma
        let isSeries =
            first.isListed || second.isListed
            || first.parts.count > 1 && second.parts.count > 1 && first.points > 0 && second.points > 0
        return (hasAnd || isComma && isSeries) && between.allSatisfy(isListWord)
    }

    /// `Rekaan serta seorang warga Indonesia bernama Contoh`
    private func isIntroduced(_ between: ArraySlice<Word>) -> Bool {
        guard let first = between.first, let last = between.last else { return false }
        return listLinks.contains(first.folded) && ["bernama", "iaitu", "named"].contains(last.folded)
            && between.dropFirst().allSatisfy { $0.gap.isPlain && !$0.isNumber }
    }

    private func isListWord(_ word: Word) -> Bool {
        listLinks.contains(word.folded) || gazetteer.people[word.folded].contains(.title)
    }
}

private let listLinks: Set<String> = ["dan", "and", "serta", "bersama", "manakala"]

/// What stands between two names and their two ages.
private let respectively: Set<String> = ["masing", "masing-masing", "berusia", "berumur", "aged", "who", "were", "are"]
