public import Model
public import Storing

/// What follows from a decision on one lead.
public enum Verdict: Hashable, Sendable {
    case change(LeadChange)
    /// It is so already: a note to the person, and success.
    case already(LeadState)
    case refused(Refusal)
}

/// Everything that a decision changes about one lead.
public struct LeadChange: Hashable, Sendable {
    public var before: LeadStanding
    public var after: LeadStanding
    /// What becomes of its hold.
    public var claim: ClaimChange
    /// Kept beside the lead; the journal has its keyed hash only.
    public var note: String?
    /// Where who, where or what is set: all three as they are then.
    public var texts: LeadTexts?
    /// The lead that lives on, where this one was merged into it or is taken out of it.
    public var other: LeadID?
    /// Where it becomes a prospect.
    public var sending: Sending?
    /// False for the renewal of one's own lease: pressing a key is no entry of the journal.
    public var isRecorded: Bool

    /// What a decision does to the hold on a lead.
    public enum ClaimChange: Hashable, Sendable {
        case none
        case taken(Claim, from: Actor?)
        case ended(of: Actor)
    }

    /// How a new prospect is sent.
    public struct Sending: Hashable, Sendable {
        /// The end of its hold.
        public var notBefore: Instant
        /// Who confirmed it besides.
        public var second: Actor?
    }
}

/// Why a decision was not taken. Nothing was changed.
public enum Refusal: Error, Hashable, Sendable {
    case notFound(LeadID)
    /// Somebody else holds it; taking over is allowed and told.
    case claimed(Claim)
    /// It is no longer the version that was decided on.
    case changed(found: Int, expected: Int)
    /// It was decided otherwise already; that decision is undone first.
    case decided(LeadState)
    /// The identity is protected: a second reviewer must confirm.
    case needsSecondReviewer
    /// A registered colleague confirms with a command of their own; nobody types their name.
    case secondActsThemselves
    /// `other` needs a note that says what.
    case needsNote
    case noteTooLong(limit: Int)
    /// A time that has passed, or a rise of no points: it would wake at once.
    case wakesAtOnce
    /// A lead is no duplicate of itself.
    case duplicateOfItself
    /// A lead is not merged into itself, nor called another case than itself.
    case ofItself
    /// The lead that should live on was rejected, so that both would be out of sight.
    case intoRejected(LeadID)
    /// So many labels or persons are enough.
    case tooMany(limit: Int)
    /// An edit or a label without anything to set.
    case nothingToSet

    /// The id of its message in the catalogue; nil where it is a mistake in the command (`err.usage`).
    public var messageID: String {
        switch self {
        case .notFound: "err.not-found"
        case .claimed: "err.claimed"
        case .changed: "err.changed"
        case .decided(.prospect): "already.prospect"
        case .decided(.rejected): "already.rejected"
        case .decided: "err.changed"
        case .needsSecondReviewer: "err.protected"
        case .secondActsThemselves: "err.second-self"
        case .intoRejected: "err.into-rejected"
        case .needsNote, .noteTooLong, .wakesAtOnce, .duplicateOfItself, .ofItself, .tooMany, .nothingToSet:
            "err.usage"
        }
    }

    /// The exit code of UX.md section 4.
    public var exitCode: Int32 {
        switch self {
        case .notFound: 1
        case .claimed, .changed, .decided, .needsSecondReviewer, .intoRejected: 5
        case .secondActsThemselves, .needsNote, .noteTooLong, .wakesAtOnce, .duplicateOfItself, .ofItself, .tooMany,
            .nothingToSet:
            64
        }
    }
}
