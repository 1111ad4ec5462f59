import Reading
import Testing

@Suite struct SelectedLinkTests {
    private let page = """
        <base href="https://www.rekaan.example/"><div class=list><div class=card><a href=1 class=pic></a>
        <a href="1?utm_source=x"><h3 class=title>Banjir surut</h3></a></div><div class=card><h3 class=title>Tanpa pautan</h3></div>
        <a href="https://m.rekaan.example/2">Dua</a><a href="https://iklan.example/3">Iklan</a>
        <a href="https://rakan.example/4">Rakan</a><a href="javascript:x()">Lagi</a><a href="#top">Atas</a></div>
        """

    private func paths(_ selector: String, hosts: [String] = []) throws -> [String] {
        let url = try #require(WebURL("https://www.rekaan.example/berita"))
        return try links(inPage: Array(page.utf8), url: url, matching: HTMLSelector(selector), alsoOn: hosts).map(
            \.url.href)
    }

    @Test func anElementWithoutAddressGivesTheLinksInIt() throws {
        #expect(
            try paths(".card") == ["https://www.rekaan.example/1", "https://www.rekaan.example/1?utm_source=x"])
    }

    @Test func aHeadlineInsideALinkGivesThatLink() throws {
        #expect(try paths("h3.title") == ["https://www.rekaan.example/1?utm_source=x"])
    }

    @Test func linksThatLeaveTheSiteAreTakenOnlyWhereTheirHostIsNamed() throws {
        #expect(try paths(".list > a") == ["https://m.rekaan.example/2"])
        #expect(
            try paths(".list > a", hosts: ["rakan.example"]) == [
                "https://m.rekaan.example/2", "https://rakan.example/4",
            ])
    }

    @Test(arguments: [
        ("https://www.rekaan.com.my/a", "rekaan.com.my"), ("https://a.b.rekaan.com.my", "rekaan.com.my"),
        ("https://rekaan.my", "rekaan.my"), ("https://berita.rekaan.my", "rekaan.my"),
        ("https://rekaan.blogspot.com", "rekaan.blogspot.com"),
        ("https://a.b.rekaan.com", "rekaan.com"), ("http://localhost", "localhost"),
        ("http://127.0.0.1:81/", "127.0.0.1"),
        ("https://com.my", "com.my"), ("https://rekaan.gov.my", "rekaan.gov.my"),
        ("https://ukas.negeri.gov.my", "negeri.gov.my"),
    ]) func aSiteIsWhatSomebodyRegistered(url: String, site: String) throws {
        #expect(try #require(WebURL(url)).registrableSite == site)
    }

    @Test(arguments: ["", "<", "<a href=", "<a href='/x", "<a href=//>", "<a href=\u{0}>", "<div><div>"])
    func aPageThatIsNoneGivesNoLinks(html: String) throws {
        let url = try #require(WebURL("https://rekaan.example/"))
        for selector in ["a", "//a/@href"] {
            #expect(try links(inPage: Array(html.utf8), url: url, matching: HTMLSelector(selector)).isEmpty)
        }
    }
}
