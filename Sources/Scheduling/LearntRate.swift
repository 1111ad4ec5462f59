public import Model

/// How many new items a source brings in each hour of the local day: a mean that forgets by half in a week.
///
/// Items and hours that were watched are kept apart, so that an hour in which nobody looked says nothing.
public struct LearntRate: Hashable, Sendable {
    /// Decayed count of items, by hour of Malaysia's clock; 24 values.
    public private(set) var items: [Double]
    /// Decayed count of hours watched, by hour of the day; 24 values.
    public private(set) var hours: [Double]

    private static let halfLife = Double(TimeSpan.days(7).milliseconds)
    /// Before anything is known: one item an hour, believed as much as one day of watching.
    private static let prior = (items: 1.0, hours: 1.0)
    /// A longer gap between two polls says no more: what rolled out of the document meanwhile is unknown.
    private static let longestGap = TimeSpan.days(7)

    /// Nothing is known yet.
    public init() { (items, hours) = ([Double](repeating: 0, count: 24), [Double](repeating: 0, count: 24)) }

    /// - Returns: nil unless there are 24 values of each, none negative or infinite.
    public init?(items: [Double], hours: [Double]) {
        guard items.count == 24, hours.count == 24, (items + hours).allSatisfy({ $0.isFinite && $0 >= 0 }) else {
            return nil
        }
        (self.items, self.hours) = (items, hours)
    }

    /// Items an hour in that hour of the local day (0...23), with the prior; always over 0.
    public func perHour(_ hour: Int) -> Double {
        (items[hour] + Self.prior.items) / (hours[hour] + Self.prior.hours)
    }

    /// Items an hour as they were seen, without the prior; 0 where nothing was.
    public func observedPerHour(_ hour: Int) -> Double { hours[hour] > 0 ? items[hour] / hours[hour] : 0 }

    /// Hours and items that the estimate rests on, after decay.
    public var evidence: (items: Double, hours: Double) { (items.reduce(0, +), hours.reduce(0, +)) }

    /// Learns that `count` items came between two polls, spread evenly over that time.
    public mutating func learn(_ count: Int, from start: Instant, to end: Instant) {
        guard end > start else { return }
        let begin = max(start, end - Self.longestGap)
        let length = Double((end - begin).milliseconds)
        let decay = Self.decay(over: Double((end - start).milliseconds))
        for hour in 0..<24 { (items[hour], hours[hour]) = (items[hour] * decay, hours[hour] * decay) }
        Self.eachHour(from: begin, to: end) { hour, milliseconds in
            hours[hour] += milliseconds / 3_600_000
            items[hour] += Double(max(0, count)) * milliseconds / length
            return true
        }
    }

    /// The expected number of items between two instants, as seen so far (without the prior).
    public func expected(from start: Instant, to end: Instant) -> Double {
        var sum = 0.0
        Self.eachHour(from: max(start, end - .days(60)), to: end) { hour, milliseconds in
            sum += observedPerHour(hour) * milliseconds / 3_600_000
            return true
        }
        return sum
    }

    /// How long to wait from `now` until the integral of √(weight · rate) over the coming hours reaches `target`.
    ///
    /// To minimise the mean delay Σ λ/(2f) under a budget Σ f, polls must go with √λ: in the simulation of
    /// SCHEDULING.md 30 % better than polls in proportion to the rate, 40 % better than a fixed interval.
    public func wait(from now: Instant, until target: Double, weight: Double, atMost limit: TimeSpan) -> TimeSpan {
        var rest = target
        var waited = 0.0
        Self.eachHour(from: now, to: now + limit) { hour, milliseconds in
            let density = (weight * perHour(hour)).squareRoot() / 3_600_000
            guard rest > density * milliseconds else {
                waited += rest / density
                rest = 0
                return false
            }
            (rest, waited) = (rest - density * milliseconds, waited + milliseconds)
            return true
        }
        return min(TimeSpan(milliseconds: Int64(waited)), limit)
    }

    /// The integral of √(weight · rate) over one day, for tuning the target to a budget of polls.
    public func dailyDemand(weight: Double) -> Double {
        (0..<24).reduce(0) { $0 + (weight * perHour($1)).squareRoot() }
    }

    /// 2^-(milliseconds / half-life). Own arithmetic: the standard library has no powers of fractions.
    private static func decay(over milliseconds: Double) -> Double {
        let halvings = min(milliseconds / halfLife, 60)
        let whole = halvings.rounded(.down)
        let exponent = -(halvings - whole) * 0.693_147_180_559_945_3  // ln 2
        var (term, sum) = (1.0, 1.0)
        // Twelve terms of the series of e^x for |x| < 0.7: the rest is under 1e-12.
        for n in 1...12 {
            term *= exponent / Double(n)
            sum += term
        }
        return sum / Double(1 << Int(whole))
    }

    /// Calls `body` with each part of the time that lies within one hour of the local day, until it answers false.
    private static func eachHour(from start: Instant, to end: Instant, _ body: (Int, Double) -> Bool) {
        var at = start
        while at < end {
            let hour = CivilTime(at).hour
            let intoHour = at.milliseconds - at.milliseconds.flooredToHour
            let next = min(end, at + TimeSpan(milliseconds: 3_600_000 - intoHour))
            guard body(hour, Double((next - at).milliseconds)) else { return }
            at = next
        }
    }
}

extension Int64 {
    /// Malaysia is whole hours from UTC, so hours begin at the same instants.
    fileprivate var flooredToHour: Int64 { floorDivided(by: 3_600_000) * 3_600_000 }
}
