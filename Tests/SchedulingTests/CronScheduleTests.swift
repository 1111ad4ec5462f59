import Model
import Testing

@testable import Scheduling

/// A source whose file says when it is polled.
struct CronScheduleTests {
    private func history(_ line: String) throws -> History {
        var history = History()
        history.rule = SourceRule(.cron(try CronLine(line)))
        return history
    }

    /// Hour and minute on Malaysia's clock, and days from the start.
    private func shown(_ history: History) -> String {
        let time = CivilTime(history.source.nextAt)
        return "\(time.day)/\(time.hour):\(time.minute)"
    }

    @Test func itIsPolledWithinTheMinuteThatIsWritten() throws {
        var history = try history("30 6,12,18 * * *")
        var seen: [String] = []
        for n in 0..<4 {
            history.add(.fresh(1, hash: "\(n)"))
            seen.append(shown(history))
        }
        #expect(seen == ["4/12:30", "4/18:30", "5/6:30", "5/12:30"])
        #expect(history.source.reason == .cron)
    }

    @Test func hundredsOfSourcesDoNotStartInOneSecond() throws {
        let seconds = try (0..<200).map { seed in
            var history = try history("@hourly")
            history.random = Seeded(UInt64(seed))
            history.add(.fresh(1))
            return history.source.nextAt.seconds % 60
        }
        #expect(Set(seconds).count > 40)
    }

    @Test func neitherHintsNorRatesNorGapsMoveIt() throws {
        var history = try history("@hourly")
        history.add(.fresh(Outcome.Fresh(new: 1, known: 0, bodyHash: "a", hints: PollHints(interval: .hours(20)))))
        for n in 0..<50 {
            let wait = history.add(.fresh(30, known: 0, hash: "\(n)"))
            #expect(wait > .minutes(58) && wait < .minutes(62))
        }
    }

    @Test func aFailureWaitsForItsNextTimeAndThenSkipsSome() throws {
        var history = try history("@hourly")
        history.add(.fresh(1))
        var hours: [Int] = []
        for _ in 0..<6 { hours.append(Int((history.add(.failed(.soft, .status(500))) / .hours(1)).rounded())) }
        #expect(hours == [1, 2, 2, 4, 4, 8])
        #expect(history.source.reason == .backingOff(failures: 6))
    }

    @Test func oneTimeOutAtNoonDoesNotCostTheEvening() throws {
        var history = try history("0 6,12,18 * * *")
        history.now = start + .hours(4)
        history.add(.failed(.soft, .timeout("total")))
        #expect(shown(history) == "4/18:0")
    }

    @Test func aDailySourceThatFailsIsAskedTomorrowAndAsleepEveryWeek() throws {
        var history = try history("0 6 * * *")
        history.add(.fresh(1))
        for n in 0..<15 {
            history.add(.failed(.hard, .status(400)))
            #expect(shown(history) == "\(6 + n)/6:0")
        }
        history.add(.failed(.hard, .status(400)))
        #expect(shown(history) == "27/6:0")
        #expect(history.source.reason == .asleep)
    }

    @Test func robotsAreAskedAtTheSameHourTomorrow() throws {
        var history = try history("0 6 * * *")
        history.add(.fresh(1))
        history.add(.denied)
        #expect(shown(history) == "6/6:0")
    }

    @Test func aBlockHoldsAndThePollIsMadeUpFor() throws {
        var history = try history("0 6 * * *")
        history.add(.fresh(1))
        let wait = history.add(.rateLimited(retryAfter: .minutes(30)))
        #expect(wait >= .minutes(30) && wait <= .minutes(33))
        #expect(history.add(.localOutage) <= .minutes(2))
    }

    @Test func aMissingHostWaitsForATimeAfterItsBlock() throws {
        var history = try history("*/10 * * * *")
        history.add(.fresh(1))
        history.add(.failed(.soft, .dnsNotFound), times: 3)
        let end = try #require(history.host.blockedUntil)
        #expect(history.source.nextAt >= end && history.source.nextAt - end <= .minutes(11))
    }

    @Test func everyMonthIsAMonthAndALineThatIsRarerIsPolledAllTheSame() throws {
        var history = try history("@monthly")
        var days: [Int] = []
        for n in 0..<5 {
            history.add(.fresh(1, hash: "\(n)"))
            days.append(CivilTime(history.now).day)
        }
        #expect(days == [1, 1, 1, 1, 1])
        var yearly = try self.history("0 0 1 1 *")
        #expect(yearly.add(.fresh(1)) == .days(31))
        #expect(!yearly.source.isDue(at: yearly.source.nextAt - .seconds(1)))
    }
}

struct SourceRuleTests {
    private func source(every: TimeSpan? = nil, cron: CronLine? = nil, weight: Double = 1) throws -> Source {
        Source(
            id: try #require(SourceID("rekaan")), outlet: "Rekaan", kind: .feed, url: "https://rekaan.example/",
            every: every, cron: cron, weight: weight)
    }

    @Test func theFileDecides() throws {
        let line = try CronLine("@daily")
        #expect(SourceRule(try source()).timing == .learnt)
        #expect(SourceRule(try source(every: .hours(2))).timing == .every(.hours(2)))
        #expect(SourceRule(try source(cron: line)).timing == .cron(line))
        #expect(SourceRule(try source(weight: 4)).weight == 4)
        #expect(SourceRule(try source()).address == "https://rekaan.example/")
    }

    @Test(
        arguments: [(0.0, 0.01), (-3, 0.01), (1e9, 100), (.nan, 1), (.infinity, 1), (2.5, 2.5)] as [(Double, Double)])
    func aWeightIsOfASensibleSize(_ weight: Double, _ kept: Double) {
        #expect(SourceRule(weight: weight).weight == kept)
    }
}
