import Crawling
import LoopbackServer
import Model
import StoringSamples
import Testing

/// Which items are worth a page: `fetch: all|promising|never`, and the bar of `crawl.promising`.
@Suite struct FunnelTests {
    private let outlet: Outlet
    private let desk: Newsdesk

    init() throws {
        outlet = try Outlet("harian-rekaan", items: [.fire, .fall, .roadworks])
        desk = try Newsdesk()
    }

    private func pages(fetch: FetchRule, bar: Double = 0.5) async throws -> Set<String> {
        try await desk.crawl(outlet, sources: [outlet.source(fetch: fetch)], bar: bar)
        return Set(outlet.asked).subtracting(["/feed"])
    }

    @Test func allMeansEveryPage() async throws {
        #expect(try await pages(fetch: .all) == ["/kebakaran", "/jatuh", "/jalan"])
    }

    @Test func neverMeansNoPageAndTheItemsAreKept() async throws {
        #expect(try await pages(fetch: .never).isEmpty)
        #expect(try await desk.articles().map(\.extent) == ["summary", "summary", "summary"])
    }

    @Test func belowTheBarNoPageIsAskedForAndTheItemIsKept() async throws {
        #expect(try await pages(fetch: .promising) == ["/kebakaran", "/jatuh"])
        #expect(try await desk.articles().map(\.extent) == ["full", "full", "summary"])
        outlet.forget()
        outlet.edit { $0[2].text += " Kemas kini." }
        try await desk.crawl(outlet, sources: [outlet.source(fetch: .promising)], with: CrawlOptions(isForced: true))
        #expect(outlet.asked == ["/feed"])
    }

    @Test func anOldItemOfAFeedIsKeptWithoutItsPage() async throws {
        let items = [(0, "baru"), (29, "bulan-ini"), (31, "lama"), (4_000, "purba")].map { days, id in
            "<item><link>/\(id)</link><title>Berita \(id)</title><pubDate>"
                + (Sample.monday + .days(Int64(-days))).rfc3339() + "</pubDate></item>"
        }
        let feed = "<rss version='2.0'><channel>\(items.joined())</channel></rss>"
        outlet.answer("/feed", with: .text(feed, type: "text/xml"))
        #expect(try await pages(fetch: .all) == ["/baru", "/bulan-ini"])
        #expect(try await desk.articles().count == 4)
    }

    @Test func aFeedOfThousandsOfItemsIsKeptWholeAndItsPagesComeInParts() async throws {
        outlet.edit { $0 = (0..<700).map { Outlet.Item.filler("berita-\($0)", $0) } }
        let counts = [201, 201, 101, 1]
        for count in counts {
            outlet.forget()
            try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
            #expect(outlet.asked.count == count)
            #expect(try await desk.articles().count == 700)
        }
    }

    @Test func aBarOfNothingLetsEverythingThrough() async throws {
        #expect(try await pages(fetch: .promising, bar: 0) == ["/kebakaran", "/jatuh", "/jalan"])
    }

    @Test func whatNothingSpeaksForIsBelowTheLowestBar() async throws {
        outlet.edit { $0 = [Outlet.Item(id: "cuaca", title: "Cuaca cerah", text: "Langit biru.")] }
        #expect(try await pages(fetch: .promising, bar: 0.2).isEmpty)
    }

    @Test func aHigherBarAsksForFewerPages() async throws {
        outlet.edit {
            $0 = [.roadworks, Outlet.Item(id: "terlantar", title: "Lelaki lumpuh", text: "Dilawat jiran.")]
        }
        let low = try await pages(fetch: .promising, bar: 0.3)
        outlet.forget()
        let other = try Newsdesk()
        try await other.crawl(outlet, sources: [outlet.source(fetch: .promising)], bar: 1)
        #expect(low == ["/terlantar"])
        #expect(outlet.asked == ["/feed"])
    }
}
