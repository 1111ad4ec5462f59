import Model
import StoringSamples
import Testing
import Text

@testable import Storing

/// Schema 6 reads sums of points otherwise: leads of before and after stand in one queue.
@Suite struct ScoreSchemaTests {
    private let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    /// A database of schema 5 with an article each, alone in its lead, and the score that it gave a sum of points.
    private func old(_ sums: [Int], then change: @escaping @Sendable (Connection) throws -> Void = { _ in })
        async throws
    {
        let store = try Store.open(folder.database, mode: .create, migrations: Array(Migration.all.prefix(5)))
        for index in sums.indices {
            let result = Sample.result([Sample.found(Sample.article(index + 1))])
            try await store.write { db in _ = try db.commit(result) { _, _, _ in .alone } }
        }
        try await store.write { db in
            for (index, raw) in sums.enumerated() {
                let lead = Int64(index + 1)
                let value = raw <= 60 ? max(0, raw) : min(100, 60 + (raw - 60) * 8 / 11)
                for table in ["lead_article", "lead_detail"] {
                    try db.run(
                        "UPDATE \(table) SET score_json = json_set(score_json, '$.raw', $1) WHERE lead = $2", raw, lead)
                }
                try db.run("UPDATE lead_article SET score = $1 WHERE lead = $2", value, lead)
                try db.run("UPDATE lead SET score = $1 WHERE id = $2", value, lead)
            }
            try change(db)
        }
    }

    /// A number of each row, in the newest schema.
    private func migrated(_ number: String, of rows: String) async throws -> [Int] {
        let store = try Store.open(folder.database, mode: .write)
        return try await store.read { db in
            try db.rows("SELECT \(number) AS number FROM \(rows)") { row throws(StoreError) -> Int in try row["number"]
            }
        }
    }

    @Test(arguments: ["lead ORDER BY id", "lead_article ORDER BY lead"])
    func everyScoreIsWorkedOutAgainFromItsSum(rows: String) async throws {
        let sums = [-80, -3, 0, 9, 10, 41, 60, 61, 79, 115, 134, 400]
        try await old(sums)
        #expect(try await migrated("score", of: rows) == sums.map(Score.value(of:)))
    }

    @Test func theScoreOfASnoozeIsReadAlike() async throws {
        try await old([82, 50]) { db in
            for (lead, score) in [(1, 76), (2, 50)] {
                try db.run(
                    "UPDATE lead SET standing_json = json_set(standing_json, '$.snoozed_score', $1) WHERE id = $2",
                    score,
                    lead)
            }
        }
        let found = try await migrated("json_extract(standing_json, '$.snoozed_score')", of: "lead ORDER BY id")
        #expect(found == [Score.value(of: 82), 50])
    }

    @Test func whatWasErasedHasNoScoreAndStopsNothing() async throws {
        try await old([115, 115]) { db in
            try db.run("UPDATE lead_detail SET score_json = '' WHERE lead = 1")
            try db.run("UPDATE lead_article SET score_json = '{}' WHERE lead = 1")
        }
        #expect(try await migrated("score", of: "lead ORDER BY id") == [100, Score.value(of: 115)])
    }
}
