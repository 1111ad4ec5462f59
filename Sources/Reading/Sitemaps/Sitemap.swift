public import Model

/// A sitemap as it was published: pages, or further sitemaps. Addresses are resolved; texts are plain and clean.
public struct Sitemap: Hashable, Sendable {
    /// What a sitemap may be written as.
    public enum Kind: String, Hashable, Sendable {
        /// A list of pages (`urlset`), with or without the news extension.
        case pages
        /// A list of sitemaps (`sitemapindex`).
        case index
        /// One address a line.
        case text
        /// A feed that serves as a sitemap.
        case rss, atom
    }

    /// How the document was written.
    public var kind: Kind
    /// In the order of the document; each can be fetched.
    public var pages: [Page] = []
    /// The sitemaps that an index lists.
    public var sitemaps: [Reference] = []
    /// What was wrong with the document. Empty for a sound one.
    public var damage: Set<FeedDamage> = []

    /// One page of the site.
    public struct Page: Hashable, Sendable {
        /// An address of http or https, as written where absolute.
        public var url: String
        /// When the page was last changed, as the site claims.
        public var lastModified: PublishedDate?
        /// `always`, `hourly`, `daily`, `weekly`, `monthly`, `yearly` or `never`.
        public var changeFrequency: String?
        /// 0...1
        public var priority: Double?
        /// What the news extension says; nil where the page has none.
        public var news: News?
    }

    /// What Google's news extension says of a page, or the feed that serves as a sitemap.
    public struct News: Hashable, Sendable {
        /// One line of at most 500 characters.
        public var title: String?
        /// When the story was published.
        public var published: PublishedDate?
        /// The name of the outlet.
        public var publication: String?
        /// As written (`ms`, `en`).
        public var language: String?
    }

    /// One sitemap that an index lists.
    public struct Reference: Hashable, Sendable {
        /// An address of http or https.
        public var url: String
        /// When that sitemap was last changed, as the site claims.
        public var lastModified: PublishedDate?
    }
}
