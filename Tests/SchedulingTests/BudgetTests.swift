import Model
import Testing

@testable import Scheduling

struct BudgetTests {
    private func member(_ host: String, perHour: Double, _ rule: SourceRule = SourceRule()) -> Budget.Member {
        let day = [Double](repeating: 10, count: 24)
        let rate = LearntRate(items: day.map { $0 * perHour }, hours: day) ?? LearntRate()
        return Budget.Member(on: HostName(host), rate: rate, rule: rule)
    }

    /// Polls a day of each member, as the schedule itself plans them.
    private func polls(_ members: [Budget.Member], pollsPerSource: Int = 24) -> [Double] {
        let budget = Budget(members, pollsPerSource: pollsPerSource)
        return members.map { member in
            var source = SourceState(nextAt: start)
            source.rate = member.rate
            let step = Step(
                source: source, host: HostState(), rule: member.rule, policy: budget.policy(on: member.host), now: start
            )
            return .days(1) / step.base
        }
    }

    private func population(_ count: Int, hosts: Int) -> [Budget.Member] {
        (0..<count).map { member("h\($0 % hosts).example", perHour: 0.02 * Double(1 + $0 % 97)) }
    }

    @Test func aNewSourceIsPolledEveryHour() {
        let polls = polls((0..<10).map { Budget.Member(on: HostName("h\($0).example")) })
        #expect(polls.allSatisfy { abs($0 - 24) < 0.1 })
    }

    @Test(arguments: [4, 8, 24, 60, 140])
    func theBudgetOfADayIsKept(_ perSource: Int) {
        let members = population(300, hosts: 300)
        let sum = polls(members, pollsPerSource: perSource).reduce(0, +)
        #expect(abs(sum / Double(300 * perSource) - 1) < 0.02, "\(sum)")
    }

    @Test func moreThanTheFloorOrLessThanTheCeilingAllowIsNotGiven() {
        let members = population(50, hosts: 50)
        #expect(polls(members, pollsPerSource: 1000).allSatisfy { abs($0 - 144) < 0.1 })
        #expect(polls(members, pollsPerSource: 1).allSatisfy { abs($0 - 4) < 0.1 })
        #expect(polls(members, pollsPerSource: 0) == polls(members, pollsPerSource: -5))
    }

    @Test func fourTimesTheNewsOrTheWeightIsTwiceThePolls() {
        let found = polls([
            member("a.example", perHour: 0.9), member("b.example", perHour: 3.9),
            member("c.example", perHour: 0.9, SourceRule(weight: 4)),
        ])
        #expect(abs(found[1] / found[0] - 2) < 0.01)
        #expect(abs(found[2] / found[0] - 2) < 0.01)
    }

    @Test func fortySourcesOfOneHostKeepTheirPolls() {
        let sum = polls(population(40, hosts: 1)).reduce(0, +)
        #expect(sum > 920 && sum < 980)
    }

    @Test(arguments: [60, 120, 500, 960])
    func aHostIsPolledAtMostOnceIn90Seconds(_ sources: Int) {
        let others = (0..<20).map { member("lain\($0).example", perHour: 1) }
        let found = polls(population(sources, hosts: 1) + others)
        let sum = found.prefix(sources).reduce(0, +)
        #expect(sum < 960 * 1.02 && sum > 960 * 0.9, "\(sum)")
        // The others lose nothing by it.
        #expect(found.suffix(20).allSatisfy { $0 > 23 })
    }

    @Test func withinAHostTheBusyOnesStillComeMoreOften() {
        let found = polls(population(200, hosts: 1))
        #expect((found.max() ?? 0) > 2 * (found.min() ?? 0))
    }

    @Test func aHostOfThousandsIsSeenOnceADay() {
        let sum = polls(population(3000, hosts: 1)).reduce(0, +)
        #expect(sum > 2700 && sum < 3100)
    }

    @Test func whatSomebodySetIsKeptAndCountsForTheHost() {
        let byHand = (0..<10).map { _ in member("h0.example", perHour: 1, SourceRule(.every(.minutes(15)))) }
        let found = polls(byHand + population(60, hosts: 1))
        #expect(found.prefix(10).allSatisfy { abs($0 - 96) < 0.1 })
        // 960 of them are taken already: once a day is left for each of the others.
        #expect(abs(found.suffix(60).reduce(0, +) - 60) < 6)
    }

    @Test func aSetIntervalTakesNothingFromTheOthers() {
        let learnt = population(30, hosts: 30)
        let byHand = (0..<30).map { member("x\($0).example", perHour: 50, SourceRule(.every(.days(2)))) }
        #expect(Array(polls(learnt + byHand).prefix(30)) == polls(learnt))
    }

    @Test func theSameSourcesGiveTheSamePolicy() {
        let members = population(300, hosts: 3)
        let policies = (0..<5).map { _ in Budget(members).policy(on: HostName("h1.example")) }
        #expect(Set(policies).count == 1)
    }

    @Test func noSourcesAreNoTrouble() {
        #expect(Budget([]).policy(on: HostName("h.example")) == Policy())
    }

    @Test func aThousandSourcesMayWaitForADay() {
        #expect(Budget(population(999, hosts: 999)).policy(on: HostName("x")).ceiling == .hours(6))
        #expect(Budget(population(1000, hosts: 1000)).policy(on: HostName("x")).ceiling == .hours(24))
    }
}
