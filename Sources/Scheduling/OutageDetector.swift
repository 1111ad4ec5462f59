public import Model

/// Tells whether our own line is down, from what several hosts did in the last two minutes.
///
/// One host that cannot be reached is its own trouble; four of five at once are ours, and then no source may be blamed.
public struct OutageDetector: Sendable {
    /// One attempt to reach a host.
    public struct Attempt: Hashable, Sendable {
        /// The source that was polled.
        public var source: SourceID
        /// The host that was to be reached.
        public var host: HostName
        /// When the attempt ended.
        public var at: Instant
        /// Whether it failed before any server answered (name lookup, connection).
        public var failedOnTheLine: Bool

        /// An attempt that has ended.
        public init(source: SourceID, host: HostName, at: Instant, failedOnTheLine: Bool) {
            (self.source, self.host, self.at, self.failedOnTheLine) = (source, host, at, failedOnTheLine)
        }
    }

    /// What the attempts of the window say.
    public enum Verdict: Hashable, Sendable {
        case online
        /// Stop for `pause`. What was counted against `blameless` since the window began is to be undone: each is
        /// scheduled anew, after `.localOutage`, from the states that it and its host had before.
        case outage(pause: TimeSpan, blameless: Set<SourceID>)
    }

    private static let window = TimeSpan.minutes(2)
    private static let fewestHosts = 5
    private static let share = 0.8
    private static let pauses: [TimeSpan] = [.minutes(1), .minutes(2), .minutes(5)]

    private var attempts: [Attempt] = []
    private var outages = 0

    /// No attempt was seen yet.
    public init() {}

    /// Takes in an attempt and judges the window that ends with it.
    public mutating func note(_ attempt: Attempt) -> Verdict {
        attempts.removeAll { attempt.at - $0.at > Self.window }
        attempts.append(attempt)
        if !attempt.failedOnTheLine { outages = 0 }
        // The last word of each host counts: one that answered after a failure is reached.
        let last = Dictionary(attempts.map { ($0.host, $0.failedOnTheLine) }) { _, later in later }
        let failed = last.values.count { $0 }
        guard last.count >= Self.fewestHosts, Double(failed) >= Self.share * Double(last.count) else { return .online }
        let blameless = Set(attempts.filter(\.failedOnTheLine).map(\.source))
        let pause = Self.pauses[min(outages, Self.pauses.count - 1)]
        outages += 1
        attempts = []
        return .outage(pause: pause, blameless: blameless)
    }
}
