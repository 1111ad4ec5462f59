import Text

/// What a site's page says of the feeds there are, and of the site itself.
public struct SiteFeeds: Hashable, Sendable {
    /// The site's name as the page tells it; one line of at most 80 characters.
    public var name: String?
    /// As written (`ms`, `en-MY`).
    public var language: String?
    /// Each address once: the declared ones first, feeds of comments last.
    public var feeds: [FeedReference] = []
}

/// An address that a page calls a feed.
public struct FeedReference: Hashable, Sendable {
    /// Absolute, without fragment.
    public var url: WebURL
    /// What the page calls it; one line, may be empty.
    public var title: String
    /// Why it is thought to be a feed.
    public var evidence: Evidence
    /// Whether it says that it holds the readers' comments, not articles.
    public var isOfComments: Bool

    /// How sure the page makes it.
    public enum Evidence: Hashable, Sendable {
        /// `<link rel="alternate" type="application/rss+xml">` and its like.
        case declared
        /// A link whose text or address speaks of a feed.
        case mentioned
    }
}

/// The feeds that a page declares or links to, at most 20 of each sort. Linear in the length of the page.
///
/// - Parameters:
///   - contentType: the Content-Type header.
///   - url: where the page came from; links are resolved against it or the page's `base`.
public func siteFeeds(
    inPage body: [UInt8], contentType: String? = nil, url: WebURL
) throws(UnsupportedCharset) -> SiteFeeds {
    let document = HTMLDocument(try decodedText(body, kind: .html, contentType: contentType).utf8)
    let metadata = PageMetadata(document)
    let base = metadata.base.flatMap { WebURL($0, base: url) } ?? url
    let names = [metadata.values["og:site_name"]?.first, metadata.values["application-name"]?.first, metadata.title]
    var site = SiteFeeds()
    site.name = names.lazy.compactMap { $0?.cleanedLine(limit: 80) }.first { !$0.isEmpty }
    site.language = metadata.language
    site.feeds = FeedFinder(document: document, base: base, page: url).references()
    return site
}

private struct FeedFinder {
    let document: HTMLDocument
    let base: WebURL
    let page: WebURL

    /// Of each sort; a page that names more is a directory of feeds, and a person has to choose there.
    private static let maximum = 20

    func references() -> [FeedReference] {
        var declared: [FeedReference] = []
        var mentioned: [FeedReference] = []
        var seen: Set<WebURL> = [page.withoutFragment]
        for index in document.nodes.indices {
            switch document.nodes[index].tag {
            case .link where declared.count < FeedFinder.maximum:
                if let found = declaration(index), seen.insert(found.url).inserted { declared.append(found) }
            case .a where mentioned.count < FeedFinder.maximum:
                if let found = mention(index), seen.insert(found.url).inserted { mentioned.append(found) }
            case _: continue
            }
        }
        let all = declared + mentioned
        return all.filter { !$0.isOfComments } + all.filter(\.isOfComments)
    }

    // MARK: Declared

    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
        "application/rss", "application/atom", "text/rss", "text/rss+xml", "text/atom+xml",
    ]

    private func declaration(_ index: Int) -> FeedReference? {
        let relations = words(.rel, of: index)
        let type = document.value(.type, of: index)?.lowercased().prefix { $0 != ";" && !$0.isWhitespace } ?? ""
        let isFeed = relations.contains("feed") || (relations.contains("alternate") && isFeedType(String(type), index))
        guard isFeed, let url = address(of: index) else { return nil }
        return reference(url, title: document.value(.title, of: index) ?? "", .declared)
    }

    /// General types count only where the address says feed: `application/json` is the type of many other things.
    private func isFeedType(_ type: String, _ index: Int) -> Bool {
        if FeedFinder.types.contains(type) { return true }
        guard ["application/xml", "text/xml", "application/json"].contains(type), let url = address(of: index) else {
            return false
        }
        return speaksOfFeed(url)
    }

    private func words(_ name: HTMLAttribute, of index: Int) -> Set<String> {
        Set((document.value(name, of: index) ?? "").lowercased().split(whereSeparator: \.isWhitespace).map(String.init))
    }

    // MARK: Mentioned

    private static let linkWords: Set<String> = ["rss", "atom", "feed", "feeds", "suapan", "xml"]

    private func mention(_ index: Int) -> FeedReference? {
        guard let url = address(of: index), url != page.withoutFragment, isOfSite(url) else { return nil }
        let text = document.text(in: index).cleanedLine(limit: 100)
        let isNamed = text.utf8.count <= 40 && !FeedFinder.linkWords.isDisjoint(with: nameParts(text))
        guard isNamed || speaksOfFeed(url) else { return nil }
        return reference(url, title: text, .mentioned)
    }

    /// Links to readers and to other sites' feeds are none of ours, but for the old host of many papers' feeds.
    private func isOfSite(_ url: WebURL) -> Bool {
        let (a, b) = (FeedFinder.site(url.host), FeedFinder.site(page.host))
        return a == b || a.hasSuffix("." + b) || b.hasSuffix("." + a) || isOfFeedBurner(url)
    }

    private func isOfFeedBurner(_ url: WebURL) -> Bool { url.host.hasSuffix("feedburner.com") }

    private static func site(_ host: String) -> Substring { host.hasPrefix("www.") ? host.dropFirst(4) : host[...] }

    // MARK: Both

    private func address(of index: Int) -> WebURL? {
        guard let href = document.value(.href, of: index), !href.hasPrefix("#") else { return nil }
        return WebURL(href, base: base)?.withoutFragment
    }

    private func reference(_ url: WebURL, title: String, _ evidence: FeedReference.Evidence) -> FeedReference {
        let title = title.cleanedLine(limit: 100)
        let parts = nameParts(url.path).union(nameParts(title))
        return FeedReference(
            url: url, title: title, evidence: evidence,
            isOfComments: !parts.isDisjoint(with: ["comments", "comment", "komen", "ulasan"]))
    }

    private func speaksOfFeed(_ url: WebURL) -> Bool {
        let parts = nameParts(url.path).subtracting(["xml"])
        if !FeedFinder.linkWords.isDisjoint(with: parts) || isOfFeedBurner(url) { return true }
        let query = url.query?.lowercased() ?? ""
        return query.contains("feed=") || query.contains("format=feed")
    }

    private func nameParts(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}
