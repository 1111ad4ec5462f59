public import Model

extension Connection {
    /// Leads whose decision another person should look at again, the newest first: a fixed part of all, decided by somebody
    /// else and not looked at since.
    ///
    /// - Parameter permille: of the numbers of leads, 0...1000.
    public func secondLookLeads(
        for actor: Actor, permille: Int, since start: Instant, limit: Int
    ) throws(StoreError) -> [LeadID] {
        // 761 has no factor in common with 1000, so that of each 1000 numbers in a row every remainder comes once.
        try rows(
            """
            SELECT l.id FROM lead l WHERE l.state IN ('rejected', 'prospect') AND l.updated_at >= $1
              AND l.erased_at IS NULL AND l.id * 761 % 1000 < $2
              AND EXISTS (SELECT 1 FROM journal j JOIN journal_target t ON t.entry = j.entry
                WHERE t.lead = l.id AND j.verb IN ('lead.accept', 'lead.reject'))
              AND NOT EXISTS (SELECT 1 FROM journal j JOIN journal_target t ON t.entry = j.entry
                WHERE t.lead = l.id AND (j.verb = 'lead.second-look'
                  OR j.verb IN ('lead.accept', 'lead.reject') AND j.actor = $3))
            ORDER BY l.updated_at DESC, l.id LIMIT $4
            """, start, permille, actor, limit
        ) { row throws(StoreError) in try row["id"] }
    }

    /// Of decisions that another person looked at again since then, blind: how many they would take the same way.
    public func secondLooks(since start: Instant) throws(StoreError) -> Agreement {
        try first(
            """
            SELECT count(*) AS pairs, coalesce(sum(reason = 'same'), 0) AS agreed FROM journal
            WHERE verb = 'lead.second-look' AND at >= $1
            """, start
        ) { row throws(StoreError) in Agreement(pairs: try row["pairs"], agreed: try row["agreed"]) }
            ?? Agreement(pairs: 0, agreed: 0)
    }
}
