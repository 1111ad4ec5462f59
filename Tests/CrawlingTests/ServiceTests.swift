import Crawling
import Fetching
import Locking
import LoopbackServer
import Model
import Scheduling
import Storing
import StoringSamples
import Testing

/// Crawls that do not end, and crawls side by side.
@Suite(.timeLimit(.minutes(5))) struct ServiceTests {
    /// Runs a service until `isDone`, then stops it.
    private func serve(
        _ desk: Newsdesk, _ outlets: [Outlet], from catalogue: @escaping @Sendable () async -> [Source],
        until isDone: @Sendable () async throws -> Bool
    ) async throws {
        let crawl = try desk.makeCrawl(reaching: outlets)
        let service = Task { try await crawl.serve(catalogue, report: desk.note) }
        while try await !isDone() { try await Task.sleep(for: .milliseconds(5)) }
        service.cancel()
        #expect(try await service.value == false)
        #expect(try await desk.store.read { db in try db.workers() } == [], "it has signed off")
    }

    @Test func aServicePollsASourceAgainWheneverItIsDue() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire])
        let desk = try Newsdesk()
        let sources = [outlet.source(every: .minutes(30))]
        let begun = desk.clock.now()
        try await serve(desk, [outlet], from: { sources }, until: { outlet.asked.count { $0 == "/feed" } >= 4 })
        #expect(try await desk.leads().count == 1)
        // Three intervals of 27 minutes at least, after the first poll.
        #expect(desk.clock.now() - begun > .minutes(80))
        let runs = try await desk.store.read { db in try db.lastRun() }
        #expect(runs?.new != nil)
    }

    @Test func aSourceThatIsAddedIsPolledWithoutARestartAndOneThatIsRemovedNoMore() async throws {
        let first = try Outlet("harian-rekaan", items: [.fire])
        let second = try Outlet("warta-contoh", items: [.fall])
        let desk = try Newsdesk()
        let (one, other) = (first.source(every: .minutes(10)), second.source(every: .minutes(10)))
        let sources = Lock([one])
        try await serve(
            desk, [first, second], from: { sources.withLock { $0 } },
            until: {
                if first.asked.count > 2 { sources.withLock { $0 = [other] } }
                return second.asked.count { $0 == "/feed" } > 3
            })
        let known = first.asked.count
        try await serve(desk, [first, second], from: { [other] }, until: { second.asked.count { $0 == "/feed" } > 6 })
        #expect(first.asked.count == known)
    }

    @Test func whileOurLineIsDownNobodyIsBlamedAndAfterwardsItGoesOn() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire])
        let desk = try Newsdesk()
        let lost = try (1...6).map { number in
            Source(
                id: try #require(SourceID("hilang-\(number)")), outlet: "Hilang", kind: .feed,
                url: "http://hilang-\(number).invalid/feed", every: .minutes(10))
        }
        try await serve(
            desk, [outlet], from: { lost },
            until: { desk.history.contains { if case .lineDown = $0 { true } else { false } } })
        #expect(try await sourceStates(in: desk.store).values.allSatisfy { $0.failureWeight == 0 })
        desk.clock.advance(by: .minutes(30))
        try await serve(desk, [outlet], from: { [outlet.source()] }, until: { try await !desk.leads().isEmpty })
    }

    @Test func aHolderThatWasTooSlowKeepsNothingAndSaysSo() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire])
        outlet.answer("/kebakaran", with: .init(body: .bytes([]), delay: .seconds(1)))
        let desk = try Newsdesk()
        let crawl = Task { try await desk.crawl(outlet) }
        while !outlet.asked.contains("/kebakaran") { try await Task.sleep(for: .milliseconds(5)) }
        // The machine slept for ten minutes; another one has gone on.
        desk.clock.advance(by: .minutes(10))
        let (host, now) = (HostName(outlet.server.authority), desk.clock.now())
        let thief = try await desk.store.write { db in
            try db.leaseHost(host, by: "another", at: now, for: .minutes(2))
        }
        #expect(thief != nil)
        let summary = try await crawl.value
        #expect((summary.newArticles, summary.notReached) == (0, 1))
        #expect(desk.history.contains(.leaseLost(host)))
        #expect(try await desk.articles().isEmpty)
        #expect(try await desk.crawl(outlet).newArticles == 0, "it is still in other hands")
        desk.clock.advance(by: .minutes(3))
        outlet.answer("/kebakaran", with: nil)
        #expect(try await desk.crawl(outlet).newLeads == 1)
    }

    @Test func aPageOnAHostThatIsInOtherHandsIsReadLater() async throws {
        let pages = try Outlet("warta-contoh", items: [.fire])
        let outlet = try Outlet("harian-rekaan", items: [])
        let item =
            "<item><guid>1</guid><link>\(pages.server.url("/kebakaran"))</link><title>\(Outlet.Item.fire.title)</title></item>"
        outlet.answer(
            "/feed", with: .text("<rss version=\"2.0\"><channel>\(item)</channel></rss>", type: "application/rss+xml"))
        let desk = try Newsdesk()
        let (host, now) = (HostName(pages.server.authority), desk.clock.now())
        try await desk.store.write { db in _ = try db.leaseHost(host, by: "another", at: now, for: .minutes(2)) }
        try await desk.crawl(outlet, pages, sources: [outlet.source()])
        #expect(pages.server.requests.isEmpty)
        #expect(try await desk.articles().map(\.extent) == ["summary"])
        desk.clock.advance(by: .minutes(2))
        try await desk.crawl(outlet, pages, sources: [outlet.source()], with: CrawlOptions(isForced: true))
        #expect(try await desk.articles().map(\.extent) == ["full"])
        // And it is free for others afterwards.
        let later = desk.clock.now()
        #expect(
            try await desk.store.write { db in
                try db.leaseHost(host, by: "another", at: later, for: .minutes(2))
            } != nil)
    }

    /// Two processes in all but name: each has its own connection to the database, its own gates and leases.
    @Test func crawlsThatShareADatabaseNeverMeetOnAHost() async throws {
        let items = (1...4).map { Outlet.Item(id: "berita-\($0)", title: "Berita \($0)", text: "Jalan \($0) siap.") }
        let outlets = try (1...10).map { number in
            try Outlet(
                "akhbar-\(number)",
                items: items.map { item in
                    var item = item
                    item.title += " dari akhbar \(number)"
                    return item
                })
        }
        let folder = try TemporaryFolder()
        _ = try folder.makeStore()
        let gap = TimeSpan(milliseconds: 40)
        let summaries = try await withThrowingTaskGroup(of: CrawlSummary.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    let crawl = try Newsdesk.makeCrawl(
                        in: try Store.open(folder.database, mode: .write), reaching: outlets, gap: gap,
                        clock: SystemClock(), parallel: 4)
                    return try await crawl.run(outlets.map { $0.source() }, CrawlOptions()) { _ in }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(summaries.reduce(0) { $0 + $1.newArticles } == 40)
        #expect(summaries.allSatisfy { $0.failures.isEmpty })
        for outlet in outlets {
            #expect(outlet.asked.count == Set(outlet.asked).count, "nothing is fetched twice")
            let exchanges = outlet.server.exchanges.sorted { $0.began < $1.began }
            for (before, after) in zip(exchanges, exchanges.dropFirst()) {
                let ended = try #require(before.ended)
                // The server notes the end a little after the client has the last byte.
                #expect(after.began - ended > .milliseconds(30))
            }
        }
    }
}
