import Model
import StoringSamples
import Testing

@testable import Storing

/// Who has the file can write into it: `pantau log --verify` names the first entry that is not as it was. (All attacks,
/// one by one, are tested with the journal; an old file put back, by the checkpoint, in ``ReviewTests``.)
@Suite struct JournalAttackTests {
    struct Attack: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// On entry 3 of 6; each has one target.
        let sql: String
        let firstBad: Int
    }

    private static let attacks = [
        Attack(
            testDescription: "a changed byte",
            sql: "UPDATE journal_target SET after_json = replace(after_json, 'old', 'olD') WHERE entry = 3", firstBad: 3
        ),
        Attack(
            testDescription: "two swapped",
            sql: """
                UPDATE journal_target SET entry = 100 WHERE entry = 3; UPDATE journal_target SET entry = 3 WHERE entry = 4;
                UPDATE journal_target SET entry = 4 WHERE entry = 100; UPDATE journal SET entry = 100 WHERE entry = 3;
                UPDATE journal SET entry = 3 WHERE entry = 4; UPDATE journal SET entry = 4 WHERE entry = 100
                """, firstBad: 3),
        Attack(
            testDescription: "one deleted",
            sql: "DELETE FROM journal_target WHERE entry = 3; DELETE FROM journal WHERE entry = 3", firstBad: 3),
        Attack(
            testDescription: "the tail cut",
            sql: "DELETE FROM journal_target WHERE entry > 4; DELETE FROM journal WHERE entry > 4", firstBad: 5),
    ]

    @Test(arguments: attacks) func theFirstBadEntryIsNamed(attack: Attack) async throws {
        let (machine, store) = try await Machine.withLeads(InventedLeads.plain(5))
        for id in 1...5 { try await machine.pantau("lead", "reject", "\(id)", "--reason", "old-news") }
        #expect(try await machine.pantau("log", "--verify").exit == 0)
        let count = try await store.read { db in try db.journal(JournalQuery()).count }
        #expect(count == 6, "the crawl and five decisions")
        let changed = try Connection.open(machine.database, isReadOnly: false)
        try changed.script("PRAGMA foreign_keys = OFF; \(attack.sql)")
        let found = try await machine.pantau("log", "--verify")
        #expect(found.exit == 65)
        #expect(found.messages.contains("entry \(attack.firstBad) "), "\(found.messages)")
    }
}
