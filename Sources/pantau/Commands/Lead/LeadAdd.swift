import Archiving
import ArgumentParser
import Crawling
import Model
import Reviewing
import Storing
import Text

struct LeadAdd: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "A lead that a person found: a page, a cutting, a phone call, a message.",
        discussion: """
            It is read, scored and compared as what a crawl finds, and is to review whatever its score. The first line of \
            FILE is the title where a blank line follows it; a file whose name ends in .html is read as a page.
            """)

    static let permission = Permission.decide

    @OptionGroup var global: GlobalOptions

    @OptionGroup var page: PageOptions

    @Option(help: ArgumentHelp("A file with the text, or - for standard input.", valueName: "file"))
    var file: String?

    @Option(help: "The text itself.")
    var text: String?

    @Option(help: "The title, with --text or --file.")
    var title: String?

    @Option(help: ArgumentHelp("Where it was heard or read: a newspaper, a radio station.", valueName: "name"))
    var outlet: String?

    @Option(help: "A remark for colleagues.")
    var note: String?

    func validate() throws {
        guard [page.url, file, text].compactMap(\.self).count == 1 else {
            throw ValidationError("give --url, --file or --text, one of them")
        }
        guard title == nil || page.url == nil else { throw ValidationError("--title goes with --text or --file") }
    }

    func run(_ context: Context) async throws {
        let store = try context.store(.writing)
        let reader = try context.articleReader()
        let found = try await read(with: reader, context)
        let (author, now, note) = (context.author, context.now, note)
        let added: AddedLead
        do {
            added = try await store.write { db in
                try db.addLead(found, note: note, by: author, at: now, placing: reader.placing)
            }
        } catch is Refusal {
            throw CommandFailure(.usage("a note may have \(Decision.noteLimit) characters", command: "lead add"))
        }
        tell(added, found.score, context)
    }

    // MARK: Reading

    private func read(with reader: ArticleReader, _ context: Context) async throws -> FoundArticle {
        let archive = page.url == nil ? nil : try context.archiveWriter()
        defer { archive?.close() }
        let name = outlet?.cleanedLine(limit: 100)
        let fetched = try await page.fetch(with: reader, outlet: name, archive: archive, for: "lead add", context)
        if let fetched { return fetched }
        let source = name ?? "\(context.actor)"
        let found: FoundArticle?
        if let text {
            found = reader.found(title: title ?? "", text: text, from: source, at: context.now)
        } else {
            found = try readFile(file ?? "-", from: source, with: reader, context)
        }
        guard let found else { throw CommandFailure(.nothingToAdd) }
        return found
    }

    private func readFile(
        _ path: String, from source: String, with reader: ArticleReader, _ context: Context
    ) throws -> FoundArticle? {
        let bytes: [UInt8]
        do {
            bytes = try readBytes(path)
        } catch let error as ToolError {
            throw CommandFailure(.badFile(error.reason, exit: .badData))
        }
        if TitledText.isPage(path) {
            return reader.found(page: bytes, from: source, at: context.now)
        }
        let whole = String(decoding: bytes, as: UTF8.self)
        let told = title.map { TitledText(title: $0, of: whole) } ?? TitledText(of: whole)
        return reader.found(title: told.title, text: told.text, from: source, at: context.now)
    }

    // MARK: What is said of it

    private func tell(_ added: AddedLead, _ score: Score, _ context: Context) {
        guard !context.output.isJSON else {
            context.output.json(record(added, score))
            return
        }
        switch added {
        case .made(let made, entry: _):
            guard let joined = made.joined else {
                context.output.say(.leadAdded(made.id, score: score.value, threshold: score.threshold))
                for link in made.offers.prefix(3) { context.output.say(.leadOffered(made.id, link)) }
                return
            }
            context.output.say(.leadAdded(made.id, into: joined))
        case .known(let id, let state): context.output.note(.alreadyLead(id, state: state.code))
        }
    }

    private func record(_ added: AddedLead, _ score: Score) -> JSONValue {
        var entry: EntryID?
        var (changed, skipped): ([JSONValue], [JSONValue]) = ([], [])
        switch added {
        case .made(let made, entry: let written):
            entry = written
            changed = [
                .compact([
                    ("id", .integer(made.id.value)), ("to", .string(made.state.code)),
                    ("into", made.state.mergedInto.map { .integer($0.value) }),
                    ("score", .integer(Int64(score.value))),
                    ("joined", made.joined.map { .string($0.reason.rawValue) }), ("why", made.joined?.facts.record),
                    ("similar", made.joined == nil ? .array(made.offers.map(\.record)) : nil),
                ])
            ]
        case .known(let id, let state):
            skipped = [["id": .integer(id.value), "why": "already.lead", "state": .string(state.code)]]
        }
        return .compact([
            ("schema", "pantau.change/1"), ("entry", entry.map { .integer($0.value) }),
            ("verb", .string(Decision.addVerb)), ("dry_run", false), ("changed", .array(changed)),
            ("skipped", .array(skipped)), ("failed", []),
        ])
    }
}
