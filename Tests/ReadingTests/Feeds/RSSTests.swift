import Model
import Testing

@testable import Reading

@Suite struct RSSTests {
    @Test func anItemIsReadWithAllItsParts() throws {
        let text = rss(
            """
            <item><title>Buruh binaan maut &amp;#8216;terjatuh&amp;#8217;</title>
            <link> https://rekaan.example/kes/1?utm_source=rss </link>
            <guid isPermaLink="false">kes-1</guid><pubDate>Mon, 23 Nov 2026 07:30:00 +0800</pubDate>
            <dc:creator>Aminah Rekaan</dc:creator><category>Nasional</category><category>Kes</category>
            <description><![CDATA[<p>Seorang buruh&nbsp;maut.</p>]]></description>
            <content:encoded><![CDATA[<p>Seorang buruh maut.</p><p>Isterinya bekerja.</p><script>x()</script>]]></content:encoded>
            <enclosure url="/gambar.jpg" type="image/jpeg" length="2048"/></item>
            """)
        let entry = try #require(try feed(text).entries.first)
        #expect(entry.title == "Buruh binaan maut ‘terjatuh’")
        #expect(entry.link == "https://rekaan.example/kes/1?utm_source=rss")
        #expect(entry.id == "kes-1")
        #expect(entry.published?.iso == "2026-11-23T07:30:00+08:00")
        #expect(entry.published?.origin == .feed)
        #expect(entry.authors == ["Aminah Rekaan"])
        #expect(entry.categories == ["Nasional", "Kes"])
        #expect(entry.summary == "Seorang buruh maut.")
        #expect(entry.content == "Seorang buruh maut.\nIsterinya bekerja.")
        #expect(
            entry.enclosures == [.init(link: "https://rekaan.example/gambar.jpg", type: "image/jpeg", length: 2048)])
    }

    @Test(arguments: [
        ("<rss version=\"0.91\"><channel/></rss>", FeedFormat.rss091u),
        ("<rss version=\"0.92\"><channel/></rss>", .rss092),
        ("<rss version=\"2.0\"><channel/></rss>", .rss20), ("<rss version=\"2.1\"><channel/></rss>", .rss20),
        ("<rss><channel/></rss>", .rss), ("<channel><item><title>a</title></item></channel>", .rss),
        (
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><item/></rdf:RDF>",
            .rss10
        ),
        (
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                + "xmlns=\"http://my.netscape.com/rdf/simple/0.9/\"><item/></rdf:RDF>", .rss090
        ),
    ])
    func theVersionIsToldByTheRoot(text: String, format: FeedFormat) throws {
        #expect(try feed(text).format == format)
    }

    @Test func itemsOfRSS1StandBesideTheChannel() throws {
        let text = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
              xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://rekaan.example/"><title>Rekaan</title><items><rdf:Seq/></items></channel>
            <item rdf:about="https://rekaan.example/1"><title>Satu</title><dc:date>2026-11-22</dc:date></item>
            <item rdf:about="https://rekaan.example/2"><title>Dua</title></item></rdf:RDF>
            """
        let feed = try feed(text)
        #expect(feed.title == "Rekaan")
        #expect(feed.entries.map(\.title) == ["Satu", "Dua"])
        #expect(feed.entries[0].id == "https://rekaan.example/1")
        #expect(feed.entries[0].date?.precision == .day)
    }

    @Test func aGuidIsTheLinkUnlessItSaysOtherwise() throws {
        let text = rss(
            """
            <item><guid>https://rekaan.example/a</guid></item>
            <item><guid isPermaLink="false">https://rekaan.example/b</guid></item>
            <item><guid>https://rekaan.example/c</guid><link>https://rekaan.example/d</link></item>
            """)
        #expect(try feed(text).entries.map(\.link) == ["https://rekaan.example/a", nil, "https://rekaan.example/d"])
    }

    @Test(arguments: [
        "aminah@rekaan.example (Aminah Rekaan)", "Aminah Rekaan (aminah@rekaan.example)",
        "aminah@rekaan.example Aminah Rekaan", "Aminah Rekaan",
    ])
    func anAuthorIsKnownByName(author: String) throws {
        #expect(try feed(rss(item("a", "<author>\(author)</author>"))).entries[0].author == "Aminah Rekaan")
    }

    @Test func aTitleOfAModuleStandsInOnlyWhereThereIsNone() throws {
        let text = rss(
            """
            <item><media:title>Media</media:title><title>Sendiri</title></item>
            <item><media:group><media:title>Media</media:title></media:group></item>
            """)
        #expect(try feed(text).entries.map(\.title) == ["Sendiri", "Media"])
    }

    @Test func aChannelsImageAndTextInputAreNotTheChannel() throws {
        let text = rss(
            "",
            channel:
                "<image><title>Logo</title><link>https://x.example/</link></image><textInput><title>Cari</title></textInput>"
        )
        let feed = try feed(text)
        #expect(feed.title == "Harian Rekaan")
        #expect(feed.link == "https://rekaan.example/")
    }

    @Test func theLongestWishForQuietIsHandedOn() throws {
        let channel = """
            <ttl>30</ttl><sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">hourly</sy:updatePeriod>
            """
        #expect(try feed(rss("", channel: channel)).hints.interval == .hours(1))
        #expect(try feed(rss("", channel: "<ttl>99999999999</ttl>")).hints.interval == nil)
        #expect(try feed(rss("", channel: "<ttl>-5</ttl>")).hints.interval == nil)
    }

    @Test func anEmptyFeedIsValid() throws {
        let feed = try feed(rss(""))
        #expect(feed.entries.isEmpty && feed.damage.isEmpty)
    }

    @Test func prefixesThatAreNotDeclaredAreKnownAllTheSame() throws {
        let text =
            "<rss version='2.0'><channel><item><dc:creator>Ali</dc:creator><content:encoded>isi</content:encoded></item></channel></rss>"
        let entry = try #require(try feed(text).entries.first)
        #expect(entry.author == "Ali" && entry.content == "isi")
    }

    @Test func elementsOfOtherVocabulariesAreNotMistaken() throws {
        let text = rss(
            "<item><x:title xmlns:x='urn:lain'>Lain</x:title><x:link xmlns:x='urn:lain'>https://lain.example/</x:link></item>"
        )
        #expect(try feed(text).entries == [FeedEntry()])
    }
}
