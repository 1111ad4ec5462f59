import Model

/// New items of each of the last 35 local days, to notice a day that is unlike its weekday.
public struct DailyVolume: Hashable, Sendable {
    /// Days since 1970 on Malaysia's clock of the last element of `counts`.
    public private(set) var lastDay: Int64
    /// The oldest day first, at most 35.
    public private(set) var counts: [Int]

    private static let length = 35

    /// Nothing was seen yet.
    public init() { (lastDay, counts) = (0, []) }

    /// What a store kept; of longer counts the last 35 are taken.
    public init(lastDay: Int64, counts: [Int]) {
        (self.lastDay, self.counts) = (lastDay, Array(counts.suffix(Self.length)))
    }

    /// A finished day that was unlike its weekday.
    public struct Surprise: Hashable, Sendable {
        /// New items of the day.
        public var count: Int
        /// The mean of the same weekday of the four weeks before.
        public var expected: Double
    }

    /// Counts new items, and says whether the day that ended since the last count was a surprise.
    mutating func add(_ items: Int, at now: Instant) -> Surprise? {
        let today = (now + .minutes(Int64(CivilTime.malaysia))).milliseconds.floorDivided(by: 86_400_000)
        guard !counts.isEmpty, today >= lastDay else {
            (lastDay, counts) = (today, [items])
            return nil
        }
        var surprise: Surprise?
        if today > lastDay {
            surprise = surpriseOfLastDay
            // A gap of many days is not a row of empty days: nobody looked.
            if today - lastDay > 7 { counts = [] }
            counts += [Int](repeating: 0, count: counts.isEmpty ? 1 : Int(today - lastDay))
            counts = Array(counts.suffix(Self.length))
            lastDay = today
        }
        counts[counts.count - 1] += items
        return surprise
    }

    /// The last day against the same weekday of the four weeks before: outside mean ± 3 σ.
    private var surpriseOfLastDay: Surprise? {
        let last = counts.count - 1
        let peers = [7, 14, 21, 28].compactMap { last >= $0 ? Double(counts[last - $0]) : nil }
        guard peers.count == 4 else { return nil }
        let mean = peers.reduce(0, +) / 4
        let variance = peers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3
        // Four days know little of their spread: counts vary at least as a Poisson process does.
        let deviation = max(variance, mean, 1).squareRoot()
        let count = counts[last]
        return abs(Double(count) - mean) > 3 * deviation ? Surprise(count: count, expected: mean) : nil
    }
}
