import Model

/// What one article says of its lead.
struct LeadFacts {
    var title: String
    var language: Language
    var source: SourceID
    var score: Score
}

/// What the table of leads shows of a lead, worked out from its articles and what people decided.
struct LeadColumns {
    var headline: String
    var language: Language
    /// Of the best article; protected where any of them is.
    var score: Score
    /// The most urgent of all articles, unless a reviewer set it.
    var urgency: Urgency
    var needs: [Need]
    /// Best article first, each once.
    var sources: [SourceID]
    var articles: Int
    var place: Place?
    var hasMinor: Bool

    /// - Parameter articles: best first.
    /// - Returns: nil where there is none.
    init?(_ articles: [LeadFacts], _ standing: LeadStanding, _ identification: Identification) {
        guard let best = articles.first else { return nil }
        (headline, language, score) = (best.title, best.language, best.score)
        // PRIVACY.md, P8. What a person has corrected decides about a child; what an article tells of a crime stays.
        score.isProtected = articles.contains { $0.score.isProtected } || identification.namesChildInNeed
        urgency = standing.setUrgency ?? articles.map(\.score.urgency).max() ?? best.score.urgency
        needs = standing.needs(found: score.needs).map(\.need)
        var seen: Set<SourceID> = []
        sources = articles.map(\.source).filter { seen.insert($0).inserted }
        self.articles = articles.count
        place = identification.place
        // Whatever the role: the Child Act 2001 (section 15) protects accused and witnesses as well.
        hasMinor = identification.persons.contains(where: \.isMinor)
    }
}
