public import Model
public import Storing

/// What a person decided about a lead when it became a prospect, and since.
///
/// Notes are not among it: they are the most sensitive text that we hold, and stay here.
public struct ProspectFacts: Hashable, Sendable {
    public var id: UUIDv7
    public var ref: ProspectRef
    /// Grows by one at each event, from 1.
    public var revision: Int
    public var decidedBy: Actor
    public var decidedAt: Instant
    /// The second person, where the case asks for two.
    public var secondReviewer: Actor?
    public var updatedAt: Instant

    public init(
        id: UUIDv7, ref: ProspectRef, revision: Int, decidedBy: Actor, decidedAt: Instant, secondReviewer: Actor? = nil,
        updatedAt: Instant? = nil
    ) {
        (self.id, self.ref, self.revision) = (id, ref, revision)
        (self.decidedBy, self.decidedAt) = (decidedBy, decidedAt)
        (self.secondReviewer, self.updatedAt) = (secondReviewer, updatedAt ?? decidedAt)
    }

    /// The facts of a stored prospect, for its next event.
    ///
    /// - Parameter updatedAt: when the record changed; its acceptance for the first event.
    public init(_ row: ProspectRow, revision: Int, updatedAt: Instant) {
        self.init(
            id: row.id, ref: row.ref, revision: revision, decidedBy: row.acceptedBy, decidedAt: row.acceptedAt,
            secondReviewer: row.secondReviewer, updatedAt: updatedAt)
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
    /// Another agency's list has this person, or another prospect of ours has: a person has to say whether it is the same.
    case knownElsewhere(LeadID, systems: [String])
    /// Over the contract's 20,000 bytes even with the fewest quotes.
    case tooLarge(LeadID, bytes: Int)

    public var description: String {
        switch self {
        case .noArticle(let id): "\(id) has no article with a web address, so its source cannot be shown"
        case .notScored(let id): "\(id) was never scored; run: pantau lead rescore \(id.value)"
        case .needsSecondPerson(let id):
            "\(id) is protected (abuse, suicide or a child) and one person alone accepted it. Take that back "
                + "(pantau undo) and accept it with a second person: pantau lead accept \(id.value) --second NAME"
        case .knownElsewhere(let id, let systems):
            "\(id) may be known already (\(systems.joined(separator: ", "))), so that help would be given twice. Look: "
                + "pantau dedupe list"
        case .tooLarge(let id, let bytes): "the record of \(id) takes \(bytes) bytes; 20000 are allowed"
        }
    }
}
