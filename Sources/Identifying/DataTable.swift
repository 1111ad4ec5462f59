import Text

/// A file of tab-separated columns; lines that begin with `#` and empty lines are comments.
struct DataTable {
    struct Row {
        var line: Int
        var columns: [Substring]

        /// The parts of a column that are set off by `|`.
        func alternatives(_ column: Int) -> [Substring] {
            columns.indices.contains(column)
                ? parts(of: columns[column], at: UInt8(ascii: "|")).filter { !$0.isEmpty } : []
        }
    }

    let file: String
    let rows: [Row]

    init(file: String, text: String) {
        self.file = file
        var rows: [Row] = []
        for (index, line) in parts(of: Substring(text), at: UInt8(ascii: "\n")).enumerated() {
            guard let first = line.utf8.first, first != UInt8(ascii: "#") else { continue }
            rows.append(Row(line: index + 1, columns: parts(of: line, at: UInt8(ascii: "\t"))))
        }
        self.rows = rows
    }

    func problem(_ row: Row, _ reason: String) -> DocumentProblem {
        DocumentProblem(file: file, at: DocumentNode.Mark(line: row.line, column: 1), reason)
    }
}

/// What stands between the bytes `separator`, an ASCII mark. Cutting bytes is twenty times as fast as cutting characters, and
/// a program starts with these tables.
func parts(of text: Substring, at separator: UInt8) -> [Substring] {
    text.utf8.split(separator: separator, omittingEmptySubsequences: false).map { Substring($0) }
}
