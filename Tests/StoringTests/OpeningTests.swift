import Glibc
import Model
import StoringSamples
import Testing

@testable import Storing

@Suite struct OpeningTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    @Test func aNewDatabaseAndAllBesideItBelongToTheirOwnerAlone() async throws {
        let path = folder.path + "/data/pantau/leads.db"
        let store = try Store.open(path, mode: .create)
        try await store.write { db in try db.commitSamples([Sample.found(Sample.article(1))]) }
        let lock = try CrawlLock(database: path, now: Sample.monday)
        for part in ["", "-wal", "-shm", "-write", "-crawl", "-key"] {
            #expect(mode(of: path + part) == 0o600, "\(part)")
        }
        #expect(mode(of: folder.path + "/data") == 0o700)
        #expect(mode(of: folder.path + "/data/pantau") == 0o700)
        lock.release()
    }

    @Test(arguments: ["", "-wal", "-key"], [0o644, 0o660, 0o601] as [mode_t])
    func aFileThatOthersMayTouchIsRefused(part: String, mode: mode_t) async throws {
        let store = try folder.makeStore()
        try await store.write { db in try db.commitSamples([Sample.found(Sample.article(1))]) }
        chmod(folder.database + part, mode)
        let expected = StoreError.tooOpen(path: folder.database + part, mode: String(mode, radix: 8))
        for way in [Store.Mode.create, .write, .read] {
            #expect(throws: expected) { try Store.open(folder.database, mode: way) }
        }
        withExtendedLifetime(store) {}
    }

    @Test func aMissingDatabaseIsMadeOnlyWhenAskedFor() throws {
        #expect(throws: StoreError.missing(path: folder.database)) { try Store.open(folder.database, mode: .write) }
        #expect(throws: StoreError.missing(path: folder.database)) { try Store.open(folder.database, mode: .read) }
        #expect(mode(of: folder.database) == nil)
    }

    @Test(arguments: [":memory:", "file:x?mode=memory", "a%20b"])
    func aNameIsAFileWhateverItLooksLike(name: String) throws {
        let path = "\(folder.path)/\(name)"
        _ = try Store.open(path, mode: .create)
        #expect((size(of: path) ?? 0) > 0)
    }

    @Test func aFolderThatCannotBeMadeSaysWhy() {
        #expect(throws: StoreError.cannotOpen(path: "/dev/null/x", why: "Not a directory")) {
            try Store.open("/dev/null/x/leads.db", mode: .create)
        }
    }

    @Test(arguments: ["", "Senarai belanja: beras, telur\n", String(repeating: "x", count: 5000)])
    func aTextFileIsRefusedAndLeftAsItWas(text: String) throws {
        try write(text, to: folder.database)
        guard !text.isEmpty else {
            // An empty file was made by a run that was killed: nothing is set up, and writing sets it up.
            #expect(throws: StoreError.missing(path: folder.database)) { try Store.open(folder.database, mode: .read) }
            _ = try Store.open(folder.database, mode: .write)
            return
        }
        #expect { try Store.open(folder.database, mode: .write) } throws: { error in
            guard case .damaged = error as? StoreError else { return false }
            return true
        }
        #expect(contents(of: folder.database) == Array(text.utf8))
        #expect(mode(of: folder.database + "-wal") == nil)
    }

    @Test func theDatabaseOfAnotherProgramIsRefusedAndLeftAsItWas() throws {
        try DatabaseFiles(path: folder.database).create()
        try Connection.open(folder.database, isReadOnly: false).script("CREATE TABLE bookmarks (url TEXT)")
        let before = contents(of: folder.database)
        #expect(throws: StoreError.cannotOpen(path: folder.database, why: "it is the database of another program")) {
            try Store.open(folder.database, mode: .create)
        }
        #expect(contents(of: folder.database) == before)
    }

    @Test func theKeyOfKeyedHashesMustBeWhole() throws {
        _ = try folder.makeStore()
        try write("short", to: folder.database + "-key")
        #expect(throws: StoreError.damaged(path: folder.database + "-key", why: "a key has 32 bytes")) {
            try Store.open(folder.database, mode: .write)
        }
    }

    @Test func nothingIsLeftOfTheLogAfterTheLastCloses() async throws {
        do {
            let store = try folder.makeStore()
            try await store.write { db in try db.commitSamples([Sample.found(Sample.article(1))]) }
        }
        #expect(mode(of: folder.database + "-wal") == nil)
        let store = try Store.open(folder.database, mode: .read)
        #expect(try await store.read { db in try db.lead(LeadID(1), at: Sample.monday) } != nil)
    }

    @Test func aReadOnlyStoreWritesNothing() async throws {
        _ = try folder.makeStore()
        let store = try Store.open(folder.database, mode: .read)
        await #expect(throws: StoreError.readOnly(path: folder.database)) {
            try await store.write { db in try db.commitSamples([Sample.found(Sample.article(1))]) }
        }
    }

    @Test func errorsTellTheirMessageAndExitCode() {
        #expect(StoreError.newer(found: 9, known: 1).messageID == "err.db-newer")
        #expect(StoreError.diskFull(path: "x", free: 0).exitCode == 74)
        #expect(StoreError.tooOpen(path: "x", mode: "644").exitCode == 77)
        #expect(StoreError.locked(by: nil).exitCode == 75)
        #expect(StoreError.missing(path: "x").messageID == "setup.none")
    }
}

func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    #expect(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    Glibc.close(descriptor)
}

func contents(of path: String) -> [UInt8] {
    let descriptor = Glibc.open(path, O_RDONLY)
    guard descriptor >= 0 else { return [] }
    defer { Glibc.close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: Int(size(of: path) ?? 0))
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
}

/// The same as text, whatever its bytes.
func text(of path: String) -> String { String(decoding: contents(of: path), as: UTF8.self) }
