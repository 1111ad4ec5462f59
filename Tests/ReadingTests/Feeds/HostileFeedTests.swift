import Model
import Testing

@testable import Reading

@Suite struct HostileFeedTests {
    // MARK: Entities and what lies outside

    @Test(arguments: [
        "<!DOCTYPE rss PUBLIC \"-//Contoh//DTD RSS 0.91//EN\" \"http://contoh.example/rss-0.91.dtd\">",
        "<!DOCTYPE rss>",
        "<!DOCTYPE rss SYSTEM \"http://10.0.0.1/rss.dtd\">", "<!DOCTYPE rss [<!ELEMENT rss (channel)>]>",
    ])
    func aDocumentTypeWithoutEntitiesDoesNoHarm(doctype: String) throws {
        #expect(try feed(rss(item("a"), doctype: doctype)).entries.count == 1)
    }

    @Test func anIncludeIsOnlyAnElement() throws {
        let text = rss(
            item(
                "a",
                "<description><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd'/></description>"
            ))
        #expect(try feed(text).entries[0].summary == nil)
    }

    // MARK: Floods

    @Test func aHundredThousandLevelsAreOnlyLong() throws {
        let deep = String(repeating: "<a>", count: 100_000) + "dalam" + String(repeating: "</a>", count: 100_000)
        let entry = try feed(rss(item("a", "<description>\(deep)</description>"))).entries[0]
        #expect(entry.summary == "dalam")
    }

    @Test func strayEndTagsAreNotSearchedFor() throws {
        let text = rss(String(repeating: "<b>", count: 50_000) + String(repeating: "</c>", count: 50_000))
        #expect(try feed(text).damage.contains(.brokenMarkup))
    }

    @Test func aTagKeepsTwoThousandAttributes() throws {
        let flood = (0..<100_000).map { "a\($0)='v'" }.joined(separator: " ")
        let feed = try feed(rss(item("a", "<x \(flood)/>") + item("bb")))
        #expect(feed.entries.count == 2 && feed.damage == [.brokenMarkup])
    }

    @Test func manyNamespacesTakeLinearTime() throws {
        let opening = (0..<20_000).map { "<n\($0):x xmlns:n\($0)='urn:\($0)'>" }.joined()
        #expect(try feed(rss(item("a", opening) + item("bb"))).entries.count == 2)
    }

    @Test func moreItemsThanTheLimitAreRefusedWhole() throws {
        let text = rss(String(repeating: "<item/>", count: 11))
        #expect(throws: FeedProblem.tooManyEntries(limit: 10)) {
            try readFeed(Array(text.utf8), now: testNow, entryLimit: 10)
        }
        #expect(try readFeed(Array(text.utf8), now: testNow, entryLimit: 11).entries.count == 11)
    }

    @Test func aHugeTitleIsCut() throws {
        let title = try feed(rss(item(String(repeating: "x", count: 2 << 20)))).entries[0].title
        #expect(title?.count == 500)
    }

    @Test func ampersandsWithoutEndTakeLinearTime() throws {
        #expect(try feed(rss(item(String(repeating: "&", count: 1 << 20)))).entries.count == 1)
        #expect(try feed(rss(item(String(repeating: "&#x", count: 1 << 18)))).entries.count == 1)
    }

    @Test(
        .timeLimit(.minutes(2)),
        arguments: [
            "<a>", "<a ", "<a x=\"", "<a x='", "<a x=\"'", "<a x=\">\"", "<!--", "<!", "<![CDATA[", "</", "</a",
            "<script>",
            "<script", "<style>x</", "<noscript>", "</script><script>", "<!-->", "<noscript>a</noscript>",
            "&amp;", "&", "&#x", "&amp;lt;", "<b><i>", "<table><tr><td>", "a ", "\u{301}", "👩\u{200D}", "❤\u{FE0F}",
        ])
    func aTextOfOneHostilePieceTakesLinearTime(piece: String) throws {
        let text = String(repeating: piece, count: (1 << 16) / piece.utf8.count)
        let entry = try feed(
            rss(item("a", "<description><![CDATA[\(text.replacing("]]>", with: ""))]]></description>")))
        #expect(entry.entries.count == 1)
    }

    @Test(
        .timeLimit(.minutes(2)),
        arguments: ["<a>", "<a ", "<a x='", "<!--", "</a>", "<?", "<![CDATA[", "<item>", "<", "&", "<a:b xmlns:a='c'>"])
    func aDocumentOfOneHostilePieceIsRefusedOrReadInLinearTime(piece: String) throws {
        let text =
            "<rss version='2.0'><channel>" + item("satu")
            + String(repeating: piece, count: (1 << 17) / piece.utf8.count)
        do {
            #expect(try feed(text).isIncomplete)
        } catch FeedProblem.tooManyElements {
        }
    }

    /// 50 MB of such feeds take seconds. Here a part of it is enough: were any step quadratic, it would take hours.
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "<item>", "<item><x><y>", "<item><dc:creator><a>", "<item><category><image>", "<item><link>&amp;",
            "<item><pubDate>2026-11-23T0", "<item><title>&a;", "<media:group><media:content>",
            "<noscript>&lt;noscript>",
            "<item xml:base='a/'>", "<item xml:lang='a_b'>",
        ])
    func aFeedOfTwoMegabytesOfOneHostilePieceTakesLinearTime(piece: String) throws {
        let doctype = "<!DOCTYPE rss [<!ENTITY a \"\(String(repeating: "a", count: 1_000))\">]>"
        let text = rss(String(repeating: piece, count: (1 << 21) / piece.utf8.count), doctype: doctype)
        do {
            #expect(try feed(text).damage.contains(.brokenMarkup))
        } catch FeedProblem.tooManyElements {
        } catch FeedProblem.tooManyEntries {
        }
    }

    @Test(.timeLimit(.minutes(5))) func moreTagsThanAnyFeedHasAreRefused() {
        let text = "<rss version='2.0'><channel>" + String(repeating: "<b>", count: XMLScanner.maximumNodes + 1)
        #expect(problem(text.utf8) == .tooManyElements(limit: XMLScanner.maximumNodes))
    }

    @Test(.timeLimit(.minutes(2))) func aHundredThousandEmptyItemsAreTooMany() {
        #expect(problem(rss(String(repeating: "<item/>", count: 100_000)).utf8) == .tooManyEntries(limit: 20_000))
    }

    @Test(.timeLimit(.minutes(2))) func aHugeSectionOfTextIsCut() throws {
        let text = String(repeating: "banjir kilat ", count: 1 << 17)
        let entry = try feed(rss(item("a", "<description><![CDATA[\(text)]]></description>"))).entries[0]
        #expect(entry.summary?.count == 200_000)
    }

    @Test(.timeLimit(.minutes(2))) func tenThousandMissingEndTagsLoseNoItem() throws {
        let text = rss((0..<10_000).map { "<item><title>\($0)</title>" }.joined())
        #expect(try feed(text).entries.map(\.title) == (0..<10_000).map { "\($0)" })
    }

    // MARK: Breaks

    @Test func aTruncatedDocumentKeepsItsWholeItemsAndSaysSo() throws {
        let whole = rss((0..<20).map { item("kes \($0)") }.joined())
        for length in stride(from: 200, to: whole.utf8.count - 8, by: 97) {
            let part = Array(whole.utf8.prefix(length))
            let feed = try readFeed(part, now: testNow)
            #expect(feed.isIncomplete)
            #expect(feed.entries.allSatisfy { $0.link != nil && $0.title != nil })
        }
        #expect(try feed(whole).isIncomplete == false)
    }

    @Test(arguments: [
        "<![CDATA[tidak tamat", "<!-- tidak tamat", "<title>tidak tamat", "<title a='tidak tamat", "<",
    ])
    func whatDoesNotEndIsDamage(tail: String) throws {
        let text = "<rss version='2.0'><channel>" + item("satu") + "<item>" + tail
        let feed = try feed(text)
        #expect(feed.isIncomplete && feed.entries.map(\.title) == ["satu"])
    }

    @Test(arguments: [
        ("<item><title>a</item>", 1), ("<item><title>a</title></title></item>", 1),
        ("<item><title>a</b></title></item>", 1),
        ("<item><title>a</title><item><title>b</title></item>", 1), ("<item><b><title>a</title></item>", 1),
        ("<item ><title\n>a</title\n></item >", 1), ("<item><title>1 < 2 & 3 &x; </title></item>", 1),
    ])
    func brokenMarkupLosesNoItem(items: String, count: Int) throws {
        #expect(try feed(rss(items)).entries.count >= count)
    }

    @Test func undeclaredEntitiesAndBareAmpersandsAreText() throws {
        let titles = try feed(rss(item("A&nbsp;B &ldquo;q&rdquo; &copy;") + item("Kerja & Bantuan < RM1000"))).entries
            .map(\.title)
        #expect(titles == ["A B “q” ©", "Kerja & Bantuan < RM1000"])
    }

    @Test func junkAroundTheDocumentIsPassedOver() throws {
        let whole = rss(item("a"))
        #expect(try feed("\r\n\r\n  " + whole).entries.count == 1)
        #expect(try feed(whole + "\n<script>var x=1</script><!-- served -->").entries.count == 1)
        #expect(try feed(whole + rss(item("b"))).entries.map(\.title) == ["a"])
        #expect(try feed(whole + "Fatal error").damage == [.brokenMarkup])
    }

    @Test func nulAndControlsGoAndNothingIsLostAfterThem() throws {
        let feed = try feed(rss(item("A\u{0}B\u{1}\u{8}\u{B}\u{1F}C") + item("selepas")))
        #expect(feed.entries.map(\.title) == ["ABC", "selepas"])
        #expect(feed.damage == [.controlCharacters])
    }

    // MARK: Not a feed

    @Test func whatIsNoFeedIsNamed() {
        #expect(problem([]) == .empty)
        #expect(problem(" \n ".utf8) == .empty)
        #expect(problem("<!DOCTYPE html><html><body>Log masuk</body></html>".utf8) == .notAFeed("html"))
        #expect(problem("\n<HTML><head>".utf8) == .notAFeed("html"))
        #expect(problem("<?xml version='1.0'?><svg><title>s</title></svg>".utf8) == .notAFeed("xml <svg>"))
        #expect(problem("Tidak dijumpai".utf8) == .notAFeed("text"))
        #expect(problem([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]) == .notAFeed("png"))
        #expect(problem("<".utf8) == .notAFeed("text"))
    }

    @Test func theReasonIsASentence() {
        #expect("\(FeedProblem.notAFeed("html"))" == "an HTML page, not a feed")
        #expect("\(FeedProblem.entityDeclarations)".contains("entities"))
    }

    // MARK: Text that attacks what comes after

    @Test func noControlOrDirectionReachesTheText() throws {
        let text = rss(
            item("\u{1B}[31mMerah\u{9B}2J &#27;[2J &amp;#27;]0;x \u{202E}terbalik\u{200B}\u{E0041}")
                + item("satu\r\ndua\u{2028}tiga"))
        let titles = try feed(text).entries.compactMap(\.title)
        for scalar in titles.joined().unicodeScalars {
            #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
            #expect(!(0x200B...0x200F).contains(scalar.value) && !(0x202A...0x202E).contains(scalar.value))
        }
        #expect(titles[1] == "satu dua tiga")
    }

    @Test func noMarkUpReachesTheText() throws {
        let text = rss(
            item(
                "a",
                "<description>&lt;img src=x onerror=alert(1)&gt;isi&lt;script&gt;alert(1)&lt;/script&gt;</description>")
        )
        #expect(try feed(text).entries[0].summary == "isi")
    }

    @Test(arguments: [
        "Isnin, 32 Januari 2025", "0000-00-00", "Mon, 06 Jan 99999 00:00:00 GMT", "2025-02-30T25:61:61+99:99", "-1", "",
    ])
    func aBadDateIsNoDate(date: String) throws {
        let entry = try feed(rss(item("a", "<pubDate>\(date)</pubDate>"))).entries[0]
        #expect(entry.date == nil && entry.title == "a")
    }

    @Test func randomBytesNeverTrap() {
        var random = SystemRandomNumberGenerator()
        let whole = Array(rss(item("satu", "<description><![CDATA[<p>isi</p>]]></description>") + item("dua")).utf8)
        for _ in 0..<200 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = problem(bytes)
        }
    }
}
