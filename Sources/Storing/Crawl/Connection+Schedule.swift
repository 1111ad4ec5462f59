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

    /// The sources of a host that were ever scheduled, by id.
    public func sourceRows(on host: HostName) throws(StoreError) -> [SourceRow] {
        try rows("SELECT * FROM source_state WHERE host = $1 ORDER BY source", host, make: SourceRow.init)
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

    /// Keeps a host's row in place of the one before. Lease and rest stay as they are.
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

    /// When any source was last polled, whatever came of it; nil where none ever was.
    public func lastPoll() throws(StoreError) -> Instant? {
        try value("SELECT max(at) FROM fetch_history", as: Instant?.self) ?? nil
    }

    /// The last polls of a source, newest first.
    public func history(of source: SourceID) throws(StoreError) -> [FetchRecord] {
        try rows(
            "SELECT * FROM fetch_history WHERE source = $1 ORDER BY at DESC", source, make: FetchRecord.init)
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
            restUntil: try row["rest_until"], rest: try row["rest_json"])
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
