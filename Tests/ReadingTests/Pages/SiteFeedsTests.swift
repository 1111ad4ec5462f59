import Reading
import Testing

private func find(_ html: String, at url: String = "https://rekaan.example/berita/") throws -> SiteFeeds {
    try siteFeeds(inPage: Array(html.utf8), contentType: "text/html", url: try #require(WebURL(url)))
}

@Suite struct SiteFeedsTests {
    @Test func declaredFeedsComeFirstAndThoseOfCommentsLast() throws {
        let site = try find(
            """
            <html lang="ms"><head><title>Utama | Harian Rekaan</title>
            <meta property="og:site_name" content="Harian Rekaan">
            <link rel="alternate" type="application/rss+xml" title="Harian Rekaan &raquo; Ulasan" href="/comments/feed/">
            <link rel='ALTERNATE feed' type="application/atom+xml; charset=utf-8" href="//rekaan.example/atom.xml#x">
            <link rel="alternate" type="application/json" href="/feed.json"><link rel="alternate" type="application/json"
            href="/wp-json/wp/v2/pages/2"><link rel="alternate" hreflang="en" href="/en/">
            <link rel="stylesheet" type="text/xml" href="/feed.css"></head>
            <body><a href="/rss">Suapan RSS</a> <a href="rss">sekali lagi</a></body>
            """)
        #expect(site.name == "Harian Rekaan")
        #expect(site.language == "ms")
        #expect(
            site.feeds.map(\.url.href) == [
                "https://rekaan.example/atom.xml", "https://rekaan.example/feed.json", "https://rekaan.example/rss",
                "https://rekaan.example/berita/rss", "https://rekaan.example/comments/feed/",
            ])
        #expect(site.feeds.map(\.isOfComments) == [false, false, false, false, true])
        #expect(site.feeds.map(\.evidence) == [.declared, .declared, .mentioned, .mentioned, .declared])
    }

    @Test func linksThatOnlySoundLikeFeedsAreLeftOut() throws {
        let site = try find(
            """
            <body><a href="https://lain.example/rss">RSS</a> <a href="#rss">RSS</a> <a href="javascript:feed()">feed</a>
            <a href="/berita/feeding-the-poor-in-sik-1234">Feeding the poor in Sik takes more than one feed a day</a>
            <a href="/hubungi">Hubungi</a> <a href="https://feeds.feedburner.com/rekaan">Langgan</a>
            <a href="/?feed=rss2">Langgan</a></body>
            """)
        #expect(
            site.feeds.map(\.url.href) == ["https://feeds.feedburner.com/rekaan", "https://rekaan.example/?feed=rss2"])
    }

    @Test func aPageThatDeclaresThousandsIsBounded() throws {
        let links = (1...5_000).map { "<link rel=alternate type=application/rss+xml href=/f\($0)>" }.joined()
        #expect(try find("<head>" + links).feeds.count == 20)
    }

    @Test func theNameOfASiteIsOneCleanLine() throws {
        #expect(try find("<title>Harian\n\u{1B}[31m Rekaan\u{202E}</title>").name == "Harian [31m Rekaan")
        #expect(try find("<p>tiada tajuk").name == nil)
    }
}
