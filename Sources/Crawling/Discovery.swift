public import Fetching
public import Model
public import Reading
public import Text

/// What a site offers to be read by: feeds, sitemaps, and its page itself as a list of articles.
///
///     let discovery = await Discovery.discover(url, with: guest)
///     for found in discovery.found { … }   // the best first
///
/// A polite look: robots.txt is asked, the host's gap is kept, and a site is asked no more than ``requests`` times.
public struct Discovery: Sendable {
    /// The best first; each document once.
    public var found: [FoundSource] = []
    /// Every address that was asked, with what came of it; nil where it was of use.
    public var asked: [(url: String, trouble: Outcome?)] = []
    /// The site's name as its page tells it; clean, one line.
    public var siteName: String?
    /// The language that the page says it is in, as written (`ms`, `en-MY`); templates often say it wrongly.
    public var siteLanguage: String?
    /// Why the address itself could not be read; then nothing else was asked of the site.
    public var trouble: Outcome?

    /// The most documents that are asked for, without robots.txt.
    public static let requests = 10

    /// Looks at a site from one of its addresses.
    ///
    /// - Parameters:
    ///   - url: a page of the site, or the address of a feed or sitemap, which is then all that is found.
    ///   - guest: by which all is fetched.
    public static func discover(
        _ url: WebURL, with guest: PoliteFetcher, clock: any Timekeeper = SystemClock()
    ) async -> Discovery {
        var search = Search(guest: guest, clock: clock)
        await search.begin(at: url)
        search.discovery.found.sort { $0.isBetter(than: $1) }
        return search.discovery
    }

    /// Looks at the site of an address that was a source once and is none any more: its home page is asked, not itself.
    public static func discover(
        siteOf url: WebURL, with guest: PoliteFetcher, clock: any Timekeeper = SystemClock()
    ) async -> Discovery {
        guard let home = url.withoutCredentials.resolving("/") else { return Discovery() }
        return await discover(home, with: guest, clock: clock)
    }
}

/// Something that a source can be made of.
public struct FoundSource: Hashable, Sendable {
    public var kind: SourceKind
    /// Where it lies; the new address where the site says that it moved for good.
    public var url: WebURL
    /// What it calls itself; clean, one line, may be empty.
    public var title: String
    /// How many articles it lists now.
    public var items: Int
    /// Those of them with a date that could be read.
    public var dated: Int
    /// The date of its newest article.
    public var newest: PublishedDate?
    /// Told from its titles and texts; nil where it has none.
    public var language: LanguageGuess?
    public var evidence: Evidence
    /// A sitemap with the news extension.
    public var isNews = false
    /// Says that it holds the readers' comments.
    public var isOfComments = false

    /// How it was found, surest first.
    public enum Evidence: String, Hashable, Sendable, CaseIterable {
        /// It is the address that was asked for.
        case given
        /// The page declares it.
        case declared
        /// The page links to it.
        case linked
        /// robots.txt names it.
        case robots
        /// It lies where feeds and sitemaps usually lie.
        case usualPlace = "usual-place"
        /// The page itself, with its links to articles.
        case page
    }

    func isBetter(than other: FoundSource) -> Bool { rank.lexicographicallyPrecedes(other.rank) }

    /// A feed says more of each article than a sitemap, and a sitemap more than a page of links.
    private var rank: [Int] {
        let form =
            switch kind {
            case .feed, .wordpress: 0
            case .sitemap: isNews ? 1 : 2
            case .page: 3
            }
        return [
            isOfComments ? 1 : 0, items == 0 ? 1 : 0, form, Evidence.allCases.firstIndex(of: evidence) ?? 0,
            -Int(clamping: newest?.instant.seconds ?? 0),
        ]
    }
}
