public import Model

/// What one source brought, and what it cost.
public struct SourceYield: Hashable, Sendable {
    public var source: SourceID
    /// First seen since the beginning of the report.
    public var leads: Int
    public var accepted: Int
    public var rejected: Int
    /// Of the polls that are still remembered.
    public var polls: Int
    public var bytes: Int
    public var newArticles: Int
    /// The last poll that brought something new; nil where none that is remembered did.
    public var lastNewAt: Instant?

    /// Of those decided, 0...1; nil where none was.
    public var acceptedShare: Double? {
        accepted + rejected > 0 ? Double(accepted) / Double(accepted + rejected) : nil
    }
}

extension Connection {
    /// Every source that has brought a lead since then or is polled, the most leads first.
    public func sourceYields(since start: Instant) throws(StoreError) -> [SourceYield] {
        try rows(
            """
            WITH leads AS (
              SELECT s.source, count(*) AS leads, sum(l.state = 'prospect') AS accepted, sum(l.state = 'rejected') AS rejected
              FROM lead_source s JOIN lead l ON l.id = s.lead WHERE l.first_seen_at >= $1 GROUP BY s.source),
            polls AS (
              SELECT source, count(*) AS polls, sum(bytes) AS bytes, sum(new) AS new, max(CASE WHEN new > 0 THEN at END) AS last
              FROM fetch_history WHERE at >= $1 GROUP BY source)
            SELECT source, ifnull(leads, 0) AS leads, ifnull(accepted, 0) AS accepted, ifnull(rejected, 0) AS rejected,
              ifnull(polls, 0) AS polls, ifnull(bytes, 0) AS bytes, ifnull(new, 0) AS new, last
            FROM (SELECT source FROM leads UNION SELECT source FROM polls)
            LEFT JOIN leads USING (source) LEFT JOIN polls USING (source) ORDER BY leads DESC, source
            """, start
        ) { row throws(StoreError) in
            SourceYield(
                source: try row["source"], leads: try row["leads"], accepted: try row["accepted"],
                rejected: try row["rejected"], polls: try row["polls"], bytes: try row["bytes"],
                newArticles: try row["new"], lastNewAt: try row["last"])
        }
    }
}
