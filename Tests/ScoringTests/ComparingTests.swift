import Model
import Scoring
import Testing
import Text

/// Two lexicons against each other, and labelled texts against one.
@Suite struct ComparingTests {
    private func twoRules(_ first: Int, _ second: Int, phrases: String = "lapar") throws -> Lexicon {
        try lexicon(
            rules: """
                  - {id: a, label: {ms: a, en: a}, need: foreign-worker, points: \(first), phrases: "\(phrases)"}
                  - {id: b, label: {ms: b, en: b}, need: fire, urgency: urgent, points: \(second), phrases: terbakar}
                """)
    }

    @Test func whatIsNewGoneAndChangedIsToldKeyByKey() throws {
        let old = try twoRules(10, 20)
        let new = try lexicon(
            rules: """
                  - {id: a, label: {ms: a, en: a}, need: foreign-worker, points: 12, phrases: "lapar, kebuluran"}
                  - {id: c, label: {ms: c, en: c}, points: 1, phrases: x1}
                """)
        let difference = LexiconDifference(from: old, to: new)
        #expect(difference.added.map(\.id) == ["rule c"])
        #expect(difference.removed.map(\.id) == ["rule b"])
        #expect(difference.changed.map(\.part.id) == ["rule a"])
        #expect(difference.changed.first?.keys.map(\.key) == ["points", "phrases"])
        #expect(difference.changed.first?.keys.last?.added == ["kebuluran"])
        #expect(LexiconDifference(from: old, to: old).isEmpty)
    }

    @Test func aLeadThatAppearsNamesTheRuleThatDidIt() throws {
        let text = "Rumah terbakar, mereka lapar."
        let before = score(title: "", text: text, with: try twoRules(10, 20))
        let after = score(title: "", text: text, with: try twoRules(39, 20))
        let change = try #require(ScoreChange(from: before, to: after))
        #expect(change.kind == .appears)
        #expect(change.causes.map(\.rule) == ["a"])
        #expect(change.causes.first?.difference == 29)
        #expect(ScoreChange(from: after, to: before)?.kind == .vanishes)
        #expect(ScoreChange(from: after, to: after) == nil)
    }

    @Test func aLeadWithAnotherFirstNeedIsToldAndPointsAloneAreToo() throws {
        let text = "Rumah terbakar, mereka lapar."
        let first = score(title: "", text: text, with: try twoRules(39, 20))
        let second = score(title: "", text: text, with: try twoRules(20, 39))
        #expect(ScoreChange(from: first, to: second)?.kind == .need)
        let third = score(title: "", text: text, with: try twoRules(38, 20))
        #expect(ScoreChange(from: first, to: third)?.kind == .score)
    }

    @Test func aRuleMisfiresWhereMostOfItsLeadsAreWrong() throws {
        let lexicon = try twoRules(39, 20)
        let flagged = score(title: "", text: "Rumah terbakar, mereka lapar.", with: lexicon)
        var tally = try #require(RuleTally.all(of: lexicon).first)
        #expect(tally.isSilent)
        for decision: RuleTally.Decision in [.wrong, .wrong, .right, .none, .right] { tally.count(flagged, decision) }
        #expect(!tally.misfires, "four decisions say nothing")
        tally.count(flagged, .wrong)
        #expect(tally.misfires)
        #expect((tally.texts, tally.flagged, tally.right, tally.wrong) == (6, 6, 2, 3))
    }

    // MARK: Labelled texts

    private let yes =
        #"{"id": "x", "lead": "yes", "urgency": "urgent", "need": ["fire"], "text": "terbakar dan lapar"}"#

    @Test func aKnownFailureThatIsMendedMustLeaveTheList() throws {
        let examples = try ScoringExample.read(yes, file: "x.jsonl")
        let known = try KnownFailures("# a\n\nmiss x\n", file: "known.txt", examples: ["x"])
        let missed = ExampleReport(of: examples, with: try twoRules(10, 20), known: known)
        #expect(missed.isPassed && missed.count(.miss) == 1)
        #expect(!ExampleReport(of: examples, with: try twoRules(10, 20)).isPassed)
        let mended = ExampleReport(of: examples, with: try twoRules(20, 30), known: known)
        #expect(!mended.isPassed && mended.failures.isEmpty)
        #expect(mended.mended == [KnownFailures.Item(.miss, "x")])
    }

    @Test func aListOfFailuresIsReadAsItIsWritten() throws {
        let examples = try ScoringExample.read(yes, file: "x.jsonl")
        let report = ExampleReport(of: examples, with: try twoRules(39, 20))
        #expect(report.failures.map(\.kind) == [.need])
        let known = try KnownFailures(KnownFailures.text(of: report.failures), file: "known.txt", examples: ["x"])
        #expect(known.items == [KnownFailures.Item(.need, "x")])
    }

    @Test(arguments: [
        ("{\"id\": \"a\"", "x.jsonl:1:11: "), ("[]", "x.jsonl:1:1: an example is one JSON object a line"),
        ("{\"id\": \"a\", \"lead\": \"yess\", \"text\": \"t\"}", "did you mean \"yes\"?"),
        (
            "{\"id\": \"a\", \"lead\": \"no\", \"texts\": \"t\"}",
            "\"texts\" is no part of an example; did you mean \"text\"?"
        ),
        ("{\"id\": \"a\", \"lead\": \"no\"}", "an example needs \"text\""),
        ("{\"id\": \"a\", \"lead\": \"yes\", \"text\": \"t\", \"need\": \"fier\"}", "did you mean \"fire\"?"),
        ("{\"id\": \"a\", \"lead\": \"no\", \"text\": \"t\", \"helped\": 1}", "\"helped\" is true or false"),
        (
            "{\"id\":\"a\",\"lead\":\"no\",\"text\":\"t\"}\n{\"id\":\"a\",\"lead\":\"no\",\"text\":\"t\"}",
            "x.jsonl:2:1: the example \"a\""
        ),
    ])
    func aMistakeInAnExampleIsToldWithItsLine(content: String, expected: String) {
        var found: [String] = []
        do throws(DocumentProblems) {
            _ = try ScoringExample.read(content, file: "x.jsonl")
        } catch {
            found = error.problems.map(\.description)
        }
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test(arguments: ["mis x", "miss", "miss nobody"])
    func aMistakeInTheListIsToldWithItsLine(line: String) {
        #expect(throws: DocumentProblems.self) {
            try KnownFailures("# first\n" + line, file: "known.txt", examples: ["x"])
        }
    }
}
