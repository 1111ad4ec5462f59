import Model

/// What keeps the sum in bounds. Each limit is a contribution of its own, with negative points, so that the sum stays one
/// that a person can follow.
extension Scorer {
    /// A sign's rules together bring no more than its limit; what is over it is taken off again, in the open.
    func limits(of counting: [Counting]) -> [Contribution] {
        lexicon.signs.indices.compactMap { index in
            let sign = lexicon.signs[index]
            guard let limit = sign.limit else { return nil }
            let sum = counting.reduce(0) { $0 + ($1.rule.signs.first == index ? max(0, $1.points) : 0) }
            guard sum > limit else { return nil }
            return Contribution(
                rule: Self.limitPrefix + sign.name, en: "at most \(limit) for \(sign.labelEnglish)",
                ms: "paling banyak \(limit) untuk \(sign.labelMalay)", need: nil, points: limit - sum, evidence: [])
        }
    }

    /// All that speaks for a lead brings no more than the total limit, limits of signs included.
    func totalLimit(on contributions: [Contribution]) -> [Contribution] {
        let limit = lexicon.settings.totalLimit
        let sum = contributions.reduce(0) { sum, item in
            sum + (item.points > 0 || item.rule.hasPrefix(Self.limitPrefix) ? item.points : 0)
        }
        guard sum > limit else { return [] }
        return [
            Contribution(
                rule: Self.limitPrefix + "total", en: "at most \(limit) for all signs together",
                ms: "paling banyak \(limit) untuk semua tanda", need: nil, points: limit - sum, evidence: [])
        ]
    }

    /// The lowest cap of a rule that counts, where the sum is over it.
    func ceiling(of counting: [Counting], on contributions: [Contribution]) -> [Contribution] {
        let caps = counting.compactMap { item in item.rule.weighing.ceiling.map { (ceiling: $0, item: item) } }
        guard let lowest = caps.min(by: { $0.ceiling < $1.ceiling }) else { return [] }
        let sum = contributions.reduce(0) { $0 + $1.points }
        guard sum > lowest.ceiling else { return [] }
        let rule = lowest.item.rule
        return [
            Contribution(
                rule: "cap." + rule.id,
                en: (rule.weighing.isFirm ? "" : "rules bring ") + "at most \(lowest.ceiling): \(rule.labelEnglish)",
                ms: (rule.weighing.isFirm ? "" : "peraturan memberi ")
                    + "paling banyak \(lowest.ceiling): \(rule.labelMalay)", need: nil, points: lowest.ceiling - sum,
                evidence: lowest.item.hits.prefix(Self.maximumEvidence).map { hits.evidence(of: hits.kept[$0]) })
        ]
    }

    /// The lowest cap that holds for common words too; nil where none counts.
    func firmCeiling(of counting: [Counting]) -> Int? {
        counting.filter(\.rule.weighing.isFirm).compactMap(\.rule.weighing.ceiling).min()
    }

    /// Two words alone flag nobody, however many rules find them ("suami lumpuh" is in nine): what rests on the same one or
    /// two words, met once or in title and text, brings less than the threshold; common words that speak for a case may lift
    /// it over. Longer ones may reach it: a headline is often one phrase ("pelayan restoran maut akibat letupan").
    func shortPhraseLimit(of counting: [Counting], on contributions: [Contribution]) -> [Contribution] {
        let sum = contributions.reduce(0) { $0 + $1.points }
        let limit = lexicon.settings.threshold - 1
        guard sum > limit else { return [] }
        let speaking = counting.filter { $0.points > 0 }.flatMap(\.hits)
            .filter { !lexicon.rules[hits.kept[$0].rule].swallows }
        guard let phrase = hits.onlyPhrase(of: Set(speaking).sorted(), words: 2) else { return [] }
        return [
            Contribution(
                rule: Self.limitPrefix + "short-phrase", en: "at most \(limit) for two words alone",
                ms: "paling banyak \(limit) untuk dua perkataan sahaja", need: nil, points: limit - sum,
                evidence: [phrase])
        ]
    }

    private static let limitPrefix = "limit."
}
