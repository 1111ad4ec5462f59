import Locking
import Model
import Scheduling
import Storing

/// What a crawl has done so far, gathered from visits that run side by side.
final class Tally: Sendable {
    private struct State {
        var summary: CrawlSummary
        var isStopped = false
        var fatal: (any Error)?
        var visited = 0
        var sources = 0
        var finishedAt: Instant?
    }

    private let state: Lock<State>
    private let tell: @Sendable (CrawlEvent) -> Void

    init(begun: Instant, total: Int = 0, report: @escaping @Sendable (CrawlEvent) -> Void) {
        var summary = CrawlSummary(startedAt: begun)
        summary.total = total
        state = Lock(State(summary: summary))
        tell = report
    }

    /// Why nothing more can be kept; nil while it can.
    var fatal: (any Error)? { state.withLock { $0.fatal } }
    /// Nothing more is begun: our line is down, the store failed, or time is over.
    var isOver: Bool { state.withLock { $0.isStopped } }
    /// Sources finished, and when the last one was.
    var progress: (sources: Int, finishedAt: Instant?) { state.withLock { ($0.sources, $0.finishedAt) } }

    func report(_ event: CrawlEvent) { state.withLock { _ in tell(event) } }

    func stop() { state.withLock { $0.isStopped = true } }

    /// The store keeps nothing more; what was kept before stays.
    func fail(_ error: any Error) {
        state.withLock {
            if $0.fatal == nil { $0.fatal = error }
            $0.isStopped = true
        }
    }

    func note(_ result: PollResult, _ plan: Schedule, _ commit: CommitSummary, _ made: [Urgency], at now: Instant) {
        state.withLock { state in
            // One that was cut short is still due.
            if !result.poll.isCut { state.visited += 1 }
            (state.sources, state.finishedAt) = (state.sources + 1, now)
            state.summary.count(result, plan, commit, made)
            tell(.after(result, plan, commit))
            for note in plan.notes { tell(.note(result.source.id, note)) }
        }
    }

    /// What was done since the last call, which begins anew.
    ///
    /// - Parameter total: sources that were to be visited; nil for those that were.
    func takeSummary(at now: Instant, ending: CrawlSummary.Ending, total: Int? = nil) -> CrawlSummary {
        state.withLock { state in
            var summary = state.summary
            (summary.endedAt, summary.ending) = (now, ending)
            summary.total = total ?? state.visited
            summary.notReached = summary.total - state.visited
            (state.summary, state.visited) = (CrawlSummary(startedAt: now), 0)
            return summary
        }
    }
}

extension CrawlSummary {
    fileprivate mutating func count(
        _ result: PollResult, _ plan: Schedule, _ commit: CommitSummary, _ made: [Urgency]
    ) {
        newArticles += commit.new
        seenArticles += commit.known + result.poll.known
        newLeads += commit.made.count
        joinedLeads += commit.joined.count
        copies += commit.copies
        emergencies += made.count { $0 == .emergency }
        urgent += made.count { $0 == .urgent }
        bytes += Int64(result.poll.bytes)
        switch result.poll.outcome {
        case .fresh: fresh += 1
        case .unchanged: unchanged += 1
        case .denied: skippedByRobots += 1
        case .rateLimited: waiting += 1
        case .localOutage: break
        case .challenge, .gone, .failed:
            guard let cause = result.poll.outcome.cause, !result.poll.isCut else { return }
            failures.append(
                Failure(
                    source: result.source.id, host: result.hostName, cause: cause,
                    since: plan.source.trouble?.since ?? endedAt))
        }
    }
}

extension CrawlEvent {
    fileprivate static func after(_ result: PollResult, _ plan: Schedule, _ commit: CommitSummary) -> CrawlEvent {
        let (source, host) = (result.source.id, result.hostName)
        guard !result.poll.isCut else { return .finished(source, host, new: commit.new, leads: commit.made.count) }
        switch result.poll.outcome {
        case .fresh: return .finished(source, host, new: commit.new, leads: commit.made.count)
        case .unchanged: return .unchanged(source, host)
        case .denied: return .denied(source, host)
        case .rateLimited: return .waiting(source, host, until: plan.host.blockedUntil ?? plan.source.nextAt)
        case .challenge, .gone, .failed, .localOutage:
            return result.poll.outcome.cause.map { .failed(source, host, $0) } ?? .unchanged(source, host)
        }
    }
}
