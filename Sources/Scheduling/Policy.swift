public import Model

/// The settings of the schedule: defaults and reasons as in SCHEDULING.md section 3.
public struct Policy: Hashable, Sendable {
    /// No source is polled more often, unless somebody set its interval by hand.
    public var floor: TimeSpan = .minutes(10)
    /// No healthy source is polled less often. A day where there are a thousand sources and more.
    public var ceiling: TimeSpan = .hours(6)
    /// How much √(weight · items an hour) · hours gathers before a poll is worth it. 1 polls a source of one item an hour
    /// every hour; see `target(for:pollsPerDay:)`.
    public var target: Double = 1

    /// The defaults, for fewer than a thousand sources.
    public init() {}

    /// The policy for that number of sources.
    public init(sources: Int) { ceiling = sources < 1000 ? .hours(6) : .hours(24) }

    /// The target at which all sources together are polled that often.
    ///
    /// - Parameters:
    ///   - sources: rate and weight of each.
    ///   - pollsPerDay: the budget for all of them; 24 for each is the default of the product.
    /// - Returns: 1 where there are no sources or no polls.
    public static func target(for sources: some Sequence<(rate: LearntRate, weight: Double)>, pollsPerDay: Int)
        -> Double
    {
        let demand = sources.reduce(0) { $0 + $1.rate.dailyDemand(weight: $1.weight) }
        return demand > 0 && pollsPerDay > 0 ? demand / Double(pollsPerDay) : 1
    }
}

/// What somebody decided about one source.
public struct SourceRule: Hashable, Sendable {
    /// An interval set by hand; it wins over what is learnt and over hints.
    public var every: TimeSpan?
    /// How much its news counts against that of others; over 0.
    public var weight: Double

    /// A weight that is no positive number of a sensible size is brought to 0.01...100.
    public init(every: TimeSpan? = nil, weight: Double = 1) {
        (self.every, self.weight) = (every, weight.isFinite ? min(max(weight, 0.01), 100) : 1)
    }
}
