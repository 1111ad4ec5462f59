import ChildProcess
import Foundation
import Model
import Storing
import Testing
import Text

@testable import Referring

@Suite struct ExportProtectionTests {
    private let squad: Squad
    private let keys: TemporaryFolder
    private let later = Invented.noon + .minutes(31)

    init() throws {
        squad = try Squad()
        keys = try TemporaryFolder()
    }

    private static let hasAge = FileManager.default.isExecutableFile(atPath: "/usr/bin/age-keygen")

    /// A fresh identity and the file of its recipient.
    private func recipients() async throws -> (identity: String, recipients: String) {
        let (identity, recipients) = (keys.path + "/identity", keys.path + "/recipients")
        let words = keys.path + "/words"
        try keys.write("", to: "words")
        let keygen = try ChildProcess(
            ["/usr/bin/age-keygen", "-o", identity], environment: [:], input: .file("/dev/null"),
            output: .file("/dev/null"), messages: .file(words))
        _ = await keygen.end()
        let text = String(decoding: try keys.bytes("words"), as: UTF8.self)
        let key = text.split(separator: " ").last.map { $0.filter { !$0.isWhitespace } } ?? ""
        try keys.write(key + "\n", to: "recipients")
        return (identity, recipients)
    }

    private func order(_ protection: Protection, isFull: Bool = true) -> ExportOrder {
        ExportOrder(
            for: Consumer(name: "mysynergy", agencies: ["PERKESO"], isFull: isFull), to: squad.out.path, protection)
    }

    @Test func thereIsNoDefault() throws {
        let consumer = Consumer(name: "jkm")
        #expect(throws: ExportError.unprotected(consumer: "jkm")) {
            try Protection(for: consumer, recipients: nil, plainBecause: nil)
        }
        let sealed = Consumer(name: "jkm", recipients: "/etc/pantau/jkm.age")
        #expect(
            try Protection(for: sealed, recipients: nil, plainBecause: nil)
                == .sealed(recipients: "/etc/pantau/jkm.age"))
        #expect(try Protection(for: sealed, recipients: nil, plainBecause: "ujian") == .plain(reason: "ujian"))
    }

    @Test(.enabled(if: hasAge)) func whatIsSealedIsReadByItsRecipientAlone() async throws {
        let (identity, recipients) = try await recipients()
        for number in 1...3 { try await squad.accept(squad.crawl(Invented.article(number: number))) }
        let report = try await squad.exporter().export(
            order(.sealed(recipients: recipients)), by: squad.author, at: later)
        guard case .written(let row, let manifest) = report.outcome else {
            Issue.record("nothing was written")
            return
        }
        #expect(row.isSealed && manifest.files.allSatisfy { $0.isSealed && $0.name.hasSuffix(".jsonl.age") })
        for name in squad.out.names {
            #expect(!String(decoding: try squad.out.bytes(name), as: UTF8.self).contains("Rekaan"))
            #expect(try squad.out.mode(name) == 0o600)
        }
        let path = squad.out.path + "/" + row.manifest
        let closed = try ExportVerification(manifest: path)
        #expect(closed.problems.isEmpty && closed.sealed == 1 && closed.records == 3)
        let open = try ExportVerification(manifest: path, identity: identity)
        #expect(open.problems.isEmpty && open.sealed == 0 && open.records == 3)
        let other = try ExportVerification(manifest: path, identity: recipients)
        #expect(other.problems.count >= 1)
    }

    @Test(.enabled(if: hasAge), arguments: ["", "not a key\n"])
    func whereNothingCanBeSealedNothingHappens(text: String) async throws {
        try keys.write(text, to: "recipients")
        try await squad.accept(squad.crawl(Invented.article(number: 1)))
        await #expect(throws: ExportError.self) {
            try await squad.exporter().export(
                order(.sealed(recipients: keys.path + "/recipients")), by: squad.author, at: later)
        }
        #expect(squad.out.names.isEmpty)
        // The acceptance can still be undone: nothing went into the outbox.
        #expect(try await squad.store.read { db in try db.events(after: 0, limit: 1) }.isEmpty)
    }

    @Test func anExportIsInTheJournalWithThoseWhomItTold() async throws {
        for number in 1...3 { try await squad.accept(squad.crawl(Invented.article(number: number))) }
        let report = try await squad.export(at: later)
        guard case .written(let row, _) = report.outcome else { return }
        let entries = try await squad.store.read { db in try db.journal(JournalQuery(verbs: ["export"])) }
        #expect(entries.count == 1 && entries[0].draft.reason == "plain")
        #expect(entries[0].draft.targets.count == 4)
        #expect(entries[0].draft.targets[0].other == row.id.description)
        let kept = try await squad.store.read { db in try db.exports().first }
        #expect(kept?.plainReason == "a test" && kept?.isSealed == false)
    }

    @Test func whoMayNotHaveWholeRecordsGetsThinOnesInTheSameBytesEachTime() async throws {
        try await squad.accept(squad.crawl(Invented.article(number: 1)))
        let first = try await squad.exporter().export(
            order(.plain(reason: "ujian"), isFull: false), by: squad.author, at: later)
        let second = try await squad.exporter().export(
            order(.plain(reason: "ujian"), isFull: false), by: squad.author, at: later + .hours(1))
        #expect(try squad.lines(first) == squad.lines(second))
        let text = String(decoding: try squad.lines(first)[0], as: UTF8.self)
        #expect(!text.contains("Rekaan") && text.contains("my.pantau.prospect.thin.v1"))
    }

    @Test func aSnapshotHoldsEveryProspectOnceInItsLastState() async throws {
        let lead = try await squad.crawl(Invented.article(number: 1))
        try await squad.accept(lead, squad.crawl(Invented.article(number: 2)))
        let first = try await squad.export(at: later)
        guard case .written(let row, _) = first.outcome else { return }
        _ = try await squad.exporter().confirm(row.id.description, by: squad.author, at: later)
        _ = try await squad.crawl(
            Invented.article(number: 3), keys: [Invented.article(number: 1).canonicalURL], joining: lead,
            at: later + .hours(1))
        try await squad.export(at: later + .hours(2))
        var snapshot = squad.order()
        snapshot.isSnapshot = true
        let report = try await squad.exporter().export(snapshot, by: squad.author, at: later + .hours(3))
        let revisions = try squad.lines(report).map { try JSONValue(parsing: $0)["data"]?["revision"]?.integer }
        #expect(revisions == [1, 2])
    }

    @Test func aTableTellsWhoMadeItAndWhy() async throws {
        try await squad.accept(squad.crawl(Invented.article(number: 1)))
        try await squad.export(at: later)
        let table = try await squad.exporter().writeTable(
            order(.plain(reason: "mesyuarat, Isnin")), by: squad.author, at: later + .hours(1))
        let text = String(decoding: try squad.out.bytes(table.file.name), as: UTF8.self)
        let last = try #require(text.split(separator: "\r\n").last)
        #expect(last.hasPrefix("watermark,") && last.contains("mesyuarat, Isnin, sha256 "))
        #expect(!last.contains("aminah"))
        let thin = try await squad.exporter().writeTable(
            order(.plain(reason: "ujian"), isFull: false), by: squad.author, at: later + .hours(2))
        #expect(!String(decoding: try squad.out.bytes(thin.file.name), as: UTF8.self).contains("Rekaan"))
    }
}
