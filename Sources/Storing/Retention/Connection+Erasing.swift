import Hashing
public import Model
import Text

/// What erasing a case did.
public struct ErasedCase: Hashable, Sendable {
    /// The leads of the case, the one that was named first.
    public var leads: [LeadID]
    /// Prospects of the case that had left: their receivers are told by a tombstone.
    public var told: [ProspectRow] = []
    /// Leads that may be of the same person and were offered as such. They stay: a person must look.
    public var related: [LeadID] = []
    /// The manifests of exports in which it was written: their files lie where somebody put them.
    public var exports: [String] = []
    /// Articles that went.
    public var articles = 0
    /// The entry of the journal.
    public var entry: EntryID
}

/// What a case is made of.
public struct CaseOutline: Hashable, Sendable {
    /// The one that was named first.
    public var leads: [LeadID]
    public var prospects: [ProspectRow] = []
    public var articles = 0
}

extension Connection {
    /// Erases all that tells of a person: the leads of the case with their articles, texts, quotes, notes, keys, facts
    /// and offers, events on their way, and what the journal holds of them before and after.
    ///
    /// What stays: the numbers, the reference, who decided what and when, and keyed hashes by which the articles are
    /// known again. It cannot be undone. Call it inside ``Store/write(_:)``, which then also empties the freed pages and
    /// the log, and brings the list of erasures outside the database up to date.
    ///
    /// - Parameter tombstone: makes the event for a prospect that had left; called inside the transaction, after the
    ///   prospect's other events are gone.
    /// - Returns: nil where there is no such lead, or none any more.
    public func erase(
        _ lead: LeadID, because reason: ErasureReason, by author: Author, at now: Instant,
        tombstone: (Connection, ProspectRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ErasedCase? {
        let leads = try caseLeads(of: lead)
        guard !leads.isEmpty else { return nil }
        var result = ErasedCase(leads: leads, entry: EntryID(0))
        var related: Set<LeadID> = []
        var targets: [JournalTarget] = []
        for lead in leads {
            related.formUnion(try offers(for: lead).map(\.lead))
            let state = try standing(of: lead)?.state.code
            let row = try prospect(of: lead)
            let (found, articles) = try record(of: lead, row, because: reason, at: now)
            if let row { result.exports += try exports(with: row.id) }
            try removeRows(of: lead, row, articles, at: now)
            if let row { try withdraw(row, at: now) }
            for member in try members(of: lead) {
                result.exports += try exports(with: member.id)
                try withdraw(member, at: now)
                try forgetValues(of: lead, member.ref)
                guard member.sentAt != nil else { continue }
                try tombstone(self, member)
                result.told.append(member)
            }
            try forgetValues(of: lead, row?.ref)
            let record = try add(found)
            let copies = try copies(of: record.wordings)
            try removeArticles(copies.loose, erasure: record.number)
            related.formUnion(copies.leads)
            result.articles += articles.count + copies.loose.count
            if let row, row.sentAt != nil, row.members == 0 {
                try tombstone(self, row)
                result.told.append(row)
            }
            targets.append(
                JournalTarget(
                    lead: lead, other: row?.ref.description, before: .compact([("state", .text(state))]),
                    after: ["did": "erased"]))
        }
        result.related = related.subtracting(leads).sorted()
        let draft = JournalDraft(
            at: now, by: author, verb: JournalDraft.eraseVerb, reason: reason.rawValue, targets: targets)
        result.entry = try append(draft).id
        owesErasure = true
        return result
    }

    /// What would go with a case, to be shown before it is asked for; nil where there is no such lead, or none any more.
    public func caseOutline(of lead: LeadID) throws(StoreError) -> CaseOutline? {
        let leads = try caseLeads(of: lead)
        guard !leads.isEmpty else { return nil }
        var outline = CaseOutline(leads: leads)
        for lead in leads {
            outline.articles += try articles(of: lead).count
            if let row = try prospect(of: lead) { outline.prospects.append(row) }
            outline.prospects += try members(of: lead)
        }
        return outline
    }

    /// By what the articles of a lead are known again, before they go.
    private func record(
        of lead: LeadID, _ row: ProspectRow?, because reason: ErasureReason, at now: Instant
    ) throws(StoreError) -> (ErasureRecord, [ArticleID]) {
        guard let secret else { throw .missing(path: DatabaseFiles(path: path).key) }
        var record = ErasureRecord(number: 0, lead: lead, prospect: row?.id, ref: row?.ref, reason: reason, at: now)
        let articles = try articles(of: lead)
        for article in articles {
            record.keys += try erasedForms(of: article).map { secret(erased: $0) }
            if let bits = try value("SELECT fingerprint FROM article WHERE id = $1", article, as: UInt64?.self) ?? nil {
                record.wordings.append(secret.mask(bits))
            }
        }
        return (record, articles)
    }

    /// Stored articles that nearly repeat the words of those that go: loose ones go too, leads are for a person to see.
    private func copies(
        of wordings: [UInt64]
    ) throws(StoreError) -> (loose: [ArticleID], leads: Set<LeadID>) {
        guard let secret, !wordings.isEmpty else { return ([], []) }
        let stored = try rows(
            """
            SELECT id, fingerprint, lead FROM article LEFT JOIN lead_article ON article = id
            WHERE fingerprint IS NOT NULL
            """
        ) { row throws(StoreError) in
            (id: try row["id"] as ArticleID, bits: try row["fingerprint"] as UInt64, lead: try row["lead"] as LeadID?)
        }
        let near = stored.filter { article in
            let bits = secret.mask(article.bits)
            return wordings.contains { ($0 ^ bits).nonzeroBitCount <= Connection.sameWording }
        }
        return (near.filter { $0.lead == nil }.map(\.id), Set(near.compactMap(\.lead)))
    }

    /// Articles of no lead, by which they would be known again as well.
    private func removeArticles(_ articles: [ArticleID], erasure: Int64) throws(StoreError) {
        guard let secret else { return }
        for article in articles {
            for form in try erasedForms(of: article) { try addErasedKey(secret(erased: form), erasure: erasure) }
            try run("DELETE FROM article WHERE id = $1", article)
        }
    }

    /// The lead itself, then all that were merged into it, or into the one that it was merged into: they tell of one case.
    ///
    /// - Returns: none where there is no such lead, or it was erased.
    func caseLeads(of lead: LeadID) throws(StoreError) -> [LeadID] {
        guard try head(of: lead, at: Instant(milliseconds: 0)) != nil else { return [] }
        var found = [lead]
        var seen: Set<LeadID> = [lead]
        var next = 0
        while next < found.count {
            let lead = found[next]
            next += 1
            var linked: [LeadID] = try rows(
                "SELECT id FROM lead WHERE state = 'merged' AND json_extract(standing_json, '$.into') = $1", lead
            ) { row throws(StoreError) in try row["id"] }
            if case .merged(into: let root) = try standing(of: lead)?.state { linked.append(root) }
            for lead in linked where seen.insert(lead).inserted {
                if try head(of: lead, at: Instant(milliseconds: 0)) != nil { found.append(lead) }
            }
        }
        return found
    }

    func articles(of lead: LeadID) throws(StoreError) -> [ArticleID] {
        try rows("SELECT article FROM lead_article WHERE lead = $1 ORDER BY article", lead) { row throws(StoreError) in
            try row["article"]
        }
    }

    /// Everything by which the article would be found again, with its other addresses and its page as it came.
    func erasedForms(of id: ArticleID) throws(StoreError) -> [String] {
        guard let article = try article(id) else { return [] }
        let others: [String] = try rows("SELECT canonical_url FROM article_alias WHERE article = $1", id) {
            row throws(StoreError) in try row["canonical_url"]
        }
        let stored: [UInt8]? = try value("SELECT content_hash FROM article WHERE id = $1", id)
        return ErasedForm.forms(of: article) + others.map(ErasedForm.address)
            + [stored.map(ErasedForm.words), "body\n" + article.provenance.rawSHA256].compactMap { $0 }
    }

    /// The manifests of the exports in which events of a prospect stand.
    private func exports(with prospect: UUIDv7) throws(StoreError) -> [String] {
        try rows(
            """
            SELECT DISTINCT manifest FROM export JOIN outbox
              ON sequence > after_sequence AND sequence <= through_sequence WHERE prospect = $1 ORDER BY manifest
            """, prospect
        ) { row throws(StoreError) in try row["manifest"] }
    }

    /// An erased prospect is none any more, here and for its receivers.
    public func withdraw(_ prospect: ProspectRow, at now: Instant) throws(StoreError) {
        try run(
            """
            UPDATE prospect SET is_withdrawn = 1, status = 'withdrawn', status_at = $2, sent_hash = NULL,
              updated_at = $2 WHERE id = $1
            """, prospect.id, now)
    }

    /// Takes the rows of a lead out of every table. The rows of its prospects stay with their numbers alone, and with them
    /// an empty row of the lead.
    func removeRows(
        of lead: LeadID, _ prospect: ProspectRow?, _ articles: [ArticleID], at now: Instant
    ) throws(StoreError) {
        for statement in ErasedTable.statements { try run(statement, lead) }
        for article in articles { try run("DELETE FROM article WHERE id = $1", article) }
        guard let prospect else {
            try run("DELETE FROM lead WHERE id = $1", lead)
            return
        }
        for row in [prospect] + (try members(of: lead)) {
            for statement in ErasedTable.prospectStatements { try run(statement, row.id) }
            try run(
                "UPDATE prospect SET person_json = NULL, edits_json = NULL, consent_json = NULL, original_json = NULL WHERE id = $1",
                row.id)
            try run("DELETE FROM refused_change WHERE instr(change_json, $1) > 0", row.ref.description)
        }
        try run(
            """
            UPDATE lead SET erased_at = $2, wake_at = NULL, claimed_by = NULL, assignee = NULL, updated_at = $2, headline = '',
              language = 'und', place = NULL, state_code = NULL, district_code = NULL, needs = '', sources = '',
              articles = 0, score = 0, urgency = 'routine', urgency_rank = 2, is_protected = 0, has_minor = 0,
              standing_json = $3, version = version + 1 WHERE id = $1
            """, lead, now, LeadStanding(state: .prospect(ref: prospect.ref.description)))
    }
}
