import Glibc
import Model
import StoringSamples
import Testing

@testable import Storing

/// What other processes, kills and limits do to the file. Each child is a real process (an exit test).
@Suite struct ProcessTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private func leads() async throws -> [LeadID] {
        let store = try Store.open(folder.database, mode: .write)
        try await store.checkIntegrity()
        return try await store.read { db in
            try db.leads(LeadQuery(states: [], order: .old), at: Sample.monday).leads.map(\.id)
        }
    }

    @Test func aKillInTheMiddleOfATransactionLeavesTheOneBefore() async throws {
        let path = folder.database
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.database as String] in
            let store = try Store.open(path, mode: .create)
            try await store.write { db in try db.commitSamples([Sample.found(Sample.article(1))]) }
            try await store.write { db in
                try db.commitSamples((2...50).map { Sample.found(Sample.article($0)) })
                kill(getpid(), SIGKILL)
            }
        }
        #expect(try await leads() == [LeadID(1)])
        // The same poll again brings what was lost, and nothing twice.
        let store = try Store.open(path, mode: .write)
        let summary = try await store.write { db in
            try db.commitSamples((1...50).map { Sample.found(Sample.article($0)) })
        }
        #expect((summary.new, summary.known, summary.made.count) == (49, 1, 49))
    }

    @Test func aFileSizeLimitIsAFullDiskAndNothingIsLost() async throws {
        await #expect(processExitsWith: .success) { [path = folder.database as String] in
            let store = try Store.open(path, mode: .create)
            try await store.write { db in try db.commitSamples([Sample.found(Sample.article(1))]) }
            var limit = rlimit(rlim_cur: 1_000_000, rlim_max: 1_000_000)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            var error: StoreError?
            do {
                for number in 2...2000 {
                    try await store.write { db in try db.commitSamples([Sample.found(Sample.article(number))]) }
                }
            } catch let found as StoreError {
                error = found
            }
            guard case .diskFull(path, free: _) = error else { exit(1) }
            // What is there can still be read.
            let total = try await store.read { db in try db.countLeads(LeadQuery(), at: Sample.monday) }
            exit(total > 1 ? 0 : 2)
        }
        let kept = try await leads()
        #expect(kept.count > 1)
        #expect(kept == (1...Int64(kept.count)).map { LeadID($0) })
    }

    @Test func processesThatWriteAtOnceLoseNothing() async throws {
        _ = try folder.makeStore()
        let path = folder.database
        await withTaskGroup(of: Void.self) { group in
            for child in 0..<4 {
                group.addTask {
                    await #expect(processExitsWith: .success) { [path = path as String, child = child as Int] in
                        let store = try Store.open(path, mode: .write)
                        for number in 0..<25 {
                            let article = Sample.article(child * 1000 + number)
                            try await store.write { db in try db.commitSamples([Sample.found(article)]) }
                        }
                    }
                }
            }
        }
        #expect(try await leads() == (1...100).map { LeadID($0) })
        let store = try Store.open(path, mode: .read)
        let verdict = try await store.read { db in try db.verifyJournal() }
        guard case .whole(entries: 100, head: _) = verdict else {
            Issue.record("\(verdict)")
            return
        }
    }

    @Test func theLockOfACrawlNamesItsHolderAndEndsWithIt() async throws {
        let path = folder.database
        let held = try CrawlLock(database: path, now: Sample.monday)
        await #expect(processExitsWith: .success) { [path = folder.database as String, parent = Int(getpid()) as Int] in
            do {
                _ = try CrawlLock(database: path, now: Sample.monday + .hours(1))
            } catch StoreError.locked(by: let owner?) {
                exit(owner.process == Int32(parent) && owner.since == Sample.monday && !owner.host.isEmpty ? 0 : 1)
            }
            exit(2)
        }
        #expect(try CrawlLock.owner(ofDatabase: path)?.process == getpid())
        held.release()
        #expect(try CrawlLock.owner(ofDatabase: path) == nil)
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.database as String] in
            let lock = try CrawlLock(database: path, now: Sample.monday)
            withExtendedLifetime(lock) { _ = kill(getpid(), SIGKILL) }
        }
        try CrawlLock(database: path, now: Sample.monday).release()
    }

    @Test func aCrawlThatWaitsGetsTheLockWhenItIsLetGo() async throws {
        let held = try CrawlLock(database: folder.database, now: Sample.monday)
        let path = folder.database
        async let second = Task.detached {
            try CrawlLock(database: path, now: Sample.monday, patience: .seconds(20))
        }.value
        try await Task.sleep(for: .milliseconds(50))
        held.release()
        try await second.release()
    }

    @Test func aFullDatabaseIsAFullDisk() async throws {
        let store = try folder.makeStore()
        try await store.write { db in try db.run("PRAGMA max_page_count = 60") }
        await #expect {
            try await store.write { db in
                try db.commitSamples((1...500).map { Sample.found(Sample.article($0)) })
            }
        } throws: { error in
            guard case .diskFull = error as? StoreError else { return false }
            return true
        }
        #expect(try await store.read { db in try db.countLeads(LeadQuery(), at: Sample.monday) } == 0)
        try await store.checkIntegrity()
    }

    @Test func anotherProgramThatHoldsTheDatabaseIsWaitedFor() async throws {
        let store = try folder.makeStore()
        let path = folder.database
        let other = try Connection.open(path, isReadOnly: false)
        try other.script("BEGIN IMMEDIATE")
        async let written: Void = store.write { db in _ = try db.commitSamples([Sample.found(Sample.article(1))]) }
        try await Task.sleep(for: .milliseconds(200))
        try other.script("COMMIT")
        try await written
        #expect(try await leads() == [LeadID(1)])
    }

    @Test func aCopyHoldsWhatStandsInTheLogToo() async throws {
        let store = try folder.makeStore()
        try await store.write { db in try db.commitSamples([Sample.found(Sample.article(1))]) }
        let target = folder.path + "/copy.db"
        try await store.backUp(to: target)
        #expect(mode(of: target) == 0o600)
        let copy = try Store.open(target, mode: .read)
        #expect(try await copy.read { db in try db.lead(LeadID(1), at: Sample.monday) } != nil)
    }

    @Test func aDatabaseOnAReadOnlyFolderCanBeRead() async throws {
        try await folder.makeStore().write { db in try db.commitSamples([Sample.found(Sample.article(1))]) }
        // Root may write anywhere, so the -shm file is kept from being made by a folder of its name.
        mkdir(folder.database + "-shm", 0o700)
        let store = try Store.open(folder.database, mode: .read)
        #expect(try await store.read { db in try db.lead(LeadID(1), at: Sample.monday) } != nil)
    }
}
