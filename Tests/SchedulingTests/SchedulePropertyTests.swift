import Model
import Testing

@testable import Scheduling

/// What holds after every history, tried on many.
struct SchedulePropertyTests {
    @Test(arguments: 0..<50 as Range<UInt64>)
    func theNextPollIsAheadAndWithinAMonth(_ seed: UInt64) {
        var history = History(seed: seed)
        for _ in 0..<300 {
            let outcome = Outcome.any(using: &history.random)
            let wait = history.add(outcome)
            #expect(wait > .seconds(0) && wait <= .days(30), "\(outcome): \(wait)")
        }
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func aSuccessRestoresTheBaseInterval(_ seed: UInt64) {
        var history = History(seed: seed)
        for _ in 0..<100 { history.add(.any(using: &history.random)) }
        let wait = history.add(.same)
        let base = Step(
            source: history.source, host: history.host, rule: history.rule, policy: history.policy,
            now: history.now - wait
        ).base
        #expect(history.source.failureWeight == 0)
        #expect(history.source.trouble == nil)
        #expect(wait.isAbout(base), "\(wait) is not about \(base)")
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func anOutageOfOursIsNobodysFailure(_ seed: UInt64) {
        var history = History(seed: seed)
        for _ in 0..<100 {
            history.add(.any(using: &history.random))
            let (source, host) = (history.source, history.host)
            history.add(.localOutage)
            #expect(history.source.failureWeight == source.failureWeight)
            #expect(history.source.trouble == source.trouble)
            #expect(history.source.memory == source.memory)
            #expect(history.source.rate == source.rate)
            #expect(history.host == host)
        }
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func aBlockIsNeverShorterThanWhatTheHostAskedFor(_ seed: UInt64) throws {
        var history = History(seed: seed)
        for _ in 0..<100 {
            history.add(.any(using: &history.random))
            let asked = TimeSpan.seconds(Int64.random(in: 0...200_000, using: &history.random))
            let now = history.now
            history.add(.rateLimited(retryAfter: asked))
            let end = try #require(history.host.blockedUntil)
            #expect(end - now >= min(asked, .hours(24)))
            #expect(end - now <= .hours(24) || end == history.host.blockedUntil)
            #expect(history.source.nextAt >= end)
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func theSameHistoryAndSeedGiveTheSamePlan(_ seed: UInt64) {
        var (a, b) = (History(seed: seed), History(seed: seed))
        for _ in 0..<200 {
            a.add(.any(using: &a.random))
            b.add(.any(using: &b.random))
        }
        #expect(a.source == b.source)
        #expect(a.host == b.host)
        #expect(a.notes == b.notes)
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func noHistoryEndsPolling(_ seed: UInt64) {
        var history = History(seed: seed)
        let failure: Outcome = [.gone, .denied, .challenge, .failed(.hard, .status(451))][Int(seed % 4)]
        history.add(.fresh(3))
        history.add(failure, times: 100)
        let wait = history.add(failure)
        #expect(wait <= .days(30))
        history.add(.fresh(1))
        #expect(history.source.trouble == nil)
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func onlyAPermanentMoveIsProposed(_ seed: UInt64) {
        // A temporary redirect reaches the schedule as an answer without a move, whatever else happens.
        var history = History(seed: seed)
        for _ in 0..<300 { history.add(.any(using: &history.random)) }
        #expect(!history.notes.contains { if case .moved = $0 { true } else { false } })
    }
}
