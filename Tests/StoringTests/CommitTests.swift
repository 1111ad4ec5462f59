import Model
import Storing
import StoringSamples
import Testing
import Text

private struct Oops: Error {}

@Suite struct CommitTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
    }

    private func lead(_ id: Int64) async throws -> Lead {
        try #require(try await store.read { db in try db.lead(LeadID(id), at: Sample.monday) })
    }

    private func commit(_ found: [FoundArticle], at now: Instant = Sample.monday) async throws -> CommitSummary {
        try await store.write { db in try db.commitSamples(found, at: now) }
    }

    /// Everything in the tables, to see that nothing has changed.
    private func dump() async throws -> [String] {
        try await store.read { db in
            var lines: [String] = []
            for table in ["article", "article_text", "lead", "lead_article", "lead_need", "lead_source", "journal"] {
                lines += try db.rows("SELECT '\(table) ' || count(*) AS n FROM \(table)") {
                    row throws(StoreError) in try row["n"]
                }
            }
            lines += try db.rows("SELECT id || state || version || score || articles AS n FROM lead ORDER BY id") {
                row throws(StoreError) in try row["n"]
            }
            return lines
        }
    }

    @Test func aFlaggedArticleMakesALeadWithAllItsParts() async throws {
        let score = Sample.score(95, urgency: .urgent, needs: [.fire, .homelessness])
        let found = Sample.found(Sample.article(1), score: score)
        let summary = try await commit([found])
        #expect(summary.made == [LeadID(1)])
        let lead = try await lead(1)
        #expect(lead.state == .flagged)
        #expect(lead.score == score)
        #expect(lead.identification == found.identification)
        #expect(lead.articles.map(\.article) == [found.article])
        #expect(lead.articles.first?.score == score)
        #expect(lead.articles.first?.joined == .first)
        #expect((lead.headline, lead.urgency, lead.version) == (found.article.title, .urgent, 1))
        let entry = try #require(try await store.read { db in try db.journal(JournalQuery()) }.first)
        #expect(entry.draft.verb == "crawl")
        #expect(entry.draft.targets.first?.after == ["did": "flagged", "score": 95])
    }

    @Test func anArticleBelowTheThresholdIsKeptAndMakesNoLead() async throws {
        let summary = try await commit([Sample.found(Sample.article(1), score: Sample.score(39))])
        #expect((summary.new, summary.made) == (1, []))
        #expect(try await store.read { db in try db.article(ArticleID(1)) } != nil)
        #expect(try await store.read { db in try db.journal(JournalQuery()) } == [])
    }

    @Test func theSamePollTwiceChangesNothing() async throws {
        let found = (1...5).map { Sample.found(Sample.article($0)) }
        _ = try await commit(found)
        let before = try await dump()
        let summary = try await commit(found)
        #expect((summary.new, summary.known, summary.made) == (0, 5, []))
        #expect(try await dump() == before)
    }

    @Test func oneArticleTwiceInOnePollIsOne() async throws {
        let found = Sample.found(Sample.article(1))
        let summary = try await commit([found, found])
        #expect((summary.new, summary.known, summary.made.count) == (1, 1, 1))
    }

    @Test(arguments: [(JoinReason.nearCopy, 1), (.samePerson, 0), (.sameEvent, 0)])
    func onlyWhatRepeatsTheWordsIsCountedAsACopy(reason: JoinReason, copies: Int) async throws {
        let found = (1...2).map { Sample.found(Sample.article($0), keys: ["k"]) }
        let summary = try await store.write { db in
            try db.commit(Sample.result(found)) { found, candidates, _ in
                candidates.first.map { .joins($0.id, reason, identification: found.identification) } ?? .alone
            }
        }
        #expect((summary.new, summary.joined.count, summary.copies) == (2, 1, copies))
    }

    @Test func twinsOfOnePollAreOneLeadAndTheBestSpeaksForIt() async throws {
        let twins = [
            Sample.found(Sample.article(1), score: Sample.score(50, urgency: .urgent), keys: ["person:rekaan|34|10_2"]),
            Sample.found(
                Sample.article(2, source: "suara-contoh", outlet: "Suara Contoh"),
                score: Sample.score(90, needs: [.childOrphan]), keys: ["person:rekaan|34|10_2", "event:fire"]),
        ]
        let summary = try await commit(twins)
        #expect((summary.made, summary.joined) == ([LeadID(1)], [LeadID(1)]))
        let lead = try await lead(1)
        #expect(lead.headline == twins[1].article.title)
        #expect(lead.score.value == 90)
        // The more urgent of the two counts, whichever scores higher.
        #expect(lead.urgency == .urgent)
        #expect(lead.articles.map(\.joined) == [.samePerson, .first])
        let page = try await store.read { db in try db.leads(LeadQuery(), at: Sample.monday) }
        #expect(page.leads.first?.sources == [Sample.source("suara-contoh"), Sample.source()])
        #expect(page.leads.first?.articles == 2)
    }

    @Test func keysAreKeptOnlyAsHashesOfThisDatabase() async throws {
        _ = try await commit([Sample.found(Sample.article(1), keys: ["person:rekaan|34|10_2"])])
        let hashes = try await store.read { db in
            try db.rows("SELECT hash FROM lead_key") { row throws(StoreError) in try row["hash"] as [UInt8] }
        }
        let other = try TemporaryFolder()
        let second = try other.makeStore()
        let others = try await second.write { db in
            try db.commitSamples([Sample.found(Sample.article(1), keys: ["person:rekaan|34|10_2"])])
            return try db.rows("SELECT hash FROM lead_key") { row throws(StoreError) in try row["hash"] as [UInt8] }
        }
        #expect(hashes.map(\.count) == [16])
        #expect(hashes != others)
    }

    @Test func anErrorWhilePlacingKeepsNothingOfThePoll() async throws {
        let shared = (1...2).map { Sample.found(Sample.article($0), keys: ["k"]) }
        await #expect(throws: Oops.self) {
            try await store.write { db in try db.commit(Sample.result(shared)) { _, _, _ in throw Oops() } }
        }
        try await store.read { db throws in
            #expect(try db.article(ArticleID(1)) == nil)
            #expect(try db.sourceRow(Sample.source()) == nil)
            #expect(try db.history(of: Sample.source()) == [])
        }
    }

    @Test func anEditedArticleRenewsItsLead() async throws {
        _ = try await commit([Sample.found(Sample.article(1))])
        let edited = Sample.found(
            Sample.article(1, title: "Rumah keluarga hangus, dua maut"), score: Sample.score(99, urgency: .emergency),
            identification: Sample.identification(name: "Siti Rekaan"))
        let summary = try await commit([edited])
        #expect((summary.revised, summary.made) == (1, []))
        let lead = try await lead(1)
        #expect((lead.version, lead.urgency, lead.headline) == (2, .emergency, edited.article.title))
        #expect(lead.identification.persons.first?.name == "Siti Rekaan")
    }

    @Test func anArticleThatIsEditedIntoACaseMakesALeadThen() async throws {
        _ = try await commit([Sample.found(Sample.article(1), score: Sample.score(10))])
        let edited = Sample.found(Sample.article(1, text: "Mangsa rayu bantuan."), score: Sample.score(80))
        #expect(try await commit([edited]).made == [LeadID(1)])
    }

    @Test func anotherArticleNeverOverrulesAReviewer() async throws {
        _ = try await commit([Sample.found(Sample.article(1), keys: ["k"])])
        try await store.write { db in
            let standing = LeadStanding(state: .rejected(.notAPerson), setUrgency: .routine, addedNeeds: [.debt])
            try db.save(standing, of: LeadID(1), at: Sample.monday)
        }
        _ = try await commit([
            Sample.found(Sample.article(2), score: Sample.score(99, urgency: .emergency), keys: ["k"])
        ])
        let lead = try await lead(1)
        #expect((lead.state, lead.urgency) == (.rejected(.notAPerson), .routine))
        #expect(lead.needs == [.init(need: .fire, confidence: .high), .init(need: .debt, confidence: .confirmed)])
    }

    @Test(arguments: [
        (Wake.newArticle, 50, true), (.scoreAbove(10), 95, true), (.scoreAbove(10), 85, false),
        (.at(Sample.monday + .days(1)), 99, false),
    ])
    func aSnoozedLeadWakesOnWhatItWaitsFor(wake: Wake, score: Int, wakes: Bool) async throws {
        _ = try await commit([Sample.found(Sample.article(1), keys: ["k"])])
        try await store.write { db in
            try db.save(LeadStanding(state: .snoozed(until: wake), snoozedScore: 80), of: LeadID(1), at: Sample.monday)
        }
        let summary = try await commit([Sample.found(Sample.article(2), score: Sample.score(score), keys: ["k"])])
        #expect(summary.woken == (wakes ? [LeadID(1)] : []))
        #expect(try await lead(1).state == (wakes ? .flagged : .snoozed(until: wake)))
    }

    @Test func aLeadWakesAtItsTime() async throws {
        _ = try await commit([Sample.found(Sample.article(1))])
        let later = Sample.monday + .days(1)
        try await store.write { db in
            try db.save(LeadStanding(state: .snoozed(until: .at(later))), of: LeadID(1), at: Sample.monday)
        }
        #expect(try await store.read { db in try db.nextWake() } == later)
        let early = try await store.write { db in try db.wakeLeads(at: Sample.monday, by: Sample.crawl) }
        #expect(early == [])
        #expect(try await store.write { db in try db.wakeLeads(at: later, by: Sample.crawl) } == [LeadID(1)])
        #expect(try await lead(1).state == .flagged)
        #expect(try await store.write { db in try db.wakeLeads(at: later, by: Sample.crawl) } == [])
        #expect(try await store.read { db in try db.nextWake() } == nil)
    }

    @Test func anArticleOfAMergedLeadJoinsTheOneItLivesOnIn() async throws {
        _ = try await commit([
            Sample.found(Sample.article(1), keys: ["a"]), Sample.found(Sample.article(2), keys: ["b"]),
        ])
        try await store.write { db in
            try db.save(LeadStanding(state: .merged(into: LeadID(1))), of: LeadID(2), at: Sample.monday)
        }
        let summary = try await commit([Sample.found(Sample.article(3), keys: ["b"])])
        #expect(summary.joined == [LeadID(1)])
        #expect(try await lead(1).articles.count == 3)
    }
}
