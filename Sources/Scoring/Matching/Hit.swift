import Model
import Text

/// A phrase of a rule that stands in the title or text.
struct Hit {
    var rule: Int
    var field: Evidence.Field
    /// In units of its field, half-open.
    var units: Range<Int>
    /// Counts on through title and text, so that neighbours differ by one; the title's are first.
    var sentence: Int
    var evidence: Evidence
}

/// The hits of a lexicon in an article, and those that something cleared.
struct Hits {
    private(set) var kept: [Hit] = []
    private(set) var cleared: [ClearedPhrase] = []
    /// Sentences from 0 up to here are the title and the lead.
    private(set) var leadEnd = 0

    /// Enough to explain; an article that repeats one phrase a thousand times must not fill a store.
    static let maximumPerRule = 40
    static let maximumCleared = 60

    init(title: String, text: String, lexicon: Lexicon) {
        let title = unitText(title, .title, lexicon)
        let body = unitText(text, .text, lexicon)
        let titleSentences = (title.tokens.last?.sentence).map { $0 + 1 } ?? 0
        leadEnd = titleSentences + lexicon.settings.leadSentences
        add(title, firstSentence: 0, lexicon)
        add(body, firstSentence: titleSentences, lexicon)
    }

    private mutating func add(_ text: UnitText, firstSentence: Int, _ lexicon: Lexicon) {
        var found = Found(text: text, firstSentence: firstSentence)
        found.search(lexicon)
        for var hit in found.hits {
            let rule = lexicon.rules[hit.rule]
            guard isIn(rule.field, hit) else { continue }
            hit.evidence = text.evidence(hit.units)
            if let reason = found.clears(hit, rule: rule, lexicon: lexicon) {
                guard cleared.count < Self.maximumCleared else { continue }
                cleared.append(ClearedPhrase(rule: rule.id, reason: reason, evidence: hit.evidence))
            } else {
                kept.append(hit)
            }
        }
    }

    private func isIn(_ field: Rule.Field, _ hit: Hit) -> Bool {
        switch field {
        case .any: true
        case .title: hit.field == .title
        case .text: hit.field == .text
        case .lead: hit.sentence < leadEnd
        }
    }
}

private func unitText(_ text: String, _ field: Evidence.Field, _ lexicon: Lexicon) -> UnitText {
    UnitText(text, field: field, vocabulary: lexicon.vocabulary, shortForms: lexicon.shortForms)
}

extension UnitText {
    fileprivate func evidence(_ range: Range<Int>) -> Evidence {
        Evidence(
            field: field, range: scalars(from: range.lowerBound, to: range.upperBound),
            exact: exact(from: range.lowerBound, to: range.upperBound), sentence: units[range.lowerBound].sentence)
    }
}

/// What the phrases of a lexicon found in one field.
private struct Found {
    let text: UnitText
    let firstSentence: Int
    var hits: [Hit] = []

    /// The reach of the negation that ends just before a unit.
    private var negations: [Int: Int] = [:]
    /// Sentences in which a rule's `unless` stands.
    private var unless: [Int: Set<Int>] = [:]
    private var counts: [Int: Int] = [:]

    init(text: UnitText, firstSentence: Int) { (self.text, self.firstSentence) = (text, firstSentence) }

    mutating func search(_ lexicon: Lexicon) {
        var noNegations: [Range<Int>] = []
        let spans = ListSpans(of: lexicon.lists, in: text)
        var negators: [(range: Range<Int>, reach: Int)] = []
        lexicon.phrases.matches(in: text, lists: spans) { output, start, end in
            switch lexicon.outputs[output] {
            case .phrase(let rule): add(rule: rule, start..<end)
            case .unless(let rule): unless[rule, default: []].insert(firstSentence + text.units[start].sentence)
            case .negation(let reach): negators.append((start..<end, reach))
            case .noNegation: noNegations.append(start..<end)
            }
        }
        // Both lists are in the order of their beginnings, so one look back is enough.
        var next = 0
        var covered = 0
        for (range, reach) in negators {
            while next < noNegations.count, noNegations[next].lowerBound <= range.lowerBound {
                covered = max(covered, noNegations[next].upperBound)
                next += 1
            }
            if range.upperBound > covered { negations[range.upperBound] = max(reach, negations[range.upperBound] ?? 0) }
        }
        markCovered(lexicon)
    }

    private mutating func add(rule: Int, _ range: Range<Int>) {
        counts[rule, default: 0] += 1
        guard counts[rule, default: 0] <= Hits.maximumPerRule else { return }
        let sentence = firstSentence + text.units[range.lowerBound].sentence
        let blank = Evidence(field: text.field, range: 0..<0, exact: "", sentence: 0)
        hits.append(Hit(rule: rule, field: text.field, units: range, sentence: sentence, evidence: blank))
    }

    // MARK: Clearing

    /// Indices of hits that lie inside a longer phrase of the same sign, or of a rule that swallows.
    private var covered: Set<[Int]> = []

    private mutating func markCovered(_ lexicon: Lexicon) {
        hits.sort {
            ($0.units.lowerBound, -$0.units.upperBound, $0.rule) < ($1.units.lowerBound, -$1.units.upperBound, $1.rule)
        }
        // A hit lies inside an earlier one if that one's end is not before its own.
        var swallowedTo = 0..<0
        var ends: [SignID: Range<Int>] = [:]
        for hit in hits {
            let rule = lexicon.rules[hit.rule]
            let isInside = { (longer: Range<Int>) in longer.upperBound >= hit.units.upperBound && longer != hit.units }
            if !rule.swallows, swallowedTo.upperBound >= hit.units.upperBound, !swallowedTo.isEmpty {
                covered.insert([hit.units.lowerBound, hit.units.upperBound, hit.rule])
            } else if rule.signs.contains(where: { sign in ends[sign].map(isInside) ?? false }) {
                covered.insert([hit.units.lowerBound, hit.units.upperBound, hit.rule])
            }
            if rule.swallows, hit.units.upperBound > swallowedTo.upperBound { swallowedTo = hit.units }
            for sign in rule.signs where hit.units.upperBound > (ends[sign]?.upperBound ?? 0) { ends[sign] = hit.units }
        }
    }

    func clears(_ hit: Hit, rule: Rule, lexicon: Lexicon) -> ClearedPhrase.Reason? {
        if covered.contains([hit.units.lowerBound, hit.units.upperBound, hit.rule]) { return .covered }
        if rule.isNegatable, isNegated(hit) { return .negated }
        if let sentences = unless[hit.rule] {
            switch rule.unlessScope {
            case .sentence: if sentences.contains(hit.sentence) { return .context }
            case .near:
                if (hit.sentence - 1...hit.sentence + 1).contains(where: sentences.contains) { return .context }
            case .lead, .article: return .context
            }
        }
        return nil
    }

    /// A negation in front of the phrase, in the same clause, that reaches it.
    private func isNegated(_ hit: Hit) -> Bool {
        var position = hit.units.lowerBound
        for distance in 0..<8 {
            if let reach = negations[position], distance < reach { return true }
            guard position > 0, text.units[position].separation == .none else { return false }
            position -= 1
        }
        return false
    }
}
