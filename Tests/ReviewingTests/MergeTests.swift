import Model
import Reviewing
import Storing
import StoringSamples
import Testing
import Text

/// Leads of one case become one, and part again without a trace.
@Suite struct MergeTests {
    let desk: Desk
    init() async throws { desk = try await Desk(leads: 5) }

    private func merge(_ ids: [Int64], into other: Int64, as author: Author = Sample.aminah) async throws
        -> ReviewResult
    {
        try await desk.review(.merge(into: LeadID(other)), ids, as: author)
    }

    private func articles(_ id: Int64) async throws -> Set<ArticleID> {
        Set(try await desk.lead(id).articles.map(\.id))
    }

    /// A lead without what counts up.
    private func face(_ id: Int64) async throws -> Lead {
        var lead = try await desk.lead(id)
        (lead.version, lead.updatedAt) = (0, desk.now)
        return lead
    }

    @Test func theOneThatLivesOnHasTheArticlesAndFactsOfBoth() async throws {
        let other = Identification(
            persons: [Person(name: "Siti Contoh", age: .init(years: 30))], household: Household(size: 7))
        try await desk.store.write { db in
            try db.commitSamples([
                Sample.found(
                    Sample.article(9, source: "sinaran-contoh"),
                    score: Sample.score(90, urgency: .emergency, needs: [.disaster], isProtected: true),
                    identification: other)
            ])
        }
        #expect(try await merge([6], into: 1).changed.count == 1)
        let whole = try await desk.lead(1)
        #expect(whole.articles.map(\.joined).sorted { $0.rawValue < $1.rawValue } == [.first, .merged])
        #expect((whole.score.value, whole.urgency, whole.isProtected) == (90, .emergency, true))
        #expect(whole.identification.persons.map(\.name) == ["Rekaan bin Contoh", "Siti Contoh"])
        #expect(whole.identification.household?.size == 7)
        #expect(whole.handling.merged == [LeadID(6)])
        let merged = try await desk.lead(6)
        #expect((merged.state, merged.articles.count) == (.merged(into: LeadID(1)), 1))
    }

    @Test func partedAgainBothAreAsTheyWere() async throws {
        _ = try await desk.review(.snooze(until: .newArticle, note: nil), [2])
        _ = try await desk.review(.label(add: [Sample.label("banjir")], remove: []), [2])
        let (first, second) = (try await face(1), try await face(2))
        _ = try await merge([2], into: 1)
        let result = try await desk.review(.unmerge, [2], as: Sample.hafiz)
        #expect(result.changed.map(\.id) == [LeadID(2)])
        #expect(try await face(1) == first)
        #expect(try await face(2) == second)
        #expect(try await desk.review(.unmerge, [2]).already.count == 1)
    }

    @Test func whatJoinedLaterStaysWithTheOneThatLivedOn() async throws {
        _ = try await merge([2], into: 1)
        let key = "url:\(Sample.article(2).canonicalURL)"
        try await desk.store.write { db in
            try db.commitSamples([Sample.found(Sample.article(9), keys: [key])], at: desk.now)
        }
        #expect(try await articles(1).count == 3)
        _ = try await desk.review(.unmerge, [2])
        #expect(try await articles(1).count == 2)
        #expect(try await articles(2).count == 1)
        // Its keys came back with it: the next article of its case is its own.
        try await desk.store.write { db in
            try db.commitSamples([Sample.found(Sample.article(10), keys: ["url:\(Sample.article(2).canonicalURL)"])])
        }
        #expect(try await articles(2).count + articles(1).count == 4)
    }

    @Test func aMergeOfMergesPartsStepByStep() async throws {
        let faces = [try await face(1), try await face(2), try await face(3)]
        _ = try await merge([1], into: 2)
        _ = try await merge([2], into: 3)
        #expect(try await articles(3).count == 3)
        #expect(try await desk.lead(3).handling.merged == [LeadID(1), LeadID(2)])
        _ = try await desk.review(.unmerge, [2])
        #expect(try await articles(2).count == 2)
        #expect(try await face(3) == faces[2])
        _ = try await desk.review(.unmerge, [1])
        #expect(try await face(1) == faces[0])
        #expect(try await face(2) == faces[1])
    }

    @Test func ofAMergeOfMergesTheFirstMayLeaveFirst() async throws {
        let faces = [try await face(1), try await face(2), try await face(3)]
        _ = try await merge([1], into: 2)
        _ = try await merge([2], into: 3)
        _ = try await desk.review(.unmerge, [1])
        #expect(try await face(1) == faces[0])
        #expect(try await articles(3).count == 2)
        _ = try await desk.review(.unmerge, [2])
        #expect(try await face(2) == faces[1])
        #expect(try await face(3) == faces[2])
    }

    @Test func mergedAgainOrTheOtherWayRoundIsANote() async throws {
        _ = try await merge([2], into: 1)
        let before = try await articles(1)
        for (id, other) in [(2, 1), (1, 2)] as [(Int64, Int64)] {
            let again = try await merge([id], into: other)
            #expect((again.already.count, again.changed.count, again.refused.count) == (1, 0, 0))
        }
        #expect(try await articles(1) == before)
        // Into one that was merged means into the one that it lives on in.
        _ = try await merge([3], into: 2)
        #expect(try await desk.lead(3).state == .merged(into: LeadID(1)))
    }

    @Test func aMergedLeadIsNotMergedElsewhereInSilence() async throws {
        _ = try await merge([2], into: 1)
        #expect(try await merge([2], into: 3).refused.map(\.refusal) == [.decided(.merged(into: LeadID(1)))])
    }

    @Test func nothingIsMergedIntoARejectedLead() async throws {
        _ = try await desk.review(.reject(Rejection(.oldNews)), [1])
        let result = try await merge([2], into: 1)
        #expect(result.refused.map(\.refusal) == [.intoRejected(LeadID(1))])
        #expect(result.refused.first?.refusal.exitCode == 5)
    }

    @Test func aClaimOnTheOneThatLivesOnCounts() async throws {
        _ = try await desk.review(.claim(for: Decision.lease), [1], as: Sample.hafiz)
        guard case .claimed? = try await merge([2], into: 1).refused.first?.refusal else {
            Issue.record("hafiz reads #1")
            return
        }
    }

    @Test func bothLeadsTellTheMergeInTheirHistory() async throws {
        let result = try await merge([2, 3], into: 1)
        for id in 1...3 {
            let entries = try await desk.store.read { db in
                try db.journal(JournalQuery(lead: LeadID(Int64(id)), verbs: ["lead.merge"]))
            }
            #expect(entries.map(\.id) == [result.entry])
        }
        #expect(try await desk.entries().first?.draft.targets.last?.after["took"] == [2, 3])
    }

    @Test func anUndoThatWouldCloseACircleIsRefused() async throws {
        let first = try await merge([1], into: 2)
        guard case .done(let undone, decision: _) = try await desk.undo(.entry(try #require(first.entry))) else {
            Issue.record("the merge stands")
            return
        }
        _ = try await merge([2], into: 1)
        guard case .refused(.changedSince(LeadID(1), by: _)) = try await desk.undo(.entry(undone.id)) else {
            Issue.record("#1 holds #2 now")
            return
        }
        #expect(try await articles(1).count == 2)
    }

    @Test func aSnoozeThatRanOutMeanwhileIsOver() async throws {
        _ = try await desk.review(.snooze(until: .at(desk.now + .hours(1)), note: nil), [2])
        _ = try await merge([2], into: 1)
        _ = try await desk.review(.unmerge, [2], at: desk.now + .hours(2))
        #expect(try await desk.lead(2).state == .flagged)
        #expect(try await desk.lead(2).returned == .time)
    }

    @Test func aMergedLeadIsOutOfTheQueueAndFoundByItsState() async throws {
        _ = try await merge([2], into: 1)
        let (open, merged) = try await desk.store.read { db in
            (
                try db.leads(LeadQuery(), at: desk.now).leads.map(\.id.value).sorted(),
                try db.leads(LeadQuery(states: [.merged]), at: desk.now).leads.map(\.id.value)
            )
        }
        #expect(open == [1, 3, 4, 5])
        #expect(merged == [2])
    }

    @Test(arguments: 1...12)
    func whateverIsMergedAndPartedNoArticleIsLost(seed: UInt64) async throws {
        var random = SeededRandom(state: seed)
        let faces = [try await face(1), try await face(2), try await face(3), try await face(4), try await face(5)]
        for _ in 0..<30 {
            let id = Int64.random(in: 1...5, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0, 1: _ = try await merge([id], into: Int64.random(in: 1...5, using: &random))
            case 2: _ = try await desk.review(.unmerge, [id])
            case 3: _ = try await desk.undo()
            default: _ = try await desk.undo(.lastOwnUndone)
            }
            var seen: [ArticleID: Int] = [:]
            for id in Int64(1)...5 {
                let lead = try await desk.lead(id)
                guard lead.state.mergedInto == nil else { continue }
                for article in lead.articles { seen[article.id, default: 0] += 1 }
            }
            #expect(seen.count == 5 && seen.values.allSatisfy { $0 == 1 })
        }
        for id in Int64(1)...5 { _ = try await desk.review(.unmerge, [id]) }
        for id in Int64(1)...5 { #expect(try await face(id) == faces[Int(id) - 1]) }
    }
}
