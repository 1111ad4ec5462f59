public import Model

/// A stored article as rules see it, with what people made of its lead.
public struct KeptText: Hashable, Sendable {
    public let id: ArticleID
    /// The source that told it first.
    public var source: SourceID
    /// Identifiers are masked in it, as they are in the store.
    public var title: String
    public var text: String
    /// The lead that it belongs to; nil where it was not flagged.
    public var lead: LeadID?
    /// Where that lead stands; nil where there is none.
    public var state: LeadState?
    public var isProtected: Bool
}

extension Connection {
    /// Stored articles in the order of their numbers, for a walk over all of them in steps.
    ///
    /// - Parameters:
    ///   - last: the number behind which to go on; nil for the first step.
    ///   - start: only those that were retrieved then or later.
    ///   - limit: how many at most; an empty answer ends the walk.
    public func keptTexts(
        after last: ArticleID?, since start: Instant? = nil, limit: Int
    ) throws(StoreError) -> [KeptText] {
        try rows(
            """
            SELECT article.id, article.source, article.title, article_text.text, lead.id AS lead, lead.standing_json,
              coalesce(lead.is_protected, 0) AS is_protected
            FROM article JOIN article_text ON article_text.article = article.id
            LEFT JOIN lead_article ON lead_article.article = article.id
            LEFT JOIN lead ON lead.id = lead_article.lead
            WHERE article.id > $1 AND article.retrieved_at >= $2 ORDER BY article.id LIMIT $3
            """, last?.value ?? 0, start?.milliseconds ?? Int64.min, limit
        ) { row throws(StoreError) in
            let standing: LeadStanding? = try row["standing_json"]
            return KeptText(
                id: try row["id"], source: try row["source"], title: try row["title"], text: try row["text"],
                lead: try row["lead"], state: standing?.state, isProtected: try row["is_protected"])
        }
    }
}
