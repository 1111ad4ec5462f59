import Model
import StoringSamples
import Testing

@testable import Storing

/// A case that was merged, edited, labelled and scored again goes as a whole.
@Suite struct MergedErasureTests {
    @Test(arguments: [1, 2] as [Int64])
    func aMergedCaseIsErasedWhicheverOfItsLeadsIsNamed(named: Int64) async throws {
        let folder = try TemporaryFolder()
        let store = try folder.makeStore()
        let now = Sample.monday
        try await store.write { db in
            try db.commitSamples((1...3).map { Sample.found(Sample.article($0)) })
            var standing = LeadStanding(state: .flagged)
            standing.edition = try db.addTexts(
                LeadTexts(summary: "Kisah"), of: LeadID(2), by: Sample.actor("aminah"), at: now)
            standing.labels = [Sample.label("banjir")]
            standing.state = .merged(into: LeadID(1))
            try db.save(standing, of: LeadID(2), at: now)
            let entry = try db.append(JournalDraft(at: now, by: Sample.aminah, verb: "lead.rescore", targets: []))
            let score = Rescore(article: ArticleID(2), before: Sample.score(), after: Sample.score(50))
            try db.rescore([score], entry: entry.id, at: now)
            _ = try db.erase(LeadID(named), because: .requestOfPerson, by: Sample.aminah, at: now) { _, _ in }
            for table in ["lead_edit", "lead_label", "lead_merge", "lead_rescore"] {
                #expect(try db.value("SELECT count(*) FROM \(table)", as: Int.self) == 0, "\(table)")
            }
            #expect(try db.value("SELECT count(*) FROM article", as: Int.self) == 1)
            #expect(try db.leads(LeadQuery(states: []), at: now).leads.map(\.id) == [LeadID(3)])
        }
    }
}
