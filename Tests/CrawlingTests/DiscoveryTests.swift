import Crawling
import Fetching
import LoopbackServer
import Model
import Reading
import Testing
import Text

/// A site of some documents by their path; the rest is 404.
private struct Site {
    let server: LoopbackServer

    init(_ documents: [String: String], robots: String? = nil) throws {
        server = try LoopbackServer { request in
            if request.target == "/robots.txt", let robots { return .text(robots) }
            guard let text = documents[request.target] else { return .text("tiada", status: 404) }
            return .text(text, type: text.hasPrefix("<html") ? "text/html" : "application/xml")
        }
    }

    /// All that was asked but robots.txt.
    var asked: [String] { server.requests.map(\.target).filter { $0 != "/robots.txt" } }

    func discover(_ path: String = "/") async throws -> Discovery {
        let agent = try #require(UserAgent(version: "1", contact: ""))
        let fetcher = Fetcher(as: agent, allowing: try AllowList([server.authority]))
        let guest = PoliteFetcher(fetcher, pace: PaceRule(gap: .seconds(0), patience: 0))
        return await Discovery.discover(try #require(WebURL(server.url(path))), with: guest)
    }
}

private func feed(_ titles: String..., day: Int = 20) -> String {
    let items = titles.map {
        "<item><title>\($0)</title><link>/\($0.count)</link><pubDate>\(day) Nov 2026 08:00:00 +0800</pubDate></item>"
    }
    return "<rss version='2.0'><channel><title>Harian Rekaan</title>\(items.joined())</channel></rss>"
}

private let news = "Ibu tunggal dan tiga anak hilang tempat tinggal selepas rumah mereka terbakar malam tadi"

@Suite struct DiscoveryTests {
    @Test func theAddressOfAFeedIsTheFeed() async throws {
        let site = try Site(["/rss": feed(news)])
        let found = try await site.discover("/rss").found
        #expect(found.map(\.evidence) == [.given])
        #expect(found.first?.kind == .feed)
        #expect(found.first?.items == 1 && found.first?.dated == 1)
        #expect(found.first?.newest?.iso.hasPrefix("2026-11-20") == true)
        #expect(found.first?.language?.language == .malay)
        #expect(site.asked == ["/rss"])
    }

    @Test func aPageThatDeclaresItsFeedIsAskedNoMoreThanNeeded() async throws {
        let page = """
            <html><head><meta property=og:site_name content="Harian Rekaan">
            <link rel=alternate type=application/rss+xml href=/ulasan title=Comments>
            <link rel=alternate type=application/rss+xml href=/suapan></head></html>
            """
        let site = try Site(["/": page, "/suapan": feed(news), "/ulasan": feed("setuju", day: 21)])
        let discovery = try await site.discover()
        #expect(discovery.siteName == "Harian Rekaan")
        #expect(discovery.found.map(\.url.path) == ["/suapan", "/ulasan"])
        #expect(discovery.found.map(\.isOfComments) == [false, true])
        #expect(!site.asked.contains("/feed"))
    }

    @Test func usualPlacesAreTriedOneByOneUntilOneIsOfUse() async throws {
        let site = try Site(["/": "<html><p>x", "/rss.xml": feed(news), "/atom.xml": feed(news, news)])
        let discovery = try await site.discover()
        #expect(discovery.found.map(\.url.path) == ["/rss.xml"])
        #expect(site.asked == ["/", "/feed", "/rss", "/rss.xml", "/sitemap-news.xml", "/sitemap.xml"])
    }

    @Test func aSiteMadeWithWordPressIsReadByItsListWhereItsFeedsAreOff() async throws {
        let posts = """
            [{"id": 7, "date_gmt": "2026-11-20T00:00:00", "link": "/tujuh", "title": {"rendered": "\(news)"},
              "content": {"rendered": "<p>Keluarga itu kini menumpang di rumah jiran.</p>"}}]
            """
        let site = try Site(["/": "<html><p>x", "/wp-json/wp/v2/posts": posts])
        let found = try await site.discover().found
        #expect(found.map(\.kind) == [.wordpress])
        #expect(found.first?.items == 1 && found.first?.dated == 1)
        #expect(found.first?.url.path == "/wp-json/wp/v2/posts")
    }

    @Test func aSitemapThatRobotsNamesIsFoundNewsFirst() async throws {
        let plain = "<urlset><url><loc>/satu</loc><lastmod>2026-11-01</lastmod></url></urlset>"
        let fresh = """
            <urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>/dua</loc><n:news>
            <n:title>\(news)</n:title><n:publication_date>2026-11-20T08:00:00+08:00</n:publication_date></n:news></url></urlset>
            """
        let site = try Site(
            ["/": "<html>", "/peta.xml": plain, "/peta-news.xml": fresh],
            robots: "Sitemap: /peta.xml\nSitemap: /peta-news.xml\nSitemap: https://lain.example/x.xml\n")
        let found = try await site.discover().found
        #expect(found.map(\.url.path) == ["/peta-news.xml", "/peta.xml"])
        #expect(found.map(\.isNews) == [true, false])
        #expect(found.allSatisfy { $0.evidence == .robots && $0.kind == .sitemap })
    }

    @Test func aPageOfHeadlinesIsASourceItself() async throws {
        let items = (1...5).map { "<li><a href=/berita/\($0)>\(news) \($0)</a></li>" }.joined()
        let site = try Site(["/": "<html><body><main><ul>\(items)</ul></main></body></html>"])
        let found = try await site.discover().found
        #expect(found.map(\.kind) == [.page])
        #expect(found.first?.items == 5)
    }

    @Test func aSiteIsAskedTenTimesAtMost() async throws {
        let links = (1...40).map { "<link rel=alternate type=application/rss+xml href=/f\($0)>" }
        let mentions = (1...40).map { "<a href=/rss/\($0)>RSS</a>" }
        let sitemaps = (1...40).map { "Sitemap: /s\($0).xml\n" }.joined()
        let site = try Site(["/": "<html>" + (links + mentions).joined()], robots: sitemaps)
        let discovery = try await site.discover()
        #expect(discovery.found.isEmpty)
        #expect(site.asked.count <= Discovery.requests)
        #expect(discovery.asked.count == site.asked.count)
        #expect(discovery.asked.allSatisfy { $0.trouble != nil })
    }

    @Test func oneDocumentUnderTwoAddressesIsFoundOnce() async throws {
        let page = """
            <html><link rel=alternate type=application/rss+xml href=/a><link rel=alternate type=application/rss+xml href=/b>
            """
        let site = try Site(["/": page, "/a": feed(news), "/b": feed(news)])
        #expect(try await site.discover().found.map(\.url.path) == ["/a"])
    }

    @Test func robotsThatSayNoAreObeyed() async throws {
        let closed = try Site(["/": "<html>", "/feed": feed(news)], robots: "User-agent: *\nDisallow: /")
        let discovery = try await closed.discover()
        #expect(discovery.trouble == .denied)
        #expect(discovery.found.isEmpty && closed.asked.isEmpty)
        let half = try Site(["/": "<html>", "/feed": feed(news)], robots: "User-agent: *\nDisallow: /feed")
        #expect(try await half.discover().found.isEmpty)
        #expect(!half.asked.contains("/feed"))
    }

    @Test func aHostThatAsksForQuietIsLeftAlone() async throws {
        let server = try LoopbackServer { request in
            switch request.target {
            case "/": .text("<html><link rel=alternate type=application/rss+xml href=/a>", type: "text/html")
            case "/robots.txt": .text("", status: 404)
            case _: .text("", status: 429, fields: [.init("Retry-After", "600")])
            }
        }
        let agent = try #require(UserAgent(version: "1", contact: ""))
        let fetcher = Fetcher(as: agent, allowing: try AllowList([server.authority]))
        let guest = PoliteFetcher(fetcher, pace: PaceRule(gap: .seconds(0), patience: 0))
        let discovery = await Discovery.discover(try #require(WebURL(server.url("/"))), with: guest)
        #expect(discovery.found.isEmpty)
        #expect(server.requests.count { $0.target != "/robots.txt" } == 2)
    }

    @Test func aSourceThatIsGoneIsLookedForOnItsHomePage() async throws {
        let page = "<html><link rel=alternate type=application/rss+xml href=/baharu>"
        let site = try Site(["/": page, "/baharu": feed(news)])
        let agent = try #require(UserAgent(version: "1", contact: ""))
        let fetcher = Fetcher(as: agent, allowing: try AllowList([site.server.authority]))
        let guest = PoliteFetcher(fetcher, pace: PaceRule(gap: .seconds(0), patience: 0))
        let lost = try #require(WebURL(site.server.url("/lama/rss")))
        let discovery = await Discovery.discover(siteOf: lost, with: guest)
        #expect(discovery.found.map(\.url.path) == ["/baharu"])
        #expect(!site.asked.contains("/lama/rss"))
    }
}
