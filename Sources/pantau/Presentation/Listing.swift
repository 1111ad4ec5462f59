import Model
import Terminal
import Text

/// Rows as a command writes them in any format, from one table of fields.
struct Listing<Row: Sendable>: Sendable {
    let fields: [Field<Row>]
    let rows: [Row]
    /// Name and version of the JSON, such as `pantau.user.list/1`.
    let schema: String
    /// How many there are in all, where the rows are a page.
    var total: Int?

    init(_ fields: [Field<Row>], _ rows: [Row], schema: String, total: Int? = nil) {
        (self.fields, self.rows, self.schema, self.total) = (fields, rows, schema, total)
    }

    /// - Parameters:
    ///   - names: what `--fields` lists; nil for those of the form.
    /// - Throws: `CommandFailure` with all names where one is unknown.
    fileprivate func chosen(_ names: [String]?, for form: Field<Row>.Forms) throws -> [Field<Row>] {
        guard let names else { return fields.filter { $0.forms.contains(form) } }
        return try names.map { name in
            guard let field = fields.first(where: { $0.name == name }) else {
                throw CommandFailure(.unknownField(name, known: fields.map(\.name)))
            }
            return field
        }
    }

    fileprivate func item(_ row: Row, _ fields: [Field<Row>]) -> JSONValue {
        .object(fields.map { .init($0.name, $0.value(row).json) })
    }
}

extension Context {
    /// Writes the rows in the format that was asked for. What stands around a table is the caller's.
    ///
    /// - Parameter members: further members of the JSON.
    /// - Throws: `CommandFailure` where `--fields` names something unknown.
    func write<Row>(_ listing: Listing<Row>, besides members: [(String, JSONValue?)] = []) throws {
        let names = options.fieldNames
        switch output.format {
        case .json:
            let fields = try listing.chosen(names, for: .json)
            output.json(
                .compact(
                    [
                        ("schema", .string(listing.schema)), ("total", listing.total.map { .integer(Int64($0)) }),
                        ("items", .array(listing.rows.map { listing.item($0, fields) })),
                    ] + members))
        case .jsonl:
            let fields = try listing.chosen(names, for: .json)
            for row in listing.rows { output.json(listing.item(row, fields)) }
        case .csv, .tsv:
            let fields = try listing.chosen(names, for: .record)
            output.records(
                named: fields.map(\.name), listing.rows.lazy.map { row in fields.map { $0.value(row).plain } })
        case .id:
            guard let identity = listing.fields.first(where: \.isIdentity) else { return }
            for row in listing.rows { output.record([identity.value(row).plain]) }
        case .table:
            let fields = try listing.chosen(names, for: .table)
            output.table(
                Table(
                    fields.map { $0.column(in: language) },
                    rows: listing.rows.map { row in fields.map { $0.cell(of: row) } }))
        }
    }
}

extension Output {
    /// A table for people. Cut to the terminal's width, or not at all where nobody looks (UX.md rule 6).
    func table(_ table: Table) {
        var table = table
        if !cutsTables { for index in table.columns.indices { table.columns[index].maximum = nil } }
        for line in table.lines(width: tableWidth, glyphs: terminal.glyphs) { self.line(line) }
    }
}
