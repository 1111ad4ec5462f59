import Testing

@testable import Reading

@Suite struct MarkedTextTests {
    private func text(_ html: String, as kind: MarkedText.Kind = .html, limit: Int = 1_000) -> String {
        let bytes = Array(html.utf8)
        return MarkedText.read(bytes, bytes.indices, as: kind, keepsLines: true, limit: limit)
    }

    @Test(arguments: [
        ("<p>satu</p><p>dua</p>", "satu\ndua"), ("satu<br>dua<BR/>tiga", "satu\ndua\ntiga"), ("a<b>b</b>c", "abc"),
        ("a\n  b\t c", "a b c"), ("<ul><li>x<li>y</ul>", "x\ny"), ("<blockquote>a</blockquote>b", "a\nb"),
        ("<h2>a</h2>b<h7>c</h7>", "a\nbc"), ("a<o:p></o:p>b", "ab"), ("<p title='a>b' x=\">\">c", "c"),
    ])
    func blocksAreLinesAndOtherTagsAreNothing(html: String, expected: String) { #expect(text(html) == expected) }

    @Test(arguments: [
        ("a<script>x</b>y</script>b", "ab"), ("a<STYLE type='x'>p{}</style >b", "ab"),
        ("<script>x</scripts></script>b", "b"),
        ("a<script>x", "a"), ("a</script>b", "ab"), ("<object>a</object><video>b</video>", "a\nb"),
        ("<svg><title>a</title></svg>", "a"),
    ])
    func scriptsAndStylesAreSilentAndWhatStandsInForAnImageIsNot(html: String, expected: String) {
        #expect(text(html) == expected)
    }

    @Test(arguments: [
        ("1 < 2", "1 < 2"), ("a <", "a <"), ("<a", "<a"), ("<a href=\"x", "<a href=\"x"), ("a <b c", "a <b c"),
        ("<!DOCTYPE", "<!DOCTYPE"), ("<a href=\"x>b", "b"), ("<a \">\"b", "\"b"), ("</ x>a", "a"),
        ("<!-- a --><!x>b", "b"),
        ("<>a", "<>a"), ("a<!-- b", "a"), ("a<!-- b>c", "ac"), ("a<!-->b<!-- c -->d", "abd"),
    ])
    func aTagThatNeverEndsIsText(html: String, expected: String) { #expect(text(html) == expected) }

    @Test(arguments: [
        ("&lt;b&gt;", "<b>"), ("&amp;lt;b&amp;gt;", "<b>"), ("&amp;amp;lt;", "&lt;"), ("&copy 2026", "© 2026"),
        ("&#0", "&#0"),
        ("&tiada; & b", "&tiada; & b"), ("a&nbsp;&nbsp;b", "a b"), ("&#8217;", "’"), ("&#150;", "–"),
        ("caf&eacute;", "café"),
    ])
    func referencesAreReadOnceAndOnceMoreWhereTheyWereEncodedTwice(html: String, expected: String) {
        #expect(text(html) == expected)
    }

    @Test(arguments: [
        ("a<noscript><p>b</p></noscript>c", "a\nc"), ("a<noscript>b", "a\nb"),
        ("a<noscript>b<noscript>c", "a\nb\nc"), ("a</noscript>b", "a\nb"), ("a<noscript>b</noscript>", "a"),
    ])
    func whatStandsThereForReadersWithoutScriptsIsNoText(html: String, expected: String) {
        #expect(text(html) == expected)
    }

    @Test(arguments: [
        ("a</script>b<script>c</script>d", "abcd"), ("a</style>b<script>c<script>d</script>e", "abce"),
        ("</script><script>a</script><script>b</script>c", "ac"),
    ])
    func aScriptThatWasEndedBeforeItBeganHidesNothing(html: String, expected: String) {
        #expect(text(html) == expected)
    }

    @Test func controlsThatWereBytesOfWindowsAreTheirCharacters() {
        #expect(text("don\u{92}t\u{85} \u{93}ya\u{94}") == "don’t… “ya”")
    }

    @Test func plainTextKeepsItsTagsAndReferencesWithoutSemicolon() {
        #expect(text("<b>1 &copy 2</b> &amp; 3", as: .plain) == "<b>1 &copy 2</b> & 3")
    }

    @Test func theTextEndsAtItsLimit() { #expect(text("<p>abc def</p>", limit: 4) == "abc") }
}
