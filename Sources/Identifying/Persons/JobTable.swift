import Text

/// Occupations in both languages.
struct JobTable: Sendable {
    struct Job: Sendable {
        /// `employee`, `self`, `mixed` and so on, as the file says.
        var kind: String
    }

    private(set) var words = PhraseTable<Job>()

    init(_ table: DataTable, problems: inout [DocumentProblem]) {
        for row in table.rows {
            guard row.columns.count == 4 else {
                problems.append(
                    table.problem(row, "an occupation needs Malay words, English words, a class and a scheme"))
                continue
            }
            let job = Job(kind: String(row.columns[2]))
            for phrase in row.alternatives(0) + row.alternatives(1) {
                words.insert(folded(String(phrase)).split(separator: "-").joined(separator: " "), job) { first, _ in
                    first
                }
            }
        }
    }
}
