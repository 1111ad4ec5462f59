import ArgumentParser
import Crawling
import Fetching
import FoundationEssentials
import Model
import Settings
import Sources
import Storing
import Terminal
import Text

struct CrawlCommand: PantauCommand {
    static let permission = Permission.crawl
    static let configuration = CommandConfiguration(
        commandName: "crawl", abstract: "Fetch, read and score what is due; people become leads.",
        subcommands: [CrawlStatus.self, CrawlStop.self])

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("Only this source; may be given again.", valueName: "id"))
    var source: [String] = []

    @Option(help: ArgumentHelp("End after so long, such as 20m; what was read is kept.", valueName: "duration"))
    var maxTime: String?

    @Option(help: ArgumentHelp("Visit at most so many sources.", valueName: "n"))
    var maxSources: Int?

    @Option(help: "Where another crawl runs: skip, wait or fail; or join it, each host in the hands of one of them.")
    var ifLocked: IfLocked = .skip

    @Flag(help: "Also sources that are not due. Hosts that asked for quiet are left alone.")
    var force = false

    @Flag(name: [.customShort("n"), .long], help: "Say what would be visited; fetch and change nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("Write what was done to this file, as JSON.", valueName: "file"))
    var summary: String?

    @Option(help: ArgumentHelp("Exit 3 when a larger part of the sources fails.", valueName: "percentage"))
    var failOver: String?

    @Option(help: ArgumentHelp("A private address that may be fetched; may be given again.", valueName: "host:port"))
    var allowHost: [String] = []

    enum IfLocked: String, ExpressibleByArgument, CaseIterable, Sendable { case skip, wait, fail, join }

    func validate() throws {
        guard maxTime == nil || TimeSpan(maxTime ?? "") != nil else {
            throw ValidationError("--max-time needs a duration such as 20m, not \"\(maxTime ?? "")\"")
        }
        guard failOver == nil || percentage(failOver ?? "") != nil else {
            throw ValidationError("--fail-over needs a percentage such as 50%, not \"\(failOver ?? "")\"")
        }
        guard (maxSources ?? 1) > 0 else { throw ValidationError("--max-sources needs 1 or more") }
    }

    func run(_ context: Context) async throws {
        try checkSummaryFile()
        let set = try context.sourceSet()
        for problem in set.problems { context.output.warn(problem.description) }
        guard !set.sources.isEmpty || set.problems.isEmpty else {
            throw CommandFailure(.badFile("no file of sources can be read", exit: .badData))
        }
        let options = CrawlOptions(
            only: try chosen(set.sources), isForced: force, maxTime: maxTime.flatMap(TimeSpan.init),
            maxSources: maxSources)
        guard !dryRun else { return try await tellPlan(set.sources, options, context) }
        let store = try context.store(.creating)
        let archive = try context.archiveWriter()
        guard let lock = try takeLock(context) else { return }
        defer { lock.release() }
        if !lock.isShared { try await store.write { db in try db.endLeases() } }
        let crawl = try context.crawl(.crawl, in: store, allowing: allowHost, archive: archive)
        let reporter = CrawlReporter(context: context)
        defer { context.endArchiving(archive) }
        var summary = try await runUntilStopped(crawl, set.sources, options, reporter)
        try await context.cleanArchive(for: store)
        try end(&summary, reporter, context)
    }

    /// Asked before the crawl, so that nobody waits for one to be told.
    private func checkSummaryFile() throws {
        guard let summary else { return }
        let folder = URL(filePath: summary).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw CommandFailure(.cannotCreate(summary, why: "the folder is missing or not writable"))
        }
    }

    private func chosen(_ sources: [Source]) throws -> Set<SourceID> {
        Set(try source.map { try sources.named($0).id })
    }

    // MARK: Without fetching

    private func tellPlan(_ sources: [Source], _ options: CrawlOptions, _ context: Context) async throws {
        let due: [DueSource]
        do {
            due = try await dueSources(sources, options, in: context.store(.reading), at: context.now)
        } catch StoreError.missing {
            due = dueSources(sources, options, at: context.now)
        }
        if context.output.isJSON {
            for item in due {
                context.output.json(
                    .compact([
                        ("source", .string(item.source.id.value)), ("host", .string(item.host.value)),
                        ("url", .string(item.source.url)), ("due_at", .string(item.dueAt.rfc3339())),
                    ]))
            }
        } else if due.isEmpty {
            context.output.say(.nothingDue)
        } else {
            for item in due {
                context.output.line(StyledText("\(item.source.id.value.padded(to: 26)) \(item.host)"))
            }
        }
    }

    // MARK: The lock

    private func takeLock(_ context: Context) throws -> CrawlLock? {
        let path = try context.databasePath()
        // A crawl that waits for another does so for as long as one may run.
        let patience: TimeSpan = ifLocked == .wait ? maxTime.flatMap(TimeSpan.init) ?? .hours(1) : .seconds(0)
        do throws(StoreError) {
            return try CrawlLock(
                database: path, now: context.now, isShared: ifLocked == .join, patience: patience)
        } catch {
            guard case .locked(let owner) = error, ifLocked == .skip else { throw error }
            context.output.note(.lockedSkip(since: owner?.since.rfc3339() ?? "?"))
            return nil
        }
    }

    // MARK: Signals

    private func runUntilStopped(
        _ crawl: Crawl, _ sources: [Source], _ options: CrawlOptions, _ reporter: CrawlReporter
    ) async throws -> CrawlSummary {
        let signals = StopSignals()
        defer { signals.ignore() }
        let work = Task {
            try await crawl.run(sources, options) { event in reporter.report(event) }
        }
        signals.onStop { work.cancel() }
        var summary = try await work.value
        if case .stopped(by: "") = summary.ending { summary.ending = .stopped(by: signals.received ?? "SIGTERM") }
        return summary
    }

    // MARK: The end

    private func end(_ summary: inout CrawlSummary, _ reporter: CrawlReporter, _ context: Context) throws {
        let failure = failure(of: summary, context)
        if let path = self.summary {
            let text = summary.json(exit: failure?.exit.rawValue ?? 0).text + "\n"
            do {
                try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
            } catch {
                throw CommandFailure(.cannotCreate(path, why: "the folder is missing or not writable"))
            }
        }
        reporter.write(summary, exit: failure?.exit ?? .done)
        if let failure { throw CommandFailure(failure) }
    }

    private func failure(of summary: CrawlSummary, _ context: Context) -> Message? {
        switch summary.ending {
        case .noNetwork(let hosts): return .noNetwork(hosts: hosts)
        case .stopped(let signal):
            return .stopped(
                by: signal, seconds: Int((summary.endedAt - summary.startedAt).milliseconds / 1000),
                done: summary.total - summary.notReached, total: summary.total)
        case .completed, .outOfTime:
            let limit = failOver.flatMap(percentage) ?? context.settings.failOver
            guard summary.failedMore(than: limit) else { return nil }
            return .partial(
                failed: summary.failures.count, total: summary.total, limit: "\(Int((limit * 100).rounded()))%")
        }
    }
}

extension [Source] {
    /// - Throws: `CommandFailure` with the nearest known id.
    func named(_ id: String) throws -> Source {
        if let source = first(where: { $0.id.value == id }) { return source }
        throw CommandFailure(.unknownSource(String(id.prefix(60)), near: nearest(to: id, among: map(\.id.value))))
    }
}
