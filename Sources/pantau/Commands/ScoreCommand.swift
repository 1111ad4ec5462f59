import ArgumentParser
import Bundled
import Identifying
import Model
import Scoring
import Terminal
import Text

/// Scores texts without a store: one for a person to read, or many as JSON Lines.
struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Score a text and say why.",
        discussion: """
            The first line of FILE is the title where a blank line follows it. With --jsonl, FILE holds one JSON object a \
            line with "id", "title" and "text"; each is answered with one object a line, in the same order.
            """)

    @Argument(help: "A file with the text, or - for standard input.")
    var file: String?

    @Option(help: "The text itself.")
    var text: String?

    @Option(help: "The title, with --text.")
    var title: String?

    @Flag(help: "Read and write JSON Lines.")
    var jsonl = false

    @Flag(help: "Write the explanation as JSON.")
    var json = false

    @Flag(help: "With --jsonl: add what led to each score.")
    var explain = false

    @Option(help: "A folder with lexicon files, in place of the built-in ones.")
    var lexicon: String?

    func validate() throws {
        guard (file == nil) != (text == nil) else { throw ValidationError("Give a FILE, - or --text, one of them.") }
        guard !jsonl || text == nil else { throw ValidationError("--jsonl reads FILE or -, not --text.") }
        guard title == nil || text != nil else { throw ValidationError("--title goes with --text.") }
    }

    func run() throws {
        let lexicon = try orExit { try loadLexicon(folder: self.lexicon) }
        if jsonl {
            let gazetteer = try orExit { try bundledGazetteer() }
            try orExit { try scoreLines(lexicon, gazetteer) }
            return
        }
        let (title, text) = try orExit { try article() }
        let result = score(title: title, text: text, with: lexicon)
        if json {
            print(ScoreRecord(id: nil, score: result).explanation.text)
        } else {
            for line in ScoreExplanation(score: result, title: title, text: text).lines { print(sanitised(line)) }
        }
    }

    // MARK: One text

    private func article() throws -> (title: String, text: String) {
        if let text { return (title ?? "", text) }
        let whole = String(decoding: try readBytes(file ?? "-"), as: UTF8.self)
        let lines = whole.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3, !lines[0].isEmpty, lines[1].allSatisfy(\.isWhitespace) else { return ("", whole) }
        return (String(lines[0]), String(lines[2]))
    }

    // MARK: JSON Lines

    private func scoreLines(_ lexicon: Lexicon, _ gazetteer: Gazetteer) throws {
        if file == "-" {
            while let line = readLine(strippingNewline: true) { answer(line, lexicon, gazetteer) }
        } else {
            let bytes = try readBytes(file ?? "-")
            for line in bytes.split(separator: 10) { answer(String(decoding: line, as: UTF8.self), lexicon, gazetteer) }
        }
    }

    private func answer(_ line: String, _ lexicon: Lexicon, _ gazetteer: Gazetteer) {
        guard !line.allSatisfy(\.isWhitespace) else { return }
        var id: JSONValue?
        do {
            let request = try JSONValue(parsing: line.utf8)
            id = request["id"]
            guard request.members != nil else { throw ToolError(reason: "a line holds one JSON object") }
            print(record(of: request, id: id, lexicon, gazetteer).text)
        } catch {
            print(JSONValue.compact([("id", id), ("error", .string("\(error)"))]).text)
        }
    }

    /// One answer: the score, who and where.
    private func record(
        of request: JSONValue, id: JSONValue?, _ lexicon: Lexicon, _ gazetteer: Gazetteer
    ) -> JSONValue {
        let title = maskIdentifiers(in: request["title"]?.string ?? "").text
        let text = maskIdentifiers(in: request["text"]?.string ?? "").text
        let record = ScoreRecord(
            id: id, score: score(title: title, text: text, with: lexicon),
            identification: identify(title: title, text: text, published: nil, using: gazetteer))
        guard explain, case .object(let line) = record.line, case .object(let more) = record.explanation else {
            return record.line
        }
        let names = Set(line.map(\.name))
        return .object(
            line.filter { $0.name != "needs" } + more.filter { $0.name == "needs" || !names.contains($0.name) })
    }
}

/// The places, names and words for people that this program was built with.
func bundledGazetteer() throws(DocumentProblems) -> Gazetteer {
    try Gazetteer(files: BundledFile.files(in: "Lexicons").map { ($0.path, $0.text) })
}
