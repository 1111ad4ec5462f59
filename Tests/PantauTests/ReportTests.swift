import Model
import Storing
import StoringSamples
import Testing
import Text

@testable import pantau

/// Exact numbers of a made store: six leads of one Monday morning.
@Suite struct ReportTests {
    let desk: MemoryDesk
    init() throws { desk = try MemoryDesk() }

    private let later = Sample.monday + .hours(1)

    /// 1 accepted, 2 rejected as no need, 3 rejected as helped, 4 snoozed, 5 untouched, 6 accepted and taken back.
    private func morning() async throws {
        let found = (1...6).map { number in
            Sample.found(
                Sample.article(number), score: Sample.score(50 + number, urgency: number == 1 ? .urgent : .routine))
        }
        let result = Sample.result(found)
        try await desk.store.write { db in _ = try db.commit(result) { _, _, _ in .alone } }
        let leads = try await desk.store.read { db in
            try db.leads(LeadQuery(order: .score), at: Sample.monday).leads.map(\.id.value)
        }
        #expect(leads == [6, 5, 4, 3, 2, 1])
        for (minutes, who, line) in [
            (10, "aminah", "lead accept 1"), (20, "hafiz", "lead reject 2 --reason not-in-need"),
            (30, "hafiz", "lead reject 3 --reason already-helped --agency LZS"),
            (31, "aminah", "lead snooze 4 --until new-article"), (32, "aminah", "lead accept 6"),
            (33, "aminah", "undo --yes"),
        ] {
            let done = try await desk.run(line, by: who, at: Sample.monday + .minutes(Int64(minutes)))
            #expect(done.failure == nil, "\(line)")
        }
    }

    @Test func theDayCountsWhatCameWasDecidedAndWaits() async throws {
        try await morning()
        let daily = try await desk.run("report daily", at: later)
        #expect(
            daily.records == [
                ["came", "articles", "", "", "6"], ["came", "leads", "urgent", "", "1"],
                ["came", "leads", "routine", "", "5"],
                ["decided", "lead.accept", "", "aminah", "1"],
                ["decided", "lead.reject", "already-helped", "hafiz", "1"],
                ["decided", "lead.reject", "not-in-need", "hafiz", "1"],
                ["decided", "lead.snooze", "", "aminah", "1"],
                ["waits", "to-review", "routine", "", "2"], ["waits", "awaiting-second", "", "", "0"],
                ["waits", "held", "", "", "0"],
            ])
        let tomorrow = try await desk.run("report daily", at: Sample.monday + .days(1))
        #expect(tomorrow.records.first == ["came", "articles", "", "", "0"])
        #expect(tomorrow.records.filter { $0[0] == "decided" }.isEmpty)
    }

    @Test func theFunnelSaysWhereItLeaks() async throws {
        try await morning()
        #expect(
            try await desk.run("report funnel", at: later).records == [
                ["articles", "6", "", ""], ["flagged", "6", "100%", "flagged 2, snoozed 1"],
                ["reviewed", "3", "50%", "already-helped 1, not-in-need 1"], ["accepted", "1", "33%", "held 1"],
                ["sent", "0", "0%", ""], ["being_helped", "0", "", ""], ["helped", "0", "", ""],
            ])
        let row = try #require(try await desk.store.read { db in try db.prospect(of: LeadID(1)) })
        let later = later
        try await desk.store.write { db in try db.markSent(row.ref, revision: 1, hash: [], at: later) }
        let sent = try await desk.run("report funnel", at: later).records
        #expect(sent[3] == ["accepted", "1", "33%", ""] && sent[4] == ["sent", "1", "100%", "sent 1"])
        let json = try JSONValue(parsing: try await desk.run("report funnel --json", at: later).data.utf8)
        #expect(json["schema"]?.string == "pantau.report.funnel/1")
        #expect(json["items"]?[2]?["stays"]?[0]?["reason"]?.string == "already-helped")
    }

    @Test func precisionComesFromTheReasonsOfTheReviewers() async throws {
        try await morning()
        #expect(try await desk.run("report quality", at: later).records == [["ms.fire.hangus", "2", "1", "67%"]])
        let json = try JSONValue(parsing: try await desk.run("report quality --json", at: later).data.utf8)
        #expect(json["items"]?[0]?["precision"] == .number(0.667))
        #expect(json["waiting_seconds"] == ["leads": 3, "median": 1200, "p90": 1800])
        #expect(json["agreement"] == ["pairs": 0, "agreed": 0])
        let table = try await desk.run("report quality --format table", at: later).data
        #expect(table.contains("Half of the 3 decided leads waited at most 20m, nine of ten at most 30m."))
    }

    /// Old news, a duplicate and what is doubtful say nothing of a rule.
    @Test func aReasonThatSaysNothingOfTheScorerCountsAsNeither() async throws {
        try await desk.keepTwoLeads()
        try await desk.run("lead reject 2 --reason old-news")
        #expect(try await desk.run("report quality", at: later).data.isEmpty)
    }

    @Test func secondPeopleAgreeOrNot() async throws {
        let isProtected = Sample.score(90, isProtected: true)
        try await desk.keep(
            Sample.found(Sample.article(1), score: isProtected), Sample.found(Sample.article(2), score: isProtected),
            Sample.found(Sample.article(3), score: isProtected))
        for name in ["hafiz", "siti"] { try await desk.run("user add \(name) --role reviewer") }
        try await desk.run("lead accept 1 2 3", by: "hafiz")
        try await desk.run("lead accept 1", by: "siti")
        try await desk.run("lead reject 2 --reason doubtful", by: "siti")
        let json = try JSONValue(parsing: try await desk.run("report quality --json", at: later).data.utf8)
        #expect(json["agreement"] == ["pairs": 2, "agreed": 1])
    }

    @Test func sourcesTellWhatTheyBringAndCost() async throws {
        try await morning()
        let fields = "source,leads,accepted,rejected,accepted_share,polls,bytes,new_articles,last_new_at"
        #expect(
            try await desk.run("report sources --fields \(fields)", at: later).records == [
                ["harian-rekaan", "6", "1", "2", "33%", "1", "1000", "6", "2026-11-23T08:00:00+08:00"]
            ])
    }

    @Test(arguments: ["daily", "funnel", "quality", "sources"]) func aReportHasNoNames(name: String) async throws {
        try await desk.keepTwoLeads()
        try await desk.run("lead accept 2 --note Rekaan␣menelefon")
        for format in ["table", "json", "jsonl", "csv", "tsv", "id"] {
            let report = try await desk.run("report \(name) --since 7d --format \(format)", at: later)
            #expect(report.failure == nil && !report.data.isEmpty, "\(format)")
            #expect(!report.data.contains("Rekaan "), "\(format)")
        }
    }

    @Test func anEmptyStoreHasNothingToCount() async throws {
        #expect(try await desk.run("report sources --format table").lines.last == Message.reportEmpty.english)
        #expect(try await desk.run("report funnel").records[0] == ["articles", "0", "", ""])
    }
}
