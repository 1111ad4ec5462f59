import Hashing
public import Model
public import Storing
import Text

/// A table that was written.
public struct ExportTable: Hashable, Sendable {
    /// `records` counts neither the heading nor the watermark.
    public var file: ExportManifest.File
    /// Restricted records (children, protected identities), which a table never has.
    public var leftOut: Int
}

extension Exporter {
    /// Writes what was sent as a table for people with a spreadsheet: RFC 4180 with a byte order mark, which Excel needs
    /// for Malay names. One row a prospect, as it was last sent; the last row tells who made it, when and why.
    ///
    /// A view, not an exchange: nothing is dispatched, no cursor moves, and restricted records (children, protected
    /// identities) are left out, because a table travels by mail. A consumer that may not have whole records gets their
    /// references, states and urgencies alone.
    ///
    /// - Throws: `ExportError` or `StoreError`.
    public func writeTable(_ order: ExportOrder, by author: Author, at now: Instant) async throws -> ExportTable {
        try order.protection.check()
        let (rows, prospects, leftOut) = try await tableRows(for: order.consumer)
        let body = csvHeading + rows.joined()
        let who = pseudonym(of: author.actor, at: settings.source)
        let digest = Digest(of: body).hexadecimal
        let mark = "\(who), \(now.rfc3339()), \(order.protection.plainReason ?? "sealed"), sha256 \(digest)"
        let name = ExportManifest.stamp(now) + ".csv" + (order.protection.recipients == nil ? "" : ".age")
        var file = try OutputFile(creating: "\(order.folder)/\(name)", sealedTo: order.protection.recipients)
        do {
            try file.write(Array((body + csvWatermark(mark)).utf8))
            let hash = try file.finish()
            try synchronizeFolder(order.folder)
            let isSealed = order.protection.recipients != nil
            try await store.write { db in
                try db.append(
                    .table(for: order.consumer.name, of: prospects, sha256: hash, isSealed, by: author, at: now))
            }
            return ExportTable(
                file: .init(
                    name: name, bytes: file.byteCount, sha256: hash, records: rows.count, isSealed: isSealed),
                leftOut: leftOut)
        } catch {
            file.remove()
            throw error
        }
    }

    /// In the order in which the prospects were last sent.
    private func tableRows(for consumer: Consumer) async throws -> ([String], [UUIDv7], leftOut: Int) {
        var (rows, prospects, leftOut): ([String], [UUIDv7], Int) = ([], [], 0)
        var place: Int64 = 0
        while true {
            let events = try await store.read { [place] db in try db.newestEvents(after: place, limit: 500) }
            for event in events {
                place = event.sequence
                let json = try JSONValue(parsing: event.body)
                guard let record = json["data"], record["erased"]?.bool != true else { continue }
                let isThin = consumer.form(of: event.body, json).isThin
                if let row = csvRow(record, isThin: isThin) {
                    rows.append(row)
                    prospects.append(event.prospect)
                } else {
                    leftOut += 1
                }
            }
            if events.count < 500 { return (rows, prospects, leftOut) }
        }
    }
}

extension JournalDraft {
    fileprivate static func table(
        for consumer: String, of prospects: [UUIDv7], sha256: String, _ isSealed: Bool, by author: Author,
        at now: Instant
    ) -> JournalDraft {
        let head = JournalTarget(
            lead: nil, other: consumer, before: .object([]),
            after: ["sha256": .string(sha256), "sealed": .bool(isSealed)])
        let bodies = prospects.map {
            JournalTarget(lead: nil, other: $0.description, before: .object([]), after: .object([]))
        }
        return JournalDraft(
            at: now, by: author, verb: "export.table", reason: isSealed ? nil : "plain", targets: [head] + bodies)
    }
}

private let csvHeading = "\u{FEFF}" + csvColumns.map(\.name).joined(separator: ",") + "\r\n"

/// A last row as wide as the others: who made the table, when, why, and the SHA-256 of everything before it.
private func csvWatermark(_ text: String) -> String {
    csvColumns.map { csvField($0.name == "ref" ? "watermark" : $0.name == "summary" ? text : "") }
        .joined(separator: ",") + "\r\n"
}

/// A record as one line; nil where it is restricted or erased.
///
/// - Parameter isThin: without what tells the person.
func csvRow(_ record: JSONValue, isThin: Bool = false) -> String? {
    guard record["privacy"]?["handling"]?.string == "normal" else { return nil }
    let thinColumns: Set<String> = ["ref", "status", "urgency", "state_code", "id", "revision", "test"]
    return csvColumns.map { column in
        isThin && !thinColumns.contains(column.name) ? "" : csvField(column.value(record))
    }.joined(separator: ",") + "\r\n"
}

/// The columns of the contract's sample, in its order.
private let csvColumns: [(name: String, value: @Sendable (JSONValue) -> String)] = [
    ("ref", { plain($0["ref"]) }), ("status", { plain($0["status"]) }), ("assistance", { plain($0["assistance"]) }),
    ("urgency", { plain($0["urgency"]?["level"]) }), ("score", { plain($0["score"]?["value"]) }),
    ("needs", { ($0["needs"]?.items ?? []).map { plain($0["code"]) }.joined(separator: "; ") }),
    ("subject_name", { plain(subject($0)?["name"]?["display"]) }), ("subject_age", { plain(subject($0)?["age"]) }),
    ("state_code", { plain($0["place"]?["state"]?["code"]) }), ("state", { plain($0["place"]?["state"]?["name"]) }),
    ("district_code", { plain($0["place"]?["district"]?["code"]) }),
    ("district", { plain($0["place"]?["district"]?["name"]) }), ("summary", { plain($0["summary"]?["text"]) }),
    ("first_article_url", { plain($0["articles"]?[0]?["canonical_url"]) }),
    ("articles", { "\($0["articles"]?.items?.count ?? 0)" }), ("first_seen_at", { plain($0["first_seen_at"]) }),
    ("updated_at", { plain($0["updated_at"]) }), ("next_owner", { plain($0["next_action"]?["owner"]) }),
    ("due_at", { plain($0["next_action"]?["due_at"]) }),
    ("referred_to", { plain($0["referrals"]?.items?.last?["to"]) }), ("id", { plain($0["id"]) }),
    ("revision", { plain($0["revision"]) }), ("test", { plain($0["test"]) }),
]

private func subject(_ record: JSONValue) -> JSONValue? {
    let persons = record["persons"]?.items ?? []
    return persons.first { $0["role"]?.string == "subject" } ?? persons.first
}

private func plain(_ value: JSONValue?) -> String {
    switch value {
    case nil, .null?: ""
    case .string(let text)?: text
    case .bool?, .integer?, .number?, .array?, .object?: value?.text ?? ""
    }
}

/// A field that no spreadsheet takes for a formula, quoted where it must be.
package func csvField(_ text: String) -> String {
    let guarded = guardedCell(text)
    let needsQuotes =
        guarded.utf8.contains { [10, 34, 44].contains($0) } || guarded.first == " " || guarded.last == " "
    return needsQuotes ? "\"" + guarded.replacing("\"", with: "\"\"") + "\"" : guarded
}

/// The text with an apostrophe before it where a spreadsheet would calculate it; characters that hide or turn text are
/// left out, and control characters but the line feed become a blank.
func guardedCell(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch CharacterRole(scalar) {
        case .letter, .mark: out.append(scalar)
        case .blank, .lineBreak: out.append(scalar == "\n" ? "\n" : " ")
        case .dropped: continue
        }
    }
    let first = out.first { !$0.properties.isWhitespace }
    return first.map(startsFormula) == true ? "'" + String(out) : String(out)
}

/// `= + - @ | %` in any of the forms that compatibility folding (NFKC) makes of them: spreadsheets fold too.
private func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "|", "%": true
    case "\u{207A}"..."\u{207C}", "\u{208A}"..."\u{208C}": true
    case "\u{FE62}", "\u{FE63}", "\u{FE66}", "\u{FE6A}", "\u{FE6B}": true
    case "\u{FF05}", "\u{FF0B}", "\u{FF0D}", "\u{FF1D}", "\u{FF20}", "\u{FF5C}", "\u{FB29}": true
    default: false
    }
}
