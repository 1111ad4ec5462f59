public import Model

/// Which leads to list, and in what order.
public struct LeadQuery: Hashable, Sendable {
    /// The states of `LeadState` without their payloads.
    public enum State: String, Hashable, Sendable, CaseIterable {
        case flagged, snoozed, rejected, merged, prospect
    }

    /// Which lead stands first.
    public enum Order: String, Hashable, Sendable, CaseIterable {
        /// The more urgent first, then the higher score, then the older.
        case urgency
        case score
        case new
        case old
    }

    /// Empty for all.
    public var states: Set<State>
    /// All of them hold.
    public var conditions: [LeadCondition]
    public var order: Order
    /// nil for all.
    public var limit: Int?
    /// How many to leave out at the beginning.
    public var offset: Int
    /// Also leads whose prospect an agency gave back, whatever `states` says, and before all others: somebody waits there.
    public var putsReturnedFirst = false

    /// All leads that wait for review, the urgent first.
    public init(
        states: Set<State> = [.flagged], where conditions: [LeadCondition] = [], order: Order = .urgency,
        limit: Int? = nil, offset: Int = 0
    ) {
        (self.states, self.conditions, self.order) = (states, conditions, order)
        (self.limit, self.offset) = (limit, offset)
    }
}

/// A lead as one line of a list. Names of persons are not in it; the headline may hold one.
public struct LeadSummary: Hashable, Sendable {
    public let id: LeadID
    public var state: LeadState
    public var claim: Claim?
    public var version: Int
    public var urgency: Urgency
    /// 0...100
    public var score: Int
    public var band: Score.Band
    public var kind: LeadKind
    /// Best first; what a reviewer added last.
    public var needs: [Need]
    public var stateCode: String?
    public var districtCode: String?
    /// The most exact name known: district, locality or state.
    public var place: String?
    public var headline: String
    public var language: Language
    /// Best article's first, each once.
    public var sources: [SourceID]
    public var articles: Int
    public var firstSeenAt: Instant
    public var updatedAt: Instant
    public var isProtected: Bool
    /// One of its persons is under 18.
    public var hasMinor: Bool
    /// Who accepted it first, while it waits for a second person.
    public var awaitsAfter: Actor?
}

/// A page of a list and how many there are in all.
public struct LeadPage: Hashable, Sendable {
    /// How many fit, on this page or not.
    public var total: Int
    public var leads: [LeadSummary]
}
