public import Model
import Text

/// Scores one article: which phrases of `lexicon` stand in it, what they add up to, and what need they speak of.
///
/// Pure and deterministic; linear in the length of the text.
///
/// - Parameters:
///   - title: in Unicode NFC, one line; may be empty.
///   - text: in Unicode NFC, paragraphs separated by line feeds. Positions in the result count its Unicode scalars.
public func score(title: String, text: String, with lexicon: Lexicon) -> Score {
    Scorer(lexicon: lexicon, hits: Hits(title: title, text: text, lexicon: lexicon)).score()
}

/// Adds up what the hits of one article bring.
struct Scorer {
    let lexicon: Lexicon
    let hits: Hits
    private let byRule: [Int: [Hit]]
    /// The hits of the rules without conditions, for the conditions of the others.
    private let bySign: [SignID: [Hit]]

    init(lexicon: Lexicon, hits: Hits) {
        (self.lexicon, self.hits) = (lexicon, hits)
        byRule = Dictionary(grouping: hits.kept, by: \.rule)
        var signs: [SignID: [Hit]] = [:]
        for hit in hits.kept where lexicon.rules[hit.rule].conditions.isEmpty {
            for sign in lexicon.rules[hit.rule].signs { signs[sign, default: []].append(hit) }
        }
        bySign = signs.mapValues { $0.sorted { $0.sentence < $1.sentence } }
    }

    func score() -> Score {
        let counting = lexicon.rules.indices.compactMap { index in
            evidence(for: index).map { tallied(index, $0) }
        }
        var contributions = counting.map(\.contribution).filter { $0.points != 0 }
        contributions += limits(of: counting)
        // Equal points keep the order of the files, so that the same text always reads the same.
        let ordered = contributions.enumerated().sorted {
            ($1.element.points, $0.offset) < ($0.element.points, $1.offset)
        }.map(\.element)
        let urgency = urgency(of: counting)
        return Score(
            raw: ordered.reduce(0) { $0 + $1.points }, threshold: lexicon.settings.threshold, contributions: ordered,
            cleared: hits.cleared, needs: needs(of: counting), urgency: urgency.level, urgencyReason: urgency.reason,
            kind: kind(of: counting), isProtected: counting.contains { $0.rule.protects },
            lexicons: lexicon.versions)
    }

    private func tallied(_ index: Int, _ evidence: [Evidence]) -> Counting {
        let rule = lexicon.rules[index]
        let isInLead = evidence.contains { $0.field == .title || $0.sentence < lexicon.settings.leadSentences }
        let points = isInLead ? rule.points : rule.points * lexicon.settings.bodyShare / 100
        return Counting(rule: rule, number: index, points: points, evidence: evidence)
    }

    /// A rule that counts in this article.
    struct Counting {
        var rule: Rule
        var number: Int
        /// The rule's own, or a share of them where it counts only after the lead.
        var points: Int
        var evidence: [Evidence]

        /// Evidence shown with one contribution.
        static let maximumEvidence = 5

        var contribution: Contribution {
            Contribution(
                rule: rule.id, en: rule.labelEnglish, ms: rule.labelMalay, need: rule.need, points: points,
                evidence: Array(evidence.prefix(Self.maximumEvidence)))
        }
    }

    // MARK: Which rules count

    /// The evidence on which a rule counts; nil where it does not.
    private func evidence(for index: Int) -> [Evidence]? {
        let rule = lexicon.rules[index]
        guard !rule.conditions.without.contains(where: { bySign[$0] != nil }) else { return nil }
        if rule.hasPhrases {
            guard let found = byRule[index] else { return nil }
            guard !rule.conditions.with.isEmpty else { return found.map(\.evidence) }
            let met = found.filter { window(of: rule.conditions, around: $0.sentence) != nil }
            return met.isEmpty ? nil : met.map(\.evidence)
        }
        return window(of: rule.conditions, around: nil)
    }

    /// The first hits that meet every group of the conditions within their scope.
    ///
    /// - Parameter sentence: where a rule's own phrase stands; nil for a rule without phrases, which may be met anywhere.
    private func window(of conditions: Rule.Conditions, around sentence: Int?) -> [Evidence]? {
        let groups = conditions.with.map { group in group.flatMap { bySign[$0] ?? [] } }
        guard groups.allSatisfy({ !$0.isEmpty }) else { return nil }
        switch conditions.scope {
        case .article: return groups.compactMap { $0.first?.evidence }
        case .lead: return first(of: groups, in: 0...max(0, hits.leadEnd - 1))
        case .sentence, .near:
            let width = conditions.scope == .near ? 1 : 0
            if let sentence { return first(of: groups, in: sentence - width...sentence + width) }
            // Every window that holds all groups begins at a hit of one of them.
            for start in Set(groups.joined().map(\.sentence)).sorted() {
                if let met = first(of: groups, in: start...start + width) { return met }
            }
            return nil
        }
    }

    private func first(of groups: [[Hit]], in sentences: ClosedRange<Int>) -> [Evidence]? {
        var met: [Evidence] = []
        for group in groups {
            guard let hit = group.first(where: { sentences.contains($0.sentence) }) else { return nil }
            met.append(hit.evidence)
        }
        return met
    }

    // MARK: Limits

    /// A sign's rules together bring no more than its limit; what is over it is taken off again, in the open.
    private func limits(of counting: [Counting]) -> [Contribution] {
        lexicon.signs.indices.compactMap { index in
            let sign = lexicon.signs[index]
            guard let limit = sign.limit else { return nil }
            let sum = counting.reduce(0) { $0 + ($1.rule.signs.first == index ? max(0, $1.points) : 0) }
            guard sum > limit else { return nil }
            return Contribution(
                rule: "limit.\(sign.name)", en: "at most \(limit) for \(sign.labelEnglish)",
                ms: "paling banyak \(limit) untuk \(sign.labelMalay)", need: nil, points: limit - sum, evidence: [])
        }
    }
}
