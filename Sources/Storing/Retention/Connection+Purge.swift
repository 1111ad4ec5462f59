public import Model
import Text

/// How many of each kind are over, or went.
public typealias PurgeCounts = [RetentionClass: Int]

/// Leads that go in one transaction.
private let pageSize = 200

extension Connection {
    /// What a purge would take, by kind. Leads merged into those that would go are not among it: they go with the next.
    public func overdue(_ rules: RetentionRules, at now: Instant) throws(StoreError) -> PurgeCounts {
        var counts: PurgeCounts = [:]
        for kind in RetentionClass.allCases {
            let sql = "SELECT count(*) FROM (\(kind.query))"
            counts[kind] = try value(sql, rules.cutoff(kind, at: now), now, as: Int.self) ?? 0
        }
        return counts
    }

    /// Takes one page of what is over, with one entry of the journal. Of a lead only keyed hashes of its addresses
    /// stay, so that it does not come back; of a prospect its numbers as well.
    ///
    /// - Returns: what went; nothing where all is done.
    func purgePage(_ rules: RetentionRules, by author: Author, at now: Instant) throws(StoreError) -> PurgeCounts {
        for kind in RetentionClass.allCases {
            let ids: [Int64] = try rows(
                kind.query + " LIMIT \(pageSize)", rules.cutoff(kind, at: now), now
            ) { row throws(StoreError) in try row["id"] }
            guard !ids.isEmpty else { continue }
            owesErasure = true
            if kind == .text {
                for id in ids { try run("UPDATE article_text SET text = '' WHERE article = $1", id) }
            } else {
                try purge(ids.map(LeadID.init), by: author, at: now)
            }
            return [kind: ids.count]
        }
        return [:]
    }

    private func purge(_ leads: [LeadID], by author: Author, at now: Instant) throws(StoreError) {
        guard let secret else { throw .missing(path: DatabaseFiles(path: path).key) }
        var targets: [JournalTarget] = []
        for lead in leads {
            let row = try prospect(of: lead)
            let state = try standing(of: lead)?.state.code
            let articles = try articles(of: lead)
            for article in articles {
                for form in try erasedForms(of: article) { try addErasedKey(secret(erased: form), erasure: nil) }
            }
            try removeRows(of: lead, row, articles, at: now)
            try forgetValues(of: lead, row?.ref)
            for member in try members(of: lead) { try forgetValues(of: lead, member.ref) }
            targets.append(
                JournalTarget(
                    lead: lead, other: row?.ref.description, before: .compact([("state", .text(state))]),
                    after: ["did": "purged"]))
        }
        try append(
            JournalDraft(
                at: now, by: author, verb: JournalDraft.purgeVerb, reason: ErasureReason.retentionEnd.rawValue,
                targets: targets))
    }

    /// Prospects that were purged here, and whose receivers may keep them no longer.
    public func purgedProspects(lastChangedBefore cutoff: Instant) throws(StoreError) -> [ProspectRow] {
        try rows(
            """
            SELECT prospect.* FROM prospect JOIN lead ON lead.id = prospect.lead
            WHERE lead.erased_at IS NOT NULL AND prospect.is_withdrawn = 0 AND prospect.sent_at IS NOT NULL
              AND prospect.updated_at < $1 ORDER BY prospect.updated_at
            """, cutoff, make: ProspectRow.init)
    }
}

extension Store {
    /// Takes everything that is over, page by page, so that a crawl beside it is not kept waiting.
    public func purge(_ rules: RetentionRules, by author: Author, at now: Instant) async throws -> PurgeCounts {
        var total: PurgeCounts = [:]
        while true {
            let gone = try await write { db in try db.purgePage(rules, by: author, at: now) }
            guard !gone.isEmpty else { return total }
            total.merge(gone) { $0 + $1 }
        }
    }

    /// Finishes what an erasure could not finish: the list outside the database, freed pages, the log.
    public func settleErasures() throws(StoreError) {
        try connection.takeWriteLock()
        defer { connection.writeLock?.letGo() }
        connection.owesErasure = true
        try connection.settleErasures()
    }

    /// How many erasures the list outside the database lacks, or holds otherwise than it was written.
    ///
    /// - Throws: `StoreError.damaged` where a line of the list was changed.
    public func erasuresMissingOutside() throws(StoreError) -> Int {
        guard let secret = connection.secret else { return 0 }
        let list = ErasureList(path: DatabaseFiles(path: path).erasures, secret: secret)
        let listed = Set(try list.records().map(\.identity))
        return try connection.erasures().count { !listed.contains($0.identity) }
    }

    /// Writes the whole database anew, without the pages that are free.
    public func vacuum() throws(StoreError) {
        try connection.takeWriteLock()
        defer { connection.writeLock?.letGo() }
        try connection.vacuum()
    }
}
