import Model
import Testing

@testable import Scheduling

/// What holds after every history, tried on many.
struct SchedulePropertyTests {
    static let seeds = 0..<60 as Range<UInt64>

    /// A history of outcomes of all kinds, under a rule that differs by seed.
    private func history(_ seed: UInt64, length: Int) throws -> History {
        var history = History(seed: seed)
        history.rule = try .any(seed)
        history.addAnything(times: length)
        return history
    }

    @Test func theHistoriesHoldEveryOutcome() {
        var random = Seeded(1)
        let kinds = (0..<500).map { _ in Outcome.any(using: &random).kind }
        #expect(Set(kinds) == Set(Outcome.Kind.allCases))
    }

    @Test(arguments: seeds)
    func theNextPollIsAheadAndWithinAMonth(_ seed: UInt64) throws {
        var history = try history(seed, length: 0)
        let longest = if case .cron = history.rule.timing { TimeSpan.days(31) } else { TimeSpan.days(30) }
        for _ in 0..<300 {
            let outcome = Outcome.any(using: &history.random)
            let wait = history.add(outcome)
            #expect(wait > .seconds(0) && wait <= longest, "\(outcome): \(wait)")
            #expect(history.source.isDue(at: history.source.nextAt))
        }
    }

    @Test(arguments: seeds)
    func aSuccessRestoresTheBaseInterval(_ seed: UInt64) throws {
        var history = try history(seed, length: 100)
        let hash = history.source.memory.bodyHash ?? "a"
        history.source.memory.hint = nil
        let now = history.now
        let wait = history.add(.fresh(0, hash: hash))
        let base = Step(
            source: history.source, host: history.host, rule: history.rule, policy: history.policy, now: now
        ).base
        #expect(history.source.failureWeight == 0)
        #expect(history.source.failuresInARow == 0)
        #expect(history.source.trouble == nil)
        if case .cron = history.rule.timing {
            #expect(wait >= base && wait <= base + .minutes(1))
        } else {
            #expect(wait.isAbout(base), "\(wait) is not about \(base)")
        }
    }

    @Test(arguments: seeds)
    func anOutageOfOursIsNobodysFailure(_ seed: UInt64) throws {
        var history = try history(seed, length: 0)
        for _ in 0..<100 {
            history.addAnything(times: 1)
            let (source, host) = (history.source, history.host)
            #expect(history.add(.localOutage) <= .minutes(2))
            var expected = source
            expected.nextAt = history.source.nextAt
            expected.lastPollAt = history.source.lastPollAt
            expected.reason = .outage
            #expect(history.source == expected)
            #expect(history.host == host)
        }
    }

    @Test(arguments: seeds)
    func aFailureIsUndoneByPlanningItAnewAsAnOutage(_ seed: UInt64) throws {
        let before = try history(seed, length: 50)
        var (blamed, forgiven) = (before, before)
        blamed.add(.failed(.temporary, .dnsTemporary))
        // What the detector asks for: the states from before, after `.localOutage`.
        forgiven.add(.localOutage)
        #expect(blamed.source.failureWeight > before.source.failureWeight)
        #expect(forgiven.source.failureWeight == before.source.failureWeight)
        #expect(forgiven.source.trouble == before.source.trouble)
        #expect(forgiven.host == before.host)
    }

    @Test(arguments: seeds)
    func aBlockIsNeverShorterThanWhatTheHostAskedFor(_ seed: UInt64) throws {
        var history = try history(seed, length: 0)
        for _ in 0..<100 {
            history.addAnything(times: 1)
            let asked = TimeSpan.seconds(Int64.random(in: 0...200_000, using: &history.random))
            let now = history.now
            history.add(.rateLimited(retryAfter: asked))
            let end = try #require(history.host.blockEnd(at: now))
            #expect(end - now >= min(max(asked, .seconds(1)), .hours(24)))
            #expect(end - now <= .hours(24))
            #expect(history.source.nextAt >= end)
        }
    }

    @Test(arguments: seeds)
    func theSameHistoryAndSeedGiveTheSamePlan(_ seed: UInt64) throws {
        let (a, b) = (try history(seed, length: 200), try history(seed, length: 200))
        #expect(a.source == b.source)
        #expect(a.host == b.host)
        #expect(a.notes == b.notes)
        #expect(try history(seed &+ 6, length: 200).source != a.source)
    }

    @Test(arguments: Outcome.Kind.allCases, SchedulePropertyTests.seeds.prefix(12))
    func noHistoryEndsPolling(_ kind: Outcome.Kind, _ seed: UInt64) throws {
        var history = try history(seed, length: 20)
        for _ in 0..<100 {
            let outcome = Outcome.any(kind, using: &history.random)
            #expect(history.add(outcome) <= .days(31))
        }
        history.add(.fresh(1))
        #expect(history.source.trouble == nil)
    }

    @Test(arguments: seeds)
    func failingNeverMakesASourceMoreFrequent(_ seed: UInt64) throws {
        var history = try history(seed, length: 50)
        for cause in FailureCause.samples {
            let step = Step(
                source: history.source, host: history.host, rule: history.rule, policy: history.policy,
                now: history.now)
            let wait = history.add(.failed(.hard, cause))
            #expect(wait.milliseconds >= (step.base * 0.899).milliseconds, "\(cause)")
        }
    }

    @Test(arguments: seeds)
    func aTemporaryRedirectNeverChangesTheAddress(_ seed: UInt64) throws {
        // 302, 303 and 307 reach the schedule as an answer without a permanent move, whatever else happens.
        var history = try history(seed, length: 0)
        for _ in 0..<300 {
            switch Outcome.any(using: &history.random) {
            case .fresh(var fresh):
                fresh.movedPermanentlyTo = nil
                history.add(.fresh(fresh))
            case .unchanged(let evidence, let hints, _): history.add(.unchanged(by: evidence, hints: hints))
            case let other: history.add(other)
            }
        }
        #expect(history.source.address.move == nil)
        #expect(history.source.address.former.isEmpty)
    }

    @Test(arguments: seeds)
    func whatIsKeptOfASourceStaysSmall(_ seed: UInt64) throws {
        let history = try history(seed, length: 2000)
        #expect(history.source.address.former.count <= 10)
        #expect(history.source.volume.counts.count <= 35)
        #expect((history.source.rate.items + history.source.rate.hours).allSatisfy { $0.isFinite && $0 >= 0 })
    }

    @Test(arguments: seeds)
    func aCronSourceIsPlannedOnlyAtItsTimes(_ seed: UInt64) throws {
        let line = try CronLine("10,50 6-22 * * mon-sat")
        var history = History(seed: seed)
        history.rule = SourceRule(.cron(line))
        for _ in 0..<200 {
            let outcome = Outcome.any(using: &history.random)
            history.add(outcome)
            switch outcome.kind {
            // The poll did not take place: it is made up for.
            case .rateLimited, .localOutage: continue
            case .fresh, .unchanged, .challenge, .denied, .gone, .failed: break
            }
            let minute = Instant(seconds: history.source.nextAt.seconds / 60 * 60)
            #expect(line.next(after: minute - .seconds(1)) == minute, "\(outcome): \(minute.rfc3339())")
        }
    }
}
