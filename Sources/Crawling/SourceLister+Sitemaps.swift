import Archiving
import Fetching
import Model
import Reading
import Scheduling
import Text

extension SourceLister {
    /// The newest parts of an index that are read with it, indexes inside it included: archives of years are not news.
    private static let parts = 5

    /// The news among the pages of a sitemap, and of the newest parts of an index.
    ///
    /// - Throws: where the document is no sitemap, or lists nothing at all.
    func sitemapListing(
        _ response: FetchResponse, of source: Source, hadSome: Bool
    ) async throws(FailureCause) -> Listing {
        guard let place = response.url else { throw .invalidURL }
        let bounds = SiteBounds(of: place, and: source.hosts + [WebURL(source.url)?.host].compactMap(\.self))
        let sitemap = try read(response)
        var pages = sitemap.pages
        var damage = sitemap.damage.contains(.truncated) ? FailureCause.truncated : nil
        var waiting = parts(of: sitemap, at: place, in: bounds)
        // An index may list itself, or its index.
        var visited: Set<WebURL> = [place]
        var answers: [RawResponse] = []
        while visited.count <= SourceLister.parts, !waiting.isEmpty {
            let part = waiting.removeFirst()
            guard visited.insert(part).inserted else { continue }
            do throws(FailureCause) {
                let answer = try await fetchPart(part, of: source)
                answers.append(RawResponse(answer, at: clock.now()))
                let found = try read(answer)
                pages += found.pages
                waiting = parts(of: found, at: answer.url ?? part, in: bounds) + waiting
            } catch {
                damage = error
            }
        }
        guard !pages.isEmpty || damage != nil else { throw .noLinks(hadSome: hadSome) }
        let now = clock.now()
        let items = pages.map { ListedItem($0, base: place, now: now) }
        let news = NewsWindow.news(in: items.filter { $0.url.map(bounds.contains) ?? false }, at: now)
        return Listing(items: news, damage: damage, left: items.count - news.count, answers: answers)
    }

    private func parts(of sitemap: Sitemap, at place: WebURL, in bounds: SiteBounds) -> [WebURL] {
        let own = sitemap.sitemaps.filter { WebURL($0.url, base: place).map(bounds.contains) ?? false }
        let newest = NewsWindow.newest(own, atMost: SourceLister.parts) { $0.lastModified?.instant }
        return newest.compactMap { WebURL(own[$0].url, base: place) }
    }

    private func fetchPart(_ url: WebURL, of source: Source) async throws(FailureCause) -> FetchResponse {
        let answer: FetchResponse
        do throws(FetchFailure) {
            answer = try await guest.fetch(FetchRequest(url, as: .feed, agent: source.agent))
        } catch {
            throw error.outcome(at: clock.now()).cause ?? .cancelled
        }
        guard case .document = answer.verdict(at: clock.now()) else { throw .status(answer.status) }
        return answer
    }

    private func read(_ response: FetchResponse) throws(FailureCause) -> Sitemap {
        let body = try unpacked(response)
        do throws(FeedProblem) {
            return try readSitemap(
                body, from: response.url?.href ?? "", headers: response.namedHeaders, now: clock.now())
        } catch {
            throw FailureCause(error)
        }
    }
}

extension ListedItem {
    /// Without a date of its own a page has that of its address.
    fileprivate init(_ page: Sitemap.Page, base: WebURL, now: Instant) {
        let url = WebURL(page.url, base: base)
        self.init(
            guid: nil, url: url, title: page.news?.title?.cleanedLine(limit: 500) ?? "", text: "", author: nil,
            published: page.news?.published ?? page.lastModified ?? url?.dateInPath(now: now))
    }
}
