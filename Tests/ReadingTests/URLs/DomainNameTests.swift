import Testing

@testable import Reading

@Suite struct DomainNameTests {
    @Test(arguments: [
        ("BERITA.example", "berita.example"), ("bücher.example", "xn--bcher-kva.example"),
        ("straße.example", "xn--strae-oqa.example"), ("βόλος.example", "xn--nxasmm1c.example"),
        ("e\u{301}.example", "xn--9ca.example"), ("１２７。０．０｡１", "127.0.0.1"), ("ＬＯＣＡＬＨＯＳＴ", "localhost"),
        ("①.example", "1.example"), ("㎏.example", "kg.example"), ("𝐛erita.example", "berita.example"),
        ("ﬁ\u{AD}\u{200B}.example", "fi.example"), ("\u{212A}.example", "k.example"),
        ("新闻.example", "xn--efvy88h.example"), ("xn--bcher-kva.新闻", "xn--bcher-kva.xn--efvy88h"),
        ("xn--.example", "xn--.example"), ("\u{915}\u{94D}\u{200D}.example", "xn--11b6iy14e.example"),
        ("نامه\u{200C}ای.example", "xn--mgba3gch31f060k.example"),
    ])
    func aNameIsReadAsBrowsersReadIt(name: String, ascii: String) {
        #expect(DomainName.ascii(name) == ascii)
    }

    @Test(arguments: [
        "a\u{202E}b.example", "a\u{200D}b.example", "a\u{200C}b.example", "\u{301}a.example", "⒈example",
        "\u{2100}.example", "a\u{2024}b", "a\u{A0}b", "a\u{3164}b", "xn--é.example", "xn--a.新闻", "xn--bcher-KVAé",
        "xn--999999999999.新闻", "a\u{FFFD}", "a\u{E000}",
    ])
    func whatLooksLikeAnotherNameOrLikeNoneIsRefused(name: String) {
        #expect(DomainName.ascii(name) == nil)
    }

    @Test(arguments: ["bücher", "新闻", "ñandú-a", "ü", "пример", "💩"])
    func whatIsEncodedComesBack(label: String) throws {
        let letters = Array(label.unicodeScalars)
        let encoded = try #require(Punycode.encode(letters))
        #expect(Punycode.decode(encoded.utf8) == letters)
    }

    @Test(arguments: ["", "99999999", "a-é", "-", "\u{7F}", "ab-!!", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"])
    func noPunycodeTraps(label: String) {
        _ = Punycode.decode(label.utf8)
    }

    @Test func anAddressGuardSeesThroughEveryDigit() throws {
        for name in ["①②⑦.⓪.⓪.①", "𝟏𝟐𝟕.𝟎.𝟎.𝟏", "¹²⁷.⁰.⁰.¹", "0𝐱7f.1"] {
            #expect(WebURL("http://\(name)/")?.host == "127.0.0.1")
        }
    }
}
