public import Model
public import Text

/// What people have decided about a lead. Holds codes and numbers only, so that the journal may keep it for ever.
public struct LeadStanding: Hashable, Sendable {
    /// Where it stands in review.
    public var state: LeadState
    /// The urgency that a reviewer set; nil where the rules say.
    public var setUrgency: Urgency?
    /// Needs that a reviewer added, in their order.
    public var addedNeeds: [Need]
    /// Who helps already, where that is why it was rejected.
    public var agency: String?
    /// The lead that it repeats, where that is why it was rejected.
    public var original: LeadID?
    /// The score it had when it was snoozed, for `Wake.scoreAbove`.
    public var snoozedScore: Int?
    /// Why it came back by itself; nil where it did not.
    public var returned: ReturnReason?
    /// Who accepted a protected lead first, while it waits for a second person.
    public var awaitsAfter: Actor?
    /// The needs that a reviewer set in place of those found; empty where the rules say.
    public var setNeeds: [Need] = []
    /// Which of the texts kept beside the lead says who, where and what; nil where nobody wrote any.
    public var edition: Int64?
    /// Whom it was handed to.
    public var assignee: Actor?
    /// In alphabetical order.
    public var labels: [LeadLabel] = []
    /// Leads that a person has called another case.
    public var different: [LeadID] = []
    /// Who brought it, where a person did and no crawl.
    public var foundBy: Actor?

    public init(
        state: LeadState, setUrgency: Urgency? = nil, addedNeeds: [Need] = [], agency: String? = nil,
        original: LeadID? = nil, snoozedScore: Int? = nil, returned: ReturnReason? = nil, awaitsAfter: Actor? = nil
    ) {
        (self.state, self.setUrgency, self.addedNeeds) = (state, setUrgency, addedNeeds)
        (self.agency, self.original, self.snoozedScore) = (agency, original, snoozedScore)
        (self.returned, self.awaitsAfter) = (returned, awaitsAfter)
    }

    /// Back to review, as after a snooze or an undo of nothing but the state.
    ///
    /// - Parameter reason: nil where a person brings it back.
    public func flagged(because reason: ReturnReason? = nil) -> LeadStanding {
        var standing = self
        (standing.state, standing.returned) = (.flagged, reason)
        (standing.agency, standing.original, standing.snoozedScore) = (nil, nil, nil)
        standing.awaitsAfter = nil
        return standing
    }

    /// When a snoozed lead comes back by itself.
    var wakeAt: Instant? { if case .snoozed(until: .at(let instant)) = state { instant } else { nil } }
}

extension LeadStanding: JSONConvertible {
    /// As the journal and the column hold it.
    public var json: JSONValue {
        .compact(
            [("v", 1), ("state", .string(state.code))] + stateMembers + [
                ("urgency", .text(setUrgency?.rawValue)), ("needs", .list(addedNeeds) { .string($0.rawValue) }),
                ("agency", .text(agency)), ("original", original.map { .integer($0.value) }),
                ("snoozed_score", .int(snoozedScore)), ("returned", .text(returned?.rawValue)),
                ("awaits_after", .text(awaitsAfter?.name)),
                ("set_needs", .list(setNeeds) { .string($0.rawValue) }), ("edition", edition.map { .integer($0) }),
                ("assignee", .text(assignee?.name)), ("labels", .list(labels) { .string($0.text) }),
                ("different", .list(different) { .integer($0.value) }), ("found_by", .text(foundBy?.name)),
            ])
    }

    private var stateMembers: [(String, JSONValue?)] {
        switch state {
        case .flagged: []
        case .snoozed(until: .at(let instant)): [("until", .integer(instant.milliseconds))]
        case .snoozed(until: .newArticle): [("until", "new-article")]
        case .snoozed(until: .scoreAbove(let points)): [("points", .int(points))]
        case .rejected(let reason): [("reason", .string(reason.rawValue))]
        case .merged(into: let lead): [("into", .integer(lead.value))]
        case .prospect(let ref): [("ref", .string(ref))]
        }
    }

    /// - Returns: nil where the form is unknown.
    public init?(json: JSONValue) {
        guard json.int("v") == 1, let state = LeadStanding.state(in: json),
            let urgency = json.code("urgency", as: Urgency.self),
            let returned = json.code("returned", as: ReturnReason.self),
            let needs = JSONValue.list(json["needs"], { $0.string.flatMap(Need.init) }),
            let setNeeds = JSONValue.list(json["set_needs"], { $0.string.flatMap(Need.init) }),
            let labels = JSONValue.list(json["labels"], { $0.string.flatMap(LeadLabel.init) }),
            let different = JSONValue.list(json["different"], { $0.integer.map(LeadID.init) })
        else { return nil }
        self.init(
            state: state, setUrgency: urgency, addedNeeds: needs, agency: json["agency"]?.string,
            original: json["original"]?.integer.map(LeadID.init), snoozedScore: json.int("snoozed_score"),
            returned: returned)
        (self.setNeeds, self.labels, self.different) = (setNeeds, labels, different)
        edition = json["edition"]?.integer
        assignee = json["assignee"]?.string.flatMap(Actor.init)
        awaitsAfter = json["awaits_after"]?.string.flatMap(Actor.init)
        foundBy = json["found_by"]?.string.flatMap(Actor.init)
    }

    private static func state(in json: JSONValue) -> LeadState? {
        switch json["state"]?.string {
        case "flagged": .flagged
        case "snoozed":
            if let points = json.int("points") {
                .snoozed(until: .scoreAbove(points))
            } else if let instant = json["until"]?.integer {
                .snoozed(until: .at(Instant(milliseconds: instant)))
            } else if json["until"]?.string == "new-article" {
                .snoozed(until: .newArticle)
            } else {
                nil
            }
        case "rejected": (json.code("reason", as: RejectReason.self) ?? nil).map { .rejected($0) }
        case "merged": json["into"]?.integer.map { .merged(into: LeadID($0)) }
        case "prospect": json["ref"]?.string.map { .prospect(ref: $0) }
        case nil, .some: nil
        }
    }
}
