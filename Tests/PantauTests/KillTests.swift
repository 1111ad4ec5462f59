import Foundation
import Model
import Newsroom
import Storing
import Testing
import Text

/// The power fails, or somebody types `kill -9`: at any moment of a crawl.
@Suite struct KillTests {
    private static let kills = 20

    /// Two crawls of one newsroom: one undisturbed, one that is killed 20 times. Both have to end with the same.
    @Test(.timeLimit(.minutes(30))) func aCrawlThatIsKilledLosesNothingAndKeepsNothingTwice() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let (calm, killed) = (try Machine(), try Machine())
        try calm.configure(for: newsroom)
        try killed.configure(for: newsroom)
        try await calm.pantau("crawl", "--quiet")

        // A crawl asks about 110 times; a source is kept when its last page was read.
        for desk in newsroom.desks { newsroom.delay(desk.outlet.id, by: .milliseconds(5)) }
        var random = SystemRandomNumberGenerator()
        var before: Set<String> = []
        for round in 1...Self.kills {
            newsroom.forgetRequests()
            let crawl = try killed.start(["crawl", "--force", "--quiet"])
            let moment = Int.random(in: 1...110, using: &random)
            while crawl.isRunning, newsroom.statuses.values.reduce(0, +) < moment {
                try await Task.sleep(for: .milliseconds(2))
            }
            crawl.send(SIGKILL)
            try await crawl.end()
            guard FileManager.default.fileExists(atPath: killed.database) else { continue }
            let kept = try await state(of: killed)
            #expect(kept.isWhole, "round \(round)")
            #expect(before.isSubset(of: kept.articles), "round \(round)")
            #expect(kept.articles.count == kept.rows, "round \(round)")
            before = kept.articles
        }

        for desk in newsroom.desks { newsroom.delay(desk.outlet.id, by: .zero) }
        let last = try await killed.pantau("crawl", "--force")
        #expect(last.exit == 0)
        let (one, other) = (try await state(of: calm), try await state(of: killed))
        #expect(other.articles == one.articles)
        #expect(other.rows == one.rows)
        #expect(other.leads == one.leads)
        try expectNoDebris(on: killed)
    }

    private struct Kept {
        var isWhole = true
        /// Canonical addresses.
        var articles: Set<String> = []
        var rows = 0
        /// The articles of each lead.
        var leads: Set<Set<String>> = []
    }

    /// Reads with the store itself: it checks pages, indexes and references first.
    private func state(of machine: Machine) async throws -> Kept {
        var kept = Kept()
        let store: Store
        do throws(StoreError) {
            store = try Store.open(machine.database, mode: .write)
        } catch {
            Issue.record("\(error)")
            return Kept(isWhole: false)
        }
        try await store.checkIntegrity()
        let (addresses, leads) = try await store.read { db in
            let page = try db.leads(LeadQuery(states: [], order: .old), at: .present)
            return (
                try db.rows("SELECT canonical_url FROM article") { row throws(StoreError) in
                    try row["canonical_url"] as String
                },
                try page.leads.map { lead in
                    Set(try db.lead(lead.id, at: .present)?.articles.map(\.article.canonicalURL) ?? [])
                }
            )
        }
        kept.articles = Set(addresses)
        kept.rows = addresses.count
        kept.leads = Set(leads)
        #expect(kept.leads.count == leads.count)
        return kept
    }

    /// A kill may leave the log of SQLite and locks, which belong to nobody; nothing half-written.
    private func expectNoDebris(on machine: Machine) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: machine.path("data/pantau"))
        let known = ["", "-wal", "-shm", "-crawl", "-write", "-key"].map { "pantau.db" + $0 }
        #expect(Set(names).isSubset(of: known), "\(names)")
    }
}
