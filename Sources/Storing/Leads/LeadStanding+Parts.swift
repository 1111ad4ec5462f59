import Model

extension LeadStanding {
    /// The standing with one change to it taken back, whatever else was changed since: who has labelled a lead does not
    /// keep its rejection from being undone.
    ///
    /// - Parameters:
    ///   - after: what the change made.
    ///   - before: what it was made of.
    /// - Returns: nil where something that the change touched was changed again since.
    public func reverting(_ after: LeadStanding, to before: LeadStanding) -> LeadStanding? {
        var result = self
        for part in LeadStanding.parts where !part.isSame(before, after) {
            guard part.isSame(self, after) else { return nil }
            part.copy(before, &result)
        }
        // Each label and each judgement is a thing of its own.
        result.labels = LeadStanding.reverting(after.labels, to: before.labels, in: labels).sorted()
        result.different = LeadStanding.reverting(after.different, to: before.different, in: different).sorted()
        return result
    }

    /// The outcome of review: the state with all that belongs to it.
    private var outcome: Outcome {
        get { Outcome(state, agency, original, snoozedScore, returned, awaitsAfter) }
        set {
            (state, agency, original) = (newValue.state, newValue.agency, newValue.original)
            (snoozedScore, returned) = (newValue.snoozedScore, newValue.returned)
            awaitsAfter = newValue.awaitsAfter
        }
    }

    private struct Outcome: Hashable {
        var state: LeadState
        var agency: String?
        var original: LeadID?
        var snoozedScore: Int?
        var returned: ReturnReason?
        var awaitsAfter: Actor?

        init(
            _ state: LeadState, _ agency: String?, _ original: LeadID?, _ snoozedScore: Int?,
            _ returned: ReturnReason?, _ awaitsAfter: Actor?
        ) {
            (self.state, self.original) = (state, original)
            // The journal keeps what was written before remarks were masked, and a decision from then can go back all the
            // same.
            self.agency = agency.map { masked($0) }
            (self.snoozedScore, self.returned, self.awaitsAfter) = (snoozedScore, returned, awaitsAfter)
        }
    }

    /// What changes independently of the rest.
    private struct Part: Sendable {
        let isSame: @Sendable (LeadStanding, LeadStanding) -> Bool
        let copy: @Sendable (LeadStanding, inout LeadStanding) -> Void

        init<Value: Equatable & SendableMetatype>(
            _ get: @escaping @Sendable (LeadStanding) -> Value,
            _ set: @escaping @Sendable (inout LeadStanding, Value) -> Void
        ) {
            isSame = { get($0) == get($1) }
            copy = { set(&$1, get($0)) }
        }
    }

    private static let parts = [
        Part({ $0.outcome }, { $0.outcome = $1 }), Part({ $0.setUrgency }, { $0.setUrgency = $1 }),
        Part({ $0.addedNeeds }, { $0.addedNeeds = $1 }), Part({ $0.setNeeds }, { $0.setNeeds = $1 }),
        Part({ $0.edition }, { $0.edition = $1 }), Part({ $0.assignee }, { $0.assignee = $1 }),
        Part({ $0.foundBy }, { $0.foundBy = $1 }),
    ]

    private static func reverting<Item: Hashable>(_ after: [Item], to before: [Item], in now: [Item]) -> [Item] {
        let added = Set(after).subtracting(before)
        let kept = now.filter { !added.contains($0) }
        return kept + before.filter { !after.contains($0) && !kept.contains($0) }
    }
}
