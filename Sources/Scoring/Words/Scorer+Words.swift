import Model

/// What the single words of the text bring.
extension Scorer {
    /// At most one contribution for the words of cases and one for those of other writing, and one that keeps their sum
    /// in its bounds.
    func contributions(of found: [WordWeights.Found]) -> [Contribution] {
        let (speaking, other) = (found.filter { $0.points > 0 }, found.filter { $0.points < 0 })
        var contributions: [Contribution] = []
        if !speaking.isEmpty {
            contributions.append(
                contribution("for", en: "words that cases are told in", ms: "perkataan yang biasa dalam kes", speaking))
        }
        if !other.isEmpty {
            contributions.append(
                contribution("against", en: "words of other writing", ms: "perkataan tulisan lain", other))
        }
        let sum = contributions.reduce(0) { $0 + $1.points }
        let limit = lexicon.words.limit
        guard abs(sum) > limit else { return contributions }
        return contributions + [
            Contribution(
                rule: "words.limit", en: "at most \(limit) for single words, either way",
                ms: "paling banyak \(limit) untuk perkataan, ke mana-mana arah", need: nil,
                points: (sum > 0 ? limit : -limit) - sum, evidence: [])
        ]
    }

    /// The sign that the words stand for; nil where they bring too little.
    func sign(of found: [WordWeights.Found]) -> SignID? {
        found.reduce(0) { $0 + $1.points } >= lexicon.words.signFrom ? lexicon.words.sign : nil
    }

    /// How much the words speak for each need; empty where no words have such points.
    func needs(of found: [WordWeights.Found]) -> [Need: Int] {
        var points: [Need: Int] = [:]
        for item in found {
            for (need, value) in item.meaning.needs { points[need, default: 0] += value }
        }
        return points
    }

    /// With the words that weigh most as its evidence, in the order of the text.
    private func contribution(
        _ name: String, en: String, ms: String, _ found: [WordWeights.Found]
    ) -> Contribution {
        let heaviest = found.enumerated().sorted {
            (-abs($0.element.points), $0.offset) < (-abs($1.element.points), $1.offset)
        }
        .prefix(Self.maximumEvidence).sorted { $0.offset < $1.offset }
        return Contribution(
            rule: "words." + name, en: en, ms: ms, need: nil, points: found.reduce(0) { $0 + $1.points },
            evidence: heaviest.map { hits.evidence(at: $0.element.place, isInTitle: $0.element.isInTitle) })
    }
}
