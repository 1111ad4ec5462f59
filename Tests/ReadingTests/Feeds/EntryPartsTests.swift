import Testing
import Text

@testable import Reading

/// The parts of an item in the ways that feeds write them.
@Suite struct EntryPartsTests {
    private func entry(_ parts: String) throws -> FeedEntry {
        let itunes =
            "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" xmlns:foaf=\"http://xmlns.com/foaf/0.1/\""
        let text = rss("<item>\(parts)</item>").replacing("<rss ", with: "<rss \(itunes) ")
        return try #require(try feed(text).entries.first)
    }

    // MARK: What stands in

    @Test(arguments: [
        "<x:butir xmlns:x='urn:x'><title>Tajuk</title></x:butir>",
        "<category>Kes<image><title>Tajuk</title></image></category>",
        "<image><title>Tajuk</title><url>/a.png</url></image>", "<a><b><title>Tajuk</title></b></a>",
        "<media:content url='/a.jpg'><media:title>Tajuk</media:title></media:content>",
        "<title/><a><dc:title>Tajuk</dc:title></a>",
    ])
    func aTitleInAnotherElementStandsInForAMissingOne(parts: String) throws {
        #expect(try entry(parts).title == "Tajuk")
        #expect(try entry(parts + "<title>Sendiri</title>").title == "Sendiri")
    }

    @Test(arguments: [
        "<source url='/'><title>Asal</title></source>", "<a><item><title>Lain</title></item></a>",
        "<a><b><c><title>Dalam</title></c></b></a>", "<a><link>https://lain.example/</link><guid>lain</guid></a>",
        "<textInput><title>Cari</title></textInput>",
    ])
    func whatBelongsToSomethingElseDoesNot(parts: String) throws {
        let entry = try entry(parts)
        #expect(entry.title == nil && entry.link == nil && entry.id == nil)
    }

    @Test func aSubtitleIsNoSummaryBesideOne() throws {
        let subtitle = "<itunes:subtitle>Pendek</itunes:subtitle>"
        #expect(try entry(subtitle).summary == "Pendek")
        let both = try entry(subtitle + "<itunes:summary>Ringkasan</itunes:summary><description>Isi</description>")
        #expect(both.summary == "Ringkasan" && both.content == "Isi")
    }

    // MARK: Persons

    @Test(arguments: [
        ("<author>aminah@rekaan.example (Aminah)</author>", "Aminah"),
        (
            "<author>Aminah Rekaan (mailto:aminah@rekaan.example)</author>",
            "Aminah Rekaan (mailto:aminah@rekaan.example)"
        ),
        ("<author>a@rekaan.example (Aminah), wartawan</author>", "a@rekaan.example (Aminah), wartawan"),
        ("<author>a@rekaan.example Aminah</author>", "Aminah"),
        ("<dc:creator><name>Aminah</name><email>a@rekaan.example</email></dc:creator>", "Aminah"),
        ("<author><email>a@rekaan.example</email><uri>/a</uri></author>", "a@rekaan.example"),
        ("<dc:creator><a href='/a'>Aminah</a></dc:creator>", "Aminah"),
        ("<author>Aminah<uri>/a</uri></author>", "Aminah"),
    ])
    func aPersonIsReadByName(parts: String, name: String) throws { #expect(try entry(parts).authors == [name]) }

    @Test(arguments: [
        "<author><uri>https://rekaan.example/a</uri></author>",
        "<dc:creator><foaf:Person><foaf:name>Aminah</foaf:name></foaf:Person></dc:creator>", "<author> </author>",
    ])
    func aPersonWithoutANameIsNone(parts: String) throws { #expect(try entry(parts).authors.isEmpty) }

    @Test func theLastOfSeveralAuthorsIsTheOneOfTheOutput() throws {
        let entry = try entry("<dc:creator>Aminah</dc:creator><dc:creator>Budi</dc:creator>")
        #expect(entry.author == "Aminah")
        var writer = JSONWriter()
        entry.write(to: &writer)
        let json = try JSONValue(parsing: writer.utf8)
        #expect(json["author"]?.string == "Budi" && json["authors"]?.items?.count == 2)
    }

    // MARK: Categories

    @Test(arguments: [
        ("<category term=''>Kes</category>", ["Kes"]), ("<category term='kes' label='Kes'/>", ["kes"]),
        ("<category label='Kes'/>", ["Kes"]), ("<media:keywords>banjir, Kedah</media:keywords>", ["banjir", "Kedah"]),
        ("<itunes:category text='Berita'><itunes:category text='Harian'/></itunes:category>", ["Berita", "Harian"]),
        ("<itunes:category>Berita</itunes:category>", ["Berita"]),
    ])
    func categoriesAreReadHoweverTheyAreWritten(parts: String, expected: [String]) throws {
        #expect(try entry(parts).categories == expected)
    }

    // MARK: Links and ids

    @Test func theAmpersandsOfALinkMayBeEncodedTwice() throws {
        #expect(try entry("<link>/k?a=1&amp;amp;b=2</link>").link == "https://rekaan.example/k?a=1&b=2")
        #expect(try entry("<link>/k?a=1&amp;b=2</link>").link == "https://rekaan.example/k?a=1&b=2")
    }

    @Test func ofTwoIDsTheLastIsTheIDAndTheFirstTheLink() throws {
        let entry = try entry("<guid>https://rekaan.example/1</guid><guid>https://rekaan.example/2</guid>")
        #expect(entry.id == "https://rekaan.example/2" && entry.link == "https://rekaan.example/1")
    }

    // MARK: Texts

    @Test func aTypeOfBase64OnPlainTextDoesNotSpoilIt() throws {
        #expect(try entry("<description type='image/png'>satu dua</description>").summary == "satu dua")
        #expect(try entry("<description type='image/png'>c2F0dSBkdWE=</description>").summary == "satu dua")
    }

    @Test func aLanguageIsWrittenWithHyphens() throws {
        let text = "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='ms_MY'><entry xml:lang='zh_Hans_MY'/></feed>"
        let atom = try feed(text)
        #expect(atom.language == "ms-MY" && atom.entries[0].language == "zh-Hans-MY")
        #expect(try feed("<rss xml:lang='ta'><channel/></rss>").language == "ta")
    }

    // MARK: Documents

    @Test func anItemWithoutItsFeedIsAFeedOfOne() throws {
        #expect(try feed("<item><title>Satu</title></item>").entries.map(\.title) == ["Satu"])
    }

    @Test func oneByteBeyondASCIISaysNothingOfTheLanguage() throws {
        let bytes = Array("<rss><item><title>RM 5 ".utf8) + [0xA4] + Array("</title></item></rss>".utf8)
        #expect(try readFeed(bytes, now: testNow).entries[0].title == "RM 5 ¤")
    }

    @Test(arguments: [
        "{\"version\":\"1.0\",\"items\":[{\"content_text\":\"Isi\"}]}",
        "{\"items\":[{\"content_html\":\"<p>Isi</p>\",\"url\":\"/1\"}]}",
    ])
    func jsonWhoseItemsAreThoseOfAFeedIsOne(text: String) throws { #expect(try feed(text).entries[0].body == "Isi") }

    @Test(arguments: ["{\"items\":[{\"id\":1,\"title\":\"a\"}]}", "{\"items\":[]}", "{\"items\":{}}"])
    func otherJSONIsNot(text: String) { #expect(problem(text.utf8) == .notAFeed("json")) }
}
