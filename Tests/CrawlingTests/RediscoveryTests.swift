import Crawling
import Fetching
import LoopbackServer
import Model
import Scheduling
import Storing
import Testing
import Text

/// Feeds that are gone are looked for at the home pages of their sites.
@Suite struct RediscoveryTests {
    private let desk: Newsdesk
    private let outlet: Outlet

    init() throws {
        desk = try Newsdesk()
        outlet = try Outlet("harian-rekaan", items: [.roadworks])
    }

    private func home(_ links: String...) -> LoopbackServer.Response {
        let head = links.map { "<link rel=alternate type=application/rss+xml href=\($0) title=Berita>" }.joined()
        return .text("<html><head>\(head)</head><body></body></html>", type: "text/html")
    }

    /// The feed is read once and answers 404 from then on, for `days`.
    private func lose(for days: Int, status: Int = 404) async throws {
        try await desk.crawl(outlet)
        outlet.answer("/feed", with: .text("tiada", status: status))
        for _ in 0..<days {
            desk.clock.advance(by: .days(1))
            try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
        }
    }

    private func standing() async throws -> SourceStanding {
        try #require(try await sourceStandings(in: desk.store)[outlet.id])
    }

    private func look(
        besides others: Set<String> = [], isTaken: Bool = false, isTrial: Bool = false
    ) async throws -> Rediscovery.Verdict {
        let agent = try #require(UserAgent(version: "1", contact: ""))
        let fetcher = Fetcher(as: agent, allowing: try AllowList([outlet.server.authority]))
        let guest = PoliteFetcher(fetcher, pace: PaceRule(gap: .seconds(0), patience: 0))
        return try await Rediscovery(store: desk.store, guest: guest, clock: desk.clock).look(
            for: outlet.source(), standing(), besides: others, isTaken: isTaken, isTrial: isTrial)
    }

    private func named(_ title: String) -> String {
        outlet.feed.replacing("<title>A</title>", with: "<title>\(title)</title>")
    }

    @Test(arguments: [(6, false), (8, true)])
    func onlyWhatIsAwayForAWeekIsLookedFor(days: Int, isWanted: Bool) async throws {
        try await lose(for: days)
        let standing = try await standing()
        #expect(Rediscovery.isWanted(outlet.source(), standing, at: desk.clock.now()) == isWanted)
        var disabled = outlet.source()
        disabled.isEnabled = false
        #expect(!Rediscovery.isWanted(disabled, standing, at: desk.clock.now()))
    }

    @Test func aServerThatFailsIsNotGone() async throws {
        try await lose(for: 9, status: 500)
        #expect(!Rediscovery.isWanted(outlet.source(), try await standing(), at: desk.clock.now()))
    }

    @Test func aFeedOfAnotherNameIsSuggestedAndNotTaken() async throws {
        try await lose(for: 8)
        outlet.answer("/", with: home("/suapan"))
        outlet.answer("/suapan", with: .text(named("Ruangan Lain"), type: "application/rss+xml"))
        guard case .suggested(let found) = try await look() else {
            Issue.record("not suggested")
            return
        }
        #expect(found.address == outlet.server.url("/suapan") && found.title == "Ruangan Lain")
        let state = try await standing().state
        #expect(state.suggestion == found && state.address(of: outlet.source()) == outlet.source().url)
        // A person says that it is.
        #expect(try await look(isTaken: true) == .taken(found))
        outlet.forget()
        try await desk.crawl(outlet)
        #expect(outlet.asked == ["/suapan"])
        #expect(try await standing().state.suggestion == nil)
    }

    @Test func aFeedOfTheOutletsNameOnItsHostIsTakenAndCanBeGivenBack() async throws {
        try await lose(for: 8)
        outlet.answer("/", with: home("/suapan"))
        outlet.answer("/suapan", with: .text(named("AKHBAR Harian Rekaan"), type: "application/rss+xml"))
        guard case .taken = try await look(isTrial: true) else {
            Issue.record("not recognised")
            return
        }
        #expect(try await standing().state.address(of: outlet.source()) == outlet.source().url)
        guard case .taken(let found) = try await look() else {
            Issue.record("not taken")
            return
        }
        let count = try await desk.articles().count
        outlet.forget()
        try await desk.crawl(outlet)
        #expect(outlet.asked == ["/suapan"])
        // The same articles under a new address are the same articles.
        #expect(try await desk.articles().count == count)
        #expect(try await standing().state.trouble == nil)
        // What a person takes back is not taken again by itself.
        #expect(try await undoMove(of: outlet.source(), in: desk.store, at: desk.clock.now()) == found.address)
        #expect(
            try await look() == .suggested(AddressSuggestion(found.address, titled: found.title, at: desk.clock.now())))
    }

    @Test func ofSeveralNoneIsTaken() async throws {
        try await lose(for: 8)
        outlet.answer("/", with: home("/suapan", "/berita"))
        for path in ["/suapan", "/berita"] {
            outlet.answer(path, with: .text(named("Akhbar harian-rekaan \(path)"), type: "application/rss+xml"))
        }
        guard case .several(let addresses) = try await look() else {
            Issue.record("one was chosen")
            return
        }
        #expect(Set(addresses) == [outlet.server.url("/suapan"), outlet.server.url("/berita")])
        // What is another source already is not the one that is missing.
        guard case .suggested(let left) = try await look(besides: [outlet.server.url("/berita")]) else {
            Issue.record("nothing left")
            return
        }
        #expect(left.address == outlet.server.url("/suapan"))
    }

    @Test func aSiteThatIsGoneAsAWholeOffersNothing() async throws {
        try await lose(for: 8, status: 410)
        #expect(Rediscovery.isWanted(outlet.source(), try await standing(), at: desk.clock.now()))
        #expect(try await look() == .nothing)
        #expect(try await standing().state.suggestion == nil)
    }
}
