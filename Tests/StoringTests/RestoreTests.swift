import Glibc
import Model
import StoringSamples
import Testing
import Text

@testable import Storing

/// The restore drill: a backup comes back whole, and nobody who was erased since comes back with it.
@Suite struct RestoreTests {
    let folder: TemporaryFolder
    let backup: String
    private let now = Sample.monday + .days(1)

    init() async throws {
        folder = try TemporaryFolder()
        backup = folder.path + "/backup.db"
        let store = try folder.makeStore()
        try await store.write { db in
            try db.commitSamples((1...3).map { Sample.found(Sample.article($0)) })
        }
        try await store.writeBackup(to: backup)
        try await store.write { db in try db.commitSamples([Sample.found(Sample.article(4))]) }
    }

    private func erase(_ lead: Int64) async throws {
        try await Store.open(folder.database, mode: .write).write { db in
            _ = try db.erase(LeadID(lead), because: .requestOfPerson, by: Sample.aminah, at: Sample.monday) { _, _ in }
        }
    }

    @discardableResult
    private func restore(isTrial: Bool = false) throws -> Restoration.Report {
        try Restoration(to: folder.database, by: Sample.aminah, at: now)
            .restore(from: backup, isTrial: isTrial) { _, _ in }
    }

    private func headlines() async throws -> [String] {
        try await Store.open(folder.database, mode: .write).read { db in
            try db.leads(LeadQuery(states: [], order: .old), at: Sample.monday).leads.map(\.headline)
        }
    }

    private static func headlines(_ numbers: Int...) -> [String] { numbers.map { Sample.article($0).title } }

    @Test func aBackupComesBackWholeAndThePresentFileIsPutAside() async throws {
        let report = try restore()
        #expect(try await headlines() == Self.headlines(1, 2, 3))
        let aside = try #require(report.putAside)
        #expect(mode(of: aside) == 0o600 && mode(of: folder.database) == 0o600)
        #expect(text(of: aside).contains("nombor 4"))
        let store = try Store.open(folder.database, mode: .write)
        try await store.checkIntegrity()
        let last = try #require(try await store.read { db in try db.journal(JournalQuery(limit: 1)) }.first)
        #expect(last.draft.verb == "db.restore")
        #expect(try await store.copies() == [aside])
    }

    @Test func aNumberIsNotGivenTwiceAfterARestore() async throws {
        try restore()
        let store = try Store.open(folder.database, mode: .write)
        let made = try await store.write { db in try db.commitSamples([Sample.found(Sample.article(5))]) }.made
        #expect(made == [LeadID(5)])
    }

    @Test func whoWasErasedSinceStaysErased() async throws {
        try await erase(2)
        let report = try restore()
        #expect(report.erasedAgain == 1 && report.erasures == 1)
        #expect(try await headlines() == Self.headlines(1, 3))
        #expect(!text(of: folder.database).contains("nombor 2"))
        // Nor does the next crawl bring it.
        let store = try Store.open(folder.database, mode: .write)
        let again = try await store.write { db in try db.commitSamples([Sample.found(Sample.article(2))]) }
        #expect(again.made.isEmpty)
        #expect(try await store.erasuresMissingOutside() == 0)
    }

    @Test func theListOutsideIsEnoughWhereTheDatabaseIsLostOrBroken() async throws {
        try await erase(2)
        for ending in ["-wal", "-shm"] { unlinkFile(folder.database + ending) }
        try write("no database", to: folder.database)
        #expect(try restore().erasedAgain == 1)
        #expect(try await headlines() == Self.headlines(1, 3))
        for ending in ["", "-wal", "-shm"] { unlinkFile(folder.database + ending) }
        #expect(try restore().putAside == nil)
        #expect(try await headlines() == Self.headlines(1, 3))
    }

    @Test func theDatabaseIsEnoughWhereTheListOutsideIsLost() async throws {
        try await erase(2)
        unlinkFile(folder.database + "-erased")
        #expect(try restore().erasedAgain == 1)
        #expect(try await headlines() == Self.headlines(1, 3))
        #expect(try await Store.open(folder.database, mode: .write).erasuresMissingOutside() == 0)
    }

    @Test func aTrialReplacesNothing() async throws {
        try await erase(2)
        #expect(try restore(isTrial: true).erasedAgain == 1)
        #expect(try await headlines() == Self.headlines(1, 3, 4))
        #expect(size(of: folder.database + "-restoring") == nil)
    }

    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let sql: String
    }

    @Test(arguments: [
        Damage(testDescription: "a decision rewritten", sql: "UPDATE journal SET actor = 'lain' WHERE entry = 1"),
        Damage(testDescription: "the tail cut", sql: "DELETE FROM journal_target; DELETE FROM journal"),
        Damage(testDescription: "a reference to nothing", sql: "UPDATE lead_article SET lead = 99"),
        Damage(testDescription: "a later program's", sql: "PRAGMA user_version = 99"),
        Damage(testDescription: "another program's", sql: "PRAGMA application_id = 99"),
    ])
    func aBackupThatIsNotWholeReplacesNothing(damage: Damage) async throws {
        do {
            let attacker = try Connection.open(backup, isReadOnly: false)
            try attacker.script("PRAGMA foreign_keys = OFF; \(damage.sql)")
        }
        #expect(throws: StoreError.self) { try restore() }
        #expect(try await headlines() == Self.headlines(1, 2, 3, 4))
    }

    @Test(arguments: ["", "not a database at all, only words", "SQLite format 3\0"])
    func aFileThatIsNoBackupReplacesNothing(text: String) async throws {
        try write(text, to: backup)
        #expect(throws: StoreError.self) { try restore() }
        #expect(try await headlines() == Self.headlines(1, 2, 3, 4))
    }

    @Test func aBackupOfAnotherSquadIsRefused() async throws {
        let other = try TemporaryFolder()
        try await other.makeStore().write { db in
            try db.commitSamples([Sample.found(Sample.article(1))])
        }
        try await Store.open(other.database, mode: .write).writeBackup(to: other.path + "/b.db")
        #expect(throws: StoreError.self) {
            try Restoration(to: folder.database, by: Sample.aminah, at: now)
                .restore(from: other.path + "/b.db") { _, _ in }
        }
    }

    @Test func whileSomebodyHasTheDatabaseOpenNothingIsReplaced() async throws {
        let reader = try Store.open(folder.database, mode: .read)
        #expect(try await reader.read { db in try db.measure() }.leads == 4)
        #expect(throws: StoreError.self) { try restore() }
        #expect(try await reader.read { db in try db.measure() }.leads == 4)
    }
}

private func unlinkFile(_ path: String) { _ = path.withCString { remove($0) } }
