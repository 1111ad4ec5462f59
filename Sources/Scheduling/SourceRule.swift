public import Model

/// What somebody decided about one source.
public struct SourceRule: Hashable, Sendable {
    /// When the source is polled while it is well.
    public enum Timing: Hashable, Sendable {
        /// As its news comes, within the budget.
        case learnt
        /// At an interval set by hand; it wins over what is learnt and over hints. Brought to 1 minute ... 30 days.
        case every(TimeSpan)
        /// At times set by hand, under the same rule. A line that comes less than once in 31 days is polled after 31
        /// days all the same: a source that nobody asks for longer is as good as off.
        case cron(CronLine)
    }

    public var timing: Timing
    /// How much its news counts against that of others; over 0.
    public var weight: Double
    /// The address in the source's file; nil where moves are not to be followed.
    public var address: String?

    /// A weight that is no positive number of a sensible size is brought to 0.01...100.
    public init(_ timing: Timing = .learnt, weight: Double = 1, address: String? = nil) {
        (self.timing, self.address) = (timing, address)
        self.weight = weight.isFinite ? min(max(weight, 0.01), 100) : 1
    }

    /// What the source's file says.
    public init(_ source: Source) {
        let timing = source.cron.map(Timing.cron) ?? source.every.map(Timing.every) ?? .learnt
        self.init(timing, weight: source.weight, address: source.url)
    }
}
