public import Model

/// What a person decides about a lead.
public enum Decision: Hashable, Sendable {
    /// It becomes a prospect.
    case accept(Acceptance)
    case reject(Rejection)
    case snooze(until: Wake, note: String?)
    case unsnooze
    /// Holds it for a while, so that no two people read the same one; again renews the hold.
    case claim(for: TimeSpan)
    case release
    case note(String)
    /// Hands it to a colleague; nil to nobody.
    case assign(to: Actor?)
    case label(add: [LeadLabel], remove: [LeadLabel])
    /// Sets who, where, what or how urgent, in place of what articles and rules say.
    case edit(LeadEdit)
    /// It is the same case as another lead, which lives on with the articles of both.
    case merge(into: LeadID)
    /// It stands alone again, as before it was merged.
    case unmerge
    /// Brings a rejected or snoozed lead back to review.
    case reopen
    /// It is another case than that lead, however much speaks for one: not offered again.
    case differ(from: LeadID)

    /// As the journal names it.
    public var verb: String {
        switch self {
        case .accept: "lead.accept"
        case .reject: "lead.reject"
        case .snooze: "lead.snooze"
        case .unsnooze: "lead.unsnooze"
        case .claim: "lead.claim"
        case .release: "lead.release"
        case .note: "lead.note"
        case .assign: "lead.assign"
        case .label: "lead.label"
        case .edit: "lead.edit"
        case .merge: "lead.merge"
        case .unmerge: "lead.unmerge"
        case .reopen: "lead.reopen"
        case .differ: "lead.differ"
        }
    }

    /// The code kept with the entry; never free text.
    var reasonCode: String? {
        switch self {
        case .reject(let rejection): rejection.reason.rawValue
        case .accept, .snooze, .unsnooze, .claim, .release, .note, .assign, .label, .edit, .merge, .unmerge, .reopen,
            .differ:
            nil
        }
    }

    var text: String? {
        switch self {
        case .accept(let acceptance): acceptance.note
        case .reject(let rejection): rejection.note
        case .snooze(_, let note): note
        case .note(let text): text
        case .unsnooze, .claim, .release, .assign, .label, .edit, .merge, .unmerge, .reopen, .differ: nil
        }
    }

    /// Verbs that undo takes back. A claim ends by itself.
    static let undoableVerbs = [
        "lead.accept", "lead.reject", "lead.snooze", "lead.unsnooze", "lead.note", "lead.assign", "lead.label",
        "lead.edit", "lead.merge", "lead.unmerge", "lead.reopen", "lead.differ", Decision.rescoreVerb, Decision.addVerb,
    ]

    /// Verbs of entries in which somebody decided, or took a decision back.
    static let decisiveVerbs = undoableVerbs + ["lead.claim", "lead.release", "undo", "redo"]

    /// The verb of an entry that only tells that somebody looked at a lead's data.
    public static let openVerb = "lead.open"
    /// The verb of an entry that tells which scores another lexicon changed.
    public static let rescoreVerb = "lead.rescore"
    /// The verb of an entry of a lead that a person brought.
    public static let addVerb = "lead.add"

    /// A lease while a lead is read (UX.md 5.3).
    public static let lease = TimeSpan.minutes(15)
    /// An accepted lead waits so long before it is sent, so that undo is real (UX.md section 1).
    public static let hold = TimeSpan.minutes(30)
    /// A note is a remark, not an article.
    public static let noteLimit = 4000
    /// Labels are to find leads by; one that has more is not found sooner.
    public static let labelLimit = 20
}

/// How a lead is accepted.
public struct Acceptance: Hashable, Sendable {
    /// Replaces the urgency of the rules.
    public var urgency: Urgency?
    /// Besides those that the rules found.
    public var needs: [Need]
    public var note: String?
    /// How long it can be undone; zero sends it with the next export.
    public var hold: TimeSpan
    /// Who confirms it besides; needed for a protected identity.
    public var second: Actor?

    public init(
        urgency: Urgency? = nil, needs: [Need] = [], note: String? = nil, hold: TimeSpan = Decision.hold,
        second: Actor? = nil
    ) {
        (self.urgency, self.needs, self.note, self.hold, self.second) = (urgency, needs, note, hold, second)
    }
}

/// Why a lead is rejected.
public struct Rejection: Hashable, Sendable {
    /// Tells apart a wrong flag from a right one.
    public var reason: RejectReason
    public var note: String?
    /// Who helps already; only with `.alreadyHelped`.
    public var agency: String?
    /// The lead that it repeats; only with `.duplicate`.
    public var original: LeadID?

    public init(_ reason: RejectReason, note: String? = nil, agency: String? = nil, original: LeadID? = nil) {
        (self.reason, self.note, self.agency, self.original) = (reason, note, agency, original)
    }
}
