public import Model

/// How long to leave a host alone between two requests.
public struct PaceRule: Hashable, Sendable {
    /// The shortest gap, whatever the host says.
    public var gap: TimeSpan
    /// A slow host needs a longer rest: so many times what its last answer took, up to `longestRest`.
    public var patience: Double
    /// A host that hangs until the time limit must not hold up its other sources for minutes.
    public var longestRest: TimeSpan
    /// No Crawl-delay is kept beyond: one of a day would stop a source for good.
    public var longestDelay: TimeSpan

    /// The defaults are those of SCHEDULING.md section 3.
    public init(
        gap: TimeSpan = .seconds(2), patience: Double = 3, longestRest: TimeSpan = .seconds(10),
        longestDelay: TimeSpan = .seconds(30)
    ) {
        (self.gap, self.patience, self.longestRest, self.longestDelay) = (gap, patience, longestRest, longestDelay)
    }
}

/// What is known of one host's pace during a run. A value: tested without a clock.
public struct HostPace: Hashable, Sendable {
    private(set) var lastEnd: Instant?
    private(set) var lastLength: TimeSpan = .seconds(0)
    private(set) var lastWasRobots = false
    /// What robots.txt asks for; nil where it asks for nothing.
    public var crawlDelay: TimeSpan?
    /// Until when the host wants quiet; nil where it never asked.
    public private(set) var blockedUntil: Instant?
    /// The rest after a request of another process.
    private(set) var restUntil: Instant?

    /// A host that was not asked yet.
    public init() {}

    /// Takes in that a request has ended.
    ///
    /// - Parameter isRobots: whether it was for robots.txt: a Crawl-delay counts between documents.
    public mutating func noteEnd(at now: Instant, took length: TimeSpan, isRobots: Bool = false) {
        (lastEnd, lastLength, lastWasRobots) = (now, length, isRobots)
    }

    /// The rest between the end of one request and the begin of the next.
    public func gap(under rule: PaceRule) -> TimeSpan {
        let rest = min(lastLength * rule.patience, rule.longestRest)
        let delay = lastWasRobots ? .seconds(0) : min(crawlDelay ?? .seconds(0), rule.longestDelay)
        return max(rule.gap, rest, delay)
    }

    /// Takes in the rest that another process has left to us.
    public mutating func rest(until end: Instant) { restUntil = end }

    /// How long the next request has to wait from now; never longer than the gap, even where the clock was set back.
    public func wait(at now: Instant, under rule: PaceRule) -> TimeSpan {
        let inherited = restUntil.map { min(max($0 - now, .seconds(0)), rule.longestDelay) } ?? .seconds(0)
        guard let lastEnd else { return inherited }
        let gap = gap(under: rule)
        return max(inherited, min(max(gap - (now - lastEnd), .seconds(0)), gap))
    }

    /// Keeps away from the host until then; an earlier time does not shorten a block.
    public mutating func block(until end: Instant, at now: Instant) {
        blockedUntil = max(end, blockEnd(at: now) ?? end)
    }

    /// Until when the host wants quiet; nil where it does not. What lies over a day ahead was written while the
    /// machine's clock was wrong, and does not count.
    public func blockEnd(at now: Instant) -> Instant? {
        blockedUntil.flatMap { now < $0 && $0 - now <= .hours(24) ? $0 : nil }
    }
}
