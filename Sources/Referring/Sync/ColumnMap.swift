public import Text

/// How somebody else's table says what ours says: the names of its columns, and the words in them.
///
///     columns: {ref: No Rujukan, state: Status, at: Tarikh}
///     values:
///       state: {Selesai: helped, Dalam Tindakan: being_helped}
public struct ColumnMap: Hashable, Sendable {
    /// Ours, in the contract's order (section 5.2), and those that next steps need.
    static let columns = [
        "ref", "state", "agency", "at", "by", "reason", "next_step", "next_agency", "outcome", "case_id", "note",
        "next_due", "next_signed_by", "duplicate_system", "duplicate_id",
    ]

    private var names: [String: String] = [:]
    private var words: [String: [String: String]] = [:]

    /// A table that is written as ours.
    public init() {}

    /// - Throws: every problem of the file at once.
    public init(_ document: DocumentNode, file: String) throws(DocumentProblems) {
        var nodes = NodeReader(file: file)
        for entry in nodes.entries(of: document, knowing: ["columns", "values"], in: "a map of columns") {
            for column in nodes.entries(of: entry.value, knowing: ColumnMap.columns, in: "\"\(entry.key)\"") {
                if entry.key == "columns" {
                    names[column.key] = nodes.string(column.value, "\"\(column.key)\"")
                } else {
                    for word in nodes.entries(of: column.value, in: "\"\(column.key)\"") {
                        words[column.key, default: [:]][word.key] = nodes.string(word.value, "\"\(word.key)\"")
                    }
                }
            }
        }
        guard nodes.problems.isEmpty else { throw DocumentProblems(nodes.problems) }
    }

    /// Their name of a column of ours.
    func name(of column: String) -> String { names[column] ?? column }

    /// Our word for theirs.
    func word(_ text: String, in column: String) -> String { words[column]?[text] ?? text }
}
