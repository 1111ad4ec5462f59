import Text

/// Finds the points of single words from labelled texts.
///
/// A linear classifier with a squared hinge loss, both classes weighed alike, found coordinate by coordinate: each step
/// has a bound for its curvature, so the loss falls with every one and no rate must be chosen. No randomness: the same
/// texts give the same points.
public struct WordFit {
    /// A labelled text.
    public struct Example: Hashable, Sendable {
        /// In Unicode NFC.
        public var title: String
        /// In Unicode NFC.
        public var text: String
        public var isLead: Bool

        public init(title: String, text: String, isLead: Bool) {
            (self.title, self.text, self.isLead) = (title, text, isLead)
        }
    }

    /// Words that fewer texts hold say more of those texts than of others.
    static let smallestCount = 5
    /// How strongly points are drawn to 0. Over eleven rounds of labelled texts, each left out in turn, 60 to 200 ranked
    /// the round that was left out equally well.
    static let stiffness = 100.0
    /// Points for one unit of the classifier's margin; 60 to 100 did equally well in the same trial.
    static let scale = 80.0
    /// The loss changes in its fifth digit from here on.
    private static let rounds = 100

    /// The fitted points of each word, as it is written in a lexicon file, in the order of the alphabet.
    public let points: [(word: String, points: Int)]
    let examples: Int
    let leads: Int

    /// - Parameter lexicon: whose short forms are written out.
    public init(to examples: [Example], with lexicon: Lexicon) {
        var census = WordFeatures(lexicon: lexicon)
        for example in examples { census.add(example) }
        self.examples = examples.count
        leads = examples.count { $0.isLead }
        let features = census.features(in: Self.smallestCount)
        let weights = Self.weights(of: features.map(\.texts), labels: examples.map(\.isLead))
        points = zip(features, weights).compactMap { feature, weight in
            let points = Int((weight * Self.scale).rounded())
            return points == 0 ? nil : (feature.word, points)
        }
    }

    /// - Parameters:
    ///   - texts: for each feature the numbers of the texts that hold it.
    ///   - labels: of each text.
    private static func weights(of texts: [[Int]], labels: [Bool]) -> [Double] {
        let leads = Double(max(1, labels.count { $0 }))
        let others = Double(max(1, labels.count { !$0 }))
        let cost = labels.map { Double(labels.count) / (2 * ($0 ? leads : others)) }
        let side = labels.map { $0 ? 1.0 : -1.0 }
        var margins = Array(repeating: 0.0, count: labels.count)
        var weights = Array(repeating: 0.0, count: texts.count)
        for _ in 0..<rounds {
            for (index, holders) in texts.enumerated() {
                var (slope, curvature) = (stiffness * weights[index], stiffness)
                for text in holders {
                    slope -= 2 * cost[text] * side[text] * max(0, 1 - side[text] * margins[text])
                    curvature += 2 * cost[text]
                }
                let step = -slope / curvature
                weights[index] += step
                for text in holders { margins[text] += step }
            }
        }
        return weights
    }

    /// The fitted points as a lexicon file.
    ///
    /// - Parameter version: of the file.
    public func document(version: String) -> String {
        var lines = [
            "# Apa yang dikatakan oleh perkataan biasa. What common words say of a text: how often cases are told in them, and other",
            "# writing. Fitted to \(examples) labelled texts, \(leads) of them leads; not written by hand. After new labels:",
            "#   pantau lexicon words LABELLED.jsonl ... > 95-words.yaml",
            "id: words", "version: \"\(version)\"", "language: any", "label: {ms: Perkataan biasa, en: Common words}",
            "words:", "  # All words together bring or take at most so many points: below the threshold.",
            "  limit: \(Self.limit)",
            "  # The title and so many words of the text are looked at.", "  reach: \(WordFeatures.reach)",
            "  weights:",
        ]
        let groups = Dictionary(grouping: points, by: \.points).sorted { $0.key > $1.key }
        for (value, members) in groups {
            lines += ["    - points: \(value)", "      words:"]
            lines += Self.rows(of: members.map(\.word)).map { "        - \"\($0)\"" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// In the same trial 30, 35 and 40 ranked alike; the threshold is 40.
    private static let limit = 35

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
