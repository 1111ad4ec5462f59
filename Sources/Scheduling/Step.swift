import Model

/// How the time of the next poll is found, before jitter.
struct Plan {
    /// From now; at least a second.
    var delay: TimeSpan
    var reason: NextPollReason
    /// Not before that time whatever the jitter: a host's block, to the end.
    var notBefore: Instant?
    /// The poll did not take place, and not through the source's fault: it is made up for, whatever its cron line says.
    var isMadeUpFor = false
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
        if let address = rule.address, self.source.address.configure(address, at: now) { self.source.move = nil }
    }

    mutating func note(_ note: Note) { notes.append(note) }

    /// The interval of a healthy source.
    var base: TimeSpan {
        switch rule.timing {
        case .every(let every): min(max(every, .minutes(1)), Self.longest)
        case .cron(let line): min((line.next(after: now) ?? now + Self.longest) - now, Self.longestOfCron)
        case .learnt:
            max(
                source.rate.wait(from: now, until: policy.target, weight: rule.weight, atMost: policy.ceiling),
                policy.floor)
        }
    }

    static let longest = TimeSpan.days(30)
    /// `@monthly` comes every 31 days in most months.
    static let longestOfCron = TimeSpan.days(31)

    func finished(_ plan: Plan, using random: inout some RandomNumberGenerator) -> Schedule {
        var source = source
        (source.lastPollAt, source.reason) = (now, plan.reason)
        if case .cron(let line) = rule.timing, !plan.isMadeUpFor {
            source.nextAt = time(of: plan, on: line, using: &random)
        } else {
            source.nextAt = time(of: plan, using: &random)
        }
        return Schedule(source: source, host: host, notes: notes)
    }

    private func time(of plan: Plan, using random: inout some RandomNumberGenerator) -> Instant {
        let jittered = plan.delay * Double.random(in: 0.9...1.1, using: &random)
        let time = now + min(max(jittered, .seconds(1)), Self.longest)
        guard let start = plan.notBefore, time < start else { return time }
        // All sources of the host wait for the same moment; each begins a little later than it. Sooner than strikes are
        // forgiven, or else a long block would never grow.
        let spread = min((start - now) * 0.1, .minutes(10))
        return start + spread * Double.random(in: 0...1, using: &random)
    }

    /// The first time of the line from the plan on. One that comes a little too early is taken: a source of six in the
    /// morning that is to be asked again in 24 hours would else skip a day for the minutes that its poll came late.
    ///
    /// Jitter goes only forward, and stays within the minute that somebody wrote.
    private func time(
        of plan: Plan, on line: CronLine, using random: inout some RandomNumberGenerator
    ) -> Instant {
        let early = now + plan.delay - min(base * 0.5, .hours(1))
        let time = line.next(after: max(now, early, plan.notBefore ?? now)) ?? now + Self.longest
        let jitter = TimeSpan(milliseconds: Int64.random(in: 0..<60_000, using: &random))
        return min(time + jitter, now + Self.longestOfCron)
    }
}
