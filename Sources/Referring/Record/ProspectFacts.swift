public import Model

/// What a person decided about a lead when it became a prospect, and since.
public struct ProspectFacts: Hashable, Sendable {
    public var id: UUIDv7
    public var ref: ProspectRef
    /// Grows by one at each change, from 1.
    public var revision: Int
    public var decidedBy: Actor
    public var decidedAt: Instant
    /// The second person, where the law or the case asks for two; never the same as the first.
    public var secondReviewer: Actor?
    public var secondAt: Instant?
    /// The reviewer's own words.
    public var note: String?
    /// Needs that the reviewer saw and no rule did.
    public var addedNeeds: [Need]
    public var updatedAt: Instant

    public init(
        id: UUIDv7, ref: ProspectRef, revision: Int, decidedBy: Actor, decidedAt: Instant, secondReviewer: Actor? = nil,
        secondAt: Instant? = nil, note: String? = nil, addedNeeds: [Need] = [], updatedAt: Instant? = nil
    ) {
        (self.id, self.ref, self.revision) = (id, ref, revision)
        (self.decidedBy, self.decidedAt) = (decidedBy, decidedAt)
        (self.secondReviewer, self.secondAt) = (secondReviewer, secondAt)
        (self.note, self.addedNeeds, self.updatedAt) = (note, addedNeeds, updatedAt ?? decidedAt)
    }

    /// Two different persons agreed.
    public var hasTwoPersons: Bool { secondReviewer.map { $0 != decidedBy } ?? false }
}

/// Why no record can be made of a prospect that the contract allows.
public enum RecordProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// No article with an http or https address.
    case noArticle(LeadID)
    /// The score names no lexicon: the lead was never scored.
    case notScored(LeadID)
    /// Abuse, suicide or a protected child, and one person alone decided.
    case needsSecondPerson(LeadID)
    /// Over the contract's 20,000 bytes even with the fewest quotes.
    case tooLarge(LeadID, bytes: Int)

    public var description: String {
        switch self {
        case .noArticle(let id): "\(id) has no article with a web address, so its source cannot be shown"
        case .notScored(let id): "\(id) was never scored; run: pantau lead rescore \(id.value)"
        case .needsSecondPerson(let id):
            "\(id) is protected (abuse, suicide or a child); a second person must accept it: "
                + "pantau lead accept \(id.value) --second"
        case .tooLarge(let id, let bytes): "the record of \(id) takes \(bytes) bytes; 20000 are allowed"
        }
    }
}
