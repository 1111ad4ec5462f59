public import Model
public import Storing

/// What one command did to the leads that it named.
public struct ReviewResult: Hashable, Sendable {
    /// The entry of the journal; nil where nothing was changed.
    public var entry: EntryID?
    /// In the order in which they were named.
    public var changed: [Changed] = []
    /// Nothing was to be done.
    public var already: [Already] = []
    /// Left as they were.
    public var refused: [Refused] = []

    /// A lead that was decided.
    public struct Changed: Hashable, Sendable {
        public let id: LeadID
        public var change: LeadChange
        /// After the change.
        public var version: Int
        /// Where it became a prospect.
        public var prospect: ProspectRow?
    }

    /// Nothing was to be done. Who did it, and when, is in `entry`.
    public struct Already: Hashable, Sendable {
        public let id: LeadID
        public var state: LeadState
        /// The newest entry that touched the lead; nil where only a crawl did.
        public var entry: JournalEntry?
    }

    /// A lead that was left as it was, and why.
    public struct Refused: Hashable, Sendable {
        public let id: LeadID
        public var refusal: Refusal
        /// As in ``Already``.
        public var entry: JournalEntry?
    }
}
