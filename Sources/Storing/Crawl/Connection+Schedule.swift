public import Model

/// How many polls of a source its history keeps: SCHEDULING.md, point 14.
private let historyLength = 30

extension Connection {
    /// What is kept of a source; nil for one that was never scheduled.
    public func sourceRow(_ source: SourceID) throws(StoreError) -> SourceRow? {
        try first("SELECT * FROM source_state WHERE source = $1", source, make: SourceRow.init)
    }

    /// All sources that were ever scheduled, by id.
    public func sourceRows() throws(StoreError) -> [SourceRow] {
        try rows("SELECT * FROM source_state ORDER BY source", make: SourceRow.init)
    }

    /// What is kept of a host; nil for one that was never asked.
    public func hostRow(_ host: HostName) throws(StoreError) -> HostRow? {
        try first("SELECT * FROM host_state WHERE host = $1", host, make: HostRow.init)
    }

    /// All hosts, by name.
    public func hostRows() throws(StoreError) -> [HostRow] {
        try rows("SELECT * FROM host_state ORDER BY host", make: HostRow.init)
    }

    /// Keeps a source's row in place of the one before.
    public func save(_ row: SourceRow) throws(StoreError) {
        try run(
            """
            INSERT INTO source_state (source, host, next_at, failures, etag, last_modified, body_hash, rest_json)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (source) DO UPDATE SET host = excluded.host, next_at = excluded.next_at,
              failures = excluded.failures, etag = excluded.etag, last_modified = excluded.last_modified,
              body_hash = excluded.body_hash, rest_json = excluded.rest_json
            """, row.source, row.host, row.nextAt, row.failures, row.validators.etag, row.validators.lastModified,
            row.bodyHash, row.rest)
    }

    /// Keeps a host's row in place of the one before. A lease on the host stays as it is.
    public func save(_ row: HostRow) throws(StoreError) {
        try run(
            """
            INSERT INTO host_state (host, next_at, blocked_until, rest_json) VALUES ($1, $2, $3, $4)
            ON CONFLICT (host) DO UPDATE SET next_at = excluded.next_at, blocked_until = excluded.blocked_until,
              rest_json = excluded.rest_json
            """, row.host, row.nextAt, row.blockedUntil, row.rest)
    }

    /// Forgets a source that is in no file any more. Its articles stay.
    public func removeSource(_ source: SourceID) throws(StoreError) {
        try run("DELETE FROM source_state WHERE source = $1", source)
        try run("DELETE FROM fetch_history WHERE source = $1", source)
    }

    /// Adds a poll to the history; the same poll twice is kept once.
    public func add(_ record: FetchRecord) throws(StoreError) {
        try run(
            """
            INSERT INTO fetch_history (source, at, outcome, status, bytes, milliseconds, new, known, next_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (source, at) DO NOTHING
            """, record.source, record.at, record.outcome, record.status, record.bytes, record.duration.milliseconds,
            record.new, record.known, record.nextAt)
        try run(
            """
            DELETE FROM fetch_history WHERE source = $1 AND at <=
              (SELECT at FROM fetch_history WHERE source = $1 ORDER BY at DESC LIMIT 1 OFFSET $2)
            """, record.source, historyLength)
    }

    /// The last polls of a source, newest first.
    public func history(of source: SourceID) throws(StoreError) -> [FetchRecord] {
        try rows(
            "SELECT * FROM fetch_history WHERE source = $1 ORDER BY at DESC", source, make: FetchRecord.init)
    }

    /// Takes up to `limit` hosts that are due and free, the longest overdue first.
    ///
    /// The host is leased, not the source, so that no host is ever in two hands: SCHEDULING.md section 4.
    public func leaseHosts(
        _ limit: Int, by owner: String, at now: Instant, for span: TimeSpan
    ) throws(StoreError) -> [HostLease] {
        try rows(
            """
            UPDATE host_state SET lease_owner = $1, lease_until = $2, attempt = attempt + 1 WHERE host IN
              (SELECT host FROM host_state WHERE next_at <= $3 AND blocked_until <= $3 AND lease_until <= $3
               ORDER BY next_at, host LIMIT $4) RETURNING host, attempt
            """, owner, now + span, now, limit
        ) { row throws(StoreError) in HostLease(host: try row["host"], attempt: try row["attempt"]) }
    }

    /// Lets a host go before its lease ends; nothing where somebody else has it by now.
    public func release(_ lease: HostLease) throws(StoreError) {
        try run(
            "UPDATE host_state SET lease_owner = NULL, lease_until = 0 WHERE host = $1 AND attempt = $2", lease.host,
            lease.attempt)
    }

    /// Whether nobody has taken the host since.
    public func holds(_ lease: HostLease) throws(StoreError) -> Bool {
        try value("SELECT attempt FROM host_state WHERE host = $1", lease.host) == lease.attempt
    }
}

extension SourceRow {
    init(_ row: Row) throws(StoreError) {
        self.init(
            source: try row["source"], host: try row["host"], nextAt: try row["next_at"],
            failures: try row["failures"],
            validators: Validators(etag: try row["etag"], lastModified: try row["last_modified"]),
            bodyHash: try row["body_hash"], rest: try row["rest_json"])
    }
}

extension HostRow {
    init(_ row: Row) throws(StoreError) {
        self.init(
            host: try row["host"], nextAt: try row["next_at"], blockedUntil: try row["blocked_until"],
            rest: try row["rest_json"])
    }
}

extension FetchRecord {
    init(_ row: Row) throws(StoreError) {
        self.init(
            source: try row["source"], at: try row["at"], outcome: try row["outcome"], status: try row["status"],
            bytes: try row["bytes"], duration: TimeSpan(milliseconds: try row["milliseconds"]), new: try row["new"],
            known: try row["known"], nextAt: try row["next_at"])
    }
}
