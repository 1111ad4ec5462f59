import Model
import Storing
import StoringSamples
import Testing

/// Links between leads: made ones keep what spoke for them, unsure ones are offered.
@Suite struct OfferTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
    }

    private static let facts = [JoinFact(.sameEvent, tenths: 30), JoinFact(.noDate, tenths: -7)]

    private func lead(_ id: Int64) async throws -> Lead {
        try #require(try await store.read { db in try db.lead(LeadID(id), at: Sample.monday) })
    }

    /// Keeps two articles, the second with `offers`.
    private func commit(_ offers: [LeadLink], score: Int = 80) async throws {
        try await store.write { db in
            let found = [
                Sample.found(Sample.article(1), keys: ["k"]),
                Sample.found(Sample.article(2), score: Sample.score(score), keys: ["k"]),
            ]
            try db.commit(Sample.result(found)) { _, _, _ in Placement(offers: offers) }
        }
    }

    private func offer(_ lead: Int64, _ tenths: Int) -> LeadLink {
        LeadLink(lead: LeadID(lead), reason: .sameEvent, facts: [JoinFact(.samePlace, tenths: tenths)])
    }

    @Test func anOfferStandsAtBothLeads() async throws {
        try await commit([LeadLink(lead: LeadID(1), reason: .sameEvent, facts: Self.facts)])
        #expect(try await lead(2).offers == [LeadLink(lead: LeadID(1), reason: .sameEvent, facts: Self.facts)])
        #expect(try await lead(1).offers == [LeadLink(lead: LeadID(2), reason: .sameEvent, facts: Self.facts)])
        #expect(try await lead(1).articles.count == 1)
    }

    @Test func ofTwoOffersOfOnePairTheStrongerIsKept() async throws {
        try await commit([offer(1, 41), offer(1, 55), offer(1, 44)])
        #expect(try await lead(1).offers.map(\.tenths) == [55])
    }

    @Test func anArticleThatMakesNoLeadOffersNothing() async throws {
        try await commit([offer(1, 41)], score: 10)
        #expect(try await lead(1).offers == [])
    }

    @Test func aLeadIsNotOfferedToItself() async throws {
        try await commit([offer(2, 41)])
        #expect(try await lead(2).offers == [])
    }

    @Test func aMergedLeadIsOfferedNoMore() async throws {
        try await commit([offer(1, 41)])
        try await store.write { db in
            try db.save(LeadStanding(state: .merged(into: LeadID(2))), of: LeadID(1), at: Sample.monday)
        }
        #expect(try await lead(2).offers == [])
    }

    @Test func aJoinKeepsItsFacts() async throws {
        try await store.write { db in
            let found = (1...2).map { Sample.found(Sample.article($0), keys: ["k"]) }
            try db.commit(Sample.result(found)) { found, candidates, _ in
                candidates.first.map {
                    .joins($0.id, .sameEvent, facts: Self.facts, identification: found.identification)
                } ?? .alone
            }
        }
        #expect(try await lead(1).articles.map(\.facts) == [[], Self.facts])
    }
}
