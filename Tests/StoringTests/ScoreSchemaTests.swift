import Model
import StoringSamples
import Testing
import Text

@testable import Storing

/// Schema 6 reads sums of points otherwise: leads of before and after stand in one queue.
@Suite struct ScoreSchemaTests {
    /// An article each, alone in its lead, with the score that schema 5 gave a sum of points.
    private func old(_ sums: [Int], in folder: TemporaryFolder) async throws {
        let store = try Store.open(folder.database, mode: .create, migrations: Array(Migration.all.prefix(5)))
        for index in sums.indices {
            let result = Sample.result([Sample.found(Sample.article(index + 1))])
            try await store.write { db in _ = try db.commit(result) { _, _, _ in .alone } }
        }
        let set = sums.enumerated().map { (lead: Int64($0.offset + 1), raw: $0.element) }
        try await store.write { db in
            for item in set {
                let value = item.raw <= 60 ? max(0, item.raw) : min(100, 60 + (item.raw - 60) * 8 / 11)
                for table in ["lead_article", "lead_detail"] {
                    try db.run(
                        "UPDATE \(table) SET score_json = json_set(score_json, '$.raw', $1) WHERE lead = $2", item.raw,
                        item.lead)
                }
                try db.run("UPDATE lead_article SET score = $1 WHERE lead = $2", value, item.lead)
                try db.run("UPDATE lead SET score = $1 WHERE id = $2", value, item.lead)
            }
        }
    }

    @Test func everyScoreIsWorkedOutAgainFromItsSum() async throws {
        let sums = [-80, -3, 0, 9, 10, 41, 60, 61, 79, 115, 134, 400]
        let folder = try TemporaryFolder()
        try await old(sums, in: folder)
        let store = try Store.open(folder.database, mode: .write)
        let expected = sums.map(Score.value(of:))
        for table in ["lead ORDER BY id", "lead_article ORDER BY lead"] {
            let found = try await store.read { db in
                try db.rows("SELECT score FROM \(table)") { row throws(StoreError) -> Int in try row["score"] }
            }
            #expect(found == expected, "\(table)")
        }
    }

    @Test func theScoreOfASnoozeIsReadAlike() async throws {
        let folder = try TemporaryFolder()
        try await old([82, 50], in: folder)
        let before = try Store.open(folder.database, mode: .write, migrations: Array(Migration.all.prefix(5)))
        try await before.write { db in
            try db.run("UPDATE lead SET standing_json = json_set(standing_json, '$.snoozed_score', 76) WHERE id = 1")
            try db.run("UPDATE lead SET standing_json = json_set(standing_json, '$.snoozed_score', 50) WHERE id = 2")
        }
        let store = try Store.open(folder.database, mode: .write)
        let found = try await store.read { db in
            try db.rows("SELECT json_extract(standing_json, '$.snoozed_score') AS score FROM lead ORDER BY id") {
                row throws(StoreError) -> Int in try row["score"]
            }
        }
        #expect(found == [Score.value(of: 82), 50])
    }

    @Test func whatWasErasedHasNoScoreAndStopsNothing() async throws {
        let folder = try TemporaryFolder()
        try await old([115, 115], in: folder)
        let before = try Store.open(folder.database, mode: .write, migrations: Array(Migration.all.prefix(5)))
        try await before.write { db in
            try db.run("UPDATE lead_detail SET score_json = '' WHERE lead = 1")
            try db.run("UPDATE lead_article SET score_json = '{}' WHERE lead = 1")
        }
        let store = try Store.open(folder.database, mode: .write)
        let found = try await store.read { db in
            try db.rows("SELECT score FROM lead ORDER BY id") { row throws(StoreError) -> Int in try row["score"] }
        }
        #expect(found == [100, Score.value(of: 115)])
    }
}
