import Text

/// Things that reports speak of, by their words in both languages: `letupan` and `explosion` are one.
struct ConceptTable: Sendable {
    struct Concept: Hashable, Sendable {
        /// Which row; the same thing has the same number for as long as the program runs.
        var number: Int
        /// How much it says that two articles share it, 0...3.
        var weight: Double
        /// Things of one group speak against each other; empty where it is in none.
        var group: String
    }

    private var words = PhraseTable<Concept>()

    /// Somebody's trade says as much as most things do.
    private static let weightOfJob = 1.5

    init(_ table: DataTable, jobs: DataTable, problems: inout [DocumentProblem]) {
        for (number, row) in table.rows.enumerated() {
            guard (3...4).contains(row.columns.count), let weight = Double(String(row.columns[0])),
                (0...3).contains(weight)
            else {
                problems.append(
                    table.problem(
                        row, "a concept needs a weight from 0 to 3, Malay words, English words, perhaps a group"))
                continue
            }
            let group = row.columns.count == 4 ? String(row.columns[3]) : ""
            insert(row.alternatives(1) + row.alternatives(2), Concept(number: number, weight: weight, group: group))
        }
        for (number, row) in jobs.rows.enumerated() {
            let concept = Concept(number: table.rows.count + number, weight: Self.weightOfJob, group: "trade")
            insert(row.alternatives(0) + row.alternatives(1), concept)
        }
    }

    private mutating func insert(_ phrases: [Substring], _ concept: Concept) {
        for phrase in phrases {
            // A phrase that stands in two rows is the first one's.
            words.insert(phrase.split(separator: "-").joined(separator: " "), concept) { first, _ in first }
        }
    }

    /// The concept whose words begin at `index`, and how many words it takes. A phrase comes before the stem of one word.
    func match(_ text: [Word], at index: Int) -> (concept: Concept, count: Int)? {
        if let match = words.match(text, at: index, key: \.undoubled) { return (match.value, match.count) }
        for stem in stems(of: text[index].undoubled) {
            if let concept = words[stem] { return (concept, 1) }
        }
        return nil
    }
}

extension Word {
    /// `kanak` of `kanak-kanak`.
    var undoubled: String {
        guard let hyphen = folded.utf8.firstIndex(of: UInt8(ascii: "-")) else { return folded }
        return String(folded[..<hyphen])
    }
}
