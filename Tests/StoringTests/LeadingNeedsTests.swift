import Model
import StoringSamples
import Testing

@testable import Storing

@Suite struct LeadingNeedsTests {
    private func findings(_ weights: [Int]) -> [NeedFinding] {
        zip(Need.allCases, weights).map { NeedFinding(need: $0, confidence: .high, weight: $1) }
    }

    @Test(arguments: [
        ([40], 1), ([Int](), 0), ([90, 18, 17, 10], 2), ([90, 80, 70, 60, 50, 40], 5), ([10, 1, 2], 2),
        // Scores that were kept before needs were weighed.
        ([0, 0, 0], 3), ([0, 0, 0, 0, 0, 0, 0], 5),
    ])
    func whatWeighsTooLittleBesideTheFirstIsLeftOut(weights: [Int], kept: Int) {
        #expect(findings(weights).leading.count == kept)
    }

    @Test func aLeadIsShownAndSearchedByItsLeadingNeedsAlone() async throws {
        let folder = try TemporaryFolder()
        let store = try folder.makeStore()
        var score = Sample.score(80)
        score.needs = [
            NeedFinding(need: .fire, confidence: .high, weight: 60),
            NeedFinding(need: .debt, confidence: .low, weight: 8),
        ]
        let found = Sample.found(Sample.article(1), score: score)
        _ = try await store.write { db in try db.commitSamples([found], at: Sample.monday) }
        let lead = try #require(try await store.read { db in try db.lead(LeadID(1), at: Sample.monday) })
        #expect(lead.needs == [score.needs[0]])
        // What one article says is kept whole: a rule may change, and the lead with it.
        #expect(lead.articles.first?.score.needs == score.needs)
    }

    @Test func whatAPersonNamesIsNeverLeftOut() {
        let standing = LeadStanding(state: .flagged, addedNeeds: [.debt])
        #expect(standing.needs(found: findings([90, 2])).map(\.need).last == .debt)
        var set = LeadStanding(state: .flagged)
        set.setNeeds = Array(Need.allCases.prefix(7))
        #expect(set.needs(found: findings([90])).count == 7)
    }
}
