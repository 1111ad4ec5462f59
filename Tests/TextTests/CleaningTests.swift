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

    @Test(arguments: [
        // A keycap's selector; the tags of a flag; lone joiners and selectors; Hangul filler; braille without dots.
        ("1\u{FE0F}\u{20E3}", "1\u{20E3}"), ("\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}", "\u{1F3F4}"),
        ("ru\u{200D}mah \u{200D}\u{FE0F}x", "rumah x"), ("\u{3164}\u{115F}ya", "ya"), ("a\u{2800}\u{2800}b", "a b"),
        ("a\u{2060}\u{2063}\u{206A}\u{FFF9}\u{FFFC}b", "ab"), ("a\u{2065}\u{FFF5}\u{180E}\u{E01EF}b", "ab"),
        ("Kongsi\u{F09A}\u{F0001}Cetak", "Kongsi Cetak"),
        // What was lost on the way stays to be seen, and so do the signs that Unicode counts as format.
        ("Caf\u{FFFD}", "Caf\u{FFFD}"), ("\u{6DD}\u{661}", "\u{6DD}\u{661}"),
    ])
    func signsWithoutAShapeGoAndThoseWithOneStay(text: String, clean: String) {
        #expect(Array(text.cleanedLine().unicodeScalars) == Array(clean.unicodeScalars))
    }

    @Test(arguments: [
        "❤️‍🔥", "👩🏽‍🚒", "👨‍👩‍👧‍👦", "🏳️‍🌈", "☎︎ ☎️", "🇲🇾",
        // Tamil ksha parted and Sinhala sri joined by an invisible character; a Persian plural; Jawi.
        "க்\u{200C}ஷ", "ශ්\u{200D}රී", "می\u{200C}خواهم", "اورڠ",
    ])
    func whatShapesALetterOrAPictureStays(text: String) {
        #expect(Array(text.cleanedLine().unicodeScalars) == Array(text.nfc.unicodeScalars))
    }

    @Test func aJoinerStaysOnceAndOnlyBetweenWhatItJoins() {
        #expect("👩\u{200D}\u{200D}\u{200D}🚒".cleanedLine() == "👩\u{200D}🚒")
        #expect(Array("👩\u{200D} 🚒\u{200D}".cleanedLine().unicodeScalars).contains("\u{200D}") == false)
        #expect("க்\u{200C}".cleanedLine().unicodeScalars.count == 2)
        #expect("ம\u{200C}ன".cleanedLine().unicodeScalars.count == 2)
        #expect("ب\u{200D}ب".cleanedLine().unicodeScalars.count == 2)
        #expect(Array("☎\u{FE0F}\u{FE0F}\u{FE0E}".cleanedLine().unicodeScalars) == ["☎", "\u{FE0F}"])
    }

    @Test(arguments: [
        ("𝗧𝗢𝗟𝗢𝗡𝗚 𝒌𝒐𝒏𝒈𝒔𝒊 𝟰𝟳 ℍ𝕒𝕣𝕚 ℎ", "TOLONG kongsi 47 Hari h"), ("一名４７岁ＯＫＵ，（男）", "一名47岁OKU，（男）"),
        ("𝓇𝓊𝓂𝒶𝒽\u{301}", "rumah\u{301}"), ("５０．５", "50．5"),
    ])
    func lettersDrawnInAnotherTypeBecomePlain(text: String, clean: String) {
        #expect(text.cleanedLine() == clean.nfc)
    }

    /// Found by the fuzzer: NFC sorts the virama before the hamza, and the joiner no longer stands behind it.
    @Test(arguments: [
        "خ\u{655}\u{BCD}\u{200C}ஷ", "ෙ\u{DCA}\u{200D}ර", "க\u{655}\u{BCD}\u{200C}ஷ\u{655}\u{BCD}\u{200C}ஷ",
    ])
    func aJoinerWhoseReasonNFCTakesAwayGoesAtOnce(text: String) {
        let clean = text.cleanedParagraphs()
        #expect(!clean.unicodeScalars.contains { $0 == "\u{200C}" || $0 == "\u{200D}" })
        #expect(Array(clean.cleanedParagraphs().unicodeScalars) == Array(clean.unicodeScalars))
        #expect(Array(clean.nfc.unicodeScalars) == Array(clean.unicodeScalars))
    }

    /// Of most characters it is taken for known that NFC leaves them as they are; here each is asked.
    @Test func aCharacterThatIsNotLookedAtByNFCNeedsNoLook() {
        let values = Array(UInt32(0xA0)...0xFFFF) + Array(0x1F000...0x1FAFF)
        let wrong = values.compactMap(Unicode.Scalar.init).filter { scalar in
            let clean = "a\(scalar)".cleanedLine()
            return Array(clean.nfc.unicodeScalars) != Array(clean.unicodeScalars)
        }
        #expect(wrong.isEmpty)
    }

    /// Found by the fuzzer: a text that was cut is as clean as a whole one.
    @Test(arguments: ["می\u{200C}خواهم", "satu dua", "👩\u{200D}🚒 api"], 1...8)
    func aCutLeavesNoLooseEnd(text: String, limit: Int) {
        let clean = text.cleanedLine(limit: limit)
        #expect(Array(clean.cleanedLine(limit: limit).unicodeScalars) == Array(clean.unicodeScalars))
        #expect(clean.unicodeScalars.last.map { $0 != "\u{200C}" && $0 != " " } ?? true)
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

    /// What every cleaned text keeps to, whatever it was before.
    @Test(.timeLimit(.minutes(1))) func whatIsCleanStaysSo() {
        var random = Random(state: 11)
        for _ in 0..<4_000 {
            let text = Self.anything(upTo: 40, &random)
            let limit = Int.random(in: 0...30, using: &random)
            for clean in [text.cleanedLine(limit: limit), text.cleanedParagraphs(limit: limit)] {
                let scalars = Array(clean.unicodeScalars)
                #expect(clean.count <= limit && clean.utf8.count <= max(limit * 19, limit))
                #expect(scalars == Array(clean.nfc.unicodeScalars), "composed: \(scalars)")
                #expect(!scalars.contains { Self.isForbidden($0) }, "\(scalars)")
                #expect(scalars.first?.properties.isWhitespace != true && scalars.last?.properties.isWhitespace != true)
            }
            let line = text.cleanedLine(limit: limit)
            #expect(!line.unicodeScalars.contains("\n") && line.firstRange(of: "  ") == nil)
            #expect(Array(line.cleanedLine(limit: limit).unicodeScalars) == Array(line.unicodeScalars), "\(text)")
            let whole = text.cleanedParagraphs(limit: limit)
            #expect(Array(whole.cleanedParagraphs(limit: limit).unicodeScalars) == Array(whole.unicodeScalars))
        }
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x200C, 0x200D, 0xFE0E, 0xFE0F: false
        case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF, 0xFFF9...0xFFFC: true
        default: scalar.properties.isDefaultIgnorableCodePoint || scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// Ranges where the rules are, and a few letters between them.
    private static let ranges: [ClosedRange<UInt32>] = [
        0x00...0x25, 0x27...0xFF, 0x300...0x36F, 0x600...0x6FF, 0x900...0x9FF, 0xB80...0xBFF, 0xF40...0xFBF,
        0xD80...0xDFF,
        0x1100...0x11FF, 0x17B0...0x17D3, 0x1800...0x180F, 0x2000...0x206F, 0x2100...0x2140, 0x2600...0x26FF,
        0x2ADC...0x2ADC,
        0xAC00...0xAC80, 0xE000...0xE010, 0xFB1D...0xFB4E, 0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFEFF...0xFFFF,
        0x1D150...0x1D1C0, 0x1D400...0x1D7FF, 0x1F300...0x1F6FF, 0x1FFFE...0x1FFFF, 0xE0000...0xE01EF,
    ]

    private static func anything(upTo count: Int, _ random: inout Random) -> String {
        var view = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...count, using: &random) {
            let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { view.append(scalar) }
        }
        return String(view)
    }
}

private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
