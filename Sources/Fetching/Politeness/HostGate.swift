public import Model

/// Lets requests to a host out one at a time, with a rest between them; hosts do not wait for each other.
public actor HostGate {
    private let rule: PaceRule
    private let clock: any Timekeeper
    private let registry: any HostRegistry
    private let turns = Turns<HostName>()
    private var paces: [HostName: HostPace] = [:]

    /// Knows no host yet; every host may be asked at once.
    public init(
        rule: PaceRule = PaceRule(), clock: any Timekeeper = SystemClock(), registry: any HostRegistry = OwnHosts()
    ) {
        (self.rule, self.clock, self.registry) = (rule, clock, registry)
    }

    enum Answer: Hashable {
        /// The request may go out; `leave` has to follow.
        case go
        case blocked(until: Instant)
        /// Another process has the host, and did not let go of it.
        case elsewhere
        case cancelled
    }

    /// Sends no request to the host before that time; an earlier one does not shorten a block.
    public func block(_ host: HostName, until: Instant) {
        paces[host, default: HostPace()].block(until: until, at: clock.now())
    }

    /// Returns when it is the caller's turn and the rest is over.
    func enter(_ host: HostName, crawlDelay: TimeSpan?) async -> Answer {
        guard await turns.take(host) else { return .cancelled }
        if let crawlDelay { paces[host, default: HostPace()].crawlDelay = crawlDelay }
        let answer = await claimed(host) ? await rest(before: host) : .elsewhere
        if answer != .go { await turns.give(host) }
        return answer
    }

    func leave(_ host: HostName, took elapsed: TimeSpan, isRobots: Bool = false) async {
        paces[host, default: HostPace()].noteEnd(at: clock.now(), took: elapsed, isRobots: isRobots)
        await turns.give(host)
    }

    /// Whether a request to the host is on its way, or waits for its turn.
    func isBusy(_ host: HostName) async -> Bool { await turns.isTaken(host) }

    /// When the rest after the last request of this process is over; the distant past where there was none.
    func restEnd(of host: HostName) -> Instant {
        let now = clock.now()
        return now + (paces[host]?.wait(at: now, under: rule) ?? .seconds(0))
    }

    /// How many wait for their turn.
    func waitingCount(_ host: HostName) async -> Int { await turns.waitingCount(for: host) }

    private func claimed(_ host: HostName) async -> Bool {
        switch await registry.claim(host) {
        case .held: break
        case .taken(let restUntil, let blockedUntil):
            if let blockedUntil { block(host, until: blockedUntil) }
            if let restUntil { paces[host, default: HostPace()].rest(until: restUntil) }
        case .elsewhere: return false
        }
        return true
    }

    private func rest(before host: HostName) async -> Answer {
        if let end = blockEnd(of: host) { return .blocked(until: end) }
        let wait = paces[host]?.wait(at: clock.now(), under: rule) ?? .seconds(0)
        if wait > .seconds(0) {
            do throws(CancellationError) {
                try await clock.sleep(for: wait)
            } catch {
                return .cancelled
            }
        }
        // The host may have asked for quiet while we waited.
        return blockEnd(of: host).map { .blocked(until: $0) } ?? .go
    }

    /// nil where the host does not want quiet now.
    func blockEnd(of host: HostName) -> Instant? { paces[host]?.blockEnd(at: clock.now()) }
}
