public import Archiving
public import Fetching
public import Model
import Scheduling
public import Storing

/// One pass over what is due: hosts side by side, the sources of one host one after another, each source kept in one
/// transaction with what was learnt of its schedule.
///
///     let crawl = Crawl(store: store, guest: guest, reader: reader, author: author)
///     let summary = try await crawl.run(sources, CrawlOptions()) { event in … }
public struct Crawl: Sendable {
    let store: Store
    let sourceReader: SourceReader
    let guest: PoliteFetcher
    let clock: any Timekeeper
    let author: Author
    /// Hosts visited at once.
    let parallel: Int

    public init(
        store: Store, fetcher: Fetcher, pace: PaceRule, reader: ArticleReader, author: Author, parallel: Int = 64,
        archive: (any ResponseArchive)? = nil, clock: any Timekeeper = SystemClock()
    ) {
        (self.store, self.author, self.parallel, self.clock) = (store, author, parallel, clock)
        guest = PoliteFetcher(fetcher, shelf: StoreShelf(store: store), pace: pace, clock: clock)
        sourceReader = SourceReader(store: store, guest: guest, reader: reader, clock: clock, archive: archive)
    }

    /// Visits the sources that are due, and wakes the leads whose time has come.
    ///
    /// Ends early where the task is cancelled or time runs out: what was read is kept, and what was not reached stays
    /// due. One failing source stops no other.
    ///
    /// - Parameter report: called for each event, from several tasks, one at a time.
    /// - Throws: `StoreError` where nothing more can be kept (a full disk, a damaged file); what was kept before stays.
    public func run(
        _ sources: [Source], _ options: CrawlOptions, report: @escaping @Sendable (CrawlEvent) -> Void
    ) async throws -> CrawlSummary {
        let begun = clock.now()
        let author = author
        let id = try await store.write { db in
            _ = try db.wakeLeads(at: begun, by: author)
            return try db.beginRun(at: begun)
        }
        let visits = try await plan(sources, options, at: begun)
        let tally = Tally(begun: begun, total: visits.reduce(0) { $0 + $1.sources.count }, report: report)
        tally.report(.started(sources: tally.summary.total))
        let ending = await visit(visits, within: options.maxTime, tally)
        try await keepDeferred(tally)
        let summary = tally.finished(at: clock.now(), ending: ending)
        if let error = tally.fatal { throw error }
        try await keepEnd(of: id, summary)
        report(.ended)
        return summary
    }

    // MARK: What is due

    private func plan(_ sources: [Source], _ options: CrawlOptions, at now: Instant) async throws -> [HostVisit] {
        let (sourceRows, hostRows) = try await store.read { db in (try db.sourceRows(), try db.hostRows()) }
        let states = Dictionary(sourceRows.map { ($0.source, SourceState($0)) }) { first, _ in first }
        let hosts = Dictionary(hostRows.map { ($0.host, HostState($0)) }) { first, _ in first }
        var visits: [HostName: HostVisit] = [:]
        var order: [HostName] = []
        let due = sources.filter { source in
            options.isChosen(source) && (options.isForced || states[source.id]?.isDue(at: now) ?? true)
        }.sorted { (states[$0.id]?.nextAt ?? now) < (states[$1.id]?.nextAt ?? now) }
        for source in due.prefix(options.maxSources ?? due.count) {
            let host = source.politenessHost
            if visits[host] == nil {
                order.append(host)
                visits[host] = HostVisit(host: host, state: hosts[host] ?? HostState(), sources: [])
            }
            visits[host]?.sources.append((source, states[source.id] ?? SourceState(nextAt: now)))
        }
        return order.compactMap { visits[$0] }
    }

    // MARK: The visits

    private func visit(_ visits: [HostVisit], within limit: TimeSpan?, _ tally: Tally) async -> CrawlSummary.Ending {
        await withTaskGroup(of: Bool.self) { group in
            if let limit {
                group.addTask { [clock] in
                    do throws(CancellationError) { try await clock.sleep(for: limit) } catch { return false }
                    return true
                }
            }
            var waiting = visits.makeIterator()
            var running = 0
            func admit() {
                guard !Task.isCancelled, !tally.isOver, let visit = waiting.next() else { return }
                running += 1
                group.addTask {
                    await self.visit(visit, tally)
                    return false
                }
            }
            for _ in 0..<max(1, parallel) { admit() }
            var ending = CrawlSummary.Ending.completed
            while running > 0, let isTimeOver = await group.next() {
                if isTimeOver {
                    ending = .outOfTime
                    tally.stop()
                    group.cancelAll()
                } else {
                    running -= 1
                    admit()
                }
            }
            group.cancelAll()
            return Task.isCancelled ? .stopped(by: "") : ending
        }
    }

    private func visit(_ visit: HostVisit, _ tally: Tally) async {
        var host = visit.state
        if let until = host.blockEnd(at: clock.now()) { await guest.block(visit.host, until: until) }
        for (source, state) in visit.sources {
            guard !Task.isCancelled, !tally.isOver else { return }
            let poll = await sourceReader.poll(source, state)
            if poll.isCut, poll.articles.isEmpty { return }
            if !poll.wasRefused, let until = await guest.blockedUntil(visit.host) {
                // A page of an article was answered with a plea for quiet; a restart must remember it too.
                host.block(until: until)
            }
            let result = PollResult(source: source, state: state, hostName: visit.host, host: host, poll: poll)
            if tally.isDeferred(result, at: clock.now()) { continue }
            do {
                host = try await keep(result, tally)
            } catch {
                tally.fail(error)
                return
            }
        }
    }

    // MARK: Keeping

    /// Failures to reach a host at all, kept at the end: by then it is known whether our own line was down.
    private func keepDeferred(_ tally: Tally) async throws {
        guard !tally.wasOutage else { return }
        for result in tally.deferred { _ = try await keep(result, tally) }
    }

    /// - Returns: the host's state after the poll.
    private func keep(_ result: PollResult, _ tally: Tally) async throws -> HostState {
        let now = clock.now()
        var random = SystemRandomNumberGenerator()
        let plan = result.plan(at: now, using: &random)
        let record = result.sourceResult(plan, by: author, at: now)
        let (store, placer) = (store, Placer(memory: sourceReader.reader.memory))
        // A cancelled task's statements are interrupted; what was read has to be kept all the same.
        let commit = try await Task {
            try await store.write { db in try db.commit(record, placing: placer.place) }
        }.value
        let made = try await leads(commit.made)
        tally.note(result, plan, commit, made)
        return plan.host
    }

    private func leads(_ ids: [LeadID]) async throws -> [Urgency] {
        guard !ids.isEmpty else { return [] }
        let (store, now) = (store, clock.now())
        return try await Task {
            try await store.read { db in try ids.compactMap { try db.lead($0, at: now)?.urgency } }
        }.value
    }

    private func keepEnd(of id: Int64, _ summary: CrawlSummary) async throws {
        let store = store
        try await Task {
            try await store.write { db in
                try db.endRun(
                    id, at: summary.endedAt, new: summary.newArticles, flagged: summary.newLeads,
                    failed: summary.failures.count, total: summary.total, summary: summary.json(exit: 0))
            }
        }.value
    }
}

/// The due sources of one host, with what is remembered of them.
struct HostVisit: Sendable {
    var host: HostName
    var state: HostState
    var sources: [(source: Source, state: SourceState)]
}

/// What to crawl, and for how long.
public struct CrawlOptions: Sendable {
    /// Empty for all that are enabled; a source that is named is visited although it is disabled.
    public var only: Set<SourceID>
    /// Also sources that are not due. Hosts that asked for quiet are left alone all the same.
    public var isForced: Bool
    public var maxTime: TimeSpan?
    public var maxSources: Int?

    public init(
        only: Set<SourceID> = [], isForced: Bool = false, maxTime: TimeSpan? = nil, maxSources: Int? = nil
    ) {
        (self.only, self.isForced, self.maxTime, self.maxSources) = (only, isForced, maxTime, maxSources)
    }

    func isChosen(_ source: Source) -> Bool { only.isEmpty ? source.isEnabled : only.contains(source.id) }
}
