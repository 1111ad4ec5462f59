public import Model

/// When a source is polled next, and what was learnt from the poll before.
public struct Schedule: Hashable, Sendable {
    /// The source after the outcome, with the time of its next poll.
    public var source: SourceState
    /// The host after the outcome.
    public var host: HostState
    /// For the operator, in order.
    public var notes: [Note]

    public init(source: SourceState, host: HostState, notes: [Note] = []) {
        (self.source, self.host, self.notes) = (source, host, notes)
    }
}

/// When a source is polled next, given what its last poll brought.
///
/// - Parameters:
///   - source: what is remembered of the source before the outcome.
///   - host: what is remembered of its host.
///   - outcome: what the poll brought.
///   - rule: what somebody decided about the source.
///   - policy: of the source's host; see `Budget`.
///   - now: the present; the function reads no clock.
///   - random: for the jitter. The same states, outcome, time and random source give the same plan.
/// - Returns: the new states, and notes for the operator. The next poll is after `now` and within 30 days, within 31 for a cron line.
public func schedule(
    _ source: SourceState, on host: HostState, after outcome: Outcome, by rule: SourceRule = SourceRule(),
    under policy: Policy = Policy(), at now: Instant, using random: inout some RandomNumberGenerator
) -> Schedule {
    var step = Step(source: source, host: host, rule: rule, policy: policy, now: now)
    let plan: Plan
    switch outcome {
    case .fresh(let fresh): plan = step.fresh(fresh)
    case .unchanged(let evidence, let hints, let moved): plan = step.unchanged(evidence, hints, movedTo: moved)
    case .rateLimited(let retryAfter): plan = step.rateLimited(retryAfter, using: &random)
    case .challenge: plan = step.challenged()
    case .denied: plan = step.denied()
    case .gone: plan = step.gone()
    case .failed(let weight, let cause): plan = step.failed(weight, cause)
    case .localOutage: plan = step.outage()
    }
    return step.finished(plan, using: &random)
}
