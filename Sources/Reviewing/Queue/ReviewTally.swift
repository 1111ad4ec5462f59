public import Model
public import Storing

/// What was done in one sitting at the review desk.
public struct ReviewTally: Hashable, Sendable {
    /// When it began.
    public let start: Instant
    /// Leads decided on, by what was decided last.
    public private(set) var outcomes: [LeadID: Outcome] = [:]
    public private(set) var skipped: Set<LeadID> = []

    /// How a lead was decided.
    public enum Outcome: Hashable, Sendable {
        /// Sent at `leavesAt` unless taken back.
        case accepted(leavesAt: Instant)
        case rejected(RejectReason)
        case snoozed
        case merged
        /// It had come back, and went to another agency.
        case passedOn
    }

    public init(start: Instant) { self.start = start }

    /// Counts what a decision changed.
    public mutating func add(_ result: ReviewResult) {
        for changed in result.changed {
            guard changed.change.before != changed.change.after else { continue }
            switch changed.change.after.state {
            case .prospect: outcomes[changed.id] = .accepted(leavesAt: changed.prospect?.sendsAt ?? start)
            case .rejected(let reason): outcomes[changed.id] = .rejected(reason)
            case .snoozed: outcomes[changed.id] = .snoozed
            case .merged: outcomes[changed.id] = .merged
            case .flagged: outcomes[changed.id] = nil
            }
            skipped.remove(changed.id)
        }
    }

    /// Counts no more what was taken back.
    public mutating func remove(_ undone: JournalEntry) {
        for lead in undone.draft.targets.compactMap(\.lead) { outcomes[lead] = nil }
    }

    /// Counts a lead that went to another agency.
    public mutating func passOn(_ id: LeadID) {
        outcomes[id] = .passedOn
        skipped.remove(id)
    }

    public mutating func skip(_ id: LeadID) { skipped.insert(id) }

    /// All others are done: what was skipped is asked again.
    public mutating func askAgain() { skipped = [] }
}
