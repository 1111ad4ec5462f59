import Model
import Terminal
import Text

/// One fact of a row, under one stable name in every format: a column of tables and records, a member of JSON, a word of
/// `--fields`.
struct Field<Row: Sendable>: Sendable {
    /// Where a field stands unless `--fields` chooses.
    struct Forms: OptionSet, Sendable {
        let rawValue: Int
        static var table: Forms { Forms(rawValue: 1) }
        /// Pipes and spreadsheets.
        static var record: Forms { Forms(rawValue: 2) }
        static var json: Forms { Forms(rawValue: 4) }
        static var all: Forms { [.table, .record, .json] }
    }

    let name: String
    let forms: Forms
    /// What `--format id` writes.
    let isIdentity: Bool
    let value: @Sendable (Row) -> FieldValue
    private let english: String
    private let malay: String
    private let layout: Table.Column
    private let cell: (@Sendable (Row) -> StyledText)?

    /// - Parameters:
    ///   - english: the heading of its column.
    ///   - layout: how its column is cut and dropped; its title does not count.
    ///   - cell: how a table shows it, where that is not `value`.
    init(
        _ name: String, _ english: String, _ malay: String, in forms: Forms = .all, id isIdentity: Bool = false,
        layout: Table.Column = .init(""), cell: (@Sendable (Row) -> StyledText)? = nil,
        value: @escaping @Sendable (Row) -> FieldValue
    ) {
        (self.name, self.forms, self.isIdentity, self.value) = (name, forms, isIdentity, value)
        (self.english, self.malay, self.layout, self.cell) = (english, malay, layout, cell)
    }

    func column(in language: ScreenLanguage) -> Table.Column {
        var column = layout
        column.title = language.phrase(english, malay)
        return column
    }

    func cell(of row: Row) -> StyledText { cell?(row) ?? StyledText(value(row).plain) }
}

/// What a field holds.
enum FieldValue: Hashable, Sendable {
    case none
    case text(String)
    case number(Int)
    /// Part of one, told as a percentage to people and as a number to scripts.
    case share(Double)
    case flag(Bool)
    case list([String])
    case time(Instant)
    /// Where scripts get more than one word holds.
    case nested(JSONValue, plain: String)

    /// A missing value is none, and not an empty text.
    static func optional(_ text: String?) -> FieldValue { text.map { .text($0) } ?? .none }
    static func optional(_ number: Int?) -> FieldValue { number.map { .number($0) } ?? .none }

    /// For a cell or a record.
    var plain: String {
        switch self {
        case .none: ""
        case .text(let text): text
        case .number(let number): "\(number)"
        case .share(let share): "\(Int((share * 100).rounded()))%"
        case .flag(let isOn): isOn ? "yes" : "no"
        case .list(let items): items.joined(separator: ",")
        case .time(let instant): instant.rfc3339()
        case .nested(_, let plain): plain
        }
    }

    var json: JSONValue {
        switch self {
        case .none: .null
        case .text(let text): .string(text)
        case .number(let number): .integer(Int64(number))
        case .share(let share): .number((share * 1000).rounded() / 1000)
        case .flag(let isOn): .bool(isOn)
        case .list(let items): .array(items.map { .string($0) })
        case .time(let instant): .string(instant.rfc3339())
        case .nested(let json, _): json
        }
    }
}
