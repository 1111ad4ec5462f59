import Documents
import Scoring
import Testing
import Text

/// A mistake in a lexicon is told with its place and a hint, and all mistakes of a file at once.
@Suite struct LintTests {
    private let head = "id: t\nversion: \"1\"\n"

    @Test(arguments: [
        (
            "signs: {death: {label: {ms: a, en: a}}}\nrules:\n  - {id: a, label: {ms: a, en: a}, points: 1, sign: deth, phrases: x1}",
            "test.yaml:5:53: \"deth\" is no sign that a file declares; did you mean \"death\"?"
        ),
        (
            "rules:\n  - {id: a, label: {ms: a, en: a}, points: 1, need: povery, phrases: x1}",
            "test.yaml:4:53: \"povery\" is no need; did you mean \"poverty\"?"
        ),
        (
            "rules:\n  - {id: a, label: {ms: a, en: a}, point: 1, phrases: x1}",
            "test.yaml:4:36: \"point\" is not a setting of a rule; did you mean \"points\"?"
        ),
        (
            "rules:\n  - {id: a, label: {ms: a, en: a}, points: many, phrases: x1}",
            "test.yaml:4:44: \"points\" needs a whole number from -200 to 100, not \"many\""
        ),
        (
            "rules:\n  - {id: a, label: {ms: a}, points: 1, phrases: x1}",
            "test.yaml:4:20: a label needs both languages: {ms: …, en: …}"
        ),
        (
            "rules:\n  - {id: a, label: {ms: a, en: a}, points: 1}",
            "test.yaml:4:5: a rule needs \"phrases\", or \"with\" and the signs it rests on"
        ),
        (
            "rules:\n  - {id: a, label: {ms: a, en: a}, points: 1, phrases: x1, within: sentense}",
            "\"within\" needs \"sentence\", or another of sentence, near, lead, article, not \"sentense\""
        ),
        (
            "rules:\n  - {id: a, label: {ms: a, en: a}, points: 1, phrases: x1, negation: maybe}",
            "\"negation\" needs true or false, not \"maybe\""
        ),
        ("rules: 3", "\"rules\" is a list, each item behind \"- \""),
        ("rules: []", "test.yaml: there is no rule"),
    ])
    func aMistakeIsToldWithItsPlaceAndAHint(yaml: String, expected: String) {
        #expect(problems { try lexicon(head + yaml) }.contains { $0.contains(expected) })
    }

    @Test func noRuleMayReachTheThresholdAlone() {
        let found = problems {
            try lexicon(head + "rules:\n  - {id: a.b, label: {ms: a, en: a}, points: 40, phrases: x1}")
        }
        #expect(
            found == [
                "test.yaml:4:10: \"a.b\" alone reaches the threshold of 40; no single rule may flag an article"
            ])
    }

    @Test func theSameIdTwiceIsAMistake() {
        let rule = "  - {id: a, label: {ms: a, en: a}, points: 1, phrases: x1}\n"
        #expect(
            problems { try lexicon(head + "rules:\n" + rule + rule) } == [
                "test.yaml:5:10: the rule \"a\" stands twice"
            ])
    }

    @Test func allMistakesOfAFileAreToldAtOnce() {
        let found = problems {
            try lexicon(
                "version: \"1\"\nrules:\n  - {id: a, points: 1, need: pay, phrases: \"(x\"}\n  - {phrases: y}\n")
        }
        #expect(found.count >= 5)
    }

    @Test(arguments: ["near/5", "Near/3", "NEAR/0", "NEAR/7", "NEAR/99", "NEAR/", "NEAR/x", "NEAR 5", "NEAR"])
    func nearnessThatIsWrittenOtherwiseIsNoWord(written: String) {
        let rule = "rules:\n  - {id: a, label: {ms: a, en: a}, points: 1, phrases: hutang \(written) along}"
        #expect(
            problems { try lexicon(head + rule) } == [
                "test.yaml:4:56: \"hutang \(written) along\": nearness is written NEAR/5, in capitals, from 1 to 6 words, "
                    + "with a blank on either side"
            ])
    }

    @Test func nearnessIsSeenInsideBracketsAndWhereABlankIsMissing() {
        for phrase in ["(hutang near/5 along|ceti)", "hutang NEAR/5along", "hutangNEAR/5 along", "[x NEAR/0 y] z"] {
            let rule = "rules:\n  - {id: a, label: {ms: a, en: a}, points: 1, phrases: \"\(phrase)\"}"
            #expect(problems { try lexicon(head + rule) }.count == 1, "\(phrase)")
        }
        for phrase in [
            "hutang NEAR/5 along", "hutang/pinjaman", "near 5 km", "linear/5", "dekat/NEAR", "(a NEAR/2 b|c) d",
        ] {
            let rule = "rules:\n  - {id: a, label: {ms: a, en: a}, points: 1, phrases: \"\(phrase)\"}"
            #expect(problems { try lexicon(head + rule) } == [], "\(phrase)")
        }
    }

    @Test(arguments: [
        ("Ms Lapar", "ms-lapar"), ("ms.Lapar", "ms.lapar"), ("ms/lapar", "ms-lapar"), ("ms.lápar", "ms.l-par"),
    ])
    func anIDHasSmallLettersAndNoBlanks(id: String, better: String) {
        let rule = "rules:\n  - {id: \(id), label: {ms: a, en: a}, points: 1, phrases: x1}"
        #expect(
            problems { try lexicon(head + rule) } == [
                "test.yaml:4:10: the id \"\(id)\" needs small letters, digits, dots and hyphens alone; such as \"\(better)\""
            ])
    }

    @Test func aConditionThatNothingCanMeetIsAMistake() {
        let found = problems {
            try lexicon(
                rules: """
                      - {id: a, label: {ms: a, en: a}, points: 1, sign: worker, phrases: x1}
                      - {id: b, label: {ms: b, en: b}, points: 1, sign: death, with: worker, phrases: x2}
                      - {id: c, label: {ms: c, en: c}, points: 1, with: "worker, worker|death"}
                    """)
        }
        #expect(
            found == [
                "test.yaml:15:53: \"with\" is never met by \"death\": only rules with conditions have that sign, and \"with\" "
                    + "looks at those without; name the signs that they rest on"
            ])
        let empty = problems {
            try lexicon(rules: "  - {id: a, label: {ms: a, en: a}, points: 1, with: death, phrases: x1}")
        }
        #expect(empty.count == 1 && empty[0].contains("no rule without conditions has that sign"), "\(empty)")
    }

    @Test(
        arguments: [
            ("lumpuh, sakit", "lumpuh, parti", "\"lumpuh\" is cleared wherever it stands, by \"lumpuh\""),
            ("lumpuh kaki", "kaki", "\"lumpuh kaki\" is cleared wherever it stands, by \"kaki\""),
            ("tidak mampu", "xmampu", "\"tidak mampu\" is cleared wherever it stands, by \"xmampu\""),
            ("lumpuh[nya]", "lumpuh|lumpuhnya", "\"lumpuh[nya]\" is cleared"), ("OKU", "oku", "\"OKU\" is cleared"),
            // Something is left to be found.
            ("lumpuh", "lumpuh ekonomi", nil), ("lumpuh[nya]", "lumpuh", nil), ("oku", "OKU", nil),
            ("lumpuh kaki, sakit", "kaki", nil), ("lumpuh …3 kaki", "lumpuh kaki", nil),
        ] as [(String, String, String?)])
    func whatClearsItselfIsAMistake(phrases: String, unless: String, expected: String?) {
        let found = problems { try lexicon(phrases: phrases, more: "unless: \"\(unless)\"") }
        #expect(found.count == (expected == nil ? 0 : 1), "\(found)")
        if let expected { #expect(found.first?.contains(expected) == true, "\(found)") }
        // In the lead alone it clears what stands there, and leaves the rest.
        #expect(problems { try lexicon(phrases: phrases, more: "unless: \"\(unless)\", unless-in: lead") } == [])
    }

    @Test func theBundledRulesAreSound() throws {
        let lexicon = try bundledLexicon.get()
        #expect(lexicon.rules.count > 300)
        #expect(lexicon.rules.allSatisfy { $0.points < lexicon.settings.threshold })
    }

    @Test(arguments: [
        ("a: 1\n\"a\": 2", "x.yaml:1:1: \"a\" stands twice"), ("1: a\n\"1\": b", nil), ("yes: a\n\"yes\": b", nil),
        ("1: a\n!!int \"1\": b", "x.yaml:1:1: \"1\" stands twice"),
        ("a: {b: 1, b: 2}", "x.yaml:1:5: \"b\" stands twice"),
    ])
    func aKeyStandsOnce(yaml: String, expected: String?) {
        do throws(DocumentProblem) {
            _ = try readYAML(yaml, file: "x.yaml")
            #expect(expected == nil)
        } catch {
            #expect(error.description == expected)
        }
    }
}
