public import Model

/// Everything that one poll of a source brought, to be kept in one transaction.
public struct SourceResult: Sendable {
    /// The source's state after the poll.
    public var source: SourceRow
    /// The host's state after the poll.
    public var host: HostRow
    /// For the source's history.
    public var record: FetchRecord
    /// Where the host was leased: nothing is kept once another has taken it.
    public var lease: HostLease?
    /// In the order of the document.
    public var articles: [FoundArticle]
    /// For the journal.
    public var author: Author
    /// When the result is kept.
    public var at: Instant

    public init(
        source: SourceRow, host: HostRow, record: FetchRecord, lease: HostLease? = nil, articles: [FoundArticle],
        by author: Author, at now: Instant
    ) {
        (self.source, self.host, self.record, self.lease) = (source, host, record, lease)
        (self.articles, self.author, self.at) = (articles, author, now)
    }
}

/// One article of a poll with what scoring and identifying made of it. Identifiers are masked by now.
public struct FoundArticle: Sendable {
    public var article: Article
    public var score: Score
    public var identification: Identification
    /// SimHash of the text; nil for a text too short to have one.
    public var fingerprint: UInt64?
    /// Blocking keys of Identifying: leads that share one are compared. They may hold names; only keyed hashes are kept.
    public var keys: [String]

    public init(
        article: Article, score: Score, identification: Identification, fingerprint: UInt64?, keys: [String]
    ) {
        (self.article, self.score, self.identification) = (article, score, identification)
        (self.fingerprint, self.keys) = (fingerprint, keys)
    }
}

/// A lead that may tell of the same person or event. Light, for most candidates are compared by what the crawl remembers
/// of their articles; the rest is loaded on demand.
public struct LeadCandidate: Hashable, Sendable {
    public let id: LeadID
    /// The canonical addresses of its newest articles, at most 20.
    public var articles: [String]
}

/// All that a candidate says.
public struct CandidateDetail: Sendable {
    public var score: Score
    public var identification: Identification
    /// The newest, at most 20.
    public var articles: [Article]
}

/// Where an article belongs, and what else it may belong to.
public struct Placement: Sendable {
    /// The lead whose case it surely tells; nil where it makes a lead of its own if it is flagged, and none otherwise.
    public var joins: Join?
    /// Leads that may be of the same case, for a reviewer to tell; likeliest first.
    public var offers: [LeadLink]

    public struct Join: Sendable {
        public var link: LeadLink
        /// Of the lead with this article.
        public var identification: Identification

        public init(link: LeadLink, identification: Identification) {
            (self.link, self.identification) = (link, identification)
        }
    }

    public init(joins: Join? = nil, offers: [LeadLink] = []) { (self.joins, self.offers) = (joins, offers) }

    /// It makes a lead where it is flagged, and none otherwise.
    public static let alone = Placement()

    /// It tells of the same case; `identification` is the two joined.
    public static func joins(
        _ lead: LeadID, _ reason: JoinReason, facts: [JoinFact] = [], identification: Identification
    ) -> Placement {
        Placement(
            joins: Join(link: LeadLink(lead: lead, reason: reason, facts: facts), identification: identification))
    }
}

/// What ``Connection/commit(_:placing:)`` changed.
public struct CommitSummary: Hashable, Sendable {
    /// Articles that the store did not have.
    public var new = 0
    /// Articles that it had, and that have not changed.
    public var known = 0
    /// Known articles whose title or text has changed.
    public var revised = 0
    /// Leads that were made.
    public var made: [LeadID] = []
    /// Leads that an article joined; once for each article.
    public var joined: [LeadID] = []
    /// Of the new articles those that nearly repeat the words of one in their lead.
    public var copies = 0
    /// Snoozed leads that a new article or a higher score brought back.
    public var woken: [LeadID] = []

    public init() {}
}
