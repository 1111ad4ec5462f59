import Documents
import Foundation
import LoopbackServer
import Model
import Newsroom
import Sources
import Testing
import Text

#if canImport(FoundationXML)
    import FoundationXML
#endif

struct NewsroomTests {
    /// 2026-11-23T12:00:00+08:00
    static let now = Instant(seconds: 1_795_406_400)

    @Test(arguments: ["harian-rekaan", "arkib-rekaan", "sample-times", "borneo-rekaan", "peninsular-example"])
    func anXMLListingIsWellFormed(id: String) async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        let desk = try #require(newsroom[id])
        let answer = try LoopbackClient.get(desk.outlet.listingPath, from: desk.server)
        #expect(answer.status == 200)
        #expect(isWellFormed(answer.body))
    }

    @Test func theBrokenFeedIsNotWellFormedAndNotUTF8() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        let desk = try #require(newsroom["pos-rekaan"])
        let answer = try LoopbackClient.get(desk.outlet.listingPath, from: desk.server)
        #expect(!isWellFormed(answer.body))
        #expect(String(validating: answer.body, as: UTF8.self) == nil)
        #expect(!answer.text.contains("</rss>"))
        #expect(answer.text.contains(" & "))
    }

    /// Only the last item is damaged, and that one is a trap: whoever reads on after a fault misses no person.
    @Test func theBrokenFeedKeepsEveryLead() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        let desk = try #require(newsroom["pos-rekaan"])
        let text = try LoopbackClient.get(desk.outlet.listingPath, from: desk.server).text
        let whole = text.components(separatedBy: "</item>").count - 1
        let printed = newsroom.articles.filter { $0.outlets.contains(desk.outlet.id) }
        #expect(whole == printed.count - 1)
        #expect(printed.max { $0.age < $1.age }?.label == .no)
    }

    @Test func theJSONFeedHoldsWholeTexts() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        let desk = try #require(newsroom["warta-contoh"])
        let feed = try JSONValue(parsing: LoopbackClient.get(desk.outlet.listingPath, from: desk.server).body)
        let items = try #require(feed["items"]?.items)
        #expect(items.count == newsroom.articles.count { $0.outlets.contains(desk.outlet.id) })
        #expect(items.allSatisfy { $0["content_html"]?.string?.contains("</p>") == true })
        #expect(items.contains { $0["title"]?.string?.contains("\u{1B}") == true })
    }

    @Test func everyArticleHasAPageThatTellsItWhole() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        for desk in newsroom.desks {
            for article in newsroom.articles where article.outlets.contains(desk.outlet.id) {
                let url = try #require(newsroom.urls(of: article).first { $0.contains(desk.server.authority) })
                let path = String(url.dropFirst("http://\(desk.server.authority)".count))
                let page = try LoopbackClient.get(path, from: desk.server)
                #expect(page.status == 200, "\(url)")
                let last = try #require(article.paragraphs.last?.suffix(20))
                #expect(page.text.contains(last.replacing("\"", with: "&quot;")), "\(url)")
            }
        }
    }

    @Test func everyArticleIsListedByItsOutlet() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        for desk in newsroom.desks {
            let path = desk.outlet.listing == .newsSitemap ? "/sitemap-news.xml" : desk.outlet.listingPath
            let listing = try LoopbackClient.get(path, from: desk.server).text
            for article in newsroom.articles where article.outlets.contains(desk.outlet.id) {
                let url = try #require(newsroom.urls(of: article).first { $0.contains(desk.server.authority) })
                #expect(listing.contains(url.dropFirst("http://\(desk.server.authority)".count)), "\(url)")
            }
        }
    }

    @Test func theSecondRequestIsAnsweredNotModified() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        for desk in newsroom.desks {
            let first = try LoopbackClient.get(desk.outlet.listingPath, from: desk.server)
            let etag = try #require(first["ETag"])
            let modified = try #require(first["Last-Modified"])
            for fields in [
                [LoopbackServer.Field("If-None-Match", etag)], [LoopbackServer.Field("If-Modified-Since", modified)],
            ] {
                let second = try LoopbackClient.get(desk.outlet.listingPath, from: desk.server, fields: fields)
                #expect(second.status == 304 && second.body.isEmpty, "\(desk.outlet.id)")
            }
        }
        #expect(newsroom.statuses == [200: 8, 304: 16])
    }

    @Test func anETagDecidesOverADate() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        let desk = try #require(newsroom["sample-times"])
        let modified = try #require(try LoopbackClient.get(desk.outlet.listingPath, from: desk.server)["Last-Modified"])
        let answer = try LoopbackClient.get(
            desk.outlet.listingPath, from: desk.server,
            fields: [.init("If-None-Match", "\"another\""), .init("If-Modified-Since", modified)])
        #expect(answer.status == 200)
    }

    @Test func aNewArticleChangesTheETag() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        let desk = try #require(newsroom["sample-times"])
        let etag = try #require(try LoopbackClient.get(desk.outlet.listingPath, from: desk.server)["ETag"])
        newsroom.publish(
            InventedArticle(
                id: "extra", outlets: [desk.outlet.id], language: .english, title: "An extra story", age: .minutes(1),
                section: "nation", label: .no, trap: .opinion, paragraphs: ["One more."]))
        let answer = try LoopbackClient.get(
            desk.outlet.listingPath, from: desk.server, fields: [.init("If-None-Match", etag)])
        #expect(answer.status == 200)
        #expect(answer.text.contains("An extra story"))
    }

    @Test func aWithdrawnArticleIsGone() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        let desk = try #require(newsroom["sinaran-contoh"])
        let article = try #require(newsroom.articles.first { $0.outlets == [desk.outlet.id] })
        let path = try #require(newsroom.urls(of: article).first?.dropFirst("http://\(desk.server.authority)".count))
        newsroom.withdraw(article.id)
        #expect(try LoopbackClient.get(String(path), from: desk.server).status == 410)
        #expect(try !LoopbackClient.get(desk.outlet.listingPath, from: desk.server).text.contains(path))
        #expect(try LoopbackClient.get("/no-such-page", from: desk.server).status == 404)
    }

    @Test func oneHostForbidsAllAndOneHasNoRobots() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        let closed = try LoopbackClient.get("/robots.txt", from: try #require(newsroom["arkib-rekaan"]).server)
        #expect(closed.text.hasSuffix("User-agent: *\nDisallow: /\n"))
        let missing = try LoopbackClient.get("/robots.txt", from: try #require(newsroom["borneo-rekaan"]).server)
        #expect(missing.status == 404)
    }

    /// A crawler that obeys robots.txt can still find every event.
    @Test func noEventIsToldBehindAClosedDoorOnly() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        let events = Set(newsroom.articles.filter { $0.label == .yes }.map(\.eventOrSelf))
        let open = Set(newsroom.articles.filter { $0.label == .yes && newsroom.isOpen($0) }.map(\.eventOrSelf))
        #expect(events == open)
        #expect(newsroom.articles.contains { !newsroom.isOpen($0) })
    }

    @Test func aBrokenFeedCanBeMended() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        let desk = try #require(newsroom["harian-rekaan"])
        newsroom.breakFeed(of: desk.outlet.id)
        let broken = try LoopbackClient.get(desk.outlet.listingPath, from: desk.server)
        #expect(!isWellFormed(broken.body))
        newsroom.breakFeed(of: desk.outlet.id, false)
        let mended = try LoopbackClient.get(desk.outlet.listingPath, from: desk.server)
        #expect(isWellFormed(mended.body))
    }

    @Test func anOutletCanBeDownAndComeBack() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        let desk = try #require(newsroom["warta-contoh"])
        newsroom.answer(desk.outlet.id, with: .text("busy", status: 503, fields: [.init("Retry-After", "120")]))
        #expect(try LoopbackClient.get("/feed.json", from: desk.server).status == 503)
        newsroom.answer(desk.outlet.id, with: nil)
        #expect(try LoopbackClient.get("/feed.json", from: desk.server).status == 200)
        #expect(newsroom.paths(askedOf: desk.outlet.id) == ["/feed.json", "/feed.json"])
    }

    @Test func theSlowHostIsSlow() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .milliseconds(150))
        defer { newsroom.stop() }
        let desk = try #require(newsroom.desks.first { $0.outlet.isSlow })
        let began = ContinuousClock.now
        _ = try LoopbackClient.get(desk.outlet.listingPath, from: desk.server)
        #expect(ContinuousClock.now - began >= .milliseconds(150))
    }

    @Test func datesFollowTheGivenMoment() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        let desk = try #require(newsroom["harian-rekaan"])
        let newest = try #require(newsroom.articles.filter { $0.outlets.contains(desk.outlet.id) }.map(\.age).min())
        #expect(newest == .hours(1))
        let text = try LoopbackClient.get(desk.outlet.listingPath, from: desk.server).text
        #expect(text.contains("<pubDate>Mon, 23 Nov 2026 11:00:00 +0800</pubDate>"))
    }

    @Test func sourcesAndAllowListNameTheSameEightHosts() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        #expect(Set(newsroom.allowList).count == 8)
        for (source, authority) in zip(newsroom.sources, newsroom.allowList) {
            #expect(source.url.hasPrefix("http://\(authority)/"))
        }
        #expect(Set(newsroom.sources.map(\.kind)) == [.feed, .sitemap, .page])
    }

    @Test func theSourcesFileIsReadLikeAnyOther() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        let document = try readYAML(newsroom.sourcesYAML, file: "newsroom.yaml")
        #expect(try SourceFile(document, named: "newsroom.yaml").sources == newsroom.sources)
    }

    @Test func labelsForTheDemoNameEveryPrintedStoryOnce() async throws {
        let newsroom = try await Newsroom.start(now: Self.now, slowness: .zero)
        defer { newsroom.stop() }
        let rows = try newsroom.labelsJSONL.split(separator: "\n").map { try JSONValue(parsing: $0.utf8) }
        #expect(rows.count == newsroom.articles.map(\.outlets.count).reduce(0, +))
        #expect(Set(rows.compactMap { $0["url"]?.string }).count == rows.count)
    }
}

/// On Linux `XMLParser.parse()` may answer true after an error and for a document that ends early, so both are asked for.
private func isWellFormed(_ document: [UInt8]) -> Bool {
    let parser = XMLParser(data: Data(document))
    let ends = ["</rss>", "</feed>", "</rdf:RDF>", "</sitemapindex>"]
    let text = String(decoding: document, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return parser.parse() && parser.parserError == nil && ends.contains { text.hasSuffix($0) }
}
