import Model

/// What a score is worth: how many of the labelled texts with such a score were leads.
///
/// It is fitted by isotonic regression (pool adjacent violators), so that a higher score is never worth less, and read
/// between its steps in a straight line.
public struct Calibration: Hashable, Sendable {
    /// `Lexicon.fingerprint` of the rules that gave the scores it was fitted to.
    public let fingerprint: String
    /// At least one; scores and shares both rise.
    public let steps: [Step]

    public struct Step: Hashable, Sendable {
        /// 0...100.
        public let score: Int
        /// Of a thousand texts with that score, how many are leads.
        public let perMille: Int
    }

    /// A labelled text as it was scored.
    public struct Outcome: Hashable, Sendable {
        /// `Score.value`
        public var score: Int
        public var isLead: Bool

        public init(score: Int, isLead: Bool) { (self.score, self.isLead) = (score, isLead) }
    }

    /// Fewer texts than this tell too little of a score; neighbours are pooled until there are as many.
    static let smallestPool = 20

    /// - Returns: nil where there are no outcomes.
    public init?(fittedTo outcomes: [Outcome], fingerprint: String) {
        guard !outcomes.isEmpty else { return nil }
        var steps: [Step] = []
        for pool in Self.pools(of: outcomes.sorted { ($0.score, $0.isLead ? 1 : 0) < ($1.score, $1.isLead ? 1 : 0) }) {
            // Two pools may round to the same score; the later one, worth more, stands.
            if steps.last?.score == pool.score { steps.removeLast() }
            steps.append(Step(score: pool.score, perMille: pool.perMille))
        }
        (self.fingerprint, self.steps) = (fingerprint, steps)
    }

    /// Leads in a thousand at a `Score.value`; below the first step and above the last, what these say.
    public func perMille(at value: Int) -> Int {
        guard let upper = steps.firstIndex(where: { $0.score >= value }) else { return steps[steps.count - 1].perMille }
        guard upper > 0, steps[upper].score > value else { return steps[upper].perMille }
        let (low, high) = (steps[upper - 1], steps[upper])
        return low.perMille + (high.perMille - low.perMille) * (value - low.score) / (high.score - low.score)
    }

    // MARK: Fitting

    private struct Pool {
        var texts = 0
        var leads = 0
        var sum = 0

        var score: Int { (sum + texts / 2) / texts }
        /// With one lead and one other more than were seen: no score is ever worth nothing, or all.
        var perMille: Int { (leads + 1) * 1000 / (texts + 2) }

        mutating func add(_ other: Pool) {
            (texts, leads, sum) = (texts + other.texts, leads + other.leads, sum + other.sum)
        }
    }

    private static func pools(of outcomes: [Outcome]) -> [Pool] {
        var pools: [Pool] = []
        var next = Pool()
        for (index, outcome) in outcomes.enumerated() {
            let value = max(0, min(100, outcome.score))
            next.add(Pool(texts: 1, leads: outcome.isLead ? 1 : 0, sum: value))
            let isLast = index == outcomes.count - 1
            // Equal scores stay together.
            let isRun = !isLast && max(0, min(100, outcomes[index + 1].score)) == value
            guard isLast || (next.texts >= smallestPool && !isRun) else { continue }
            pools.append(next)
            next = Pool()
            while pools.count > 1, isUnsteady(pools[pools.count - 2], pools[pools.count - 1]) {
                let last = pools.removeLast()
                pools[pools.count - 1].add(last)
            }
        }
        return pools
    }

    /// A pool that is too small, or one that is worth no more than the one below it.
    private static func isUnsteady(_ lower: Pool, _ upper: Pool) -> Bool {
        upper.texts < smallestPool || upper.perMille <= lower.perMille
    }
}

extension Lexicon {
    /// Changes with every byte of its files: 16 hexadecimal digits (FNV-1a over their ids and digests). It tells versions
    /// apart and proves nothing.
    public var fingerprint: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for version in versions {
            for byte in "\(version.id) \(version.sha256)\n".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
