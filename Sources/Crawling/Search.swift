import Fetching
import Hashing
import Model
import Reading
import Text

/// One search of a site for what can be read there.
struct Search {
    let guest: PoliteFetcher
    let clock: any Timekeeper
    var discovery = Discovery()
    private var seen: Set<WebURL> = []
    private var bodies: Set<String> = []

    init(guest: PoliteFetcher, clock: any Timekeeper) { (self.guest, self.clock) = (guest, clock) }

    /// Where the systems that papers use put their feeds; WordPress first, as most of them run on it.
    private static let usualFeeds = [
        "/feed", "/rss", "/rss.xml", "/wp-json/wp/v2/posts", "/atom.xml", "/feed.xml", "/index.xml", "/?feed=rss2",
    ]
    private static let usualSitemaps = ["/sitemap-news.xml", "/sitemap.xml"]
    /// Of what a page names; the rest are sections of the same paper.
    private static let declaredLimit = 4
    private static let mentionedLimit = 2
    private static let sitemapLimit = 2

    private var hasFeed: Bool {
        discovery.found.contains { $0.kind.tellsOfArticles && $0.items > 0 && !$0.isOfComments }
    }
    private var isOver: Bool { discovery.asked.count >= Discovery.requests || Task.isCancelled }

    mutating func begin(at url: WebURL) async {
        guard let response = await fetch(url) else {
            discovery.trouble = discovery.asked.last?.trouble
            return
        }
        if add(response, at: url, .given) { return }
        await look(at: response)
    }

    /// Looks for more from a page that is there already.
    private mutating func look(at response: FetchResponse) async {
        guard let page = response.url,
            let site = try? siteFeeds(inPage: response.body, contentType: response.contentType, url: page)
        else {
            noteTrouble(.failed(.soft, .notAFeed("unreadable")))
            return
        }
        (discovery.siteName, discovery.siteLanguage) = (site.name, site.language)
        let declared = site.feeds.filter { $0.evidence == .declared }
        await tryAll(declared, limit: Self.declaredLimit, .declared)
        if !hasFeed {
            await tryAll(site.feeds.filter { $0.evidence == .mentioned }, limit: Self.mentionedLimit, .linked)
        }
        let named = await namedSitemaps(of: page)
        if !hasFeed { await tryUsual(Self.usualFeeds, of: page, keeping: named.isEmpty ? 1 : Self.sitemapLimit) }
        for url in named.prefix(Self.sitemapLimit) { await look(at: url, .robots) }
        if !discovery.found.contains(where: { $0.kind == .sitemap }) {
            await tryUsual(Self.usualSitemaps, of: page, keeping: 0)
        }
        addPage(response, page)
        noteWhereNothing(page)
    }

    // MARK: Asking

    private mutating func tryAll(
        _ references: [FeedReference], limit: Int, _ evidence: FoundSource.Evidence
    ) async {
        for reference in references.prefix(limit) {
            await look(at: reference.url, evidence, title: reference.title, isOfComments: reference.isOfComments)
        }
    }

    /// One after another until one is of use.
    private mutating func tryUsual(_ paths: [String], of page: WebURL, keeping reserve: Int) async {
        for path in paths where discovery.asked.count + reserve < Discovery.requests {
            guard let url = page.withoutCredentials.resolving(path) else { continue }
            if await look(at: url, .usualPlace) { return }
        }
    }

    /// News sitemaps first: they hold two days of articles with titles, the others years of addresses.
    private func namedSitemaps(of page: WebURL) async -> [WebURL] {
        guard let named = try? await guest.sitemaps(of: page) else { return [] }
        let urls = named.compactMap { WebURL($0, base: page) }.filter { $0.host == page.host }
        return urls.filter { $0.path.lowercased().contains("news") }
            + urls.filter { !$0.path.lowercased().contains("news") }
    }

    @discardableResult
    private mutating func look(
        at url: WebURL, _ evidence: FoundSource.Evidence, title: String = "", isOfComments: Bool = false
    ) async -> Bool {
        guard !isOver, !seen.contains(url), let response = await fetch(url) else { return false }
        let isOfUse = add(response, at: url, evidence, title: title, isOfComments: isOfComments)
        if !isOfUse { noteTrouble(.failed(.soft, .notAFeed("html"))) }
        return isOfUse
    }

    private mutating func fetch(_ url: WebURL) async -> FetchResponse? {
        seen.insert(url)
        do throws(FetchFailure) {
            let response = try await guest.fetch(FetchRequest(url, as: .feed))
            discovery.asked.append((url.masked, nil))
            guard case .trouble(let outcome) = response.verdict(at: clock.now()) else { return response }
            noteTrouble(outcome)
        } catch {
            discovery.asked.append((url.masked, error.outcome(at: clock.now())))
        }
        return nil
    }

    private mutating func noteTrouble(_ outcome: Outcome) {
        guard !discovery.asked.isEmpty else { return }
        discovery.asked[discovery.asked.count - 1].trouble = outcome
    }

    // MARK: Reading

    /// Whether the document lists articles; a second address of the same document is no second find.
    private mutating func add(
        _ response: FetchResponse, at url: WebURL, _ evidence: FoundSource.Evidence, title: String = "",
        isOfComments: Bool = false
    ) -> Bool {
        let address = response.movedPermanentlyTo ?? url
        guard
            var found = feed(response, address, evidence) ?? sitemap(response, address, evidence)
                ?? posts(response, address, evidence)
        else { return false }
        guard bodies.insert(Digest(of: response.body).hexadecimal).inserted else { return true }
        if found.title.isEmpty { found.title = title }
        found.isOfComments = isOfComments
        discovery.found.append(found)
        return true
    }

    private func feed(
        _ response: FetchResponse, _ url: WebURL, _ evidence: FoundSource.Evidence
    ) -> FoundSource? {
        guard
            let feed = try? readFeed(
                response.body, from: response.url?.href, headers: response.namedHeaders, now: clock.now())
        else { return nil }
        let text = feed.entries.prefix(50).map { ($0.title ?? "") + ". " + ($0.summary ?? "") }
        return found(
            .feed, url, evidence, title: feed.title ?? "", items: feed.entries.count, dates: feed.entries.map(\.date),
            text: text)
    }

    private func sitemap(
        _ response: FetchResponse, _ url: WebURL, _ evidence: FoundSource.Evidence
    ) -> FoundSource? {
        guard
            let sitemap = try? readSitemap(
                response.body, from: response.url?.href ?? "", headers: response.namedHeaders, now: clock.now())
        else { return nil }
        switch sitemap.kind {
        case .text, .rss, .atom: return nil
        case .pages, .index: break
        }
        let dates =
            sitemap.pages.map { $0.news?.published ?? $0.lastModified } + sitemap.sitemaps.map(\.lastModified)
        var found = found(
            .sitemap, url, evidence, title: "", items: sitemap.pages.count + sitemap.sitemaps.count, dates: dates,
            text: sitemap.pages.prefix(50).compactMap { $0.news?.title })
        found.isNews = sitemap.pages.contains { $0.news != nil }
        return found
    }

    /// The list of a site made with WordPress, which many leave open where they have switched their feeds off.
    private func posts(
        _ response: FetchResponse, _ url: WebURL, _ evidence: FoundSource.Evidence
    ) -> FoundSource? {
        guard let posts = try? readWordPressPosts(response.body, from: response.url, now: clock.now()) else {
            return nil
        }
        return found(
            .wordpress, url, evidence, title: "", items: posts.count, dates: posts.map(\.date),
            text: posts.prefix(50).map { ($0.title ?? "") + ". " + ($0.summary ?? "") })
    }

    /// The page itself, where it lists articles.
    private mutating func addPage(_ response: FetchResponse, _ page: WebURL) {
        guard let links = try? links(inPage: response.body, contentType: response.contentType, url: page),
            links.count >= 3
        else { return }
        discovery.found.append(
            found(
                .page, page, .page, title: discovery.siteName ?? "", items: links.count, dates: [],
                text: links.map(\.text)))
    }

    private mutating func noteWhereNothing(_ page: WebURL) {
        if discovery.found.isEmpty, let first = discovery.asked.indices.first {
            discovery.asked[first].trouble = .failed(.soft, .noLinks(hadSome: false))
        }
    }

    private func found(
        _ kind: SourceKind, _ url: WebURL, _ evidence: FoundSource.Evidence, title: String, items: Int,
        dates: [PublishedDate?], text: [String]
    ) -> FoundSource {
        let known = dates.compactMap(\.self)
        let words = text.joined(separator: "\n")
        return FoundSource(
            kind: kind, url: evidence == .given ? url : url.withoutCredentials, title: title.cleanedLine(limit: 200),
            items: items,
            dated: known.count, newest: known.max { $0.instant < $1.instant },
            language: words.isEmpty ? nil : Language.guess(of: words), evidence: evidence)
    }
}

extension SourceKind {
    /// Whether it says more of an article than its address.
    fileprivate var tellsOfArticles: Bool {
        switch self {
        case .feed, .wordpress: true
        case .sitemap, .page: false
        }
    }
}
