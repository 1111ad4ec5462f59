import Crawling
import LoopbackServer
import Model
import StoringSamples
import Testing

/// What one crawl leaves for the next.
@Suite struct CrawlTests {
    @Test func whatIsKnownIsNotFetchedAgain() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire, .roadworks])
        let desk = try Newsdesk()
        let first = try await desk.crawl(outlet)
        #expect((first.newArticles, first.newLeads) == (2, 1))
        #expect(Set(outlet.asked) == ["/feed", "/kebakaran", "/jalan"])
        outlet.forget()
        outlet.edit { $0.append(.fall) }
        let second = try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
        #expect((second.newArticles, second.seenArticles, second.newLeads) == (1, 2, 1))
        #expect(outlet.asked == ["/feed", "/jatuh"])
    }

    @Test func anUnchangedFeedIsAskedForWithItsValidators() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire])
        let desk = try Newsdesk()
        try await desk.crawl(outlet)
        outlet.forget()
        let second = try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
        #expect(outlet.server.exchanges.map(\.status) == [304])
        #expect((second.unchanged, second.newArticles) == (1, 0))
    }

    @Test func aNameOfItsOwnIsToldToItsHostAndRobotsIsAskedInOurs() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire])
        var source = outlet.source()
        source.agent = UserAgent(field: "Contoh/2 (+https://contoh.example)")
        try await Newsdesk().crawl(outlet, sources: [source])
        let names = outlet.server.requests.map { [$0.path, $0["User-Agent"]] }
        #expect(
            names == [
                ["/robots.txt", "Pantau/0.0"], ["/feed", "Contoh/2 (+https://contoh.example)"],
                ["/kebakaran", "Contoh/2 (+https://contoh.example)"],
            ])
    }

    @Test func aSourceThatIsNotDueIsLeftAlone() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire])
        let desk = try Newsdesk()
        try await desk.crawl(outlet)
        outlet.forget()
        let second = try await desk.crawl(outlet)
        #expect(second.total == 0)
        #expect(outlet.asked.isEmpty)
        desk.clock.advance(by: .days(2))
        #expect(try await desk.crawl(outlet).total == 1)
    }

    @Test func aClockThatWasTenYearsAheadStopsNoSource() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire])
        let desk = try Newsdesk(at: Sample.monday + .days(3650))
        try await desk.crawl(outlet)
        desk.clock.set(Sample.monday)
        #expect(try await desk.crawl(outlet).total == 1)
    }

    @Test func anEditedArticleIsARevisionAndNoSecondLead() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire])
        let desk = try Newsdesk()
        try await desk.crawl(outlet)
        outlet.edit {
            $0[0].title = "Kemas kini: rumah hangus, ibu tunggal lima anak sehelai sepinggang"
            $0[0].text += "\nPasukan bomba mengesahkan punca kebakaran masih disiasat."
        }
        let second = try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
        #expect((second.newArticles, second.newLeads) == (0, 0))
        let articles = try await desk.articles()
        #expect(articles.map(\.revision) == [2])
        let leads = try await desk.leads()
        #expect(leads.count == 1)
        #expect(leads[0].headline.hasPrefix("Kemas kini"))
    }

    @Test func twoSourcesThatTellOneArticleDoNotTakeTurns() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire])
        let latest = Source(
            id: try #require(SourceID("harian-rekaan-terkini")), outlet: outlet.source().outlet, kind: .feed,
            url: outlet.server.url("/terkini"))
        let desk = try Newsdesk()
        for edition in 1...4 {
            // Neither feed may be unchanged.
            let item = Outlet.Item(id: "jalan-\(edition)", title: "Jalan \(edition)", text: "Siap bulan depan.")
            outlet.edit { $0.append(item) }
            let other = outlet.feed.replacing(Outlet.Item.fire.title, with: "TERKINI: Rumah hangus")
            outlet.answer("/terkini", with: .text("<!-- \(edition) -->" + other, type: "application/rss+xml"))
            try await desk.crawl(outlet, sources: [outlet.source(), latest], with: CrawlOptions(isForced: true))
        }
        #expect(outlet.asked.count { $0 == "/kebakaran" } == 1)
        #expect(try await desk.articles().allSatisfy { $0.revision == 1 })
    }

    @Test func theSameStoryInAnotherPaperJoinsItsLead() async throws {
        let first = try Outlet("harian-rekaan", items: [.fire])
        let second = try Outlet("warta-contoh", items: [.fire])
        let desk = try Newsdesk()
        let summary = try await desk.crawl(first, second)
        #expect((summary.newArticles, summary.newLeads, summary.joinedLeads) == (2, 1, 1))
        #expect(try await desk.leads().map(\.articles.count) == [2])
    }

    @Test func aPageThatFailedIsKeptAsItsSummaryAndTriedAgain() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire, .roadworks])
        outlet.answer("/kebakaran", with: .text("busy", status: 502))
        let desk = try Newsdesk()
        try await desk.crawl(outlet)
        #expect(try await desk.articles().map(\.extent) == ["summary", "full"])
        outlet.answer("/kebakaran", with: nil)
        outlet.forget()
        // The feed has not changed meanwhile: all the same it is read again for the sake of that page.
        let second = try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
        #expect(outlet.asked == ["/feed", "/kebakaran"])
        #expect(second.newArticles == 0)
        #expect(try await desk.articles().map(\.extent) == ["full", "full"])
        outlet.forget()
        try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
        #expect(outlet.server.exchanges.map(\.status) == [304])
    }

    @Test(arguments: [404, 410]) func aPageThatIsGoneIsNotAskedForEver(status: Int) async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire, .roadworks])
        outlet.answer("/kebakaran", with: .text("none", status: status))
        let desk = try Newsdesk()
        try await desk.crawl(outlet)
        outlet.forget()
        try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
        #expect(outlet.server.exchanges.map(\.status) == [304])
    }

    @Test func aFeedThatWasCutOffKeepsItsItemsButNotItsValidators() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire, .fall, .roadworks])
        let cut = String(outlet.feed.prefix { $0 != "\u{0}" }.dropLast(200))
        outlet.answer("/feed", with: .text(cut, type: "text/xml", fields: [.init("ETag", "\"1\"")]))
        let desk = try Newsdesk()
        let first = try await desk.crawl(outlet)
        #expect(first.failures.map(\.cause) == [.truncated])
        #expect((first.newArticles, first.newLeads) == (2, 2))
        outlet.answer("/feed", with: nil)
        outlet.forget()
        let second = try await desk.crawl(outlet, with: CrawlOptions(isForced: true))
        #expect(outlet.server.requests.first?["If-None-Match"] == nil)
        #expect((second.newArticles, second.failures.count) == (1, 0))
        #expect(outlet.asked == ["/feed", "/jalan"])
    }

    @Test func aConnectionThatBreaksInTheBodyLosesNothing() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire])
        var answer = LoopbackServer.Response.text(outlet.feed, type: "application/rss+xml")
        answer.cutAfter = 60
        outlet.answer("/feed", with: answer)
        let desk = try Newsdesk()
        let first = try await desk.crawl(outlet)
        #expect(first.failures.count == 1)
        outlet.answer("/feed", with: nil)
        #expect(try await desk.crawl(outlet, with: CrawlOptions(isForced: true)).newLeads == 1)
    }
}
