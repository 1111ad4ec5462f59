import ArgumentParser
import Model
import Text

/// The leads a command is about: numbers, `#1042`, ranges `1040-1045`, references, addresses of articles, or one a line on
/// standard input.
struct LeadIDs: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Numbers, ranges such as 1040-1045, references (PR-26-001042-0), addresses of articles.", valueName: "id"))
    var ids: [String] = []

    @Flag(name: .customLong("stdin"), help: "Read them from standard input, one a line, or JSON Lines with \"id\".")
    var fromInput = false

    func validate() throws {
        guard fromInput || !ids.isEmpty else { throw ValidationError("name at least one lead, such as 1042") }
        for text in ids {
            do throws(CommandFailure) {
                _ = try LeadName(parsing: text)
            } catch {
                throw ValidationError(error.message.english)
            }
        }
    }

    /// In the order given, each once.
    ///
    /// - Throws: `CommandFailure` for a word or a line of standard input that names no lead.
    func resolved(in context: Context) async throws -> [LeadID] {
        try await LeadNames(words: ids + (fromInput ? try LeadIDs.wordsOfInput() : [])).resolved(in: context)
    }

    /// More lines than this are no list that somebody made.
    private static let mostLines = 100_000

    /// The first field of each line, so that what `lead list` writes can be read back in every form.
    private static func wordsOfInput() throws -> [String] {
        var words: [String] = []
        while let line = readLine() {
            guard words.count < mostLines else {
                throw CommandFailure(.usage("more than \(mostLines) lines on standard input", command: "lead"))
            }
            if line.hasPrefix("{") {
                words.append(try id(inJSON: line))
            } else if let word = line.split(separator: "\t").first?.split(whereSeparator: \.isWhitespace).first {
                words.append(String(word))
            }
        }
        return words
    }

    private static func id(inJSON line: String) throws -> String {
        let json = try? JSONValue(parsing: line.utf8)
        if let number = json?["id"]?.integer { return String(number) }
        if let text = json?["id"]?.string ?? json?["ref"]?.string { return text }
        throw CommandFailure(.usage("a line of JSON on standard input has no \"id\"", command: "lead"))
    }

    /// `1042`, `#1042` or `1040-1045`; nil for anything else.
    static func parse(_ text: String) -> ClosedRange<Int64>? { LeadName.numbers(in: text) }
}
