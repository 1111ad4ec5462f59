import LoopbackServer
import Model
import Reading
import Synchronization
import Testing

@testable import Fetching

/// A clock that jumps: who sleeps has slept at once.
final class JumpingClock: Timekeeper {
    private let time: Atomic<Int64>
    init(_ start: Instant = Instant(seconds: 1_800_000_000)) { time = Atomic(start.milliseconds) }
    func now() -> Instant { Instant(milliseconds: time.load(ordering: .relaxed)) }
    func advance(_ span: TimeSpan) { time.add(span.milliseconds, ordering: .relaxed) }
    func sleep(for span: TimeSpan) async throws(CancellationError) { advance(span) }
}

private final class Counter: Sendable {
    private let value = Atomic(0)
    /// The value afterwards.
    func add(_ step: Int) -> Int { value.add(step, ordering: .relaxed).newValue }
}

private func guest(_ servers: LoopbackServer..., clock: any Timekeeper, shelf: any RobotsShelf = RobotsMemory()) throws
    -> PoliteFetcher
{
    let agent = try #require(UserAgent(version: "0.0", contact: ""))
    let fetcher = Fetcher(as: agent, allowing: try AllowList(servers.map(\.authority)))
    return PoliteFetcher(fetcher, shelf: shelf, clock: clock)
}

extension PoliteFetcher {
    fileprivate func get(_ text: String) async throws(FetchFailure) -> FetchResponse {
        try await fetch(FetchRequest(WebURL(text) ?? unusable, as: .page))
    }
}

private let start = Instant(seconds: 1_800_000_000)

struct HostPaceTests {
    private let rule = PaceRule()

    @Test func theFirstRequestWaitsForNobody() {
        #expect(HostPace().wait(at: start, under: rule) == .seconds(0))
    }

    @Test(arguments: [
        (0 as Int64, nil as Int64?, 2 as Int64), (500, nil, 2), (4_000, nil, 10), (3_000, nil, 9), (60_000, nil, 10),
        (0, 10, 10),
        (0, 86_400, 30), (0, 1, 2), (3_000, 8, 9), (5_000, 20, 20),
    ])
    func theGapIsTheLargestOfThree(_ tookMilliseconds: Int64, _ delay: Int64?, _ gap: Int64) {
        var pace = HostPace()
        pace.crawlDelay = delay.map { .seconds($0) }
        pace.noteEnd(at: start, took: TimeSpan(milliseconds: tookMilliseconds))
        #expect(pace.gap(under: rule) == .seconds(gap))
        #expect(pace.wait(at: start + .seconds(1), under: rule) == .seconds(gap - 1))
        #expect(pace.wait(at: start + .seconds(gap), under: rule) == .seconds(0))
    }

    @Test func aClockThatIsSetBackStopsNothing() {
        var pace = HostPace()
        pace.noteEnd(at: start, took: .seconds(0))
        #expect(pace.wait(at: start - .days(3650), under: rule) == .seconds(2))
    }

    @Test func aBlockEnds() {
        var pace = HostPace()
        pace.block(until: start + .seconds(60), at: start)
        pace.block(until: start + .seconds(5), at: start)
        #expect(pace.blockEnd(at: start) == start + .seconds(60))
        #expect(pace.blockEnd(at: start + .seconds(60)) == nil)
        #expect(pace.blockEnd(at: start - .days(3650)) == nil)
    }
}

struct HostGateTests {
    @Test func oneRequestAtATimeWithARestBetween() async throws {
        let clock = JumpingClock()
        let gate = HostGate(clock: clock)
        let busy = Counter()
        let host = HostName("contoh.example")
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    #expect(await gate.enter(host, crawlDelay: nil) == .go)
                    #expect(busy.add(1) == 1)
                    await Task.yield()
                    #expect(busy.add(-1) == 0)
                    await gate.leave(host, took: .seconds(0))
                }
            }
        }
        #expect(clock.now() >= start + .seconds(38))
    }

    @Test func hostsDoNotWaitForEachOther() async {
        let gate = HostGate(clock: JumpingClock())
        #expect(await gate.enter(HostName("satu.example"), crawlDelay: nil) == .go)
        #expect(await gate.enter(HostName("dua.example"), crawlDelay: nil) == .go)
    }

    @Test func whoIsCancelledInTheQueueLeavesIt() async {
        let gate = HostGate(clock: JumpingClock())
        let host = HostName("contoh.example")
        #expect(await gate.enter(host, crawlDelay: nil) == .go)
        let second = Task { await gate.enter(host, crawlDelay: nil) }
        while await gate.waitingCount(host) == 0 { await Task.yield() }
        second.cancel()
        #expect(await second.value == .cancelled)
        await gate.leave(host, took: .seconds(0))
        #expect(await gate.enter(host, crawlDelay: nil) == .go)
    }

    @Test func whoIsCancelledInTheRestLetsTheNextGo() async {
        let gate = HostGate(rule: PaceRule(gap: .seconds(600), longestRest: .seconds(600)))
        let host = HostName("contoh.example")
        #expect(await gate.enter(host, crawlDelay: nil) == .go)
        await gate.leave(host, took: .seconds(0))
        let second = Task { await gate.enter(host, crawlDelay: nil) }
        second.cancel()
        #expect(await second.value == .cancelled)
        #expect(await gate.waitingCount(host) == 0)
    }

    @Test func aBlockIsNotShortened() async {
        let gate = HostGate(clock: JumpingClock())
        let host = HostName("contoh.example")
        await gate.block(host, until: start + .seconds(3600))
        await gate.block(host, until: start + .seconds(60))
        #expect(await gate.enter(host, crawlDelay: nil) == .blocked(until: start + .seconds(3600)))
    }

    @Test(arguments: [
        ("https://a.contoh.example/", "a.contoh.example"), ("http://contoh.example:8080/", "contoh.example:8080"),
        ("https://satu.blogspot.com/", "blogspot.com"), ("https://feeds.feedburner.com/x", "feedburner.com"),
        ("https://notblogspot.com/", "notblogspot.com"), ("https://satu.tumblr.example/", "satu.tumblr.example"),
    ])
    func platformsCountAsOneHostAndOthersDoNot(_ url: String, _ key: String) throws {
        #expect(try address(url).politenessKey == HostName(key))
    }
}

struct PoliteFetcherTests {
    @Test func robotsTxtIsAskedFirstAndOnce() async throws {
        let server = try LoopbackServer {
            $0.path == "/robots.txt" ? .text("User-agent: *\nDisallow: /sulit") : .text("x")
        }
        let guest = try guest(server, clock: JumpingClock())
        _ = try await guest.get(server.url("/a"))
        _ = try await guest.get(server.url("/b"))
        let failure = try await failure { () throws(FetchFailure) in try await guest.get(server.url("/sulit/c")) }
        #expect(failure.reason == .deniedByRobots(rule: "disallow: /sulit"))
        #expect(server.requests.map(\.target) == ["/robots.txt", "/a", "/b"])
    }

    @Test func tenArticlesAtOnceAskForRobotsTxtOnce() async throws {
        let server = try LoopbackServer { _ in .text("") }
        let guest = try guest(server, clock: JumpingClock())
        await withTaskGroup(of: Void.self) { group in
            for n in 0..<10 { group.addTask { _ = try? await guest.get(server.url("/\(n)")) } }
        }
        #expect(server.requests.count { $0.path == "/robots.txt" } == 1)
        #expect(server.requests.count == 11)
        #expect(server.mostAtOnce == 1)
    }

    @Test(arguments: [404, 403, 401, 400])
    func aMissingRobotsTxtAllowsAll(_ status: Int) async throws {
        let server = try LoopbackServer { $0.path == "/robots.txt" ? .init(status: status) : .text("x") }
        #expect(try await guest(server, clock: JumpingClock()).get(server.url("/a")).status == 200)
    }

    @Test(arguments: [500, 502, 503, 429])
    func aFailingRobotsTxtForbidsAllForAnHour(_ status: Int) async throws {
        let mended = Counter()
        let server = try LoopbackServer { request in
            request.path == "/robots.txt" && mended.add(0) == 0 ? .init(status: status) : .text("")
        }
        let clock = JumpingClock()
        let guest = try guest(server, clock: clock)
        let url = server.url("/a")
        #expect(try await cause { () throws(FetchFailure) in try await guest.get(url) } == .robotsUnreachable)
        _ = mended.add(1)
        clock.advance(.minutes(59))
        #expect(try await cause { () throws(FetchFailure) in try await guest.get(url) } == .robotsUnreachable)
        clock.advance(.minutes(2))
        #expect(try await guest.get(url).status == 200)
        #expect(server.requests.map(\.path) == ["/robots.txt", "/robots.txt", "/a"])
    }

    @Test func aGoodCopyIsKeptForADayAndOverRuns() async throws {
        let server = try LoopbackServer { _ in .text("") }
        let (clock, shelf) = (JumpingClock(), RobotsMemory())
        _ = try await guest(server, clock: clock, shelf: shelf).get(server.url("/a"))
        clock.advance(.hours(23))
        _ = try await guest(server, clock: clock, shelf: shelf).get(server.url("/b"))
        clock.advance(.hours(2))
        _ = try await guest(server, clock: clock, shelf: shelf).get(server.url("/c"))
        #expect(server.requests.map(\.path) == ["/robots.txt", "/a", "/b", "/robots.txt", "/c"])
    }

    @Test func aSiteThatCannotBeReachedFailsForThatCause() async throws {
        let server = try LoopbackServer { _ in .text("") }
        let (clock, shelf) = (JumpingClock(), RobotsMemory())
        let guest = try guest(server, clock: clock, shelf: shelf)
        server.stop()
        let cause = try await cause { () throws(FetchFailure) in try await guest.get(server.url("/a")) }
        #expect(cause == .connect("refused"))
        #expect(await shelf.copy(for: "http://\(server.authority)") == nil)
    }

    @Test func anAddressThatIsRefusedIsToldAsSuch() async throws {
        let server = try LoopbackServer { _ in .text("") }
        let shelf = RobotsMemory()
        let guest = try guest(clock: JumpingClock(), shelf: shelf)
        let cause = try await cause { () throws(FetchFailure) in try await guest.get(server.url("/a")) }
        #expect(cause == .refusedAddress("127.0.0.1"))
        #expect(await shelf.copy(for: "http://\(server.authority)") == nil)
    }

    @Test func robotsTxtMayRedirectFiveTimes() async throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/robots.txt": .redirect(to: "/r1")
            case "/r1", "/r2", "/r3", "/r4":
                .redirect(to: "/r" + String((Int(request.path.dropFirst(2)) ?? 0) + 1))
            case "/r5": .text("User-agent: *\nDisallow: /sulit")
            case _: .text("x")
            }
        }
        let guest = try guest(server, clock: JumpingClock())
        let failure = try await failure { () throws(FetchFailure) in try await guest.get(server.url("/sulit")) }
        #expect(failure.reason == .deniedByRobots(rule: "disallow: /sulit"))
    }

    @Test func robotsTxtThatRedirectsForEverCountsAsMissing() async throws {
        let server = try LoopbackServer { $0.path.hasPrefix("/robots") ? .redirect(to: "/robots.txt") : .text("x") }
        #expect(try await guest(server, clock: JumpingClock()).get(server.url("/a")).status == 200)
        #expect(server.requests.count == 7)
    }

    @Test func ofAHugeRobotsTxtTheBeginningCounts() async throws {
        let server = try LoopbackServer { request in
            guard request.path == "/robots.txt" else { return .text("x") }
            let text = "User-agent: *\nDisallow: /sulit\n" + String(repeating: "# tiada apa\n", count: 100_000)
            return .text(text + "Disallow: /\n")
        }
        let guest = try guest(server, clock: JumpingClock())
        #expect(try await guest.get(server.url("/a")).status == 200)
        let failure = try await failure { () throws(FetchFailure) in try await guest.get(server.url("/sulit")) }
        #expect(failure.reason == .deniedByRobots(rule: "disallow: /sulit"))
    }

    @Test(arguments: [(nil, 1), ("60", 1), ("7200", 2), ("864000", 24), ("entah", 1)])
    func aFailingRobotsTxtIsAskedAgainWhenItSaysSo(_ retryAfter: String?, _ hours: Int64) {
        let fields = retryAfter.map { [("Retry-After", $0)] } ?? []
        let response = FetchResponse(status: 503, headers: HeaderFields(fields), hops: [])
        let copy = RobotsCopy(origin: "https://contoh.example", response: response, at: start)
        #expect(copy.answer == .unreachable)
        #expect(copy.isFresh(at: start + .hours(hours) - .seconds(1)))
        #expect(!copy.isFresh(at: start + .hours(hours)))
    }

    @Test func anotherNameForASourceDoesNotOpenItsRobotsTxt() async throws {
        let server = try LoopbackServer {
            $0.path == "/robots.txt"
                ? .text("User-agent: Pantau\nDisallow: /\n\nUser-agent: Lain\nAllow: /") : .text("x")
        }
        let guest = try guest(server, clock: JumpingClock())
        let agent: UserAgent = try #require(UserAgent(field: "Lain/1.0"))
        let request = FetchRequest(try address(server.url("/a")), as: .page, agent: agent)
        let failure = try await failure { () throws(FetchFailure) in try await guest.fetch(request) }
        #expect(failure.reason == .deniedByRobots(rule: "disallow: /"))
    }

    @Test func robotsTxtThatLeadsInsideIsRefused() async throws {
        let canary = try LoopbackServer { _ in .text("") }
        let server = try LoopbackServer { $0.path == "/robots.txt" ? .redirect(to: canary.url("/r")) : .text("x") }
        let guest = try guest(server, clock: JumpingClock())
        let cause = try await cause { () throws(FetchFailure) in try await guest.get(server.url("/a")) }
        #expect(cause == .robotsUnreachable)
        #expect(canary.requests.isEmpty)
    }

    @Test func aRedirectToAnotherSiteAsksItsRobotsTxt() async throws {
        let other = try LoopbackServer {
            $0.path == "/robots.txt" ? .text("User-agent: Pantau\nDisallow: /") : .text("x")
        }
        let server = try LoopbackServer { $0.path == "/a" ? .redirect(to: other.url("/b")) : .text("") }
        let guest = try guest(server, other, clock: JumpingClock())
        let failure = try await failure { () throws(FetchFailure) in try await guest.get(server.url("/a")) }
        #expect(failure.reason == .deniedByRobots(rule: "disallow: /"))
        #expect(failure.hops.map(\.status) == [302])
        #expect(other.requests.map(\.path) == ["/robots.txt"])
    }

    @Test func crawlDelayIsKept() async throws {
        let server = try LoopbackServer {
            $0.path == "/robots.txt" ? .text("User-agent: *\nCrawl-delay: 7.5") : .text("x")
        }
        let clock = JumpingClock()
        let guest = try guest(server, clock: clock)
        for path in ["/a", "/b", "/c"] { _ = try await guest.get(server.url(path)) }
        // Before /a only the usual rest: a delay counts between documents.
        #expect(clock.now() >= start + .seconds(17))
        #expect(clock.now() < start + .seconds(20))
    }

    @Test func aHostThatAsksForQuietGetsIt() async throws {
        let server = try LoopbackServer { request in
            request.path == "/a" ? .init(status: 429, fields: [.init("Retry-After", "3600")]) : .text("")
        }
        let clock = JumpingClock()
        let guest = try guest(server, clock: clock)
        #expect(try await guest.get(server.url("/a")).status == 429)
        let before = server.requests.count
        let failure = try await failure { () throws(FetchFailure) in try await guest.get(server.url("/b")) }
        guard case .hostBlocked = failure.reason else { throw Unexpected(answer: "\(failure)") }
        #expect(server.requests.count == before)
        let end = await guest.blockedUntil(try address(server.url("/")).politenessKey)
        #expect(end.map { $0 > clock.now() + .seconds(3500) } ?? false)
        clock.advance(.seconds(3601))
        #expect(try await guest.get(server.url("/b")).status == 200)
    }

    @Test func aBlockOfAnEarlierRunIsKept() async throws {
        let server = try LoopbackServer { _ in .text("") }
        let guest = try guest(server, clock: JumpingClock())
        await guest.block(try address(server.url("/")).politenessKey, until: start + .seconds(60))
        let failure = try await failure { () throws(FetchFailure) in try await guest.get(server.url("/a")) }
        #expect(failure.reason == .hostBlocked(until: start + .seconds(60)))
        #expect(server.requests.isEmpty)
    }
}
