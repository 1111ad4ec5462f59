import Fetching
import Model
import Reading
import Scheduling
import Text

/// Reads what a source's document lists: a feed, a section page, or a sitemap with the newest of its parts.
struct SourceLister: Sendable {
    let guest: PoliteFetcher
    let clock: any Timekeeper

    /// What the document of a source lists.
    ///
    /// - Throws: what it is instead, or why it cannot be read.
    func list(_ response: FetchResponse, of source: Source) async throws(FailureCause) -> Listing {
        switch source.kind {
        case .feed: try feedListing(response)
        case .page: try pageListing(response)
        case .sitemap: try await sitemapListing(response)
        }
    }

    // MARK: Feeds

    private func feedListing(_ response: FetchResponse) throws(FailureCause) -> Listing {
        let feed: Feed
        do throws(FeedProblem) {
            feed = try readFeed(
                response.body, from: response.url?.href,
                headers: response.namedHeaders, now: clock.now())
        } catch {
            throw FailureCause(error)
        }
        let items = feed.entries.map { entry in
            ListedItem(
                guid: entry.id, url: entry.link.flatMap { WebURL($0, base: response.url) },
                title: entry.title?.cleanedLine(limit: 500) ?? "", text: entry.longestText, author: entry.author,
                published: entry.date)
        }
        return Listing(items: items, interval: feed.hints.interval, damage: feed.isIncomplete ? .truncated : nil)
    }

    // MARK: Section pages

    private func pageListing(_ response: FetchResponse) throws(FailureCause) -> Listing {
        guard let url = response.url else { throw .invalidURL }
        let found: [PageLink]
        do throws(UnsupportedCharset) {
            found = try links(inPage: response.body, contentType: response.contentType, url: url)
        } catch {
            throw .unreadable("\(error)")
        }
        guard !found.isEmpty else { throw .noLinks }
        let items = found.map { link in
            ListedItem(guid: nil, url: link.url, title: link.text.cleanedLine(limit: 500), text: "")
        }
        return Listing(items: items)
    }

    // MARK: Sitemaps

    /// The newest sitemaps of an index that are read with it: archives of years are not news.
    private static let indexedSitemaps = 5

    private func sitemapListing(_ response: FetchResponse) async throws(FailureCause) -> Listing {
        let sitemap = try read(response)
        let place = response.url
        var pages = sitemap.pages
        var damage = sitemap.damage.contains(.truncated) ? FailureCause.truncated : nil
        let newest = sitemap.sitemaps.sorted {
            $0.lastModified?.instant.seconds ?? 0 > $1.lastModified?.instant.seconds ?? 0
        }
        for child in newest.prefix(SourceLister.indexedSitemaps) {
            guard let url = WebURL(child.url, base: place) else { continue }
            do throws(FetchFailure) {
                let answer = try await guest.fetch(FetchRequest(url, as: .feed))
                guard case .document = answer.verdict(at: clock.now()) else {
                    damage = .status(answer.status)
                    continue
                }
                pages += readChild(answer, damage: &damage)
            } catch {
                damage = error.outcome(at: clock.now()).cause ?? .cancelled
            }
        }
        guard !pages.isEmpty || damage != nil else { throw .noLinks }
        return Listing(items: pages.map { ListedItem($0, base: place) }, damage: damage)
    }

    private func readChild(_ answer: FetchResponse, damage: inout FailureCause?) -> [Sitemap.Page] {
        do throws(FailureCause) {
            return try read(answer).pages
        } catch {
            damage = error
            return []
        }
    }

    private func read(_ response: FetchResponse) throws(FailureCause) -> Sitemap {
        do throws(FeedProblem) {
            return try readSitemap(
                response.body, from: response.url?.href ?? "", headers: response.namedHeaders, now: clock.now())
        } catch {
            throw FailureCause(error)
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
    fileprivate init(_ page: Sitemap.Page, base: WebURL?) {
        self.init(
            guid: nil, url: WebURL(page.url, base: base), title: page.news?.title?.cleanedLine(limit: 500) ?? "",
            text: "", author: nil, published: page.news?.published ?? page.lastModified)
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
        case .entityDeclarations, .unsupportedCharset, .tooManyEntries, .tooManyElements, .brokenJSON:
            self = .unreadable(problem.description)
        }
    }
}
