public import Model

/// How a rule has done by what people decided on leads that it counted for.
public struct RuleRecord: Hashable, Sendable {
    public var rule: String
    /// Accepted, or rejected for what is no fault of the rules.
    public var right: Int
    public var wrong: Int

    public init(_ rule: String, right: Int, wrong: Int) { (self.rule, self.right, self.wrong) = (rule, right, wrong) }

    /// 0...1; nil where nothing was decided either way.
    public var precision: Double? { right + wrong > 0 ? Double(right) / Double(right + wrong) : nil }
}

/// How often a second person decided as the first.
public struct Agreement: Hashable, Sendable {
    /// Leads that two people decided on.
    public var pairs: Int
    public var agreed: Int

    public init(pairs: Int, agreed: Int) { (self.pairs, self.agreed) = (pairs, agreed) }
}

extension Connection {
    /// Each rule that counted for a lead first seen since then and decided, the most decided first.
    public func ruleRecords(since start: Instant) throws(StoreError) -> [RuleRecord] {
        func reasons(_ signal: RejectReason.Signal) -> String {
            RejectReason.allCases.filter { $0.signal == signal }.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        }
        return try rows(
            """
            WITH decided AS MATERIALIZED (
              SELECT id, CASE WHEN state = 'prospect' THEN 'right'
                  WHEN json_extract(standing_json, '$.reason') IN (\(reasons(.rightFlag))) THEN 'right'
                  WHEN json_extract(standing_json, '$.reason') IN (\(reasons(.wrongFlag))) THEN 'wrong' END AS verdict
              FROM lead WHERE state IN ('prospect', 'rejected') AND first_seen_at >= $1)
            SELECT json_extract(c.value, '$.rule') AS rule, sum(verdict = 'right') AS good, sum(verdict = 'wrong') AS bad
            FROM decided JOIN lead_detail d ON d.lead = decided.id, json_each(d.score_json, '$.contributions') c
            WHERE verdict IS NOT NULL GROUP BY rule ORDER BY count(*) DESC, rule
            """, start
        ) { row throws(StoreError) in
            RuleRecord(try row["rule"], right: try row["good"], wrong: try row["bad"])
        }
    }

    /// How long leads waited that were decided since then, shortest first. Each lead by its first decision that stands.
    public func waitingTimes(since start: Instant) throws(StoreError) -> [TimeSpan] {
        try rows(
            """
            SELECT min(j.at) - l.first_seen_at AS wait FROM journal j JOIN journal_target t ON t.entry = j.entry
            JOIN lead l ON l.id = t.lead
            WHERE j.at >= $1 AND j.verb IN ('lead.accept', 'lead.reject') AND \(stands)
            GROUP BY l.id ORDER BY wait
            """, start
        ) { row throws(StoreError) in TimeSpan(milliseconds: try row["wait"]) }
    }

    /// Of leads accepted by one person since then, the next decision of another: the same, or not.
    public func agreement(since start: Instant) throws(StoreError) -> Agreement {
        let verdicts = try rows(
            """
            SELECT (SELECT n.verb FROM journal n JOIN journal_target m ON m.entry = n.entry
                WHERE m.lead = t.lead AND n.entry > j.entry AND n.actor <> j.actor
                  AND n.verb IN ('lead.accept', 'lead.reject') ORDER BY n.entry LIMIT 1) AS verb
            FROM journal j JOIN journal_target t ON t.entry = j.entry
            WHERE j.at >= $1 AND j.verb = 'lead.accept' AND json_extract(t.after_json, '$.awaits_after') IS NOT NULL
              AND \(stands)
            """, start
        ) { row throws(StoreError) in try row["verb"] as String? }
        let told = verdicts.compactMap(\.self)
        return Agreement(pairs: told.count, agreed: told.count { $0 == "lead.accept" })
    }
}
