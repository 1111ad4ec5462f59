public import Model

/// What became of an article that a person brought.
public enum BroughtArticle: Sendable {
    /// It is a lead now; `sure` is an open lead or prospect of the same case, `offers` are others that may be.
    case made(LeadID, sure: LeadLink?)
    /// An article of this lead already.
    case known(LeadID)
}

extension Connection {
    /// Keeps an article that a person brought, as a lead of its own whatever its score: somebody has found that it is
    /// one.
    ///
    /// - Throws: also what `placing` throws.
    public func bring(
        _ found: FoundArticle, by actor: Actor, at now: Instant, placing: Placing
    ) throws -> BroughtArticle {
        let known = try knownArticle(
            ArticleKey(found.article), text: found.article.text, fingerprint: found.fingerprint)
        if let lead = known?.lead { return .known(lead) }
        let article: ArticleID
        switch try keep(found.article, fingerprint: found.fingerprint) {
        case .new(let id): article = id
        case .revised(let known), .known(let known): article = known.id
        }
        let candidates = try candidates(forKeys: found.keys)
        let placement = candidates.isEmpty ? .alone : try placing(found, candidates, candidateDetail)
        let lead = try makeLead(of: article, found, at: now)
        var standing = LeadStanding(state: .flagged)
        standing.foundBy = actor
        try save(standing, of: lead, at: now)
        let sure = placement.joins?.link
        try offer(placement.offers + [sure].compactMap(\.self), for: lead, at: now)
        return .made(lead, sure: sure)
    }
}
