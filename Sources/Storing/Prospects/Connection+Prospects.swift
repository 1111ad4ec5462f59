public import Model

extension Connection {
    /// The prospect of that reference, withdrawn or not.
    public func prospect(_ ref: ProspectRef) throws(StoreError) -> ProspectRow? {
        try first("SELECT * FROM prospect WHERE ref = $1", ref, make: ProspectRow.init)
    }

    /// The prospect that a lead became, withdrawn or not.
    public func prospect(of lead: LeadID) throws(StoreError) -> ProspectRow? {
        try first("SELECT * FROM prospect WHERE lead = $1 AND member = 0", lead, make: ProspectRow.init)
    }

    /// The prospect of that id, withdrawn or not.
    public func prospect(_ id: UUIDv7) throws(StoreError) -> ProspectRow? {
        try first("SELECT * FROM prospect WHERE id = $1", id, make: ProspectRow.init)
    }

    /// The prospects that fit, the oldest acceptance first.
    public func prospects(_ query: ProspectQuery) throws(StoreError) -> [ProspectRow] {
        var filter = SQLFilter()
        if let dueAt = query.dueAt { filter.add("sends_at <= $?", dueAt) }
        if let isSent = query.isSent { filter.add(isSent ? "sent_at IS NOT NULL" : "sent_at IS NULL") }
        if !query.includesWithdrawn { filter.add("is_withdrawn = 0") }
        let limit = query.limit.map { " LIMIT \(filter.placeholder($0))" } ?? ""
        return try rows(
            "SELECT * FROM prospect \(filter.whereClause) ORDER BY accepted_at, ref\(limit)", bind: filter.values,
            make: ProspectRow.init)
    }

    /// Makes the row of a newly accepted lead, or wakes the one that an earlier acceptance made, with its id and
    /// reference.
    ///
    /// - Parameter id: used where there is none yet.
    public func makeProspect(
        of lead: LeadID, id: UUIDv7, by actor: Actor, second: Actor?, at now: Instant, sendsAt: Instant
    ) throws(StoreError) -> ProspectRow {
        if let known = try prospect(of: lead) {
            try run(
                """
                UPDATE prospect SET is_withdrawn = 0, accepted_by = $2, second_reviewer = $3, accepted_at = $4,
                  status_at = $4, sends_at = $5, updated_at = $4 WHERE lead = $1
                """, known.lead, actor, second, now, sendsAt)
        } else {
            try run(
                """
                INSERT INTO prospect (id, ref, lead, status, status_at, revision, accepted_by, second_reviewer,
                  accepted_at, sends_at, updated_at) VALUES ($1, $2, $3, 'prospect', $4, 0, $5, $6, $4, $7, $4)
                """, id, try prospectRef(for: lead, at: now), lead, now, actor, second, sendsAt)
        }
        guard let row = try prospect(of: lead) else { throw .constraint("a prospect was not written") }
        return row
    }

    /// Takes an acceptance back with all members of a group, or (`false`) lets it stand again, to be sent no earlier than `sendsAt`.
    public func setWithdrawn(
        _ isWithdrawn: Bool, prospect ref: ProspectRef, at now: Instant, sendsAt: Instant
    ) throws(StoreError) {
        try run(
            """
            UPDATE prospect SET is_withdrawn = $2, sends_at = $3, updated_at = $4
            WHERE lead = (SELECT lead FROM prospect WHERE ref = $1)
            """, ref, isWithdrawn, sendsAt, now)
    }

    /// Notes that an event of a prospect lies in the outbox. From the first on, its acceptance cannot be undone.
    public func markSent(
        _ ref: ProspectRef, revision: Int, hash: [UInt8], at now: Instant
    ) throws(StoreError) {
        try run(
            """
            UPDATE prospect SET sent_at = coalesce(sent_at, $2), revision = $3, sent_hash = $4, updated_at = $2
            WHERE ref = $1
            """, ref, now, revision, hash)
        // With its first member a group has left: its acceptance cannot be undone either.
        try run(
            """
            UPDATE prospect SET sent_at = coalesce(sent_at, $2)
            WHERE members > 0 AND lead = (SELECT lead FROM prospect WHERE ref = $1)
            """, ref, now)
    }

    /// The reference that a lead has or would get: the lead's own number where it is free this year, else the next
    /// that is.
    public func prospectRef(for lead: LeadID, at now: Instant) throws(StoreError) -> ProspectRef {
        if let known = try prospect(of: lead) { return known.ref }
        return try freeRef(from: lead, at: now)
    }

    /// The first reference of this year that nobody has, from the lead's own number on.
    func freeRef(from lead: LeadID, at now: Instant) throws(StoreError) -> ProspectRef {
        let year = CivilTime(now).year % 100
        for offset in 0..<1_000_000 {
            let number = Int((lead.value + Int64(offset)) % 1_000_000)
            guard let ref = ProspectRef(year: abs(year), number: number) else { break }
            if try prospect(ref) == nil { return ref }
        }
        throw .constraint("all references of this year are taken")
    }
}

extension ProspectRow {
    init(_ row: Row) throws(StoreError) {
        self.init(
            id: try row["id"], ref: try row["ref"], lead: try row["lead"], isWithdrawn: try row["is_withdrawn"],
            status: try row["status"], member: try row["member"], members: try row["members"],
            person: try row["person_json"], closedAs: try row["closed_as"],
            original: try row["original_json"], changedAt: try row["changed_at"],
            consent: try row["consent_json"] ?? Consent(), edits: try row["edits_json"] ?? ProspectEdits(),
            statusAt: try row["status_at"], revision: try row["revision"],
            acceptedBy: try row["accepted_by"], secondReviewer: try row["second_reviewer"],
            acceptedAt: try row["accepted_at"], sendsAt: try row["sends_at"], sentAt: try row["sent_at"],
            sentHash: try row["sent_hash"], updatedAt: try row["updated_at"])
    }
}
