import Fetching
import Model
import Scheduling
import Storing

/// One visit: the due sources of one host, one after another, while the host is ours.
extension Crawl {
    func visit(_ visit: HostVisit, _ leased: LeasedHost, _ line: LineWatch, _ tally: Tally) async {
        // Where nothing was learnt the host is as due as it was.
        var nextAt = leased.row.nextAt
        do {
            nextAt = try await poll(visit, leased, line, tally)
        } catch StoreError.leaseLost(let host) {
            tally.report(.leaseLost(host))
        } catch StoreError.interrupted {
            // The crawl was stopped; what was not reached stays due.
        } catch {
            tally.fail(error)
        }
        do {
            try await leases.endVisit(of: visit.host, nextAt: nextAt, guest)
        } catch {
            tally.fail(error)
        }
    }

    /// - Returns: when the host is due again.
    private func poll(
        _ visit: HostVisit, _ leased: LeasedHost, _ line: LineWatch, _ tally: Tally
    ) async throws -> Instant {
        var states = try await states(of: visit.chosen + visit.enabled)
        var host = HostState(leased.row)
        if let until = host.blockEnd(at: clock.now()) { await guest.block(visit.host, until: until) }
        var aside = false
        for source in visit.chosen {
            // Another process may have polled it since the plan was made.
            guard visit.isForced || states[source.id]?.isDue(at: clock.now()) ?? true else { continue }
            guard !Task.isCancelled, !tally.isOver, line.pauseEnd(at: clock.now()) == nil else { break }
            let state = states[source.id] ?? SourceState(nextAt: clock.now())
            let poll = await sourceReader.poll(source, state)
            if poll.isCut, poll.articles.isEmpty { continue }
            if !poll.wasRefused, let until = await guest.blockedUntil(visit.host) {
                // A page of an article was answered with a plea for quiet; a restart must remember it too.
                host.block(until: until)
            }
            let result = PollResult(
                source: source, state: state, hostName: visit.host, host: host, lease: leased.lease,
                policy: visit.policy, poll: poll)
            switch line.judge(result, at: clock.now()) {
            case .keep:
                let plan = try await keep(result, tally)
                (host, states[source.id]) = (plan.host, plan.source)
            case .putAside: aside = true
            case .outage(let until):
                aside = true
                tally.report(.lineDown(until: until))
            }
        }
        let now = clock.now()
        let nextAt = visit.nextAt(states, at: now)
        // A source whose failure is put aside is as due as it was: not to be tried again before that is decided.
        return aside ? max(nextAt, now + LineWatch.patience) : nextAt
    }

    func states(of sources: [Source]) async throws -> [SourceID: SourceState] {
        let rows = try await store.read { db in try sources.compactMap { try db.sourceRow($0.id) } }
        return Dictionary(rows.map { ($0.source, SourceState($0)) }) { first, _ in first }
    }

    // MARK: Keeping

    /// Failures to reach a host at all, kept when it is known that our own line was up.
    ///
    /// Nothing is kept of a host that another process has taken meanwhile: it knows better.
    func keepAside(_ results: [PollResult], _ tally: Tally) async throws {
        for result in results {
            do { _ = try await keep(result, tally) } catch StoreError.leaseLost { continue }
        }
    }

    /// - Returns: the states after the poll.
    @discardableResult
    private func keep(_ result: PollResult, _ tally: Tally) async throws -> Schedule {
        let now = clock.now()
        var random = SystemRandomNumberGenerator()
        let plan = result.plan(at: now, using: &random)
        let record = result.sourceResult(plan, by: author, at: now)
        let (store, placer) = (
            store, Placer(memory: sourceReader.reader.memory, gazetteer: sourceReader.reader.gazetteer)
        )
        // A cancelled task's statements are interrupted; what was read has to be kept all the same.
        let commit = try await Task {
            try await store.write { db in try db.commit(record, placing: placer.place) }
        }.value
        let made = try await leads(commit.made)
        tally.note(result, plan, commit, made, at: now)
        return plan
    }

    private func leads(_ ids: [LeadID]) async throws -> [Urgency] {
        guard !ids.isEmpty else { return [] }
        let (store, now) = (store, clock.now())
        return try await Task {
            try await store.read { db in try ids.compactMap { try db.lead($0, at: now)?.urgency } }
        }.value
    }
}
