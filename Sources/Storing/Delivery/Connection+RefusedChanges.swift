public import Model
public import Text

/// A status change that came over a feed and could not be accepted as it is.
public struct RefusedChange: Hashable, Sendable {
    public var consumer: String
    public var at: Instant
    /// In English.
    public var problem: String
    /// As it came, with identifiers in its notes masked.
    public var change: JSONValue
}

extension Connection {
    /// Keeps a change that was refused. The same one again is kept once.
    public func keepRefused(
        _ change: JSONValue, from consumer: String, because problem: String, at now: Instant
    ) throws(StoreError) {
        try run(
            """
            INSERT INTO refused_change (consumer, change_json, at, problem) VALUES ($1, $2, $3, $4)
            ON CONFLICT (consumer, change_json) DO UPDATE SET at = $3, problem = $4
            """, consumer, change.withMaskedNotes, now, problem)
    }

    /// The changes of a consumer that were refused, newest first.
    public func refusedChanges(of consumer: String, limit: Int = 1000) throws(StoreError) -> [RefusedChange] {
        try rows(
            "SELECT * FROM refused_change WHERE consumer = $1 ORDER BY at DESC LIMIT $2", consumer, limit
        ) { row throws(StoreError) in
            RefusedChange(
                consumer: try row["consumer"], at: try row["at"], problem: try row["problem"],
                change: try row["change_json"])
        }
    }
}
