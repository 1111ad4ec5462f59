import Crawling
import LoopbackServer
import Model
import StoringSamples
import Testing
import Text

/// Sites made with WordPress, whose list of posts carries the whole texts.
@Suite struct WordPressSourceTests {
    private let outlet: Outlet
    private let desk: Newsdesk
    private let list = "/wp-json/wp/v2/posts"

    init() throws {
        outlet = try Outlet("suara-rekaan", items: [.fire, .roadworks])
        desk = try Newsdesk()
    }

    private func crawl(hosts: [String] = [], fetch: FetchRule = .all) async throws -> CrawlSummary {
        var source = outlet.source(fetch: fetch)
        (source.kind, source.url, source.hosts) = (.wordpress, outlet.server.url("/"), hosts)
        outlet.forget()
        return try await desk.crawl(outlet, sources: [source], with: CrawlOptions(isForced: true))
    }

    private func post(_ item: Outlet.Item, number: Int64, host: String? = nil) -> JSONValue {
        [
            "id": .integer(number), "date_gmt": "2026-11-20T03:00:00",
            "link": .string(host.map { "http://\($0)/\(item.id)" } ?? outlet.server.url("/\(item.id)")),
            "title": ["rendered": .string(item.title)],
            "content": [
                "rendered": .string("<p>" + item.text.replacing("\n", with: "</p><p>") + "</p>"), "protected": false,
            ],
        ]
    }

    private func answer(_ json: JSONValue, status: Int = 200, etag: String = "\"1\"") {
        outlet.answer(
            list, with: .text(json.text, type: "application/json", status: status, fields: [.init("ETag", etag)]))
    }

    /// Long enough not to be a teaser.
    private var fire: Outlet.Item {
        var item = Outlet.Item.fire
        item.text += "\n" + Outlet.Item.filler("x", 1).text
        return item
    }

    @Test func aPostWithItsWholeTextNeedsNoPage() async throws {
        answer(.array([post(fire, number: 7), post(.roadworks, number: 8)]))
        let summary = try await crawl()
        #expect((summary.newArticles, summary.newLeads) == (2, 1))
        // The short one may be a teaser.
        #expect(outlet.asked == [list, "/jalan"])
        #expect(
            outlet.server.requests.contains {
                $0.target.hasPrefix(list + "?per_page=50&orderby=date&order=desc&_fields=")
            })
        #expect(try await desk.articles().map(\.extent) == ["full", "full"])
        _ = try await crawl()
        #expect(outlet.asked == [list])
        #expect(outlet.server.requests.contains { $0["If-None-Match"] == "\"1\"" })
    }

    @Test func neverMeansNever() async throws {
        answer(.array([post(fire, number: 7), post(.roadworks, number: 8)]))
        #expect(try await crawl(fetch: .never).newArticles == 2)
        #expect(outlet.asked == [list])
    }

    @Test func postsOnHostsThatAreNotNamedAreLeftOutWhereAnyIs() async throws {
        answer(.array([post(.fire, number: 7), post(.fall, number: 8, host: "iklan.invalid")]))
        #expect(try await crawl(hosts: ["rakan.example"]).newArticles == 1)
    }

    @Test(arguments: [200, 400, 404]) func aSiteWithoutTheListSaysWhy(status: Int) async throws {
        answer(["code": "rest_no_route", "message": "No route", "data": ["status": 404]], status: status)
        let summary = try await crawl()
        #expect(summary.failures.map(\.cause) == [.unreadable("the site refuses the list: rest_no_route")])
    }

    @Test(arguments: [401, 403, 500]) func whoIsRefusedIsToldTheStatus(status: Int) async throws {
        answer(["code": "rest_forbidden", "message": "x"], status: status)
        #expect(try await crawl().failures.map(\.cause) == [.status(status)])
    }

    @Test func anHTMLPageIsNoList() async throws {
        outlet.answer(list, with: .text("<!doctype html><p>Selamat datang", type: "text/html"))
        #expect(try await crawl().failures.map(\.cause) == [.notAFeed("html")])
    }
}
