import Model
import Storing
import StoringSamples
import Testing
import Text

/// A lead that gains an article is scored again and may come back to the queue.
@Suite struct ReturnTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
    }

    private func lead(_ id: Int64 = 1) async throws -> Lead {
        try #require(try await store.read { db in try db.lead(LeadID(id), at: Sample.monday) })
    }

    private func reject(_ reason: RejectReason, urgency: Urgency? = nil) async throws {
        try await store.write { db in
            try db.save(
                LeadStanding(state: .rejected(reason), setUrgency: urgency, addedNeeds: [.debt]), of: LeadID(1),
                at: Sample.monday)
        }
    }

    private func commit(
        _ number: Int, score: Score = Sample.score(80), reason: JoinReason = .sameEvent
    ) async throws -> CommitSummary {
        let found = Sample.found(Sample.article(number), score: score, keys: ["k"])
        return try await store.write { db in
            try db.commit(Sample.result([found])) { found, candidates, _ in
                candidates.first.map { .joins($0.id, reason, identification: found.identification) } ?? .alone
            }
        }
    }

    @Test(arguments: [
        (RejectReason.notEnoughInfo, 80, ReturnReason.newArticle), (.notEnoughInfo, 10, .newArticle),
        (.oldNews, 95, .higherScore), (.notInNeed, 95, .higherScore), (.alreadyHelped, 95, .higherScore),
        (.doubtful, 95, .higherScore),
    ])
    func aRejectedLeadComesBackWhereNewsBearsOnTheReason(
        rejected: RejectReason, score: Int, why: ReturnReason
    ) async throws {
        _ = try await commit(1)
        try await reject(rejected)
        let summary = try await commit(2, score: Sample.score(score))
        #expect(summary.woken == [LeadID(1)])
        let lead = try await lead()
        #expect((lead.state, lead.returned) == (.flagged, why))
        #expect(lead.score.value == max(80, score))
        #expect(lead.articles.count == 2)
        // What the reviewer added stays.
        #expect(lead.needs.contains { $0.need == .debt && $0.confidence == .confirmed })
    }

    @Test(arguments: [
        (RejectReason.oldNews, 94), (.notInNeed, 80), (.alreadyHelped, 40), (.notAPerson, 99), (.outsideMalaysia, 99),
        (.duplicate, 99), (.otherTopic, 99), (.protected, 99), (.other, 99),
    ])
    func aRejectedLeadStaysAwayOtherwise(rejected: RejectReason, score: Int) async throws {
        _ = try await commit(1)
        try await reject(rejected)
        #expect(try await commit(2, score: Sample.score(score)).woken == [])
        let lead = try await lead()
        #expect((lead.state, lead.returned) == (.rejected(rejected), nil))
        #expect(lead.articles.count == 2)
    }

    @Test func anUrgentTurnBringsALeadBackUnlessAReviewerSetTheUrgency() async throws {
        _ = try await commit(1)
        try await reject(.oldNews)
        #expect(try await commit(2, score: Sample.score(80, urgency: .emergency)).woken == [LeadID(1)])
        #expect(try await lead().returned == .moreUrgent)
        try await reject(.oldNews, urgency: .routine)
        #expect(try await commit(3, score: Sample.score(80, urgency: .emergency)).woken == [])
    }

    @Test(arguments: [JoinReason.nearCopy, .sameURL])
    func aCopyIsNoNews(reason: JoinReason) async throws {
        _ = try await commit(1)
        try await reject(.notEnoughInfo)
        #expect(try await commit(2, reason: reason).woken == [])
    }

    @Test func theJournalSaysWhyALeadCameBack() async throws {
        _ = try await commit(1)
        try await reject(.notEnoughInfo)
        _ = try await commit(2)
        let entry = try #require(try await store.read { db in try db.journal(JournalQuery()) }.first)
        let target = try #require(entry.draft.targets.last)
        #expect(target.before["reason"] == "not-enough-info")
        #expect(target.after["returned"] == "new-article")
    }

    @Test func aReviewerWhoDecidesAgainEndsTheReturn() async throws {
        _ = try await commit(1)
        try await reject(.notEnoughInfo)
        _ = try await commit(2)
        try await reject(.otherTopic)
        #expect(try await lead().returned == nil)
    }
}
