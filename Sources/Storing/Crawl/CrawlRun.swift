public import Model
public import Text

/// One run of `pantau crawl`, for the board, the empty list's message and `crawl status`.
public struct CrawlRun: Hashable, Sendable {
    /// 1, 2, 3, ...
    public let id: Int64
    public var startedAt: Instant
    /// nil while it runs, or where it was killed.
    public var endedAt: Instant?
    /// Articles that were new.
    public var new: Int
    /// Leads that were made.
    public var flagged: Int
    /// Sources that failed, of `total` that were tried.
    public var failed: Int
    /// Sources that were tried.
    public var total: Int
    /// The summary that the run printed (`pantau.crawl.summary/1`).
    public var summary: JSONValue
}

extension Connection {
    /// Notes that a run begins.
    ///
    /// - Returns: its number, for ``endRun(_:at:new:flagged:failed:total:summary:)``.
    public func beginRun(at now: Instant) throws(StoreError) -> Int64 {
        let id: Int64? = try value(
            """
            INSERT INTO crawl_run (started_at, new, flagged, failed, total, summary_json) VALUES ($1, 0, 0, 0, 0, '{}')
            RETURNING id
            """, now)
        guard let id else { throw .constraint("a run was not written") }
        return id
    }

    /// Notes how a run ended. The numbers are those of ``CrawlRun``.
    public func endRun(
        _ id: Int64, at now: Instant, new: Int, flagged: Int, failed: Int, total: Int, summary: JSONValue
    ) throws(StoreError) {
        try run(
            """
            UPDATE crawl_run SET ended_at = $2, new = $3, flagged = $4, failed = $5, total = $6, summary_json = $7
            WHERE id = $1
            """, id, now, new, flagged, failed, total, summary)
    }

    /// The newest run that came to its end; nil where none ever did.
    public func lastRun() throws(StoreError) -> CrawlRun? {
        try first(
            "SELECT * FROM crawl_run WHERE ended_at IS NOT NULL ORDER BY id DESC LIMIT 1"
        ) { row throws(StoreError) in
            CrawlRun(
                id: try row["id"], startedAt: try row["started_at"], endedAt: try row["ended_at"],
                new: try row["new"], flagged: try row["flagged"], failed: try row["failed"], total: try row["total"],
                summary: try row["summary_json"])
        }
    }
}
