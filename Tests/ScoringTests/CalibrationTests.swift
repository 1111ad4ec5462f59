import Bundled
import Documents
import Model
import Scoring
import Testing
import Text

/// What a score is worth, and the file that says so.
@Suite struct CalibrationTests {
    /// For each score, so many texts and so many of them leads.
    private func outcomes(_ counts: [(score: Int, texts: Int, leads: Int)]) -> [Calibration.Outcome] {
        counts.flatMap { count in
            (0..<count.texts).map { Calibration.Outcome(score: count.score, isLead: $0 < count.leads) }
        }
    }

    private func fitted(_ counts: [(score: Int, texts: Int, leads: Int)]) throws -> Calibration {
        try #require(Calibration(fittedTo: outcomes(counts), fingerprint: "0123456789abcdef"))
    }

    private func read(_ yaml: String) throws -> Calibration {
        try Calibration(try readYAML(yaml, file: "calibration.yaml"), file: "calibration.yaml")
    }

    @Test func aHigherScoreIsNeverWorthLess() throws {
        // By chance more of the texts at 30 were leads than of those at 50.
        let scale = try fitted([(0, 200, 1), (30, 40, 12), (50, 40, 8), (80, 60, 57)])
        let shares = (0...100).map(scale.perMille(at:))
        #expect(shares == shares.sorted())
        #expect(scale.steps.map(\.score) == [0, 40, 80])
    }

    @Test func betweenTwoStepsTheShareRisesEvenly() throws {
        let scale = try fitted([(20, 98, 9), (60, 98, 89)])
        #expect(scale.perMille(at: 20) == 100)
        #expect(scale.perMille(at: 40) == 500)
        #expect(scale.perMille(at: 60) == 900)
    }

    @Test func belowTheFirstStepAndAboveTheLastTheShareStays() throws {
        let scale = try fitted([(20, 98, 9), (60, 98, 89)])
        #expect(scale.perMille(at: -200) == 100)
        #expect(scale.perMille(at: 100) == 900)
    }

    @Test func noScoreIsWorthNothingOrAll() throws {
        let scale = try fitted([(0, 500, 0), (95, 500, 500)])
        #expect(scale.perMille(at: 0) == 1)
        #expect(scale.perMille(at: 95) == 998)
    }

    @Test func fewTextsAreWeighedWithTheirNeighbours() throws {
        // Two leads at 90 alone would say that every text with 90 is one.
        let scale = try fitted([(0, 100, 0), (40, 100, 50), (90, 2, 2)])
        #expect(scale.steps.count == 2)
        #expect(scale.perMille(at: 90) < 550)
    }

    @Test func withoutTextsThereIsNoScale() {
        #expect(Calibration(fittedTo: [], fingerprint: "0") == nil)
    }

    @Test func textsWithOneScoreMakeAScaleOfOneStep() throws {
        let scale = try fitted([(40, 3, 1)])
        #expect(scale.steps.count == 1)
        #expect(scale.perMille(at: 0) == 400)
    }

    @Test func theDocumentIsReadAsItWasWritten() throws {
        let counts = [
            (score: 0, texts: 300, leads: 2), (score: 45, texts: 40, leads: 30), (score: 95, texts: 90, leads: 88),
        ]
        let scale = try fitted(counts)
        #expect(try read(scale.document(fittedTo: outcomes(counts))) == scale)
    }

    @Test(arguments: [
        ("rules: \"a\"", "calibration.yaml:1:1: a calibration needs \"steps\""),
        ("steps: [{score: 120, per-mille: 4}]", "\"score\" needs a whole number from 0 to 100"),
        ("steps: [{score: 20, per-mille: 1004}]", "\"per-mille\" needs a whole number from 0 to 1000"),
        ("steps: [{score: 20, per-mile: 4}]", "did you mean \"per-mille\"?"),
        (
            "steps: [{score: 20, per-mille: 40}, {score: 10, per-mille: 50}]",
            "the step at score 10 must be above the one at 20"
        ),
        (
            "steps: [{score: 20, per-mille: 40}, {score: 30, per-mille: 20}]",
            "the step at score 30 must be above the one at 20"
        ),
        ("steps: often", "\"steps\" is a list"),
    ])
    func aMistakeInTheFileIsToldWithItsPlace(yaml: String, reason: String) {
        do {
            _ = try read(yaml)
            Issue.record("read without a word")
        } catch let problems as DocumentProblems {
            #expect(problems.description.contains(reason), "\(problems)")
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func aScoreSaysWhatItIsWorthAndWhetherTheRulesAreThose() throws {
        var lexicon = try lexicon(phrases: "maut")
        #expect(score(title: "", text: "Seorang lelaki maut.", with: lexicon).likelihood == nil)
        lexicon.calibration = Calibration(
            fittedTo: outcomes([(8, 98, 9), (10, 98, 49)]), fingerprint: lexicon.fingerprint)
        #expect(
            score(title: "", text: "Seorang lelaki maut.", with: lexicon).likelihood
                == Likelihood(perMille: 500, isOfTheseRules: true))
        lexicon.calibration = try fitted([(8, 98, 9), (10, 98, 49)])
        #expect(
            score(title: "", text: "Pagi ini.", with: lexicon).likelihood
                == Likelihood(perMille: 100, isOfTheseRules: false))
    }

    @Test func anotherRuleGivesAnotherFingerprint() throws {
        func fingerprint(sha256: String) throws -> String {
            let yaml = "{id: a, version: \"1\", rules: [{id: r, label: {ms: r, en: r}, points: 5, phrases: maut}]}"
            return try Lexicon([
                LexiconDocument(file: "a.yaml", sha256: sha256, root: try readYAML(yaml, file: "a.yaml"))
            ])
            .fingerprint
        }
        #expect(try fingerprint(sha256: "01") == fingerprint(sha256: "01"))
        #expect(try fingerprint(sha256: "01") != fingerprint(sha256: "02"))
        #expect(try fingerprint(sha256: "01").count == 16)
    }

    @Test func theBundledScaleTellsLeadsFromOthers() throws {
        let file = try #require(BundledFile.files(in: "Lexicons").first { $0.path.hasSuffix("calibration.yaml") })
        let scale = try Calibration(try readYAML(file.text, file: file.path), file: file.path)
        #expect(scale.perMille(at: 0) < 50)
        #expect(scale.perMille(at: 95) > 900)
        #expect(scale.perMille(at: 100) > 950)
        #expect(scale.fingerprint.count == 16)
    }
}
