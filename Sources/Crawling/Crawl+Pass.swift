import Fetching
public import Model
import Scheduling
import Storing

/// One pass over what is due: what `pantau crawl` does.
extension Crawl {
    /// Visits the sources that are due, and wakes the leads whose time has come.
    ///
    /// Ends early where the task is cancelled, where somebody asked for it (`crawl stop`), or where time runs out: what
    /// was read is kept, and what was not reached stays due. One failing source stops no other. Hosts that another
    /// process has now are left to it.
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
        let states = try await sourceStates(in: store)
        let budget = Budget(sources, states, pollsPerSource: pollsPerSource)
        let plan = DuePlan(sources, options, states, budget, at: begun)
        let (tally, line) = (Tally(begun: begun, report: report), LineWatch())
        tally.report(.started(sources: plan.count))
        let heartbeat = try await Heartbeat(of: worker, in: store, clock: clock, tally, line)
        let ending = await visit(plan.visits, within: options.maxTime, heartbeat, line, tally)
        // A pass ends with the first outage; visits on their way may outlast the pause, and nobody is to blame all the same.
        if !line.wasDown, tally.fatal == nil {
            try await keepAside(line.takeAside(before: clock.now() + .days(1)), tally)
        }
        do { try await heartbeat.end() } catch { throw tally.fatal ?? error }
        var summary = tally.takeSummary(at: clock.now(), ending: ending, total: plan.count)
        if line.wasDown, let hosts = line.hostsOfflineAlone { summary.ending = .noNetwork(hosts: hosts) }
        if let error = tally.fatal { throw error }
        try await keepEnd(of: id, summary)
        report(.ended)
        return summary
    }

    private enum Step {
        case visited
        case timeIsOver
        case stopAsked
    }

    private func visit(
        _ visits: [HostVisit], within limit: TimeSpan?, _ heartbeat: Heartbeat, _ line: LineWatch, _ tally: Tally
    ) async -> CrawlSummary.Ending {
        await withTaskGroup(of: Step?.self) { group in
            group.addTask { await heartbeat.run() ? .stopAsked : nil }
            if let limit {
                group.addTask { [clock] in
                    do throws(CancellationError) { try await clock.sleep(for: limit) } catch { return nil }
                    return .timeIsOver
                }
            }
            var waiting = visits.makeIterator()
            var running = 0
            func admit() {
                guard !Task.isCancelled, !tally.isOver, let visit = waiting.next() else { return }
                running += 1
                group.addTask {
                    await self.visit(visit, line, tally)
                    return .visited
                }
            }
            for _ in 0..<parallel { admit() }
            var ending = CrawlSummary.Ending.completed
            while running > 0, let step = await group.next() {
                switch step {
                case .visited?:
                    running -= 1
                    if line.wasDown { tally.stop() }
                    admit()
                case .timeIsOver?: ending = .outOfTime
                case .stopAsked?: ending = .stopped(by: "crawl stop")
                case nil: continue
                }
                if ending != .completed {
                    tally.stop()
                    group.cancelAll()
                }
            }
            group.cancelAll()
            return Task.isCancelled ? .stopped(by: "") : ending
        }
    }

    private func visit(_ visit: HostVisit, _ line: LineWatch, _ tally: Tally) async {
        do {
            guard let leased = try await leases.beginVisit(of: visit.host) else { return }
            await self.visit(visit, leased, line, tally)
        } catch StoreError.interrupted {
            // The crawl was stopped before the host was ours.
        } catch {
            tally.fail(error)
        }
    }

    func keepEnd(of id: Int64, _ summary: CrawlSummary) async throws {
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
