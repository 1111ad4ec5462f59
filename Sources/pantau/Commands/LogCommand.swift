import ArgumentParser
import Model
import Storing
import Terminal
import Text

struct LogCommand: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Who decided what, when; newest first.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: "One lead.")
    var id: String?

    @Flag(help: "Only what I did.")
    var mine = false

    @Flag(help: "Only since midnight.")
    var today = false

    @Option(help: "Only what this person did.")
    var by: String?

    @Option(help: ArgumentHelp("Only in the last time, such as 7d.", valueName: "duration"))
    var since: String?

    @Option(name: [.customShort("L"), .long], help: "How many.")
    var limit: Int = 50

    @Flag(help: "Compute every hash of the chain again and name the first entry that does not fit.")
    var verify = false

    func validate() throws {
        guard id == nil || LeadIDs.parse(id ?? "")?.count == 1 else {
            throw ValidationError("\"\(id ?? "")\" is no number of a lead")
        }
        guard since == nil || TimeSpan(since ?? "") != nil else {
            throw ValidationError("--since needs a duration such as 7d, not \"\(since ?? "")\"")
        }
        guard by == nil || Actor(by ?? "") != nil else { throw ValidationError("--by needs a short name") }
        guard limit > 0 else { throw ValidationError("--limit needs 1 or more, not \(limit)") }
    }

    func run(_ context: Context) async throws {
        let store = try context.store(.reading)
        if verify { return try await check(store, context) }
        let query = query(context)
        let entries = try await store.read { db in try db.journal(query) }
        guard !entries.isEmpty else { return context.output.note(.logEmpty) }
        switch context.output.format {
        case .json, .jsonl: for entry in entries { context.output.json(entry.record) }
        case .id: for entry in entries { context.output.record(["\(entry.id.value)"]) }
        case .tsv: for entry in entries { context.output.record(fields(entry)) }
        case .table:
            writeTable(entries, context)
        }
    }

    private func query(_ context: Context) -> JournalQuery {
        var start = since.flatMap(TimeSpan.init).map { context.now - $0 }
        if today {
            let clock = CivilTime(context.now)
            start = context.now - .seconds(Int64(clock.hour * 3600 + clock.minute * 60 + clock.second))
        }
        return JournalQuery(
            lead: id.flatMap(LeadIDs.parse).map { LeadID($0.lowerBound) },
            actor: mine ? context.actor : by.flatMap(Actor.init), since: start, limit: limit)
    }

    private func fields(_ entry: JournalEntry) -> [String] {
        [
            "\(entry.id.value)", entry.draft.at.rfc3339(), entry.draft.author.actor.name, entry.draft.author.via,
            entry.words,
        ]
    }

    private func writeTable(_ entries: [JournalEntry], _ context: Context) {
        let language = context.language
        let table = Table(
            [
                .init(language.phrase("ENTRY", "CATATAN"), .right), .init(language.phrase("WHEN", "BILA")),
                .init(language.phrase("WHO", "SIAPA")), .init(language.phrase("WHAT", "APA"), minimum: 20),
                .init(language.phrase("VIA", "MELALUI"), dropOrder: 1),
            ],
            rows: entries.map { entry in
                [
                    "\(entry.id.value)", String(entry.draft.at.rfc3339().prefix(19)).replacing("T", with: " "),
                    entry.draft.author.actor.name, entry.words, entry.draft.author.via,
                ].map { StyledText($0) }
            })
        let terminal = context.output.terminal
        for line in table.lines(width: terminal.columns, glyphs: terminal.glyphs) { context.output.line(line) }
    }

    private func check(_ store: Store, _ context: Context) async throws {
        switch try await store.read({ db in try db.verifyJournal() }) {
        case .whole(let entries, _): context.output.say(.journalWhole(entries))
        case .broken(let entry, let fault): throw CommandFailure(.journalBroken(entry, "\(fault)"))
        }
    }
}
