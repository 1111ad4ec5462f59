import Dispatch
import Locking
import Model
import StoringSamples
import Testing

@testable import Storing

private struct Oops: Error {}

@Suite struct TransactionTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
    }

    private func leads() async throws -> Int {
        try await store.read { db in try db.countLeads(LeadQuery(states: []), at: Sample.monday) }
    }

    @Test func aThrownErrorRollsEverythingBack() async throws {
        await #expect(throws: Oops.self) {
            try await store.write { db in
                try db.commitSamples([Sample.found(Sample.article(1))])
                throw Oops()
            }
        }
        #expect(try await leads() == 0)
        try await store.write { db in try db.commitSamples([Sample.found(Sample.article(2))]) }
        #expect(try await leads() == 1)
    }

    @Test func readingCannotWrite() async throws {
        await #expect(throws: StoreError.readOnly(path: folder.database)) {
            try await store.read { db in try db.run("DELETE FROM lead") }
        }
    }

    @Test func aRuleOfTheSchemaIsAnErrorOfItsOwn() async throws {
        await #expect {
            try await store.write { db in try db.run("INSERT INTO lead_key VALUES (x'00', 77)") }
        } throws: {
            guard case .constraint = $0 as? StoreError else { return false }
            return true
        }
    }

    @Test(arguments: ["SELECT nothing FROM nowhere", "", "SELECT $1, $2"])
    func aWrongStatementIsNamed(sql: String) async throws {
        await #expect { try await store.read { db in try db.value(sql, "one", as: String.self) } } throws: {
            guard case .statement(sql, why: _) = $0 as? StoreError else { return false }
            return true
        }
    }

    @Test func valuesComeBackAsTheyWere() async throws {
        try await store.read { db throws in
            #expect(try db.value("SELECT $1", "", as: String.self) == "")
            #expect(try db.value("SELECT $1", "a\u{0}b", as: String.self) == "a\u{0}b")
            #expect(try db.value("SELECT $1", [] as [UInt8], as: [UInt8].self) == [])
            #expect(try db.value("SELECT $1", [0, 255] as [UInt8], as: [UInt8].self) == [0, 255])
            #expect(try db.value("SELECT $1", UInt64.max, as: UInt64.self) == .max)
            #expect(try db.value("SELECT $1", Int64.min, as: Int64.self) == .min)
            #expect(try db.value("SELECT $1", String?.none, as: String?.self) == .some(nil))
            #expect(try db.value("SELECT $2 || $1", "b", "a", as: String.self) == "ab")
        }
    }

    @Test func aRowsClosureMayRunTheSameStatementAgain() async throws {
        try await store.read { db in
            let pairs = try db.rows("SELECT value AS n FROM json_each('[1,2,3]')") { row throws(StoreError) in
                let inner: [Int] = try db.rows("SELECT value AS n FROM json_each('[1,2,3]')") {
                    row throws(StoreError) in
                    try row["n"]
                }
                return try row["n"] * inner.count as Int
            }
            #expect(pairs == [3, 6, 9])
        }
    }

    @Test func aCancelledQueryEndsAndTheNextRuns() async throws {
        let isRunning = Lock(false)
        let store = store
        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await store.read { db in
                    isRunning.withLock { $0 = true }
                    _ = try db.value(endless, as: Int.self)
                }
            }
            while !isRunning.withLock({ $0 }) { await Task.yield() }
            group.cancelAll()
            await #expect(throws: StoreError.interrupted) { try await group.next() }
        }
        #expect(try await leads() == 0)
    }

    @Test func aCancelledWaiterDoesNotStopWhoRuns() async throws {
        let gate = DispatchSemaphore(value: 0)
        let isRunning = Lock(false)
        let store = store
        try await withThrowingTaskGroup(of: Int.self) { group in
            group.addTask {
                try await store.write { db in
                    isRunning.withLock { $0 = true }
                    gate.wait()
                    return try db.commitSamples([Sample.found(Sample.article(1))]).new
                }
            }
            while !isRunning.withLock({ $0 }) { await Task.yield() }
            let waiter = Task { try await store.read { db in try db.countLeads(LeadQuery(), at: Sample.monday) } }
            waiter.cancel()
            gate.signal()
            let new = try await group.next()
            #expect(new == 1)
            await #expect(throws: StoreError.interrupted) { try await waiter.value }
        }
    }

    @Test func aCancelledWriteLeavesNothing() async throws {
        let store = store
        let isRunning = Lock(false)
        let writer = Task {
            try await store.write { db in
                try db.commitSamples([Sample.found(Sample.article(1))])
                isRunning.withLock { $0 = true }
                _ = try db.value(endless, as: Int.self)
            }
        }
        while !isRunning.withLock({ $0 }) { await Task.yield() }
        writer.cancel()
        await #expect(throws: StoreError.interrupted) { try await writer.value }
        #expect(try await leads() == 0)
    }

    @Test func manyWritersOfTwoConnectionsLoseNothing() async throws {
        let stores = [store, try Store.open(folder.database, mode: .write)]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...60 {
                group.addTask {
                    _ = try await stores[number % 2].write { db in
                        try db.commitSamples([Sample.found(Sample.article(number))])
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await leads() == 60)
        try await store.checkIntegrity()
    }
}

private let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
