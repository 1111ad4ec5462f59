import ArgumentParser
import Crawling
import Identifying
import Model
import Scoring
import Storing
import Terminal
import Text

/// Scores texts without a store: one for a person to read, or many as JSON Lines.
struct ScoreCommand: PantauCommand {
    static let permission = Permission.free
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Score a text and say why.",
        discussion: """
            Nothing is kept. The first line of FILE is the title where a blank line follows it; a file whose name ends in \
            .html is read as a page. With --jsonl, FILE holds one JSON object a line with "id", "title", "text" and, so that \
            words such as "semalam" tell a day, "published" (RFC 3339 or a day); each is answered with one object a \
            line, in the same order.
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A file with the text, or - for standard input.")
    var file: String?

    @OptionGroup var page: PageOptions

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
        guard [file, page.url, text].compactMap(\.self).count == 1 else {
            throw ValidationError("Give a FILE, -, --url or --text, one of them.")
        }
        guard !jsonl || file != nil else { throw ValidationError("--jsonl reads FILE or -, not --url or --text.") }
        guard !(calibrate || cases) || (file != nil && !jsonl && !explain && calibrate != cases) else {
            throw ValidationError("--calibrate and --cases read FILE or -, each with no other option.")
        }
        guard title == nil || text != nil else { throw ValidationError("--title goes with --text.") }
    }

    func run(_ context: Context) async throws {
        let lexicon = try context.lexicon(calibrated: !calibrate)
        do {
            if calibrate { return context.output.text(try calibration(with: lexicon)) }
            if cases { return try compareCases(with: lexicon, context) }
            if jsonl { return try scoreLines(lexicon, try context.gazetteer(), at: context.now) }
            try await scoreOne(lexicon, context)
        } catch let error as ToolError {
            throw CommandFailure(.badFile(error.reason, exit: .badData))
        }
    }

    // MARK: One text

    private func scoreOne(_ lexicon: Lexicon, _ context: Context) async throws {
        let scored = try await read(lexicon, try context.gazetteer(), context)
        guard !context.output.isJSON else { return context.output.json(scored.record) }
        for line in scored.lines(in: context.language) { context.output.line(StyledText(line)) }
    }

    private func read(_ lexicon: Lexicon, _ gazetteer: Gazetteer, _ context: Context) async throws -> ScoredText {
        let reader = ArticleReader(lexicon: lexicon, gazetteer: gazetteer)
        if let found = try await page.fetch(with: reader, outlet: nil, archive: nil, for: "score", context) {
            return ScoredText(found, origin: ScoredText.Origin(found.article))
        }
        let path = file ?? "-"
        if text == nil, TitledText.isPage(path) {
            guard let found = reader.found(page: try readBytes(path), from: "", at: context.now) else {
                throw ToolError(reason: "\(path): no article in it")
            }
            return ScoredText(found, origin: nil)
        }
        let told =
            try text.map { TitledText(title: title ?? "", text: $0) }
            ?? TitledText(of: String(decoding: readBytes(path), as: UTF8.self))
        return ScoredText(title: told.title, text: told.text, lexicon: lexicon, gazetteer: gazetteer)
    }

    // MARK: JSON Lines

    private func scoreLines(_ lexicon: Lexicon, _ gazetteer: Gazetteer, at now: Instant) throws {
        if file == "-" {
            var number = 0
            while let line = readLine(strippingNewline: true) {
                number += 1
                answer(line, number: number, lexicon, gazetteer, at: now)
            }
        } else {
            let bytes = try readBytes(file ?? "-")
            for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
                answer(String(decoding: line, as: UTF8.self), number: number + 1, lexicon, gazetteer, at: now)
            }
        }
    }

    private func answer(_ line: String, number: Int, _ lexicon: Lexicon, _ gazetteer: Gazetteer, at now: Instant) {
        guard !line.allSatisfy(\.isWhitespace) else { return }
        var id: String?
        do {
            let json = try JSONValue(parsing: line.utf8)
            id = json.identity(in: line)
            let request = try ScoreRequest(json, now: now)
            print(record(of: request, lexicon, gazetteer).text(after: [("id", id)]))
        } catch {
            let answer = JSONValue.compact([("line", .integer(Int64(number))), ("error", .string("\(error)"))])
            print(answer.text(after: [("id", id)]))
        }
    }

    /// One answer: the score, who and where.
    private func record(of request: ScoreRequest, _ lexicon: Lexicon, _ gazetteer: Gazetteer) -> JSONValue {
        let scored = ScoredText(
            title: request.title, text: request.text, published: request.published, lexicon: lexicon,
            gazetteer: gazetteer)
        let record = ScoreRecord(
            score: scored.score, fingerprint: lexicon.fingerprint, identification: scored.identification)
        let warning = request.warning.map { [JSONValue.Member("warning", .string($0))] } ?? []
        let line = record.line.members ?? []
        guard explain else { return .object(line + warning) }
        let names = Set(line.map(\.name))
        let more = (record.explanation.members ?? []).filter { $0.name == "needs" || !names.contains($0.name) }
        return .object(line.filter { $0.name != "needs" } + more + warning)
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
