public import Model

extension Connection {
    /// Brings back the snoozed leads whose time has come, with one entry of the journal for all.
    @discardableResult
    public func wakeLeads(at now: Instant, by author: Author) throws(StoreError) -> [LeadID] {
        let due: [LeadID] = try rows(
            "SELECT id FROM lead WHERE wake_at IS NOT NULL AND wake_at <= $1 ORDER BY id", now
        ) { row throws(StoreError) in try row["id"] }
        var targets: [JournalTarget] = []
        for lead in due {
            guard let standing = try standing(of: lead) else { continue }
            let awake = standing.flagged(because: .time)
            try save(awake, of: lead, at: now)
            targets.append(JournalTarget(lead: lead, before: standing.json, after: awake.json))
        }
        if !targets.isEmpty { try append(JournalDraft(at: now, by: author, verb: "lead.wake", targets: targets)) }
        return due
    }

    /// When the first snoozed lead comes back by itself; nil where none waits for a time.
    public func nextWake() throws(StoreError) -> Instant? {
        try value("SELECT min(wake_at) FROM lead WHERE wake_at IS NOT NULL", as: Instant?.self) ?? nil
    }
}
