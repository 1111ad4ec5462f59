import Model
import Scheduling

/// The same numbers for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Monday, 4 January 2027, 08:00 in Malaysia.
let start = Instant(seconds: 1_799_020_800)

/// A source and its host through a history, each outcome at the time that was planned.
struct History {
    var source = SourceState(nextAt: start)
    var host = HostState()
    var now = start
    var rule = SourceRule()
    var policy = Policy()
    var random: Seeded
    private(set) var notes: [Note] = []

    init(seed: UInt64 = 1) { random = Seeded(seed) }

    /// Takes in an outcome at `now`, and goes on to the time of the next poll.
    ///
    /// - Returns: how long that is.
    @discardableResult
    mutating func add(_ outcome: Outcome) -> TimeSpan {
        let plan = schedule(source, on: host, after: outcome, by: rule, under: policy, at: now, using: &random)
        (source, host) = (plan.source, plan.host)
        notes += plan.notes
        let wait = source.nextAt - now
        now = source.nextAt
        return wait
    }

    mutating func add(_ outcome: Outcome, times: Int) { for _ in 0..<times { add(outcome) } }

    /// Takes in so many outcomes of all kinds; now and then a person polls sooner, or the machine was off.
    mutating func addAnything(times: Int) {
        for _ in 0..<times {
            if Int.random(in: 0..<10, using: &random) == 0 { now = now + skew() }
            add(.any(using: &random))
        }
    }

    private mutating func skew() -> TimeSpan { .minutes(Int64.random(in: -300...6000, using: &random)) }
}

extension Outcome {
    static func fresh(_ new: Int, known: Int = 10, hash: String = "a", etag: String? = nil, movedTo: String? = nil)
        -> Outcome
    {
        .fresh(
            Fresh(
                new: new, known: known, bodyHash: hash, validators: Validators(etag: etag), movedPermanentlyTo: movedTo)
        )
    }

    static let same = Outcome.unchanged(by: .status304, hints: PollHints())
}

extension TimeSpan {
    /// Within a tenth of `other`, as jitter leaves it.
    func isAbout(_ other: TimeSpan) -> Bool {
        milliseconds >= (other * 0.899).milliseconds && milliseconds <= (other * 1.101).milliseconds
    }
}
