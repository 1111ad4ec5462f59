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

    /// One of every kind, with what it may carry.
    static func any(using random: inout Seeded) -> Outcome {
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1:
            .fresh(
                Int.random(in: 0...30, using: &random), known: Int.random(in: 0...20, using: &random),
                hash: "\(Int.random(in: 0...3, using: &random))")
        case 2:
            .unchanged(by: .status304, hints: PollHints(interval: .minutes(Int64.random(in: 0...9000, using: &random))))
        case 3: .unchanged(by: .bodyHash, hints: PollHints())
        case 4: .rateLimited(retryAfter: nil)
        case 5: .rateLimited(retryAfter: .seconds(Int64.random(in: -5...400_000, using: &random)))
        case 6: .challenge
        case 7: .denied
        case 8: .gone
        case 9: .localOutage
        case 10: .failed(.soft, .dnsNotFound)
        case _:
            .failed(
                [.hard, .soft, .temporary].randomElement(using: &random) ?? .hard,
                .status([401, 403, 404, 451, 500].randomElement(using: &random) ?? 500))
        }
    }
}

extension TimeSpan {
    /// Within a tenth of `other`, as jitter leaves it.
    func isAbout(_ other: TimeSpan) -> Bool {
        milliseconds >= (other * 0.899).milliseconds && milliseconds <= (other * 1.101).milliseconds
    }
}
