import Testing
import Text

@testable import Reading

/// Entities that a document's own type declares.
@Suite struct FeedEntityTests {
    private func title(_ subset: String, _ text: String) throws -> String? {
        try feed(rss(item(text), doctype: "<!DOCTYPE rss [\(subset)]>")).entries.first?.title
    }

    @Test(arguments: [
        ("<!ENTITY akhbar \"Harian Rekaan\">", "Oleh &akhbar;", "Oleh Harian Rekaan"),
        ("<!ENTITY akhbar 'Harian \"Rekaan\"'>", "&akhbar;", "Harian \"Rekaan\""),
        ("<!ENTITY e \"&#233;\"><!ENTITY f '&#xE9;'>", "caf&e; caf&f;", "café café"),
        ("<!ENTITY dan \"A &amp; B\">", "&dan;", "A & B"),
        ("<!ENTITY copy 'Hak cipta'>", "&copy; &reg;", "Hak cipta ®"),
        ("<!ENTITY a 'satu'><!ENTITY a 'dua'>", "&a;", "satu"), ("<!ENTITY amp 'x'>", "&amp;", "&"),
        ("<!-- it's --><!ENTITY a 'satu'>", "&a;", "satu"), ("<!ENTITY a ''>", "x&a;y", "xy"),
        ("<!ELEMENT rss (channel)><!ENTITY a 'satu'>", "&a;", "satu"),
    ])
    func aNameForAShortTextIsRead(subset: String, text: String, expected: String) throws {
        #expect(try title(subset, text) == expected)
    }

    @Test(arguments: [
        "<!ENTITY x SYSTEM \"file:///etc/passwd\">", "<!ENTITY x PUBLIC \"a\" \"http://10.0.0.1/x\">",
        "<!ENTITY % x SYSTEM \"http://10.0.0.1/x\"> %x;", "<!ENTITY % x 'satu'>", "<!-- <!ENTITY x 'satu'> -->",
        "<!ENTITY>", "<!ENTITY x>",
    ])
    func whatLiesOutsideIsNotRead(subset: String) throws {
        #expect(try title(subset, "a&x;b") ?? "a&x;b" == "a&x;b")
    }

    /// One that names itself, one that names another, one that is long, ten levels of ten: bombs, and nothing that a feed has.
    @Test(arguments: [
        "<!ENTITY x '&x;'>", "<!ENTITY y 'satu'><!ENTITY x '&y;&y;'>",
        "<!ENTITY x \"\(String(repeating: "x", count: 1_025))\">",
        "<!ENTITY k0 'ha'>"
            + (1...9).map { "<!ENTITY k\($0) \"\(String(repeating: "&k\($0 - 1);", count: 10))\">" }.joined(),
    ])
    func whatBombsAreMadeOfIsRefused(subset: String) {
        #expect(problem(rss(item("a"), doctype: "<!DOCTYPE rss [\(subset)]>").utf8) == .entityDeclarations)
    }

    @Test func whatReferencesAddToADocumentIsBounded() throws {
        let long = "<!DOCTYPE rss [<!ENTITY a \"\(String(repeating: "x", count: 1_000))\">]>"
        let many = item("satu", "<description>\(String(repeating: "&a;", count: 100_000))</description>")
        let entries = try feed(rss(many + item("&a;"), doctype: long)).entries
        #expect(entries[1].title == "&a;")
        let tree = try XMLScanner.scan(Array(rss(many, doctype: long).utf8), readsEntities: true)
        #expect(tree.pool.count < 1 << 21)
    }

    @Test func moreDeclarationsThanAnyFeedHasAreRefused() {
        let many = { (count: Int) in (0..<count).map { "<!ENTITY a\($0) 'x'>" }.joined() }
        #expect(problem(rss(item("a"), doctype: "<!DOCTYPE rss [\(many(257))]>").utf8) == .entityDeclarations)
        #expect(problem(rss(item("a"), doctype: "<!DOCTYPE rss [\(many(256))]>").utf8) == nil)
    }

    @Test func aValueIsTextAndRunsNothing() throws {
        let subset = "<!ENTITY s '<script>alert(1)</script>jahat'><!ENTITY l 'javascript:alert(1)'>"
        let text = rss("<item><title>&s;</title><link>&l;</link></item>", doctype: "<!DOCTYPE rss [\(subset)]>")
        let entry = try feed(text).entries[0]
        #expect(entry.title == "jahat" && entry.link == nil)
    }

    @Test func onlyFeedsHaveEntities() {
        #expect(throws: XMLRefusal.entityDeclarations) {
            try XMLScanner.scan(Array("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>".utf8))
        }
    }
}
