public import Model

/// A lead that a person confirmed: what the store keeps of it besides the lead itself. The record that is sent is made
/// of both by Referring.
public struct ProspectRow: Hashable, Sendable {
    /// The contract's id.
    public let id: UUIDv7
    public let ref: ProspectRef
    public let lead: LeadID
    /// The acceptance was undone before anything was sent. The row stays, so that a second acceptance has the same id.
    public var isWithdrawn: Bool
    /// The contract's code of the referral state: `prospect` until a leg is sent.
    public var status: String
    /// 0 for the case as a whole; 1, 2, 3, ... for one person of a group.
    public var member: Int
    /// How many members a group has; 0 where it is no group. Its members are sent, and it is not.
    public var members: Int
    /// Whom a member's record is about, as it was when the group was split.
    public var person: Person?
    /// How the case was ended as a whole, be it by the squad (`.withdrawn`), by the person (`.declined`) or because another
    /// system has it already (`.duplicate`); `.prospect` where it was opened again and nobody has it.
    public var closedAs: ReferralState?
    /// What another system said that it repeats. Where it is open all the same, a person has judged otherwise.
    public var original: ForeignCase?
    /// When anything but the lead changed last.
    public var changedAt: Instant
    public var consent: Consent
    public var edits: ProspectEdits
    public var statusAt: Instant
    /// Counts the events sent of it; 0 before the first.
    public var revision: Int
    /// Who confirmed it last.
    public var acceptedBy: Actor
    /// Who confirmed it besides, where the identity is protected.
    public var secondReviewer: Actor?
    public var acceptedAt: Instant
    /// Leaves no earlier: until then it can be undone.
    public var sendsAt: Instant
    /// When its first event was written into the outbox; nil while it can be undone.
    public var sentAt: Instant?
    /// SHA-256 of the record last sent, to see whether it has changed since.
    public var sentHash: [UInt8]?
    public var updatedAt: Instant
}

/// Which prospects to list, oldest acceptance first.
public struct ProspectQuery: Hashable, Sendable {
    /// Among those whose hold has ended by this instant; nil for all.
    public var dueAt: Instant?
    /// Only those that were (or were not) sent.
    public var isSent: Bool?
    public var includesWithdrawn: Bool
    public var limit: Int?

    public init(
        dueAt: Instant? = nil, isSent: Bool? = nil, includesWithdrawn: Bool = false, limit: Int? = nil
    ) {
        (self.dueAt, self.isSent, self.includesWithdrawn) = (dueAt, isSent, includesWithdrawn)
        self.limit = limit
    }
}
