import Hashing
public import Model

extension Connection {
    /// Keeps a new standing of a lead and everything that follows from it: a merged lead's articles go where it lives on,
    /// and come back with it. Counts a version.
    public func save(_ standing: LeadStanding, of lead: LeadID, at now: Instant) throws(StoreError) {
        guard let row = try leadRow(lead, at: now) else { throw .constraint("there is no lead \(lead)") }
        let parent = standing.state.mergedInto
        let touched = parent == row.standing.state.mergedInto ? [] : try move(lead, into: parent)
        try refresh(lead, standing: standing, identification: row.identification, at: now)
        for other in touched.sorted() {
            guard let row = try leadRow(other, at: now) else { continue }
            try refresh(other, standing: row.standing, identification: row.identification, at: now)
        }
    }

    /// Sets who holds a lead; nil lets it go. A claim counts no version: it changes nothing that a decision rests on.
    public func save(_ claim: Claim?, of lead: LeadID) throws(StoreError) {
        try run(
            "UPDATE lead SET claimed_by = $2, claimed_until = $3 WHERE id = $1", lead, claim?.by,
            claim?.until ?? Instant(milliseconds: 0))
    }

    /// Adds a note, its identifiers masked; `entry` is the journal's entry of the command.
    public func addNote(
        _ text: String, to lead: LeadID, by actor: Actor, at now: Instant, entry: EntryID
    ) throws(StoreError) {
        try run(
            "INSERT INTO lead_note (lead, entry, at, actor, text) VALUES ($1, $2, $3, $4, $5)", lead, entry, now, actor,
            masked(text))
    }

    /// Hides the notes that a command wrote, or shows them again.
    public func setNotesUndone(_ isUndone: Bool, ofEntry entry: EntryID) throws(StoreError) {
        try run("UPDATE lead_note SET is_undone = $2 WHERE entry = $1", entry, isUndone)
    }

    /// Stands for a note in the journal: a keyed hash of it as it is kept.
    public func seal(ofNote text: String) throws(StoreError) -> String { try seal(of: masked(text)) }

    /// A keyed hash of a text, in hexadecimal: stands in the journal, which holds no personal data, for what people wrote.
    func seal(of text: String) throws(StoreError) -> String {
        guard let secret else { throw .missing(path: DatabaseFiles(path: path).key) }
        return secret(Array(text.utf8)).hexadecimal
    }

    /// Makes a lead of one article.
    func makeLead(of article: ArticleID, _ found: FoundArticle, at now: Instant) throws(StoreError) -> LeadID {
        let id: LeadID? = try value(
            """
            INSERT INTO lead (state, standing_json, version, first_seen_at, updated_at, headline, language, urgency,
              urgency_rank, score, threshold, kind, is_protected, has_minor, needs, sources, articles)
            VALUES ('flagged', $1, 0, $2, $2, '', 'und', 'routine', 2, 0, 0, 'hardship', 0, 0, '', '', 0)
            RETURNING id
            """, LeadStanding(state: .flagged), now)
        guard let id else { throw .constraint("a lead was not written") }
        try attach(article, found, to: id, joined: .first)
        try refresh(id, standing: LeadStanding(state: .flagged), identification: found.identification, at: now)
        return id
    }

    /// Puts an article into a lead, or renews what it says there; ``refresh`` must follow.
    func attach(
        _ article: ArticleID, _ found: FoundArticle, to lead: LeadID, joined: JoinReason, facts: [JoinFact] = []
    ) throws(StoreError) {
        try run(
            """
            INSERT INTO lead_article (article, lead, joined, score, urgency_rank, score_json, facts_json)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (article) DO UPDATE SET score = excluded.score, urgency_rank = excluded.urgency_rank,
              score_json = excluded.score_json
            """, article, lead, joined, found.score.value, found.score.urgency.rank, found.score,
            JoinFacts(facts))
        try addKeys(found.keys, to: lead)
    }

    /// Works out every column of a lead again from its articles and its standing. Counts a version.
    ///
    /// - Parameter identification: what its own articles say.
    func refresh(
        _ lead: LeadID, standing: LeadStanding, identification: Identification, at now: Instant
    ) throws(StoreError) {
        let articles = try leadFacts(of: lead)
        let whole = try self.identification(of: lead, own: identification, standing)
        guard let columns = LeadColumns(articles, standing, whole) else {
            throw .damaged(path: path, why: "lead \(lead) has no article")
        }
        try write(columns, standing, of: lead, at: now)
        try run(
            """
            INSERT INTO lead_detail (lead, score_json, identification_json) VALUES ($1, $2, $3)
            ON CONFLICT (lead) DO UPDATE SET score_json = excluded.score_json,
              identification_json = excluded.identification_json
            """, lead, columns.score, identification)
        try replace("lead_need", "need", of: lead, with: columns.needs)
        try replace("lead_source", "source", of: lead, with: columns.sources)
        try replace("lead_label", "label", of: lead, with: standing.labels)
    }

    private func write(
        _ columns: LeadColumns, _ standing: LeadStanding, of lead: LeadID, at now: Instant
    ) throws(StoreError) {
        let place = columns.place
        try run(
            """
            UPDATE lead SET state = $2, standing_json = $3, wake_at = $4, updated_at = $5, headline = $6, language = $7,
              urgency = $8, urgency_rank = $9, score = $10, threshold = $11, kind = $12, is_protected = $13,
              has_minor = $14, state_code = $15, district_code = $16, place = $17, needs = $18, sources = $19,
              articles = $20, assignee = $21, awaits_after = $22, version = version + 1 WHERE id = $1
            """, lead, standing.state.code, standing, standing.wakeAt, now, columns.headline, columns.language,
            columns.urgency, columns.urgency.rank, columns.score.value, columns.score.threshold, columns.score.kind,
            columns.score.isProtected, columns.hasMinor, place?.stateCode, place?.districtCode,
            place?.districtName ?? place?.locality ?? place?.stateName,
            columns.needs.map(\.rawValue).joined(separator: ","),
            columns.sources.map(\.value).joined(separator: ","), columns.articles,
            standing.assignee, standing.awaitsAfter)
    }

    private func replace(
        _ table: String, _ column: String, of lead: LeadID, with values: [some SQLConvertible]
    ) throws(StoreError) {
        try run("DELETE FROM \(table) WHERE lead = $1", lead)
        for value in values {
            try run("INSERT INTO \(table) (\(column), lead) VALUES ($1, $2) ON CONFLICT DO NOTHING", value, lead)
        }
    }

    /// What the articles of a lead say, best first; of a merged one those that it brought.
    private func leadFacts(of lead: LeadID) throws(StoreError) -> [LeadFacts] {
        try rows(
            """
            SELECT article.title, article.language, article.source, lead_article.score_json FROM lead_article
            JOIN article ON article.id = lead_article.article
            WHERE lead_article.lead = $1 OR lead_article.home = $1
            ORDER BY lead_article.score DESC, lead_article.article
            """, lead
        ) { row throws(StoreError) in
            LeadFacts(
                title: try row["title"], language: try row["language"], source: try row["source"],
                score: try row["score_json"])
        }
    }
}
