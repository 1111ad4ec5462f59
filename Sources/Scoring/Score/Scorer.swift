public import Model
import Text

/// Scores one article: which phrases of `lexicon` stand in it, what they add up to, and what need they speak of.
///
/// A text that is not flagged as a whole is, where one passage of it would be by itself: a by-election whose reporter sees
/// who lives in the hut. Pure and deterministic; linear in the length of the text.
///
/// - Parameters:
///   - title: in Unicode NFC, one line; may be empty.
///   - text: in Unicode NFC, paragraphs separated by line feeds. Positions in the result count its Unicode scalars.
public func score(title: String, text: String, with lexicon: Lexicon) -> Score {
    let scorer = Scorer(lexicon: lexicon, hits: Hits(title: title, text: text, lexicon: lexicon))
    let counting = scorer.countingRules()
    let whole = scorer.score(of: counting)
    return whole.isFlagged ? whole : scorer.passageScore(besides: whole, of: counting) ?? whole
}

/// Adds up what the hits of one article bring.
struct Scorer {
    let lexicon: Lexicon
    let hits: Hits
    /// For each rule the numbers of its hits.
    private let byRule: [[Int]]
    /// For each sign the hits of the rules without conditions, in the order of their sentences: what the conditions of
    /// other rules look at.
    private let bySign: [[Int]]

    init(lexicon: Lexicon, hits: Hits) {
        (self.lexicon, self.hits) = (lexicon, hits)
        var byRule: [[Int]] = Array(repeating: [], count: lexicon.rules.count)
        var bySign: [[Int]] = Array(repeating: [], count: lexicon.signs.count)
        for index in hits.kept.indices {
            let rule = hits.kept[index].rule
            byRule[rule].append(index)
            guard lexicon.rules[rule].conditions.isEmpty else { continue }
            for sign in lexicon.rules[rule].signs { bySign[sign].append(index) }
        }
        (self.byRule, self.bySign) = (byRule, bySign)
    }

    /// - Parameter counting: what ``countingRules()`` found.
    func score(of counting: [Counting]) -> Score {
        let words = lexicon.words.found(title: hits.title, text: hits.text)
        var contributions = counting.filter { $0.points != 0 }.map(contribution)
        contributions += limits(of: counting)
        contributions += totalLimit(on: contributions)
        contributions += shortPhraseLimit(of: counting, on: contributions)
        contributions += ceiling(of: counting, on: contributions)
        let isProtected = counting.contains { $0.rule.protects }
        contributions += self.contributions(
            of: words, besides: contributions.reduce(0) { $0 + $1.points }, isProtected: isProtected,
            upTo: firmCeiling(of: counting))
        let ordered = Self.ordered(contributions)
        let urgency = urgency(of: counting)
        let raw = ordered.reduce(0) { $0 + $1.points }
        var score = Score(
            raw: raw, threshold: lexicon.settings.threshold, contributions: ordered,
            cleared: hits.cleared,
            needs: needs(
                of: counting, words: needs(of: words), isFlagged: Score.value(of: raw) >= lexicon.settings.threshold),
            urgency: urgency.level,
            urgencyReason: urgency.english,
            urgencyReasonMalay: urgency.malay, kind: kind(of: counting),
            isProtected: isProtected, lexicons: lexicon.versions,
            likelihood: likelihood(of: raw))
        score.isHelped = counting.contains { $0.rule.signs.contains { lexicon.signs[$0].isHelped } }
        return score
    }

    /// Equal points keep the order of the files, so that the same text always reads the same. What rules say comes before
    /// what words say: it is what a person can check.
    static func ordered(_ contributions: [Contribution]) -> [Contribution] {
        contributions.enumerated().sorted {
            ($0.element.isOfWords ? 1 : 0, $1.element.points, $0.offset)
                < ($1.element.isOfWords ? 1 : 0, $0.element.points, $1.offset)
        }.map(\.element)
    }

    func likelihood(of raw: Int) -> Likelihood? {
        lexicon.calibration.map { scale in
            Likelihood(
                perMille: scale.perMille(at: Score.value(of: raw)),
                isOfTheseRules: scale.fingerprint == lexicon.fingerprint)
        }
    }

    private func tallied(_ index: Int, _ found: [Int]) -> Counting {
        let rule = lexicon.rules[index]
        let isInLead = found.contains { hits.kept[$0].sentence < hits.leadEnd }
        var points = isInLead ? rule.points : rule.points * lexicon.settings.bodyShare / 100
        if rule.weighing.each != 0 {
            let further = min(hits.differentPhrases(of: found) - 1, Rule.Weighing.maximumFurther)
            points += rule.weighing.each * further
        }
        return Counting(rule: rule, number: index, points: points, isInLead: isInLead, hits: found)
    }

    func contribution(of item: Counting) -> Contribution {
        Contribution(
            rule: item.rule.id, en: item.rule.labelEnglish + (item.isInLead ? "" : " (after the lead)"),
            ms: item.rule.labelMalay + (item.isInLead ? "" : " (selepas pendahuluan)"), need: item.rule.need,
            points: item.points,
            evidence: item.hits.prefix(Self.maximumEvidence).map { hits.evidence(of: hits.kept[$0]) })
    }

    /// Evidence shown with one contribution.
    static let maximumEvidence = 5

    /// A rule that counts in this article.
    struct Counting {
        var rule: Rule
        var number: Int
        /// The rule's own, or a share of them where it counts only after the lead.
        var points: Int
        var isInLead: Bool
        /// Numbers of hits.
        var hits: [Int]
    }

    // MARK: Which rules count

    /// Discounts and caps are asked last: what speaks against one may be a combination of signs.
    func countingRules() -> [Counting] {
        let isDiscount = lexicon.rules.map { $0.points < 0 || $0.weighing.ceiling != nil }
        let counting = lexicon.rules.indices.filter { !isDiscount[$0] }
            .compactMap { index in hits(for: index).map { tallied(index, $0) } }
        let signs = Set(counting.flatMap(\.rule.signs))
        return counting
            + lexicon.rules.indices.filter { isDiscount[$0] }.compactMap { index in
                guard lexicon.rules[index].conditions.without.allSatisfy({ !signs.contains($0) }) else { return nil }
                return hits(for: index).map { tallied(index, $0) }
            }
    }

    /// The hits on which a rule counts; nil where it does not.
    private func hits(for index: Int) -> [Int]? {
        let conditions = lexicon.rules[index].conditions
        guard conditions.without.allSatisfy({ bySign[$0].isEmpty }) else { return nil }
        guard lexicon.rules[index].hasPhrases else { return window(of: conditions, around: nil) }
        var found = byRule[index]
        if !conditions.with.isEmpty {
            found = found.filter { window(of: conditions, around: hits.kept[$0].sentence) != nil }
        }
        let minimum = lexicon.rules[index].weighing.minimum
        guard found.count >= minimum else { return nil }
        return minimum > 1 && hits.differentPhrases(of: found) < minimum ? nil : found
    }

    /// The first hits that meet every group of the conditions within their scope.
    ///
    /// - Parameter sentence: where a rule's own phrase stands; nil for a rule without phrases, which may be met anywhere.
    private func window(of conditions: Rule.Conditions, around sentence: Int?) -> [Int]? {
        switch conditions.scope {
        case .article: return first(of: conditions.with, in: 0...Int.max - 1)
        case .lead: return first(of: conditions.with, in: 0...max(0, hits.leadEnd - 1))
        case .sentence, .near:
            let width = conditions.scope == .near ? 1 : 0
            if let sentence { return first(of: conditions.with, in: sentence - width...sentence + width) }
            return nearest(of: conditions.with, width: width)
        }
    }

    /// The first window of `width` sentences more than one that holds all groups. It begins where one of them stands, and
    /// not before the last of their first hits allows: each round moves on by a sentence at least.
    private func nearest(of groups: [[SignID]], width: Int) -> [Int]? {
        var start = 0
        while true {
            var met: [Int] = []
            for group in groups {
                guard let index = first(of: group, from: start) else { return nil }
                met.append(index)
            }
            let sentences = met.map { hits.kept[$0].sentence }
            guard let low = sentences.min(), let high = sentences.max() else { return nil }
            if high - low <= width { return met }
            start = max(low + 1, high - width)
        }
    }

    private func first(of groups: [[SignID]], in sentences: ClosedRange<Int>) -> [Int]? {
        var met: [Int] = []
        for group in groups {
            guard let index = first(of: group, from: sentences.lowerBound),
                hits.kept[index].sentence <= sentences.upperBound
            else { return nil }
            met.append(index)
        }
        return met
    }

    /// The first hit of any of the signs at or behind a sentence.
    private func first(of signs: [SignID], from sentence: Int) -> Int? {
        var best: Int?
        for sign in signs {
            let list = bySign[sign]
            let place = firstIndex(in: list, from: sentence)
            guard place < list.count else { continue }
            if best.map({ hits.kept[list[place]].sentence < hits.kept[$0].sentence }) ?? true { best = list[place] }
        }
        return best
    }

    private func firstIndex(in list: [Int], from sentence: Int) -> Int {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if hits.kept[list[middle]].sentence < sentence { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
