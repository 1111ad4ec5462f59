import Fetching
import Model
import Reading
import Scheduling
import Storing

/// A poll with the states that it was made on: all that is needed to plan the next one and to keep this one.
struct PollResult: Sendable {
    var source: Source
    var state: SourceState
    var hostName: HostName
    var host: HostState
    /// The right by which the host was asked.
    var lease: HostLease
    /// How often sources of the host may be polled.
    var policy: Policy
    var poll: Poll

    func plan(at now: Instant, using random: inout some RandomNumberGenerator) -> Schedule {
        guard !poll.isCut else { return Schedule(source: state, host: host) }
        return schedule(
            state, on: host, after: poll.outcome, by: SourceRule(source), under: policy, at: now, using: &random)
    }

    func sourceResult(_ plan: Schedule, by author: Author, at now: Instant) -> SourceResult {
        SourceResult(
            source: plan.source.row(of: source.id, on: hostName),
            host: plan.host.row(of: hostName, nextAt: plan.source.nextAt),
            record: FetchRecord(
                source: source.id, at: now, outcome: poll.isCut ? "cut" : poll.outcome.code, status: poll.status,
                bytes: poll.bytes, duration: poll.elapsed, new: poll.new, known: poll.known,
                nextAt: plan.source.nextAt),
            lease: lease, articles: poll.articles, by: author, at: now)
    }

    /// Whether no server was reached at all.
    var failedOnTheLine: Bool { if case .failed(_, let cause) = poll.outcome { cause.isOfTheLine } else { false } }
}

extension Outcome {
    /// A short code for the history of a source.
    var code: String {
        switch self {
        case .fresh: "fresh"
        case .unchanged(let evidence, _, _): "unchanged \(evidence.code)"
        case .rateLimited: "rate-limited"
        case .challenge: "challenge"
        case .denied: "denied"
        case .gone: "gone"
        case .failed(_, let cause): cause.code
        case .localOutage: "local-outage"
        }
    }

    /// What a failed poll tells people; nil where it did not fail.
    var cause: FailureCause? {
        switch self {
        case .fresh, .unchanged, .rateLimited, .denied, .localOutage: nil
        case .challenge: .status(403)
        case .gone: .status(410)
        case .failed(_, let cause): cause
        }
    }
}

extension Source {
    /// The host that counts for pace and blocks: the one where the source is polled now.
    ///
    /// - Parameter state: nil where it was never polled.
    func politenessHost(_ state: SourceState?) -> HostName {
        WebURL(state?.address(of: self) ?? url)?.politenessKey ?? HostName(id.value)
    }
}
