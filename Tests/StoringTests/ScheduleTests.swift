import Model
import Storing
import StoringSamples
import Testing
import Text

@Suite struct ScheduleTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
    }

    private let host = HostName("rekaan.example:8080")

    @Test func rowsComeBackAsTheyWere() async throws {
        let source = SourceRow(
            source: Sample.source(), host: host, nextAt: Sample.monday, failures: 1.75,
            validators: Validators(etag: "W/\"\u{e9}\"", lastModified: "Mon, 23 Nov 2026 00:00:00 GMT"), bodyHash: "ff",
            rest: ["hours": [0.5, 1.25], "note": "\u{2028}\"'"])
        let row = HostRow(host: host, nextAt: Sample.monday, blockedUntil: Sample.monday + .days(1), rest: ["n": 3])
        try await store.write { db in
            for _ in 0..<2 {
                try db.save(source)
                try db.save(row)
            }
        }
        try await store.read { db throws in
            #expect(try db.sourceRow(source.source) == source)
            #expect(try db.sourceRows() == [source])
            #expect(try db.hostRow(row.host) == row)
            #expect(try db.hostRows() == [row])
            #expect(try db.sourceRow(Sample.source("lain")) == nil)
        }
        try await store.write { db in try db.removeSource(source.source) }
        #expect(try await store.read { db in try db.sourceRows() } == [])
    }

    @Test func theHistoryKeepsTheLastThirtyPollsOfEachSource() async throws {
        let records = (0..<40).map { index in
            FetchRecord(
                source: Sample.source(), at: Sample.monday + .minutes(Int64(index)), outcome: "timeout total",
                status: nil,
                bytes: index, duration: .seconds(30), new: 0, known: 0, nextAt: Sample.monday + .hours(1))
        }
        try await store.write { db in
            for record in records + records.suffix(5) { try db.add(record) }
            var other = records[0]
            other.source = Sample.source("lain")
            try db.add(other)
        }
        #expect(try await store.read { db in try db.history(of: Sample.source()) } == records.suffix(30).reversed())
        #expect(try await store.read { db in try db.history(of: Sample.source("lain")).count } == 1)
    }

    @Test func robotsAreKeptPerHost() async throws {
        let row = RobotsRow(
            host: host, verdict: .rules, status: 200, body: "User-agent: *\nDisallow: /rahsia",
            fetchedAt: Sample.monday,
            expiresAt: Sample.monday + .hours(24))
        let refusal = RobotsRow(
            host: host, verdict: .forbidAll, status: nil, body: "", fetchedAt: Sample.monday,
            expiresAt: Sample.monday + .hours(1))
        try await store.write { db in try db.save(row) }
        #expect(try await store.read { db in try db.robots(of: host) } == row)
        try await store.write { db in try db.save(refusal) }
        #expect(try await store.read { db in try db.robots(of: host) } == refusal)
        #expect(try await store.read { db in try db.robots(of: HostName("rekaan.example")) } == nil)
    }

    @Test func theLastRunIsTheNewestThatEnded() async throws {
        #expect(try await store.read { db in try db.lastRun() } == nil)
        try await store.write { db in
            let run = try db.beginRun(at: Sample.monday)
            try db.endRun(
                run, at: Sample.monday + .minutes(2), new: 120, flagged: 14, failed: 1, total: 8, summary: ["x": 1])
            _ = try db.beginRun(at: Sample.monday + .hours(1))
        }
        let run = try #require(try await store.read { db in try db.lastRun() })
        #expect((run.new, run.flagged, run.failed, run.total) == (120, 14, 1, 8))
        #expect(run.summary == ["x": 1])
        #expect(run.endedAt == Sample.monday + .minutes(2))
    }
}
