import Testing
import Text

@testable import Reading

@Suite struct MarkedTextTests {
    private func text(_ html: String, as kind: MarkedText.Kind = .html, limit: Int = 1_000) -> String {
        let bytes = Array(html.utf8)
        return MarkedText.read(bytes.span, as: kind, keepsLines: true, limit: limit)
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

    /// Texts of the parts that decide where a run of words ends: each in its place in a word of eight bytes.
    @Test func aTextWithoutMarkUpIsThatOfTheCleanerAtAnyLength() {
        let parts = ["a", "kata", " ", "  ", "\n", "é", "\u{7F}", "”", "\t", "x y", "\u{85}"]
        var state: UInt64 = 7
        for length in 0...60 {
            for _ in 0..<20 {
                var source = ""
                for _ in 0..<length {
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    source += parts[Int(state >> 33) % parts.count]
                }
                // In a feed a C1 control is the character that windows-1252 has in its place.
                let meant = source.replacing("\u{85}", with: "…")
                #expect(text(source, as: .plain) == meant.cleanedParagraphs(limit: 1_000))
            }
        }
    }

    /// The end of a tag as a loop over its characters finds it.
    private func simpleTagEnd(_ tag: [Character]) -> Int? {
        var previous: Character = " "
        var index = 0
        while index < tag.count {
            let character = tag[index]
            if character == ">" { return index + 1 }
            if character == "\"" || character == "'", previous == "=",
                let end = tag[(index + 1)...].firstIndex(of: character)
            {
                index = end
            }
            if character != " " { previous = character }
            index += 1
        }
        return tag.firstIndex(of: ">").map { $0 + 1 }
    }

    @Test func theEndOfATagIsWhereALoopFindsIt() {
        let letters: [Character] = ["=", "\"", "'", ">", " ", "x"]
        var state: UInt64 = 9
        for length in 0...30 {
            for _ in 0..<60 {
                let inside: [Character] = (0..<length).map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return letters[Int(state >> 33) % letters.count]
                }
                let source = [" "] + inside + [">"]
                let end = simpleTagEnd(source) ?? source.count
                #expect(text("<b" + String(source)) == text(String(source[end...])), "\(String(source))")
            }
        }
    }
}
