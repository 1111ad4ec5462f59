public import Model
public import Reading

/// Fetches as a guest does: asks robots.txt first, one request at a time to a host, with a rest between, and quiet
/// where quiet was asked for. Redirects are held to the same rules at every hop.
///
///     let guest = PoliteFetcher(fetcher, shelf: store)
///     do {
///         let response = try await guest.fetch(FetchRequest(url, as: .feed, validators: validators))
///         switch response.verdict(at: now) { … }
///     } catch {
///         let outcome = error.outcome(at: now)
///     }
public struct PoliteFetcher: Sendable {
    let fetcher: Fetcher
    let gate: HostGate
    let keeper: RobotsKeeper
    let clock: any Timekeeper

    /// - Parameters:
    ///   - shelf: where copies of robots.txt outlive the run.
    ///   - pace: how long hosts are left alone between two requests.
    ///   - registry: asked before every request, where several processes share hosts.
    public init(
        _ fetcher: Fetcher, shelf: any RobotsShelf = RobotsMemory(), pace: PaceRule = PaceRule(),
        clock: any Timekeeper = SystemClock(), registry: any HostRegistry = OwnHosts()
    ) {
        (self.fetcher, self.clock) = (fetcher, clock)
        gate = HostGate(rule: pace, clock: clock, registry: registry)
        keeper = RobotsKeeper(shelf: shelf, clock: clock)
    }

    /// Fetches one document, whatever status the server answers with.
    ///
    /// - Throws: as `Fetcher.fetch`; also where robots.txt forbids a hop, and where its host asked for quiet.
    public func fetch(_ request: FetchRequest) async throws(FetchFailure) -> FetchResponse {
        let response = try await fetcher.fetch(request, through: PoliteDoor(guest: self))
        await heedPlea(response)
        return response
    }

    /// Whether robots.txt lets us fetch an address; fetches it where no fresh copy is at hand.
    ///
    /// - Throws: where no server could be reached.
    public func permission(for url: WebURL) async throws(FetchFailure) -> RobotsCopy.Permission {
        try await robots(for: url).permission(for: fetcher.agent, to: url)
    }

    /// The addresses of sitemaps that the robots.txt of a site names, as they stand there; at most 1,000.
    ///
    /// - Throws: where no server could be reached.
    public func sitemaps(of url: WebURL) async throws(FetchFailure) -> [String] {
        try await robots(for: url).rules.sitemaps
    }

    private func robots(for url: WebURL) async throws(FetchFailure) -> RobotsCopy {
        try await keeper.copy(for: url) { request throws(FetchFailure) in
            let response = try await fetcher.fetch(request, through: PaceDoor(gate: gate, isRobots: true))
            await heedPlea(response)
            return response
        }
    }

    /// Sends no request to a host before that time; what the schedule knows from earlier runs is told here.
    public func block(_ host: HostName, until: Instant) async { await gate.block(host, until: until) }

    /// Until when this run leaves a host alone; nil where nobody asked for quiet.
    ///
    /// A page of an article may have been answered with 429: whoever keeps the host's state asks here afterwards.
    public func blockedUntil(_ host: HostName) async -> Instant? { await gate.blockEnd(of: host) }

    /// When the rest after the last request to a host is over: whoever lets go of the host writes that down.
    public func restEnd(of host: HostName) async -> Instant { await gate.restEnd(of: host) }

    /// Whether a request to the host is on its way, or waits for its turn.
    public func isBusy(_ host: HostName) async -> Bool { await gate.isBusy(host) }

    /// The next requests of this run wait, even before the schedule has made up its mind.
    private func heedPlea(_ response: FetchResponse) async {
        let now = clock.now()
        guard let url = response.url, case .trouble(.rateLimited(let wait)) = response.verdict(at: now) else { return }
        await gate.block(url.politenessKey, until: now + min(wait ?? .seconds(60), .hours(24)))
    }
}

/// Robots first, then the turn.
private struct PoliteDoor: Doorkeeper {
    let guest: PoliteFetcher

    func enter(_ url: WebURL, after hops: [FetchResponse.Hop]) async throws(FetchFailure) {
        switch try await guest.permission(for: url) {
        case .allowed(let delay):
            try await PaceDoor(gate: guest.gate, crawlDelay: delay).enter(url, after: hops)
        case .denied(let rule): throw FetchFailure(.deniedByRobots(rule: rule), at: url, hops: hops)
        case .unreachable: throw FetchFailure(.robotsUnreachable, at: url, hops: hops)
        }
    }

    func leave(_ url: WebURL, took elapsed: TimeSpan) async {
        await PaceDoor(gate: guest.gate).leave(url, took: elapsed)
    }
}

/// The turn alone: for robots.txt itself, which nobody forbids.
private struct PaceDoor: Doorkeeper {
    let gate: HostGate
    var crawlDelay: TimeSpan?
    var isRobots = false

    func enter(_ url: WebURL, after hops: [FetchResponse.Hop]) async throws(FetchFailure) {
        switch await gate.enter(url.politenessKey, crawlDelay: crawlDelay) {
        case .go: break
        case .blocked(let until): throw FetchFailure(.hostBlocked(until: until), at: url, hops: hops)
        case .elsewhere: throw FetchFailure(.hostElsewhere, at: url, hops: hops)
        case .cancelled: throw FetchFailure(.cancelled, at: url, hops: hops)
        }
    }

    func leave(_ url: WebURL, took elapsed: TimeSpan) async {
        await gate.leave(url.politenessKey, took: elapsed, isRobots: isRobots)
    }
}
