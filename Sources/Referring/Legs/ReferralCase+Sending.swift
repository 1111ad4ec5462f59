public import Model

/// Why a prospect was not sent to an agency.
public enum SendingProblem: Error, Hashable, Sendable {
    /// The squad has withdrawn it, or the person does not want it.
    case closed(ReferralState)
    /// It is there already and not answered.
    case isThere(agency: String, since: Instant)
    /// That door was tried; going there again is said with `--again`.
    case wasThere(agency: String, on: Instant, state: ReferralState)
    /// Others have it: whether this one comes besides or instead must be said.
    case othersHaveIt([String])
    /// An agency helps already; it cannot be taken away from there.
    case isHelping(agency: String)
    /// The contract numbers nine legs.
    case noMoreDoors
    /// Until then its acceptance can be undone.
    case held(until: Instant)
    /// Its acceptance was undone.
    case notAccepted
    /// Names leave PERKESO only where the person agrees, or somebody says why that cannot wait.
    case needsConsent(agency: String)
    /// It has left: it can be withdrawn, and not held.
    case hasLeft
    /// No agency has it, so none can be reminded.
    case nobodyHasIt
    /// It is not over, so it cannot be opened again.
    case isOpen
    /// It names fewer than two persons, or was split or sent already.
    case cannotBeSplit
}

/// How a new leg stands to those that are open.
public enum SendingManner: Hashable, Sendable, CaseIterable {
    /// There is none, or it is not said.
    case alone
    /// In addition to them.
    case besides
    /// They are withdrawn.
    case instead
}

extension ReferralCase {
    /// Opens a leg to an agency.
    ///
    /// - Parameters:
    ///   - isAgain: also where that door was tried.
    ///   - id: of the leg.
    /// - Returns: the legs that were changed, the new one last.
    public mutating func send(
        to agency: String, as manner: SendingManner = .alone, isAgain: Bool = false, id: AnyUUID, at now: Instant
    ) throws(SendingProblem) -> [ReferralLeg] {
        if let closure, !isReopened { throw .closed(closure.state) }
        if let there = legs(to: agency).first(where: { $0.state.isOpen || $0.state == .beingHelped }) {
            throw .isThere(agency: agency, since: there.stateAt)
        }
        if let was = legs(to: agency).first, !isAgain {
            throw .wasThere(agency: agency, on: was.stateAt, state: was.state)
        }
        let hop = (legs.last?.hop ?? 0) + 1
        guard hop <= ReferralLeg.lastHop else { throw .noMoreDoors }
        let changed = try makeRoom(manner, at: now)
        var next = ReferralLeg(id: id, prospect: prospect, hop: hop, to: agency, at: now)
        next.dueAt = due(.referred, of: next, from: now)
        legs.append(next)
        closure = nil
        return changed + [next]
    }

    private mutating func makeRoom(
        _ manner: SendingManner, at now: Instant
    ) throws(SendingProblem) -> [ReferralLeg] {
        let open = legs.filter { $0.state.isOpen || $0.state == .beingHelped }
        switch manner {
        case .besides: return []
        case .alone:
            guard open.isEmpty else { throw .othersHaveIt(open.map(\.to)) }
            return []
        case .instead:
            if let helping = open.first(where: { $0.state == .beingHelped }) { throw .isHelping(agency: helping.to) }
            return close(open, as: .withdrawn, because: .requestedBySquad, at: now)
        }
    }

    /// Ends the whole case: nothing more is sent, and what is open is taken back.
    ///
    /// - Parameter reason: why the squad takes it back.
    /// - Returns: the legs that were changed.
    /// - Throws: `.isHelping` where an agency helps: it must be asked first. `.closed` where it is over already.
    public mutating func withdraw(because reason: ReferralReason, at now: Instant) throws(SendingProblem)
        -> [ReferralLeg]
    {
        if let closure, !isReopened { throw .closed(closure.state) }
        if let helping = legs.first(where: { $0.state == .beingHelped }) { throw .isHelping(agency: helping.to) }
        closure = Closure(.withdrawn, at: now)
        return close(legs.filter(\.state.isOpen), as: .withdrawn, because: reason, at: now)
    }

    /// Ends the case because the person does not agree, or no longer agrees, that it is passed on.
    ///
    /// An agency that helps is told that the person declined; one that has not begun, that it is withdrawn. Help that was
    /// given stays given. What was sent nowhere is withdrawn, as the contract has it.
    public mutating func decline(at now: Instant) -> [ReferralLeg] {
        guard closure == nil || isReopened else { return [] }
        closure = Closure(legs.isEmpty ? .withdrawn : .declined, at: now)
        let helping = legs.filter { $0.state == .accepted || $0.state == .beingHelped }
        let waiting = legs.filter { $0.state == .referred || $0.state == .received }
        return close(helping, as: .declined, because: .requestedByPerson, at: now)
            + close(waiting, as: .withdrawn, because: .requestedByPerson, at: now)
    }

    /// Asks an agency again: its clock counts as missed and starts anew.
    ///
    /// - Returns: the legs that were reminded; none where no agency owes anything.
    public mutating func nudge(at now: Instant) -> [ReferralLeg] {
        guard closure == nil else { return [] }
        var changed: [ReferralLeg] = []
        for index in legs.indices where legs[index].state.isOpen || legs[index].state == .beingHelped {
            if let due = legs[index].dueAt, now > due { legs[index].missedClocks += 1 }
            legs[index].dueAt = due(legs[index].state, of: legs[index], from: now)
            changed.append(legs[index])
        }
        return changed
    }

    mutating func close(
        _ closing: [ReferralLeg], as state: ReferralState, because reason: ReferralReason?, at now: Instant
    ) -> [ReferralLeg] {
        var changed: [ReferralLeg] = []
        for leg in closing {
            guard let index = legs.firstIndex(where: { $0.id == leg.id }) else { continue }
            (legs[index].state, legs[index].stateAt) = (state, now)
            (legs[index].reason, legs[index].nextStep, legs[index].dueAt) = (reason, nil, nil)
            changed.append(legs[index])
        }
        return changed
    }
}
