import Foundation
import Testing

/// An invented piece of writing: the summary of a feed, or a short article. Its people, places and events do not exist.
///
/// The files in `InventedTexts` hold many of them, apart by blank lines: `kind | title` on the first line, the text on the
/// second. They were written before anybody saw how the rules score them.
struct InventedText: CustomTestStringConvertible {
    /// `lead`, or what kind of trap it is, such as `court`.
    var kind: String
    var title: String
    var text: String

    var testDescription: String { "\(kind): \(title)" }

    static let leads = read("leads")
    static let traps = read("traps")

    private static func read(_ name: String) -> [InventedText] {
        guard let url = Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "InventedTexts"),
            let content = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        return content.components(separatedBy: "\n\n").compactMap { entry in
            let lines = entry.split(separator: "\n")
            guard lines.count == 2, let bar = lines[0].range(of: " | ") else { return nil }
            return InventedText(
                kind: String(lines[0][..<bar.lowerBound]), title: String(lines[0][bar.upperBound...]),
                text: String(lines[1]))
        }
    }
}
