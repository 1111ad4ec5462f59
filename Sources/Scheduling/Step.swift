import Model

/// How the time of the next poll is found, before jitter.
struct Plan {
    /// From now; at least a second.
    var delay: TimeSpan
    /// Not before that time whatever the jitter: a host's block, to the end.
    var notBefore: Instant?

    init(_ delay: TimeSpan, notBefore: Instant? = nil) { (self.delay, self.notBefore) = (delay, notBefore) }
}

/// One outcome being taken in: the states change, notes gather.
struct Step {
    var source: SourceState
    var host: HostState
    let rule: SourceRule
    let policy: Policy
    let now: Instant
    private(set) var notes: [Note] = []

    init(source: SourceState, host: HostState, rule: SourceRule, policy: Policy, now: Instant) {
        (self.source, self.host, self.rule, self.policy, self.now) = (source, host, rule, policy, now)
    }

    mutating func note(_ note: Note) { notes.append(note) }

    /// The interval of a healthy source.
    var base: TimeSpan {
        if let every = rule.every { return min(max(every, .minutes(1)), .days(30)) }
        let learnt = source.rate.wait(
            from: now, until: policy.target, weight: rule.weight, atMost: policy.ceiling)
        return max(learnt, policy.floor)
    }

    func finished(_ plan: Plan, using random: inout some RandomNumberGenerator) -> Schedule {
        var source = source
        source.lastPollAt = now
        let jittered = plan.delay * Double.random(in: 0.9...1.1, using: &random)
        source.nextAt = now + min(max(jittered, .seconds(1)), .days(30))
        if let start = plan.notBefore, source.nextAt < start {
            // All sources of the host wait for the same moment; each begins a little later than it. Sooner than strikes
            // are forgiven, or else a long block would never grow.
            let spread = min((start - now) * 0.1, .minutes(10))
            source.nextAt = start + spread * Double.random(in: 0...1, using: &random)
        }
        return Schedule(source: source, host: host, notes: notes)
    }
}
