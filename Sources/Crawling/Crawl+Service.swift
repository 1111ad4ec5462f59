import Fetching
public import Model
import Scheduling
import Storing

/// A crawl that does not end: what `pantau run` does. Takes hosts from the store as they become due, side by side with
/// whatever other process does the same.
extension Crawl {
    /// Crawls until the task is cancelled or somebody asks for it (`crawl stop`); what was read is kept.
    ///
    /// - Parameters:
    ///   - catalogue: the sources as they are now; asked every minute, so that an edited file counts without a restart.
    ///   - report: called for each event, from several tasks, one at a time.
    /// - Returns: whether somebody asked for the end, other than by cancelling the task.
    /// - Throws: `StoreError` where nothing more can be kept.
    public func serve(
        _ catalogue: @escaping @Sendable () async -> [Source], report: @escaping @Sendable (CrawlEvent) -> Void
    ) async throws -> Bool {
        let (tally, line) = (Tally(begun: clock.now(), report: report), LineWatch())
        let heartbeat = try await Heartbeat(of: worker, in: store, clock: clock, tally, line)
        var service = Service(crawl: self, catalogue: catalogue, line: line, tally: tally)
        let isStopAsked: Bool
        do {
            isStopAsked = try await service.run(heartbeat)
        } catch {
            // The first error counts; a worker that cannot sign off is seen by its silence.
            try? await heartbeat.end()
            throw error
        }
        try await heartbeat.end()
        report(.ended)
        return isStopAsked
    }
}

/// What a service keeps in mind between its rounds.
private struct Service {
    let crawl: Crawl
    let catalogue: @Sendable () async -> [Source]
    let line: LineWatch
    let tally: Tally

    private var sources: [Source] = []
    private var enabled: [HostName: [Source]] = [:]
    private var budget = Budget([])
    private var reloadAt: Instant?
    private var shareAt: Instant?
    private var reportAt: Instant?
    private var run: Int64?

    /// How often the files are looked at, and snoozed leads.
    private static let reloadInterval = TimeSpan.minutes(1)
    /// How often the polls are shared anew among the sources, by what was learnt of them meanwhile, and moved sources
    /// find their new host.
    private static let shareInterval = TimeSpan.hours(1)
    /// How much of a service's work is one run on the board.
    private static let reportInterval = TimeSpan.minutes(30)
    /// A service that starts does not ask all at once what became due while it was away.
    private static let longestSpread = TimeSpan.minutes(10)
    private static let (shortestPause, longestPause) = (TimeSpan.seconds(1), TimeSpan.seconds(15))

    private enum Step {
        case visited
        case woken
        case stopAsked
    }

    init(crawl: Crawl, catalogue: @escaping @Sendable () async -> [Source], line: LineWatch, tally: Tally) {
        (self.crawl, self.catalogue, self.line, self.tally) = (crawl, catalogue, line, tally)
    }

    private var now: Instant { crawl.clock.now() }

    mutating func run(_ heartbeat: Heartbeat) async throws -> Bool {
        let result = await withTaskGroup(of: Step?.self) { group -> Result<Bool, any Error> in
            group.addTask { await heartbeat.run() ? .stopAsked : nil }
            let result = await rounds(&group)
            group.cancelAll()
            await group.waitForAll()
            return result
        }
        if let error = tally.fatal { throw error }
        let isStopAsked = try result.get()
        try await endRun()
        return isStopAsked
    }

    private mutating func rounds(_ group: inout TaskGroup<Step?>) async -> Result<Bool, any Error> {
        var running = 0
        var isTimerSet = false
        var mayBeMore = true
        while !Task.isCancelled, !tally.isOver {
            do {
                try await care()
                if mayBeMore, running < crawl.parallel, line.pauseEnd(at: now) == nil {
                    let begun = try await begin(crawl.parallel - running, in: &group)
                    mayBeMore = begun == crawl.parallel - running
                    running += begun
                }
                if !isTimerSet {
                    let pause = try await pause(isIdle: running == 0)
                    group.addTask { [clock = crawl.clock] in
                        do throws(CancellationError) { try await clock.sleep(for: pause) } catch { return nil }
                        return .woken
                    }
                    isTimerSet = true
                }
            } catch StoreError.interrupted {
                break
            } catch {
                return .failure(error)
            }
            switch await group.next() {
            case .some(.visited): running -= 1
            case .some(.woken): (isTimerSet, mayBeMore) = (false, true)
            case .some(.stopAsked): return .success(true)
            case .some(nil), nil: break
            }
        }
        return .success(false)
    }

    /// Begins visits to hosts that are due.
    ///
    /// - Returns: how many.
    private func begin(_ limit: Int, in group: inout TaskGroup<Step?>) async throws -> Int {
        let leased = try await crawl.leases.beginVisits(limit)
        for host in leased {
            let sources = enabled[host.lease.host] ?? []
            let visit = HostVisit(
                host: host.lease.host, chosen: sources, enabled: sources, policy: budget.policy(on: host.lease.host))
            group.addTask { [crawl, line, tally] in
                await crawl.visit(visit, host, line, tally)
                return .visited
            }
        }
        return leased.count
    }

    /// How long nothing can become due; a second at least, so that a busy service asks the store once a second.
    private func pause(isIdle: Bool) async throws -> TimeSpan {
        guard isIdle else { return Self.shortestPause }
        let now = now
        if let end = line.pauseEnd(at: now) { return min(max(end - now, Self.shortestPause), Self.longestPause) }
        guard let next = try await crawl.store.read({ db in try db.nextDue() }) else { return Self.longestPause }
        return min(max(next - now, Self.shortestPause), Self.longestPause)
    }

    // MARK: Housekeeping

    private mutating func care() async throws {
        let now = now
        let aside = line.takeAside(before: now - LineWatch.patience)
        try await crawl.keepAside(aside, tally)
        guard reloadAt.map({ now >= $0 }) ?? true else { return }
        let isStart = reloadAt == nil
        reloadAt = now + Self.reloadInterval
        if let reportAt, now >= reportAt { try await endRun() }
        try await beginRun(at: now)
        let sources = await catalogue()
        let isNew = isStart || sources != self.sources
        guard isNew || shareAt.map({ now >= $0 }) ?? true else { return }
        let states = try await sourceStates(in: crawl.store)
        (self.sources, enabled) = (sources, sources.enabledByHost(states))
        budget = Budget(sources, states, pollsPerSource: crawl.pollsPerSource)
        shareAt = now + Self.shareInterval
        try await enrol(states, isStart: isStart, at: now)
        if isNew { tally.report(.started(sources: sources.count(where: \.isEnabled))) }
    }

    private mutating func beginRun(at now: Instant) async throws {
        let author = crawl.author
        let isRunning = run != nil
        let id = try await crawl.store.write { db in
            _ = try db.wakeLeads(at: now, by: author)
            return isRunning ? nil : try db.beginRun(at: now)
        }
        if let id { (run, reportAt) = (id, now + Self.reportInterval) }
    }

    /// Writes down what was done since the run began, for the board.
    private mutating func endRun() async throws {
        guard let id = run else { return }
        run = nil
        try await crawl.keepEnd(of: id, tally.takeSummary(at: now, ending: .completed))
    }

    /// Tells the store when each host is due. Hosts that are overdue at a start are spread over some time: two seconds
    /// each, ten minutes at most. A new source gets its own place in that time too.
    private func enrol(_ states: [SourceID: SourceState], isStart: Bool, at now: Instant) async throws {
        let enabled = enabled
        let spread = min(Self.longestSpread, .seconds(2) * Double(enabled.count))
        let times = enabled.map { host, sources in
            let times = sources.map { source in
                let due = states[source.id]?.dueAt(now)
                guard isStart || due == nil, due ?? now <= now else { return due ?? now }
                return SourceState.firstPoll(of: source.id, after: now, spreadOver: spread)
            }
            return (host: host, at: times.min() ?? now)
        }
        try await crawl.store.write { db in
            for (host, time) in times { try db.schedule(host, for: time, at: now) }
        }
    }
}
