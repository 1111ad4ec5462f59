import Model
import Scoring
import Testing

/// What makes a rule count, and what clears it.
@Suite struct RuleTests {
    private func outcome(_ text: String, title: String = "", _ lexicon: Lexicon) -> Score {
        score(title: title, text: text, with: lexicon)
    }

    @Test(arguments: [
        "Dia tidak lumpuh", "Dia bukan orang lumpuh", "Dia tak pernah kelihatan lumpuh",
    ])
    func aNegationInFrontClearsAPhrase(text: String) throws {
        let result = outcome(text, try lexicon(phrases: "lumpuh"))
        #expect(result.raw == 0)
        #expect(result.cleared.map(\.reason) == [.negated])
    }

    @Test(arguments: [
        "Tidak bekerja, dia lumpuh", "Dia tidak datang. Lumpuh kakinya", "Bukan sahaja lumpuh",
        "Tidak satu dua tiga empat lumpuh", "Ada atau tidak? Lumpuh kakinya", "Tidak. Lumpuh kakinya",
        "Tidak\nlumpuh kakinya",
        "Tidak, lumpuh kakinya", "Tidak - lumpuh kakinya", "dia tidak datang. lumpuh kakinya",
        "saya tidak. lumpuh kaki saya",
    ])
    func aNegationReachesThreeWordsOfItsOwnClause(text: String) throws {
        #expect(outcome(text, try lexicon(phrases: "lumpuh")).raw == 10)
    }

    @Test func aRuleMayHoldOnToItsNegation() throws {
        #expect(found("kami tidak mampu", with: try lexicon(phrases: "tidak mampu")) == ["tidak mampu"])
    }

    @Test func contextClearsAPhraseInItsSentence() throws {
        let lexicon = try lexicon(phrases: "lumpuh", more: "unless: \"ekonomi, parti\"")
        #expect(outcome("Ekonomi lumpuh", lexicon).cleared.map(\.reason) == [.context])
        #expect(outcome("Ekonomi baik. Lelaki itu lumpuh", lexicon).raw == 10)
    }

    @Test func contextMayClearTheWholeArticle() throws {
        let lexicon = try lexicon(phrases: "lumpuh", more: "unless: parti, unless-in: article")
        #expect(outcome("Parti itu besar. Lelaki itu lumpuh", lexicon).raw == 0)
    }

    @Test(arguments: ["unless", "requires"], ["near", "article", "lead"])
    func contextReachesFromTheTitleIntoTheTextAndBack(key: String, scope: String) throws {
        let lexicon = try lexicon(phrases: "lumpuh", more: "\(key): parti, \(key)-in: \(scope)")
        let raw = key == "unless" ? 0 : 10
        #expect(outcome("Lelaki itu lumpuh", title: "Parti itu", lexicon).raw == raw)
        #expect(outcome("Parti itu besar", title: "Lelaki lumpuh", lexicon).raw == raw)
        #expect(outcome("Lelaki itu lumpuh", title: "Berita", lexicon).raw == 10 - raw)
    }

    @Test func contextOfTheLeadStandsInTheLead() throws {
        let lexicon = try lexicon(phrases: "lumpuh", more: "unless: parti, unless-in: lead")
        let far = "Dia lumpuh. Satu hari. Dua hari. Tiga hari. Empat hari. Lima hari. Parti itu besar."
        #expect(outcome(far, lexicon).raw == 10)
        #expect(outcome("Parti itu besar. " + far, lexicon).raw == 0)
    }

    @Test func whatFortyNegatedPhrasesHideStillCounts() throws {
        let text = String(repeating: "Dia tidak lumpuh. ", count: 60) + "Ibunya lumpuh."
        #expect(outcome(text, try lexicon(phrases: "lumpuh")).raw == 5)
    }

    @Test func whatBeginsInsideASwallowedPhraseIsTakenToo() throws {
        let lexicon = try lexicon(
            rules: """
                  - {id: a, label: {ms: a, en: a}, points: 10, phrases: petani lumpuh}
                  - {id: b, label: {ms: b, en: b}, points: 0, phrases: sungai petani, swallows: yes}
                  - {id: c, label: {ms: c, en: c}, points: 0, phrases: petani …2 tular, swallows: yes}
                """)
        #expect(outcome("Dari Sungai Petani lumpuh", lexicon).raw == 0)
        #expect(outcome("Seorang petani lumpuh", lexicon).raw == 10)
        // A place takes away what would have swallowed others.
        #expect(outcome("Sungai Petani kini tular, petani lumpuh", lexicon).raw == 10)
    }

    @Test func twoWordsFoundByManyRulesFlagNobodyAlone() throws {
        let rules = (1...4).map { "  - {id: r\($0), label: {ms: a, en: a}, points: 15, phrases: suami lumpuh}" }
        let lexicon = try lexicon(
            rules: (rules + ["  - {id: b, label: {ms: b, en: b}, points: 5, phrases: tiga anak}"]).joined(
                separator: "\n"))
        let alone = outcome("Suami lumpuh, kata mereka", title: "Suami lumpuh", lexicon)
        #expect(alone.raw == 39)
        #expect(alone.contributions.last?.rule == "limit.short-phrase")
        #expect(outcome("Suami lumpuh, tiga anak kecil", lexicon).isFlagged)
    }

    @Test func aLongerPhraseThatSwallowsTakesTheShorterOne() throws {
        let lexicon = try lexicon(
            rules: """
                  - {id: a, label: {ms: a, en: a}, points: 10, phrases: petani}
                  - {id: b, label: {ms: b, en: b}, points: 0, phrases: sungai petani, swallows: yes}
                """)
        #expect(outcome("Di Sungai Petani", lexicon).cleared.map(\.reason) == [.covered])
        #expect(outcome("Seorang petani", lexicon).raw == 10)
    }

    @Test func aRuleCountsOnceHoweverOftenItsPhraseStands() throws {
        let result = outcome(String(repeating: "maut lumpuh ", count: 500), try lexicon(phrases: "lumpuh"))
        #expect(result.raw == 10)
        #expect(result.contributions.first?.evidence.count == 5)
    }

    @Test func afterTheLeadARuleBringsHalf() throws {
        let text = "Satu hari. Dua hari. Tiga hari. Empat hari. Dia lumpuh."
        let result = outcome(text, try lexicon(phrases: "lumpuh"))
        #expect(result.raw == 5)
        #expect(result.contributions.first?.labelEnglish == "a (after the lead)")
    }

    private static let pair = """
          - {id: died, label: {ms: a, en: a}, points: 5, sign: death, phrases: maut}
          - {id: job, label: {ms: b, en: b}, points: 5, sign: worker, phrases: buruh}
          - {id: both, label: {ms: c, en: c}, points: 20, with: "death, worker", within: SCOPE}
        """

    @Test(arguments: [
        ("sentence", "Buruh maut", 30), ("sentence", "Buruh jatuh. Dia maut", 10),
        ("near", "Buruh jatuh. Dia maut", 30),
        ("near", "Buruh jatuh. Hujan. Dia maut", 10), ("lead", "Buruh jatuh. Hujan. Dia maut", 30),
        ("article", "Buruh jatuh. Hujan. Panas. Petang. Malam. Dia maut", 27), ("sentence", "Dia maut", 5),
    ])
    func signsCountTogetherWithinTheirScope(scope: String, text: String, raw: Int) throws {
        let lexicon = try lexicon(rules: Self.pair.replacing("SCOPE", with: scope))
        #expect(outcome(text, lexicon).raw == raw)
    }

    @Test func theTitleIsNextToTheFirstSentence() throws {
        let lexicon = try lexicon(rules: Self.pair.replacing("SCOPE", with: "near"))
        #expect(outcome("Dia maut pagi tadi", title: "Buruh jatuh", lexicon).raw == 30)
    }

    @Test func aSignThatMustBeAbsentStopsARule() throws {
        let lexicon = try lexicon(
            rules: """
                  - {id: died, label: {ms: a, en: a}, points: 5, sign: death, phrases: maut}
                  - {id: far, label: {ms: b, en: b}, points: -3, phrases: jauh, without: death}
                """)
        #expect(outcome("jauh", lexicon).raw == -3)
        #expect(outcome("maut jauh", lexicon).raw == 5)
    }

    @Test func whatIsOverALimitIsTakenOffInTheOpen() throws {
        let lexicon = try lexicon(
            """
            id: test
            version: "1"
            signs:
              want: {label: {ms: susah, en: want}, limit: 15}
            rules:
              - {id: a, label: {ms: a, en: a}, points: 10, sign: want, phrases: daif}
              - {id: b, label: {ms: b, en: b}, points: 10, sign: want, phrases: lapar}
            """)
        let result = outcome("Daif dan lapar", lexicon)
        #expect(result.raw == 15)
        #expect(result.contributions.last?.rule == "limit.want")
        #expect(result.contributions.last?.points == -5)
    }

    @Test func theSumOfThePointsIsTheScore() throws {
        let result = outcome("Daif dan lapar, tiga anak", try lexicon(phrases: "daif, lapar, <count> <kin>"))
        #expect(result.raw == result.contributions.reduce(0) { $0 + $1.points })
        #expect(result.value == Score.value(of: result.raw))
    }

    @Test(arguments: [
        (-900, 0), (-61, 0), (-53, 1), (0, 8), (9, 9), (10, 10), (39, 39), (60, 60), (61, 60), (79, 68), (155, 100),
        (900, 100),
    ])
    func sumsFarFromTheThresholdAreToldApartInSmallerSteps(raw: Int, value: Int) {
        #expect(Score.value(of: raw) == value)
    }

    @Test func aThresholdThatATextAboutNothingReachesIsAMistake() throws {
        func settings(_ threshold: Int) throws -> Lexicon {
            try lexicon(
                "{id: t, version: \"1\", settings: {threshold: \(threshold)}, rules: [{id: a, label: {ms: a, en: a}, points: 1, phrases: a}]}"
            )
        }
        #expect(problems { try settings(9) }.contains { $0.contains("from 10 to 100") })
        #expect(!score(title: "", text: "pagi", with: try settings(10)).isFlagged)
    }

    @Test func aHighThresholdIsReachedByTheScoreThatIsShownAndNotByTheSum() throws {
        let lexicon = try lexicon(
            """
            id: test
            version: "1"
            settings: {threshold: 70}
            rules:
              - {id: a, label: {ms: a, en: a}, points: 42, phrases: daif}
              - {id: b, label: {ms: b, en: b}, points: 41, phrases: lapar}
              - {id: c, label: {ms: c, en: c}, points: 12, phrases: anak yatim}
            """)
        let below = outcome("Daif dan lapar", lexicon)
        #expect((below.raw, below.value, below.isFlagged) == (83, 69, false))
        let above = outcome("Daif, lapar dan anak yatim", lexicon)
        #expect((above.raw, above.value, above.isFlagged) == (95, 74, true))
    }

    @Test func evidenceStandsWhereItsWordsStand() throws {
        let text = "Café 🏠: ibu itu lumpuh."
        let evidence = try #require(outcome(text, try lexicon(phrases: "lumpuh")).contributions.first?.evidence.first)
        let scalars = Array(text.unicodeScalars)
        #expect(String(String.UnicodeScalarView(scalars[evidence.range])) == "lumpuh")
        #expect(evidence.exact == "lumpuh")
    }
}
