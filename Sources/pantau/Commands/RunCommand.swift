import ArgumentParser
import Crawling
import Fetching
import Model
import Settings
import Storing

/// The crawl as a service.
struct RunCommand: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Crawl as a service: each source when it is due, until a signal ends it.",
        discussion: """
            Several of them may share one database: each host is in the hands of one at a time. SIGTERM ends it within ten \
            seconds; what was read is kept. Ask `pantau crawl status` whether it is well.
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: ArgumentHelp("A private address that may be fetched; may be given again.", valueName: "host:port"))
    var allowHost: [String] = []

    func run(_ context: Context) async throws {
        let catalogue = Catalogue(context)
        try catalogue.checkAtStart()
        let fetcher = try context.fetcher(allowing: allowHost)
        let reader = try context.articleReader()
        let store = try context.store(.creating)
        let signals = StopSignals()
        defer { signals.ignore() }
        try await freeHosts(of: store, context)
        guard let lock = try await takeLock(context, until: signals) else { return }
        defer { lock.release() }
        let crawl = Crawl(
            store: store, fetcher: fetcher, pace: PaceRule(gap: context.settings.gap), reader: reader,
            author: context.crawler, parallel: context.settings.parallel, kind: .run)
        let reporter = CrawlReporter(context: context)
        let work = Task { try await crawl.serve(catalogue.sources) { event in reporter.report(event) } }
        signals.onStop { work.cancel() }
        _ = try await work.value
    }

    /// A service that was killed still has its hosts for two minutes; where nobody else is at work they are freed at once.
    private func freeHosts(of store: Store, _ context: Context) async throws {
        let path = try context.databasePath()
        let lock: CrawlLock
        do throws(StoreError) {
            lock = try CrawlLock(database: path, now: context.now)
        } catch {
            guard case .locked = error else { throw error }
            return
        }
        defer { lock.release() }
        try await store.write { db in try db.endLeases() }
    }

    /// A pass that wants the database for itself is waited for: it ends by itself, and a service has time.
    private func takeLock(_ context: Context, until signals: StopSignals) async throws -> CrawlLock? {
        let path = try context.databasePath()
        var isTold = false
        while signals.received == nil {
            do throws(StoreError) {
                return try CrawlLock(database: path, now: context.now, isShared: true)
            } catch {
                guard case .locked(let owner) = error else { throw error }
                if !isTold { context.output.note(.waitingForCrawl(since: owner?.since.rfc3339() ?? "?")) }
                isTold = true
                try await Task.sleep(for: .milliseconds(500))
            }
        }
        return nil
    }
}
