public import Model

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
            for lead in try leads(withHash: try hash(ofKey: key)) { shared[lead, default: 0] += 1 }
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

    /// Leads that share keys with this one, those that share most first, newer before older; not the lead itself.
    public func neighbours(of lead: LeadID) throws(StoreError) -> [LeadID] {
        let hashes: [[UInt8]] = try rows(
            "SELECT hash FROM lead_key WHERE lead = $1 OR lead IN (SELECT lead FROM lead_merge WHERE root = $1)", lead
        ) { row throws(StoreError) in try row["hash"] }
        var shared: [LeadID: Int] = [:]
        for hash in Set(hashes) {
            for other in try leads(withHash: hash) where other != lead { shared[other, default: 0] += 1 }
        }
        return shared.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(candidateLimit).map(\.key)
    }

    /// The newest leads that have a key; a merged one counts as the lead that it lives on in.
    private func leads(withHash hash: [UInt8]) throws(StoreError) -> Set<LeadID> {
        Set(
            try rows(
                """
                SELECT ifnull(lead_merge.root, lead_key.lead) AS found FROM lead_key
                LEFT JOIN lead_merge ON lead_merge.lead = lead_key.lead
                WHERE hash = $1 ORDER BY lead_key.lead DESC LIMIT $2
                """, hash, leadsPerKey
            ) { row throws(StoreError) -> LeadID in try row["found"] })
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
