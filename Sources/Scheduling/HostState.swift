public import Model

/// What the schedule remembers of a host. What is here holds for all sources on it, and across runs.
public struct HostState: Hashable, Sendable {
    /// No request goes there before; nil where nobody asked for quiet.
    public var blockedUntil: Instant?
    /// Blocks in a row; each doubles the next one that comes without a time of its own.
    public var strikes: Int
    /// Failed name lookups in a row.
    public var lookupFailures: Int

    static let longestBlock = TimeSpan.hours(24)
    static let firstBlock = TimeSpan.seconds(60)
    /// Strikes are forgiven after so long without a new one.
    static let forgiveness = TimeSpan.minutes(30)

    /// A host of which nothing is known.
    public init() { (strikes, lookupFailures) = (0, 0) }

    /// What a store kept.
    public init(blockedUntil: Instant?, strikes: Int, lookupFailures: Int) {
        (self.blockedUntil, self.strikes, self.lookupFailures) = (blockedUntil, strikes, lookupFailures)
    }

    /// Whether the host still wants quiet.
    public func isBlocked(at now: Instant) -> Bool { blockedUntil.map { now < $0 } ?? false }

    /// Keeps away from the host because it asked for quiet.
    ///
    /// - Parameter retryAfter: what the host named; never shortened, except to a day.
    mutating func block(
        for retryAfter: TimeSpan?, at now: Instant, using random: inout some RandomNumberGenerator
    ) {
        if let end = blockedUntil, now >= end + Self.forgiveness { strikes = 0 }
        let length: TimeSpan
        if let retryAfter {
            length = min(max(retryAfter, .seconds(1)), Self.longestBlock)
        } else {
            let doubled = Self.firstBlock * Double(1 << min(strikes, 20))
            length = min(doubled * Double.random(in: 1...1.1, using: &random), Self.longestBlock)
        }
        blockedUntil = max(now + length, blockedUntil ?? now)
        strikes += 1
    }

    /// Keeps away from a host whose name cannot be found: one probe after an hour, two, four, then once a day.
    mutating func noteMissing(at now: Instant) {
        lookupFailures += 1
        guard lookupFailures > 2 else { return }
        let pause = min(TimeSpan.hours(1) * Double(1 << min(lookupFailures - 3, 10)), Self.longestBlock)
        blockedUntil = max(now + pause, blockedUntil ?? now)
    }
}
