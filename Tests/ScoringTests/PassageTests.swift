import Model
import Scoring
import Testing

/// A case that is told in passing, in a text about something else.
@Suite struct PassageTests {
    private func news(_ settings: String = "", more: String = "") throws -> Lexicon {
        try lexicon(
            """
            id: test
            version: "1"
            settings: {threshold: 40\(settings)}
            signs:
              death: {label: {ms: mati, en: death}, incident: yes}
            rules:
              - {id: died, label: {ms: mati, en: died}, points: 35, sign: death, need: survivors, phrases: maut}
              - {id: job, label: {ms: kerja, en: job}, points: 35, need: work-injury, phrases: buruh}
              - {id: hungry, label: {ms: lapar, en: hungry}, points: 25, urgency: urgent, phrases: lapar}
              - {id: politics, label: {ms: politik, en: politics}, points: -90, phrases: "undi, calon"}
              - {id: story, label: {ms: cerita, en: a story}, points: -90, passages: no, phrases: drama}
              - {id: success, label: {ms: jaya, en: success}, points: -4, passages: less, phrases: "juara, kini"}
              - {id: plea, label: {ms: rayuan, en: a plea}, points: 0, passages: elsewhere, phrases: mitigasi}
            \(more)
            """)
    }

    private let election = """
        Undi mula dikira. Calon melambai.

        Hujan turun. Seorang buruh, Ali Rekaan, maut semalam. Anaknya lapar. Calon pulang.
        """

    @Test func aPassageSpeaksForATextAboutSomethingElse() throws {
        let result = score(title: "Calon menang", text: election, with: try news())
        #expect(result.isFlagged)
        #expect(result.contributions.map(\.rule) == ["died", "job", "hungry", "passage"])
        #expect(result.contributions.map(\.points) == [35, 35, 25, -50])
        #expect(result.raw == 45)
        #expect(result.needs.map(\.need) == [.workInjury, .survivors])
        #expect(result.urgency == .urgent)
        #expect(result.kind == .hardship)
    }

    @Test func itsPhrasesStandWhereTheyStandInTheWholeText() throws {
        let result = score(title: "Calon menang", text: election, with: try news())
        let scalars = Array(election.unicodeScalars)
        for evidence in result.contributions.flatMap(\.evidence) {
            #expect(evidence.field == .text)
            #expect(String(String.UnicodeScalarView(scalars[evidence.range])) == evidence.exact)
        }
        #expect(result.contributions.flatMap(\.evidence).map(\.sentence) == [3, 3, 4])
    }

    @Test(arguments: [
        // Hardly longer than a passage.
        "Undi mula dikira. Seorang buruh, Ali Rekaan, maut semalam. Anaknya lapar.",
        // In no two sentences side by side.
        "Seorang buruh, Ali Rekaan. Undi mula. Calon melambai. Maut semalam. Undi. Anaknya lapar. Undi dikira.",
        // About no one in particular.
        "Undi mula dikira. Calon melambai. Hujan turun. Seorang buruh maut semalam. Anaknya lapar. Calon pulang.",
        // Capitals alone name nobody: an agency, a sum of money, the beginning of a sentence.
        "Undi dikira. Calon melambai. Hujan. Buruh maut, kata RELA. Lapar dengan RM5. Calon pulang.",
        // What is said of the whole text.
        "Sebuah drama. Calon melambai. Hujan turun. Seorang buruh, Ali Rekaan, maut semalam. Anaknya lapar. Tamat.",
    ])
    func whatStaysUnflagged(text: String) throws {
        let result = score(title: "Undi", text: text, with: try news())
        #expect(!result.isFlagged)
        #expect(!result.contributions.contains { $0.rule == "passage" })
    }

    @Test func anAgeIsSomebodyWithoutAName() throws {
        let text =
            "Undi mula. Calon melambai. Hujan turun. Seorang buruh, 34, maut semalam. Anaknya lapar. Calon pulang."
        #expect(score(title: "", text: text, with: try news()).isFlagged)
    }

    @Test(arguments: [
        ("Juara pulang. ", "", ["died", "job", "hungry", "success", "passage"], 41),
        // Once, though it stands in both.
        ("Juara pulang. ", " kini", ["died", "job", "hungry", "success", "passage"], 41),
        ("", "", ["died", "job", "hungry", "passage"], 45),
    ])
    func whatTheWholeTextLosesItsPassagesMayLoseToo(head: String, word: String, rules: [String], raw: Int) throws {
        let text = head + election.replacing("lapar", with: "lapar" + word)
        let result = score(title: "", text: text, with: try news())
        #expect(result.contributions.map(\.rule) == rules)
        #expect(result.raw == raw)
    }

    @Test(arguments: [
        ("Dalam mitigasi, katanya begini. Seorang buruh, Ali Rekaan, maut. Anaknya lapar.", false),
        ("Seorang buruh, Ali Rekaan, maut. Anaknya lapar, kata mitigasi.", false),
        ("Dalam mitigasi, katanya begini. Hujan. Seorang buruh, Ali Rekaan, maut. Anaknya lapar.", true),
        ("Seorang buruh, Ali Rekaan, maut. Anaknya lapar. Mitigasi ditangguh.", true),
    ])
    func whatIsPleadedForTheAccusedIsNoCase(text: String, isFlagged: Bool) throws {
        let trial = "Undi mula. Calon melambai. Hujan turun. " + text + " Calon pulang."
        #expect(score(title: "", text: trial, with: try news()).isFlagged == isFlagged)
    }

    @Test func passagesCannotLosePointsThatTheRuleBrings() {
        let rule = "  - {id: odd, label: {ms: a, en: a}, points: 1, passages: less, phrases: aneh}"
        #expect(problems { try news(more: rule) }.map { $0.contains("\"odd\" takes none off") } == [true])
    }

    @Test func anUnknownValueIsAnErrorThatNamesTheOthers() {
        let rule = "  - {id: odd, label: {ms: a, en: a}, points: 1, passages: never, phrases: aneh}"
        let found = problems { try news(more: rule) }
        #expect(found.count == 1)
        #expect(
            found.first?.contains("\"passages\"") == true && found.first?.contains("yes, no, less, elsewhere") == true,
            "\(found)")
    }

    @Test func whatIsFlaggedAsAWholeIsExplainedAsAWhole() throws {
        let text = election.replacing("Undi", with: "Padi").replacing("Calon", with: "Petani")
        let result = score(title: "", text: text, with: try news())
        // What stands behind the lead brings half.
        #expect(result.raw == 46)
        #expect(!result.contributions.contains { $0.rule == "passage" })
    }

    @Test func theFirstOfTwoThatTellAsMuchIsExplained() throws {
        let twice = election + " Undi lagi. Seorang buruh, Abu Rekaan, maut kelmarin. Anaknya lapar. Calon tidur."
        let result = score(title: "", text: twice, with: try news())
        #expect(result.contributions.first?.evidence.map(\.sentence) == [3])
    }

    @Test(arguments: [
        (", passage-cost: 60", false), (", passage-cost: 55", true), (", passage-sentences: 1", false),
        (", passage-sentences: 4", true),
    ])
    func costAndLengthAreSettings(settings: String, isFlagged: Bool) throws {
        let text = election.replacing(" Calon pulang.", with: " Hujan lagi. Petang tiba.")
        #expect(score(title: "Undi", text: text, with: try news(settings)).isFlagged == isFlagged)
    }

    @Test func aCostBeyondTheScaleIsAnErrorWithItsPlace() {
        #expect(
            problems { try news(", passage-cost: 0") }
                == ["test.yaml:3:41: \"passage-cost\" needs a whole number from 1 to 100, not \"0\""])
    }

    @Test func whoIsProtectedAnywhereStaysProtected() throws {
        let abuse = "  - {id: abuse, label: {ms: dera, en: abuse}, points: 1, protects: yes, phrases: didera}"
        let text = "Seorang murid didera. " + election
        #expect(score(title: "", text: text, with: try news(more: abuse)).isProtected)
    }

    /// What somebody makes as long as a book costs no more than a long article.
    @Test func behindTwoHundredPassagesNobodyReadsOn() throws {
        let padding = { (count: Int) in String(repeating: "Undi lagi. ", count: count) }
        let lexicon = try news()
        #expect(score(title: "", text: padding(190) + election, with: lexicon).isFlagged)
        #expect(!score(title: "", text: padding(250) + election, with: lexicon).isFlagged)
    }
}
