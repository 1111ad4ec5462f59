import FoundationEssentials
import Model
import Reviewing
import Storing
import StoringSamples

/// A database with invented prospects that may leave at once.
enum FilledDatabase {
    /// - Parameter count: of prospects, each of an article of its own.
    static func make(_ path: String, count: Int, at now: Instant) async throws {
        let store = try Store.open(path, mode: .create)
        for start in stride(from: 1, through: count, by: 500) {
            let numbers = start..<min(start + 500, count + 1)
            let found = numbers.map { number in
                Sample.found(
                    Sample.article(number, at: now), score: Sample.score(urgency: .urgent),
                    identification: Sample.identification(name: "Rekaan \(number) bin Contoh"))
            }
            try await store.write { db in
                let made = try db.commitSamples(found, at: now).made
                _ = try db.review(.accept(Acceptance(hold: .seconds(0))), made, by: Sample.aminah, at: now)
            }
        }
    }

    /// A second article for the first `count` cases, which changes their records.
    static func touch(_ path: String, count: Int) async throws {
        let store = try Store.open(path, mode: .write)
        let now = Instant.present
        for start in stride(from: 1, through: count, by: 500) {
            let found = (start..<min(start + 500, count + 1)).map { number in
                Sample.found(
                    Sample.article(number + 1_000_000, at: now), score: Sample.score(urgency: .urgent),
                    identification: Sample.identification(name: "Rekaan \(number) bin Contoh"),
                    keys: ["url:\(Sample.article(number, at: now).canonicalURL)"])
            }
            try await store.write { db in try db.commitSamples(found, at: now) }
        }
    }
}
