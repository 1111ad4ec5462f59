import Testing

@testable import Reading

@Suite struct CanonicalURLTests {
    @Test(arguments: [
        ("https://berita.example/a?utm_source=x&id=7&fbclid=y", "https://berita.example/a?id=7"),
        ("https://berita.example/a?UTM_Source=x", "https://berita.example/a"),
        ("https://berita.example/a?utm_source=rss&#038;id=2", "https://berita.example/a?id=2"),
        ("https://berita.example/a?utm_source=rss&amp;id=2", "https://berita.example/a?id=2"),
        ("https://berita.example/a?b=2&a=1#komen", "https://berita.example/a?a=1&b=2"),
        ("https://berita.example/#!/kes/3", "https://berita.example/#!/kes/3"),
        ("https://berita.example/%7eali/%c3%b1", "https://berita.example/~ali/%C3%B1"),
        ("https://berita.example//a///b", "https://berita.example/a/b"),
        ("https://kawan:rahsia@berita.example/", "https://berita.example/"),
        ("http://http://berita.example/a", "http://berita.example/a"),
        // Found by fuzzing: a decoded digit must not complete a broken escape.
        ("https://berita.example/%c%44/%%34%31/%c3%", "https://berita.example/%c%44/%%341/%C3%"),
        ("https://berita.example/a?=&amp;amp;b&=c&", "https://berita.example/a?=c&b"),
        ("https://berita.example/a\"&\"&", "https://berita.example/a"),
        ("https://berita.example/a%3c/p", "https://berita.example/a"),
        ("https://berita.example/a?q=dua kata", "https://berita.example/a?q=dua+kata"),
    ])
    func whatOnlySaysHowTheReaderCameIsDropped(text: String, canonical: String) throws {
        let url = try #require(WebURL(text)).canonical()
        #expect(url.href == canonical)
        #expect(url.canonical() == url)
    }

    @Test func refIsDroppedOnlyWhereItNamesTheFeedItself() throws {
        let feed = try #require(WebURL("https://berita.example/rss"))
        let own = try #require(WebURL("https://berita.example/a?ref=berita.example"))
        let other = try #require(WebURL("https://berita.example/a?ref=lain.example"))
        #expect(own.canonical(from: feed).query == nil)
        #expect(other.canonical(from: feed).query == "ref=lain.example")
    }

    @Test(arguments: [
        "https://www.berita.example/kes/1/", "http://berita.example/kes/1",
        "https://m.berita.example/kes/1?utm_medium=x",
        "https://berita.example/kes/1/amp/", "https://amp.berita.example/kes/1", "https://berita.example/amp/kes/1",
        "https://berita.example/kes/1?outputType=amp", "https://berita.example/kes/1?amp=1#isi",
    ])
    func theSameStoryHasOneKey(text: String) {
        #expect(WebURL(text)?.storyKey == "berita.example/kes/1")
    }

    @Test func differentStoriesHaveDifferentKeys() {
        let stories = [
            "https://b.example/?p=1", "https://b.example/?p=2", "https://b.example/1", "https://b.example:81/1",
        ]
        #expect(Set(stories.compactMap { WebURL($0)?.storyKey }).count == stories.count)
    }

    @Test func addressesThatAreOneRequestAreOne() throws {
        // What differs is never sent to a server (the fragment), by the standard the same (no path), or nobody's business
        // (a password): these are no different pages.
        let spellings = [
            "https://b.example", "https://b.example/", "https://b.example/#atas", "https://kawan@b.example/",
            "https://kawan:@b.example/", "HTTPS://B.example:443",
        ]
        #expect(Set(spellings.compactMap { WebURL($0)?.canonical().href }) == ["https://b.example/"])
    }

    @Test func aLinkThatIsNoWebAddressStillHasAnIdentity() {
        #expect(canonicalReference("urn:uuid:1 2#x") == "urn:uuid:12")
        #expect(canonicalReference(" ") == nil)
        #expect(canonicalReference("#x") == nil)
        #expect(canonicalReference("?p=1") == canonicalReference("/?p=1"))
        #expect(canonicalReference("?p=1", base: WebURL("https://b.example/")) == "https://b.example/?p=1")
    }
}
