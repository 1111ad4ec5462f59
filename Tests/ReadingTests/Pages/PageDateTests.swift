import Model
import Reading
import Testing

struct PageDateTests {
    /// 2031-03-10T00:00:00+08:00
    private let now = Instant(seconds: 1_930_838_400)

    private func published(_ html: String, path: String = "/berita/1") throws -> PublishedDate? {
        try readPage(Array(html.utf8), url: WebURL("https://rekaan.example" + path), now: now).published
    }

    private func page(head: String = "", byline: String = "") -> String {
        "<html><head><title>\(headline)</title>\(head)</head><body><h1>\(headline)</h1>\(byline)<p>\(lead)</p><p>\(middle)</p>"
            + "<p>\(end)</p></body></html>"
    }

    @Test(arguments: [
        (
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2031-03-05T09:12:00+08:00\"}</script>",
            "2031-03-05T09:12:00+08:00", PublishedDate.Origin.jsonLD
        ),
        (
            "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2031-03-05T01:12:00Z\"}]}"
                + "</script>", "2031-03-05T01:12:00Z", .jsonLD
        ),
        (
            "<meta property=article:published_time content=2031-03-05T09:12:00+08:00>", "2031-03-05T09:12:00+08:00",
            .meta
        ),
        ("<meta name=pubdate content=2031-03-05>", "2031-03-05", .meta),
        ("<meta name=pubdate value=2031-03-05>", "2031-03-05", .meta),
        ("<meta name=twt-published-at content=2031-03-05>", "2031-03-05", .meta),
        (
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2031-03-05\"}</script>"
                + "<meta property=article:published_time content=2031-03-05T09:12:00+08:00>",
            "2031-03-05T09:12:00+08:00", .meta
        ),
        (
            "<meta property=article:published_time content=2041-03-05T09:12:00+08:00><meta name=date content=2031-03-05>",
            "2031-03-05", .meta
        ),
        ("<meta property=article:modified_time content=2031-03-05T09:12:00+08:00>", "2031-03-05T09:12:00+08:00", .meta),
    ])
    func theHeadTellsTheDate(head: String, iso: String, origin: PublishedDate.Origin) throws {
        let date = try published(page(head: head))
        #expect(date?.iso == iso)
        #expect(date?.origin == origin)
    }

    @Test(arguments: [
        ("<time datetime=2031-03-05T09:12+08:00>tadi</time>", "2031-03-05T09:12:00+08:00"),
        ("<div itemprop=datePublished>5 Mac 2031, 9:12 pagi</div>", "2031-03-05T09:12:00+08:00"),
        ("<div>Diterbitkan pada: 5 Mac 2031</div>", "2031-03-05"),
        ("<div>Aminah Rekaan | 05 Mac 2031</div>", "2031-03-05"),
        ("<div>Published on March 5, 2031 at 9:12 am</div>", "2031-03-05T09:12:00+08:00"),
        ("<p>By Aminah Rekaan on Wednesday, March 5th, 2031 at 9:12 a.m.</p>", "2031-03-05T09:12:00+08:00"),
        ("<p>Updated 8:00 AM, March 7, 2031</p><p>Published 9:12 AM, March 5, 2031</p>", "2031-03-05T09:12:00+08:00"),
        ("<p>Kemas kini 7 Mac 2031 8:00 pagi | Diterbitkan 5 Mac 2031 9:12 pagi</p>", "2031-03-05T09:12:00+08:00"),
        (
            "<time datetime=2031-03-07T08:00+08:00>Updated 7 March</time><time datetime=2031-03-05T09:12+08:00>5 March</time>",
            "2031-03-05T09:12:00+08:00"
        ),
        (
            "Updated <time datetime=2031-03-07T08:00+08:00>x</time> <time datetime=2031-03-05T09:12+08:00>y</time>",
            "2031-03-05T09:12:00+08:00"
        ),
        ("<time datetime='Wed Mar 5 2031 09:12:00 GMT+0800'>x</time>", "2031-03-05T09:12:00+08:00"),
        (
            "<time itemprop=dateModified datetime=2031-03-07T08:00+08:00>05/03/2031 09:12 | Actualizado a 07/03/2031 08:00</time>",
            "2031-03-05T09:12:00+08:00"
        ),
        ("<time class=updated datetime=2031-03-07T08:00+08:00>baru</time>", "2031-03-07T08:00:00+08:00"),
        ("<small>发布于 2031年03月05日 09时12分 • 记者：林虚构</small>", "2031-03-05T09:12:00+08:00"),
        ("<div>Stand: 05.03.2031, 09:12 Uhr | 3 Minuten</div>", "2031-03-05T09:12:00+08:00"),
    ])
    func theLinesAroundTheHeadlineTellTheDate(byline: String, iso: String) throws {
        #expect(try published(page(byline: byline))?.iso == iso)
    }

    @Test func aDateBelowTheStoryIsReadWhereAClassNamesIt() throws {
        let html = page() + "<div class=post-date>Disiarkan pada 5 Mac 2031</div>"
        #expect(try published(html)?.iso == "2031-03-05")
    }

    @Test(arguments: [
        "<div class=update-box>Versi 12.3</div>", "<div class=\"comment\"><span class=date>5 Mac 2031</span></div>",
        "<div class=date>\(String(repeating: "x ", count: 200)) 5 Mac 2031</div>",
    ])
    func aDateOfSomethingElseBelowTheStoryIsNotRead(below: String) throws {
        #expect(try published(page() + below) == nil)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["<div class=date>1", "<time>1 updated ", "<p>1:1 2031 | "])
    func aFloodOfDatesTakesLinearTime(piece: String) throws {
        _ = try published("<h1>\(headline)</h1>" + String(repeating: piece, count: 200_000 / piece.utf8.count))
    }

    @Test(arguments: [
        ("/2031/mac/05/tukang-kebun", "2031-03-05"), ("/news/2031/mar/5/x", "2031-03-05"),
        ("/2031/mar/5", "2031-03-05"),
        ("/2031/mar/45/x", nil), ("/2031/mar", nil), ("/2031/marathon/5/x", nil),
        ("/2031/03/05/tukang-kebun-maut", "2031-03-05"), ("/berita/20310305/maut", "2031-03-05"),
        ("/maut-2031-3-5.html", "2031-03-05"),
        ("/2031/13/05/x", nil), ("/1234/56/78", nil), ("/berita/99999999", nil), ("/2041/03/05/x", nil),
    ])
    func thePathTellsTheDay(path: String, iso: String?) throws {
        let date = try published(page(), path: path)
        #expect(date?.iso == iso)
        if iso != nil { #expect(date?.origin == .url) }
    }

    @Test(arguments: [
        "<div>47 tahun</div>", "<div>Tahun 2031</div>", "<div>5 Mac</div>", "<div>RM2031</div>",
        "<div>No. 12/345</div>",
    ])
    func aNumberThatIsNoDateIsNone(byline: String) throws {
        #expect(try published(page(byline: byline)) == nil)
    }
}
