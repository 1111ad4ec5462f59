import ChildProcess
import Foundation
import Hashing
import Model
import Reviewing
import Storing
import Testing
import Text

@testable import Referring

@Suite struct ExporterTests {
    private let squad: Squad
    /// The hold of an acceptance at noon has ended.
    private let later = Invented.noon + .minutes(31)

    init() throws { squad = try Squad() }

    private func written(_ report: ExportReport) throws -> (ExportRow, ExportManifest) {
        guard case .written(let row, let manifest) = report.outcome else { throw Surprise.nothingNew }
        return (row, manifest)
    }

    private func cursor(_ report: ExportReport) throws -> ConsumerCursor? {
        guard case .nothingNew(let cursor) = report.outcome else { throw Surprise.written }
        return cursor
    }

    private enum Surprise: Error { case nothingNew, written }

    @Test func whatIsHeldDoesNotLeave() async throws {
        try await squad.accept(squad.crawl(Invented.article(number: 1)))
        let report = try await squad.export(at: Invented.noon + .minutes(29))
        #expect(report.outcome == .nothingNew(nil))
        #expect(report.held == Held(count: 1, until: Invented.noon + .minutes(30)))
        #expect(squad.out.names.isEmpty)
    }

    @Test func anExportHoldsEveryNewProspectOnce() async throws {
        for number in 1...3 { try await squad.accept(squad.crawl(Invented.article(number: number))) }
        let report = try await squad.export(at: later)
        let events = try squad.lines(report).map { try JSONValue(parsing: $0) }
        #expect(events.map { $0["sequence"]?.string } == ["1", "2", "3"])
        #expect(events.allSatisfy { $0["type"]?.string == "my.pantau.prospect.created.v1" })
        #expect(Set(events.compactMap { $0["data"]?["ref"]?.string }).count == 3)
        #expect(events.allSatisfy { $0["subject"] == $0["data"]?["id"] && $0["data"]?["revision"]?.integer == 1 })
        let (row, manifest) = try written(report)
        #expect((manifest.after, manifest.through, manifest.count) == (0, 3, 3))
        #expect(manifest.counts == ["prospect": 3])
        #expect(row.records == 3)
    }

    @Test func untilItIsConfirmedTheSameBytesAreExportedAgain() async throws {
        for number in 1...2 { try await squad.accept(squad.crawl(Invented.article(number: number))) }
        let first = try await squad.export(at: later)
        let second = try await squad.export(at: later + .hours(1))
        #expect(try squad.lines(first) == squad.lines(second))
        #expect(squad.out.names.count == 4)
        let (row, _) = try written(second)
        #expect(
            try await squad.exporter().confirm(row.id.description, by: squad.author, at: later).confirmedAt == later)
        let third = try await squad.export(at: later + .hours(2))
        #expect(try cursor(third)?.sequence == 2)
        #expect(try cursor(third)?.movedAt == later)
        #expect(squad.out.names.count == 4)
    }

    @Test func eachConsumerHasItsOwnCursor() async throws {
        try await squad.accept(squad.crawl(Invented.article(number: 1)))
        let first = try await squad.export(at: later)
        let (row, _) = try written(first)
        _ = try await squad.exporter().confirm(row.id.description, by: squad.author, at: later)
        let other = try await squad.export(at: later + .hours(1), for: "jkm-selangor")
        #expect(try squad.lines(other) == squad.lines(first))
    }

    @Test func aConfirmationMayBeShortButNotAmbiguous() async throws {
        try await squad.accept(squad.crawl(Invented.article(number: 1)))
        let (row, _) = try written(await squad.export(at: later))
        let exporter = squad.exporter()
        for wrong in ["", "01a", "ffffffff", "%", String(row.id.description.prefix(7))] {
            await #expect(throws: ExportError.unknownExport(wrong)) {
                try await exporter.confirm(wrong, by: squad.author, at: later)
            }
        }
        #expect(try await exporter.confirm(row.id.description.uppercased(), by: squad.author, at: later).id == row.id)
        #expect(
            try await exporter.confirm(String(row.id.description.prefix(13)), by: squad.author, at: later + .hours(1))
                .confirmedAt
                == later)
    }

    @Test func aReplayCannotBeConfirmedOverAGap() async throws {
        for number in 1...3 { try await squad.accept(squad.crawl(Invented.article(number: number))) }
        let (row, manifest) = try written(await squad.export(at: later, after: 2))
        #expect(manifest.count == 1)
        await #expect(throws: ExportError.skipsEvents(export: row.id.description, cursor: 0)) {
            try await squad.exporter().confirm(row.id.description, by: squad.author, at: later)
        }
    }

    @Test func aNewArticleMakesANewRevisionAndNothingElseDoes() async throws {
        let lead = try await squad.crawl(Invented.article(number: 1))
        try await squad.accept(lead)
        _ = try await squad.export(at: later)
        #expect(try await squad.export(at: later + .hours(1)).dispatch.made == 0)
        _ = try await squad.crawl(
            Invented.article(number: 2), keys: [Invented.article(number: 1).canonicalURL], joining: lead,
            at: later + .hours(2))
        let report = try await squad.export(at: later + .hours(3))
        #expect(report.dispatch.made == 1)
        let events = try squad.lines(report).map { try JSONValue(parsing: $0) }
        #expect(
            events.map { $0["type"]?.string } == ["my.pantau.prospect.created.v1", "my.pantau.prospect.updated.v1"])
        #expect(events.map { $0["data"]?["revision"]?.integer } == [1, 2])
        #expect(events[1]["data"]?["articles"]?.items?.count == 2)
        #expect(events[0]["data"]?["id"] == events[1]["data"]?["id"])
    }

    @Test func aNewerRevisionReplacesOneThatNoExportHolds() async throws {
        let lead = try await squad.crawl(Invented.article(number: 1))
        try await squad.accept(lead)
        let dispatcher = Dispatcher(
            settings: Invented.settings, catalogue: Invented.catalogue,
            makeID: { UUIDv7(at: $0, random: Hashing.randomBytes(10)) })
        #expect(try await dispatcher.run(on: squad.store, at: later).made == 1)
        _ = try await squad.crawl(
            Invented.article(number: 2), keys: [Invented.article(number: 1).canonicalURL], joining: lead,
            at: later + .hours(1))
        let events = try squad.lines(try await squad.export(at: later + .hours(2))).map { try JSONValue(parsing: $0) }
        #expect(events.map { $0["sequence"]?.string } == ["2"])
        #expect(events[0]["type"]?.string == "my.pantau.prospect.created.v1")
        #expect(events[0]["data"]?["revision"]?.integer == 2)
    }

    @Test func anAcceptanceThatWasUndoneInTimeNeverLeaves() async throws {
        try await squad.accept(squad.crawl(Invented.article(number: 1)))
        try await squad.store.write { [squad] db in
            guard let row = try db.prospects(ProspectQuery()).first else { return }
            try db.setWithdrawn(true, prospect: row.ref, at: Invented.noon, sendsAt: row.sendsAt)
            _ = squad
        }
        #expect(try await squad.export(at: later).outcome == .nothingNew(nil))
    }

    @Test func aProtectedCaseWithoutASecondPersonIsToldAndTheOthersGo() async throws {
        // A lead that became protected after one person had accepted it.
        let lead = try await squad.crawl(Invented.article(number: 1))
        try await squad.accept(lead, squad.crawl(Invented.article(number: 2)))
        _ = try await squad.crawl(
            Invented.article(number: 3),
            score: Invented.score(Invented.contributions + Invented.contributions, isProtected: true),
            keys: [Invented.article(number: 1).canonicalURL], joining: lead)
        let report = try await squad.export(at: later)
        #expect(report.dispatch.made == 1)
        #expect(report.dispatch.refused.map(\.problem) == [.needsSecondPerson(lead)])
        #expect(try squad.lines(report).count == 1)
    }

    @Test func aFolderThatIsNotThereChangesNothing() async throws {
        try await squad.accept(squad.crawl(Invented.article(number: 1)))
        let nowhere = squad.out.path + "/nowhere"
        await #expect(throws: ExportError.noFolder(path: nowhere)) {
            try await squad.exporter().export(squad.order(to: nowhere), by: squad.author, at: later)
        }
        let row = try await squad.store.read { db in try db.prospects(ProspectQuery()).first }
        #expect(row?.sentAt == nil)
    }

    @Test(arguments: ["", "My Synergy", "../etc", "-x", String(repeating: "a", count: 65)])
    func aConsumersNameIsACode(name: String) async throws {
        await #expect(throws: ExportError.badConsumer(name)) { try await squad.export(at: later, for: name) }
    }

    @Test func manyProspectsAreSplitIntoFilesInOrder() async throws {
        for number in 1...7 { try await squad.accept(squad.crawl(Invented.article(number: number))) }
        let report = try await squad.exporter(limits: .init(lines: 3)).export(
            squad.order(), by: squad.author, at: later)
        let (_, manifest) = try written(report)
        #expect(manifest.files.map(\.records) == [3, 3, 1])
        #expect(try squad.lines(report).count == 7)
    }

    /// The contract's own schemas are the judge, where they lie beside the project and Python has jsonschema.
    @Test func theReceiversCheckFindsNothing() async throws {
        let child = Invented.lead(persons: [Invented.father, Invented.child]).identification.persons
        let protected = Invented.score(isProtected: true)
        try await squad.accept(squad.crawl(Invented.article(number: 1)))
        try await squad.accept(squad.crawl(Invented.article(number: 2), persons: child))
        try await squad.accept(
            squad.crawl(Invented.article(number: 3), score: protected, persons: child), second: "hafiz")
        try await squad.accept(squad.crawl(Invented.article(number: 4), persons: []))
        let published = PublishedDate(instant: Invented.noon, precision: .month, origin: .url)
        let odd = Invented.article(
            title: "Tajuk \"aneh\" 👩‍🦽 \\ é", url: "https://harian-rekaan.example/a b/é?q=1", published: published)
        try await squad.accept(
            squad.crawl(
                odd, score: Invented.score([Invented.rule("ms.unquoted", nil, 60, [])], needs: []),
                persons: [Invented.officer]))
        let report = try await squad.export(at: later)
        #expect(report.dispatch.refused.isEmpty)
        let texts = (1...4).map { Invented.article(number: $0).text } + [Invented.text]
        try squad.folder.write(articleLines(texts), to: "articles.jsonl")
        let (status, output) = try await checkExport(squad.out.path, articles: squad.folder.path + "/articles.jsonl")
        // 77: the contract or jsonschema is not there.
        #expect(status == 0 || status == 77, "\(output)")
        if status == 0 { #expect(output.contains("1 manifests") && !output.contains(" 0 quotes")) }
    }

    @Test func whateverALeadIsLikeItsRecordIsValid() async throws {
        var random = RandomLeads(seed: 26)
        var articles: [Article] = []
        for number in 1...80 {
            let article = random.article(number)
            let score = random.score(article)
            let lead = try await squad.crawl(
                article, score: score, persons: random.persons(article), place: random.place(article))
            guard lead.value > 0 else { continue }
            articles.append(article)
            try await squad.accept(lead, second: "hafiz")
            let stored = try #require(try await squad.store.read { db in try db.lead(lead, at: later) })
            expectConsistent(try record(stored, Invented.facts(second: "hafiz")), stored)
        }
        let report = try await squad.export(at: later)
        #expect(report.dispatch.refused.isEmpty)
        #expect(report.dispatch.made == articles.count && articles.count > 60)
        try squad.folder.write(articleLines(articles.map(\.text)), to: "articles.jsonl")
        let (status, output) = try await checkExport(squad.out.path, articles: squad.folder.path + "/articles.jsonl")
        #expect(status == 0 || status == 77, "\(output)")
    }
}
