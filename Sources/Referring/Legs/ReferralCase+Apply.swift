public import Model

/// What became of a change that somebody reported.
public enum ChangeVerdict: Hashable, Sendable {
    /// The legs that it changed or opened.
    case applied([ReferralLeg])
    /// It is kept and shown, and a person judges: agencies know more than our table.
    case stored(NotApplied)
    /// It is not accepted; the sender has to say it otherwise.
    case refused(ChangeProblem)
}

/// Why a change was kept without being applied.
public enum NotApplied: Hashable, Sendable {
    /// The table of transitions does not have it.
    case transition(from: ReferralState, to: ReferralState)
    /// A later one was applied before.
    case late(known: Instant)
    /// It names no leg of this prospect.
    case noLeg
}

extension ReferralCase {
    /// Applies a change by leg and time.
    ///
    /// What names the state that the leg has already adds what it tells (the agency's number, a new time, an outcome); while
    /// help is under way it also starts the clock anew, as the agency owes an update then. A redirection opens the next leg
    /// at once: the person never comes back to nothing.
    ///
    /// - Parameters:
    ///   - isForced: applies a transition that the table does not have, because a person has judged it right.
    ///   - nextID: the id of a leg that a redirection opens.
    public mutating func apply(
        _ change: StatusChange, isForced: Bool = false, nextID: AnyUUID
    ) -> ChangeVerdict {
        if let problem = change.problem { return .refused(problem) }
        guard let index = index(of: change) else { return adopt(change) ?? repeats(change) ?? .stored(.noLeg) }
        var leg = legs[index]
        if change.state == leg.state {
            leg.update(with: change)
            if change.state == .beingHelped { restartClock(of: &leg, at: change.at, agreed: change.dueAt) }
            legs[index] = leg
            return .applied([leg])
        }
        guard change.at >= leg.stateAt || isForced else { return .stored(.late(known: leg.stateAt)) }
        guard isForced || leg.state.successors.contains(change.state) else {
            return .stored(.transition(from: leg.state, to: change.state))
        }
        if change.state == .redirected, change.nextStep?.agency == leg.to {
            return .refused(.redirectedToItself(leg.to))
        }
        move(&leg, to: change)
        legs[index] = leg
        return .applied([leg] + (openNext(after: leg, id: nextID).map { [$0] } ?? []))
    }

    private func index(of change: StatusChange) -> Int? {
        if let id = change.leg, let index = legs.firstIndex(where: { $0.id == id }) { return index }
        // A leg that we do not know by its id is another leg, unless the place agrees.
        if let hop = change.hop {
            return legs.firstIndex { $0.hop == hop && (change.agency == nil || change.agency == $0.to) }
        }
        if let agency = change.agency { return legs.lastIndex { $0.to == agency } }
        return change.leg == nil && legs.count == 1 ? 0 : nil
    }

    /// A duplicate of what was sent to no agency in particular: the system knows the case as a whole.
    private mutating func repeats(_ change: StatusChange) -> ChangeVerdict? {
        guard change.state == .duplicate, legs.isEmpty, let original = change.original else { return nil }
        if let changed = repeats(original, knownBy: [], at: change.at) { return .applied(changed) }
        return .stored(.transition(from: status, to: .duplicate))
    }

    /// A leg that the other system has opened by itself: it names the next hop and an agency.
    private mutating func adopt(_ change: StatusChange) -> ChangeVerdict? {
        guard let id = change.leg, let agency = change.agency, let hop = change.hop, hop == (legs.last?.hop ?? 0) + 1,
            hop <= ReferralLeg.lastHop, closure == nil, let last = legs.last
        else { return nil }
        var leg = ReferralLeg(id: id, prospect: prospect, hop: hop, from: last.to, to: agency, at: change.at)
        move(&leg, to: change)
        leg.missedClocks = 0
        legs.append(leg)
        return .applied([leg])
    }

    /// A redirection's next leg, as the receiver opens it; nil where there is none to open, or nine were tried.
    private mutating func openNext(after leg: ReferralLeg, id: AnyUUID) -> ReferralLeg? {
        guard leg.state == .redirected, let agency = leg.nextStep?.agency, let last = legs.last,
            last.hop < ReferralLeg.lastHop, !legs.contains(where: { $0.hop > leg.hop && $0.to == agency })
        else { return nil }
        var next = ReferralLeg(
            id: id, prospect: prospect, hop: last.hop + 1, from: leg.to, to: agency, at: leg.stateAt)
        next.dueAt = due(.received, of: next, from: leg.stateAt)
        legs.append(next)
        return next
    }

    /// Takes over a change of state with all that it tells.
    private func move(_ leg: inout ReferralLeg, to change: StatusChange) {
        if let dueAt = leg.dueAt, change.at > dueAt { leg.missedClocks += 1 }
        (leg.state, leg.stateAt) = (change.state, change.at)
        (leg.reason, leg.nextStep) = (change.reason, change.nextStep)
        leg.update(with: change)
        restartClock(of: &leg, at: change.at, agreed: change.dueAt)
    }

    private func restartClock(of leg: inout ReferralLeg, at time: Instant, agreed: Instant?) {
        if let agreed {
            leg.dueAt = agreed
        } else if case .hold(let until) = leg.nextStep?.kind {
            leg.dueAt = until
        } else {
            leg.dueAt = due(leg.state, of: leg, from: time)
        }
    }
}

extension ReferralLeg {
    fileprivate mutating func update(with change: StatusChange) {
        reason = change.reason ?? reason
        nextStep = change.nextStep ?? nextStep
        note = change.note ?? note
        caseID = change.caseID ?? caseID
        outcome = change.outcome ?? outcome
        original = change.original ?? original
        dueAt = change.dueAt ?? dueAt
    }
}
