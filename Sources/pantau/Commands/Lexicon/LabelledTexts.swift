import Identifying
import Model
import Text

/// A text with what people say of it, as a line of a labelled corpus: what scores are calibrated by, and words are fitted to.
/// Members that it does not know are of no matter, so that a corpus can be read as it is.
struct LabelledText {
    /// The number of its line where it names none.
    var id: String
    /// With identifiers masked, as what a crawl reads.
    var title: String
    var text: String
    /// nil for a borderline one: what it should have been nobody knows.
    var isLead: Bool?
    /// The need to act on first; nil where nobody said, or where a list says which may stand first.
    var need: Need?
    /// The same for all texts that tell of one event.
    var event: String?
    /// As it was published.
    var date: String?

    /// - Parameter path: of JSON Lines; `-` is standard input.
    /// - Throws: `ToolError` for a file that cannot be read, and for a line that is no JSON, with its number.
    static func read(_ path: String) throws -> [LabelledText] {
        try readBytes(path).split(separator: 10, omittingEmptySubsequences: false).enumerated().compactMap {
            number, line in
            guard !line.allSatisfy({ $0 == 32 || $0 == 13 }) else { return nil }
            do {
                return LabelledText(try JSONValue(parsing: line), number: number + 1)
            } catch {
                throw ToolError(reason: "\(path), line \(number + 1): \(error)")
            }
        }
    }

    private init(_ line: JSONValue, number: Int) {
        id = line["id"]?.string ?? String(number)
        title = maskIdentifiers(in: line["title"]?.string ?? "").text
        text = maskIdentifiers(in: line["text"]?.string ?? "").text
        isLead = ["yes": true, "no": false][line["lead"]?.string ?? ""]
        need = line["need"]?.string.flatMap(Need.init)
        event = line["event"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        date = line["date"]?.string
    }
}
