public import Model

/// Where one consumer's push stands.
public struct Endpoint: Hashable, Sendable {
    public let consumer: String
    /// Events of the outbox up to here are in its queue.
    public var queuedThrough: Int64
    /// It asked for quiet until then.
    public var quietUntil: Instant
    /// The status with which it told us to stop (401, 403, 410); nil while it runs.
    public var stopStatus: Int?
    public var stoppedAt: Instant?
    /// Tells the settings with which it was stopped from others.
    public var stopMark: [UInt8]?
    /// How far its feed of status changes was read, and what that answer was marked with.
    public var feedCursor: String?
    public var feedETag: String?
    public var feedAt: Instant?
}

/// The right to push to one consumer for a while. `attempt` is a fencing number: who took over has a greater one.
public struct EndpointLease: Hashable, Sendable {
    public let consumer: String
    public let attempt: Int
}

/// Who may push to a consumer now.
public enum EndpointClaim: Hashable, Sendable {
    case taken(EndpointLease)
    /// `PROCESS@MACHINE`, until when.
    case held(by: String, until: Instant)
}

extension Connection {
    /// Takes the right to push to a consumer, for whom the row is made where there is none.
    ///
    /// - Parameters:
    ///   - owner: `PROCESS@MACHINE`.
    ///   - isGone: whether an owner is known to be dead; then its lease does not count.
    public func claimEndpoint(
        _ consumer: String, by owner: String, at now: Instant, for span: TimeSpan, isGone: (String) -> Bool
    ) throws(StoreError) -> EndpointClaim {
        try makeEndpoint(consumer)
        let holder: (String, Instant)? = try first(
            "SELECT lease_owner, lease_until FROM endpoint WHERE consumer = $1 AND lease_owner IS NOT NULL", consumer
        ) { row throws(StoreError) in (try row["lease_owner"], try row["lease_until"]) }
        // A lease far in the future was written while the machine's clock was wrong.
        if let (name, until) = holder, until > now, until <= now + .hours(1), !isGone(name) {
            return .held(by: name, until: until)
        }
        let attempt: Int? = try value(
            """
            UPDATE endpoint SET lease_owner = $2, lease_until = $3, attempt = attempt + 1 WHERE consumer = $1
            RETURNING attempt
            """, consumer, owner, now + span)
        return .taken(EndpointLease(consumer: consumer, attempt: attempt ?? 0))
    }

    /// Holds the right for longer.
    ///
    /// - Returns: false where somebody else has taken it: nothing may be written in its name any more.
    public func renew(_ lease: EndpointLease, until: Instant) throws(StoreError) -> Bool {
        try run(
            "UPDATE endpoint SET lease_until = $3 WHERE consumer = $1 AND attempt = $2", lease.consumer, lease.attempt,
            until) == 1
    }

    /// Lets it go.
    public func release(_ lease: EndpointLease) throws(StoreError) {
        try run(
            "UPDATE endpoint SET lease_owner = NULL, lease_until = 0 WHERE consumer = $1 AND attempt = $2",
            lease.consumer, lease.attempt)
    }

    /// Where a consumer's push stands; nil before the first.
    public func endpoint(_ consumer: String) throws(StoreError) -> Endpoint? {
        try first("SELECT * FROM endpoint WHERE consumer = $1", consumer) { row throws(StoreError) in
            Endpoint(
                consumer: try row["consumer"], queuedThrough: try row["queued_through"],
                quietUntil: try row["quiet_until"], stopStatus: try row["stop_status"],
                stoppedAt: try row["stopped_at"], stopMark: try row["stop_mark"], feedCursor: try row["feed_cursor"],
                feedETag: try row["feed_etag"], feedAt: try row["feed_at"])
        }
    }

    /// Notes up to where the outbox is in a consumer's queue.
    public func setQueued(through sequence: Int64, for consumer: String) throws(StoreError) {
        try run("UPDATE endpoint SET queued_through = $2 WHERE consumer = $1", consumer, sequence)
    }

    /// Leaves a consumer in peace until then.
    public func setQuiet(_ consumer: String, until: Instant) throws(StoreError) {
        try run("UPDATE endpoint SET quiet_until = $2 WHERE consumer = $1", consumer, until)
    }

    /// Pushes nothing more to a consumer until a person says so or its settings change.
    public func stop(_ consumer: String, status: Int, mark: [UInt8], at now: Instant) throws(StoreError) {
        try run(
            "UPDATE endpoint SET stop_status = $2, stop_mark = $3, stopped_at = $4 WHERE consumer = $1", consumer,
            status, mark, now)
    }

    /// Takes a stop back.
    public func resume(_ consumer: String) throws(StoreError) {
        try makeEndpoint(consumer)
        try run(
            """
            UPDATE endpoint SET stop_status = NULL, stop_mark = NULL, stopped_at = NULL, quiet_until = 0
            WHERE consumer = $1
            """, consumer)
    }

    /// Notes how far a consumer's feed of status changes was read.
    public func setFeed(_ consumer: String, cursor: String?, etag: String?, at now: Instant) throws(StoreError) {
        try makeEndpoint(consumer)
        try run(
            "UPDATE endpoint SET feed_cursor = $2, feed_etag = $3, feed_at = $4 WHERE consumer = $1", consumer, cursor,
            etag, now)
    }

    private func makeEndpoint(_ consumer: String) throws(StoreError) {
        try run("INSERT INTO endpoint (consumer) VALUES ($1) ON CONFLICT (consumer) DO NOTHING", consumer)
    }
}
