import Crawling
import Fetching
import LoopbackServer
import Model
import Scheduling
import StoringSamples
import Testing

/// Hosts that ask for quiet, hosts that are away, and the time that a crawl may take.
@Suite struct ManyHostsTests {
    private func busy(retryAfter seconds: Int) -> LoopbackServer.Response {
        .text("busy", status: 429, fields: [.init("Retry-After", "\(seconds)")])
    }

    @Test func aPleaForQuietIsRememberedByTheNextCrawl() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire])
        outlet.answer("/feed", with: busy(retryAfter: 7200))
        let desk = try Newsdesk()
        let first = try await desk.crawl(outlet)
        #expect((first.waiting, first.failures.count) == (1, 0))
        outlet.answer("/feed", with: nil)
        outlet.forget()
        desk.clock.advance(by: .minutes(110))
        // Not even where somebody insists.
        let second = try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
        #expect(second.waiting == 1)
        #expect(outlet.server.requests.isEmpty)
        desk.clock.advance(by: .minutes(30))
        #expect(try await desk.crawl(outlet, with: CrawlOptions(isForced: true)).newLeads == 1)
    }

    @Test func aHostThatSaysItAgainIsLeftAloneForLonger() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire])
        outlet.answer("/feed", with: .text("busy", status: 429))
        let desk = try Newsdesk()
        for pause in [70, 70 + 70, 280] {
            outlet.forget()
            try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
            #expect(outlet.asked == ["/feed"], "before \(pause) s")
            // Twice as long each time: at half of the pause it is not over.
            outlet.forget()
            desk.clock.advance(by: .seconds(Int64(pause / 2)))
            try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
            #expect(outlet.asked.isEmpty, "after \(pause / 2) s")
            desk.clock.advance(by: .seconds(Int64(pause / 2)))
        }
    }

    @Test func aPageThatAsksForQuietIsHeardTooAndItsFeedIsKept() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire, .fall])
        outlet.answer("/kebakaran", with: busy(retryAfter: 3600))
        let desk = try Newsdesk()
        let first = try await desk.crawl(outlet)
        #expect(outlet.asked == ["/feed", "/kebakaran"])
        #expect(first.newArticles == 2)
        #expect(try await desk.articles().map(\.extent) == ["summary", "summary"])
        outlet.answer("/kebakaran", with: nil)
        outlet.forget()
        desk.clock.advance(by: .minutes(50))
        try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
        #expect(outlet.server.requests.isEmpty)
        desk.clock.advance(by: .minutes(20))
        try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
        #expect(try await desk.articles().map(\.extent) == ["full", "full"])
    }

    /// Names that RFC 6761 keeps from ever being found.
    private func lost(_ count: Int) throws -> [Source] {
        try (1...count).map { number in
            Source(
                id: try #require(SourceID("hilang-\(number)")), outlet: "Hilang", kind: .feed,
                url: "http://hilang-\(number).invalid/feed")
        }
    }

    @Test func whenOurOwnLineIsDownNobodyIsBlamed() async throws {
        let desk = try Newsdesk()
        let sources = try lost(6)
        let summary = try await desk.crawl(sources: sources)
        guard case .noNetwork = summary.ending else {
            Issue.record("\(summary.ending)")
            return
        }
        #expect(summary.failures.isEmpty)
        #expect(try await sourceStates(in: desk.store).isEmpty)
        // All are still due.
        #expect(try await desk.crawl(sources: sources).total == 6)
    }

    @Test func anOutageThatEndsBeforeItsLastVisitIsAnOutageAllTheSame() async throws {
        let desk = try Newsdesk()
        let crawl = try desk.makeCrawl(reaching: [])
        let summary = try await crawl.run(try lost(6), CrawlOptions()) { event in
            if case .lineDown = event { desk.clock.advance(by: .minutes(10)) }
        }
        #expect(summary.ending == .noNetwork(hosts: 6) || summary.ending == .noNetwork(hosts: 5))
        #expect(summary.failures.isEmpty)
        #expect(try await sourceStates(in: desk.store).isEmpty)
    }

    @Test func oneHostThatIsAwayIsItsOwnTrouble() async throws {
        let outlets = try ["a", "b", "c", "d"].map { try Outlet("akhbar-\($0)", items: [.roadworks]) }
        let desk = try Newsdesk()
        let summary = try await desk.crawl(
            outlets[0], outlets[1], outlets[2], outlets[3], sources: outlets.map { $0.source() } + lost(1))
        #expect(summary.ending == .completed)
        #expect(summary.ok == 4)
        #expect(summary.failures.map(\.source.value) == ["hilang-1"])
        let states = try await sourceStates(in: desk.store)
        #expect(states.filter { $0.value.trouble != nil }.map(\.key.value) == ["hilang-1"])
    }

    @Test func aHostThatClosedItsDoorIsAnOutageOfItsOwn() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire])
        let closed = try Outlet("warta-contoh", items: [.fire])
        let source = closed.source()
        let authority = closed.server.authority
        closed.server.stop()
        let desk = try Newsdesk()
        let summary = try await desk.crawl(outlet, closed, sources: [source, outlet.source()])
        #expect(summary.ok == 1)
        #expect(summary.failures.map(\.source.value) == ["warta-contoh"], "\(authority)")
    }

    @Test func timeThatIsOverKeepsWhatWasRead() async throws {
        let quick = try Outlet("harian-rekaan", items: [.fire])
        let slow = try Outlet("warta-contoh", items: [.fall])
        slow.answer("/feed", with: .init(body: .bytes([]), delay: .seconds(30)))
        let desk = try Newsdesk()
        // Waiting is no time by this clock, so the limit is over as soon as the first answers are there.
        let summary = try await desk.crawl(quick, slow, with: CrawlOptions(maxTime: .minutes(1)))
        #expect(summary.ending == .outOfTime)
        #expect(summary.failures.isEmpty)
        #expect(summary.notReached >= 1)
        desk.clock.advance(by: .minutes(5))
        slow.answer("/feed", with: nil)
        try await desk.crawl(quick, slow)
        #expect(try await desk.leads().count == 2)
    }

    @Test func aCrawlThatIsCancelledKeepsWhatItHas() async throws {
        let quick = try Outlet("harian-rekaan", items: [.fire])
        let slow = try Outlet("warta-contoh", items: [.fall])
        slow.answer("/jatuh", with: .init(body: .bytes([]), delay: .seconds(30)))
        let desk = try Newsdesk()
        let crawl = Task { try await desk.crawl(quick, slow) }
        while !slow.asked.contains("/jatuh") { try await Task.sleep(for: .milliseconds(10)) }
        while try await desk.leads().isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        crawl.cancel()
        let summary = try await crawl.value
        guard case .stopped = summary.ending else {
            Issue.record("\(summary.ending)")
            return
        }
        #expect((summary.newLeads, summary.notReached) == (1, 1))
        slow.answer("/jatuh", with: nil)
        let after = try await desk.crawl(quick, slow)
        #expect((after.total, after.newLeads) == (1, 1))
    }

    @Test func onlySoManySourcesAsWereAskedFor() async throws {
        let outlets = try ["a", "b", "c"].map { try Outlet("akhbar-\($0)", items: [.roadworks]) }
        let desk = try Newsdesk()
        func crawl(_ options: CrawlOptions) async throws -> CrawlSummary {
            try await desk.crawl(outlets[0], outlets[1], outlets[2], with: options)
        }
        #expect(try await crawl(CrawlOptions(maxSources: 2)).total == 2)
        #expect(try await crawl(CrawlOptions()).total == 1)
    }

    @Test func aSourceThatIsSwitchedOffIsVisitedOnlyByName() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire])
        var source = outlet.source()
        source.isEnabled = false
        let desk = try Newsdesk()
        #expect(try await desk.crawl(outlet, sources: [source]).total == 0)
        #expect(try await desk.crawl(outlet, sources: [source], with: CrawlOptions(only: [outlet.id])).total == 1)
    }
}
