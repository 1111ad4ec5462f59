import Model

/// Newest leads compared with one article. A key shared by more is no key (one name, one year, a large town).
private let candidateLimit = 40

extension Connection {
    /// Leads that share one of the blocking keys, newest first.
    ///
    /// Keys may hold names, so the table has only their HMAC under the key file beside the database.
    public func candidates(forKeys keys: [String]) throws(StoreError) -> [LeadCandidate] {
        var ids: Set<LeadID> = []
        for key in keys {
            let found: [LeadID] = try rows(
                "SELECT lead FROM lead_key WHERE hash = $1 ORDER BY lead DESC LIMIT $2", try hash(ofKey: key),
                candidateLimit
            ) { row throws(StoreError) in try row["lead"] }
            ids.formUnion(found)
        }
        var result: [LeadCandidate] = []
        for id in ids.sorted(by: >).prefix(candidateLimit) {
            if let candidate = try candidate(id) { result.append(candidate) }
        }
        return result
    }

    private func candidate(_ id: LeadID) throws(StoreError) -> LeadCandidate? {
        try first(
            "SELECT * FROM lead JOIN lead_detail ON lead = id WHERE id = $1", id
        ) { row throws(StoreError) in
            LeadCandidate(
                id: id, headline: try row["headline"], score: try row["score_json"],
                identification: try row["identification_json"], firstSeenAt: try row["first_seen_at"],
                articles: try candidateArticles(of: id))
        }
    }

    private func candidateArticles(of lead: LeadID) throws(StoreError) -> [LeadCandidate.CandidateArticle] {
        try rows(
            """
            SELECT article.*, article_text.text FROM article JOIN article_text ON article_text.article = article.id
            WHERE article.id IN (SELECT article FROM lead_article WHERE lead = $1 ORDER BY article DESC LIMIT 20)
            ORDER BY article.id
            """, lead
        ) { row throws(StoreError) in
            LeadCandidate.CandidateArticle(article: try Article(row), fingerprint: try row["fingerprint"])
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
