import Model
import Reading
import Testing

struct PageAuthorsTests {
    private func authors(head: String = "", byline: String = "", below: String = "") throws -> [String] {
        let html =
            "<html><head><title>\(headline)</title><meta property=og:site_name content='Harian Rekaan'>\(head)</head><body>"
            + "<h1>\(headline)</h1>\(byline)<p>\(lead)</p><p>\(middle)</p><p>\(end)</p>\(below)</body></html>"
        return try readPage(
            Array(html.utf8), url: WebURL("https://rekaan.example/berita/1"), now: Instant(seconds: 1_930_838_400)
        ).authors
    }

    private func linked(_ author: String) -> String {
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"\(headline)\",\"author\":\(author)}</script>"
    }

    @Test(arguments: [
        ("<p class=byline>By <a href=/journalists/a>Aminah Contoh</a>, <a href=/journalists/b>Devi Contoh</a></p>", 2),
        ("<p class=byline>By <b>AMINAH CONTOH</b> and DEVI CONTOH<br>Staff Writers</p>", 2),
        (
            "<div class=author>Written by <a href=/x>Aminah Contoh</a> in <a href=/l>Nation</a> on 5 March 2031.</div>",
            1
        ),
        ("<div class=byline><span>By Aminah Contoh</span><span>Crime Desk</span></div>", 1),
        ("<div class=meta><span>By</span><span><a href=/x>Aminah Contoh</a></span></div>", 1),
        ("<div class=meta><div>Oleh:</div><div>Aminah Contoh</div></div>", 1),
        ("<div><a rel=author href=/profile/a>Aminah Contoh</a> in Kota Rekaan</div>", 1),
        ("<div class=byline>By <span rel='sioc:has_creator'><a href=/users/a>Aminah Contoh</a></span></div>", 1),
        ("<div class=author><div class=label>Author</div><div class=value>Aminah Contoh</div></div>", 1),
        ("<div class=author>Aminah Contoh<br>Wartawan Jenayah</div>", 1),
        (
            "<div class=credit><div id=penulis>Penulis <a href=/a>Aminah Contoh</a></div><div id=editor>Editor A</div></div>",
            1
        ),
        ("<div>Text: Aminah Contoh | Photos: Devi Contoh</div>", 1),
        ("<span>by <span class='vcard author'><a class='url fn' href=/author/a>Aminah Contoh</a></span></span>", 1),
        ("<div class=byline>Aminah Contoh / AKR / Updated: Mar 5, 2031, 09:12 IST</div>", 1),
    ])
    func theLinesAtTheHeadlineNameTheAuthors(byline: String, count: Int) throws {
        let names = try authors(byline: byline).map { $0.uppercased() }
        #expect(names == Array(["AMINAH CONTOH", "DEVI CONTOH"].prefix(count)))
    }

    @Test(arguments: [
        ("{\"@type\":\"Person\",\"name\":\"By Aminah Contoh and Tan Contoh\"}", ["Aminah Contoh", "Tan Contoh"]),
        ("[{\"@type\":\"Person\",\"byline\":\"Aminah Contoh\"}]", ["Aminah Contoh"]),
        ("{\"name\":[\"Aminah Contoh\",\"Tan Contoh\"]}", ["Aminah Contoh", "Tan Contoh"]),
        ("{\"name\":\"<b>Aminah</b> Contoh\"}", ["Aminah Contoh"]), ("\"Harian Rekaan\"", ["Harian Rekaan"]),
        ("\"https://rekaan.example/author/aminah\"", []), ("null", []), ("{\"name\":null}", []), ("[]", []),
    ])
    func linkedDataNamesTheAuthors(author: String, names: [String]) throws {
        #expect(try authors(head: linked(author)) == names)
    }

    @Test(arguments: [
        ("{\"name\":\"Harian Rekaan\"}", ["Aminah Contoh"]), ("{\"name\":\"admin\"}", ["Aminah Contoh"]),
        ("{\"name\":\"Feed Agensi\"}", ["Feed Agensi", "Aminah Contoh"]),
        ("{\"name\":\"AMINAH CONTOH\"}", ["AMINAH CONTOH"]),
        ("[{\"name\":\"Tan Contoh\"},{\"name\":\"Aminah Contoh\"}]", ["Tan Contoh", "Aminah Contoh"]),
    ])
    func aPersonOfTheByLineIsNotLostToAnAccount(author: String, names: [String]) throws {
        #expect(try authors(head: linked(author), byline: "<p>By Aminah Contoh</p>") == names)
    }

    @Test(arguments: [
        "<meta property=article:author content=https://www.facebook.com/aminah>",
        "<meta property=article:author content=facebook.com/aminah>", "<meta name=author content='Harian Rekaan'>",
        "<meta name=twitter:data1 content='5 minutes'>", "<meta name=author content=admin>",
        "<meta name=author content=''>",
    ])
    func whatIsNoNameInTheHeadLeavesTheByLine(head: String) throws {
        #expect(try authors(head: head, byline: "<p>Oleh Aminah Contoh</p>") == ["Aminah Contoh"])
    }

    @Test(arguments: [
        ("<p>Pewarta: Aminah Contoh<br>Editor: Devi Contoh</p>", ["Aminah Contoh"]),
        ("<p>Reported by Aminah Contoh</p>", ["Aminah Contoh"]), ("<p>Editor: Devi Contoh</p>", []), ("<p>By</p>", []),
    ])
    func theLinesBelowTheStoryNameThem(below: String, names: [String]) throws {
        #expect(try authors(below: below) == names)
    }

    @Test(arguments: [
        "<p>By</p>", "<p>Oleh itu</p>", "<p>Oleh itu, kerajaan perlu bertindak.</p>",
        "<span class=byline>by admin</span>", "<div class=author></div>",
    ])
    func aByLineWithoutANameGivesNone(byline: String) throws {
        #expect(try authors(byline: byline).isEmpty)
    }
}
