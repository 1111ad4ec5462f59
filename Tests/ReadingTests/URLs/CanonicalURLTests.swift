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
        ("https://:rahsia@berita.example/", "https://berita.example/"),
        ("https://kawan:rahsia@berita.example/a", "https://kawan@berita.example/a"),
        ("https://berita.example/a#komen", "https://berita.example/a"),
        ("https://berita.example/a#comment-12", "https://berita.example/a"),
        ("https://berita.example/a#more-3401", "https://berita.example/a"),
        ("https://berita.example/a#.Xf3aB", "https://berita.example/a"),
        ("https://berita.example/a#Echobox=1700000000", "https://berita.example/a"),
        ("https://berita.example/a#utm_source=rss&utm_medium=rss", "https://berita.example/a"),
        ("https://berita.example/a#:~:text=dua%20beradik", "https://berita.example/a"),
        ("https://berita.example/langsung#blok-65a1", "https://berita.example/langsung#blok-65a1"),
        ("https://berita.example/langsung#blok-65a1:~:text=x", "https://berita.example/langsung#blok-65a1"),
        ("https://berita.example/#/kes/3", "https://berita.example/#/kes/3"),
        ("https://berita.example/a#f[1]", "https://berita.example/a#f%5B1%5D"),
        ("https://berita.example/a#", "https://berita.example/a"),
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
        // By the standard the same (no path, a port that goes without saying), or never sent to a server (a place).
        let spellings = [
            "https://b.example", "https://b.example/", "https://b.example/#atas", "https://:x@b.example/",
            "HTTPS://B.example:443",
        ]
        #expect(Set(spellings.compactMap { WebURL($0)?.canonical().href }) == ["https://b.example/"])
    }

    @Test func anIdentityKeepsWhatWasWritten() throws {
        let written = [
            "https://b.example", "https://b.example/", "https://kawan@b.example/", "https://kawan:@b.example",
            "https://teman@b.example/", "https://b.example/#2",
        ]
        #expect(written.compactMap { WebURL($0)?.identity() } == written)
        #expect(WebURL("https://b.example?utm_source=x#atas")?.identity() == "https://b.example")
        #expect(WebURL("https://b.example?x")?.identity() == "https://b.example/?x")
        #expect(WebURL("/", base: WebURL("https://b.example"))?.identity() == "https://b.example/")
    }

    @Test func theNameWithWhichAFeedIsFetchedIsNoPartOfItsItems() throws {
        let feed = try #require(WebURL("https://meja:kunci@b.example/rss"))
        #expect(WebURL("https://meja:kunci@b.example/a")?.identity(from: feed) == "https://b.example/a")
        #expect(WebURL("https://kawan:kunci@b.example/a")?.identity(from: feed) == "https://kawan@b.example/a")
    }

    @Test(arguments: [
        "https://www.google.com/url?rct=j&sa=t&url=https://b.example/kes/1%3Fid%3D7&ct=ga&cd=x",
        "https://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&url=https%3a%2f%2fb.example%2fkes%2f1%3fid%3d7&c=1",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fb.example%2Fkes%2F1%3Fid%3D7&h=AT0",
        "https://www.facebook.com/sharer.php?u=https://b.example/kes/1?id=7",
        "https://www.google.com//url?q=https%3A%2F%2Ft.me%2Fshare%2Furl%3Furl%3Dhttps%253A%252F%252Fb.example%252Fkes%252F1%253Fid%253D7",
        "https://www.google.com/url?q=http://https://b.example/kes/1?id=7",
    ])
    func aLinkThatOnlyLeadsOnIsWhereItLeads(text: String) {
        #expect(WebURL(text)?.canonical().href == "https://b.example/kes/1?id=7")
        #expect(canonicalReference(text) == "https://b.example/kes/1?id=7")
    }

    @Test(arguments: [
        "https://www.google.com/url?url=javascript:alert(1)", "https://www.google.com/search?q=https://b.example/",
        "https://google.com.b.example/url?q=https://b.example/", "https://b.example/url?url=https://lain.example/",
    ])
    func otherAddressesLeadNowhere(text: String) throws {
        let url = try #require(WebURL(text))
        #expect(url.destination == url)
    }

    @Test(.timeLimit(.minutes(1))) func aThousandLinksWithinEachOtherAreLeftAlone() throws {
        let chain = String(repeating: "https://www.google.com/url?q=", count: 2_000) + "https://b.example/"
        let url = try #require(WebURL(chain))
        #expect(url.canonical() == url.canonical().canonical())
        #expect(url.destination == url)
    }

    @Test func aLinkThatIsNoWebAddressStillHasAnIdentity() {
        #expect(canonicalReference("urn:uuid:1 2#x") == "urn:uuid:12")
        #expect(canonicalReference("HTTP://xn--A.B.example/Kes") == "http://xn--a.b.example/Kes")
        #expect(canonicalReference(" ") == nil)
        #expect(canonicalReference("#x") == nil)
        #expect(canonicalReference("?p=1") == canonicalReference("/?p=1"))
        #expect(canonicalReference("?p=1", base: WebURL("https://b.example/")) == "https://b.example/?p=1")
    }

    /// Found by the fuzzer: what is left behind a mended path must not lead to another folder.
    @Test(arguments: ["/kes/..&", "/kes/.&", "/kes/..%22", "/kes/..%3C/a", "/..&"])
    func mendingAPathMakesNoStepsOfIt(path: String) throws {
        let url = try #require(WebURL("https://b.example" + path)).canonical()
        #expect(url.canonical() == url)
        #expect(url.path == path)
        #expect(WebURL(url.identity())?.identity() == url.identity())
    }

    /// Found by the fuzzer: a `#` left in the query is a fragment to the next reader.
    @Test(arguments: [
        ("a=1&#038;b=2&#038;c=3", "a=1&b=2&c=3"), ("a=1&#38;b=2&#038;c=3", "a=1&b=2&c=3"),
        ("a=1&#038;b=2#atas", "a=1&b=2"), ("a=1&#038;b=2&#039;x", "a=1&b=2"),
    ])
    func everyAmpersandWrittenAsAReferenceIsOne(query: String, mended: String) throws {
        let url = try #require(WebURL("https://b.example/kes?" + query)).canonical()
        #expect(url.query == mended)
        #expect(url.canonical() == url)
    }

    /// Found by the fuzzer: what a fragment is does not hang on how it is escaped.
    @Test(arguments: ["%2eXf3a", "%63omment-7", ":%7E:text=rumah", "%65chobox=17"])
    func anEscapedFragmentIsJudgedAsWhatItSays(fragment: String) throws {
        let url = try #require(WebURL("https://b.example/kes#" + fragment)).canonical()
        #expect(url.fragment == nil)
        #expect(url.canonical() == url)
    }
}
