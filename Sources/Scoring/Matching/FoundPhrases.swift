import Model
import Text

/// What the phrases of a lexicon found in one field, and what clears it.
struct FoundPhrases {
    /// In the order of their beginnings, longer ones first.
    private(set) var hits: [Hit] = []

    private let text: UnitText
    private let firstSentence: Int
    /// The reach of the negation that ends just before a unit.
    private var negations: [Int: Int] = [:]
    /// Sentences in which a rule's `unless` stands.
    private var unless: [Int: Set<Int>] = [:]
    /// Sentences in which one of a rule's required phrases stands.
    private var required: [Int: Set<Int>] = [:]

    init(in text: UnitText, firstSentence: Int, lexicon: Lexicon) {
        (self.text, self.firstSentence) = (text, firstSentence)
        var counts: [Int: Int] = [:]
        var negators: [(range: Range<Int>, reach: Int)] = []
        var noNegations: [Range<Int>] = []
        let spans = ListSpans(of: lexicon.lists, in: text)
        for match in lexicon.phrases.matches(in: text, lists: spans) {
            let units = match.units
            let sentence = firstSentence + text.units[units.lowerBound].sentence
            switch lexicon.outputs[match.output] {
            case .phrase(let rule):
                counts[rule, default: 0] += 1
                guard counts[rule, default: 0] <= Hits.maximumPerRule else { continue }
                hits.append(Hit(rule: rule, field: text.field, units: units, sentence: sentence))
            case .unless(let rule): unless[rule, default: []].insert(sentence)
            case .required(let rule): required[rule, default: []].insert(sentence)
            case .negation(let reach): negators.append((units, reach))
            case .noNegation: noNegations.append(units)
            }
        }
        markNegations(negators, except: noNegations)
        markCovered(lexicon)
    }

    /// Both lists are in the order of their beginnings, so one look back is enough.
    private mutating func markNegations(_ negators: [(range: Range<Int>, reach: Int)], except noNegations: [Range<Int>])
    {
        var next = 0
        var covered = 0
        for (range, reach) in negators {
            while next < noNegations.count, noNegations[next].lowerBound <= range.lowerBound {
                covered = max(covered, noNegations[next].upperBound)
                next += 1
            }
            if range.upperBound > covered { negations[range.upperBound] = max(reach, negations[range.upperBound] ?? 0) }
        }
    }

    /// A hit lies inside an earlier one if that one's end is not before its own.
    private mutating func markCovered(_ lexicon: Lexicon) {
        hits.sort {
            ($0.units.lowerBound, -$0.units.upperBound, $0.rule) < ($1.units.lowerBound, -$1.units.upperBound, $1.rule)
        }
        var swallowedTo = 0
        var longest: [Range<Int>] = Array(repeating: 0..<0, count: lexicon.signs.count)
        for index in hits.indices {
            let (rule, units) = (hits[index].rule, hits[index].units)
            let swallows = lexicon.rules[rule].swallows
            // Two spellings of one phrase may find the same words.
            let isTwin = index > 0 && hits[index - 1].rule == rule && hits[index - 1].units == units
            var isCovered = isTwin || !swallows && swallowedTo >= units.upperBound
            for sign in lexicon.rules[rule].signs {
                if longest[sign].upperBound >= units.upperBound, longest[sign] != units { isCovered = true }
                if longest[sign].upperBound < units.upperBound { longest[sign] = units }
            }
            hits[index].isCovered = isCovered
            if swallows { swallowedTo = max(swallowedTo, units.upperBound) }
        }
    }

    /// Why a hit does not count; nil where it does.
    func clears(_ hit: Hit, lexicon: Lexicon) -> ClearedPhrase.Reason? {
        if hit.isCovered { return .covered }
        if lexicon.rules[hit.rule].isNegatable, isNegated(hit) { return .negated }
        let rule = lexicon.rules[hit.rule]
        if let scope = rule.requiresScope, !stands(in: required[hit.rule], scope, of: hit) { return .context }
        return stands(in: unless[hit.rule], rule.unlessScope, of: hit) ? .context : nil
    }

    /// Whether one of some sentences of this field is within `scope` of a hit.
    private func stands(in sentences: Set<Int>?, _ scope: Rule.Scope, of hit: Hit) -> Bool {
        guard let sentences else { return false }
        switch scope {
        case .sentence: return sentences.contains(hit.sentence)
        case .near: return (hit.sentence - 1...hit.sentence + 1).contains(where: sentences.contains)
        case .lead, .article: return true
        }
    }

    /// A negation in front of the phrase, in the same clause, that reaches it.
    private func isNegated(_ hit: Hit) -> Bool {
        var position = hit.units.lowerBound
        for distance in 0..<NodeReader.maximumReach {
            if let reach = negations[position], distance < reach { return true }
            guard position > 0, text.units[position].separation == .none else { return false }
            position -= 1
        }
        return false
    }
}
