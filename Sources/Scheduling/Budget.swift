public import Model

/// How the polls of a day are shared among sources: worked out once for each pass, from what is known of all of them.
public struct Budget: Sendable {
    /// What counts of a source.
    public struct Member: Sendable {
        /// Where it is polled; its sources share the host's cap.
        public var host: HostName
        /// How many items it brings.
        public var rate: LearntRate
        /// What its file says.
        public var rule: SourceRule

        /// A source on that host; by default one of which nothing is known yet.
        public init(on host: HostName, rate: LearntRate = LearntRate(), rule: SourceRule = SourceRule()) {
            (self.host, self.rate, self.rule) = (host, rate, rule)
        }
    }

    /// The most polls of one host in a day: one in 90 seconds. At the usual gap of 2 s that leaves room for 44 pages
    /// between two polls, and documents hold 10 to 50 items: so the host is not behind before it begins. Forty sources of
    /// one host keep their 24 polls a day; a host with 120 is polled no more for that. Media Cloud was banned for 1,155
    /// requests a day by a host on which it had 205 feeds.
    public static let pollsPerHost = 960.0
    /// What a source gets on average where nothing is set.
    public static let pollsPerSource = 24

    private let policy: Policy
    private let capped: [HostName: Policy]

    /// Shares `pollsPerSource` polls a day for each source that is not timed by hand.
    ///
    /// Sources at the floor or the ceiling take what these leave them, and the others share the rest, so that the sum is
    /// right. Hosts over their cap share that; what they do not use is not given to others.
    ///
    /// - Complexity: O(n) in the number of sources.
    public init(_ members: some Sequence<Member>, pollsPerSource: Int = Budget.pollsPerSource) {
        // Summed in the order given: sums of a dictionary's values differ in their last bits from run to run.
        var demands: [Double] = []
        var learnt: [HostName: [Double]] = [:]
        var byHand: [HostName: Double] = [:]
        var count = 0
        for member in members {
            count += 1
            switch member.rule.timing {
            case .learnt:
                let demand = member.rate.dailyDemand(weight: member.rule.weight)
                demands.append(demand)
                learnt[member.host, default: []].append(demand)
            case .every(let every): byHand[member.host, default: 0] += TimeSpan.days(1) / max(every, .minutes(1))
            // How often a line comes is not worth counting: people write them for few sources.
            case .cron: byHand[member.host, default: 0] += Double(pollsPerSource)
            }
        }
        var policy = Policy(sources: count)
        policy.tune(to: demands, pollsPerDay: Double(pollsPerSource * demands.count))
        self.policy = policy
        var capped: [HostName: Policy] = [:]
        for (host, demands) in learnt {
            // Somebody's decision is kept, and the other sources of the host are seen once a day all the same.
            let share = max(Self.pollsPerHost - byHand[host, default: 0], Double(demands.count))
            guard policy.pollsPerDay(of: demands) > share else { continue }
            var own = policy
            own.ceiling = max(own.ceiling, TimeSpan.days(1) * (2 * Double(demands.count) / share))
            own.tune(to: demands, pollsPerDay: share)
            capped[host] = own
        }
        self.capped = capped
    }

    /// The policy for sources of that host.
    public func policy(on host: HostName) -> Policy { capped[host] ?? policy }
}

extension Policy {
    /// About how many polls a day sources of such a daily demand (`LearntRate.dailyDemand`) get.
    func pollsPerDay(of demands: [Double]) -> Double {
        let (fewest, most) = (TimeSpan.days(1) / ceiling, TimeSpan.days(1) / floor)
        return demands.reduce(0) { $0 + min(max($1 / target, fewest), most) }
    }

    /// Sets the target at which the sources get so many polls a day together; as near as floor and ceiling allow.
    mutating func tune(to demands: [Double], pollsPerDay: Double) {
        guard !demands.isEmpty, pollsPerDay > 0 else { return }
        // Polls fall as the target grows. Demands are 0.01...10^6 in the worst case, so the target lies between.
        var (low, high) = (1e-6, 1e9)
        for _ in 0..<100 {
            target = (low * high).squareRoot()
            if self.pollsPerDay(of: demands) > pollsPerDay { low = target } else { high = target }
        }
    }
}
