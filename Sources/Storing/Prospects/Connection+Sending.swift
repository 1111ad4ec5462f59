public import Model

extension Connection {
    /// Prospects whose hold has ended and that are new, or that have changed (or their lead) since they were last sent, in
    /// the order in which their holds ended. A group is not among them: its members are.
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
              AND prospect.members = 0
              AND (prospect.sent_at IS NOT NULL AND max(lead.updated_at, prospect.changed_at) >= prospect.updated_at
                OR prospect.sent_at IS NULL AND coalesce(prospect.closed_as, 'prospect') = 'prospect')
              AND (prospect.sends_at, prospect.lead, prospect.member) > ($2, $3, $4)
            ORDER BY prospect.sends_at, prospect.lead, prospect.member LIMIT $5
            """, now, after?.sendsAt ?? Instant(milliseconds: .min), after?.lead ?? LeadID(0), after?.member ?? 0,
            limit,
            make: ProspectRow.init)
    }

    /// Takes events of a prospect that were written into no export and sent to no consumer out of the outbox, because a
    /// newer one replaces them.
    ///
    /// - Returns: whether an event of it may have reached somebody. A try whose end nobody noted counts: the program may
    ///   have been killed while the consumer stored it.
    public func removeUnsentEvents(of prospect: UUIDv7) throws(StoreError) -> Bool {
        let tries: Int = try value("SELECT count(*) FROM delivery WHERE prospect = $1", prospect) ?? 0
        try run(
            "DELETE FROM delivery WHERE prospect = $1 AND state = 'waiting' AND attempts = 0 AND type <> $2", prospect,
            Self.tombstone)
        try run(
            """
            DELETE FROM outbox WHERE prospect = $1 AND type <> $2
              AND sequence > (SELECT coalesce(max(through_sequence), 0) FROM export)
              AND sequence NOT IN (SELECT sequence FROM delivery WHERE prospect = $1)
            """, prospect, Self.tombstone)
        let left: Int = try value("SELECT count(*) FROM outbox WHERE prospect = $1", prospect) ?? 0
        return tries + left > 0
    }
}
