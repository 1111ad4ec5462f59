public import Model

/// Lets requests to a host out one at a time, with a rest between them; hosts do not wait for each other.
public actor HostGate {
    private let rule: PaceRule
    private let clock: any Timekeeper
    private let turns = Turns<HostName>()
    private var paces: [HostName: HostPace] = [:]

    /// Knows no host yet; every host may be asked at once.
    public init(rule: PaceRule = PaceRule(), clock: any Timekeeper = SystemClock()) {
        (self.rule, self.clock) = (rule, clock)
    }

    enum Answer: Hashable {
        /// The request may go out; `leave` has to follow.
        case go
        case blocked(until: Instant)
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
        let answer = await rest(before: host)
        if answer != .go { await turns.give(host) }
        return answer
    }

    func leave(_ host: HostName, took elapsed: TimeSpan, isRobots: Bool = false) async {
        paces[host, default: HostPace()].noteEnd(at: clock.now(), took: elapsed, isRobots: isRobots)
        await turns.give(host)
    }

    /// How many wait for their turn.
    func waitingCount(_ host: HostName) async -> Int { await turns.waitingCount(for: host) }

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
