public import Model

extension Connection {
    /// Prospects whose hold has ended and that are new or whose lead has changed since they were last sent, in the order
    /// in which their holds ended.
    ///
    /// - Parameters:
    ///   - after: the last row of the page before; nil for the first page.
    ///   - limit: the most rows of a page.
    public func prospectsToSend(
        at now: Instant, after: ProspectRow? = nil, limit: Int
    ) throws(StoreError) -> [ProspectRow] {
        // A change in the same millisecond as the sending counts as a later one: looking twice is harmless.
        try rows(
            """
            SELECT prospect.* FROM prospect JOIN lead ON lead.id = prospect.lead
            WHERE prospect.is_withdrawn = 0 AND prospect.sends_at <= $1
              AND (prospect.sent_at IS NULL OR lead.updated_at >= prospect.updated_at)
              AND (prospect.sends_at, prospect.lead) > ($2, $3)
            ORDER BY prospect.sends_at, prospect.lead LIMIT $4
            """, now, after?.sendsAt ?? Instant(milliseconds: .min), after?.lead ?? LeadID(0), limit,
            make: ProspectRow.init)
    }

    /// Takes events of a prospect that were written into no export and sent to no consumer out of the outbox, because a
    /// newer one replaces them.
    public func removeUnsentEvents(of prospect: UUIDv7) throws(StoreError) {
        try run(
            "DELETE FROM delivery WHERE prospect = $1 AND state = 'waiting' AND attempts = 0 AND type <> $2", prospect,
            Self.tombstone)
        try run(
            """
            DELETE FROM outbox WHERE prospect = $1 AND type <> $2
              AND sequence > (SELECT coalesce(max(through_sequence), 0) FROM export)
              AND sequence NOT IN (SELECT sequence FROM delivery WHERE prospect = $1)
            """, prospect, Self.tombstone)
    }
}
