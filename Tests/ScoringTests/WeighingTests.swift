import Model
import Scoring
import Testing

/// How a rule weighs several phrases, and what caps an article.
@Suite struct WeighingTests {
    private static let rules = """
          - {id: died, label: {ms: mati, en: died}, points: 30, sign: death, phrases: maut}
          - {id: job, label: {ms: kerja, en: job}, points: 30, sign: worker, phrases: buruh}
        """

    private func outcome(_ text: String, _ rules: String) throws -> Score {
        score(title: "", text: text, with: try lexicon(rules: Self.rules + "\n" + rules))
    }

    private let story =
        "  - {id: story, label: {ms: cerita, en: a story}, points: 0, at-least: 2, at-most: 15, phrases: \"drama, babak\"}"

    @Test func aCapBringsTheArticleDownInTheOpen() throws {
        let result = try outcome("Buruh maut dalam babak drama itu", story)
        #expect(result.raw == 15)
        let cap = try #require(result.contributions.first { $0.rule == "cap.story" })
        #expect(cap.points == -45)
        #expect(cap.labelEnglish == "rules bring at most 15: a story")
        #expect(cap.evidence.map(\.exact) == ["babak", "drama"])
    }

    @Test(arguments: ["Buruh maut, kata drama", "Buruh maut, drama, drama, Drama"])
    func oneWordHoweverOftenIsNotTwo(text: String) throws {
        #expect(try outcome(text, story).raw == 60)
    }

    @Test func aCapTakesNothingFromAnArticleBelowIt() throws {
        #expect(try outcome("babak drama", story).contributions.isEmpty)
    }

    @Test func theLowestOfSeveralCapsHolds() throws {
        let other = "  - {id: other, label: {ms: lain, en: other}, points: 0, at-most: 5, phrases: drama}"
        let result = try outcome("Buruh maut dalam babak drama", story + "\n" + other)
        #expect(result.raw == 5)
        #expect(result.contributions.filter { $0.rule.hasPrefix("cap.") }.map(\.rule) == ["cap.other"])
    }

    @Test(arguments: [
        ("Buruh maut. Menteri", 20), ("Buruh. Menteri", 10), ("Buruh. Satu. Dua. Tiga. Maut. Menteri", 10),
    ])
    func aCombinationLiftsACap(text: String, expected: Int) throws {
        let rules = """
              - {id: both, label: {ms: b, en: b}, points: 0, sign: found, with: "death, worker", within: sentence}
              - {id: cap, label: {ms: c, en: c}, points: 0, at-most: 10, without: found, phrases: menteri}
            """
        let lexicon = try lexicon(
            """
            id: test
            version: "1"
            signs:
              death: {label: {ms: mati, en: death}}
              worker: {label: {ms: pekerja, en: worker}}
              found: {label: {ms: jumpa, en: found}}
            rules:
              - {id: died, label: {ms: mati, en: died}, points: 10, sign: death, phrases: maut}
              - {id: job, label: {ms: kerja, en: job}, points: 10, sign: worker, phrases: buruh}
            \(rules)
            """)
        #expect(score(title: "", text: text, with: lexicon).raw == expected)
    }

    @Test(arguments: [
        ("Buruh maut", 60), ("Buruh maut: parti", 50), ("Buruh maut: parti, undi", 45),
        ("Buruh maut: parti, parti", 50),
        ("Buruh maut: parti, undi, calon, kerusi, PRU, DUN, ceramah", 30),
    ])
    func eachFurtherWordOfADiscountTakesMore(text: String, expected: Int) throws {
        let politics =
            "  - {id: p, label: {ms: p, en: p}, points: -10, each: -5, phrases: \"parti, undi, calon, kerusi, PRU, DUN, ceramah\"}"
        #expect(try outcome(text, politics).raw == expected)
    }

    @Test func allSignsTogetherHaveALimitThatIsShown() throws {
        let result = try outcome(
            "Buruh maut: lapar, lumpuh, parti",
            """
              - {id: h, label: {ms: h, en: h}, points: 30, phrases: lapar}
              - {id: l, label: {ms: l, en: l}, points: 30, phrases: lumpuh}
              - {id: p, label: {ms: p, en: p}, points: -70, phrases: parti}
            """)
        #expect(result.contributions.first { $0.rule == "limit.total" }?.points == -20)
        #expect(result.raw == 30)
    }

    @Test func quotationMarksAroundAPhraseAreNoPartOfIt() throws {
        #expect(found("lelaki 72 tahun", with: try lexicon(phrases: "hidup, '{number 60-} tahun'")) == [])
        let quoted = try lexicon(rules: #"  - {id: a, label: {ms: a, en: a}, points: 10, phrases: hidup, unless: x}"#)
        #expect(found("hidup", with: quoted) == ["hidup"])
        let list = try lexicon(
            rules: """
                  - id: a
                    label: {ms: a, en: a}
                    points: 10
                    phrases: hidup daif, "{number 60-} tahun"
                """)
        #expect(found("lelaki 72 tahun", with: list) == ["72 tahun"])
    }

    @Test(arguments: [
        ("each: 5", "\"each\" needs a whole number from -100 to 0"),
        ("at-most: 200", "\"at-most\" needs a whole number from 0 to 100"),
        ("firm: yes", "\"firm\" says how \"at-most\" holds"),
        ("at-least: 0", "\"at-least\" needs a whole number from 1 to 10"),
    ])
    func aWeighingOutOfBoundsIsRefused(key: String, reason: String) {
        let found = problems { try lexicon(phrases: "lumpuh", more: key) }
        #expect(found.contains { $0.contains(reason) }, "\(found)")
    }
}
