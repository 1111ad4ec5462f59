import Model

/// What the words after a name say of its bearer.
extension NameContext {
    func readAfter(_ mention: inout NameMention) {
        let end = mention.age.map { max($0.words.upperBound, mention.words.upperBound) } ?? mention.words.upperBound
        guard end < words.count, isSameSentence(mention.words.lowerBound, end) else { return }
        if isPost(at: end) { mention.isSpeaker = true }
        if people[words[end].folded].contains(.said) {
            // What follows is told of others.
            mention.points += 2
            mention.isQuoted = true
            return
        }
        if isDescribed(from: end) { mention.points += 3 }
        if isDeed(from: end) { mention.points += words[end].folded == "who" ? 3 : 2 }
        for index in end..<min(words.count, end + 12) where isSameSentence(end, index) {
            let classes = people[words[index].folded]
            // "Rekaan, suaminya meninggal dunia": the dead is another.
            if !classes.isDisjoint(with: .anyKin), index > end || words[index].folded.hasSuffix("nya") { break }
            if classes.contains(.dead) { mention.isDead = true }
            if carerWords.contains(words[index].folded) { mention.isCarer = true }
            if classes.contains(.accused), index - end < 10, isCharge(index) { mention.isAccused = true }
            if words[index].folded == "sebagai" || words[index].folded == "as", mention.occupation == nil {
                mention.occupation = occupation(after: index)
            }
        }
    }

    /// `Rekaan kini terlantar`, `Rekaan, who has been bedridden`: what only people do or suffer, after at most three small words.
    func isDeed(from end: Int) -> Bool {
        for index in end..<min(words.count, end + 4) where isSameSentence(end, index) {
            let word = words[index]
            if word.folded == "who", index == end { return true }
            guard index == end || word.gap.isPlain else { return false }
            if !people[word.folded].isDisjoint(with: [.deed, .dead]) { return true }
            guard smallWords.contains(word.folded) else { return false }
        }
        return false
    }

    /// `Rekaan, a Nepali of 41`, `Rekaan, seorang tukang kebun`
    private func isDescribed(from end: Int) -> Bool {
        guard words[end].gap.contains(.comma), ["a", "an", "seorang"].contains(words[end].folded) else { return false }
        return (end + 1..<min(words.count, end + 5)).contains {
            words[$0].gap.subtracting(.dash).isPlain && isPersonWord(at: $0)
        }
    }

    /// `Rekaan, the district police chief,`: the post stands behind the name.
    private func isPost(at end: Int) -> Bool {
        guard words[end].gap.contains(.comma) else { return false }
        for index in end..<min(words.count, end + 5) where isSameSentence(end, index) {
            guard index == end || words[index].gap.isPlain else { return false }
            if !people[words[index].folded].isDisjoint(with: [.office, .rank]) { return true }
        }
        return false
    }

    /// `didakwa` is both charged and alleged, `mengaku` both pleads and admits; of a crime where a court stands in the sentence.
    private func isCharge(_ index: Int) -> Bool {
        guard ["didakwa", "mengaku"].contains(words[index].folded) else { return true }
        let nearby = max(0, index - 20)..<min(words.count, index + 20)
        return nearby.contains {
            isSameSentence(index, $0)
                && ["mahkamah", "pertuduhan", "bersalah", "salah", "court"].contains(words[$0].folded)
        }
    }

    // MARK: Occupation

    /// The occupation that ends at most six words before the name.
    func occupation(endingNear index: Int) -> String? {
        var position = max(0, index - 6)
        var best: String?
        while position <= index {
            if isSameSentence(position, index), let match = finder.gazetteer.jobs.words.match(words, at: position) {
                best = finder.passage.text(of: position..<(position + match.count)).lowercased()
                position += match.count
            } else {
                position += 1
            }
        }
        return best
    }

    private func occupation(after index: Int) -> String? {
        for position in (index + 1)..<min(words.count, index + 3) {
            if let match = finder.gazetteer.jobs.words.match(words, at: position) {
                return finder.passage.text(of: position..<(position + match.count)).lowercased()
            }
        }
        return nil
    }
}

/// What somebody does who cares for the subject.
private let carerWords: Set<String> = ["menjaga", "menjaganya", "penjaga", "caregiver", "carer", "caring"]

/// What may stand between a name and what its bearer does.
private let smallWords: Set<String> = [
    "kini", "telah", "sudah", "masih", "juga", "turut", "yang", "pula", "itu", "terpaksa", "tidak", "hanya", "pernah",
    "sempat", "mula", "dah", "tak", "baru", "pun", "sedang", "dipercayai", "who", "is", "was", "has", "had", "have",
    "been", "now", "not", "also", "still", "never", "only", "were",
]
