import Model
import Scoring
import Testing

/// What the marks in phrases stand for.
@Suite struct NotationTests {
    @Test(arguments: [
        ("[meN-|di-]tanggung[-an|-kan]", "Dia menanggung, ditanggungkan dan tanggungan.", 3),
        ("rumah~", "rumah, rumahnya, rumahku dan rumahlah; perumahan tidak", 4),
        ("evict+", "evict evicts evicted evicting eviction", 4), ("rob+", "robbed, robbing, rober", 2),
        ("carry+", "carries carried carrying carryed", 3), ("lose+", "lose loses losing", 3),
        ("crush+", "crushes crushed", 2), ("stay+", "stays stayed staying", 3),
    ])
    func endingsAndAffixesAreWrittenOut(phrase: String, text: String, count: Int) throws {
        #expect(found(text, with: try lexicon(phrases: phrase)).count == count)
    }

    @Test(arguments: [
        ("Dia berhutang dan hutang itu dengan along.", true), ("Along datang menuntut hutang.", true),
        ("Hutang itu satu dua tiga empat lima enam along.", false), ("Dia ada hutang. Along datang.", false),
        ("Hutang, kata along, perlu dibayar.", true),
    ])
    func nearIsEitherOrderWithinOneSentence(text: String, isFound: Bool) throws {
        let lexicon = try lexicon(phrases: "hutang NEAR/4 along")
        #expect(found(text, with: lexicon).isEmpty != isFound)
    }

    @Test(arguments: [
        "NEAR/5 along", "hutang NEAR/5", "hutang NEAR/9 along", "a1 NEAR/2 b1 NEAR/2 c1", "hutang NEAR/x b",
    ])
    func nearnessWithoutTwoSidesIsAMistake(phrase: String) {
        #expect(problems { try lexicon(phrases: phrase) }.count == 1)
    }

    @Test func aRequiredPhraseMustStandInTheSameSentence() throws {
        let lexicon = try lexicon(phrases: "lumpuh", more: "requires: [strok, kemalangan]")
        #expect(found("Dia lumpuh akibat strok.", with: lexicon) == ["lumpuh"])
        #expect(found("Ekonomi lumpuh. Strok meningkat.", with: lexicon).isEmpty)
    }

    @Test func aRequiredPhraseMayStandInTheNextSentenceWhereTheRuleSaysSo() throws {
        let lexicon = try lexicon(phrases: "lumpuh", more: "requires: strok, requires-in: near")
        #expect(found("Dia lumpuh. Strok puncanya.", with: lexicon) == ["lumpuh"])
        #expect(found("Dia lumpuh. Dua. Strok.", with: lexicon).isEmpty)
    }

    @Test(arguments: [
        ("", "MEDAN, 29 Ogos – Nelayan hilang", true), ("", "Medan: Nelayan hilang", true),
        ("", "MEDAN (Bernama) - Nelayan hilang", true), ("", "Medan Baharu: Nelayan hilang", false),
        ("", "Nelayan hilang di Medan: empat orang", false), ("", "Medan", false),
        ("Medan: Nelayan hilang", "KLANG: Nelayan hilang", false),
    ])
    func aDatelineOpensTheTextAndAMarkFollows(title: String, text: String, counts: Bool) throws {
        let lexicon = try lexicon(phrases: "Medan", more: "field: dateline")
        #expect(score(title: title, text: text, with: lexicon).raw == (counts ? 10 : 0))
    }

    @Test func theBodyIsWhatStandsBehindTheLead() throws {
        let lexicon = try lexicon(phrases: "lapar", more: "field: body")
        #expect(found("Dia lapar. Dua. Tiga. Empat.", with: lexicon).isEmpty)
        #expect(found("Satu. Dua. Tiga. Empat. Dia lapar.", with: lexicon) == ["lapar"])
    }

    @Test func aPhraseIsShownInTheFormsItStandsFor() throws {
        let lexicon = try lexicon(phrases: "[meN-]sewa rumah")
        #expect(lexicon.forms(of: "[meN-]sewa rumah", limit: 10) == ["sewa rumah", "menyewa rumah"])
        #expect(lexicon.forms(of: "hutang NEAR/3 along", limit: 10) == ["hutang …3 along", "along …3 hutang"])
        #expect(lexicon.forms(of: "evict+", limit: 2).count == 2)
        #expect(lexicon.forms(of: "(a", limit: 5).isEmpty)
    }

    @Test(arguments: [
        // An accent makes another character of the bracket before it, of the gap and of a mark at a word's end.
        ("rumah[\u{301}usang", "usang rumah \u{301}usang", ["rumah \u{301}usang"]),
        ("caf\u{E9}+", "caf\u{E9} caf\u{E9}s", ["caf\u{E9}", "caf\u{E9}s"]),
        ("sewa~\u{301}", "sewanya sewa\u{301} sewa \u{301}", ["sewa \u{301}"]),
        ("hilang …2 kerja", "hilang punca kerja", ["hilang punca kerja"]),
        ("hilang ...2 kerja", "hilang punca kerja", ["hilang punca kerja"]),
        ("\u{A0}rumah\u{A0}\u{A0}usang\u{A0}", "rumah usang", ["rumah usang"]),
        (" \" rumah\t usang \" ", "rumah usang", ["rumah usang"]),
    ])
    func whatIsNotationIsToldByCharacters(phrase: String, text: String, expected: [String]) throws {
        let rules = "  - id: a\n    label: {ms: a, en: a}\n    points: 10\n    phrases:\n      - |\n        \(phrase)"
        #expect(found(text, with: try lexicon(rules: rules)) == expected)
    }

    @Test func quotationMarksAroundAPhraseOfAListAreLeftOut() throws {
        let rules =
            "  - id: a\n    label: {ms: a, en: a}\n    points: 10\n    phrases: rumah, \"usang\" , \" \", ,\"a\" b"
        let lexicon = try lexicon(rules: rules)
        #expect(lexicon.part(ofRule: "a")?["phrases"] == ["rumah", "usang", "a\" b"])
    }
}
