import Foundation
import Testing

/// The screens of the review that are kept as files.
enum Golden {
    private static func file(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Golden/\(name).txt")
            .standardizedFileURL
    }

    static func text(_ name: String) throws -> String { try String(contentsOf: file(name), encoding: .utf8) }

    /// Compares with a file; with `PANTAU_RECORD=1` writes it.
    static func expect(_ text: String, _ name: String) throws {
        if ProcessInfo.processInfo.environment["PANTAU_RECORD"] == "1" { try Data(text.utf8).write(to: file(name)) }
        let expected = try self.text(name)
        #expect(text == expected, "\(name), \(difference(text, expected))")
    }

    /// Where two texts begin to differ.
    static func difference(_ shown: String, _ expected: String) -> String {
        let (shown, wanted) = (
            shown.split(separator: "\n", omittingEmptySubsequences: false),
            expected.split(separator: "\n", omittingEmptySubsequences: false)
        )
        let same = zip(shown, wanted).prefix { $0 == $1 }.count
        func line(_ lines: [Substring]) -> String { lines.indices.contains(same) ? "\"\(lines[same])\"" : "the end" }
        return "line \(same + 1): \(line(shown)) and not \(line(wanted))"
    }
}
