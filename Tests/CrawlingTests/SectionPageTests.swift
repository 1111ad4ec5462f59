import Crawling
import LoopbackServer
import Model
import StoringSamples
import Testing

/// Outlets whose section pages are read, by selector or by rule.
@Suite struct SectionPageTests {
    private let outlet: Outlet
    private let desk: Newsdesk

    init() throws {
        outlet = try Outlet("harian-rekaan", items: [.fire, .fall, .roadworks])
        desk = try Newsdesk()
        outlet.answer("/berita", with: SectionPageTests.page(of: [.fire, .fall]))
    }

    private static func page(of items: [Outlet.Item], class name: String = "latest", rest: String = "")
        -> LoopbackServer.Response
    {
        let links = items.map { "<li><h3><a href='/\($0.id)'>\($0.title)</a></h3>" }.joined()
        return .text(
            "<html><body><nav><a href='/tentang'>Tentang kami</a></nav><ul class=\(name)>\(links)</ul>\(rest)</body></html>",
            type: "text/html; charset=utf-8")
    }

    private func source(links: String? = "ul.latest a", hosts: [String] = []) -> Source {
        var source = outlet.source()
        (source.kind, source.url, source.links, source.hosts) = (.page, outlet.server.url("/berita"), links, hosts)
        return source
    }

    @discardableResult
    private func crawl(_ source: Source) async throws -> CrawlSummary {
        outlet.forget()
        return try await desk.crawl(outlet, sources: [source], with: CrawlOptions(isForced: true))
    }

    @Test(arguments: [
        "ul.latest a", "ul.latest > li", "//ul[@class='latest']//a/@href", "a[href^='/j'], a[href^='/k']", nil,
    ])
    func articlesAreFoundThroughTheirLinks(links: String?) async throws {
        let first = try await crawl(source(links: links))
        #expect((first.newArticles, first.newLeads, first.failures.count) == (2, 2, 0))
        #expect(outlet.asked == ["/berita", "/kebakaran", "/jatuh"])
        outlet.answer("/berita", with: SectionPageTests.page(of: [.roadworks, .fire, .fall]))
        let second = try await crawl(source(links: links))
        #expect((second.newArticles, second.seenArticles) == (1, 2))
        #expect(outlet.asked == ["/berita", "/jalan"])
    }

    @Test func aSelectorThatFoundSomeAndFindsNoneHasFailedAndLosesNothing() async throws {
        try await crawl(source())
        outlet.answer("/berita", with: SectionPageTests.page(of: [.fire, .fall], class: "terkini"))
        let second = try await crawl(source())
        #expect(second.failures.map(\.cause) == [.noLinks(hadSome: true)])
        #expect(try await desk.articles().count == 2)
        // The page as it was is still known: when it comes back, it is no news.
        outlet.answer("/berita", with: SectionPageTests.page(of: [.fire, .fall]))
        let third = try await crawl(source())
        #expect((third.unchanged, third.failures.count) == (1, 0))
        #expect(outlet.asked == ["/berita"])
    }

    @Test func aSelectorThatNeverFoundAnythingSaysSoAtEachPoll() async throws {
        for _ in 0..<2 {
            let summary = try await crawl(source(links: "ul.none a"))
            #expect(summary.failures.map(\.cause) == [.noLinks(hadSome: false)])
        }
    }

    @Test func anAdvertOnAnotherHostIsNotFollowedUnlessItsHostIsNamed() async throws {
        let port = outlet.server.authority.split(separator: ":").last ?? ""
        let advert = "<ul class=latest><li><a href='http://iklan.invalid:\(port)/beli'>Beli rumah idaman anda</a></ul>"
        outlet.answer("/berita", with: SectionPageTests.page(of: [.fire], rest: advert))
        #expect(try await crawl(source()).newArticles == 1)
        #expect(outlet.asked == ["/berita", "/kebakaran"])
        outlet.answer("/berita", with: SectionPageTests.page(of: [.fall], rest: advert))
        // Now it is asked for, and does not answer: what the page says of it is kept.
        #expect(try await crawl(source(hosts: ["iklan.invalid"])).newArticles == 2)
    }

    @Test func aSelectorThatIsNoneFailsThatSourceAlone() async throws {
        var other = outlet.source()
        other.url = outlet.server.url("/feed")
        let broken = Source(
            id: try #require(SourceID("rosak")), outlet: "A", kind: .page, url: outlet.server.url("/berita"),
            links: "ul..a")
        let summary = try await desk.crawl(outlet, sources: [broken, other])
        #expect((summary.failures.map(\.cause.code), summary.newArticles) == (["unreadable"], 3))
    }

    @Test func aPageOfFiveHundredLinksIsReadOverSeveralPolls() async throws {
        let items = (0..<260).map { Outlet.Item.filler("berita-\($0)", $0) }
        outlet.edit { $0 = items }
        outlet.answer("/berita", with: SectionPageTests.page(of: items))
        let first = try await crawl(source())
        #expect((first.newArticles, outlet.asked.count) == (200, 201))
        let second = try await crawl(source())
        #expect((second.newArticles, outlet.asked.count) == (60, 61))
        let third = try await crawl(source())
        #expect((third.newArticles, outlet.asked) == (0, ["/berita"]))
    }
}
