import ArgumentParser
import FoundationEssentials
import Model
import Reading
import Settings
import Sources
import Terminal
import Text

struct SourceImport: PantauCommand {
    static let permission = Permission.editSources
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Write the feeds of an OPML list into a file of the Feeds folder.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("OPML 1.0 to 2.0, as feed readers export it.", valueName: "opml"))
    var opml: String

    @Option(help: ArgumentHelp("The file of the Feeds folder to write into.", valueName: "name"))
    var file = "imported.yaml"

    @Flag(name: [.customShort("n"), .long], help: "Show what is new, known and refused, and write nothing.")
    var dryRun = false

    /// As large as a feed may be.
    private static let byteLimit = 15 << 20

    func run(_ context: Context) async throws {
        let files = try context.editableSourceFiles()
        let addition = try SourceAddition(
            to: file, of: files, purpose: "Sources imported by `pantau source import`. None was probed yet.")
        for problem in files.set.problems { context.output.warn(problem.description) }
        let list = try read()
        if list.isTruncated { context.output.warn(Message.opmlTruncated.text(in: context.language)) }
        let plan = ImportPlan(list, besides: files, ids: try await NewSourceIDs(besides: files, in: context))
        var path = addition.path
        if !plan.entries.isEmpty {
            let (change, _) = try addition.change(adding: plan.entries)
            path = change.path
            if !dryRun { try change.write(in: files.folder ?? ".") }
        }
        tell(plan, path, context)
        if plan.entries.isEmpty, plan.known.isEmpty, !list.refusals.isEmpty {
            throw CommandFailure(.allRefused(opml, count: list.refusals.count))
        }
    }

    private func read() throws -> OPML {
        guard let handle = FileManager.default.contents(atPath: opml) else {
            throw CommandFailure(.unreadable(opml, why: "it is not there or not readable"))
        }
        guard handle.count <= Self.byteLimit else {
            throw CommandFailure(.unreadable(opml, why: "it is over \(Self.byteLimit >> 20) MiB"))
        }
        do throws(OPMLProblem) {
            return try readOPML(Array(handle))
        } catch {
            throw CommandFailure(.unreadable(opml, why: error.description))
        }
    }

    // MARK: What is said of it

    private func tell(_ plan: ImportPlan, _ path: String, _ context: Context) {
        guard !context.output.isJSON else { return context.output.json(record(plan, path)) }
        if context.output.format == .table {
            let terminal = context.output.terminal
            let table = plan.table(in: context.language)
            for line in table.lines(width: terminal.columns, glyphs: terminal.glyphs) { context.output.line(line) }
        } else {
            for row in plan.rows { context.output.record(row) }
        }
        let (new, known, refused) = (plan.entries.count, plan.known.count, plan.refused.count)
        context.output.note(
            dryRun
                ? .wouldImport(new, to: path, known: known, refused: refused)
                : .imported(new, to: path, known: known, refused: refused))
    }

    private func record(_ plan: ImportPlan, _ path: String) -> JSONValue {
        [
            "schema": "pantau.change/1", "verb": "source.import", "dry_run": .bool(dryRun),
            "changed": .array(
                plan.entries.map { entry in
                    [
                        "id": .string(entry.source.id.value), "file": .string(path),
                        "url": .string(entry.source.url), "outlet": .string(entry.source.outlet),
                    ]
                }),
            "skipped": .array(
                plan.known.map { ["id": .string($0.id.value), "why": "already.source", "url": .string($0.url)] }),
            "failed": .array(
                plan.refused.map { refusal in
                    .compact([
                        ("url", .string(refusal.address)), ("why", "err.address"),
                        ("line", refusal.line.map { .integer(Int64($0)) }),
                    ])
                }),
        ]
    }
}

/// What becomes of each feed of a list.
struct ImportPlan {
    private(set) var entries: [SourceEntry] = []
    /// Feeds that a source has already, or that stand in the list twice.
    private(set) var known: [(id: SourceID, url: String, line: Int?)] = []
    let refused: [OPML.Refusal]
    private var lines: [Int?] = []

    init(_ list: OPML, besides files: SourceFiles, ids: consuming NewSourceIDs) {
        refused = list.refusals
        var addresses = files.addresses
        var group = ""
        for feed in list.feeds {
            if let id = addresses[AddressKey(feed.url)] {
                known.append((id, feed.url.href, feed.line))
                continue
            }
            let title = feed.title.isEmpty ? siteName(of: feed.url) : feed.title
            let outlet = title.cleanedLine(limit: 80)
            let marked = feed.marks["id"].flatMap(SourceID.init).flatMap { ids.take($0) ? $0 : nil }
            guard let id = marked ?? ids.id(outlet: outlet, url: feed.url) else { continue }
            addresses[AddressKey(feed.url)] = id
            let own = feed.groups.joined(separator: " / ")
            let source = Source(
                id: id, outlet: outlet, kind: feed.marks["kind"].flatMap(SourceKind.init) ?? .feed,
                url: feed.url.href, language: feed.sourceLanguage, state: feed.stateCode)
            entries.append(SourceEntry(source, heading: own.isEmpty || own == group ? nil : own))
            lines.append(feed.line)
            group = own
        }
    }

    /// The same for people.
    func table(in language: ScreenLanguage) -> Table {
        let words = ["new": "baharu", "known": "diketahui", "refused": "ditolak"]
        return Table(
            [
                .init(language.phrase("WHAT", "APA")), .init("ID", minimum: 8, maximum: 24),
                .init(language.phrase("ADDRESS", "ALAMAT"), minimum: 20),
                .init(language.phrase("LINE", "BARIS"), .right, dropOrder: 0),
            ],
            rows: rows.map { row in
                let what = language.phrase(row[0], words[row[0]] ?? row[0])
                return [StyledText(what, row[0] == "refused" ? .bad : .plain)] + row.dropFirst().map { StyledText($0) }
            })
    }

    /// What, id, address, line: stable words for scripts.
    var rows: [[String]] {
        zip(entries, lines).map { entry, line in ["new", entry.source.id.value, entry.source.url, number(line)] }
            + known.map { ["known", $0.id.value, $0.url, number($0.line)] }
            + refused.map { ["refused", "", $0.address, number($0.line)] }
    }

    private func number(_ line: Int?) -> String { line.map { "\($0)" } ?? "" }
}

extension OPML.Feed {
    /// `ms-MY` is `ms`; a language that no source has is none.
    fileprivate var sourceLanguage: Language? {
        language?.lowercased().split(separator: "-").first.flatMap { Language(rawValue: String($0)) }
    }

    fileprivate var stateCode: String? {
        marks["state"].flatMap { code in
            (1...16).contains { code == ($0 < 10 ? "MY-0\($0)" : "MY-\($0)") } ? code : nil
        }
    }
}
