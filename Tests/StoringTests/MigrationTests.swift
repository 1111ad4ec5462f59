import Model
import StoringSamples
import Testing

@testable import Storing

@Suite struct MigrationTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    /// The newest schema that this program knows.
    private let known = Migration.all.count
    private var next: Migration {
        Migration(version: known + 1, script: "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;")
    }
    private var broken: Migration {
        Migration(
            version: known + 2, script: "CREATE TABLE third (id INTEGER); SELECT nonsense FROM nowhere;")
    }

    @Test func aNewerDatabaseIsRefusedWithBothVersions() throws {
        _ = try Store.open(folder.database, mode: .create, migrations: Migration.all + [next])
        for mode in Store.Mode.allWays {
            #expect(throws: StoreError.newer(found: known + 1, known: known)) {
                try Store.open(folder.database, mode: mode)
            }
        }
    }

    @Test func anOlderDatabaseIsCopiedAndMigratedAtOpening() async throws {
        let old = try folder.makeStore()
        try await old.write { db in try db.commitSamples([Sample.found(Sample.article(1))]) }
        let store = try Store.open(folder.database, mode: .write, migrations: Migration.all + [next])
        #expect(try await store.read { db in try db.schemaVersion() } == known + 1)
        #expect(try await store.read { db in try db.lead(LeadID(1), at: Sample.monday) } != nil)
        #expect(mode(of: folder.database + "-schema-\(known)") == 0o600)
        let copy = try Store.open(folder.database + "-schema-\(known)", mode: .write)
        #expect(try await copy.read { db in try db.lead(LeadID(1), at: Sample.monday) } != nil)
    }

    @Test func anOlderDatabaseThatIsOnlyReadIsLeftAsItIs() throws {
        _ = try folder.makeStore()
        #expect(throws: StoreError.older(found: known, known: known + 1)) {
            try Store.open(folder.database, mode: .read, migrations: Migration.all + [next])
        }
        _ = try Store.open(folder.database, mode: .read)
    }

    @Test func aMigrationThatFailsLeavesTheOldSchema() async throws {
        _ = try folder.makeStore()
        #expect(throws: StoreError.self) {
            try Store.open(folder.database, mode: .write, migrations: Migration.all + [next, broken])
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
        #expect(try await store.read { db in try db.schemaVersion() } == known)
    }

    /// What was written under each schema is still there under the newest.
    @Test func everyReleasedSchemaIsBroughtUpToDate() async throws {
        for version in 1..<known {
            let folder = try TemporaryFolder()
            let old = try Store.open(
                folder.database, mode: .create, migrations: Array(Migration.all.prefix(version)))
            try await old.write { db in
                try db.run(
                    """
                    INSERT INTO host_state (host, next_at, blocked_until, rest_json, attempt)
                    VALUES ('a.example', 5, 0, '{}', 3)
                    """)
            }
            let store = try Store.open(folder.database, mode: .write)
            #expect(try await store.read { db in try db.hostRow(HostName("a.example"))?.nextAt.milliseconds } == 5)
        }
    }

    @Test func versionsHaveNoGap() {
        #expect(Migration.all.map(\.version) == Array(1...Migration.all.count))
    }
}
