import Model
import StoringSamples
import Testing

@testable import Storing

/// Schema 4 makes the table of prospects anew. What points to it must still point to it.
@Suite struct GroupSchemaTests {
    @Test func prospectsAndTheirEventsOutliveTheNewTable() async throws {
        let folder = try TemporaryFolder()
        let old = try Store.open(folder.database, mode: .create, migrations: Array(Migration.all.prefix(3)))
        try await old.write { db in
            try db.run(
                """
                INSERT INTO lead (id, state, standing_json, version, first_seen_at, updated_at, headline, language, urgency,
                  urgency_rank, score, threshold, kind, is_protected, has_minor, needs, sources, articles)
                VALUES (7, 'prospect', '{}', 1, 0, 0, 'Contoh', 'ms', 'urgent', 1, 50, 40, 'incident', 0, 0, '', '', 1)
                """)
            try db.run(
                """
                INSERT INTO prospect (id, ref, lead, status, status_at, revision, accepted_by, accepted_at, sends_at,
                  updated_at) VALUES ('01a205b6-ba18-7ddf-b2d6-fe4fea2f587b', 'PR-26-000001-9', 7, 'prospect', 1, 2,
                  'aminah', 1, 1, 1)
                """)
            try db.run(
                """
                INSERT INTO outbox (event, prospect, revision, type, at, body)
                VALUES ('evt_1', '01a205b6-ba18-7ddf-b2d6-fe4fea2f587b', 2, 'created', 1, x'7b7d')
                """)
        }
        let store = try Store.open(folder.database, mode: .write)
        let row = try #require(try await store.read { db in try db.prospect(of: LeadID(7)) })
        #expect(row.revision == 2 && row.member == 0 && row.consent == Consent())
        #expect(try await store.read { db in try db.events(of: row.id) }.count == 1)
        let broken = try await store.read { db in
            try db.value("SELECT count(*) FROM pragma_foreign_key_check()", as: Int.self)
        }
        #expect(broken == 0)
        // The events still hold their prospect: it cannot be taken away below them.
        await #expect(throws: StoreError.self) {
            try await store.write { db in try db.run("DELETE FROM prospect") }
        }
    }
}
