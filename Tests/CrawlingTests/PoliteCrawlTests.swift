import Crawling
import Fetching
import LoopbackServer
import Model
import StoringSamples
import Testing

/// What a host sees of a crawl, by the clock on the wall and in the words of its own log.
@Suite(.timeLimit(.minutes(2))) struct PoliteCrawlTests {
    private let gap = TimeSpan(milliseconds: 300)

    /// Three sources and pages of a newspaper, all on one host.
    private func sources(of outlet: Outlet) throws -> [Source] {
        try ["utama", "negeri", "sulit"].map { name in
            Source(
                id: try #require(SourceID("\(outlet.id.value)-\(name)")), outlet: "Akhbar \(outlet.id.value)",
                kind: .feed, url: outlet.server.url(name == "sulit" ? "/sulit/feed" : "/feed?\(name)"),
                language: .malay, fetch: .all)
        }
    }

    private func outlets(_ count: Int) throws -> [Outlet] {
        try (1...count).map { number in
            let outlet = try Outlet("akhbar-\(number)", items: [.fire, .fall, .roadworks])
            outlet.answer("/robots.txt", with: .text("User-agent: *\nDisallow: /sulit/"))
            return outlet
        }
    }

    @Test func noHostIsAskedTwiceAtOnceOrWithoutARest() async throws {
        let outlets = try outlets(4)
        let desk = try Newsdesk()
        let summary = try await desk.crawl(
            outlets, sources: outlets.flatMap { try sources(of: $0) }, pace: gap, clock: SystemClock())
        #expect(summary.ok == 8)
        for outlet in outlets {
            // robots.txt, two feeds, three pages that both list.
            #expect(outlet.server.requests.count == 6)
            #expect(outlet.server.requests.first?.path == "/robots.txt")
            #expect(outlet.server.mostAtOnce == 1)
            #expect(outlet.server.rests.allSatisfy { $0 >= .milliseconds(gap.milliseconds) })
            #expect(outlet.asked.allSatisfy { !$0.hasPrefix("/sulit") })
        }
        // Hosts do not wait for each other: each was begun before any was done.
        let begins = outlets.compactMap { $0.server.exchanges.map(\.began).min() }
        let ends = outlets.compactMap { $0.server.exchanges.compactMap(\.ended).max() }
        #expect(try #require(begins.max()) < #require(ends.min()))
    }

    @Test func aCrawlDelayIsKeptByAllSourcesOfAHost() async throws {
        let outlet = try Outlet("akhbar-perlahan", items: [.fire])
        outlet.answer("/robots.txt", with: .text("User-agent: *\nCrawl-delay: 1.5"))
        let desk = try Newsdesk()
        let sources = try sources(of: outlet).prefix(2)
        try await desk.crawl([outlet], sources: Array(sources), pace: gap, clock: SystemClock())
        #expect(outlet.asked == ["/feed", "/kebakaran", "/feed"])
        // A delay counts between documents: not after robots.txt itself.
        #expect(outlet.server.rests.dropFirst().allSatisfy { $0 >= .milliseconds(1500) })
    }

    @Test func aPleaForQuietHoldsForEverySourceOfTheHostAndForTheNextProcess() async throws {
        let outlets = try outlets(2)
        outlets[0].answer("/feed", with: .text("busy", status: 429, fields: [.init("Retry-After", "600")]))
        let desk = try Newsdesk()
        let sources = try outlets.flatMap { try self.sources(of: $0) }
        // Each crawl has a fetcher and a gate of its own, as a new process has: only the store remembers.
        for run in 1...3 {
            let options = CrawlOptions(isForced: true)
            try await desk.crawl(
                outlets, sources: sources, with: options, pace: gap, clock: SystemClock())
            #expect(outlets[0].asked == ["/feed"], "run \(run)")
            #expect(outlets[1].asked.count { $0 == "/feed" } == run * 2)
        }
    }
}
