import ArgumentParser
import Identifying
import Model
import Scoring
import Terminal
import Text

/// Scores texts without a store: one for a person to read, or many as JSON Lines.
struct ScoreCommand: PantauCommand {
    static let permission = Permission.free
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Score a text and say why.",
        discussion: """
            The first line of FILE is the title where a blank line follows it. With --jsonl, FILE holds one JSON object a \
            line with "id", "title" and "text"; each is answered with one object a line, in the same order.
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A file with the text, or - for standard input.")
    var file: String?

    @Option(help: "The text itself.")
    var text: String?

    @Option(help: "The title, with --text.")
    var title: String?

    @Flag(help: "Read and write JSON Lines.")
    var jsonl = false

    @Flag(help: "With --jsonl: add what led to each score.")
    var explain = false

    @Flag(help: "Read JSON Lines with \"lead\" (yes, no) and print the calibration.")
    var calibrate = false

    @Flag(
        help:
            "Read JSON Lines with \"event\" and \"date\" and print which texts of one event are not joined, or wrongly."
    )
    var cases = false

    func validate() throws {
        guard (file == nil) != (text == nil) else { throw ValidationError("Give a FILE, - or --text, one of them.") }
        guard !jsonl || text == nil else { throw ValidationError("--jsonl reads FILE or -, not --text.") }
        guard !(calibrate || cases) || (text == nil && !jsonl && !explain && calibrate != cases) else {
            throw ValidationError("--calibrate and --cases read FILE or -, each with no other option.")
        }
        guard title == nil || text != nil else { throw ValidationError("--title goes with --text.") }
    }

    func run(_ context: Context) async throws {
        let lexicon = try context.lexicon(calibrated: !calibrate)
        do {
            if calibrate { return context.output.text(try calibration(with: lexicon)) }
            if cases { return try compareCases(with: lexicon, context) }
            if jsonl { return try scoreLines(lexicon, try context.gazetteer()) }
            let (title, text) = try article()
            let result = score(title: title, text: text, with: lexicon)
            guard !context.output.isJSON else {
                return context.output.json(ScoreRecord(id: nil, score: result).explanation)
            }
            let explanation = ScoreExplanation(score: result, title: title, text: text, language: context.language)
            for line in explanation.lines { context.output.line(StyledText(line)) }
        } catch let error as ToolError {
            throw CommandFailure(.badFile(error.reason, exit: .badData))
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
        var score = score(title: title, text: text, with: lexicon)
        score.isProtected = score.isProtected || tellsOfProtectedVictim(title: title, text: text, using: gazetteer)
        let record = ScoreRecord(
            id: id, score: score, fingerprint: lexicon.fingerprint,
            identification: identify(title: title, text: text, published: nil, using: gazetteer))
        guard explain, case .object(let line) = record.line, case .object(let more) = record.explanation else {
            return record.line
        }
        let names = Set(line.map(\.name))
        return .object(
            line.filter { $0.name != "needs" } + more.filter { $0.name == "needs" || !names.contains($0.name) })
    }

    // MARK: Calibration

    /// Texts that are neither yes nor no (borderline) are left out: what they should have been nobody knows.
    private func calibration(with lexicon: Lexicon) throws -> String {
        let outcomes = try LabelledText.read(file ?? "-").compactMap { labelled in
            labelled.isLead.map { isLead in
                let result = score(title: labelled.title, text: labelled.text, with: lexicon)
                return Calibration.Outcome(score: result.value, isLead: isLead)
            }
        }
        guard let scale = Calibration(fittedTo: outcomes, fingerprint: lexicon.fingerprint) else {
            throw ToolError(reason: "no line holds \"lead\": \"yes\" or \"no\"")
        }
        return scale.document(fittedTo: outcomes)
    }

    // MARK: Cases

    private func compareCases(with lexicon: Lexicon, _ context: Context) throws {
        let gazetteer = try context.gazetteer()
        let texts = try LabelledText.read(file ?? "-").map {
            CaseComparison.Told($0, lexicon: lexicon, gazetteer: gazetteer, now: context.now)
        }
        for line in CaseComparison(of: texts).lines { context.output.line(StyledText(line)) }
    }
}
