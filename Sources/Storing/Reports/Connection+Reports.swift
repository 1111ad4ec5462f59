public import Model

/// A number of a report under its code, such as `rejected` with `old-news`.
public struct ReportCount: Hashable, Sendable {
    public var code: String
    /// More exactly; nil where the code says all.
    public var detail: String?
    /// Who; nil where it is nobody's.
    public var actor: Actor?
    public var count: Int

    public init(_ code: String, _ detail: String? = nil, by actor: Actor? = nil, count: Int) {
        (self.code, self.detail, self.actor, self.count) = (code, detail, actor, count)
    }
}

extension Connection {
    /// Articles that came since then, and the leads that were made, by urgency (code `leads`).
    public func arrivals(since start: Instant) throws(StoreError) -> [ReportCount] {
        let articles: Int = try value("SELECT count(*) FROM article WHERE retrieved_at >= $1", start) ?? 0
        let leads = try rows(
            """
            SELECT urgency, count(*) AS n FROM lead WHERE \(anyState) AND first_seen_at >= $1
            GROUP BY urgency_rank ORDER BY urgency_rank
            """, start
        ) { row throws(StoreError) in ReportCount("leads", try row["urgency"], count: try row["n"]) }
        return [ReportCount("articles", count: articles)] + leads
    }

    /// How many leads people decided on since then, by verb, reason and person; what was taken back does not count.
    public func decisions(since start: Instant) throws(StoreError) -> [ReportCount] {
        try rows(
            """
            SELECT j.verb, j.reason, j.actor, count(*) AS n FROM journal j JOIN journal_target t ON t.entry = j.entry
            WHERE j.at >= $1 AND j.via <> 'crawl' AND t.lead IS NOT NULL AND \(stands)
              AND j.verb IN ('lead.accept', 'lead.reject', 'lead.snooze', 'lead.merge')
            GROUP BY j.verb, j.reason, j.actor ORDER BY j.verb, n DESC, j.reason, j.actor
            """, start
        ) { row throws(StoreError) in
            ReportCount(try row["verb"], try row["reason"], by: try row["actor"], count: try row["n"])
        }
    }

    /// What became of the leads first seen since then, by state; rejected ones with their reason. Prospects count as
    /// `held` before they leave, as `sent` after, and as `being_helped` or `helped` where the receiver says so.
    public func outcomes(since start: Instant) throws(StoreError) -> [ReportCount] {
        try rows(
            """
            SELECT CASE WHEN p.status IN ('being_helped', 'helped') THEN p.status WHEN p.sent_at IS NOT NULL THEN 'sent'
                WHEN p.lead IS NOT NULL THEN 'held' WHEN l.awaits_after IS NOT NULL THEN 'awaiting'
                ELSE l.state END AS code,
              CASE l.state WHEN 'rejected' THEN json_extract(l.standing_json, '$.reason') END AS detail, count(*) AS n
            FROM lead l LEFT JOIN prospect p ON p.lead = l.id AND p.is_withdrawn = 0 AND l.state = 'prospect'
            WHERE l.state IN ('flagged', 'snoozed', 'rejected', 'merged', 'prospect') AND l.first_seen_at >= $1
            GROUP BY code, detail ORDER BY code, n DESC, detail
            """, start
        ) { row throws(StoreError) in ReportCount(try row["code"], try row["detail"], count: try row["n"]) }
    }

    /// By index, each state a range of its own.
    private var anyState: String { "state IN ('flagged', 'snoozed', 'rejected', 'merged', 'prospect')" }
}

/// That the decision `j` was not taken back: the newest entry of its chain of undo and redo tells.
let stands = """
    NOT EXISTS (SELECT 1 FROM journal u WHERE u.root = j.entry AND u.verb = 'undo'
      AND u.entry = (SELECT max(x.entry) FROM journal x WHERE x.root = j.entry))
    """
