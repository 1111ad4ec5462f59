public import Model
public import Text

/// A change that somebody reported, as it was kept.
public struct ChangeRow: Hashable, Sendable {
    public let id: AnyUUID
    public var prospect: UUIDv7
    public var state: ReferralState
    /// When it came about there.
    public var at: Instant
    /// The opaque id of whoever reported it.
    public var sender: String
    public var receivedAt: Instant
    public var verdict: Verdict
    /// A code, such as `transition`; nil where it was applied.
    public var why: String?
    /// As the contract writes it, with identifiers in its notes masked.
    public var change: JSONValue

    public enum Verdict: String, Hashable, Sendable, SQLConvertible {
        case applied
        /// Kept for a person to judge.
        case stored
        /// A person has judged that it need not be applied.
        case dismissed
    }

    public init(
        _ change: StatusChange, prospect: UUIDv7, receivedAt: Instant, verdict: Verdict, why: String? = nil
    ) {
        (id, self.prospect, state, at) = (change.id, prospect, change.state, change.at)
        (sender, self.receivedAt, self.verdict, self.why) = (change.by, receivedAt, verdict, why)
        self.change = change.masked.json
    }
}

extension Connection {
    /// The change of that id; nil where it never came. A repetition is known by it.
    public func change(_ id: AnyUUID) throws(StoreError) -> ChangeRow? {
        try first("SELECT * FROM referral_change WHERE id = $1", id, make: ChangeRow.init)
    }

    /// What was reported of a prospect, oldest first.
    public func changes(of prospect: UUIDv7) throws(StoreError) -> [ChangeRow] {
        try rows(
            "SELECT * FROM referral_change WHERE prospect = $1 ORDER BY received_at, id", prospect,
            make: ChangeRow.init)
    }

    /// What waits for a person to judge, oldest first.
    public func storedChanges(limit: Int = 1000) throws(StoreError) -> [ChangeRow] {
        try rows(
            "SELECT * FROM referral_change WHERE verdict = 'stored' ORDER BY received_at, id LIMIT $1", limit,
            make: ChangeRow.init)
    }

    /// Keeps a change, or its new verdict.
    public func save(_ row: ChangeRow) throws(StoreError) {
        try run(
            """
            INSERT INTO referral_change (id, prospect, state, at, sender, received_at, verdict, why, change_json)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (id) DO UPDATE SET verdict = $7, why = $8
            """, row.id, row.prospect, row.state, row.at, row.sender, row.receivedAt, row.verdict, row.why, row.change)
    }
}

extension ChangeRow {
    init(_ row: Row) throws(StoreError) {
        (id, prospect, state) = (try row["id"], try row["prospect"], try row["state"])
        (at, sender, receivedAt) = (try row["at"], try row["sender"], try row["received_at"])
        (verdict, why, change) = (try row["verdict"], try row["why"], try row["change_json"])
    }
}
