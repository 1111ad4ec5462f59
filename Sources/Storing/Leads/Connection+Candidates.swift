import Model

/// Newest leads that one key brings: of a key shared by more (a name, a large town's accidents) only these are compared.
private let leadsPerKey = 15
/// Leads compared with one article, over all its keys.
private let candidateLimit = 40
/// Newest articles of a lead that are compared.
private let articlesPerLead = 20

extension Connection {
    /// Leads that share blocking keys: those that share most first, among them the newest.
    ///
    /// Keys may hold names, so the table has only their HMAC under the key file beside the database.
    func candidates(forKeys keys: [String]) throws(StoreError) -> [LeadCandidate] {
        var shared: [LeadID: Int] = [:]
        for key in keys {
            let found: [LeadID] = try rows(
                "SELECT lead FROM lead_key WHERE hash = $1 ORDER BY lead DESC LIMIT $2", try hash(ofKey: key),
                leadsPerKey
            ) { row throws(StoreError) in try row["lead"] }
            for lead in found { shared[lead, default: 0] += 1 }
        }
        var result: [LeadCandidate] = []
        let likeliest = shared.sorted { ($0.value, $0.key) > ($1.value, $1.key) }
        for (id, _) in likeliest.prefix(candidateLimit) {
            let articles: [String] = try rows(
                """
                SELECT canonical_url FROM article JOIN lead_article ON article = id WHERE lead = $1
                ORDER BY article DESC LIMIT $2
                """, id, articlesPerLead
            ) { row throws(StoreError) in try row["canonical_url"] }
            result.append(LeadCandidate(id: id, articles: articles))
        }
        return result
    }

    /// All that a candidate says; nil where the lead is gone.
    func candidateDetail(of id: LeadID) throws(StoreError) -> CandidateDetail? {
        try first(
            "SELECT score_json, identification_json FROM lead_detail WHERE lead = $1", id
        ) { row throws(StoreError) in
            CandidateDetail(
                score: try row["score_json"], identification: try row["identification_json"],
                articles: try rows(
                    """
                    SELECT article.*, article_text.text FROM article
                    JOIN article_text ON article_text.article = article.id WHERE article.id IN
                      (SELECT article FROM lead_article WHERE lead = $1 ORDER BY article DESC LIMIT $2)
                    """, id, articlesPerLead, make: Article.init))
        }
    }

    func addKeys(_ keys: [String], to lead: LeadID) throws(StoreError) {
        for key in keys {
            try run(
                "INSERT INTO lead_key (hash, lead) VALUES ($1, $2) ON CONFLICT DO NOTHING", try hash(ofKey: key), lead)
        }
    }

    /// 16 of the 32 bytes: with a million keys two different ones meet with a chance of 10^-27.
    private func hash(ofKey key: String) throws(StoreError) -> [UInt8] {
        guard let secret else { throw .missing(path: DatabaseFiles(path: path).key) }
        return Array(secret(Array(key.utf8)).prefix(16))
    }
}
