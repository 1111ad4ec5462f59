import Model
import Reading
import Text

/// One line of `pantau score --jsonl`.
struct ScoreRequest {
    var title: String
    var text: String
    /// When the text was published, where "published" or "date" says so.
    var published: PublishedDate?
    /// What was passed over.
    var warning: String?

    /// - Parameters:
    ///   - json: of `line`.
    ///   - now: for dates without a year.
    /// - Throws: `ToolError` that names the member that is not what it should be.
    init(_ json: JSONValue, now: Instant) throws(ToolError) {
        guard json.members != nil else { throw ToolError(reason: "a line holds one JSON object") }
        title = try ScoreRequest.string("title", in: json) ?? ""
        text = try ScoreRequest.string("text", in: json) ?? ""
        for name in ["published", "date"] where published == nil {
            guard let written = try ScoreRequest.string(name, in: json), !written.isEmpty else { continue }
            published = readDate(written, now: now, origin: .feed)
            if published == nil, warning == nil { warning = "\"\(name)\" is no date" }
        }
    }

    private static func string(_ name: String, in json: JSONValue) throws(ToolError) -> String? {
        switch json[name] {
        case nil, .null?: nil
        case .string(let text)?: text
        case .bool?, .integer?, .number?, .array?, .object?: throw ToolError(reason: "\"\(name)\" is no text")
        }
    }
}

extension JSONValue {
    /// The object's "id" as JSON; a number, which may have more digits than 64 bits hold, as it is written in `line`.
    func identity(in line: String) -> String? {
        switch self["id"] {
        case nil: nil
        case .integer?, .number?: writtenNumber(named: "id", in: line) ?? self["id"]?.text
        case .null?, .bool?, .string?, .array?, .object?: self["id"]?.text
        }
    }

    /// On one line, with `members` before its own; their values are JSON.
    func text(after members: [(name: StaticString, json: String?)]) -> String {
        let first = members.compactMap { name, json in json.map { "\"\(name)\":\($0)" } }
        let own = text.dropFirst().dropLast()
        return "{" + (first + (own.isEmpty ? [] : [String(own)])).joined(separator: ",") + "}"
    }
}

/// The number that the object in `line` has under `name`, digit for digit; nil where the name is not written plainly.
///
/// - Parameter line: one JSON object, known to be well formed.
private func writtenNumber(named name: String, in line: String) -> String? {
    let bytes = Array(line.utf8)
    let quoted = Array("\"\(name)\"".utf8)
    var (at, depth, isName) = (0, 0, false)
    while at < bytes.count {
        switch bytes[at] {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            depth += 1
            isName = depth == 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: ","): isName = depth == 1
        case UInt8(ascii: ":"): isName = false
        case UInt8(ascii: "\""):
            let begin = at
            at += 1
            while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
            if isName, at < bytes.count, bytes[begin...at].elementsEqual(quoted) {
                let value = bytes[(at + 1)...].drop { " \t\r\n:".utf8.contains($0) }
                let digits = value.prefix { (48...57).contains($0) || "+-.eE".utf8.contains($0) }
                return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
            }
        default: break
        }
        at += 1
    }
    return nil
}
