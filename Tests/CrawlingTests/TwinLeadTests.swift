import Crawling
import Model
import Storing
import StoringSamples
import Testing

/// What becomes of two papers that tell of one case, in a crawl into a real database.
@Suite struct TwinLeadTests {
    private let malay: Outlet
    private let english: Outlet
    private let desk: Newsdesk

    init() throws {
        malay = try Outlet("harian-rekaan", items: [.fire])
        english = try Outlet("rekaan-times", items: [.roadworks])
        desk = try Newsdesk()
    }

    private static let fireInEnglish = Outlet.Item(
        id: "fire", title: "Jobless single mother and five children lose home in fire",
        text: """
            KLANG: A jobless single mother and her five children lost everything when fire razed their house in Kampung \
            Rekaan last night.
            Rekaan Contoh, 41, who lost her job three months ago, is staying with a neighbour.
            "We have nothing left and we need help," she said.
            """)

    private static let anotherFire = Outlet.Item(
        id: "lain", title: "Dua keluarga hilang tempat tinggal dalam kebakaran",
        text: """
            KLANG: Dua keluarga hilang tempat tinggal dan merayu bantuan orang ramai selepas rumah sewa mereka di Taman \
            Lain musnah dalam kebakaran petang semalam.
            Mereka kini menumpang di surau berhampiran dan tidak mempunyai wang untuk menyewa rumah lain.
            """)

    private func crawl() async throws -> CrawlSummary {
        try await desk.crawl(malay, english, with: CrawlOptions(isForced: true))
    }

    @Test func aSecondPaperInTheOtherLanguageJoinsTheLeadAndTheLinkSaysWhy() async throws {
        _ = try await crawl()
        english.edit { $0.append(Self.fireInEnglish) }
        _ = try await crawl()
        let leads = try await desk.leads()
        #expect(leads.count == 1)
        let joined = try #require(leads.first?.articles.first { $0.joined != .first })
        #expect(joined.joined == .samePerson)
        #expect(joined.facts.map(\.kind).contains(.sameName))
    }

    @Test func aLeadThatWasCalledTooLittleKnownComesBackWhenAnotherPaperTellsMore() async throws {
        _ = try await crawl()
        try await desk.store.write { db in
            try db.save(LeadStanding(state: .rejected(.notEnoughInfo)), of: LeadID(1), at: Sample.monday)
        }
        // The same again is no news.
        _ = try await crawl()
        #expect(try await desk.leads().first?.state == .rejected(.notEnoughInfo))
        english.edit { $0.append(Self.fireInEnglish) }
        _ = try await crawl()
        let lead = try #require(try await desk.leads().first)
        #expect((lead.state, lead.returned) == (.flagged, .newArticle))
        #expect(lead.articles.count == 2)
        #expect(lead.score.value == lead.articles.map(\.score.value).max())
    }

    @Test func anotherFireInTheSameTownIsALeadOfItsOwnAndOffered() async throws {
        malay.edit { $0.append(Self.anotherFire) }
        _ = try await crawl()
        let leads = try await desk.leads()
        #expect(leads.count == 2)
        #expect(leads.map { $0.offers.map(\.lead) } == [[LeadID(2)], [LeadID(1)]])
        #expect(leads.allSatisfy { $0.articles.count == 1 })
    }
}
