public import Model

/// One event on its way to one consumer.
public struct Delivery: Hashable, Sendable {
    /// Where a delivery stands. Only `waiting` is ever sent.
    public enum State: String, Hashable, Sendable, CaseIterable {
        case waiting
        /// The consumer has named our id in its acknowledgement.
        case delivered
        /// The consumer refused it for good, or every try of the table failed: a person has to look.
        case dead
        /// A person gave it up, with a reason in the journal.
        case dropped
        /// A newer revision of the prospect goes instead.
        case replaced
    }

    public let consumer: String
    /// The event's place in the outbox.
    public let sequence: Int64
    /// The id under which the consumer knows a repetition.
    public let event: String
    public let prospect: UUIDv7
    public let revision: Int
    /// Such as `my.pantau.prospect.updated.v1`.
    public let type: String
    public var state: State
    /// Tries whose end is known.
    public var attempts: Int
    public var queuedAt: Instant
    /// Not sent before.
    public var nextAt: Instant
    /// The consumer should have acknowledged it by then.
    public var dueAt: Instant
    public var lastAt: Instant?
    /// nil where no answer came.
    public var lastStatus: Int?
    /// In English, without control characters; may quote the consumer.
    public var lastProblem: String?
    /// The JSON Pointer that the consumer found fault with.
    public var pointer: String?
    public var endedAt: Instant?
    /// The consumer's own number of the case.
    public var caseID: String?
    /// `SYSTEM ID` of the case that the consumer says this is.
    public var duplicateOf: String?
}

/// A delivery to be made, with the exact bytes to send.
public struct Parcel: Hashable, Sendable {
    public var delivery: Delivery
    public var body: [UInt8]
}

/// What came of one try.
public struct DeliveryResult: Hashable, Sendable {
    public var delivery: Delivery
    /// `waiting`, `delivered` or `dead`.
    public var state: Delivery.State
    /// Where it waits: when it is tried again.
    public var nextAt: Instant
    public var status: Int?
    public var problem: String?
    public var pointer: String?
    public var caseID: String?
    /// What the consumer says that it repeats.
    public var duplicateOf: ForeignCase?

    public init(
        _ delivery: Delivery, _ state: Delivery.State, nextAt: Instant, status: Int?, problem: String? = nil,
        pointer: String? = nil, caseID: String? = nil, duplicateOf: ForeignCase? = nil
    ) {
        (self.delivery, self.state, self.nextAt, self.status) = (delivery, state, nextAt, status)
        (self.problem, self.pointer, self.caseID, self.duplicateOf) = (problem, pointer, caseID, duplicateOf)
    }
}

extension Delivery.State: SQLConvertible {}

extension Delivery {
    init(_ row: Row) throws(StoreError) {
        self.init(
            consumer: try row["consumer"], sequence: try row["sequence"], event: try row["event"],
            prospect: try row["prospect"], revision: try row["revision"], type: try row["type"],
            state: try row["state"], attempts: try row["attempts"], queuedAt: try row["queued_at"],
            nextAt: try row["next_at"], dueAt: try row["due_at"], lastAt: try row["last_at"],
            lastStatus: try row["last_status"], lastProblem: try row["last_problem"], pointer: try row["pointer"],
            endedAt: try row["ended_at"], caseID: try row["case_id"], duplicateOf: try row["duplicate_of"])
    }
}
