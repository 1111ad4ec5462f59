import Archiving
import ArgumentParser
import Crawling
import Model
import Settings
import Storing

/// The crawl as a service.
struct RunCommand: PantauCommand {
    static let permission = Permission.crawl
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
        let store = try context.store(.creating)
        let archive = try context.archiveWriter()
        let signals = StopSignals()
        defer { signals.ignore() }
        try await freeHosts(of: store, context)
        guard let lock = try await takeLock(context, until: signals) else { return }
        defer { lock.release() }
        let crawl = try context.crawl(.run, in: store, allowing: allowHost, archive: archive)
        let reporter = CrawlReporter(context: context)
        let caretaker = Task { await keepArchive(archive, context) }
        defer { context.endArchiving(archive) }
        let work = Task { try await crawl.serve(catalogue.sources) { event in reporter.report(event) } }
        signals.onStop { work.cancel() }
        defer { caretaker.cancel() }
        _ = try await work.value
    }

    /// Every hour what is in the archive is brought to the disk, and what is too old goes.
    private func keepArchive(_ archive: ArchiveWriter?, _ context: Context) async {
        while !Task.isCancelled {
            do { try await Task.sleep(for: .seconds(3600)) } catch { return }
            context.endArchiving(archive)
        }
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
