import Foundation
import Hashing
import Model
import Storing
import Testing
import Text

@testable import Referring

@Suite struct DedupeTests {
    private let squad: Squad
    private let later = Invented.noon + .minutes(31)
    private let key = DedupeKey(id: "dedupe-2026-01", secret: Array("kunci yang direka untuk ujian".utf8))
    private let oldKey = DedupeKey(id: "dedupe-2025-01", secret: Array("kunci lama yang direka".utf8))

    init() throws { squad = try Squad() }

    /// How another agency hashes the invented father: with his name as its own clerks write it.
    private func hash(_ key: DedupeKey, name: String = "MOHD. REKAAN B. CONTOH") -> String {
        keyedHash(
            scheme: "person-place-hmac-v1", parts: [normalizedName(name), "MY-10", "10_2"], secret: key.secret)
    }

    private func list(_ rows: String...) throws -> KnownFile {
        let heading = "scheme,value,key_id,other,standing,household,agency,programme,since"
        return try KnownFile(Array(([heading] + rows).joined(separator: "\n").utf8))
    }

    private func take(_ file: KnownFile, of system: String = "lembaga-rekaan") async throws {
        try await squad.store.write { db in try db.take(file, of: system) }
    }

    private func export(at now: Instant) async throws -> ExportReport {
        var settings = Invented.settings
        (settings.dedupeKey, settings.olderDedupeKeys) = (key, [oldKey])
        let exporter = Exporter(store: squad.store, settings: settings, catalogue: Invented.catalogue)
        return try await exporter.export(squad.order(), by: squad.author, at: now)
    }

    @Test(arguments: [true, false])
    func aProspectWhomAnotherAgencyKnowsWaitsForAPerson(isHashedThisYear: Bool) async throws {
        let used = isHashedThisYear ? key : oldKey
        try await take(list("person-place-hmac-v1,\(hash(used)),\(used.id),JKM-1,helped,,JKM,Bantuan,2026-01-02"))
        try await squad.accept(squad.crawl(Invented.article(number: 1)))
        let report = try await export(at: later)
        #expect(report.dispatch.made == 0)
        guard case .knownElsewhere(_, let systems) = report.dispatch.refused.first?.problem else {
            Issue.record("it was sent")
            return
        }
        #expect(systems == ["lembaga-rekaan"])
        let match = try #require(try await squad.store.read { db in try db.openMatches().first })
        let now = later
        let answered = try await squad.store.write { [squad] db in
            try db.answerMatches(of: match.prospect, by: squad.aminah, because: "another person", at: now)
        }
        #expect(answered == 1)
        #expect(try await export(at: later + .hours(1)).dispatch.made == 1)
    }

    @Test func oneWhomNobodyKnowsIsSent() async throws {
        try await take(list("person-place-hmac-v1,\(hash(key, name: "Orang Lain")),\(key.id),JKM-1,known,,,,"))
        try await squad.accept(squad.crawl(Invented.article(number: 1)))
        #expect(try await export(at: later).dispatch.made == 1)
    }

    @Test func twoProspectsOfOursWithOnePersonMeet() async throws {
        try await squad.accept(squad.crawl(Invented.article(number: 1)))
        #expect(try await export(at: later).dispatch.made == 1)
        try await squad.accept(squad.crawl(Invented.article(number: 2)), at: later)
        let report = try await export(at: later + .hours(1))
        #expect(report.dispatch.made == 0)
        #expect(try await squad.store.read { db in try db.openMatches().map(\.system) } == ["pantau"])
        // What was sent once is not held back by its own key.
        #expect(try await squad.store.read { db in try db.events(after: 0, limit: 9).count } == 1)
    }

    @Test func aListReplacesTheLastOfItsSystemAlone() async throws {
        let row = "person-place-hmac-v1,\(hash(key)),\(key.id),A,known,,,,"
        try await take(list(row), of: "a")
        try await take(list(row), of: "b")
        try await take(list(), of: "a")
        let wanted = HashedKey(
            scheme: "person-place-hmac-v1", value: [UInt8](hexadecimal: hash(key)) ?? [], keyID: key.id)
        #expect(try await squad.store.read { db in try db.known(wanted).map(\.system) } == ["b"])
    }

    // MARK: The register

    private func asked(_ rows: String...) throws -> RegisterAnswer {
        let heading = "scheme,value,key_id,other,standing,household,agency,programme,since"
        let register = HashedRegister(try KnownFile(Array(([heading] + rows).joined(separator: "\n").utf8)))
        var settings = Invented.settings
        settings.dedupeKey = key
        let keys = try personKeys(of: Invented.lead(), facts: Invented.facts(), settings: settings)
        #expect(keys.count == 3)
        return register.answer(keys)
    }

    @Test func aRegisterAnswersKnownHelpedOrUnknown() throws {
        let mine = "person-place-hmac-v1,\(hash(key)),\(key.id)"
        let wife = "person-place-hmac-v1,\(hash(key, name: "Siti Rekaan")),\(key.id)"
        #expect(try asked() == .unknown)
        #expect(try asked("\(wife),7,helped,H1,JKM,Bantuan,") == .unknown)
        #expect(try asked("\(mine),6,known,H1,,,") == .known)
        #expect(try asked("\(mine),6,helped,,JKM,Bantuan Am,") == .helped(by: ["JKM Bantuan Am"]))
        // Help for the household is help.
        #expect(try asked("\(mine),6,known,H1,,,", "\(wife),7,helped,H1,MAIS,,") == .helped(by: ["MAIS"]))
        #expect(try asked("\(mine),6,known,H1,,,", "\(wife),7,helped,H2,MAIS,,") == .known)
    }

    @Test func aKeyOfAnotherExchangeIsUnknown() throws {
        #expect(try asked("person-place-hmac-v1,\(hash(oldKey)),\(oldKey.id),6,helped,,JKM,,") == .unknown)
    }

    @Test(arguments: [
        "person-place-hmac-v1,abcd,k,1,known,,,,", "Person Place,\(String(repeating: "a", count: 64)),k,1,known,,,,",
        "person-place-hmac-v1,\(String(repeating: "a", count: 64)),,1,known,,,,",
        "person-place-hmac-v1,\(String(repeating: "a", count: 64)),k,1,perhaps,,,,", "{",
    ])
    func aListWithAMistakeIsNotHalfTaken(row: String) {
        let good = "person-place-hmac-v1,\(String(repeating: "b", count: 64)),k,1,known,,,,"
        #expect(throws: KnownFile.Problem.self) { try list(good, row) }
    }

    @Test func keysAreReadFromAFileThatOthersCannotRead() throws {
        try squad.out.write("dedupe-2026-01 0123456789abcdef\n\ndedupe-2025-01 fedcba9876543210\n", to: "keys")
        let path = squad.out.path + "/keys"
        chmod(path, 0o600)
        #expect(try DedupeKeyFile.keys(in: path).map(\.id) == ["dedupe-2026-01", "dedupe-2025-01"])
        chmod(path, 0o644)
        #expect(throws: SecretProblem.tooOpen(path: path, mode: "644")) { try DedupeKeyFile.keys(in: path) }
        try squad.out.write("short key\n", to: "other")
        chmod(squad.out.path + "/other", 0o600)
        #expect(throws: SecretProblem.self) { try DedupeKeyFile.keys(in: squad.out.path + "/other") }
    }
}
