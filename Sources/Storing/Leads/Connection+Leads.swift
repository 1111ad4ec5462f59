public import Model

extension Connection {
    /// A lead with its articles, best first; nil where there is none of that number.
    ///
    /// - Parameter now: a claim that has run out by then is none.
    public func lead(_ id: LeadID, at now: Instant) throws(StoreError) -> Lead? {
        guard let row = try leadRow(id, at: now) else { return nil }
        var score: Score = row.score
        score.needs = row.standing.needs(found: score.needs)
        let texts = try texts(of: row.standing)
        return Lead(
            id: id, state: row.standing.state, claim: row.claim, version: row.version, firstSeenAt: row.firstSeenAt,
            updatedAt: row.updatedAt, headline: row.headline, language: row.language, score: score,
            urgency: row.urgency, urgencyIsSetByReviewer: row.standing.setUrgency != nil,
            identification: try identification(of: id, own: row.identification, row.standing),
            articles: try leadArticles(of: id), returned: row.standing.returned, offers: try offers(for: id),
            handling: LeadHandling(row.standing, texts, merged: try leadsMerged(into: id)))
    }

    /// What people have decided about a lead, without its articles.
    public func standing(of id: LeadID) throws(StoreError) -> LeadStanding? {
        try value("SELECT standing_json FROM lead WHERE id = $1", id)
    }

    /// The lead that an article with this address belongs to.
    public func lead(ofArticleAt canonicalURL: String) throws(StoreError) -> LeadID? {
        try value(
            """
            SELECT lead FROM lead_article WHERE article IN (SELECT id FROM article WHERE canonical_url = $1
              UNION SELECT article FROM article_alias WHERE canonical_url = $1)
            """, canonicalURL)
    }

    /// What a decision rests on, without articles and texts; nil where there is no such lead, or none any more.
    public func head(of id: LeadID, at now: Instant) throws(StoreError) -> LeadHead? {
        try first(
            """
            SELECT standing_json, claimed_by, claimed_until, version, score, is_protected FROM lead
            WHERE id = $1 AND erased_at IS NULL
            """, id
        ) { row throws(StoreError) in
            let standing: LeadStanding = try row["standing_json"]
            return LeadHead(
                id: id, standing: standing, claim: try Claim(row, at: now), version: try row["version"],
                score: try row["score"], isProtected: try row["is_protected"], texts: try texts(of: standing))
        }
    }

    /// The notes of a lead that were not taken back, oldest first.
    public func notes(of lead: LeadID) throws(StoreError) -> [LeadNote] {
        try rows("SELECT * FROM lead_note WHERE lead = $1 AND is_undone = 0 ORDER BY id", lead) {
            row throws(StoreError) in
            LeadNote(
                id: try row["id"], lead: try row["lead"], entry: try row["entry"], at: try row["at"],
                actor: try row["actor"], text: try row["text"])
        }
    }

    private func leadArticles(of id: LeadID) throws(StoreError) -> [LeadArticle] {
        try rows(
            """
            SELECT article.*, article_text.text, lead_article.joined, lead_article.score_json, lead_article.facts_json,
              lead_article.home FROM lead_article
            JOIN article ON article.id = lead_article.article
            JOIN article_text ON article_text.article = lead_article.article
            WHERE lead_article.lead = $1 OR lead_article.home = $1
            ORDER BY lead_article.score DESC, lead_article.article
            """, id
        ) { row throws(StoreError) in
            let facts: JoinFacts = try row["facts_json"]
            return LeadArticle(
                id: try row["id"], article: try Article(row), score: try row["score_json"],
                joined: try joinReason(row, in: id), facts: facts.facts)
        }
    }

    /// An article that a person brought with another lead belongs here because of that person.
    private func joinReason(_ row: Row, in lead: LeadID) throws(StoreError) -> JoinReason {
        let home: LeadID? = try row["home"]
        guard let home, home != lead else { return try row["joined"] }
        return .merged
    }

    func leadRow(_ id: LeadID, at now: Instant) throws(StoreError) -> LeadRow? {
        try first("SELECT * FROM lead JOIN lead_detail ON lead = id WHERE id = $1", id) { row throws(StoreError) in
            LeadRow(
                standing: try row["standing_json"], claim: try Claim(row, at: now), version: try row["version"],
                firstSeenAt: try row["first_seen_at"], updatedAt: try row["updated_at"],
                headline: try row["headline"], language: try row["language"], score: try row["score_json"],
                urgency: try row["urgency"], identification: try row["identification_json"])
        }
    }
}

/// What a decision on a lead rests on.
public struct LeadHead: Hashable, Sendable {
    public let id: LeadID
    /// What people have decided so far.
    public var standing: LeadStanding
    /// nil where nobody holds it or the hold has run out.
    public var claim: Claim?
    /// Counts every change; claims are none.
    public var version: Int
    /// 0...100
    public var score: Int
    public var isProtected: Bool
    /// What people wrote of it so far.
    public var texts: LeadTexts

    public init(
        id: LeadID, standing: LeadStanding, claim: Claim?, version: Int, score: Int, isProtected: Bool,
        texts: LeadTexts = LeadTexts()
    ) {
        (self.id, self.standing, self.claim, self.version) = (id, standing, claim, version)
        (self.score, self.isProtected, self.texts) = (score, isProtected, texts)
    }
}

/// A row of the table `lead`, with what its own articles say.
struct LeadRow {
    var standing: LeadStanding
    var claim: Claim?
    var version: Int
    var firstSeenAt: Instant
    var updatedAt: Instant
    var headline: String
    var language: Language
    var score: Score
    var urgency: Urgency
    var identification: Identification
}

/// What a reviewer wrote about a lead. Personal data: never in the journal.
public struct LeadNote: Hashable, Sendable {
    public let id: Int64
    public var lead: LeadID
    /// The journal's entry of the command that wrote it.
    public var entry: EntryID
    public var at: Instant
    public var actor: Actor
    public var text: String
}

extension LeadStanding {
    /// The leading needs of those that the rules found, or what a reviewer set in their place, then those that a reviewer
    /// added; what a reviewer named is confirmed.
    func needs(found: [NeedFinding]) -> [NeedFinding] {
        let base = setNeeds.isEmpty ? found.leading : setNeeds.map { NeedFinding(need: $0, confidence: .confirmed) }
        let kept = base.map { addedNeeds.contains($0.need) ? NeedFinding(need: $0.need, confidence: .confirmed) : $0 }
        let added = addedNeeds.filter { need in !base.contains { $0.need == need } }
        return kept + added.map { NeedFinding(need: $0, confidence: .confirmed) }
    }
}

extension LeadHandling {
    fileprivate init(_ standing: LeadStanding, _ texts: LeadTexts, merged: [LeadID]) {
        var setFields = texts.setFields
        if standing.setUrgency != nil { setFields.insert(.urgency) }
        if !standing.setNeeds.isEmpty || !standing.addedNeeds.isEmpty { setFields.insert(.needs) }
        self.init(
            assignee: standing.assignee, labels: standing.labels, summary: texts.summary, foundBy: standing.foundBy,
            merged: merged, setFields: setFields)
        (contact, programmes) = (texts.contact, texts.programmes)
    }
}
