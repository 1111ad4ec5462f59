import Model
import Testing

@testable import Scheduling

struct FailureTests {
    @Test func eachWholeFailureDoublesTheIntervalUpToADay() {
        var history = History()
        history.add(.fresh(1))
        let waits = (0..<10).map { _ in history.add(.failed(.hard, .status(400))) }
        for (wait, hours) in zip(waits, [2, 4, 8, 16, 24, 24, 24, 24, 24, 24] as [Int64]) {
            #expect(wait.isAbout(.hours(hours)))
        }
    }

    @Test func softAndTemporaryFailuresCountLess() {
        var (soft, temporary) = (History(), History())
        soft.add(.failed(.soft, .status(404)), times: 4)
        temporary.add(.failed(.temporary, .dnsTemporary), times: 4)
        #expect(soft.source.failureWeight == 2)
        var quarters = History()
        quarters.rule = SourceRule(.every(.hours(1)))
        quarters.add(.fresh(1))
        let waits = (0..<4).map { _ in quarters.add(.failed(.temporary, .status(408))) }
        for (wait, minutes) in zip(waits, [71, 85, 101, 120] as [Int64]) { #expect(wait.isAbout(.minutes(minutes))) }
        #expect(temporary.source.failureWeight == 1)
    }

    @Test func aFeedThatFailsForLongIsProbedEveryWeekAndNeverOff() {
        var history = History()
        history.add(.fresh(1))
        history.add(.failed(.hard, .status(400)), times: 15)
        #expect(history.source.trouble?.kind == .failing)
        for _ in 0..<50 { #expect(history.add(.failed(.hard, .status(400))).isAbout(.days(7))) }
        #expect(history.source.trouble?.kind == .asleep)
        #expect(history.notes.count { $0 == .fellAsleep } == 1)
        history.add(.fresh(1))
        #expect(history.notes.contains(.recovered(from: .asleep)))
    }

    @Test func aTroubleIsToldOnce() {
        var history = History()
        history.add(.fresh(1))
        history.add(.failed(.soft, .status(500)), times: 5)
        #expect(history.notes == [.beganToFail(.status(500))])
        #expect(history.source.trouble == Trouble(.failing, since: history.source.trouble?.since ?? start))
    }

    @Test func aForbiddenAnswerIsASoftFailureUntilTheFifth() {
        var history = History()
        history.add(.fresh(1))
        for _ in 0..<4 { history.add(.failed(.soft, .status(403))) }
        #expect(history.source.failureWeight == 2)
        history.add(.failed(.soft, .status(403)))
        #expect(history.source.failureWeight == 3)
        history.add(.fresh(1))
        history.add(.failed(.soft, .status(403)))
        #expect(history.source.failureWeight == 0.5)
    }

    @Test(arguments: [401, 407])
    func aLockedDoorNeedsSomebody(_ status: Int) {
        var history = History()
        history.add(.failed(.hard, .status(status)))
        #expect(history.source.trouble?.kind == .needsAccess)
        #expect(history.notes == [.needsAccess])
    }

    @Test func whatTheLawTookAwaySleeps() {
        var history = History()
        #expect(history.add(.failed(.hard, .status(451))).isAbout(.days(7)))
        #expect(history.notes == [.withheld])
    }

    @Test func aSourceThatRobotsDenyIsAskedAgainEveryDay() {
        var history = History()
        for _ in 0..<10 { #expect(history.add(.denied).isAbout(.hours(24))) }
        #expect(history.notes == [.deniedByRobots])
        #expect(history.source.failureWeight == 0)
    }

    @Test func aChallengeIsAStateOfItsOwn() {
        var history = History()
        history.add(.fresh(1))
        history.add(.challenge, times: 3)
        #expect(history.source.trouble?.kind == .challenge)
        #expect(history.notes == [.challenged])
    }

    @Test func aFeedThatIsGoneIsBelievedAfterThreeDaysAndProbedEveryMonth() {
        var history = History()
        history.add(.fresh(1))
        let first = history.now
        while !history.notes.contains(.goneForGood) { history.add(.gone) }
        #expect(history.source.gone?.days ?? 0 >= 3)
        #expect(history.source.lastPollAt.map { $0 - first >= .days(1) } ?? false)
        for _ in 0..<5 {
            let wait = history.add(.gone)
            #expect(wait >= .days(26) && wait <= .days(30))
        }
        #expect(history.notes.count { $0 == .goneForGood } == 1)
        history.add(.fresh(1))
        #expect(history.source.gone == nil)
    }

    @Test func threeTimesGoneInAnHourIsNotGone() {
        var history = History()
        for _ in 0..<10 {
            let plan = schedule(
                history.source, on: history.host, after: .gone, at: start + .minutes(5), using: &history.random)
            history.source = plan.source
            #expect(plan.notes.isEmpty)
        }
    }
}

struct HostStateTests {
    @Test func aBlockWithoutATimeDoublesAndIsForgiven() throws {
        var history = History()
        var lengths: [TimeSpan] = []
        for _ in 0..<14 {
            let now = history.now
            history.add(.rateLimited(retryAfter: nil))
            lengths.append(try #require(history.host.blockedUntil) - now)
        }
        for (index, length) in lengths.enumerated() {
            let least = min(TimeSpan.seconds(60 << Int64(index)), .hours(24))
            #expect(length >= least && length <= .hours(24) && length.milliseconds <= (least * 1.1).milliseconds + 1)
        }
        history.now = try #require(history.host.blockedUntil) + .minutes(31)
        let now = history.now
        history.add(.rateLimited(retryAfter: nil))
        #expect(try #require(history.host.blockedUntil) - now <= .seconds(66))
    }

    @Test func aRateLimitIsNoFailureOfTheSource() {
        var history = History()
        history.add(.fresh(1))
        history.add(.rateLimited(retryAfter: .seconds(600)))
        #expect(history.source.failureWeight == 0)
        #expect(history.source.trouble == nil)
    }

    @Test func tenSourcesOfOneHostAreOneStrike() {
        var history = History()
        for n in 0..<10 {
            history.now = start + .seconds(Int64(n))
            history.add(.rateLimited(retryAfter: nil))
        }
        #expect(history.host.strikes == 1)
        #expect(history.host.blockedUntil.map { $0 <= start + .seconds(66) } ?? false)
        #expect(history.notes.count == 1)
    }

    @Test func aBlockThatAPageBroughtIsKept() {
        var host = HostState()
        host.block(until: start + .seconds(3600))
        host.block(until: start + .seconds(60))
        #expect(host.blockedUntil == start + .seconds(3600))
        #expect(host.strikes == 0)
    }

    @Test(arguments: [TimeSpan.days(3650), .hours(26), .days(-3650)])
    func whatAWrongClockWroteStopsNothing(_ error: TimeSpan) {
        var history = History()
        history.now = start + error
        history.add(.fresh(1))
        history.add(.rateLimited(retryAfter: .seconds(600)))
        #expect(history.source.isDue(at: start))
        #expect(!history.host.isBlocked(at: start))
        history.now = start
        let wait = history.add(.rateLimited(retryAfter: .seconds(600)))
        #expect(wait >= .seconds(600) && wait <= .seconds(660))
        history.add(.failed(.soft, .dnsNotFound))
        #expect(history.add(.fresh(1)) <= .hours(7))
        #expect(!history.source.isDue(at: history.source.nextAt - .seconds(1)))
        #expect(history.source.isDue(at: history.source.nextAt))
    }

    @Test func aShorterBlockDoesNotEndALongerOne() throws {
        var random = Seeded(1)
        var host = HostState()
        host.block(for: .hours(5), at: start, using: &random)
        host.block(for: .seconds(1), at: start, using: &random)
        #expect(host.blockedUntil == start + .hours(5))
        #expect(host.isBlocked(at: start + .hours(4)))
        #expect(!host.isBlocked(at: start + .hours(5)))
    }

    @Test func tenSourcesOfOneHostThatIsNotFoundAreOneFailure() {
        var history = History()
        for n in 0..<10 {
            history.now = start + .seconds(Int64(10 * n))
            history.add(.failed(.soft, .dnsNotFound))
        }
        #expect(history.host.lookupFailures == 1)
        #expect(history.host.blockedUntil == nil)
    }

    @Test func aNameThatIsNotFoundIsTheHostsFailure() {
        var history = History()
        history.add(.fresh(1))
        for _ in 0..<12 { history.add(.failed(.soft, .dnsNotFound)) }
        #expect(history.source.failureWeight == 0)
        #expect(history.source.trouble?.kind == .failing)
        #expect(history.notes.contains(.hostMissing))
        let wait = history.add(.failed(.soft, .dnsNotFound))
        #expect(wait >= .hours(24) && wait <= .hours(27))
        history.add(.fresh(1))
        #expect(history.host.lookupFailures == 0)
    }
}
