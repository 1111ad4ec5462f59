import Crawling
import LoopbackServer
import Model
import StoringSamples
import Testing

/// One article is one article, whatever its feed does: USERS-ASK.md D.
@Suite struct IdentityTests {
    private let outlet: Outlet
    private let desk: Newsdesk

    init() throws {
        outlet = try Outlet("harian-rekaan", items: [.fire])
        desk = try Newsdesk()
    }

    /// What a feed lists, and what the page behind it tells.
    private struct Listed {
        var guid: String?
        var link: String
        var title = Outlet.Item.fire.title
        var text = Outlet.Item.fire.text
    }

    /// Polls a feed of these items.
    @discardableResult
    private func crawl(_ items: Listed...) async throws -> CrawlSummary { try await crawl(items) }

    private func crawl(_ items: [Listed]) async throws -> CrawlSummary {
        let list = items.map { item in
            "<item>" + (item.guid.map { "<guid isPermaLink='false'>\($0)</guid>" } ?? "")
                + "<link>\(item.link)</link><title>\(item.title)</title><description>Ringkas.</description></item>"
        }
        outlet.answer(
            "/feed", with: .text("<rss version='2.0'><channel>\(list.joined())</channel></rss>", type: "text/xml"))
        for item in items { outlet.answer(String(item.link.prefix { $0 != "?" && $0 != "#" }), with: page(of: item)) }
        outlet.forget()
        return try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
    }

    private func page(of item: Listed) -> LoopbackServer.Response {
        let paragraphs = item.text.split(separator: "\n").map { "<p>\($0)</p>" }.joined()
        return .text(
            "<html><body><article><h1>\(item.title)</h1>\(paragraphs)</article></body></html>", type: "text/html")
    }

    private let fall = Outlet.Item.fall

    @Test(arguments: [
        "/berita/kebakaran/", "/berita/kebakaran?utm_source=rss", "/berita/kebakaran/amp", "/berita/kebakaran/amp/",
        "/berita/kebakaran?amp=1", "/berita//kebakaran", "/berita/kebakaran#top",
    ]) func anotherSpellingOfTheAddressIsTheSameArticleAndFetchesNothing(link: String) async throws {
        try await crawl(Listed(link: "/berita/kebakaran"))
        let second = try await crawl(Listed(guid: "x", link: link))
        #expect((second.newArticles, second.seenArticles) == (0, 1))
        #expect(outlet.asked == ["/feed"])
    }

    @Test func aGuidThatChangesAtEachPollMakesNoNewArticle() async throws {
        for poll in 1...3 { try await crawl(Listed(guid: "g-\(poll)", link: "/kebakaran")) }
        #expect(try await desk.articles().map(\.revision) == [1])
    }

    @Test func aGuidThatIsUsedAgainHidesNoArticle() async throws {
        try await crawl(Listed(guid: "1", link: "/kebakaran"))
        let second = try await crawl(
            Listed(guid: "1", link: "/kebakaran"),
            Listed(guid: "1", link: "/cedera", title: fall.title, text: fall.text))
        #expect((second.newArticles, second.newLeads) == (1, 1))
        #expect(try await desk.articles().map(\.title) == [Outlet.Item.fire.title, fall.title])
    }

    @Test func twoItemsOfOneFeedWithOneGuidAreBothKept() async throws {
        try await crawl(
            Listed(guid: "0", link: "/satu"), Listed(guid: "0", link: "/dua", title: fall.title, text: fall.text))
        #expect(try await desk.articles().count == 2)
    }

    @Test func anotherSlugBehindTheSameNumberIsTheSameArticleEdited() async throws {
        try await crawl(Listed(link: "/berita/1234567/rumah-hangus"))
        let second = try await crawl(
            Listed(link: "/berita/1234567/ibu-tunggal-rayu", title: "Ibu tunggal lima anak hilang rumah, rayu bantuan"))
        #expect((second.newArticles, second.newLeads) == (0, 0))
        #expect(try await desk.articles().map(\.revision) == [2])
        #expect(try await desk.leads().map(\.articles.count) == [1])
    }

    @Test func theSameNumberWithOtherWordsIsAnotherArticle() async throws {
        try await crawl(Listed(link: "/edisi/1234567/kebakaran"))
        let second = try await crawl(Listed(link: "/edisi/1234567/jatuh", title: fall.title, text: fall.text))
        #expect((second.newArticles, second.newLeads) == (1, 1))
    }

    @Test func manySlugsOfOneStoryAreOneArticle() async throws {
        let summary = try await crawl((0..<30).map { Listed(link: "/cerita/\($0)-rumah-hangus") })
        #expect(summary.newLeads == 1)
        #expect(try await desk.articles().count == 1)
    }

    @Test func anEditedArticleOnAMobileAddressKeepsTheAddressOfItsReaders() async throws {
        try await crawl(Listed(guid: "7", link: "/berita/kebakaran"))
        let before = try await desk.articles().map(\.url)
        try await crawl(
            Listed(guid: "7", link: "/berita/kebakaran/amp", title: "Kemas kini: rumah hangus, ibu tunggal lima anak"))
        let after = try await desk.articles()
        #expect(after.map(\.revision) == [2])
        #expect(after.map(\.url) == before)
    }

    /// A paid feed writes its subscriber's login into its links; what is stored is shown, exported and sent.
    @Test func aLoginInALinkIsNotKept() async throws {
        let item = Listed(link: "http://pelanggan:rahsia@\(outlet.server.authority)/berita/kebakaran")
        outlet.answer("/berita/kebakaran", with: page(of: item))
        try await crawl(item)
        let addresses = try await desk.leads().flatMap(\.articles).map(\.article.url)
        #expect(addresses == ["http://\(outlet.server.authority)/berita/kebakaran"])
        #expect(try await desk.articles().allSatisfy { !$0.url.contains("rahsia") })
    }
}
