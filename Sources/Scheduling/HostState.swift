public import Model

/// What the schedule remembers of a host. What is here holds for all sources on it, and across runs.
public struct HostState: Hashable, Sendable {
    /// No request goes there before; nil where nobody asked for quiet.
    public var blockedUntil: Instant?
    /// Blocks in a row; each doubles the next one that comes without a time of its own.
    public var strikes: Int
    /// Failed name lookups in a row.
    public var lookupFailures: Int
    /// When the last of them was counted.
    public var lookupFailedAt: Instant?

    static let longestBlock = TimeSpan.hours(24)
    static let firstBlock = TimeSpan.seconds(60)
    /// Strikes are forgiven after so long without a new one.
    static let forgiveness = TimeSpan.minutes(30)
    private static let oneFailure = TimeSpan.minutes(5)

    /// A host of which nothing is known.
    public init() { (strikes, lookupFailures) = (0, 0) }

    /// What a store kept.
    public init(blockedUntil: Instant?, strikes: Int, lookupFailures: Int, lookupFailedAt: Instant? = nil) {
        (self.blockedUntil, self.strikes) = (blockedUntil, strikes)
        (self.lookupFailures, self.lookupFailedAt) = (lookupFailures, lookupFailedAt)
    }

    /// Whether the host still wants quiet.
    public func isBlocked(at now: Instant) -> Bool { blockEnd(at: now) != nil }

    /// Until when the host wants quiet; nil where it does not. No block is longer than a day: one that seems to be was
    /// written while the machine's clock was wrong, and does not count.
    public func blockEnd(at now: Instant) -> Instant? {
        blockedUntil.flatMap { now < $0 && $0 - now <= Self.longestBlock ? $0 : nil }
    }

    /// Keeps away from the host until then; an earlier time does not shorten a block.
    ///
    /// For what was learnt outside of a source's own poll: a page of an article may be answered with 429 too.
    public mutating func block(until end: Instant) {
        let present = blockedUntil.flatMap { $0 > end && $0 - end <= Self.longestBlock ? $0 : nil }
        blockedUntil = present ?? end
    }

    /// Keeps away from the host because it asked for quiet.
    ///
    /// - Parameter retryAfter: what the host named; never shortened, except to a day.
    mutating func block(
        for retryAfter: TimeSpan?, at now: Instant, using random: inout some RandomNumberGenerator
    ) {
        // The other sources of a host that is blocked already are no new strikes.
        let isNew = !isBlocked(at: now)
        if let end = blockedUntil, now >= end + Self.forgiveness { strikes = 0 }
        if let retryAfter {
            block(until: now + min(max(retryAfter, .seconds(1)), Self.longestBlock))
        } else if isNew {
            let doubled = Self.firstBlock * Double(1 << min(strikes, 20))
            block(until: now + min(doubled * Double.random(in: 1...1.1, using: &random), Self.longestBlock))
        }
        if isNew { strikes += 1 }
    }

    /// Keeps away from a host whose name cannot be found: one probe after an hour, two, four, then once a day.
    ///
    /// The sources of one host are polled one after another: what they all meet in those minutes is one failure.
    mutating func noteMissing(at now: Instant) {
        if let last = lookupFailedAt, last <= now, now - last < Self.oneFailure { return }
        lookupFailures += 1
        lookupFailedAt = now
        guard lookupFailures > 2 else { return }
        let pause = min(TimeSpan.hours(1) * Double(1 << min(lookupFailures - 3, 10)), Self.longestBlock)
        block(until: now + pause)
    }
}
