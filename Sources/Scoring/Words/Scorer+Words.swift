import Model

/// What the single words of the text bring.
extension Scorer {
    /// One contribution: all words that speak for a case and all that speak against one, within their limit. Its evidence is
    /// the words that weigh most in its direction, in the order of the text. None where they cancel out.
    func contributions(of found: [WordWeights.Found]) -> [Contribution] {
        let limit = lexicon.words.limit
        let points = min(max(found.reduce(0) { $0 + $1.points }, -limit), limit)
        guard points != 0 else { return [] }
        let heaviest = found.enumerated().filter { $0.element.points * points > 0 }.sorted {
            (-abs($0.element.points), $0.offset) < (-abs($1.element.points), $1.offset)
        }
        .prefix(Self.maximumEvidence).sorted { $0.offset < $1.offset }
        return [
            Contribution(
                rule: Contribution.words,
                en: points > 0 ? "told in the words of a case" : "told in the words of other writing",
                ms: points > 0 ? "ditulis dengan perkataan sesuatu kes" : "ditulis dengan perkataan tulisan lain",
                need: nil, points: points,
                evidence: heaviest.map { hits.evidence(at: $0.element.place, isInTitle: $0.element.isInTitle) })
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
}
