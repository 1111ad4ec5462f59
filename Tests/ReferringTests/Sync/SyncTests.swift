import Fetching
import Foundation
import Model
import Storing
import Synchronization
import Testing
import Text

@testable import Referring

@Suite struct SyncTests {
    private let squad: Squad
    private let later = Invented.noon + .hours(1)

    init() throws { squad = try Squad() }

    /// A prospect that has been sent, and its reference.
    private func prospect() async throws -> ProspectRow {
        try await squad.accept(squad.crawl(Invented.article(number: 1)))
        try await squad.export(at: later)
        return try #require(try await squad.store.read { db in try db.prospects(ProspectQuery()).first })
    }

    private func change(
        _ row: ProspectRow, _ state: String, number: Int, test: Bool = false, extra: [(String, JSONValue?)] = []
    ) -> JSONValue {
        .compact(
            [
                ("schema_version", "1.0.0"), ("id", .string("00000000-0000-4000-8000-00000000000\(number)")),
                ("test", .bool(test)), ("prospect_id", .string(row.id.description)),
                ("referral_id", "00000000-0000-4000-8000-0000000000aa"), ("agency", "JKM"), ("state", .string(state)),
                ("at", .string((later + .minutes(Int64(number))).rfc3339())), ("by", "jkm:07"),
            ] + extra)
    }

    private func page(_ items: [JSONValue], next: String, hasMore: Bool = false) -> ServiceAnswer {
        let body: JSONValue = ["items": .array(items), "next": .string(next), "has_more": .bool(hasMore)]
        return ServiceAnswer(status: 200, headers: HeaderFields([("ETag", "\"\(next)\"")]), body: body.utf8)
    }

    /// Answers one after another, and remembers what was asked.
    private final class Feed: Sendable {
        private let state: Mutex<(answers: [ServiceAnswer], asked: [ServiceRequest])>
        init(_ answers: [ServiceAnswer]) { state = Mutex((answers, [])) }
        var asked: [ServiceRequest] { state.withLock { $0.asked } }
        func answer(_ request: ServiceRequest) -> ServiceAnswer {
            state.withLock {
                $0.asked.append(request)
                return $0.answers.isEmpty ? ServiceAnswer(status: 304) : $0.answers.removeFirst()
            }
        }
    }

    private func sync(_ feed: Feed, at now: Instant, isAsked: Bool = true, tests: Bool = false) async throws
        -> SyncReport
    {
        let reader = StatusFeed(
            store: squad.store, consumer: "suite", author: squad.author, acceptsTests: tests, clock: { now },
            send: { request async throws(FailureCause) in feed.answer(request) })
        return try await reader.sync(isAsked: isAsked)
    }

    @Test func everyPageIsReadAndTheCursorStaysBehindIt() async throws {
        let row = try await prospect()
        let feed = Feed([
            page([change(row, "received", number: 1)], next: "a b", hasMore: true),
            page([change(row, "accepted", number: 2)], next: "c"),
        ])
        let report = try await sync(feed, at: later)
        #expect(report.pages == 2 && report.counts.refused.isEmpty)
        #expect(report.counts.applied + report.counts.stored == 2)
        #expect(feed.asked.map(\.target).last == "/v1/status-changes?limit=100&after=a%20b")
        let again = Feed([])
        #expect(try await sync(again, at: later + .hours(1)).pages == 0)
        #expect(again.asked.first?.etag == "\"c\"")
        #expect(again.asked.first?.target.hasSuffix("after=c") == true)
    }

    @Test func theSameChangeTwiceIsOne() async throws {
        let row = try await prospect()
        let item = change(row, "received", number: 1)
        let counts = try await sync(Feed([page([item, item], next: "1")]), at: later).counts
        #expect(counts.repeated == 1)
        // A cursor that is too old brings everything again.
        let feed = Feed([ServiceAnswer(status: 410), page([item], next: "1")])
        #expect(try await sync(feed, at: later + .hours(1)).counts.repeated == 1)
    }

    @Test func aTimerReadsAFeedEveryQuarterOfAnHourAtMost() async throws {
        let row = try await prospect()
        _ = try await sync(Feed([page([change(row, "received", number: 1)], next: "1")]), at: later)
        let feed = Feed([])
        let soon = try await sync(feed, at: later + .minutes(14), isAsked: false)
        #expect(soon.nextAt == later + .minutes(15) && feed.asked.isEmpty)
        _ = try await sync(feed, at: later + .minutes(15), isAsked: false)
        #expect(feed.asked.count == 1)
    }

    @Test func whatCannotBeAcceptedIsKeptAndTheRestIsRead() async throws {
        let row = try await prospect()
        let items: [JSONValue] = [
            ["id": "no uuid"], change(row, "returned", number: 1), change(row, "received", number: 2),
            change(row, "received", number: 3, test: true), 7,
        ]
        let counts = try await sync(Feed([page(items, next: "1")]), at: later).counts
        // A refusal without reason and next step is none: nobody is closed into nothing.
        #expect(counts.refused.count == 3 && counts.tests == 1)
        #expect(try await squad.store.read { db in try db.refusedChanges(of: "suite").count } == 3)
    }

    private static let broken: [ServiceAnswer] = [
        ServiceAnswer(status: 500), ServiceAnswer(status: 401), ServiceAnswer(status: 307),
        ServiceAnswer(status: 200, body: Array("<html>".utf8)), ServiceAnswer(status: 200, body: Array("{}".utf8)),
    ]

    @Test(arguments: broken)
    func aFeedThatCannotBeReadMovesNoCursor(answer: ServiceAnswer) async throws {
        await #expect(throws: SyncFailure.self) { try await sync(Feed([answer]), at: later) }
        #expect(try await squad.store.read { db in try db.endpoint("suite")?.feedCursor } == nil)
    }

    @Test func aFeedThatSaysMoreForEverEnds() async throws {
        let feed = Feed(Array(repeating: page([], next: "1", hasMore: true), count: 9))
        await #expect(throws: SyncFailure.stuck(cursor: "1")) { try await sync(feed, at: later) }
        #expect(feed.asked.count == 2)
    }

    // MARK: Files

    private func imported(
        _ text: String, map: ColumnMap = ColumnMap(), isDry: Bool = false
    ) async throws -> StatusImport.Report {
        let file = try StatusFile(Array(text.utf8), map: map)
        let path = squad.out.path + "/status.csv.rejected.csv"
        return try await StatusImport(store: squad.store, author: squad.author).run(
            file, rejected: path, isDry: isDry, at: later + .hours(2))
    }

    @Test func aTableIsTakenAndItsBadRowsAreGivenBack() async throws {
        let row = try await prospect()
        let wrong = "PR-26-000001-8"
        let text = """
            ref;state;agency;at;by;reason;next_step;note\r
            \(row.ref);received;JKM;2026-11-25;jkm:07;;;\r
            \(wrong);received;JKM;2026-11-25;jkm:07;;;\r
            \(row.ref);returned;JKM;2026-11-26;jkm:07;;;"tiada;\nalasan"\r
            \(row.ref);diterima;JKM;2026-11-26;jkm:07;;;=1+1\r

            """
        let report = try await imported(text)
        #expect(report.counts.applied + report.counts.stored == 1)
        #expect(report.refusedLines == [3, 4, 6])
        let name = try #require(squad.out.names.first { $0.hasSuffix(".rejected.csv") })
        let back = String(decoding: try squad.out.bytes(name), as: UTF8.self)
        #expect(back.contains(wrong) && back.contains("\"tiada;\nalasan\"") && back.contains(",'=1+1,"))
        #expect(try squad.out.mode(name) == 0o600)
        #expect(try await imported(text, isDry: true).counts.repeated == 1)
    }

    @Test func aDryRunChangesNothing() async throws {
        let row = try await prospect()
        let before = squad.out.names
        let text = "ref,state,at\n\(row.ref),received,2026-11-25\nPR-26-1,received,2026-11-25\n"
        let report = try await imported(text, isDry: true)
        #expect(report.counts.applied + report.counts.stored == 1 && report.refusedLines == [3])
        #expect(try await squad.store.read { db in try db.changes(of: row.id) }.isEmpty)
        #expect(squad.out.names == before)
    }

    @Test func theirWordsAreReadThroughAMap() async throws {
        let row = try await prospect()
        func node(_ text: String) -> DocumentNode { DocumentNode(.scalar(text, isQuoted: false), at: mark) }
        let mark = DocumentNode.Mark(line: 1, column: 1)
        func map(_ pairs: [(String, DocumentNode)]) -> DocumentNode {
            DocumentNode(.map(pairs.map { .init(key: $0.0, keyMark: mark, value: $0.1) }), at: mark)
        }
        let columns = try ColumnMap(
            map([
                ("columns", map([("ref", node("No Rujukan")), ("state", node("Status")), ("at", node("Tarikh"))])),
                ("values", map([("state", map([("Diterima", node("received"))]))])),
            ]), file: "peta.yaml")
        let report = try await imported("Tarikh,No Rujukan,Status\n2026-11-25,\(row.ref),Diterima\n", map: columns)
        #expect(report.counts.refused.isEmpty && report.counts.applied + report.counts.stored == 1)
        #expect(throws: StatusFile.Problem.missingColumns(["No Rujukan", "Status", "Tarikh"])) {
            try StatusFile(Array("ref,state,at\n".utf8), map: columns)
        }
    }

    @Test(arguments: ["\"a", "\u{FF}", "ref,state,at\n\"x\"y,received,2026-11-25\n"])
    func aTableThatIsNoneIsSaidSo(text: String) {
        let bytes = text == "\u{FF}" ? [0xFF, 0x2C] : Array(text.utf8)
        #expect(throws: StatusFile.Problem.self) { try StatusFile(bytes, map: ColumnMap()) }
    }

    @Test func linesOfTheContractAreTakenWithOrWithoutTheirEnvelope() async throws {
        let row = try await prospect()
        let bare = change(row, "received", number: 1)
        let event: JSONValue = ["specversion": "1.0", "data": change(row, "accepted", number: 2)]
        let report = try await imported("\(bare.text)\n\n\(event.text)\n{]\n")
        #expect(report.counts.applied + report.counts.stored == 2 && report.refusedLines == [4])
    }
}
