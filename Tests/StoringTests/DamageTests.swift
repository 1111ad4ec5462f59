import Glibc
import Model
import StoringSamples
import Testing

@testable import Storing

/// A broken file is named as such, and nothing is written to it.
@Suite struct DamageTests {
    let folder: TemporaryFolder

    init() async throws {
        folder = try TemporaryFolder()
        let store = try folder.makeStore()
        try await store.write { db in
            try db.commitSamples((1...60).map { Sample.found(Sample.article($0)) })
        }
    }

    @Test(arguments: Store.Mode.allWays)
    func aDamagedHeaderIsRefused(mode: Store.Mode) throws { try expectDamage(mode) { $0.spoil(0..<64) } }

    @Test(arguments: Store.Mode.allWays)
    func aTruncatedFileIsRefused(mode: Store.Mode) throws {
        try expectDamage(mode) { $0.removeSubrange(($0.count / 2)...) }
    }

    @Test func damageInTheMiddleIsFoundBeforeAnythingIsWritten() throws {
        try expectDamage(.write) { $0.spoil(4096 * 3..<4096 * 12) }
    }

    @Test func aCheckFindsARowThatRefersToNothing() async throws {
        let store = try Store.open(folder.database, mode: .write)
        try await store.checkIntegrity()
        try await store.write { db in
            try db.run("PRAGMA defer_foreign_keys = ON")
            try db.run("INSERT INTO lead_note (lead, entry, at, actor, text) VALUES (1, 1, 0, 'aminah', 'x')")
        }
        try await store.checkIntegrity()
        let bare = try Connection.open(folder.database, isReadOnly: false)
        try bare.script("PRAGMA foreign_keys = OFF; UPDATE lead_note SET lead = 99")
        let expected = StoreError.damaged(path: folder.database, why: "a row of lead_note refers to nothing")
        await #expect(throws: expected) { try await store.checkIntegrity() }
    }

    @Test func aRowThatSomebodySpoiltIsAnErrorAndNoCrash() async throws {
        let store = try Store.open(folder.database, mode: .write)
        try await store.write { db in try db.run("UPDATE lead_detail SET score_json = '{\"v\":2}' WHERE lead = 1") }
        let expected = StoreError.damaged(path: folder.database, why: "column score_json does not hold Score")
        await #expect(throws: expected) { try await store.read { db in try db.lead(LeadID(1), at: Sample.monday) } }
        #expect(try await store.read { db in try db.lead(LeadID(2), at: Sample.monday) } != nil)
    }

    private func expectDamage(_ mode: Store.Mode, _ spoil: (inout [UInt8]) -> Void) throws {
        var bytes = contents(of: folder.database)
        spoil(&bytes)
        try write(bytes, to: folder.database)
        #expect { try Store.open(folder.database, mode: mode) } throws: { error in
            guard case .damaged = error as? StoreError else { return false }
            return "\(error)".contains("Restore it from a backup")
        }
        #expect(contents(of: folder.database) == bytes)
    }
}

extension Store.Mode {
    static let allWays: [Store.Mode] = [.create, .write, .read]
}

extension Array where Element == UInt8 {
    /// Bytes that follow no pattern of a page.
    fileprivate mutating func spoil(_ range: Range<Int>) {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for index in range {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            self[index] = UInt8(truncatingIfNeeded: state >> 33)
        }
    }
}
