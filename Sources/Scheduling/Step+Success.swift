import Model

extension Step {
    mutating func fresh(_ fresh: Outcome.Fresh) -> Plan {
        let missed = isSurprisinglyFull(fresh.new)
        learn(fresh.new)
        if source.memory.noteBody(fresh.bodyHash, fresh.validators, at: now, missed: missed) { note(.falseUnchanged) }
        source.memory.hint = fresh.hints.interval
        let isFirst = source.lastSuccessAt == nil
        noteMove(to: fresh.movedPermanentlyTo, isRead: fresh.new + fresh.known > 0)
        succeed()
        let plan = healthy(hint: fresh.hints.interval)
        guard !isFirst, fresh.known == 0, fresh.new > 0 else { return plan }
        // Not one item of the last document is left in this one: some may have come and gone in between.
        note(.gap(new: fresh.new))
        guard case .learnt = rule.timing else { return plan }
        return Plan(delay: max(plan.delay * 0.5, policy.floor), reason: .gap)
    }

    mutating func unchanged(_ evidence: UnchangedEvidence, _ hints: PollHints, movedTo target: String?) -> Plan {
        learn(0)
        switch evidence {
        case .status304:
            source.memory.noteUnchanged()
            noteMove(to: target, isRead: false)
        case .bodyHash(let validators):
            source.memory.noteSameBody(validators, at: now)
            noteMove(to: target, isRead: true)
        }
        succeed()
        return healthy(hint: [hints.interval, source.memory.hint].compactMap(\.self).max())
    }

    /// Clears what failures left behind.
    private mutating func succeed() {
        if let trouble = source.trouble { note(.recovered(from: trouble.kind)) }
        (source.trouble, source.gone, source.suggestion) = (nil, nil, nil)
        (source.failureWeight, source.failuresInARow, source.forbiddenInARow) = (0, 0, 0)
        source.lastSuccessAt = now
        (host.lookupFailures, host.lookupFailedAt) = (0, nil)
    }

    private mutating func learn(_ new: Int) {
        defer { if new > 0 { (source.lastItemAt, source.silenceNotedAt) = (now, nil) } }
        // What the first document holds came before anybody looked: it says nothing of an hour.
        guard let last = source.lastSuccessAt else { return }
        noteSilence(new)
        source.rate.learn(new, from: last, to: now)
        if let surprise = source.volume.add(new, at: now) { note(.unusualDay(surprise)) }
    }

    /// Six items expected and none seen: under 0.25 % if they come as a Poisson process.
    private mutating func noteSilence(_ new: Int) {
        guard new == 0, source.silenceNotedAt == nil, let last = source.lastItemAt, isRateKnown else { return }
        let expected = source.rate.expected(from: last, to: now)
        guard expected > 6 else { return }
        source.silenceNotedAt = now
        note(.silent(since: last, expected: expected))
    }

    /// Whether the rate rests on two days of watching and five items, after decay.
    private var isRateKnown: Bool {
        let evidence = source.rate.evidence
        return evidence.hours >= 48 && evidence.items >= 5
    }

    /// Whether a body brings more than can have come since the last answer of 304, while many were to be expected
    /// during all of them.
    private func isSurprisinglyFull(_ new: Int) -> Bool {
        guard source.memory.unchangedSinceBody > 1, isRateKnown, let body = source.memory.lastBodyAt,
            let last = source.lastPollAt
        else { return false }
        let expectedInAll = source.rate.expected(from: body, to: now)
        let expectedSinceLast = source.rate.expected(from: last, to: now)
        return expectedInAll > 6 && Double(new) > 3 + 3 * expectedSinceLast
    }

    /// Three sightings on two days, and a document with items was read at the last: then the move is real (a captive
    /// portal moves everything for an hour, and a 302 never counts).
    private mutating func noteMove(to target: String?, isRead: Bool) {
        guard let target else {
            source.move = nil
            source.address.forgetUndone()
            return
        }
        guard rule.address != nil, target != source.address.undone else { return }
        let move = source.move?.adding(target, at: now) ?? Sightings(of: target, at: now)
        source.move = move
        guard move.count >= 3, move.days >= 2, isRead else { return }
        source.move = nil
        source.address.believe(target, at: now)
        note(.moved(to: target))
    }

    /// The base interval, lengthened by what the document or its headers say of the next poll.
    private func healthy(hint: TimeSpan?) -> Plan {
        let base = base
        switch rule.timing {
        case .every: return Plan(delay: base, reason: .every)
        case .cron: return Plan(delay: base, reason: .cron)
        case .learnt:
            guard let hint, hint >= policy.floor else { return Plan(delay: base, reason: .learnt) }
            let believed = min(hint, hasShownChange(within: hint) ? .hours(6) : .hours(24))
            return believed > base ? Plan(delay: believed, reason: .hint) : Plan(delay: base, reason: .learnt)
        }
    }

    /// Whether the source is known to bring items faster than it says: then the hint is a lie.
    private func hasShownChange(within hint: TimeSpan) -> Bool {
        let evidence = source.rate.evidence
        guard evidence.hours >= 12, evidence.items >= 2 else { return false }
        return evidence.items / evidence.hours * (hint / .hours(1)) > 1
    }
}
