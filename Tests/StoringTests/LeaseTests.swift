import Model
import Storing
import StoringSamples
import Testing

/// A host is in one hand at a time.
@Suite struct LeaseTests {
    let folder: TemporaryFolder
    let store: Store
    private let now = Sample.monday
    private let span = TimeSpan.minutes(2)

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
    }

    private func host(_ name: String) -> HostName { HostName("\(name).example") }

    private func save(_ name: String, nextAt: Instant, blockedUntil: Instant? = nil) async throws {
        let row = HostRow(
            host: host(name), nextAt: nextAt, blockedUntil: blockedUntil ?? Instant(milliseconds: 0))
        try await store.write { db in try db.save(row) }
    }

    private func leaseDue(by owner: String, at now: Instant) async throws -> [HostLease] {
        try await store.write { db in try db.leaseHosts(9, by: owner, at: now, for: span).map(\.lease) }
    }

    private func lease(_ name: String, by owner: String, at now: Instant) async throws -> LeasedHost? {
        try await store.write { db in try db.leaseHost(host(name), by: owner, at: now, for: span) }
    }

    @Test func onlyHostsThatAreDueAndNotBlockedAreGivenTheLongestOverdueFirst() async throws {
        try await save("b", nextAt: now - .minutes(5))
        try await save("a", nextAt: now - .minutes(9))
        try await save("blocked", nextAt: now, blockedUntil: now + .minutes(1))
        try await save("later", nextAt: now + .minutes(1))
        #expect(try await leaseDue(by: "one", at: now).map(\.host) == [host("a"), host("b")])
        #expect(try await leaseDue(by: "two", at: now) == [])
    }

    @Test func aHolderThatIsTooSlowLosesItsHostAndNothingOfItIsKept() async throws {
        try await save("a", nextAt: now)
        let stale = try #require(try await leaseDue(by: "one", at: now).first)
        let later = now + .minutes(3)
        #expect(try await leaseDue(by: "one", at: later) == [], "the same holder knows that it has it")
        let fresh = try #require(try await leaseDue(by: "two", at: later).first)
        #expect(fresh.attempt == stale.attempt + 1)
        await #expect(throws: StoreError.leaseLost(host("a"))) {
            try await store.write { db in
                try db.commit(Sample.result([Sample.found(Sample.article(1))], lease: stale)) { _, _, _ in .alone }
            }
        }
        #expect(try await store.read { db in try db.countLeads(LeadQuery(), at: now) } == 0)
        // Nor can it give away what it does not have.
        try await store.write { db in try db.release(HostRelease(stale, restUntil: now, nextAt: now), at: later) }
        #expect(try await store.read { db in try db.holds(fresh) })
        #expect(try await lease("a", by: "three", at: later) == nil)
    }

    @Test func aHolderThatAsksAgainKeepsItsNumberForLonger() async throws {
        let first = try #require(try await lease("a", by: "one", at: now))
        // Over, but nobody else came: what it fetched meanwhile still counts.
        let again = try #require(try await lease("a", by: "one", at: now + .minutes(5)))
        #expect(again.lease.attempt == first.lease.attempt)
        #expect(again.lease.until == now + .minutes(7))
        #expect(try await lease("a", by: "two", at: now + .minutes(6)) == nil)
    }

    @Test func theNextHolderHearsOfRestAndQuiet() async throws {
        let first = try #require(try await lease("a", by: "one", at: now))
        let release = HostRelease(
            first.lease, restUntil: now + .seconds(30), blockedUntil: now + .hours(1), nextAt: now + .hours(2))
        try await store.write { db in try db.release(release, at: now) }
        let next = try #require(try await lease("a", by: "two", at: now + .seconds(1)))
        #expect(next.row.restUntil == now + .seconds(30))
        #expect(next.row.blockedUntil == now + .hours(1))
        #expect(next.row.nextAt == now + .hours(2))
    }

    @Test func aShorterPleaForQuietDoesNotEndALongerOne() async throws {
        try await save("a", nextAt: now, blockedUntil: now + .hours(2))
        let leased = try #require(try await lease("a", by: "one", at: now))
        let release = HostRelease(leased.lease, restUntil: now, blockedUntil: now + .minutes(1))
        try await store.write { db in try db.release(release, at: now) }
        #expect(try await store.read { db in try db.hostRow(host("a"))?.blockedUntil } == now + .hours(2))
    }

    @Test func aHostThatRestsIsNotGivenAway() async throws {
        try await save("a", nextAt: now)
        let first = try #require(try await leaseDue(by: "one", at: now).first)
        try await store.write { db in
            try db.release(HostRelease(first, restUntil: now + .seconds(10), nextAt: now), at: now)
        }
        #expect(try await leaseDue(by: "two", at: now + .seconds(9)) == [])
        #expect(try await leaseDue(by: "two", at: now + .seconds(10)).count == 1)
    }

    @Test func timesOfAClockThatWasWrongHoldNobodyUp() async throws {
        let future = now + .days(400)
        try await save("a", nextAt: now, blockedUntil: future + .days(1))
        try await store.write { db in _ = try db.leaseHost(host("a"), by: "one", at: future, for: span) }
        try await store.write { db in
            _ = try db.leaseHost(host("b"), by: "one", at: future, for: span)
            try db.schedule(host("b"), for: now, at: now)
        }
        #expect(Set(try await leaseDue(by: "two", at: now).map(\.host)) == [host("a"), host("b")])
    }

    @Test func whoGoesLeavesItsHostsToOthers() async throws {
        let worker = Worker.ofThisProcess(.run, at: now)
        #expect(try await store.write { db in try db.beat(worker) } == nil)
        _ = try await lease("a", by: worker.id.description, at: now)
        try await store.write { db in try db.resign(worker.id) }
        #expect(try await store.read { db in try db.workers() } == [])
        #expect(try await lease("a", by: "two", at: now) != nil)
    }

    @Test func aWorkerHearsThatItIsToStop() async throws {
        let first = Worker.ofThisProcess(.run, at: now)
        _ = try await store.write { db in try db.beat(first) }
        try await store.write { db in try db.askWorkersToStop(at: now + .seconds(1)) }
        var worker = first
        worker.beatAt = now + .seconds(5)
        worker.sources = 7
        let beat = worker
        #expect(try await store.write { db in try db.beat(beat) } == now + .seconds(1))
        let row = try #require(try await store.read { db in try db.workers() }.first)
        #expect((row.sources, row.beatAt, row.stopAskedAt) == (7, now + .seconds(5), now + .seconds(1)))
        #expect(row.isAlive(at: now + .seconds(65)))
        #expect(!row.isAlive(at: now + .seconds(66)))
    }

    @Test func whereNothingWasEverCrawledNothingWaits() async throws {
        let (overdue, next, last) = try await store.read { db in
            (try db.overdueHosts(at: now), try db.nextDue(), try db.lastPoll())
        }
        #expect((overdue.count, overdue.since) == (0, nil))
        #expect((next, last) == (nil, nil))
    }

    @Test func whatWaitsIsCountedAndSinceWhen() async throws {
        try await save("a", nextAt: now - .minutes(9))
        try await save("b", nextAt: now - .minutes(5))
        try await save("blocked", nextAt: now - .hours(1), blockedUntil: now + .minutes(1))
        let overdue = try await store.read { db in try db.overdueHosts(at: now) }
        #expect((overdue.count, overdue.since) == (2, now - .minutes(9)))
        _ = try await lease("a", by: "one", at: now)
        let left = try await store.read { db in try db.overdueHosts(at: now) }
        #expect((left.count, left.since) == (1, now - .minutes(5)))
    }
}
