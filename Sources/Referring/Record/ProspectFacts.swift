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
    /// Where it was sent, in the order of hops.
    public var legs: [ReferralLeg] = []
    /// How it was ended as a whole, where it was.
    public var closure: ReferralCase.Closure?
    /// What another system said that it repeats, and how far help has come there, where that is known.
    public var original: ForeignCase?
    public var assistanceOfOriginal: Assistance?
    public var consent = Consent()
    public var edits = ProspectEdits()
    /// Where it is one person of a group case.
    public var membership: Membership?
    /// The state of the case, and by whose working hours its clocks run.
    public var place: String?
    public var offices = OfficeCalendar.weekdays

    /// One person of an event that befell many.
    public struct Membership: Hashable, Sendable {
        /// The id and reference of the case as a whole, which is not sent.
        public var group: UUIDv7
        public var groupRef: ProspectRef
        /// 1, 2, 3, ...
        public var number: Int
        /// Whom this record is about.
        public var person: Person
        /// The ids of the others.
        public var others: [UUIDv7]
    }

    public init(
        id: UUIDv7, ref: ProspectRef, revision: Int, decidedBy: Actor, decidedAt: Instant, secondReviewer: Actor? = nil,
        updatedAt: Instant? = nil
    ) {
        (self.id, self.ref, self.revision) = (id, ref, revision)
        (self.decidedBy, self.decidedAt) = (decidedBy, decidedAt)
        (self.secondReviewer, self.updatedAt) = (secondReviewer, updatedAt ?? decidedAt)
    }

    /// The case as the rules of referral see it.
    func referralCase(urgency: Urgency) -> ReferralCase {
        var referral = ReferralCase(
            prospect: id, ref: ref, legs: legs, closure: closure, original: original, urgency: urgency,
            acceptedAt: decidedAt)
        referral.assistanceOfOriginal = assistanceOfOriginal
        (referral.place, referral.offices) = (place, offices)
        return referral
    }

    /// Two different persons agreed.
    public var hasTwoPersons: Bool { secondReviewer.map { $0 != decidedBy } ?? false }
}

extension Connection {
    /// The facts of a stored prospect, for its next event: who decided, where it was sent, what the person says to that.
    ///
    /// - Parameter updatedAt: when the record changed; its acceptance for the first event.
    public func facts(
        of row: ProspectRow, revision: Int, updatedAt: Instant
    ) throws(StoreError) -> ProspectFacts {
        var facts = ProspectFacts(
            id: row.id, ref: row.ref, revision: revision, decidedBy: row.acceptedBy, decidedAt: row.acceptedAt,
            secondReviewer: row.secondReviewer, updatedAt: updatedAt)
        facts.legs = try legs(of: row.id)
        (facts.place, facts.offices) = (try state(of: row.lead), offices)
        facts.closure = row.closedAs.map { ReferralCase.Closure($0, at: row.statusAt) }
        facts.original = row.original
        if row.status == ReferralState.duplicate.rawValue,
            let original = facts.referralCase(urgency: .routine).duplicated
        {
            facts.assistanceOfOriginal = try assistance(ofOriginal: original, of: row)
        }
        (facts.consent, facts.edits) = (row.consent, row.edits)
        if row.member > 0, let head = try prospect(of: row.lead) {
            let members = try members(of: row.lead)
            let persons = try persons(ofGroup: row.lead, members)
            guard persons.indices.contains(row.member - 1) else { return facts }
            facts.membership = ProspectFacts.Membership(
                group: head.id, groupRef: head.ref, number: row.member, person: persons[row.member - 1],
                others: members.map(\.id).filter { $0 != row.id })
        }
        return facts
    }

    /// Whom the members of a group are about, in their order: as a person has set them since, else as they were when the
    /// group was split.
    public func persons(ofGroup lead: LeadID, _ members: [ProspectRow]) throws(StoreError) -> [Person] {
        let written = try standing(of: lead).map { standing throws(StoreError) in try texts(of: standing).persons }
        if let written, written.count == members.count { return written }
        return members.compactMap(\.person)
    }
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
