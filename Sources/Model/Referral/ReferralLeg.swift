/// A prospect at one agency: when it was sent there, and what became of it.
public struct ReferralLeg: Hashable, Sendable {
    public let id: AnyUUID
    public let prospect: UUIDv7
    /// 1...9, in the order in which the doors were tried.
    public let hop: Int
    /// Codes of agencies; the first sender is the squad.
    public var from: String
    public var to: String
    /// Never `.prospect`.
    public var state: ReferralState
    public var stateAt: Instant
    public var reason: ReferralReason?
    /// For the next agency; stays with the case and never enters the journal.
    public var note: String?
    public var nextStep: NextStep?
    public var sentAt: Instant?
    /// Until when the next act is owed; nil where none is.
    public var dueAt: Instant?
    /// How often an act came after its time, or was asked for again.
    public var missedClocks: Int
    /// The agency's own number of the case.
    public var caseID: String?
    public var outcome: HelpOutcome?
    /// What it repeats in the other system, where it is a duplicate.
    public var original: ForeignCase?

    /// The contract's limit of `hop`.
    public static let lastHop = 9
    /// As the sender of a first leg, in the contract's samples.
    public static let squad = "PERKESO-SQUAD"

    public init(
        id: AnyUUID, prospect: UUIDv7, hop: Int, from: String = ReferralLeg.squad, to: String,
        state: ReferralState = .referred, at time: Instant, dueAt: Instant? = nil
    ) {
        (self.id, self.prospect, self.hop, self.from, self.to) = (id, prospect, hop, from, to)
        (self.state, stateAt, sentAt, self.dueAt) = (state, time, time, dueAt)
        missedClocks = 0
    }
}

/// What help was given.
public struct HelpOutcome: Hashable, Sendable {
    /// In the agency's words; at least one.
    public var programmes: [String]
    /// Days as `2026-11-12`.
    public var startedOn: String?
    public var endedOn: String?
    /// The person confirmed that help arrived.
    public var isVerified: Bool?

    public init(programmes: [String], startedOn: String? = nil, endedOn: String? = nil, isVerified: Bool? = nil) {
        (self.programmes, self.startedOn) = (programmes, startedOn)
        (self.endedOn, self.isVerified) = (endedOn, isVerified)
    }
}

/// A case as another system names it.
public struct ForeignCase: Hashable, Sendable {
    public var system: String
    public var id: String
    public init(system: String, id: String) { (self.system, self.id) = (system, id) }
}
