import Model
import Testing

@testable import Reading

@Suite struct WebURLTests {
    @Test(arguments: [
        ("HTTP://Berita.Example:80", "http://berita.example/"),
        ("https://berita.example:8443/a?b#c", "https://berita.example:8443/a?b#c"),
        ("https://berita.example/a/./b/../c/%2e%2E/d", "https://berita.example/a/d"),
        ("https:\\\\berita.example\\a", "https://berita.example/a"),
        (" \u{1} ht\ntps://berita.ex\tample/ ", "https://berita.example/"),
        ("https://berita.example/kes baharu?q=a b\"#x y", "https://berita.example/kes%20baharu?q=a%20b%22#x%20y"),
        ("https://bücher.example", "https://xn--bcher-kva.example/"),
        ("https://新聞.example", "https://xn--efvv70d.example/"),
        ("https://ＢＥＲＩＴＡ。example", "https://berita.example/"),
        ("https://a:b@berita.example", "https://a:b@berita.example/"),
    ])
    func anAddressIsWrittenInItsOneSpelling(text: String, href: String) {
        #expect(WebURL(text)?.href == href)
    }

    @Test(arguments: [
        "http://127.0.0.1", "http://2130706433", "http://0x7f000001", "http://0177.0.0.1", "http://0x7f.1",
        "http://127.1", "http://１２７.0.0.1", "http://127。0。0。1", "http://127.0.0.1.", "http://%31%32%37.0.0.1",
        "http://berita.example@127.0.0.1", "http://127.0.0.1\\@berita.example",
    ])
    func everySpellingOfLoopbackIsOneAddress(text: String) {
        #expect(WebURL(text)?.authority == .ipv4(0x7F00_0001))
    }

    @Test(arguments: [
        ("http://[::1]", "[::1]"), ("http://[0:0:0:0:0:0:0:1]", "[::1]"),
        ("http://[::ffff:127.0.0.1]", "[::ffff:7f00:1]"),
        ("http://[2001:DB8:0:0:1:0:0:1]", "[2001:db8::1:0:0:1]"), ("http://[1:0:3:4:5:6:7:8]", "[1:0:3:4:5:6:7:8]"),
    ])
    func anIPv6AddressIsWrittenShort(text: String, host: String) {
        #expect(WebURL(text)?.host == host)
    }

    @Test(arguments: [
        "", "berita.example", "ftp://berita.example", "file:///etc/passwd", "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x", "gopher://x", "http://", "http://:80", "http://a b/", "http://a%00b/", "http://[::1",
        "http://[1:2:3]", "http://[::1%25eth0]", "http://1.2.3.256", "http://1.2.3.4.5", "http://4294967296",
        "http://a:65536/", "http://a:b/", "http://a<b/", "http://xn--ü.example", "http://a\u{FFFD}b",
        "//berita.example",
    ])
    func whatIsNoWebAddressIsRefused(text: String) {
        #expect(WebURL(text) == nil)
    }

    @Test(arguments: [
        ("", "https://berita.example/edisi/kedah?x=1"), ("#atas", "https://berita.example/edisi/kedah?x=1#atas"),
        ("?y", "https://berita.example/edisi/kedah?y"), ("perak", "https://berita.example/edisi/perak"),
        ("../", "https://berita.example/"), ("/utama", "https://berita.example/utama"),
        ("//lain.example/a", "https://lain.example/a"), ("https:perak", "https://berita.example/edisi/perak"),
        ("http:perak", "http://perak/"), ("../../../../a", "https://berita.example/a"),
    ])
    func aLinkIsResolvedAgainstItsPage(link: String, href: String) throws {
        let page = try #require(WebURL("https://berita.example/edisi/kedah?x=1#bawah"))
        #expect(page.resolving(link)?.href == href)
    }

    @Test func aLinkOutOfTheWebIsNotFollowed() throws {
        let page = try #require(WebURL("https://berita.example/"))
        #expect(page.resolving("mailto:aduan@berita.example") == nil)
    }

    @Test func aLongHostileAddressTakesLinearTime() {
        let path = String(repeating: "../a/%2e", count: 100_000)
        #expect(WebURL("https://berita.example/" + path) != nil)
        #expect(WebURL("http://" + String(repeating: "新", count: 100_000)) == nil)
        #expect(WebURL(String(repeating: " ", count: 200_000) + "https://berita.example") != nil)
    }

    @Test func theHostNameCarriesOnlyAnUnusualPort() {
        #expect(WebURL("https://berita.example:443/a")?.hostName.value == "berita.example")
        #expect(WebURL("https://berita.example:8443/a")?.hostName.value == "berita.example:8443")
        #expect(WebURL("https://berita.example:8443/a")?.origin == "https://berita.example:8443")
    }
}
