import Model

/// Ages that a pronoun or a noun gives to somebody whom another sentence names.
struct PronounAges {
    let passage: Passage
    let ages: [AgeMention]

    /// `Rekaan came at 17. Now 29, she ...`: of the one name of the sentence before.
    func give(to mentions: inout [NameMention]) {
        var taken = Set(mentions.compactMap { $0.age?.words.lowerBound })
        for age in ages where age.frame == .spoken && !taken.contains(age.words.lowerBound) && hasPronoun(age) {
            let sentence = passage.sentence(of: age.words.lowerBound) - 1
            let named = mentions.indices.filter {
                mentions[$0].field == passage.field && passage.sentence(of: mentions[$0].words.lowerBound) == sentence
                    && mentions[$0].points > 0
            }
            guard named.count == 1, let index = named.first, isHead(mentions[index]) else { continue }
            let parts = mentions[index].parts
            guard !mentions[index].isSpeaker, !mentions.contains(where: { $0.parts == parts && $0.age != nil }) else {
                continue
            }
            mentions[index].age = age
            mentions[index].points += 3
            taken.insert(age.words.lowerBound)
        }
    }

    /// `he is 53`, `Now 29, she`, `Dia kini berusia 53 tahun`
    private func hasPronoun(_ age: AgeMention) -> Bool {
        let words = passage.words
        let around = max(0, age.words.lowerBound - 2)..<min(words.count, age.words.upperBound + 1)
        return words[around].contains {
            ["he", "she", "dia", "beliau"].contains($0.folded)
                && $0.sentence == words[age.words.lowerBound].sentence
        }
    }

    /// The sentence begins with the name, or with a title and the name.
    private func isHead(_ mention: NameMention) -> Bool {
        let start = mention.words.lowerBound
        let sentence = passage.sentence(of: start)
        return start < 2 || (1...2).contains { start >= $0 && passage.sentence(of: start - $0) < sentence }
    }
}
