public import Model

/// The settings of the schedule: defaults and reasons as in SCHEDULING.md section 3.
public struct Policy: Hashable, Sendable {
    /// No source is polled more often, unless somebody set its interval by hand.
    public var floor: TimeSpan = .minutes(10)
    /// No healthy source is polled less often. A day where there are a thousand sources and more.
    public var ceiling: TimeSpan = .hours(6)
    /// How much √(weight · items an hour) · hours gathers before a poll is worth it. At 1 a source of one item an hour is
    /// polled every hour; `Budget` sets it.
    public var target: Double = 1

    /// The defaults, for fewer than a thousand sources.
    public init() {}

    /// The policy for that number of sources.
    public init(sources: Int) { ceiling = sources < 1000 ? .hours(6) : .hours(24) }
}
