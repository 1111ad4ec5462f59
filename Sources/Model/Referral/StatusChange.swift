/// What a referral system, a file or a colleague says of one leg of one prospect (referral-status.schema.json).
public struct StatusChange: Hashable, Sendable {
    /// The same change has the same id, however often it arrives.
    public var id: AnyUUID
    /// Which prospect: its id, its reference, or both.
    public var prospect: UUIDv7?
    public var ref: ProspectRef?
    /// Which leg: its id, else the hop, else the newest to that agency.
    public var leg: AnyUUID?
    public var hop: Int?
    public var agency: String?
    public var state: ReferralState
    public var reason: ReferralReason?
    /// When it came about at the agency.
    public var at: Instant
    /// An opaque id of staff or system; never a person's name.
    public var by: String
    public var nextStep: NextStep?
    /// Until when the agency wants to do its next act, where it says so.
    public var dueAt: Instant?
    public var caseID: String?
    public var original: ForeignCase?
    public var outcome: HelpOutcome?
    public var note: String?

    /// The contract's limit of a note, in scalars.
    public static let noteLimit = 1000

    public init(
        id: AnyUUID, prospect: UUIDv7? = nil, ref: ProspectRef? = nil, leg: AnyUUID? = nil, hop: Int? = nil,
        agency: String? = nil, state: ReferralState, reason: ReferralReason? = nil, at time: Instant, by: String,
        nextStep: NextStep? = nil, dueAt: Instant? = nil, caseID: String? = nil, original: ForeignCase? = nil,
        outcome: HelpOutcome? = nil, note: String? = nil
    ) {
        (self.id, self.prospect, self.ref, self.leg, self.hop) = (id, prospect, ref, leg, hop)
        (self.agency, self.state, self.reason, at, self.by) = (agency, state, reason, time, by)
        (self.nextStep, self.dueAt, self.caseID) = (nextStep, dueAt, caseID)
        (self.original, self.outcome, self.note) = (original, outcome, note)
    }
}
