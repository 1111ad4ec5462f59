import CDeflate
import Crawling
import LoopbackServer
import Model
import StoringSamples
import Testing

/// Outlets whose sitemaps are read: the news in them, and never the archive.
@Suite struct SitemapSourceTests {
    private let outlet: Outlet
    private let desk: Newsdesk

    init() throws {
        outlet = try Outlet("harian-rekaan", items: [.fire, .fall, .roadworks])
        desk = try Newsdesk()
    }

    private func crawl() async throws -> CrawlSummary {
        var source = outlet.source()
        (source.kind, source.url) = (.sitemap, outlet.server.url("/sitemap.xml"))
        outlet.forget()
        return try await desk.crawl(outlet, sources: [source], with: CrawlOptions(isForced: true))
    }

    private func date(daysAgo days: Int) -> String { (Sample.monday + .days(Int64(-days))).rfc3339() }

    private func urlset(_ pages: [(path: String, daysAgo: Int?)]) -> String {
        let urls = pages.map { page in
            "<url><loc>\(outlet.server.url(page.path))</loc>"
                + (page.daysAgo.map { "<lastmod>\(date(daysAgo: $0))</lastmod>" } ?? "") + "</url>"
        }
        return "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>\(urls.joined())</urlset>"
    }

    private func index(_ parts: [(path: String, daysAgo: Int?)]) -> String {
        urlset(parts).replacing("urlset", with: "sitemapindex").replacing("url>", with: "sitemap>")
    }

    private func answer(_ path: String, _ xml: String) {
        outlet.answer(path, with: .text(xml, type: "application/xml"))
    }

    @Test func anArchiveIsNotFetched() async throws {
        let archive = (0..<20_000).map { (path: "/arkib/\($0)", daysAgo: Int?(31 + $0 / 50)) }
        answer("/sitemap.xml", urlset(archive + [("/kebakaran", 1), ("/jatuh", 0)]))
        let summary = try await crawl()
        #expect((summary.newArticles, summary.newLeads) == (2, 2))
        #expect(outlet.asked == ["/sitemap.xml", "/jatuh", "/kebakaran"])
    }

    @Test(arguments: [nil, 0]) func ofPagesWithoutADateOfTheirOwnThoseAtBothEndsAreNews(daysAgo: Int?) async throws {
        let archive = (0..<2_000).map { (path: "/arkib/\($0)", daysAgo: daysAgo) }
        outlet.edit { $0 += (0..<2_000).map { Outlet.Item.filler("arkib/\($0)", $0) } }
        answer("/sitemap.xml", urlset(archive))
        for count in [200, 200, 100, 0] {
            _ = try await crawl()
            #expect(outlet.asked.count == count + 1)
        }
        // A list grows at its top or at its bottom.
        answer("/sitemap.xml", urlset([("/jatuh", daysAgo)] + archive + [("/kebakaran", daysAgo)]))
        #expect(try await crawl().newLeads == 2)
        #expect(outlet.asked == ["/sitemap.xml", "/jatuh", "/kebakaran"])
    }

    @Test func theDayInAnAddressCounts() async throws {
        answer("/sitemap.xml", urlset([("/2019/03/04/lama", nil), ("/kebakaran", nil)]))
        _ = try await crawl()
        #expect(outlet.asked == ["/sitemap.xml", "/kebakaran"])
    }

    @Test func theNewestPartsOfAnIndexAreRead() async throws {
        let parts = (0..<40).map { (path: "/peta-\($0).xml", daysAgo: Int?($0)) }
        answer("/sitemap.xml", index(parts.reversed()))
        answer("/peta-0.xml", urlset([("/kebakaran", 0)]))
        answer("/peta-4.xml", urlset([("/jatuh", 4)]))
        _ = try await crawl()
        let maps = (0..<5).map { "/peta-\($0).xml" }
        #expect(outlet.asked == ["/sitemap.xml"] + maps + ["/kebakaran", "/jatuh"])
    }

    @Test func indexesInIndexesAndCirclesEnd() async throws {
        answer("/sitemap.xml", index([("/sitemap.xml", 0), ("/dalam.xml", 1), ("/lain.xml", 2)]))
        answer("/dalam.xml", index([("/sitemap.xml", 0), ("/dalam.xml", 0), ("/peta.xml", 0)]))
        answer("/peta.xml", urlset([("/kebakaran", 0)]))
        answer("/lain.xml", urlset([("/jatuh", 0)]))
        let summary = try await crawl()
        #expect((summary.newLeads, summary.failures.count) == (2, 0))
        #expect(Array(outlet.asked.prefix(4)) == ["/sitemap.xml", "/dalam.xml", "/peta.xml", "/lain.xml"])
    }

    @Test func anIndexCannotLeadToAnotherSite() async throws {
        answer(
            "/sitemap.xml",
            urlset([("/kebakaran", 0)]).replacing(
                "</urlset>", with: "<url><loc>http://lain.invalid/x</loc></url></urlset>"))
        #expect(try await crawl().newArticles == 1)
    }

    @Test func aSitemapThatIsAGzipFileIsUnpacked() async throws {
        let xml = urlset([("/kebakaran", 0)])
        outlet.answer(
            "/sitemap.xml",
            with: .init(fields: [.init("Content-Type", "application/x-gzip")], body: .bytes(try gzipped(xml))))
        let summary = try await crawl()
        #expect(summary.failures.map(\.cause) == [])
        #expect(summary.newLeads == 1)
    }

    @Test func aSitemapThatIsABombOrCutOffIsRefused() async throws {
        let bomb = String(repeating: " ", count: 20 << 20)
        outlet.answer("/sitemap.xml", with: .init(body: .bytes(try gzipped(bomb))))
        #expect(try await crawl().failures.map(\.cause) == [.tooLarge(limit: 15 << 20)])
        let cut = try gzipped(urlset([("/kebakaran", 0)])).dropLast(9)
        outlet.answer("/sitemap.xml", with: .init(body: .bytes(Array(cut))))
        #expect(try await crawl().failures.map(\.cause) == [.truncated])
    }

    private func gzipped(_ text: String) throws -> [UInt8] {
        let bytes = Array(text.utf8)
        let compressor = try #require(libdeflate_alloc_compressor(6))
        defer { libdeflate_free_compressor(compressor) }
        var out = [UInt8](repeating: 0, count: libdeflate_gzip_compress_bound(compressor, bytes.count))
        let room = out.count
        let count = libdeflate_gzip_compress(compressor, bytes, bytes.count, &out, room)
        return Array(out.prefix(count))
    }
}
