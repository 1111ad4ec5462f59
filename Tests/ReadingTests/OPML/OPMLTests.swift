import Reading
import Testing

private func read(_ text: String) throws(OPMLProblem) -> OPML { try readOPML(Array(text.utf8)) }

private func problem(_ text: String) -> OPMLProblem? {
    do throws(OPMLProblem) {
        _ = try read(text)
        return nil
    } catch {
        return error
    }
}

private let list = """
    <?xml version="1.0" encoding="UTF-8"?>
    <opml version="1.1">
      <head><title>Senarai &amp; lain</title></head>
      <body>
        <!-- <outline xmlUrl="https://komen.example/rss"/> -->
        <outline text="Negeri">
          <outline text="Utara" title="x">
            <outline type="rss" text="Utara Rekaan" xmlUrl="https://utara-rekaan.example/rss?a=1&amp;b=2"
              htmlUrl="https://utara-rekaan.example/" language="ms-MY"/>
          </outline>
          <OUTLINE TEXT="Kedah Contoh" XMLURL=" https://kedah-contoh.example/feed "></OUTLINE>
        </outline>
        <outline type="link" text="Bukan suapan" url="https://pautan.example/"/>
        <outline type="rss" title="Sinaran" url="https://sinaran.example/rss"/>
        <outline text="Salah" xmlUrl="ftp://salah.example/rss"/>
        <outline text="Komen" isComment="true" xmlUrl="https://senyap.example/rss"/>
      </body>
    </opml>
    """

@Suite struct OPMLTests {
    @Test func everyFeedIsFoundWithItsGroupsAndItsLine() throws {
        let opml = try read(list)
        #expect(opml.title == "Senarai & lain")
        #expect(
            opml.feeds.map(\.url.href) == [
                "https://utara-rekaan.example/rss?a=1&b=2", "https://kedah-contoh.example/feed",
                "https://sinaran.example/rss",
            ])
        #expect(opml.feeds.map(\.title) == ["Utara Rekaan", "Kedah Contoh", "Sinaran"])
        #expect(opml.feeds.map(\.groups) == [["Negeri", "Utara"], ["Negeri"], []])
        #expect(opml.feeds.map(\.line) == [8, 11, 14])
        #expect(opml.feeds.first?.language == "ms-MY")
        #expect(!opml.isTruncated)
    }

    @Test func anAddressThatIsNoneIsRefusedWithItsLine() throws {
        let refusals = try read(list).refusals
        #expect(refusals.map(\.line) == [15])
        #expect(refusals.map(\.address) == ["ftp://salah.example/rss"])
    }

    @Test func whatWeWriteIsReadBackAsItWas() throws {
        var opml = OPML()
        opml.title = "Pantau <&> \"kita\""
        for (number, title) in ["A & B", "<b>\"petik\"</b>", "日报", "Biasa", ""].enumerated() {
            let url = try #require(WebURL("https://akhbar-\(number).example/rss?a=1&b=<>\""))
            var feed = OPML.Feed(
                url: url, title: title, site: WebURL("https://akhbar-\(number).example/"), language: "ms",
                groups: number < 3 ? ["negeri & wilayah"] : [])
            feed.marks = ["id": "akhbar-\(number)", "kind": number == 1 ? "sitemap" : "feed", "state": "MY-02"]
            opml.feeds.append(feed)
        }
        var again = try read(opml.text)
        for index in again.feeds.indices { again.feeds[index].line = nil }
        #expect(again == opml)
        #expect(again.text == opml.text)
        #expect(opml.text.contains("type=\"link\""))
    }

    @Test(
        arguments: [
            ("", .empty), ("  \n", .empty), ("<rss/>", .notOPML("xml <rss>")),
            ("<html><body>", .notOPML("html")), ("just words", .notOPML("text")),
            (
                "<!DOCTYPE opml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><opml><body><outline text=\"&b;\"/></body>",
                .entityDeclarations
            ),
        ] as [(String, OPMLProblem)])
    func whatIsNoListIsRefused(text: String, expected: OPMLProblem) { #expect(problem(text) == expected) }

    @Test func titlesFromOutsideAreCleaned() throws {
        let feed = try #require(
            try read(
                "<opml><body><outline text='a&#27;[31m\u{202E}b&#10;c' xmlUrl='https://a.example/\u{1B}'/></body></opml>"
            ).feeds.first)
        #expect(feed.title == "a[31mb c")
        #expect(!feed.url.href.contains("\u{1B}"))
    }

    @Test func aCutListIsReadAndSaidToBeCut() throws {
        let opml = try read(
            "<opml><body><outline text='A' xmlUrl='https://a.example/rss'/><outline text='B' xmlUrl='https://b.exa")
        #expect(opml.feeds.map(\.title) == ["A"])
        #expect(opml.isTruncated)
    }

    @Test(.timeLimit(.minutes(1))) func aHundredThousandOutlinesTakeNoTime() throws {
        let flat = String(repeating: "<outline text='kumpulan'/>\n", count: 100_000)
        let deep = String(repeating: "<outline text='kumpulan'>", count: 100_000)
        let feed = "<outline text='A' xmlUrl='https://a.example/rss'/>"
        let wide = try read("<opml><body>" + flat + feed + "</body></opml>")
        #expect(wide.feeds.map(\.line) == [100_001])
        let nested = try read("<opml><body>" + deep + feed)
        #expect(nested.feeds.map(\.groups.count) == [3])
        let many = String(repeating: feed, count: 10_000)
        #expect(problem("<opml><body>" + many) == .tooManyFeeds(limit: OPML.maximumFeeds))
        let wrong = String(repeating: "<outline xmlUrl='x:'/>", count: 10_000)
        #expect(try read("<opml><body>" + wrong).refusals.count == OPML.maximumFeeds)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["<!--", "<![CDATA[", "<?", "<outline a='", "<outline ", "&amp;", "\"", "<"])
    func noRowOfOneSignTakesLong(sign: String) throws {
        _ = problem("<opml><body>" + String(repeating: sign, count: 200_000))
    }
}
