import ArgumentParser
import Model
import Settings
import Storing
import Text

struct DbMigrate: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bring an older database up to date; a copy of it is kept beside.",
        discussion: """
            Remarks that were kept before identifiers in them were masked are masked too: notes, reasons, what agencies \
            said, outlets of told texts. The log of decisions stays as it was written.
            """)

    static let permission = Permission.maintain

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        // Opening for writing is what migrates; so does any command that writes.
        let store = try context.store(.writing)
        let schema = try await store.read { db in try db.measure() }.schema
        let (author, now) = (context.author, context.now)
        let masked = try await store.write { db in try db.maskRemarks(by: author, at: now) }
        guard !context.output.isJSON else {
            let counts = RemarkKind.allCases.compactMap { kind in
                masked[kind].map { JSONValue.Member(kind.rawValue, .integer(Int64($0))) }
            }
            return context.output.json([
                "schema": "pantau.db.migrate/1", "schema_version": .integer(Int64(schema)), "masked": .object(counts),
            ])
        }
        context.output.say(.migrated(to: schema))
        let total = masked.values.reduce(0, +)
        if total > 0 { context.output.say(.remarksMasked(total)) }
    }
}

struct DbCheck: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look through every page, reference and log entry, and the list of erasures.")

    static let permission = Permission.maintain

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        let store = try context.store(.reading)
        try await store.checkIntegrity()
        let verdict = try await store.read { db in try db.verifyJournal() }
        guard case .whole(let entries, _) = verdict else { throw CommandFailure(.journalBroken) }
        let missing = try await store.erasuresMissingOutside()
        guard missing == 0 else { throw CommandFailure(.erasuresMissing(missing, of: store.path + "-erased")) }
        let erasures = try await store.read { db in try db.erasureCount() }.count
        if context.output.isJSON {
            context.output.json([
                "schema": "pantau.db.check/1", "entries": .integer(Int64(entries)),
                "erasures": .integer(Int64(erasures)),
            ])
        } else {
            context.output.say(.checked(entries: entries, erasures: erasures))
        }
    }
}

struct DbVacuum: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "vacuum", abstract: "Write the database anew without free pages, and empty its log.")

    static let permission = Permission.maintain

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        let store = try context.store(.writing)
        let before = try await store.read { db in try db.measure() }.bytes
        try await store.settleErasures()
        try await store.vacuum()
        let after = try await store.read { db in try db.measure() }.bytes
        if context.output.isJSON {
            context.output.json([
                "schema": "pantau.db.vacuum/1", "bytes_before": .integer(before), "bytes": .integer(after),
            ])
        } else {
            context.output.say(.vacuumed(before: before, after: after))
        }
    }
}

struct DbPurge: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge", abstract: "Remove what is kept for too long, by state and age.",
        discussion: """
            Never a lead that somebody holds, nor a prospect that waits to be sent or confirmed or is with an agency. Of \
            leads only keyed hashes of their addresses stay, so that no crawl brings them back. Run it with --dry-run \
            first; from a timer with --yes.
            """)

    static let permission = Permission.maintain

    @OptionGroup var global: GlobalOptions

    @Flag(name: [.customShort("n"), .long], help: "Say what would go, and change nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    func run(_ context: Context) async throws {
        let (rules, now, author) = (context.settings.retention, context.now, context.author)
        let store = try context.store(dryRun ? .reading : .writing)
        let overdue = try await store.read { db in try db.overdue(rules, at: now) }
        let copies = try store.removeCopies(olderThan: context.settings.retainCopies, at: now, isTrial: true)
        if dryRun || overdue.total + copies.count == 0 {
            return tell(overdue, copies, isTrial: true, context)
        }
        if !yes { try ask(overdue, copies, context) }
        let gone = try await store.purge(rules, by: author, at: now)
        _ = try store.removeCopies(olderThan: context.settings.retainCopies, at: now, isTrial: false)
        try await context.buryOverdue(in: store)
        tell(gone, copies, isTrial: false, context)
    }

    private func ask(_ overdue: PurgeCounts, _ copies: [String], _ context: Context) throws {
        guard context.isInteractive else { throw CommandFailure(.purgeNeedsYes) }
        for line in overdue.lines(in: context.language) + copies { context.output.note(.purgeLine(line)) }
        context.output.prompt(.askPurge(overdue.total + copies.count))
        guard readLine() == "\(overdue.total + copies.count)" else { throw CommandFailure(.cancelled) }
    }

    private func tell(_ counts: PurgeCounts, _ copies: [String], isTrial: Bool, _ context: Context) {
        guard !context.output.isJSON else {
            context.output.json([
                "schema": "pantau.db.purge/1", "dry_run": .bool(isTrial), "counts": counts.json,
                "copies": .array(copies.map { .string($0) }),
            ])
            return
        }
        for line in counts.lines(in: context.language) + copies { context.output.record([line]) }
        context.output.note(counts.total + copies.count == 0 ? .purgeEmpty : .purged(isTrial: isTrial))
    }
}
