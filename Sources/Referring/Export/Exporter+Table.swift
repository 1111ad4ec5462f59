public import Model
import Storing
import Text

extension Exporter {
    /// Writes what was sent as a table for people with a spreadsheet: RFC 4180 with a byte order mark, which Excel needs
    /// for Malay names. One row a prospect, as it was last sent.
    ///
    /// A view, not an exchange: nothing is dispatched, no cursor moves, and restricted records (children, protected
    /// identities) are left out, because a table travels by mail.
    ///
    /// - Returns: the file, whose `records` does not count the heading.
    /// - Throws: `ExportError` or `StoreError`.
    public func writeTable(to folder: String, at now: Instant) async throws -> ExportManifest.File {
        let rows = try await tableRows()
        let name = ExportManifest.stamp(now) + ".csv"
        var file = try OutputFile(creating: "\(folder)/\(name)")
        do {
            try file.write(Array((csvHeading + rows.joined()).utf8))
            let hash = try file.finish()
            try synchronizeFolder(folder)
            return ExportManifest.File(name: name, bytes: file.byteCount, sha256: hash, records: rows.count)
        } catch {
            file.remove()
            throw error
        }
    }

    /// In the order in which the prospects were first sent.
    private func tableRows() async throws -> [String] {
        var order: [UUIDv7] = []
        var rows: [UUIDv7: String] = [:]
        var place: Int64 = 0
        while true {
            let events = try await store.read { [place] db in try db.events(after: place, limit: 500) }
            for event in events {
                guard let record = try JSONValue(parsing: event.body)["data"] else { continue }
                if rows.updateValue(csvRow(record) ?? "", forKey: event.prospect) == nil {
                    order.append(event.prospect)
                }
                place = event.sequence
            }
            if events.count < 500 { return order.compactMap { rows[$0] }.filter { !$0.isEmpty } }
        }
    }
}

private let csvHeading = "\u{FEFF}" + csvColumns.map(\.name).joined(separator: ",") + "\r\n"

/// A record as one line; nil where it is restricted or erased.
func csvRow(_ record: JSONValue) -> String? {
    guard record["privacy"]?["handling"]?.string == "normal" else { return nil }
    return csvColumns.map { csvField($0.value(record)) }.joined(separator: ",") + "\r\n"
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
