import Model

extension Step {
    /// The host wants quiet: that is no failure of the source.
    mutating func rateLimited(_ retryAfter: TimeSpan?, using random: inout some RandomNumberGenerator) -> Plan {
        let before = host.blockEnd(at: now)
        host.block(for: retryAfter, at: now, using: &random)
        let until = host.blockEnd(at: now) ?? now + HostState.firstBlock
        if before != until { note(.hostBlocked(until: until)) }
        return Plan(delay: .seconds(1), reason: .hostBlocked(until: until), notBefore: until, isMadeUpFor: true)
    }

    mutating func challenged() -> Plan {
        source.forbiddenInARow = 0
        count(.soft)
        enter(.challenge) { $0.note(.challenged) }
        return backingOff()
    }

    /// Asked again every day, never deleted.
    mutating func denied() -> Plan {
        source.forbiddenInARow = 0
        enter(.denied) { $0.note(.deniedByRobots) }
        return Plan(delay: max(.hours(24), base), reason: .robots)
    }

    /// 410 is believed when it was said three times on three days.
    mutating func gone() -> Plan {
        source.forbiddenInARow = 0
        let gone = source.gone?.adding("", at: now) ?? Sightings(of: "", at: now)
        let wasConfirmed = source.gone?.isConfirmedGone ?? false
        source.gone = gone
        enter(.gone) { _ in }
        let nextDay = Plan(delay: max(.hours(20), base), reason: .goneUnconfirmed)
        guard gone.isConfirmedGone else { return nextDay }
        if giveUpMove() {
            source.gone = nil
            return nextDay
        }
        if !wasConfirmed { note(.goneForGood) }
        return Plan(delay: .days(30), reason: .gone)
    }

    mutating func failed(_ weight: FailureWeight, _ cause: FailureCause) -> Plan {
        let isForbidden = cause == .status(403)
        source.forbiddenInARow = isForbidden ? source.forbiddenInARow + 1 : 0
        switch cause {
        case .dnsNotFound: return missingHost(cause)
        case .status(401), .status(407):
            count(weight)
            enter(.needsAccess) { $0.note(.needsAccess) }
        case .status(451):
            count(weight)
            source.failureWeight = max(source.failureWeight, Self.asleepAbove + 1)
            enter(.withheld) { $0.note(.withheld) }
        case .status(403):
            // After successes some hosts say 403 where they mean 429; one that says so five times means it.
            let isBelieved = source.lastSuccessAt == nil || source.forbiddenInARow >= 5
            count(isBelieved ? .hard : weight)
            fail(cause)
        case .robotsUnreachable:
            count(weight)
            fail(cause)
            var plan = backingOff()
            // What forbids is kept for an hour: to ask sooner would count the same answer twice.
            plan.notBefore = now + .hours(1)
            return plan
        case _:
            count(weight)
            fail(cause)
        }
        return backingOff()
    }

    /// Our own line is down: nobody's failure is counted. When polling goes on is said by the pause of `OutageDetector`.
    func outage() -> Plan { Plan(delay: .minutes(1), reason: .outage, isMadeUpFor: true) }

    private static let asleepAbove = 15.0
    /// From there on backing off is at its longest: a move that was believed is given up.
    private static let mostDoublings = 6.0

    /// A name that is not found is the host's failure: all its sources wait for one probe.
    private mutating func missingHost(_ cause: FailureCause) -> Plan {
        let before = host.lookupFailures
        host.noteMissing(at: now)
        source.failuresInARow += 1
        if before == 2, host.lookupFailures == 3 { note(.hostMissing) }
        enter(.failing) { $0.note(.beganToFail(cause)) }
        // A new address whose name vanishes is no better than the old one.
        if host.lookupFailures >= Int(Self.mostDoublings) { _ = giveUpMove() }
        return Plan(delay: base, reason: .hostMissing, notBefore: host.blockEnd(at: now))
    }

    private mutating func count(_ weight: FailureWeight) {
        source.failureWeight = min(source.failureWeight + weight.rawValue, 1000)
        source.failuresInARow += 1
        if source.failureWeight >= Self.mostDoublings { _ = giveUpMove() }
    }

    private mutating func fail(_ cause: FailureCause) {
        if source.failureWeight > Self.asleepAbove {
            enter(.asleep) { $0.note(.fellAsleep) }
        } else {
            enter(.failing) { $0.note(.beganToFail(cause)) }
        }
    }

    /// A believed move that leads nowhere: the address of the file may still be right.
    ///
    /// - Returns: whether there was one.
    private mutating func giveUpMove() -> Bool {
        guard let target = source.address.move?.target else { return false }
        source.address.giveUpMove(byHand: false, at: now)
        source.memory.forgetValidators()
        note(.moveGivenUp(target))
        return true
    }

    /// Doubles with each whole failure up to a day; a source that is asleep is probed every week. Never off: feeds come
    /// back from what looks like death.
    private func backingOff() -> Plan {
        // An interval set by hand may be longer than a day or a week; backing off never makes a source more frequent.
        if source.failureWeight > Self.asleepAbove { return Plan(delay: max(.days(7), base), reason: .asleep) }
        let weight = min(source.failureWeight, Self.mostDoublings)
        let delay = max(min(base * doubled(weight), .hours(24)), base)
        return Plan(delay: delay, reason: .backingOff(failures: source.failuresInARow))
    }

    /// 2^weight. A cron line is coarse already: there only whole failures count, or one time-out at noon would cost a
    /// source of three times a day its evening.
    private func doubled(_ weight: Double) -> Double {
        let whole = Int(weight)
        let isCron = if case .cron = rule.timing { true } else { false }
        let quarters = isCron ? 0 : Int((weight - Double(whole)) * 4)
        return Double(1 << whole) * Self.roots[quarters]
    }

    /// 2^0, 2^¼, 2^½ and 2^¾: weights are quarters.
    private static let roots = [1, 1.189_207_115, 1.414_213_562, 1.681_792_831]

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
