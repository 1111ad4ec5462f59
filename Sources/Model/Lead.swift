/// A person, household or event that may need help, with the articles that tell of it.
public struct Lead: Hashable, Sendable {
    public let id: LeadID
    public var state: LeadState
    /// nil where nobody holds it or the hold has run out.
    public var claim: Claim?
    /// Counts every change; a decision names the version it was made on.
    public var version: Int
    public var firstSeenAt: Instant
    public var updatedAt: Instant
    /// The title of the article with the highest score.
    public var headline: String
    public var language: Language
    /// Of the best article; its urgency may have been set by a reviewer.
    public var score: Score
    public var urgency: Urgency
    /// True where a reviewer set the urgency and no rule may change it.
    public var urgencyIsSetByReviewer: Bool
    /// Joined from all articles: `score` and `urgency` are the best, persons are merged.
    public var identification: Identification
    /// Best article first.
    public var articles: [LeadArticle]
    /// Why it came back to the queue by itself; nil where it did not.
    public var returned: ReturnReason?
    /// Leads that may be of the same case, likeliest first; a person tells.
    public var offers: [LeadLink]
    /// What people did with it besides deciding it.
    public var handling: LeadHandling

    public init(
        id: LeadID, state: LeadState, claim: Claim?, version: Int, firstSeenAt: Instant, updatedAt: Instant,
        headline: String, language: Language, score: Score, urgency: Urgency, urgencyIsSetByReviewer: Bool,
        identification: Identification, articles: [LeadArticle], returned: ReturnReason? = nil,
        offers: [LeadLink] = [], handling: LeadHandling = LeadHandling()
    ) {
        (self.id, self.state, self.claim, self.version) = (id, state, claim, version)
        (self.firstSeenAt, self.updatedAt, self.headline) = (firstSeenAt, updatedAt, headline)
        (self.language, self.score, self.urgency) = (language, score, urgency)
        self.urgencyIsSetByReviewer = urgencyIsSetByReviewer
        (self.identification, self.articles) = (identification, articles)
        (self.returned, self.offers, self.handling) = (returned, offers, handling)
    }

    /// So many points more bring a rejected lead back: less than one strong phrase, more than a synonym.
    public static let telling = 15

    public var isProtected: Bool { score.isProtected }
    public var needs: [NeedFinding] { score.needs }
}

public struct LeadArticle: Hashable, Sendable {
    public var id: ArticleID
    public var article: Article
    public var score: Score
    public var joined: JoinReason
    /// What spoke for it, heaviest first; empty for the article that made the lead.
    public var facts: [JoinFact]

    public init(id: ArticleID, article: Article, score: Score, joined: JoinReason, facts: [JoinFact] = []) {
        (self.id, self.article, self.score, self.joined, self.facts) = (id, article, score, joined, facts)
    }
}

/// Why an article belongs to its lead.
public enum JoinReason: String, Hashable, Sendable {
    /// It made the lead.
    case first
    case sameURL = "url"
    /// Nearly the same words (SimHash).
    case nearCopy = "text"
    /// Same name, age and place.
    case samePerson = "person"
    /// Same kind of event, place and day.
    case sameEvent = "event"
    /// A person merged them.
    case merged
}
