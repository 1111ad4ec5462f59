public import Model

/// An event as it was first written: a retry sends the same bytes.
public struct OutboxEvent: Hashable, Sendable {
    /// Its place; grows with each event and has no gap that a later event could fill, as there is one writer.
    public let sequence: Int64
    /// `evt_` and 32 hexadecimal digits.
    public let event: String
    public let prospect: UUIDv7
    /// Of the record in it: 1, 2, 3, ...
    public let revision: Int
    /// Such as `my.pantau.prospect.created.v1`.
    public let type: String
    public let at: Instant
    /// The exact bytes of the CloudEvents envelope.
    public let body: [UInt8]
}

extension Connection {
    /// Puts an event at the end of the outbox.
    ///
    /// - Parameter body: makes the exact bytes, given the sequence number that they hold.
    public func appendEvent(
        _ event: String, prospect: UUIDv7, revision: Int, type: String, at now: Instant, body: (Int64) -> [UInt8]
    ) throws(StoreError) -> OutboxEvent {
        // AUTOINCREMENT's own counter, so that a number is never used twice, even where the newest event was erased.
        let last: Int64 = try value("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'") ?? 0
        let made = OutboxEvent(
            sequence: last + 1, event: event, prospect: prospect, revision: revision, type: type, at: now,
            body: body(last + 1))
        try run(
            """
            INSERT INTO outbox (sequence, event, prospect, revision, type, at, body)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """, made.sequence, event, prospect, revision, type, now, made.body)
        return made
    }

    /// Up to `limit` events after a place, oldest first.
    public func events(after sequence: Int64, limit: Int) throws(StoreError) -> [OutboxEvent] {
        try rows(
            "SELECT * FROM outbox WHERE sequence > $1 ORDER BY sequence LIMIT $2", sequence, limit,
            make: OutboxEvent.init)
    }

    /// Up to `limit` events after a place, oldest first, of those that are the newest of their prospect.
    public func newestEvents(after sequence: Int64, limit: Int) throws(StoreError) -> [OutboxEvent] {
        try rows(
            """
            SELECT * FROM outbox WHERE sequence > $1 AND sequence =
              (SELECT max(newer.sequence) FROM outbox newer WHERE newer.prospect = outbox.prospect)
            ORDER BY sequence LIMIT $2
            """, sequence, limit, make: OutboxEvent.init)
    }

    /// The events of one prospect, oldest first.
    public func events(of prospect: UUIDv7) throws(StoreError) -> [OutboxEvent] {
        try rows("SELECT * FROM outbox WHERE prospect = $1 ORDER BY sequence", prospect, make: OutboxEvent.init)
    }

    /// Up to where a consumer has confirmed what it received; nil before the first time.
    public func cursor(of consumer: String) throws(StoreError) -> ConsumerCursor? {
        try first("SELECT * FROM consumer WHERE name = $1", consumer) { row throws(StoreError) in
            ConsumerCursor(consumer: try row["name"], sequence: try row["cursor"], movedAt: try row["moved_at"])
        }
    }

    /// Moves a consumer's cursor. Never back: a late confirmation of an old export changes nothing.
    public func moveCursor(of consumer: String, to sequence: Int64, at now: Instant) throws(StoreError) {
        try run(
            """
            INSERT INTO consumer (name, cursor, moved_at) VALUES ($1, $2, $3)
            ON CONFLICT (name) DO UPDATE SET cursor = excluded.cursor, moved_at = excluded.moved_at
            WHERE excluded.cursor > consumer.cursor
            """, consumer, sequence, now)
    }
}

/// How far a consumer is.
public struct ConsumerCursor: Hashable, Sendable {
    public var consumer: String
    /// The last event that it has confirmed.
    public var sequence: Int64
    public var movedAt: Instant
}

extension OutboxEvent {
    init(_ row: Row) throws(StoreError) {
        self.init(
            sequence: try row["sequence"], event: try row["event"], prospect: try row["prospect"],
            revision: try row["revision"], type: try row["type"], at: try row["at"], body: try row["body"])
    }
}
