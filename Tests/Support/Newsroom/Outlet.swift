public import Model

/// A newspaper of ours: its name, what it offers a crawler, and how its pages look.
public struct Outlet: Hashable, Sendable {
    public var id: SourceID
    public var name: String
    /// Of most of its articles.
    public var language: Language
    /// How a crawler learns of its articles.
    public var listing: Listing
    /// The path of the listing.
    public var listingPath: String
    public var layout: Layout
    /// Whether pages must be fetched for the whole text.
    public var fetch: FetchRule
    /// Text of robots.txt, where `{host}` stands for the server's own address; nil where there is no such file.
    public var robots: String?
    /// Answers after the newsroom's delay.
    public var isSlow = false
    /// Parts of the paper that its robots.txt closes; `[""]` for all of it.
    public var closedSections: [String] = []

    public enum Listing: String, Hashable, Sendable, CaseIterable {
        case rss, atom, rdf, jsonFeed, newsSitemap, sectionPage
        /// RSS 2.0 with stray ampersands and bytes of another charset, cut off in its last item.
        case brokenRSS
    }

    /// Each is the shape of a family of Malaysian news sites.
    public enum Layout: Hashable, Sendable {
        /// State editions, an AMP twin, JSON-LD, the caption printed twice, "Baca juga" between paragraphs.
        case stateEdition
        /// Meta tags only, line breaks instead of paragraphs.
        case metaTags
        /// Nothing but a visible Malay date line; no metadata at all.
        case visibleDate
        /// Tables and font tags of 2003, a date in figures.
        case tables
        /// JSON-LD and readers' comments below the text.
        case comments
        /// A blog system's theme: share buttons, related posts, tags.
        case blog
        /// JSON-LD as a graph, a ticker of headlines above and below.
        case ticker
    }

    public var kind: SourceKind {
        switch listing {
        case .rss, .atom, .rdf, .jsonFeed, .brokenRSS: .feed
        case .newsSitemap: .sitemap
        case .sectionPage: .page
        }
    }

    /// False for what robots.txt closes.
    func allows(section: String) -> Bool { !closedSections.contains(section) && closedSections != [""] }
}
