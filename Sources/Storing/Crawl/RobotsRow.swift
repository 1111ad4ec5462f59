public import Model

/// A host's robots.txt as it was fetched. The rules are read from `body` by Reading.
public struct RobotsRow: Hashable, Sendable {
    public let host: HostName
    /// What the answer means.
    public var verdict: Verdict
    /// The status of the answer; nil where there was none.
    public var status: Int?
    /// The file's text; empty unless `verdict` is `rules`.
    public var body: String
    public var fetchedAt: Instant
    /// Ask again from here on: at most 24 h after a good answer, 1 h after a bad one.
    public var expiresAt: Instant

    /// What an answer to the request for robots.txt means.
    public enum Verdict: String, SQLConvertible, Sendable {
        case rules
        /// 4xx: there are no rules.
        case allowAll = "allow-all"
        /// 429, 5xx or no answer: RFC 9309 says that everything is forbidden.
        case forbidAll = "forbid-all"
    }

    public init(
        host: HostName, verdict: Verdict, status: Int?, body: String, fetchedAt: Instant, expiresAt: Instant
    ) {
        (self.host, self.verdict, self.status, self.body) = (host, verdict, status, body)
        (self.fetchedAt, self.expiresAt) = (fetchedAt, expiresAt)
    }
}

extension Connection {
    /// What is known of a host's robots.txt, expired or not.
    public func robots(of host: HostName) throws(StoreError) -> RobotsRow? {
        try first("SELECT * FROM robots WHERE host = $1", host) { row throws(StoreError) in
            RobotsRow(
                host: try row["host"], verdict: try row["verdict"], status: try row["status"], body: try row["body"],
                fetchedAt: try row["fetched_at"], expiresAt: try row["expires_at"])
        }
    }

    /// Keeps what a host answered in place of the answer before.
    public func save(_ row: RobotsRow) throws(StoreError) {
        try run(
            """
            INSERT INTO robots (host, verdict, status, body, fetched_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (host) DO UPDATE SET verdict = excluded.verdict, status = excluded.status,
              body = excluded.body, fetched_at = excluded.fetched_at, expires_at = excluded.expires_at
            """, row.host, row.verdict, row.status, row.body, row.fetchedAt, row.expiresAt)
    }
}
