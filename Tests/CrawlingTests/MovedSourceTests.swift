import Crawling
import LoopbackServer
import Model
import Storing
import StoringSamples
import Testing

/// What the schedule learnt of a source's address and marks decides what the next crawl asks for.
@Suite struct MovedSourceTests {
    /// A newspaper whose feed moved to `/suapan`.
    private func movedOutlet(status: Int) throws -> Outlet {
        let outlet = try Outlet("harian-rekaan", items: [.roadworks])
        outlet.answer("/suapan", with: .text(outlet.feed, type: "application/rss+xml"))
        outlet.answer("/feed", with: .redirect(to: "/suapan", status: status))
        return outlet
    }

    private func crawlForDays(_ outlet: Outlet, _ desk: Newsdesk) async throws {
        for _ in 0..<4 {
            outlet.forget()
            try await desk.crawl(outlet)
            desk.clock.advance(by: .days(1))
        }
    }

    @Test(arguments: [301, 308])
    func aFeedThatMovedForGoodIsAskedAtItsNewAddress(status: Int) async throws {
        let outlet = try movedOutlet(status: status)
        let desk = try Newsdesk()
        try await crawlForDays(outlet, desk)
        #expect(outlet.asked == ["/suapan"])
    }

    @Test(arguments: [302, 303, 307])
    func aFeedThatIsElsewhereForNowIsAskedAtItsOldAddress(status: Int) async throws {
        let outlet = try movedOutlet(status: status)
        let desk = try Newsdesk()
        try await crawlForDays(outlet, desk)
        #expect(outlet.asked == ["/feed", "/suapan"])
    }

    @Test func aFeedThatMovedToAnotherHostIsVisitedThere() async throws {
        let old = try Outlet("harian-rekaan", items: [.roadworks])
        let new = try Outlet("warta-contoh", items: [.roadworks])
        old.answer("/feed", with: .redirect(to: new.server.url("/feed"), status: 301))
        let desk = try Newsdesk()
        for _ in 0..<5 {
            old.forget()
            new.forget()
            try await desk.crawl(old, new, sources: [old.source()])
            desk.clock.advance(by: .days(1))
        }
        #expect(old.asked.isEmpty)
        #expect(new.asked == ["/feed"])
        let hosts = try await desk.store.read { db in try db.sourceRows().map(\.host.value) }
        #expect(hosts == [new.server.authority])
    }

    @Test func aPersonWhoTakesTheMoveBackIsObeyedForAsLongAsTheRedirectGoesOn() async throws {
        let outlet = try movedOutlet(status: 301)
        let desk = try Newsdesk()
        let source = outlet.source()
        #expect(try await undoMove(of: source, in: desk.store, at: desk.clock.now()) == nil)
        try await crawlForDays(outlet, desk)
        let left = try await undoMove(of: source, in: desk.store, at: desk.clock.now())
        #expect(left == outlet.server.url("/suapan"))
        try await crawlForDays(outlet, desk)
        #expect(outlet.asked == ["/feed", "/suapan"])
        #expect(try await undoMove(of: source, in: desk.store, at: desk.clock.now()) == nil)
    }

    @Test func aPersonWhoChangesTheFileIsObeyedAtOnce() async throws {
        let outlet = try movedOutlet(status: 301)
        let desk = try Newsdesk()
        try await crawlForDays(outlet, desk)
        outlet.answer("/rss", with: .text(outlet.feed, type: "application/rss+xml"))
        var source = outlet.source()
        source.url = outlet.server.url("/rss")
        outlet.forget()
        try await desk.crawl(outlet, sources: [source])
        #expect(outlet.asked == ["/rss"])
    }

    @Test func theNewMarksOfAnEqualBodyAreSentNext() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.roadworks])
        let desk = try Newsdesk()
        for mark in ["\"a\"", "\"b\""] {
            outlet.answer(
                "/feed",
                with: .text(outlet.feed, type: "application/rss+xml", fields: [LoopbackServer.Field("ETag", mark)]))
            try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
        }
        outlet.forget()
        try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
        #expect(outlet.server.requests.map { $0["If-None-Match"] } == ["\"b\""])
    }
}
