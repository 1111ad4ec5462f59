public import Model
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Finds the points of words and of pairs of them from labelled texts: those that speak for a case or against one, and for
/// the first need of a case.
public struct WordFit {
    /// A labelled text.
    public struct Example: Hashable, Sendable {
        /// In Unicode NFC.
        public var title: String
        /// In Unicode NFC.
        public var text: String
        /// nil where people did not agree.
        public var isLead: Bool?
        /// The need to act on first; nil where nobody said.
        public var need: Need?
        /// How much it counts beside the others; 1 or more.
        public var weight: Int

        public init(title: String, text: String, isLead: Bool?, need: Need?, weight: Int = 1) {
            (self.title, self.text, self.isLead, self.need) = (title, text, isLead, need)
            self.weight = weight
        }
    }

    /// A word or pair as it is written in a lexicon file, and its points.
    public struct Weight: Hashable, Sendable {
        public var word: String
        public var points: Int
    }

    /// The points of what has a key.
    private typealias Points = [UInt64: (spelling: String, points: Int)]

    /// Words that fewer texts hold say more of those texts than of others; pairs in four texts bring no more than those in six.
    static let (smallestCount, smallestCountOfPairs) = (4, 6)
    /// Most pairs weigh a point or none: without these the file is half as long, and average precision .001 lower.
    private static let leastPointsOfPairs = 2
    /// The stiffness of a word that every text holds; that of the others falls with the square of how seldom they are
    /// (their inverse document frequency), for a seldom word that divides the texts says more than a common one. With early
    /// rules, 519 real texts and words fitted without them: average precision .918 and .935, of news .873 and .901, with
    /// one stiffness for all words, .922 and .938, of news .883 and .904, so. From 1,000 to 3,000 it makes no difference,
    /// from 50 to 80 points for one unit of the margin little.
    private static let (stiffness, scale) = (1200.0, 70.0)
    /// A missed case is a family that gets nothing, a false one a caseworker's hour. Over 1,338 blind texts a cost of 1 gave a
    /// recall of .861 (.900 of the most urgent) at a precision of .870, of 2 .877 (.923) at .847; average precision was the same.
    private static let costOfMissed = 2.0
    /// In the same trial: with fewer words the right need stood first less often, with more it did not more often.
    private static let (needStiffness, needScale, mostOfNeed, leastPoints) = (30.0, 36.0, 150, 2)
    /// A need that fewer texts name first keeps its words as they are.
    private static let smallestNeed = 20

    /// For a case, or against one; in the order of the alphabet, classes of numbers first.
    public let weights: [Weight]
    /// For each need; in the order of the taxonomy.
    public let needs: [(need: Need, weights: [Weight])]
    private let counts: (texts: Int, leads: Int, needs: Int)
    private let isContinued: Bool

    /// - Parameters:
    ///   - lexicon: whose short forms are written out.
    ///   - isContinued: whether the points that the lexicon's words have are where the fit begins and what it is drawn to;
    ///     otherwise the examples alone decide, but of needs that too few of them name. What some hundred texts say of
    ///     common words is less than what thousands said before.
    public init(to examples: [Example], with lexicon: Lexicon, isContinued: Bool) {
        let judged = examples.filter { $0.isLead != nil }
        let cases = examples.filter { $0.need != nil }
        var known: [Need?: Points] = [:]
        for item in lexicon.words.written { known[item.need, default: [:]][item.key] = (item.spelling, item.points) }
        weights = Self.weights(fittedTo: judged, with: lexicon, from: isContinued ? known[nil] ?? [:] : [:])
        needs = Self.needs(fittedTo: cases, with: lexicon, known: known, isContinued: isContinued)
        counts = (judged.count, judged.count { $0.isLead == true }, cases.count)
        self.isContinued = isContinued
    }

    private static func weights(fittedTo examples: [Example], with lexicon: Lexicon, from known: Points) -> [Weight] {
        let read = WordFeatures(of: examples, lexicon: lexicon)
        let features = read.features(
            in: smallestCount, pairsIn: smallestCountOfPairs, besides: known.mapValues(\.spelling))
        let labels = examples.map { $0.isLead == true }
        let whole = examples.reduce(0) { $0 + $1.weight }
        let leads = examples.reduce(0) { $0 + ($1.isLead == true ? $1.weight : 0) }
        guard leads > 0, leads < whole else { return sorted(known) }
        // Both classes weigh alike, whatever there is more of, but for what a missed case costs.
        let costs = examples.map { example in
            example.isLead == true
                ? costOfMissed * Double(example.weight * whole) / Double(2 * leads)
                : Double(example.weight * whole) / Double(2 * (whole - leads))
        }
        let stiffness = features.map { feature in
            let rareness = log(Double(1 + examples.count) / Double(1 + feature.texts.count)) + 1
            return Self.stiffness / (rareness * rareness)
        }
        let fit = LinearFit(
            holders: features.map(\.texts), shares: read.differentWords.map(WordWeights.share), stiffness: stiffness,
            priors: features.map { Double(known[$0.key]?.points ?? 0) / scale })
        var points = known
        for (feature, weight) in zip(features, fit.weights(of: labels, costs: costs)) {
            let value = Int((weight * scale).rounded())
            points[feature.key] = feature.isPair && abs(value) < leastPointsOfPairs ? nil : (feature.spelling, value)
        }
        return sorted(points)
    }

    private static func needs(
        fittedTo examples: [Example], with lexicon: Lexicon, known: [Need?: Points], isContinued: Bool
    ) -> [(need: Need, weights: [Weight])] {
        let all = WordFeatures(of: examples, lexicon: lexicon)
        let named = Need.allCases.filter { need in examples.count { $0.need == need } >= smallestNeed }
        return Need.allCases.compactMap { need in
            let kept = known[need] ?? [:]
            guard named.contains(need) else { return kept.isEmpty ? nil : (need, sorted(kept)) }
            let before = isContinued ? kept : [:]
            let features = all.features(in: smallestCount, pairsIn: nil, besides: before.mapValues(\.spelling))
            let fit = LinearFit(
                holders: features.map(\.texts), shares: Array(repeating: 1, count: examples.count),
                stiffness: Array(repeating: needStiffness, count: features.count),
                priors: features.map { Double(before[$0.key]?.points ?? 0) / needScale })
            let labels = examples.map { $0.need == need }
            let share = Double(examples.count) / Double(named.count * labels.count { $0 })
            var points = before
            for (feature, weight) in zip(features, fit.weights(of: labels, costs: labels.map { $0 ? share : 1 })) {
                points[feature.key] = (feature.spelling, Int((weight * needScale).rounded()))
            }
            let weights = sorted(points).filter { abs($0.points) >= leastPoints }
            // The heaviest, and of equal ones the first in the alphabet, again in the order of the alphabet.
            let heaviest = weights.enumerated().sorted {
                (abs($1.element.points), $0.offset) < (abs($0.element.points), $1.offset)
            }
            return (need, heaviest.prefix(mostOfNeed).sorted { $0.offset < $1.offset }.map(\.element))
        }
    }

    /// In the order of the alphabet, classes of numbers first; without those that bring nothing.
    private static func sorted(_ points: Points) -> [Weight] {
        points.values.filter { $0.points != 0 }.map { Weight(word: $0.spelling, points: $0.points) }
            .sorted { ($0.word.first == "{" ? 0 : 1, $0.word) < ($1.word.first == "{" ? 0 : 1, $1.word) }
    }

    /// The fitted points as a lexicon file.
    ///
    /// - Parameter version: of the file.
    public func document(version: String) -> String {
        var lines = [
            "# Apa yang dikatakan oleh perkataan biasa. What common words say of a text: how often cases are told in them, and",
            "# other writing, and which need they speak of. Not written by hand: \(isContinued ? "carried on" : "fitted") with "
                + "\(counts.texts) labelled texts,",
            "# \(counts.leads) of them leads, \(counts.needs > 0 ? "\(counts.needs) with a need" : "needs as before"). "
                + "After new labels: pantau lexicon words LABELLED.jsonl ... > words.yaml",
            "id: words", "version: \"\(version)\"", "language: any", "label: {ms: Perkataan biasa, en: Common words}",
            "words:",
            "  # All words together bring or take at most so many points; no text is flagged by its words alone.",
            "  limit: \(WordWeights.usualLimit)", "  # The title and so many words of the text are looked at.",
            "  reach: \(WordFeatures.reach)", "  weights:",
        ]
        lines += Self.lines(of: weights, indent: "    ")
        if !needs.isEmpty { lines.append("  needs:") }
        for (need, weights) in needs where !weights.isEmpty {
            lines += ["    - need: \(need.rawValue)", "      weights:"] + Self.lines(of: weights, indent: "        ")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(of weights: [Weight], indent: String) -> [String] {
        let groups = Dictionary(grouping: weights, by: \.points).sorted { $0.key > $1.key }
        return groups.flatMap { points, members in
            ["\(indent)- points: \(points)", "\(indent)  words:"]
                + rows(of: members.map(\.word)).map { "\(indent)    - \"\($0)\"" }
        }
    }

    private static func rows(of words: [String]) -> [String] {
        var rows: [String] = []
        for word in words {
            if let last = rows.last, last.count + word.count < 100 {
                rows[rows.count - 1] = last + ", " + word
            } else {
                rows.append(word)
            }
        }
        return rows
    }
}
