public import Model
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Finds the points of single words from labelled texts: those that speak for a case or against one, and for the first
/// need of a case.
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

    /// A word as it is written in a lexicon file, and its points.
    public struct Weight: Hashable, Sendable {
        public var word: String
        public var points: Int
    }

    /// Words that fewer texts hold say more of those texts than of others.
    static let smallestCount = 4
    /// The stiffness of a word that every text holds; that of the others falls with the square of how seldom they are
    /// (their inverse document frequency), for a seldom word that divides the texts says more than a common one. With early
    /// rules, 519 real texts and words fitted without them: average precision .918 and .935, of news .873 and .901, with
    /// one stiffness for all words, .922 and .938, of news .883 and .904, so. From 1,000 to 3,000 it makes no difference,
    /// from 30 to 60 points for one unit of the margin little.
    private static let (stiffness, scale) = (2900.0, 50.0)
    /// In the same trial: with fewer words the right need stood first less often, with more it did not more often.
    private static let (needStiffness, needScale, mostOfNeed, leastPoints) = (30.0, 36.0, 150, 2)
    /// A need that fewer texts name first gets no words of its own.
    private static let smallestNeed = 20
    /// Below the threshold, so that words alone flag nothing. In the same trial 20, 30 and 40 points gave average precision
    /// .927, .928 and .929 (of news .911, .903 and .892), a later state of the rules .941, .940 and .941 (.909, .908 and
    /// .905); for 378 texts that no rule was written from .787, .806 and .820. Terse news gains by few, stories told
    /// round the corner by many.
    private static let limit = 30

    /// For a case, or against one; in the order of the alphabet.
    public let weights: [Weight]
    /// For each need; in the order of the taxonomy.
    public let needs: [(need: Need, weights: [Weight])]
    private let counts: (texts: Int, leads: Int, needs: Int)

    /// - Parameter lexicon: whose short forms are written out.
    public init(to examples: [Example], with lexicon: Lexicon) {
        let judged = examples.filter { $0.isLead != nil }
        let cases = examples.filter { $0.need != nil }
        weights = Self.weights(fittedTo: judged, with: lexicon)
        needs = Self.needs(fittedTo: cases, with: lexicon)
        counts = (judged.count, judged.count { $0.isLead == true }, cases.count)
    }

    private static func weights(fittedTo examples: [Example], with lexicon: Lexicon) -> [Weight] {
        let features = WordFeatures(of: examples, lexicon: lexicon).features(in: smallestCount)
        let labels = examples.map { $0.isLead == true }
        let whole = examples.reduce(0) { $0 + $1.weight }
        let leads = examples.reduce(0) { $0 + ($1.isLead == true ? $1.weight : 0) }
        guard leads > 0, leads < whole else { return [] }
        // Both classes weigh alike, whatever there is more of.
        let costs = examples.map { example in
            Double(example.weight * whole) / Double(2 * (example.isLead == true ? leads : whole - leads))
        }
        let stiffness = features.map { feature in
            let rareness = log(Double(1 + examples.count) / Double(1 + feature.texts.count)) + 1
            return Self.stiffness / (rareness * rareness)
        }
        let fitted = LinearFit(holders: features.map(\.texts), stiffness: stiffness).weights(of: labels, costs: costs)
        return zip(features, fitted).map { Weight(word: $0.word, points: Int(($1 * scale).rounded())) }
            .filter { $0.points != 0 }
    }

    private static func needs(
        fittedTo examples: [Example], with lexicon: Lexicon
    ) -> [(need: Need, weights: [Weight])] {
        let features = WordFeatures(of: examples, lexicon: lexicon).features(in: smallestCount)
        let stiffness = Array(repeating: needStiffness, count: features.count)
        let fit = LinearFit(holders: features.map(\.texts), stiffness: stiffness)
        let named = Need.allCases.filter { need in examples.count { $0.need == need } >= smallestNeed }
        return named.map { need in
            let labels = examples.map { $0.need == need }
            let share = Double(examples.count) / Double(named.count * labels.count { $0 })
            let fitted = fit.weights(of: labels, costs: labels.map { $0 ? share : 1 })
            let weights = zip(features, fitted).map { Weight(word: $0.word, points: Int(($1 * needScale).rounded())) }
                .filter { abs($0.points) >= leastPoints }
            // The heaviest, and of equal ones the first in the alphabet, again in the order of the alphabet.
            let heaviest = weights.enumerated().sorted {
                (abs($1.element.points), $0.offset) < (abs($0.element.points), $1.offset)
            }
            return (need, heaviest.prefix(mostOfNeed).sorted { $0.offset < $1.offset }.map(\.element))
        }
    }

    /// The fitted points as a lexicon file.
    ///
    /// - Parameter version: of the file.
    public func document(version: String) -> String {
        var lines = [
            "# Apa yang dikatakan oleh perkataan biasa. What common words say of a text: how often cases are told in them, and",
            "# other writing, and which need they speak of. Not written by hand: fitted to \(counts.texts) labelled texts, "
                + "\(counts.leads) of them leads,",
            "# and to \(counts.needs) with a need. After new labels: pantau lexicon words LABELLED.jsonl ... > 95-words.yaml",
            "id: words", "version: \"\(version)\"", "language: any", "label: {ms: Perkataan biasa, en: Common words}",
            "words:", "  # All words together bring or take at most so many points: below the threshold.",
            "  limit: \(Self.limit)", "  # The title and so many words of the text are looked at.",
            "  reach: \(WordFeatures.reach)",
            "  # What the words stand for where they bring so many points: it lifts caps (81-classes.yaml).",
            "  sign: told-as-case", "  sign-from: \(Self.limit)", "  weights:",
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
