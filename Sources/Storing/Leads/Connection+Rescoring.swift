public import Model

/// What another lexicon says of an article of a lead.
public struct Rescore: Hashable, Sendable {
    public var article: ArticleID
    public var before: Score
    public var after: Score

    public init(article: ArticleID, before: Score, after: Score) {
        (self.article, self.before, self.after) = (article, before, after)
    }
}

extension Connection {
    /// Keeps new scores of articles and what follows from them for their leads. The state of a lead, and what a person
    /// set about it, stays.
    ///
    /// - Parameter entry: of the journal; by it the scores are taken back.
    public func rescore(_ changes: [Rescore], entry: EntryID, at now: Instant) throws(StoreError) {
        for change in changes {
            try run(
                "INSERT INTO lead_rescore (entry, article, before_json, after_json) VALUES ($1, $2, $3, $4)", entry,
                change.article, change.before, change.after)
        }
        try setRescored(true, byEntry: entry, at: now)
    }

    /// Lets the scores that an entry brought count, or again those from before. An article that was scored anew since, by
    /// an edit of its page or a later lexicon, keeps its score.
    public func setRescored(_ isRescored: Bool, byEntry entry: EntryID, at now: Instant) throws(StoreError) {
        let changes: [(article: ArticleID, from: Score, to: Score)] = try rows(
            "SELECT article, before_json, after_json FROM lead_rescore WHERE entry = $1", entry
        ) { row throws(StoreError) in
            let (before, after): (Score, Score) = (try row["before_json"], try row["after_json"])
            return (try row["article"], isRescored ? before : after, isRescored ? after : before)
        }
        var leads: Set<LeadID> = []
        for change in changes {
            let present: (lead: LeadID, score: Score)? = try first(
                "SELECT lead, score_json FROM lead_article WHERE article = $1", change.article
            ) { row throws(StoreError) in (try row["lead"], try row["score_json"]) }
            guard let present, present.score == change.from else { continue }
            try run(
                "UPDATE lead_article SET score = $2, urgency_rank = $3, score_json = $4 WHERE article = $1",
                change.article, change.to.value, change.to.urgency.rank, change.to)
            leads.insert(present.lead)
        }
        for lead in leads.sorted() {
            guard let row = try leadRow(lead, at: now) else { continue }
            try refresh(lead, standing: row.standing, identification: row.identification, at: now)
        }
    }
}
