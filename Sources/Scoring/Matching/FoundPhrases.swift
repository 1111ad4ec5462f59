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
    private(set) var context = Context()

    /// Where the words stand that clear a rule's phrases, or without which they do not count: sentences, counted through
    /// title and text, by the rule's number.
    struct Context {
        fileprivate(set) var unless: [Int: Set<Int>] = [:]
        fileprivate(set) var required: [Int: Set<Int>] = [:]

        /// Of title and text together.
        func joined(with other: Context) -> Context {
            Context(
                unless: unless.merging(other.unless) { $0.union($1) },
                required: required.merging(other.required) { $0.union($1) })
        }
    }

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
                guard counts[rule, default: 0] <= Self.maximumPerRule else { continue }
                hits.append(Hit(rule: rule, field: text.field, units: units, sentence: sentence))
            case .unless(let rule): context.unless[rule, default: []].insert(sentence)
            case .required(let rule): context.required[rule, default: []].insert(sentence)
            case .negation(let reach): negators.append((units, reach))
            case .noNegation: noNegations.append(units)
            }
        }
        markNegations(negators, except: noNegations)
        markCovered(lexicon)
    }

    /// Of which a field keeps hits of one rule: an article that repeats a phrase for ever must not fill the memory.
    private static let maximumPerRule = 2000

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

    /// A hit lies inside an earlier one if that one's end is not before its own. What swallows takes also what begins
    /// inside it and goes on: "Sungai Petani lumpuh" is no paralysed farmer.
    private mutating func markCovered(_ lexicon: Lexicon) {
        hits.sort {
            ($0.units.lowerBound, -$0.units.upperBound, $0.rule) < ($1.units.lowerBound, -$1.units.upperBound, $1.rule)
        }
        var (swallowedFrom, swallowedTo) = (0, 0)
        var longest: [Range<Int>] = Array(repeating: 0..<0, count: lexicon.signs.count)
        for index in hits.indices {
            let (rule, units) = (hits[index].rule, hits[index].units)
            let swallows = lexicon.rules[rule].swallows
            // Two spellings of one phrase may find the same words.
            let isTwin = index > 0 && hits[index - 1].rule == rule && hits[index - 1].units == units
            let isSwallowed = swallowedTo > units.lowerBound && (!swallows || swallowedFrom < units.lowerBound)
            var isCovered = isTwin || isSwallowed
            for sign in lexicon.rules[rule].signs {
                if longest[sign].upperBound >= units.upperBound, longest[sign] != units { isCovered = true }
                if longest[sign].upperBound < units.upperBound { longest[sign] = units }
            }
            hits[index].isCovered = isCovered
            if swallows, !isSwallowed, swallowedTo < units.upperBound {
                (swallowedFrom, swallowedTo) = (units.lowerBound, units.upperBound)
            }
        }
    }

    /// Why a hit does not count; nil where it does.
    ///
    /// - Parameters:
    ///   - context: of title and text.
    ///   - leadEnd: how many sentences are the title and the lead.
    func clears(_ hit: Hit, in context: Context, leadEnd: Int, lexicon: Lexicon) -> ClearedPhrase.Reason? {
        if hit.isCovered { return .covered }
        if lexicon.rules[hit.rule].isNegatable, isNegated(hit) { return .negated }
        let rule = lexicon.rules[hit.rule]
        if let scope = rule.requiresScope, !stands(in: context.required[hit.rule], scope, of: hit, leadEnd) {
            return .context
        }
        return stands(in: context.unless[hit.rule], rule.unlessScope, of: hit, leadEnd) ? .context : nil
    }

    /// Whether one of some sentences is within `scope` of a hit.
    private func stands(in sentences: Set<Int>?, _ scope: Rule.Scope, of hit: Hit, _ leadEnd: Int) -> Bool {
        guard let sentences else { return false }
        switch scope {
        case .sentence: return sentences.contains(hit.sentence)
        case .near: return (hit.sentence - 1...hit.sentence + 1).contains(where: sentences.contains)
        case .lead: return sentences.contains { $0 < leadEnd }
        case .article: return true
        }
    }

    /// A negation in front of the phrase, in the same clause, that reaches it.
    private func isNegated(_ hit: Hit) -> Bool {
        var position = hit.units.lowerBound
        for distance in 0..<NodeReader.maximumReach {
            guard position > 0, text.units[position].separation == .none else { return false }
            if let reach = negations[position], distance < reach { return true }
            position -= 1
        }
        return false
    }
}
