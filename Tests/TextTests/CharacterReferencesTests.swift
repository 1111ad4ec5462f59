import Testing
import Text

struct CharacterReferencesTests {
    private func decoded(_ text: String, in context: CharacterReferences.Context = .text) -> String {
        var out: [UInt8] = []
        let bytes = text.utf8.span
        CharacterReferences.append(bytes, from: 0, to: bytes.count, in: context, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    @Test func theTableHasEveryNameOfTheStandard() {
        #expect(CharacterReferences.count == 2_125)
    }

    @Test(arguments: [
        ("Rekaan &amp; Anak", "Rekaan & Anak"), ("&lt;b&gt;", "<b>"), ("&#8217;&#x2019;&#X2019;", "’’’"),
        ("&NotEqualTilde;", "\u{2242}\u{338}"), ("&notit; &notin;", "¬it; ∉"), ("&copy 2026", "© 2026"),
        ("&CounterClockwiseContourIntegral;", "∳"), ("&ampamp;", "&amp;"), ("RM5&nbsp;000", "RM5\u{A0}000"),
    ])
    func namesAreReadLongestFirst(written: String, meant: String) {
        #expect(decoded(written) == meant)
    }

    @Test(arguments: [
        ("&#146;", "\u{2019}"), ("&#x80;", "€"), ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"),
        ("&#x110000;", "\u{FFFD}"), ("&#99999999999999999999;", "\u{FFFD}"), ("&#65", "A"),
    ])
    func numbersThatAreNoCharacterAreMended(written: String, meant: String) {
        #expect(decoded(written) == meant)
    }

    @Test(arguments: ["A & B", "&", "&;", "&#;", "&#x;", "&#xg;", "&rekaan;", "AT&T", "&#"])
    func anAmpersandThatBeginsNothingStays(text: String) {
        #expect(decoded(text) == text)
    }

    @Test func anAddressKeepsItsParameters() {
        #expect(decoded("?a=1&copy=2&section=3&amp;id=4", in: .attribute) == "?a=1&copy=2&section=3&id=4")
        #expect(decoded("&copy", in: .attribute) == "©")
    }

    @Test func theSameNameInTextNeedsItsSemicolonWhereAskedFor() {
        #expect(CharacterReferences.undone(in: "B&ampQ &quot;ya&quot; &#39 &#39;") == "B&ampQ \"ya\" &#39 '")
    }
}
