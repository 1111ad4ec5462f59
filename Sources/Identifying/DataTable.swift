import Text

/// A file of tab-separated columns; lines that begin with `#` and empty lines are comments.
struct DataTable {
    struct Row {
        var line: Int
        var columns: [Substring]

        /// The parts of a column that are set off by `|`.
        func alternatives(_ column: Int) -> [Substring] {
            columns.indices.contains(column) ? columns[column].split(separator: "|") : []
        }
    }

    let file: String
    let rows: [Row]

    init(file: String, text: String) {
        self.file = file
        var rows: [Row] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            rows.append(Row(line: index + 1, columns: line.split(separator: "\t", omittingEmptySubsequences: false)))
        }
        self.rows = rows
    }

    func problem(_ row: Row, _ reason: String) -> DocumentProblem {
        DocumentProblem(file: file, at: DocumentNode.Mark(line: row.line, column: 1), reason)
    }
}
