import Hashing
import Model
import Storing
import Text

/// Changes that came in a file: JSON Lines of the contract, or a table.
public struct StatusFile: Sendable {
    /// One line that says something.
    struct Entry {
        var line: Int
        /// As the contract writes a change; a table's rows are brought into that form, without the ids that they lack.
        var change: Result<StatusChange, ChangeProblem>
        /// What a file of refused rows repeats.
        var fields: [String]
    }

    /// Why nothing of a file was read.
    public enum Problem: Error, Hashable, Sendable {
        case tooLong(limit: Int)
        case line(Int, reason: String)
        /// Columns that a table needs; their names in it.
        case missingColumns([String])
    }

    /// Enough for 100,000 changes with a note each.
    static let byteLimit = 50_000_000

    let entries: [Entry]
    let heading: [String]

    /// Reads a file of any size up to the limit, in linear time.
    public init(_ bytes: [UInt8], map: ColumnMap) throws(Problem) {
        guard bytes.count <= StatusFile.byteLimit else { throw .tooLong(limit: StatusFile.byteLimit) }
        if bytes.first(where: { $0 > 32 && $0 < 0x80 }) == UInt8(ascii: "{") {
            heading = ["change"]
            entries = StatusFile.lines(bytes)
        } else {
            (heading, entries) = try StatusFile.table(bytes, map)
        }
    }

    private static func lines(_ bytes: [UInt8]) -> [Entry] {
        bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated().compactMap { number, line in
            guard line.contains(where: { $0 > 32 }) else { return nil }
            let text = String(decoding: line, as: UTF8.self)
            return Entry(line: number + 1, change: change(inLine: line), fields: [text])
        }
    }

    private static func change(inLine line: ArraySlice<UInt8>) -> Result<StatusChange, ChangeProblem> {
        let json: JSONValue
        do { json = try JSONValue(parsing: line, maximumDepth: 50) } catch {
            return .failure(.member("", expected: "JSON: \(error)"))
        }
        return Result { () throws(ChangeProblem) in
            // An event of the feed holds the change as its data.
            try StatusChange(json: json["specversion"] == nil ? json : json["data"] ?? json)
        }
    }

    private static func table(_ bytes: [UInt8], _ map: ColumnMap) throws(Problem) -> ([String], [Entry]) {
        let rows: [CSVReader.Row]
        do throws(CSVReader.Problem) {
            var reader = try CSVReader(bytes)
            rows = try reader.rows()
        } catch {
            throw .line(error.line, reason: error.reason)
        }
        guard let first = rows.first else { return ([], []) }
        let heading = first.fields.map { String($0.trimmed) }
        let missing = ["ref", "state", "at"].map(map.name).filter { !heading.contains($0) }
        guard missing.isEmpty else { throw .missingColumns(missing) }
        var places: [String: Int] = [:]
        for column in ColumnMap.columns { places[column] = heading.firstIndex(of: map.name(of: column)) }
        return (
            heading,
            rows.dropFirst().map { row in
                let table = TableRow(row: row, places: places, map: map, width: heading.count)
                return Entry(
                    line: row.line, change: Result { () throws(ChangeProblem) in try table.change() },
                    fields: row.fields)
            }
        )
    }
}

/// A row of a table as a change.
private struct TableRow {
    let row: CSVReader.Row
    let places: [String: Int]
    let map: ColumnMap
    let width: Int

    /// nil where the field is empty or there is no such column.
    private func text(_ column: String) -> String? {
        guard let place = places[column], row.fields.indices.contains(place) else { return nil }
        // The guard against formulas that our own tables put before a field.
        let field = row.fields[place].trimmed
        let plain = field.hasPrefix("'") ? field.dropFirst().trimmed : field
        let word = map.word(String(plain), in: column)
        return word.isEmpty ? nil : word
    }

    private func value<Value>(
        _ column: String, _ expected: String, _ make: (String) -> Value?
    ) throws(ChangeProblem) -> Value? {
        guard let text = text(column) else { return nil }
        guard let value = make(text) else { throw .member("/\(map.name(of: column))", expected: expected) }
        return value
    }

    private func required<Value>(
        _ column: String, _ expected: String, _ make: (String) -> Value?
    ) throws(ChangeProblem) -> Value {
        guard let value = try value(column, expected, make) else {
            throw .member("/\(map.name(of: column))", expected: expected)
        }
        return value
    }

    func change() throws(ChangeProblem) -> StatusChange {
        guard row.fields.count == width else { throw .member("", expected: "\(width) fields, as the heading has") }
        let outcome = text("outcome").map { $0.split(separator: ";").map { JSONValue.string(String($0.trimmed)) } }
        let system = text("duplicate_system") ?? "file"
        return StatusChange(
            id: id,
            ref: try required("ref", "a reference with its check digit") { text -> ProspectRef? in
                do { return try ProspectRef(parsing: text) } catch { return nil }
            },
            agency: text("agency"),
            state: try required("state", "a state of the contract; other words need --map") {
                ReferralState(rawValue: $0)
            },
            reason: try value("reason", "a reason of the contract; other words need --map") {
                ReferralReason(rawValue: $0)
            },
            at: try required("at", "a time with its offset, such as 2026-11-23T09:12:40+08:00, or a day", time),
            by: text("by") ?? "file", nextStep: try nextStep(), caseID: text("case_id").map { String($0.prefix(80)) },
            original: text("duplicate_id").map { ForeignCase(system: system, id: $0) },
            outcome: outcome.flatMap { HelpOutcome(json: ["programmes": .array($0)]) },
            note: text("note").map { String($0.prefix(1000)) })
    }

    /// A day alone is its noon in Malaysia: spreadsheets know no offsets.
    private func time(_ text: String) -> Instant? {
        Instant(rfc3339: text) ?? Instant(rfc3339: text + "T12:00:00+08:00")
    }

    private func nextStep() throws(ChangeProblem) -> NextStep? {
        guard let kind = text("next_step") else { return nil }
        let json = JSONValue.compact([
            ("kind", .string(kind)), ("agency", text("next_agency").map { .string($0) }),
            ("due_at", text("next_due").flatMap(time).map { .string($0.rfc3339()) }),
            ("signed_by", text("next_signed_by").map { .string($0) }),
        ])
        guard let step = NextStep(json: json) else {
            throw .member(
                "/\(map.name(of: "next_step"))",
                expected: "redirect with an agency, return_to_squad, hold with next_due, or advice_given with "
                    + "next_signed_by")
        }
        return step
    }

    /// The same row is the same change, in whichever file it comes again.
    private var id: AnyUUID {
        let said = ColumnMap.columns.map { text($0) ?? "" }.joined(separator: "\u{1F}")
        let digits = Array(Digest(of: "status-row\u{1F}\(said)").hexadecimal)
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        // 32 hexadecimal digits in five groups are always spelled right.
        return AnyUUID(groups.joined(separator: "-")) ?? AnyUUID(UUIDv7(at: Instant(milliseconds: 0), random: []))
    }
}

extension StringProtocol {
    /// Without white space at either end.
    fileprivate var trimmed: SubSequence {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return self[endIndex...] }
        return self[first...last]
    }
}
