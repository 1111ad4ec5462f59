import Testing

@testable import Reading

@Suite struct HTMLSelectorTests {
    /// Every element has an id, by which the tests name what was matched.
    private let page = """
        <html id=html><body id=body class="home md:wide"><nav id=nav><a id=n1 href="/a" rel="nofollow tag">A</a></nav>
        <div id=d1 class="list latest"><ul id=u1><li id=l1 class=item data-kind="Berita Utama"><a id=a1 href="/berita/1">
        Satu</a><li id=l2 class="item promo"><a id=a2 href="https://iklan.example/2">Dua</a><li id=l3 class=item>
        <h3 id=h3><a id=a3 href="/berita/3.html" lang=ms-MY>Tiga</a></h3></ul></div><article-card id=c1><a id=a4
        href='/sukan/4'>Empat</a></article-card><other-card id=c2><a id=a5>Lima</a></other-card></body></html>
        """

    private func matched(_ selector: String) throws -> [String] {
        let document = HTMLDocument(Array(page.utf8))
        let isMatch = try HTMLSelector(selector).matches(in: document)
        return document.nodes.indices.filter { isMatch[$0] }.compactMap { document.value(.id, of: $0) }
    }

    @Test(arguments: [
        ("li", ["l1", "l2", "l3"]), ("LI.item", ["l1", "l2", "l3"]), (".promo", ["l2"]), ("#u1", ["u1"]),
        (".list.latest", ["d1"]), (".lat", []), ("div a", ["a1", "a2", "a3"]), ("li > a", ["a1", "a2"]),
        ("li>a", ["a1", "a2"]), ("ul > a", []), ("nav > a, h3 > a", ["n1", "a3"]),
        ("body > div > ul > li", ["l1", "l2", "l3"]),
        ("a[href]", ["n1", "a1", "a2", "a3", "a4"]), ("a[href='/berita/1']", ["a1"]),
        ("[href^=\"/berita/\"]", ["a1", "a3"]),
        ("[href$='.html']", ["a3"]), ("a[href*=iklan]", ["a2"]), ("a[rel~=tag]", ["n1"]), ("[lang|=ms]", ["a3"]),
        ("[data-kind]", ["l1"]), ("[data-kind = \"Berita Utama\"]", ["l1"]), ("[data-KIND^=Berita]", ["l1"]),
        ("li:not(.promo)", ["l1", "l3"]), ("li:not(.promo) a", ["a1", "a3"]), ("a:not([href])", ["a5"]),
        ("li:first-child", ["l1"]), ("li:nth-child(2)", ["l2"]), ("li:nth-child(odd)", ["l1", "l3"]),
        ("li:nth-child(even)", ["l2"]), ("li:nth-child(n+2)", ["l2", "l3"]), ("li:nth-child(-n+2)", ["l1", "l2"]),
        ("article-card a", ["a4"]), ("article-card, other-card", ["c1", "c2"]), ("no-card", []),
        ("body.md\\:wide", ["body"]),
        ("nav *", ["n1"]), ("* > h3", ["h3"]), ("[href^='']", []),
    ]) func aCSSSelectorNames(selector: String, ids: [String]) throws { #expect(try matched(selector) == ids) }

    @Test(arguments: [
        ("//li", ["l1", "l2", "l3"]), ("/html/body/nav/a", ["n1"]), ("/body", []), ("//div//a", ["a1", "a2", "a3"]),
        ("//li/a", ["a1", "a2"]), ("//div[@class='list latest']//a", ["a1", "a2", "a3"]),
        ("//div[@class='list']//a", []),
        ("//a[contains(@href,'/berita/')]", ["a1", "a3"]), ("//a[contains(@href, \"iklan\")]/@href", ["a2"]),
        ("//a[starts-with(@href,'/sukan')]", ["a4"]), ("//li[2]", ["l2"]), ("//ul/li[3]//a", ["a3"]),
        ("//li[@class='item'][2]", ["l3"]), ("//li[not(contains(@class,'promo'))]/a", ["a1"]),
        ("//a[@href and @lang]", ["a3"]),
        ("//div[contains(concat(' ', normalize-space(@class), ' '), ' latest ')]//h3/a", ["a3"]),
        ("//*[@id='nav']/a/@href", ["n1"]), ("//nav/a | //h3/a", ["n1", "a3"]), ("//article-card/a", ["a4"]),
        ("//a/@href", ["n1", "a1", "a2", "a3", "a4"]), ("//li[@data-kind]", ["l1"]), (" //nav/*", ["n1"]),
    ]) func anXPathNames(selector: String, ids: [String]) throws { #expect(try matched(selector) == ids) }

    @Test(arguments: [
        ("", 0, "expected a tag"), ("a,,b", 2, "expected a tag"), (".", 1, "expected a class"), ("a:hover", 2, ":not"),
        ("div >> a", 5, "expected a tag"), ("div + a", 4, "expected a tag"), ("a[href", 6, "expected `=` or `]`"),
        ("a[href='x]", 7, "never ends"), ("a[href='x'", 10, "expected `]`"), ("a[=x]", 2, "expected an attribute"),
        ("li:nth-child(x)", 13, "odd"), ("a:not(", 6, "expected a tag"), ("a:not(b c)", 8, "expected `)`"),
        ("a)", 1, "`)`"),
        ("a >", 3, "expected a tag"), ("//", 2, "a tag or *"), ("//a[", 4, "@attribute"),
        ("//a[@href=x]", 10, "in quotes"),
        ("//a[text()='x']", 4, "@attribute"), ("//a[contains(@href)]", 18, "expected `,`"), ("//a/@title", 4, "@href"),
        ("//a[1", 5, "expected `]`"), ("//div/following::a", 15, "`:`"), ("/@href", 1, "@href"),
        ("//a[@href or @id]", 10, "expected `]`"), ("//a[contains(concat('x',@class,' '),'b')]", 20, "a blank"),
    ]) func aMistakeIsToldWithItsPlaceAndWhatIsAllowed(selector: String, offset: Int, reason: String) throws {
        let problem = try #require(throws: HTMLSelector.Problem.self) { try HTMLSelector(selector) }
        #expect(problem.offset == offset)
        #expect(problem.reason.contains(reason))
        #expect(problem.description.contains(selector.hasPrefix("/") ? "an XPath may hold" : "a CSS selector may hold"))
    }

    @Test(arguments: [
        String(repeating: "a ", count: 61), Array(repeating: "a", count: 21).joined(separator: ","),
        String(repeating: "x", count: 1_001), "//" + Array(repeating: "a[1]", count: 9).joined(separator: "/"),
        "/" + String(repeating: "/a", count: 61),
    ]) func aSelectorIsBounded(selector: String) {
        #expect(throws: HTMLSelector.Problem.self) { try HTMLSelector(selector) }
    }

    /// Pages of half a megabyte of what costs a careless matcher a second for each thousand elements.
    struct Flood: Sendable, CustomTestStringConvertible {
        let piece: String
        let count: Int
        var testDescription: String { "\(count) times \(piece)" }
    }

    @Test(arguments: [
        Flood(piece: "<div class=a>", count: 60_000), Flood(piece: "<div class=a></div>", count: 40_000),
        Flood(piece: "<a href=x><b>", count: 40_000), Flood(piece: "<p class='a a a a a a a a'>", count: 20_000),
        Flood(piece: "<x-a data-q=aaaaaaaaaaaaaaaaaaaaaaaaaa>", count: 20_000),
    ])
    func aHostilePageIsMatchedInLinearTime(flood: Flood) throws {
        let document = HTMLDocument(Array(String(repeating: flood.piece, count: flood.count).utf8))
        let selectors = [
            "div.a div.a div.a > .a:nth-child(1) a, [data-x] .b, div:not(.a) a",
            "//div//div//div[1]//a[contains(@data-q,'aab')] | //x-a//*[@data-q='a']",
        ]
        for text in selectors {
            let selector = try HTMLSelector(text)
            let elapsed = ContinuousClock().measure { _ = selector.matches(in: document) }
            // A debug build on a busy machine; a quadratic matcher takes many minutes.
            #expect(elapsed < .seconds(30))
        }
    }
}
