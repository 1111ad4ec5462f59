public import Model
public import Storing

/// A prospect on its way, as one line of a list.
public struct ReferralEntry: Hashable, Sendable {
    public var row: ProspectRow
    public var referral: ReferralCase
    /// How many reports wait for a person to judge.
    public var unjudged: Int

    public init(row: ProspectRow, referral: ReferralCase, unjudged: Int = 0) {
        (self.row, self.referral, self.unjudged) = (row, referral, unjudged)
    }

    /// The first act that is owed, and whether it is late.
    public func isOverdue(at now: Instant) -> Bool { referral.overdue(at: now) != nil }

    /// An agency said no and the squad has to find another door.
    public var isReturned: Bool {
        referral.nextAction?.duty.owner == .squad && referral.status.isRefusal
    }

    public var isOpen: Bool { referral.nextAction != nil && !referral.legs.isEmpty }
}

extension Connection {
    /// Everything that was sent to an agency or is ready to be, the overdue first, then by when the next act is due.
    ///
    /// - Parameter isAll: also what is over.
    public func referralEntries(isAll: Bool = false, at now: Instant) throws(StoreError) -> [ReferralEntry] {
        let legs = try legsByProspect(isAll: isAll)
        let unjudged = Dictionary(grouping: try storedChanges(), by: \.prospect).mapValues(\.count)
        var entries: [ReferralEntry] = []
        for (id, legs) in legs {
            guard let row = try prospect(id), !row.isWithdrawn, let urgency = try urgency(of: row.lead) else {
                continue
            }
            var referral = ReferralCase(row, legs: legs, urgency: urgency)
            (referral.place, referral.offices) = (try state(of: row.lead), offices)
            guard isAll || referral.nextAction != nil else { continue }
            entries.append(ReferralEntry(row: row, referral: referral, unjudged: unjudged[id] ?? 0))
        }
        return entries.sorted {
            let (a, b) = ($0.referral.nextAction?.dueAt ?? .distant, $1.referral.nextAction?.dueAt ?? .distant)
            return (a, $0.row.ref) < (b, $1.row.ref)
        }
    }

    /// Leads whose prospect came back from an agency, the one that waits longest first. For the queue of review: somebody
    /// waits there.
    public func returnedLeads() throws(StoreError) -> [LeadID] {
        try prospects(inStates: ReferralState.allCases.filter(\.isRefusal)).filter { row in
            row.closedAs == nil
        }.map(\.lead)
    }

    /// How many stand where: the numbers of the board.
    public func referralCounts(at now: Instant) throws(StoreError) -> ReferralCounts {
        let entries = try referralEntries(at: now)
        return ReferralCounts(
            returned: entries.count(where: \.isReturned), overdue: entries.count { $0.isOverdue(at: now) },
            escalated: entries.count { $0.referral.escalation(at: now) != nil },
            unjudged: entries.reduce(0) { $0 + $1.unjudged }, open: entries.count)
    }
}

/// What awaits the squad of what it has sent.
public struct ReferralCounts: Hashable, Sendable {
    /// By agencies: find another door.
    public var returned: Int
    /// Somebody has not done in time what he owes.
    public var overdue: Int
    /// For the coordinator.
    public var escalated: Int
    /// Reports that the table of transitions does not have.
    public var unjudged: Int
    public var open: Int
}
