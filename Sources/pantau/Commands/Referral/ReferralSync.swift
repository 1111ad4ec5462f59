import ArgumentParser
import Documents
import Fetching
import FoundationEssentials
import Model
import Referring
import Storing
import Text

#if canImport(Glibc)
    import Glibc
#endif

struct ReferralSync: PantauCommand {
    static let permission = Permission.push
    static let configuration = CommandConfiguration(
        commandName: "sync", abstract: "Fetch what the consumers say has become of our prospects.",
        discussion: "From a timer a feed is read no more than every 15 minutes; --now reads it at once.")

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("From whom; all that have an address, where none is named.", valueName: "name"))
    var consumer: String?

    @Flag(help: "Also where it was read less than 15 minutes ago.")
    var now = false

    @Flag(help: "List the changes that could not be accepted, and fetch nothing.")
    var refused = false

    @Flag(help: "Take changes that are marked as invented.")
    var test = false

    func run(_ context: Context) async throws {
        var isWhole = true
        for consumer in try context.pushedConsumers(consumer) {
            guard !refused else {
                try await list(consumer.name, context)
                continue
            }
            let feed = StatusFeed(
                store: try context.referralStore(.writing), consumer: consumer.name, author: context.author,
                acceptsTests: test, clock: context.clock,
                send: try context.sender(to: consumer, for: .status, answerBytes: 8 << 20))
            let report: SyncReport
            do {
                report = try await feed.sync(isAsked: now)
            } catch let failure as SyncFailure {
                throw CommandFailure(Message(failure, from: consumer.name, in: context.language))
            }
            tell(report, consumer.name, context)
            if !report.counts.refused.isEmpty { isWhole = false }
        }
        if !isWhole { throw CommandFailure(.changesRefused) }
    }

    private func tell(_ report: SyncReport, _ name: String, _ context: Context) {
        if let next = report.nextAt { return context.output.note(.syncTooSoon(name, until: next)) }
        for refused in report.counts.refused { context.output.warn("\(name): \(refused.id): \(refused.problem)") }
        if context.output.isJSON {
            context.output.json(report.counts.record("pantau.referral.sync/1"))
        } else {
            context.output.say(.changesTaken(report.counts, from: name, isDry: false))
        }
    }

    private func list(_ name: String, _ context: Context) async throws {
        for change in try await context.referralStore(.reading).read({ db in try db.refusedChanges(of: name) }) {
            context.output.record([change.consumer, change.at.rfc3339(), change.problem, change.change.text])
        }
    }
}

struct ReferralImport: PantauCommand {
    static let permission = Permission.refer
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take status changes from a file: JSON Lines of the contract, or a table.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("The file, at most 50 MB.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("What their columns and words are called in ours.", valueName: "file"))
    var map: String?

    @Flag(help: "Tell what would come of it, and change nothing.")
    var dryRun = false

    func run(_ context: Context) async throws {
        guard file == "-" || access(file, R_OK) == 0 else {
            throw CommandFailure(.unreadable(file, why: String(cString: strerror(errno))))
        }
        let changes: StatusFile
        let map = try columnMap()
        do throws(StatusFile.Problem) {
            changes = try StatusFile(try bytes(), map: map)
        } catch {
            throw CommandFailure(Message(error, in: file))
        }
        let rejected = file + ".rejected.csv"
        if !dryRun, FileManager.default.fileExists(atPath: rejected) { throw CommandFailure(.exists(rejected)) }
        let importer = StatusImport(store: try context.referralStore(.writing), author: context.author)
        let report = try await referring {
            try await importer.run(changes, rejected: rejected, isDry: dryRun, at: context.now)
        }
        for refused in report.counts.refused { context.output.warn("\(file): \(refused.id): \(refused.problem)") }
        if context.output.isJSON {
            context.output.json(report.counts.record("pantau.referral.import/1"))
        } else {
            context.output.say(.changesTaken(report.counts, from: file, isDry: dryRun))
        }
        if !report.counts.refused.isEmpty {
            throw CommandFailure(dryRun ? .rowsWouldBeRefused : .rowsRefused(rejected))
        }
    }

    private func bytes() throws(StatusFile.Problem) -> [UInt8] {
        do { return try readBytes(file) } catch { throw .line(0, reason: "\(error)") }
    }

    private func columnMap() throws -> ColumnMap {
        guard let map else { return ColumnMap() }
        do {
            let text = String(decoding: try readBytes(map), as: UTF8.self)
            return try ColumnMap(try readYAML(text, file: map), file: map)
        } catch let error as ToolError {
            throw CommandFailure(.badFile(error.reason, exit: .badData))
        } catch let problem as DocumentProblem {
            throw CommandFailure(.badFile(problem.description, exit: .badData))
        } catch let problems as DocumentProblems {
            throw CommandFailure(.badFile(problems.description, exit: .badData))
        }
    }
}

extension ChangeCounts {
    /// As scripts get it.
    fileprivate func record(_ schema: String) -> JSONValue {
        [
            "schema": .string(schema), "applied": .integer(Int64(applied)), "stored": .integer(Int64(stored)),
            "repeated": .integer(Int64(repeated)), "tests": .integer(Int64(tests)),
            "refused": .array(refused.map { ["id": .string($0.id), "problem": .string("\($0.problem)")] }),
        ]
    }
}
