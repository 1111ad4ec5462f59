import Model

extension Step {
    /// The host wants quiet: that is no failure of the source.
    mutating func rateLimited(_ retryAfter: TimeSpan?, using random: inout some RandomNumberGenerator) -> Plan {
        let before = host.blockEnd(at: now)
        host.block(for: retryAfter, at: now, using: &random)
        guard let until = host.blockEnd(at: now) else { return Plan(base) }
        if before != until { note(.hostBlocked(until: until)) }
        return Plan(.seconds(1), notBefore: until)
    }

    mutating func challenged() -> Plan {
        source.failureWeight += FailureWeight.soft.rawValue
        enter(.challenge) { $0.note(.challenged) }
        return Plan(backoff)
    }

    /// Asked again every day, never deleted.
    mutating func denied() -> Plan {
        enter(.denied) { $0.note(.deniedByRobots) }
        return Plan(.hours(24))
    }

    /// 410 is believed when it was said three times on three days.
    mutating func gone() -> Plan {
        let gone = source.gone?.adding("", at: now) ?? Sightings(of: "", at: now)
        let wasConfirmed = source.gone?.isConfirmedGone ?? false
        source.gone = gone
        enter(.gone) { _ in }
        guard gone.isConfirmedGone else { return Plan(.hours(20)) }
        if !wasConfirmed { note(.goneForGood) }
        return Plan(.days(30))
    }

    mutating func failed(_ weight: FailureWeight, _ cause: FailureCause) -> Plan {
        switch cause {
        case .dnsNotFound: return missingHost(cause)
        case .status(401), .status(407):
            add(weight)
            enter(.needsAccess) { $0.note(.needsAccess) }
        case .status(451):
            source.failureWeight = max(source.failureWeight, Self.asleepAbove + 1)
            enter(.withheld) { $0.note(.withheld) }
        case .status(403):
            source.forbiddenInARow += 1
            // Some hosts say 403 where they mean 429; one that says so five times means it.
            add(source.forbiddenInARow >= 5 ? .hard : weight)
            fail(cause)
        case _:
            source.forbiddenInARow = 0
            add(weight)
            fail(cause)
        }
        return Plan(backoff)
    }

    /// Our own line is down: nobody's failure is counted.
    func outage() -> Plan { Plan(.minutes(5)) }

    private static let asleepAbove = 15.0

    /// A name that is not found is the host's failure: all its sources wait for one probe.
    private mutating func missingHost(_ cause: FailureCause) -> Plan {
        let before = host.lookupFailures
        host.noteMissing(at: now)
        if before == 2 { note(.hostMissing) }
        enter(.failing) { $0.note(.beganToFail(cause)) }
        return Plan(base, notBefore: host.blockEnd(at: now))
    }

    private mutating func add(_ weight: FailureWeight) {
        source.failureWeight = min(source.failureWeight + weight.rawValue, 1000)
    }

    private mutating func fail(_ cause: FailureCause) {
        if source.failureWeight > Self.asleepAbove {
            enter(.asleep) { $0.note(.fellAsleep) }
        } else {
            enter(.failing) { $0.note(.beganToFail(cause)) }
        }
    }

    /// Doubles with each whole failure up to a day; a source that is asleep is probed every week. Never off: feeds come
    /// back from what looks like death.
    private var backoff: TimeSpan {
        if source.failureWeight > Self.asleepAbove { return .days(7) }
        let whole = Int(min(source.failureWeight, 6))
        let base = base
        // An interval set by hand may be longer than a day; backing off never makes a source more frequent.
        return max(min(base * Double(1 << whole), .hours(24)), base)
    }

    /// Changes the kind of trouble; what is to be said is said at the change.
    private mutating func enter(_ kind: Trouble.Kind, _ tell: (inout Step) -> Void) {
        guard source.trouble?.kind != kind else { return }
        source.trouble = Trouble(kind, since: source.trouble?.since ?? now)
        tell(&self)
    }
}

extension Sightings {
    fileprivate var isConfirmedGone: Bool { count >= 3 && days >= 3 }
}
