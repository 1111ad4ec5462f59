import ArgumentParser
import FoundationEssentials
import Model
import Reviewing
import Storing
import Terminal
import Text

/// The journal.
struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Who decided what, when; newest first.",
        subcommands: [LogShow.self, LogCheckpoint.self], defaultSubcommand: LogShow.self)
}

struct LogShow: PantauCommand {
    static let permission = Permission.seeLog
    static let isPaged = true
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Who decided what, when; newest first. What `pantau log` does.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: "One lead.")
    var id: String?

    @Flag(help: "Only what I did.")
    var mine = false

    @Flag(help: "Only since midnight.")
    var today = false

    @Option(
        name: [.customLong("actor"), .customLong("by")],
        help: ArgumentHelp("Only what this person did.", valueName: "who"))
    var by: String?

    @Option(help: ArgumentHelp("Only in the last time (7d), or from a day on (2026-11-23).", valueName: "time"))
    var since: String?

    @Flag(help: "Also who looked at what.")
    var access = false

    @Option(name: [.customShort("L"), .long], help: "How many.")
    var limit: Int = 50

    @Flag(help: "Compute every hash of the chain again and name the first entry that does not fit.")
    var verify = false

    @Option(
        help: ArgumentHelp("With --verify: also against what `log checkpoint` wrote earlier.", valueName: "file"))
    var checkpoint: String?

    func validate() throws {
        guard checkpoint == nil || verify else { throw ValidationError("--checkpoint belongs to --verify") }
        guard since == nil || LogShow.start(since ?? "", at: Instant(seconds: 0)) != nil else {
            throw ValidationError(
                "--since needs a duration such as 7d or a day such as 2026-11-23, not \"\(since ?? "")\"")
        }
        guard by == nil || Actor(by ?? "") != nil else { throw ValidationError("--actor needs a short name") }
        guard !(mine && by != nil) else { throw ValidationError("--mine and --actor exclude each other") }
        guard limit > 0 else { throw ValidationError("--limit needs 1 or more, not \(limit)") }
    }

    func run(_ context: Context) async throws {
        let store = try context.store(.reading)
        if verify { return try await check(store, context) }
        let query = try await query(context)
        let entries = try await store.read { db in try db.journal(query) }
        guard !entries.isEmpty else { return context.output.note(.logEmpty) }
        switch context.output.format {
        case .json, .jsonl: for entry in entries { context.output.json(entry.record) }
        case .id: for entry in entries { context.output.record(["\(entry.id.value)"]) }
        case .csv, .tsv:
            context.output.records(named: ["entry", "at", "who", "via", "what"], entries.map(fields))
        case .table:
            writeTable(entries, context)
        }
    }

    /// `7d` before now, or the first moment of a day on Malaysia's clock.
    private static func start(_ text: String, at now: Instant) -> Instant? {
        if let span = TimeSpan(text) { return now - span }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
        return CivilTime(year: year, month: month, day: day)?.instant
    }

    private func query(_ context: Context) async throws -> JournalQuery {
        var start = since.flatMap { LogShow.start($0, at: context.now) }
        if today {
            let clock = CivilTime(context.now)
            let midnight = context.now - .seconds(Int64(clock.hour * 3600 + clock.minute * 60 + clock.second))
            start = max(start ?? midnight, midnight)
        }
        var lead: LeadID?
        if let id { lead = try await LeadNames(words: [id]).one(in: context) }
        return JournalQuery(
            lead: lead,
            actor: mine ? context.actor : by.flatMap(Actor.init), since: start,
            passing: access ? [] : [Decision.openVerb], limit: limit)
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
        let earlier = try checkpoint.map(readCheckpoint)
        switch try await store.read({ db in try db.verifyJournal(against: earlier?.checkpoint) }) {
        case .whole(let entries, _): context.output.say(.journalWhole(entries))
        case .broken(let entry, let fault): throw CommandFailure(.journalBroken(entry, fault.rawValue))
        }
    }

    /// - Throws: where the file is no checkpoint, or somebody has changed it: then it proves nothing either way.
    private func readCheckpoint(_ path: String) throws -> SignedCheckpoint {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CommandFailure(.unreadable(path, why: "it is not there, not readable or not UTF-8"))
        }
        guard let json = try? JSONValue(parsing: Array(text.utf8)), let checkpoint = SignedCheckpoint(json: json),
            checkpoint.isGenuine
        else { throw CommandFailure(.notACheckpoint(path)) }
        return checkpoint
    }
}

/// The state of the journal, signed, to be kept by somebody else.
struct LogCheckpoint: PantauCommand {
    static let permission = Permission.seeLog
    static let configuration = CommandConfiguration(
        commandName: "checkpoint", abstract: "The state of the log, signed; mail it to somebody who keeps it.",
        discussion: """
            A log that was rewritten as a whole looks whole. It does not fit a checkpoint that others hold: \
            pantau log --verify --checkpoint FILE.
            """)

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        guard !context.options.readOnly else { throw CommandFailure(.readOnly) }
        guard let checkpoint = try await context.store(.reading).signedCheckpoint(at: context.now) else {
            return context.output.note(.logEmpty)
        }
        context.output.json(checkpoint.json)
    }
}
