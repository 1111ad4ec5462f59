import Model
import Testing

@testable import Reading

@Suite struct SitemapTests {
    private func read(_ text: String, limit: Int = 50_000) throws -> Sitemap {
        try readSitemap(Array(text.utf8), from: "https://rekaan.example/sitemap.xml", now: testNow, limit: limit)
    }

    private let urlset =
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        + "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9' xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'>"

    @Test func pagesAreReadWithTheirNews() throws {
        let text =
            urlset + """
                <url><loc> https://rekaan.example/kes/1 </loc><lastmod>2026-11-23</lastmod><changefreq>Daily</changefreq><priority>0.8</priority>
                <image:image><image:loc>https://rekaan.example/gambar.jpg</image:loc></image:image>
                <news:news><news:publication><news:name>Rekaan</news:name><news:language>ms</news:language></news:publication>
                <news:publication_date>2026-11-23T08:00:00+08:00</news:publication_date><news:title><![CDATA[Ibu & anak]]></news:title></news:news></url>
                <url><loc>/kes/2</loc></url></urlset>
                """
        let sitemap = try read(text)
        #expect(
            sitemap.kind == .pages
                && sitemap.pages.map(\.url) == ["https://rekaan.example/kes/1", "https://rekaan.example/kes/2"])
        let page = sitemap.pages[0]
        #expect(page.lastModified?.iso == "2026-11-23" && page.lastModified?.origin == .sitemap)
        #expect(page.changeFrequency == "daily" && page.priority == 0.8)
        #expect(page.news?.title == "Ibu & anak" && page.news?.publication == "Rekaan" && page.news?.language == "ms")
        #expect(page.news?.published?.iso == "2026-11-23T08:00:00+08:00")
    }

    @Test func anIndexListsSitemaps() throws {
        let text =
            "<sitemapindex><sitemap><loc>https://rekaan.example/1.xml</loc><lastmod>2026-11-22T10:00:00Z</lastmod></sitemap>"
            + "<sitemap><loc></loc></sitemap></sitemapindex>"
        let sitemap = try read(text)
        #expect(sitemap.kind == .index && sitemap.pages.isEmpty)
        #expect(sitemap.sitemaps.map(\.url) == ["https://rekaan.example/1.xml"])
    }

    @Test func aTextOfAddressesIsASitemap() throws {
        let sitemap = try read("\u{FEFF}https://rekaan.example/1\r\n\r\nhttps://rekaan.example/2\nbukan alamat\n")
        #expect(sitemap.kind == .text && sitemap.pages.count == 2 && sitemap.damage == [.brokenMarkup])
    }

    @Test func aFeedIsASitemap() throws {
        let sitemap = try read(rss(item("a", "<pubDate>Mon, 23 Nov 2026 08:00:00 +0800</pubDate>")))
        #expect(sitemap.kind == .rss && sitemap.pages.first?.news?.title == "a")
    }

    @Test(arguments: ["User-agent: *\nDisallow: /", "<h1>404</h1>", "<html><body/></html>", "", "<svg/>", "%PDF-1.4"])
    func whatIsNoSitemapIsRefused(text: String) {
        #expect(throws: FeedProblem.self) { try read(text) }
    }

    @Test func entitiesAreRefusedHereToo() {
        #expect(throws: FeedProblem.entityDeclarations) { try read("<!DOCTYPE a [<!ENTITY a 'b'>]><urlset/>") }
    }

    @Test func aTruncatedSitemapKeepsItsWholePages() throws {
        let sitemap = try read(
            urlset + "<url><loc>https://rekaan.example/1</loc></url><url><loc>https://rekaan.example/2")
        #expect(sitemap.pages.map(\.url) == ["https://rekaan.example/1"] && sitemap.damage == [.truncated])
    }

    @Test(arguments: [
        "<sm:urlset xmlns:sm='http://www.sitemaps.org/schemas/sitemap/0.9'><sm:url><sm:loc>/1</sm:loc></sm:url></sm:urlset>",
        "<urlset xmlns='https://salah.example/skema'><url><loc>/1</loc></url></urlset>",
        "<urlset><url><loc><![CDATA[ /1 ]]></loc><loc>/2</loc><x:loc>/3</x:loc></url></urlset>",
        "<urlset xmlns:video='http://www.google.com/schemas/sitemap-video/1.1'><url><video:video><video:player_loc>/v"
            + "</video:player_loc><video:publication_date>2020-01-01</video:publication_date></video:video><loc>/1</loc></url></urlset>",
        "Notice: Undefined index in sitemap.php\n<?xml version='1.0'?><urlset><url><loc>/1</loc></url></urlset>",
        "<!-- dijana --><?xml-stylesheet href='x'?><urlset><url><loc>/1</loc><lastmod>bukan tarikh</lastmod></url></urlset>",
        "<sitemapindex><url><loc>/1</loc></url></sitemapindex>",
    ])
    func aPageIsFoundHoweverTheListIsWritten(text: String) throws {
        let sitemap = try read(text)
        #expect(sitemap.pages.map(\.url) == ["https://rekaan.example/1"] && sitemap.pages.first?.lastModified == nil)
    }

    @Test func anAtomFeedIsASitemapToo() throws {
        let text =
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>a</title><link href='/1'/>"
            + "<updated>2026-11-23T08:00:00+08:00</updated></entry></feed>"
        let sitemap = try read(text)
        #expect(sitemap.kind == .atom && sitemap.pages.first?.url == "https://rekaan.example/1")
        #expect(sitemap.pages.first?.news?.published?.iso == "2026-11-23T08:00:00+08:00")
    }

    @Test func addressesThatCannotBeFetchedAreLeftOut() throws {
        let locs = ["javascript:x", "file:///etc/passwd", "ftp://a.example/", "http://[", "mailto:a@b.example"]
        #expect(try read(urlset + locs.map { "<url><loc>\($0)</loc></url>" }.joined() + "</urlset>").pages.isEmpty)
    }

    @Test func moreAddressesThanTheLimitAreRefusedWhole() {
        let text = urlset + String(repeating: "<url><loc>https://rekaan.example/</loc></url>", count: 4)
        #expect(throws: FeedProblem.tooManyEntries(limit: 3)) { try read(text, limit: 3) }
    }
}
