import Model
import Testing

@testable import Scheduling

/// The simulation of SCHEDULING.md section 2 in small: an invented population, no network, one seed.
struct SimulationTests {
    /// A feed that prints mostly by day.
    private struct Feed {
        var perHour: Double
        /// Minutes from the start at which an item appeared.
        var items: [Int] = []

        init(perHour: Double, days: Int, using random: inout Seeded) {
            self.perHour = perHour
            for minute in 0..<days * 1440 {
                let hour = CivilTime(start + .minutes(Int64(minute))).hour
                let share = (8..<20).contains(hour) ? 1.7 : 0.3
                if Double.random(in: 0..<1, using: &random) < perHour * share / 60 { items.append(minute) }
            }
        }
    }

    private struct Result {
        var polls = 0
        var items = 0
        var delay = 0.0
        var mean: Double { delay / Double(max(1, items)) }

        /// Counts the items since the poll before, and how late they are seen.
        mutating func poll(_ feed: Feed, from last: Int, to minute: Int) {
            polls += 1
            for item in feed.items where item >= last && item < minute {
                items += 1
                delay += Double(minute - item)
            }
        }
    }

    private static let (days, warmUp) = (12, 6)

    private func learnt(_ feeds: [Feed]) -> Result {
        var random = Seeded(5)
        var result = Result()
        var states = feeds.map { _ in SourceState(nextAt: start) }
        var budget = Budget([])
        for day in 0..<Self.days {
            budget = Budget(
                states.enumerated().map { Budget.Member(on: HostName("h\($0).example"), rate: $1.rate) })
            for (index, feed) in feeds.enumerated() {
                while states[index].nextAt < start + .days(Int64(day + 1)) {
                    let (last, now) = (states[index].lastPollAt ?? start, states[index].nextAt)
                    let (from, to) = (minute(last), minute(now))
                    let new = feed.items.count { $0 >= from && $0 < to }
                    if day >= Self.warmUp { result.poll(feed, from: from, to: to) }
                    let plan = schedule(
                        states[index], on: HostState(), after: .fresh(new, hash: "\(to)"),
                        under: budget.policy(on: HostName("h\(index).example")), at: now, using: &random)
                    states[index] = plan.source
                }
            }
        }
        return result
    }

    private func fixed(_ feeds: [Feed], polls: Int) -> Result {
        let length = (Self.days - Self.warmUp) * 1440
        let interval = Double(length * feeds.count) / Double(polls)
        var result = Result()
        for (index, feed) in feeds.enumerated() {
            var last = Self.warmUp * 1440
            var next = Double(last) + interval * Double(index) / Double(feeds.count)
            while next < Double(Self.days * 1440) {
                result.poll(feed, from: last, to: Int(next))
                (last, next) = (Int(next), next + interval)
            }
        }
        return result
    }

    private func minute(_ instant: Instant) -> Int { Int((instant - start).milliseconds / 60_000) }

    @Test func pollsInProportionToTheRootOfTheRateSeeNewsSoonerThanAFixedInterval() {
        var random = Seeded(11)
        let rates = [0.04, 0.04, 0.08, 0.08, 0.15, 0.2, 0.2, 0.3, 0.4, 0.5, 0.8, 1, 2, 4, 8]
        let feeds = rates.map { Feed(perHour: $0, days: Self.days, using: &random) }
        let learnt = learnt(feeds)
        let fixed = fixed(feeds, polls: learnt.polls)
        #expect(abs(Double(fixed.polls) / Double(learnt.polls) - 1) < 0.02)
        let budget = Double(24 * feeds.count * (Self.days - Self.warmUp))
        #expect(abs(Double(learnt.polls) / budget - 1) < 0.03, "\(learnt.polls) of \(budget)")
        // Seen with six seeds: 16 minutes against 30 to 31, as in the larger simulation of the design.
        #expect(learnt.mean < fixed.mean * 0.65, "\(learnt.mean) against \(fixed.mean) minutes")
    }
}
