public import Model

extension ReferralCase {
    /// The receiving system says that it has this case already, under a number of its own.
    ///
    /// What waits there becomes a duplicate with that number; help that is under way goes on. The case as a whole is over
    /// where nobody else has it. What a person has judged to be another case stays one.
    ///
    /// - Parameter agencies: those that the system speaks for.
    /// - Returns: the legs that were changed; nil where nothing was.
    public mutating func repeats(
        _ original: ForeignCase, knownBy agencies: [String], at now: Instant
    ) -> [ReferralLeg]? {
        guard closure == nil, self.original != original else { return nil }
        let own = legs.filter { agencies.contains($0.to) }
        let waiting = (own.isEmpty ? legs : own).filter(\.state.isOpen)
        var changed: [ReferralLeg] = []
        for leg in close(waiting, as: .duplicate, because: nil, at: now) {
            changed.append(leg)
            changed[changed.count - 1].original = original
        }
        for leg in changed { replace(leg) }
        let isElsewhere = legs.contains { $0.state.isOpen || $0.state == .beingHelped || $0.state == .helped }
        if !isElsewhere { closure = Closure(.duplicate, at: now) }
        guard !isElsewhere || !changed.isEmpty else { return nil }
        self.original = original
        return changed
    }

    /// Lets a case that was closed as a whole take its course again: what was taken back, what the person agrees to after
    /// all, what is no duplicate.
    ///
    /// Legs keep their ends; where nobody has it any more, the squad owes a door.
    public mutating func reopen(at now: Instant) throws(SendingProblem) {
        // An agency may have called its leg a duplicate, which ends the case without a closure.
        guard closure.map({ $0.state != .prospect }) ?? (status == .duplicate) else { throw .isOpen }
        original = original ?? duplicated
        closure = nil
        let isHelped = legs.contains { $0.state == .helped }
        if !legs.isEmpty, !isHelped, nextAction == nil { closure = Closure(.prospect, at: now) }
    }

    private mutating func replace(_ leg: ReferralLeg) {
        guard let index = legs.firstIndex(where: { $0.id == leg.id }) else { return }
        legs[index] = leg
    }
}
