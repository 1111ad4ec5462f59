/// Where articles come from: a feed, a sitemap, a section page or the WordPress of an outlet.
public struct Source: Hashable, Sendable {
    public let id: SourceID
    /// The name of the newspaper, station or portal, as a reader knows it.
    public var outlet: String
    public var kind: SourceKind
    /// An absolute http or https URL.
    public var url: String
    /// The language most of its articles are in; nil where the text decides.
    public var language: Language?
    /// The state whose news it mainly carries, as `MY-01`...`MY-16`; nil for a national outlet.
    public var state: String?
    public var status: SourceStatus
    public var isEnabled: Bool
    public var fetch: FetchRule
    /// The interval somebody set by hand; nil where the schedule learns it.
    public var every: TimeSpan?
    /// When somebody wants it polled; never together with `every`.
    public var cron: CronLine?
    /// How much its news counts against that of others, 0.01...100: four times the weight is polled twice as often.
    public var weight: Double
    /// Of a section page: the CSS selector or XPath of its links to articles; nil where they are found by rule.
    public var links: String?
    /// Hosts besides its own site whose articles are its own, in lower case; each stands for what is below it too. Where
    /// a feed has any, its items on other hosts (adverts, partners) are left out.
    public var hosts: [String]
    /// The name under which this source alone is fetched, where an operator set one; nil for our usual name. robots.txt is
    /// asked and obeyed under the usual name all the same.
    public var agent: UserAgent?

    public init(
        id: SourceID, outlet: String, kind: SourceKind, url: String, language: Language? = nil, state: String? = nil,
        status: SourceStatus = .candidate, isEnabled: Bool = true, fetch: FetchRule = .all, every: TimeSpan? = nil,
        cron: CronLine? = nil, weight: Double = 1, links: String? = nil, hosts: [String] = [],
        agent: UserAgent? = nil
    ) {
        (self.id, self.outlet, self.kind, self.url) = (id, outlet, kind, url)
        (self.language, self.state, self.status) = (language, state, status)
        (self.isEnabled, self.fetch, self.every) = (isEnabled, fetch, every)
        (self.cron, self.weight) = (cron, weight)
        (self.links, self.hosts, self.agent) = (links, hosts, agent)
    }
}

public enum SourceKind: String, Hashable, Sendable, CaseIterable {
    /// RSS, Atom, RDF or JSON Feed; which one is read from the document.
    case feed
    /// sitemaps.org, with or without the news extension; of an index the newest parts are read.
    case sitemap
    /// A section page whose links to articles are read.
    case page
    /// The posts that a site made with WordPress lists at `wp-json/wp/v2/posts`, with their whole text; `url` is the site
    /// or the list.
    case wordpress
}

public enum SourceStatus: String, Hashable, Sendable, CaseIterable {
    /// Seen in public files; nobody of ours has probed it yet.
    case candidate
    case verified
}

/// Which items of a source are fetched as pages. Feed summaries are short (median 150 characters against 1,982).
public enum FetchRule: String, Hashable, Sendable, CaseIterable {
    case all
    /// Only items whose title and summary pass a low bar.
    case promising
    /// The item's own text is all that is read.
    case never
}
