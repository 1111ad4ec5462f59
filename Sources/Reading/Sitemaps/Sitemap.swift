public import Model

/// A sitemap as it was published: pages, or further sitemaps. Addresses are resolved; texts are plain and clean.
public struct Sitemap: Hashable, Sendable {
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

    public var kind: Kind
    public var pages: [Page] = []
    /// The sitemaps that an index lists.
    public var sitemaps: [Reference] = []
    public var damage: Set<FeedDamage> = []

    public struct Page: Hashable, Sendable {
        public var url: String
        public var lastModified: PublishedDate?
        /// `always`, `hourly`, `daily`, `weekly`, `monthly`, `yearly` or `never`.
        public var changeFrequency: String?
        /// 0...1
        public var priority: Double?
        public var news: News?
    }

    /// What Google's news extension says of a page, or the feed that serves as a sitemap.
    public struct News: Hashable, Sendable {
        public var title: String?
        public var published: PublishedDate?
        public var publication: String?
        public var language: String?
    }

    public struct Reference: Hashable, Sendable {
        public var url: String
        public var lastModified: PublishedDate?
    }
}
