import Fetching
import Inflating
import Model
import Reading
import Scheduling
import Text

/// Reads what a source's document lists: a feed, a section page, WordPress' posts, or a sitemap with its newest parts.
struct SourceLister: Sendable {
    let guest: PoliteFetcher
    let clock: any Timekeeper

    /// What the document of a source lists.
    ///
    /// - Parameter hadSome: whether it listed articles before: then an empty page is a page that was rebuilt.
    /// - Throws: what it is instead, or why it cannot be read.
    func list(_ response: FetchResponse, of source: Source, hadSome: Bool) async throws(FailureCause) -> Listing {
        switch source.kind {
        case .feed: try feedListing(response, of: source)
        case .wordpress: try postListing(response, of: source)
        case .page: try pageListing(response, of: source, hadSome: hadSome)
        case .sitemap: try await sitemapListing(response, of: source, hadSome: hadSome)
        }
    }

    /// What went wrong, in the server's own words where it has some: a site without the list of posts answers 404 and
    /// `rest_no_route`.
    func explained(_ outcome: Outcome, _ response: FetchResponse, of source: Source) -> Outcome {
        guard source.kind == .wordpress, case .failed(let weight, .status(let status)) = outcome,
            status == 400 || status == 404, let word = wordPressError(in: response.body)
        else { return outcome }
        return .failed(weight, FailureCause(.refused(word)))
    }

    // MARK: Feeds

    private func feedListing(_ response: FetchResponse, of source: Source) throws(FailureCause) -> Listing {
        let body = try unpacked(response)
        let feed: Feed
        do throws(FeedProblem) {
            feed = try readFeed(
                body, from: response.url?.href, headers: response.namedHeaders, now: clock.now())
        } catch {
            throw FailureCause(error)
        }
        let items = feed.entries.map { entry in
            ListedItem(entry, text: entry.longestText, base: response.url)
        }
        var listing = listing(items, of: source)
        (listing.interval, listing.damage) = (feed.hints.interval, feed.isIncomplete ? .truncated : nil)
        return listing
    }

    /// A feed may lead anywhere (its outlet chose what is in it), unless somebody named the hosts of the outlet.
    private func listing(_ items: [ListedItem], of source: Source) -> Listing {
        guard !source.hosts.isEmpty, let url = WebURL(source.url) else {
            return Listing(items: NewsWindow.marked(items, at: clock.now()))
        }
        let bounds = SiteBounds(of: url, and: source.hosts)
        let own = items.filter { $0.url.map(bounds.contains) ?? true }
        return Listing(items: NewsWindow.marked(own, at: clock.now()), left: items.count - own.count)
    }

    // MARK: WordPress

    /// Of a shorter text the page may say more: some sites put a teaser there. Summaries have a median of 150 characters,
    /// articles one of 1,982.
    private static let wholeText = 600

    private func postListing(_ response: FetchResponse, of source: Source) throws(FailureCause) -> Listing {
        let posts: [FeedEntry]
        do throws(FeedProblem) {
            posts = try readWordPressPosts(response.body, from: response.url, now: clock.now())
        } catch {
            throw FailureCause(error)
        }
        let items = posts.map { post in
            var item = ListedItem(post, text: post.longestText, base: response.url)
            item.isWhole = (post.content?.utf8.count ?? 0) >= SourceLister.wholeText
            return item
        }
        return listing(items, of: source)
    }

    // MARK: Section pages

    private func pageListing(
        _ response: FetchResponse, of source: Source, hadSome: Bool
    ) throws(FailureCause) -> Listing {
        guard let url = response.url else { throw .invalidURL }
        let found: [PageLink]
        do {
            found = try links(
                inPage: response.body, contentType: response.contentType, url: url,
                matching: try source.links.map { try HTMLSelector($0) }, alsoOn: source.hosts)
        } catch {
            throw .unreadable("\(error)")
        }
        guard !found.isEmpty else { throw .noLinks(hadSome: hadSome) }
        let now = clock.now()
        let items = found.map { link in
            ListedItem(
                guid: nil, url: link.url, title: link.text.cleanedLine(limit: 500), text: "",
                published: link.url.dateInPath(now: now))
        }
        let news = NewsWindow.news(in: items, at: now)
        return Listing(items: news, left: items.count - news.count)
    }

    /// A document that is a gzip file in itself (`sitemap.xml.gz`), whatever the transfer was.
    func unpacked(_ response: FetchResponse) throws(FailureCause) -> [UInt8] {
        guard isGzip(response.body) else { return response.body }
        do throws(InflateProblem) {
            return try inflate(response.body, limit: FetchLimits().feedBytes)
        } catch {
            switch error {
            case .tooLarge(let limit): throw .tooLarge(limit: limit)
            case .cut: throw .truncated
            case .broken: throw .badEncoding("\(error)")
            }
        }
    }
}

extension Source {
    /// Where its list is fetched, if that is its address.
    func listURL(at address: String) -> WebURL? {
        switch kind {
        case .feed, .sitemap, .page: WebURL(address)
        case .wordpress: WebURL(address)?.wordPressPosts()
        }
    }
}

extension SourceKind {
    /// Whether its list tells addresses, perhaps titles, and nothing of what the articles say.
    var listsLinksOnly: Bool {
        switch self {
        case .page, .sitemap: true
        case .feed, .wordpress: false
        }
    }
}

extension FetchResponse {
    /// As the readers of documents take them.
    var namedHeaders: [(name: String, value: String)] {
        headers.fields.map { (name: $0.name, value: $0.value) }
    }
}

extension ListedItem {
    fileprivate init(_ entry: FeedEntry, text: String, base: WebURL?) {
        self.init(
            guid: entry.id, url: entry.link.flatMap { WebURL($0, base: base)?.destination },
            title: entry.title?.cleanedLine(limit: 500) ?? "", text: text, author: entry.author, published: entry.date)
    }
}

extension FeedEntry {
    /// Of summary and content the longer: feeds put a teaser in one and the text in the other, in either order.
    fileprivate var longestText: String {
        let (summary, content) = (summary ?? "", content ?? "")
        return content.utf8.count >= summary.utf8.count ? content : summary
    }
}

extension FailureCause {
    init(_ problem: FeedProblem) {
        switch problem {
        case .empty: self = .empty
        case .notAFeed(let what): self = .notAFeed(what)
        case .entityDeclarations, .unsupportedCharset, .tooManyEntries, .tooManyElements, .brokenJSON, .refused:
            self = .unreadable(problem.description)
        }
    }
}
