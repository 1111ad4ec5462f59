import Model
import StoringSamples
import Testing

@testable import Storing

@Suite struct MigrationTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private let second = Migration(version: 2, script: "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;")
    private let broken = Migration(version: 3, script: "CREATE TABLE third (id INTEGER); SELECT nonsense FROM nowhere;")

    @Test func aNewerDatabaseIsRefusedWithBothVersions() throws {
        _ = try Store.open(folder.database, mode: .create, migrations: Migration.all + [second])
        for mode in Store.Mode.allWays {
            #expect(throws: StoreError.newer(found: 2, known: 1)) { try Store.open(folder.database, mode: mode) }
        }
    }

    @Test func anOlderDatabaseIsCopiedAndMigratedAtOpening() async throws {
        let old = try folder.makeStore()
        try await old.write { db in try db.commitSamples([Sample.found(Sample.article(1))]) }
        let store = try Store.open(folder.database, mode: .write, migrations: Migration.all + [second])
        #expect(try await store.read { db in try db.schemaVersion() } == 2)
        #expect(try await store.read { db in try db.lead(LeadID(1), at: Sample.monday) } != nil)
        #expect(mode(of: folder.database + "-schema-1") == 0o600)
        let copy = try Store.open(folder.database + "-schema-1", mode: .write)
        #expect(try await copy.read { db in try db.lead(LeadID(1), at: Sample.monday) } != nil)
    }

    @Test func anOlderDatabaseThatIsOnlyReadIsLeftAsItIs() throws {
        _ = try folder.makeStore()
        #expect(throws: StoreError.older(found: 1, known: 2)) {
            try Store.open(folder.database, mode: .read, migrations: Migration.all + [second])
        }
        _ = try Store.open(folder.database, mode: .read)
    }

    @Test func aMigrationThatFailsLeavesTheOldSchema() async throws {
        _ = try folder.makeStore()
        #expect(throws: StoreError.self) {
            try Store.open(folder.database, mode: .write, migrations: Migration.all + [second, broken])
        }
        let store = try Store.open(folder.database, mode: .write)
        let tables = try await store.read { db in
            try db.value("SELECT count(*) FROM sqlite_schema WHERE name IN ('later', 'third')", as: Int.self)
        }
        #expect(tables == 0)
    }

    @Test func twoProcessesThatStartTogetherMakeOneSchema() async throws {
        let path = folder.database
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { _ = try Store.open(path, mode: .create) } }
            try await group.waitForAll()
        }
        let store = try Store.open(path, mode: .write)
        #expect(try await store.read { db in try db.schemaVersion() } == 1)
    }

    @Test func versionsHaveNoGap() {
        #expect(Migration.all.map(\.version) == Array(1...Migration.all.count))
    }
}
