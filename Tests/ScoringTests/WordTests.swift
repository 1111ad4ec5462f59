import Model
import Scoring
import Testing

/// What words and pairs of them bring, and how their points are found.
@Suite struct WordTests {
    private func words(_ words: String, rules: String = "") throws -> Lexicon {
        try lexicon(
            """
            id: test
            version: "1"
            short-forms: {mlm: malam, mghdp: menghidap, xmampu: tidak mampu}
            words:
            \(words)
            rules:
              - {id: died, label: {ms: mati, en: died}, points: 30, need: survivors, phrases: maut}
            \(rules)
            """)
    }

    private let few = """
          limit: 20
          reach: 6
          weights:
            - {points: 8, words: "malam, jiran, {number 18-59}"}
            - {points: -9, words: "menteri, sasaran, peratus"}
          needs:
            - {need: fire, weights: [{points: 6, words: api}, {points: -4, words: malam}]}
            - {need: disaster, weights: [{points: 5, words: "api, jiran-jiran"}]}
        """

    @Test(arguments: [
        ("Jiran", 8), ("jiran jiran JIRAN", 8), ("Mlm itu", 8), ("jiran menteri", -1), ("berusia 40 tahun, 41", 8),
        ("berusia 17 tahun", 0), ("satu dua tiga empat lima enam jiran", 0), ("", 0),
    ])
    func aWordCountsOnceAndNearTheBeginning(text: String, expected: Int) throws {
        #expect(score(title: "", text: text, with: try words(few)).raw == expected)
    }

    @Test(arguments: [
        "hidap", "Menghidap", "MENGHIDAPNYA", "dihidapi", "penghidap", "hidapan", "mghdp", "hidap menghidap dihidapi",
        "menghidap-hidapkan",
    ])
    func allFormsOfAWordCountAsOne(text: String) throws {
        let words = try words("  weights: [{points: 7, words: menghidap}]")
        #expect(score(title: "", text: text, with: words).raw == 7)
    }

    @Test(arguments: [
        ("burns", "burned", true), ("burn", "burning", true),
        ("kerja", "pekerjaannya", true), ("juang", "berjuang", true), ("jalan", "berjalan", false),
        ("kerja", "bekerja", false),
        ("ibu", "ibunya", false), ("sewa", "dewa", false), ("rumah", "rumit", false),
        ("été", "ÉTÉ", true),
        ("kanak-kanak", "kanak", true), ("worker", "worker's", true), ("api", "apinya", false),
        ("dikehendaki", "hendak", false),
    ])
    func anAffixIsTakenOffWhereFourLettersStay(word: String, other: String, isSame: Bool) throws {
        let words = try words("  weights: [{points: 7, words: \(word)}]")
        #expect((score(title: "", text: other, with: words).raw == 7) == isSame)
    }

    @Test(arguments: [
        ("tidak mampu", 9), ("Tidak mampunya, tidak mampu", 9), ("xmampu", 9),
        ("mampu tidak", 0), ("tidak lagi mampu", 0),
        ("dia tidak. Mampu", 0), ("tidak, mampu", 9), ("berusia 40 tahun", 5), ("berusia 17 tahun", 0), ("tahun 40", 0),
        ("isteri tidak mampu", 11), ("tidak satu dua tiga empat lima mampu", 0), ("satu dua tiga empat tidak mampu", 9),
        ("satu dua tiga empat lima tidak mampu", 0),
    ])
    func twoWordsSideBySideInASentenceHavePointsOfTheirOwn(text: String, expected: Int) throws {
        let words = try words(
            """
              reach: 6
              weights:
                - {points: 9, words: tidak mampu}
                - {points: 5, words: "{number 18-59} tahun"}
                - {points: 2, words: isteri}
            """)
        #expect(score(title: "", text: text, with: words).raw == expected)
        #expect(score(title: "Tidak", text: "mampu", with: words).raw == 0, "a title and a text are not one sentence")
        #expect(score(title: "Tidak mampu", text: "tidak mampu", with: words).raw == 9)
    }

    /// Thirty different words count whole, 120 half.
    @Test(arguments: [(29, 20), (30, 20), (31, 20), (120, 10), (149, 9), (400, 9)])
    func inALongTextEachWordSaysLess(words count: Int, expected: Int) throws {
        let words = try words("  weights: [{points: 20, words: jiran}]")
        // Words of letters alone: a number is of a class or of none.
        let others = (1..<count).map { number in
            "w" + String(decoding: "\(number)".utf8.map { $0 - 48 + UInt8(ascii: "a") }, as: UTF8.self)
        }
        let text = (["jiran"] + others + others).joined(separator: " ")
        #expect(score(title: "", text: text, with: words).raw == expected)
    }

    @Test func aPairIsShownWhole() throws {
        let words = try words("  weights: [{points: 9, words: tidak mampu}]")
        let found = score(title: "", text: "Ibu Tidak Mampu", with: words).contributions.first
        #expect(found?.evidence.map(\.exact) == ["Tidak Mampu"] && found?.evidence.map(\.range) == [4..<15])
    }

    @Test(arguments: [("jiran malam 40", 20), ("menteri sasaran peratus", -20)])
    func allWordsTogetherKeepTheLimit(text: String, expected: Int) throws {
        let result = score(title: "", text: text, with: try words(few))
        #expect(result.raw == expected)
        #expect(result.contributions.reduce(0) { $0 + $1.points } == result.raw)
        #expect(result.contributions.map(\.rule) == [Contribution.words])
    }

    @Test func theWordsAreShownWithTheirPlaces() throws {
        let result = score(title: "Jiran", text: "kata Menteri", with: try words(few))
        let found = try #require(result.contributions.first { $0.isOfWords })
        #expect(found.points == -1)
        #expect(found.evidence.map(\.exact) == ["Menteri"] && found.evidence.map(\.range) == [5..<12])
        let speaking = score(title: "Jiran", text: "", with: try words(few))
        #expect(speaking.contributions.first?.evidence.map(\.field) == [.title])
    }

    @Test func whatRulesSayStandsBeforeWhatWordsSay() throws {
        let rule = "  - {id: few, label: {ms: s, en: s}, points: 3, phrases: banjir}"
        let result = score(title: "", text: "jiran malam banjir", with: try words(few, rules: rule))
        #expect(result.contributions.map(\.rule) == ["few", Contribution.words])
    }

    @Test(arguments: [("maut, babak", 5, 5), ("maut, babak, jiran malam", 21, 5), ("maut, babak, menteri", -4, -4)])
    func wordsComeOnTopOfACapUnlessItIsFirm(text: String, expected: Int, firmly: Int) throws {
        let cap = "  - {id: cap, label: {ms: c, en: c}, points: 0, at-most: 5, phrases: babak"
        #expect(score(title: "", text: text, with: try words(few, rules: cap + "}")).raw == expected)
        let firm = score(title: "", text: text, with: try words(few, rules: cap + ", firm: yes}"))
        #expect(firm.raw == firmly)
        #expect(firm.contributions.reduce(0) { $0 + $1.points } == firm.raw)
    }

    @Test(arguments: [
        ("jiran malam 40", 39, false), ("pidato, jiran malam 40", 34, false),
        ("maut, pidato, jiran malam 40", 70, true), ("maut, jiran malam 40", 75, true),
        ("maut, buruh, jiran malam 40", 105, true),
    ])
    func wordsAloneFlagNothingAndBringMoreWhereAnyRuleSpeaks(text: String, expected: Int, isFlagged: Bool) throws {
        let many = "  limit: 60\n  weights: [{points: 15, words: \"malam, jiran, {number 18-59}\"}]"
        let rules = """
              - {id: job, label: {ms: b, en: b}, points: 30, phrases: buruh}
              - {id: speech, label: {ms: p, en: p}, points: -5, phrases: pidato}
            """
        let result = score(title: "", text: text, with: try words(many, rules: rules))
        #expect(result.raw == expected && result.isFlagged == isFlagged)
    }

    @Test(arguments: [("maut buruh balu jiran", 20), ("maut buruh dera jiran", 40), ("maut dera jiran", 25)])
    func wordsTakeNoFlagFromSomebodyProtectedWhoseRulesBringAllTheyMay(text: String, expected: Int) throws {
        let many = "  limit: 60\n  weights: [{points: -70, words: jiran}]"
        let rules = """
              - {id: b, label: {ms: b, en: b}, points: 35, phrases: buruh}
              - {id: c, label: {ms: c, en: c}, points: 35, phrases: balu}
              - {id: d, label: {ms: d, en: d}, points: 35, protects: yes, phrases: dera}
            settings: {threshold: 40, total-limit: 80}
            """
        #expect(score(title: "", text: text, with: try words(many, rules: rules)).raw == expected)
    }

    @Test func wordsSayWhichNeedStandsFirstAndNameNoneThatTheySpeakAgainst() throws {
        #expect(score(title: "", text: "api", with: try words(few)).needs.map(\.need) == [.fire, .disaster])
        #expect(score(title: "", text: "api malam", with: try words(few)).needs.map(\.need) == [.disaster, .fire])
        #expect(score(title: "", text: "malam", with: try words(few)).needs.isEmpty)
    }

    @Test(arguments: [
        ("  limit: 0\n  weights: [{points: 1, words: api}]", "from 1 to 99"),
        ("  weights: [{points: 1, words: \"api, api\"}]", "has points already"),
        ("  weights: [{points: 1, words: \"jiran, jirannya\"}]", "\"jirannya\", or a word of the same root"),
        ("  weights: [{points: 1, words: \"dua kata, dua katanya\"}]", "has points already"),
        ("  weights: [{points: 1, words: tiga kata lagi}]", "is not one word, and not two"),
        ("  weights: [{points: 1, words: \"dua …2 kata\"}]", "is not one word"),
        ("  weights: [{points: 0, words: api}]", "points"),
        ("  needs: [{need: fre, weights: [{points: 1, words: api}]}]", "did you mean \"fire\"?"),
        ("  needs: [{weights: [{points: 1, words: api}]}]", "must name it"), ("  limts: 3", "limts"),
    ])
    func aMistakeIsNamed(words: String, expected: String) {
        let found = problems { try self.words(words) }
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    private func example(_ text: String, _ isLead: Bool, _ need: Need? = nil) -> WordFit.Example {
        WordFit.Example(title: "", text: text, isLead: isLead, need: need)
    }

    @Test func wordsOfCasesGetPointsAndNamesGetNone() throws {
        let texts = (0..<20).flatMap { number in
            [
                example("seorang jiran di Rekaan \(number + 20)", true),
                example("kata menteri di Rekaan \(number + 2000)", false),
            ]
        }
        let fit = WordFit(to: texts, with: try words(few), isContinued: false)
        let points = Dictionary(uniqueKeysWithValues: fit.weights.map { ($0.word, $0.points) })
        #expect((points["jiran"] ?? 0) > 0)
        #expect((points["menteri"] ?? 0) < 0)
        #expect((points["{number 18-59}"] ?? 0) > 0)
        #expect(points["rekaan"] == nil)
        #expect(points["di"] == nil)
        #expect(WordFit(to: texts.reversed(), with: try words(few), isContinued: false).weights == fit.weights)
    }

    @Test func wordsThatStandSideBySideInSixTextsAreAPair() throws {
        let texts = (0..<20).flatMap { _ in
            [
                example("tidak pernah mampu. Encik Rekaan kata", true), example("mampu. Tidak kata", false),
                example("tidak. Mampu kata", false), example("pernah tidak kata", false),
            ]
        }
        let fit = WordFit(to: texts, with: try words(few), isContinued: false)
        let points = Dictionary(uniqueKeysWithValues: fit.weights.map { ($0.word, $0.points) })
        #expect((points["tidak pernah"] ?? 0) > 0 && (points["pernah mampu"] ?? 0) > 0)
        #expect((points["tidak kata"] ?? 0) < 0 && (points["pernah tidak"] ?? 0) < 0)
        #expect(!points.keys.contains { $0.contains("rekaan") }, "a name")
        #expect(points["tidak mampu"] == nil && points["mampu tidak"] == nil, "a sentence ends between them")
        let five = WordFit(to: Array(texts.prefix(20)), with: try words(few), isContinued: false)
        #expect(five.weights.map(\.word).contains("pernah") && !five.weights.map(\.word).contains("tidak pernah"))
    }

    @Test func theFormsOfAWordAreOneFeatureWrittenAsTheMostOfThemAre() throws {
        let texts = (0..<9).flatMap { number in
            [example(number < 3 ? "hidapnya" : "menghidap", true), example("kata menteri", false)]
        }
        let fit = WordFit(to: texts, with: try words(few), isContinued: false)
        #expect(fit.weights.filter { $0.points > 0 }.map(\.word) == ["menghidap"])
    }

    @Test func aWordWithAnInvisibleCharacterIsNoSecondEntryOfTheFile() throws {
        let texts = (0..<9).flatMap { _ in
            [example("masalah jiran", true), example("masa\u{AD}lah jiran", true), example("kata menteri", false)]
        }
        let document = WordFit(to: texts, with: try words(few), isContinued: false).document(version: "1")
        let fitted = try lexicon(document + "rules: [{id: a, label: {ms: a, en: a}, points: 1, phrases: a}]\n")
        #expect(score(title: "", text: "masalah", with: fitted).raw > 0)
    }

    @Test func aFitThatBeginsAtNothingKeepsTheNeedsThatNoTextNames() throws {
        let texts = (0..<20).flatMap { _ in [example("isteri", true), example("menteri", false)] }
        let fit = WordFit(to: texts, with: try words(few), isContinued: false)
        #expect(!fit.weights.contains { $0.word == "jiran" })
        #expect(fit.needs.map(\.need) == [.fire, .disaster])
    }

    @Test func whatWasFittedIsALexiconFile() throws {
        let texts = (0..<25).flatMap { number in
            [example("api hangus \(number)", true, .fire), example("sakit tenat \(number)", true, .invalidity)]
                + [example("kata menteri", false)]
        }
        let document = WordFit(to: texts, with: try words(few), isContinued: false).document(version: "1")
        let rule = "rules: [{id: a, label: {ms: a, en: a}, points: 1, phrases: a}]\n"
        let fitted = try lexicon(document + rule)
        #expect(score(title: "", text: "hangus", with: fitted).needs.first?.need == .fire)
        #expect(score(title: "", text: "tenat", with: fitted).needs.first?.need == .invalidity)
        #expect(score(title: "", text: "menteri", with: fitted).raw < 0)
    }

    @Test func aTextThatCountsThriceSaysMore() throws {
        func points(ofCases weight: Int) throws -> Int {
            let texts = (0..<10).flatMap { _ -> [WordFit.Example] in
                var printed = example("jiran", true)
                printed.weight = weight
                return [printed, example("isteri", true), example("isteri", true), example("menteri", false)]
                    + Array(repeating: example("jiran", false), count: 4)
            }
            let fit = WordFit(to: texts, with: try words(few), isContinued: false)
            return fit.weights.first { $0.word == "jiran" }?.points ?? 0
        }
        #expect(try points(ofCases: 1) < 0)
        #expect(try points(ofCases: 3) > points(ofCases: 1))
    }

    @Test func aFitGoesOnFromTheWordsThatAreThere() throws {
        let texts = (0..<20).flatMap { _ in [example("jiran", false), example("isteri", true)] }
        let fit = WordFit(to: texts, with: try words(few), isContinued: true)
        let points = Dictionary(uniqueKeysWithValues: fit.weights.map { ($0.word, $0.points) })
        #expect((points["jiran"] ?? 0) < 8, "the texts speak against it")
        #expect((points["isteri"] ?? 0) > 0, "a new word")
        #expect(points["malam"] == 8 && points["menteri"] == -9, "no text holds them")
        let doubled = (0..<20).flatMap { _ in [example("jiran-jiran", true), example("isteri", false)] }
        let same = WordFit(to: doubled, with: try words(few), isContinued: true)
        #expect(same.weights.contains { $0.word == "jiran" } && !same.weights.contains { $0.word == "jiran-jiran" })
        #expect(same.needs.last?.weights.map(\.word) == ["api", "jiran-jiran"], "as the file writes it")
        #expect(fit.needs.map(\.need) == [.fire, .disaster], "no text has a need")
        #expect(fit.needs.first?.weights.map(\.points) == [6, -4])
        let more = (0..<9).flatMap { _ in texts }
        let moved = WordFit(to: more, with: try words(few), isContinued: true).weights.first { $0.word == "jiran" }
        #expect((moved?.points ?? 0) < (points["jiran"] ?? 0), "more texts say more")
    }

    @Test func textsOfOneKindLeaveTheWordsAsTheyAre() throws {
        let fit = WordFit(to: [example("seorang jiran", true)], with: try words(few), isContinued: true)
        #expect(fit.weights.map(\.word) == ["{number 18-59}", "jiran", "malam", "menteri", "peratus", "sasaran"])
        #expect(fit.weights.map(\.points) == [8, 8, 8, -9, -9, -9])
    }

    @Test func textsOfOneKindTeachNothing() throws {
        #expect(WordFit(to: [], with: try words(few), isContinued: false).weights.isEmpty)
        let texts = (0..<9).map { _ in example("seorang jiran", true) }
        #expect(WordFit(to: texts, with: try words(few), isContinued: false).weights.isEmpty)
    }
}
