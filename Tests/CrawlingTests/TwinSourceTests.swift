import Crawling
import LoopbackServer
import Model
import Storing
import Testing

/// Two sources that move to one address are polled once there.
@Suite struct TwinSourceTests {
    private let desk: Newsdesk
    private let (first, second, target): (Outlet, Outlet, Outlet)

    init() throws {
        desk = try Newsdesk()
        first = try Outlet("akhbar-satu", items: [.roadworks])
        second = try Outlet("akhbar-dua", items: [.roadworks])
        target = try Outlet("akhbar-baru", items: [.roadworks, .fire])
    }

    private func crawlForDays(_ sources: [Source], days: Int = 5) async throws {
        for _ in 0..<days {
            for outlet in [first, second, target] { outlet.forget() }
            try await desk.crawl(first, second, target, sources: sources)
            desk.clock.advance(by: .days(1))
        }
    }

    private func twins(_ sources: [Source]) async throws -> [SourceID: SourceID] {
        sources.twins(try await sourceStandings(in: desk.store).mapValues(\.state))
    }

    @Test func twoThatMoveToOneAddressArePolledOnceAndNothingIsDoubled() async throws {
        for outlet in [first, second] {
            outlet.answer("/feed", with: .redirect(to: target.server.url("/feed"), status: 301))
        }
        let sources = [first.source(), second.source()]
        try await crawlForDays(sources)
        #expect(first.asked.isEmpty && second.asked.isEmpty)
        #expect(target.asked == ["/feed"])
        #expect(try await twins(sources) == [first.id: second.id])
        #expect(try await desk.articles().count == 2)
        #expect(try await desk.leads().count == 1)
    }

    @Test func whoseFileHasTheAddressIsKept() async throws {
        second.answer("/feed", with: .redirect(to: target.server.url("/feed"), status: 308))
        let sources = [second.source(), target.source()]
        try await crawlForDays(sources)
        #expect(try await twins(sources) == [second.id: target.id])
        #expect(target.asked == ["/feed"] && second.asked.isEmpty)
        #expect(try await desk.articles().count == 2)
    }

    @Test func aTwinThatIsNamedIsPolledAndOneWhoseMoveIsTakenBackIsItselfAgain() async throws {
        for outlet in [first, second] {
            outlet.answer("/feed", with: .redirect(to: target.server.url("/feed"), status: 301))
        }
        let sources = [first.source(), second.source()]
        try await crawlForDays(sources)
        for outlet in [first, second, target] { outlet.forget() }
        try await desk.crawl(
            first, second, target, sources: sources, with: CrawlOptions(only: [first.id], isForced: true))
        #expect(target.asked == ["/feed"])
        first.answer("/feed", with: nil)
        _ = try await undoMove(of: first.source(), in: desk.store, at: desk.clock.now())
        #expect(try await twins(sources).isEmpty)
        try await crawlForDays(sources, days: 1)
        #expect(first.asked.contains("/feed"))
    }

    @Test func aSourceThatIsSwitchedOffHasNoTwin() async throws {
        for outlet in [first, second] {
            outlet.answer("/feed", with: .redirect(to: target.server.url("/feed"), status: 301))
        }
        var sources = [first.source(), second.source()]
        try await crawlForDays(sources)
        sources[1].isEnabled = false
        #expect(try await twins(sources).isEmpty)
        try await crawlForDays(sources, days: 1)
        #expect(target.asked == ["/feed"])
    }
}
