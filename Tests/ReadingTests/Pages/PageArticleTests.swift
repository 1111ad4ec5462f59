import Model
import Reading
import Testing

struct PageArticleTests {
    private let now = Instant(seconds: 1_930_000_000)

    private func read(_ html: String, url: String = "https://rekaan.example/berita/tukang-kebun-maut") throws
        -> PageArticle
    {
        try readPage(Array(html.utf8), url: WebURL(url), now: now)
    }

    @Test(arguments: PageLayout.all)
    func theArticleAndNothingElseIsRead(layout: PageLayout) throws {
        let page = try read(layout.html)
        #expect(page.title == layout.title)
        #expect(page.text.split(separator: "\n").map(String.init) == layout.paragraphs)
    }

    @Test(arguments: [
        "", " ", "<", "<html>", "<html><body></body></html>", "teks sahaja", "<p>Pendek.", "\u{0}\u{1}",
        "<h1></h1><title>",
        "<nav><a href=/>Utama</a></nav>",
    ])
    func aPageWithoutAnArticleGivesLittle(html: String) throws {
        let page = try read(html)
        #expect(page.text.utf8.count < 20)
        #expect(page.authors.isEmpty)
    }

    @Test(arguments: ["<div>", "<table><tr><td>"])
    func aHundredThousandLevelsStillGiveTheText(tag: String) throws {
        let page = try read("<h1>\(headline)</h1>" + String(repeating: tag, count: 100_000) + "<p>\(lead)</p>\(middle)")
        #expect(page.title == headline)
        #expect(page.text.contains("Salleh Rekaan"))
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "<p class=related>x", "<a href=/b>Tajuk berita lain nombor satu</a><p>", "<h3><a href=/x>Tajuk</a>", "<li>",
            "<a rel=author class=author>A", "<time datetime=x>", "<div class=author><a>", "<div itemprop=author>",
        ])
    func aFloodOfSmallPiecesTakesLinearTime(piece: String) throws {
        let page = try read(String(repeating: piece, count: 200_000 / piece.utf8.count))
        #expect(page.authors.count <= 20)
    }

    @Test(.timeLimit(.minutes(1)))
    func aLongTextInNestedAuthorsIsNotReadForEach() throws {
        let boxes = String(repeating: "<div itemprop=author class=author>", count: 55)
        let page = try read("<h1>\(headline)</h1>" + boxes + String(repeating: "a, b ", count: 200_000))
        #expect(page.authors.isEmpty)
    }

    @Test func controlCharactersDoNotPass() throws {
        let page = try read(
            "<title>\u{1B}[31mTajuk &#27;[2J rekaan\u{202E}</title><p>\u{9D}\(lead)\u{200B} &amp;#27;]0;x&amp;#7;</p>")
        for scalar in (page.title + page.text).unicodeScalars {
            #expect(scalar == "\n" || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)))
            #expect(scalar != "\u{202E}" && scalar != "\u{200B}")
        }
    }

    @Test func aLegacyEncodingIsReadByItsLabel() throws {
        let body = Array("<meta charset=windows-1252><title>Caf".utf8) + [0xE9] + Array(" Rekaan</title>".utf8)
        #expect(try readPage(body, url: nil, now: now).title == "Café Rekaan")
    }

    @Test func anUnknownEncodingIsAnError() {
        #expect(throws: UnsupportedCharset.self) {
            _ = try readPage(
                [0xA4, 0xA4, 0xA4, 0xE5, 0xFF], contentType: "text/html; charset=hz-gb-2312", url: nil, now: now)
        }
    }

    @Test func whatThePageSaysOfItselfIsKept() throws {
        let page = try read(
            """
            <html lang="ms"><head><title>\(headline) | Harian Rekaan</title><meta property="og:site_name" content="Harian Rekaan">
            <meta name="description" content="Ringkasan &amp; lead"><link rel="canonical" href="/berita/1?x=1">
            <meta property="article:section" content="Setempat"><meta property="article:tag" content="maut">
            <meta name="keywords" content="Maut, tukang kebun"></head><body><p>\(lead)</p><p>\(middle)</p></body></html>
            """)
        #expect(page.title == headline)
        #expect(page.siteName == "Harian Rekaan")
        #expect(page.excerpt == "Ringkasan & lead")
        #expect(page.canonicalURL?.href == "https://rekaan.example/berita/1?x=1")
        #expect(page.sections == ["Setempat"])
        #expect(page.tags == ["maut", "tukang kebun"])
        #expect(page.language == .malay)
    }

    @Test(arguments: [
        (
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Aminah Rekaan\"}}</script>",
            ["Aminah Rekaan"]
        ),
        (
            "<script type=application/ld+json>[{\"@graph\":[{\"@id\":\"#p\",\"@type\":\"Person\",\"name\":\"Tan Rekaan\"},{\"@type\""
                + ":[\"Article\"],\"author\":[{\"@id\":\"#p\"}]}]}]</script>", ["Tan Rekaan"]
        ),
        (
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":\"Harian Rekaan\"}</script><meta name=author "
                + "content='Devi Rekaan'><meta property=og:site_name content='Harian Rekaan'>", ["Devi Rekaan"]
        ),
        ("<meta name=author content='Oleh Aminah Rekaan dan Tan Rekaan'>", ["Aminah Rekaan", "Tan Rekaan"]),
        ("<meta property=article:author content='https://facebook.com/rekaan'>", []),
        ("<meta name=author content='admin'>", []), ("<meta name=author content='a@rekaan.example'>", []),
        ("<h1>\(headline)</h1><div class=byline>Oleh: Aminah Rekaan</div>", ["Aminah Rekaan"]),
        ("<h1>\(headline)</h1><span class=nama-penulis>Devi Rekaan</span>", ["Devi Rekaan"]),
        ("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":</script>", []),
    ])
    func authors(head: String, names: [String]) throws {
        #expect(try read("<title>\(headline)</title>\(head)<p>\(lead)</p><p>\(middle)</p>").authors == names)
    }

    @Test(arguments: [
        ("<title>Portal Contoh</title><h1>Portal Contoh</h1><meta property=og:title content='\(headline)'>", headline),
        (
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Tajuk untuk carian sahaja\"}</script>"
                + "<meta property=og:title content='\(headline)'><h1>\(headline)</h1>", headline
        ),
        (
            "<meta property=og:site_name content='Harian Rekaan'><meta property=og:title content='Harian Rekaan'><h1>\(headline)</h1>",
            headline
        ),
        ("<title>Harian Rekaan: \(headline)</title><meta property=og:site_name content='Harian Rekaan'>", headline),
        ("<title>\(headline)_Nasional_HarianRekaan</title>", "\(headline)_Nasional"),
        ("<title>\(headline) - Nasional - Harian Rekaan</title>", "\(headline) - Nasional"),
        ("<title>\(headline) | Harian</title><h1>Harian Rekaan</h1><h1>\(headline)</h1>", headline),
        ("<h1>\(headline)</h1>", headline), ("<title>Utama</title>", "Utama"), ("", ""),
    ])
    func titles(head: String, title: String) throws {
        #expect(try read(head).title == title)
    }
}
