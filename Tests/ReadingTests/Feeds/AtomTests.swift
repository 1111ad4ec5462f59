import Model
import Testing

@testable import Reading

@Suite struct AtomTests {
    private func atom(_ inside: String, attributes: String = "") -> String {
        "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"\(attributes)>\(inside)</feed>"
    }

    @Test func anEntryIsReadWithAllItsParts() throws {
        let text = atom(
            """
            <title>Rekaan</title><entry><title type="html">Ibu &amp;amp; anak</title><id>urn:kes:1</id>
            <link rel="alternate" type="text/html" href="/kes/1"/><link rel="self" href="/api/1"/>
            <published>2026-11-23T00:15:00Z</published><updated>2026-11-23T01:15:00Z</updated>
            <author><name>Salmah Rekaan</name><email>s@rekaan.example</email></author>
            <category term="kebajikan"/><summary>Ringkas</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Satu</p><p>Dua &lt; tiga</p></div></content></entry>
            """, attributes: " xml:lang='ms'")
        let feed = try feed(text)
        #expect(feed.format == .atom10 && feed.language == "ms")
        let entry = try #require(feed.entries.first)
        #expect(entry.title == "Ibu & anak")
        #expect(entry.link == "https://rekaan.example/kes/1")
        #expect(entry.published?.iso == "2026-11-23T00:15:00Z")
        #expect(entry.authors == ["Salmah Rekaan"])
        #expect(entry.categories == ["kebajikan"])
        #expect(entry.body == "Satu\nDua < tiga")
    }

    @Test(arguments: [
        ("<title type='text'>a &lt;b&gt; c</title>", "a <b> c"),
        ("<title type='html'>a &lt;b&gt;c&lt;/b&gt;</title>", "a c"),
        ("<title type='xhtml'><div>a <b>c</b></div></title>", "a c"), ("<title mode='base64'>YSBi</title>", "a b"),
        ("<title type='text/plain' mode='base64'>YSBi</title>", "a b"), ("<title>a\n  b</title>", "a b"),
    ])
    func aTextMeansWhatItsTypeSays(title: String, expected: String) throws {
        #expect(try feed(atom("<entry>\(title)</entry>")).entries[0].title == expected)
    }

    @Test func relativeLinksFollowTheNearestBase() throws {
        let text = atom(
            """
            <entry xml:base="berita/"><link href="1"/></entry><entry><link xml:base="/lain/" href="2"/></entry>
            <entry><link href="3"/></entry>
            """, attributes: " xml:base='https://asas.example/x/'")
        #expect(
            try feed(text).entries.map(\.link) == [
                "https://asas.example/x/berita/1", "https://asas.example/lain/2", "https://asas.example/x/3",
            ])
    }

    @Test func theDocumentsOwnAddressIsTheLastBase() throws {
        let text = atom("<entry><link href='1'/></entry>")
        #expect(try feed(text).entries[0].link == "https://rekaan.example/1")
        let moved = try feed(text, headers: [("Content-Location", "/arkib/feed")])
        #expect(moved.entries[0].link == "https://rekaan.example/arkib/1")
    }

    @Test(arguments: [
        "javascript:alert(1)", " JaVaScript:alert(1)", "java\nscript:x", "data:text/html,x", "vbscript:x",
    ])
    func aLinkThatRunsAProgramIsDropped(link: String) throws {
        #expect(try feed(atom("<entry><link href='\(link)'/></entry>")).entries[0].link == nil)
    }

    @Test func theSourceOfAnEntryIsNotTheEntry() throws {
        let text = atom(
            "<entry><source><title>Asal</title><link href='https://asal.example/'/></source><title>Ini</title></entry>")
        let entry = try feed(text).entries[0]
        #expect(entry.title == "Ini" && entry.link == nil)
    }

    @Test func atom03IsReadToo() throws {
        let text = """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="escaped" type="text/html">a&lt;br>b</title>
            <issued>2026-11-23T08:00:00+08:00</issued><modified>2026-11-23T09:00:00+08:00</modified></entry></feed>
            """
        let feed = try feed(text)
        #expect(feed.format == .atom03)
        #expect(feed.entries[0].title == "a b")
        #expect(feed.entries[0].date?.iso == "2026-11-23T08:00:00+08:00")
    }

    @Test func aSingleEntryIsAFeedOfOne() throws {
        #expect(
            try feed("<entry xmlns='http://www.w3.org/2005/Atom'><title>Satu</title></entry>").entries.map(\.title) == [
                "Satu"
            ])
    }
}
