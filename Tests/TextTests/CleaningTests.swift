import Testing
import Text

struct CleaningTests {
    @Test(arguments: [
        ("\u{1B}[31mJatuh\u{1B}[0m", "[31mJatuh[0m"), ("a\u{0}b\u{7}c", "abc"), ("a\u{9D}b\u{85}c", "ab c"),
        ("A\u{202E}CBA\u{202C} \u{2066}x\u{2069}\u{200E}\u{61C}", "ACBA x"), ("ru\u{200B}mah\u{FEFF}\u{AD}", "rumah"),
        ("ya\u{E0001}\u{E0041}\u{E007F}", "ya"), ("a\u{FFFE}b\u{FFFF}c\u{1FFFE}", "abc"),
        ("a\u{2028}b\u{2029}c", "a b c"),
        ("  satu \t\n\n dua\u{A0}\u{3000}tiga ", "satu dua tiga"), ("", ""), ("\n\u{0}", ""),
    ])
    func whatCannotBeSeenDoesNotStay(text: String, clean: String) {
        #expect(text.cleanedLine() == clean)
    }

    @Test func anEscapeBehindASecondEncodingDoesNotComeBack() {
        #expect("Kebakaran &#27;[2J &#x9b;31m &#8238;x".cleanedLine() == "Kebakaran [2J ›31m x")
    }

    @Test func doubleEncodedEntitiesAreUndoneOnce() {
        #expect(
            "Pak Rekaan&#8217;s &quot;rumah&quot; &amp;amp; tanah".cleanedLine() == "Pak Rekaan’s \"rumah\" &amp; tanah"
        )
    }

    @Test func aTitleStaysOneLine() {
        #expect("Tajuk\r\n2026-01-01 ERROR palsu".cleanedLine() == "Tajuk 2026-01-01 ERROR palsu")
    }

    @Test func paragraphsStayAndEmptyOnesGo() {
        #expect(" Satu. \n\n \u{200B}\n Dua\r\ntiga. \n".cleanedParagraphs() == "Satu.\nDua\ntiga.")
    }

    @Test func marksPiledOnALetterAreBounded() {
        let zalgo = "A" + String(repeating: "\u{316}\u{317}", count: 5_000) + "B"
        #expect(zalgo.cleanedLine().unicodeScalars.count == 6)
        #expect("கொடுத்தார் புகைப்படம்".cleanedLine() == "கொடுத்தார் புகைப்படம்")
    }

    @Test func textIsComposed() {
        #expect(Array("Cafe\u{301}".cleanedLine().unicodeScalars) == Array("Caf\u{E9}".unicodeScalars))
        #expect(Array("\u{212B}".cleanedLine().unicodeScalars) == ["\u{C5}"])
    }

    @Test func lengthIsCountedInCharacters() {
        #expect("ééééé".cleanedLine(limit: 3) == "ééé")
        #expect("ab cd".cleanedLine(limit: 3) == "ab")
        #expect("abc".cleanedLine(limit: 0) == "")
        #expect(String(repeating: "x", count: 1_000).cleanedLine().count == 500)
    }

    @Test func aLetterWithEndlessPrefixesIsCutByItsBytes() {
        #expect(String(repeating: "\u{1100}", count: 100_000).cleanedLine(limit: 10).utf8.count <= 170)
    }
}
