import Model
import Testing

@testable import Scheduling

struct IntervalTests {
    /// A rate of so many items an hour, as certain as weeks of watching make it.
    private func rate(_ perHour: (Int) -> Double) -> LearntRate {
        LearntRate(items: (0..<24).map { perHour($0) * 10 }, hours: (0..<24).map { _ in 10 }) ?? LearntRate()
    }

    private func wait(
        _ rate: LearntRate, rule: SourceRule = SourceRule(), policy: Policy = Policy(), at now: Instant = start
    )
        -> TimeSpan
    {
        var source = SourceState(nextAt: now)
        source.rate = rate
        return Step(source: source, host: HostState(), rule: rule, policy: policy, now: now).base
    }

    @Test func aNewSourceIsPolledEveryHour() {
        #expect(wait(LearntRate()) == .hours(1))
    }

    @Test func fourTimesTheNewsIsPolledTwiceAsOften() {
        let (slow, fast) = (wait(rate { _ in 0.9 }), wait(rate { _ in 3.9 }))
        #expect((fast * 2).isAbout(slow))
    }

    @Test func aSourceThatCountsFourTimesIsPolledTwiceAsOften() {
        let rate = rate { _ in 0.9 }
        #expect((wait(rate, rule: SourceRule(weight: 4)) * 2).isAbout(wait(rate)))
    }

    @Test func neverMoreOftenThanTheFloorNorLessThanTheCeiling() {
        #expect(wait(rate { _ in 5000 }) == .minutes(10))
        #expect(wait(rate { _ in 0 }) <= .hours(6))
        #expect(wait(rate { _ in 0 }, policy: Policy(sources: 2000)) <= .hours(24))
        #expect(wait(rate { _ in 0 }, policy: Policy(sources: 999)) <= .hours(6))
    }

    @Test func aSourceThatSleepsAtNightIsPolledLessThen() {
        let daily = rate { (8..<20).contains($0) ? 4 : 0 }
        let noon = start + .hours(4)
        let midnight = start + .hours(16)
        #expect(wait(daily, at: midnight) > wait(daily, at: noon) * 3)
    }

    @Test func whatSomebodySetWins() {
        var history = History()
        history.rule = SourceRule(.every(.minutes(3)))
        history.add(.fresh(1))
        for _ in 0..<20 {
            let wait = history.add(.unchanged(by: .status304, hints: PollHints(interval: .hours(5))))
            #expect(wait.isAbout(.minutes(3)))
        }
        #expect(self.wait(LearntRate(), rule: SourceRule(.every(.days(3)))) == .days(3))
        #expect(self.wait(LearntRate(), rule: SourceRule(.every(.seconds(1)))) == .minutes(1))
    }

    @Test(arguments: [
        (TimeSpan.seconds(-1), TimeSpan.hours(1)), (.seconds(1), .hours(1)), (.minutes(20), .hours(1)),
        (.hours(9), .hours(9)), (.hours(24), .hours(24)), (.days(9), .hours(24)),
    ])
    func hintsOnlyLengthen(_ hint: TimeSpan, _ wait: TimeSpan) {
        var history = History()
        #expect(
            history.add(.fresh(Outcome.Fresh(new: 1, known: 0, bodyHash: "a", hints: PollHints(interval: hint))))
                .isAbout(wait))
    }

    @Test func theHintOfASourceThatIsFasterIsNotBelieved() {
        var history = History()
        history.add(.fresh(1))
        history.add(.fresh(2), times: 30)
        let wait = history.add(.unchanged(by: .status304, hints: PollHints(interval: .hours(20))))
        #expect(wait.isAbout(.hours(6)))
    }

    @Test func jitterIsAlwaysThereAndAtMostATenth() {
        var history = History()
        history.rule = SourceRule(.every(.hours(1)))
        history.add(.fresh(1))
        let waits = (0..<200).map { _ in history.add(.same) }
        #expect(waits.allSatisfy { $0.isAbout(.hours(1)) })
        #expect(Set(waits).count > 150)
    }

    @Test func theFirstPollOfASourceHasATimeOfItsOwn() throws {
        let ids = try (0..<500).map { try #require(SourceID("sumber-\($0)")) }
        let times = ids.map { SourceState.firstPoll(of: $0, after: start, spreadOver: .hours(1)) }
        #expect(times.allSatisfy { $0 >= start && $0 < start + .hours(1) })
        #expect(Set(times).count > 490)
        #expect(times == ids.map { SourceState.firstPoll(of: $0, after: start, spreadOver: .hours(1)) })
        #expect(SourceState.firstPoll(of: ids[0], after: start, spreadOver: .seconds(0)) == start)
    }
}

struct LearntRateTests {
    @Test func aSteadyRateIsLearnt() {
        var rate = LearntRate()
        for hour in 0..<(24 * 28) {
            rate.learn(3, from: start + .hours(Int64(hour)), to: start + .hours(Int64(hour + 1)))
        }
        for hour in 0..<24 { #expect(abs(rate.observedPerHour(hour) - 3) < 0.01) }
        #expect(abs(rate.expected(from: start, to: start + .hours(10)) - 30) < 0.1)
        // With a half-life of a week, some ten days count.
        #expect((220...265).contains(rate.evidence.hours))
    }

    @Test func itemsAreSpreadOverTheTimeBetween() {
        var rate = LearntRate()
        rate.learn(12, from: start, to: start + .hours(4))
        #expect((8...11).allSatisfy { abs(rate.observedPerHour($0) - 3) < 0.001 })
        #expect(rate.observedPerHour(12) == 0)
    }

    @Test func whatWasLearntIsForgottenByHalfInAWeek() {
        var rate = LearntRate()
        rate.learn(80, from: start, to: start + .hours(1))
        let before = rate.items[8]
        rate.learn(0, from: start + .hours(1), to: start + .hours(1) + .days(7))
        #expect(abs(rate.items[8] / before - 0.5) < 0.001)
    }

    @Test func aClockThatGoesBackTeachesNothing() {
        var rate = LearntRate()
        rate.learn(5, from: start, to: start - .hours(1))
        #expect(rate == LearntRate())
    }

    @Test func aYearOfSilenceCostsNoTime() {
        var rate = LearntRate()
        rate.learn(5, from: start, to: start + .days(36_500))
        #expect(rate.evidence.hours <= 7 * 24)
        #expect(rate.expected(from: start, to: start + .days(36_500)).isFinite)
    }

    @Test func whatAStoreReturnsIsChecked() {
        let day = [Double](repeating: 1, count: 24)
        #expect(LearntRate(items: day, hours: day) != nil)
        #expect(LearntRate(items: [1], hours: day) == nil)
        #expect(LearntRate(items: day, hours: [Double](repeating: .nan, count: 24)) == nil)
        #expect(LearntRate(items: [Double](repeating: -1, count: 24), hours: day) == nil)
    }
}
