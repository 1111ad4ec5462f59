import Model
import Scoring
import Testing

/// The built-in rules over invented texts of every kind, in both languages. What they get wrong stands in
/// `InventedTexts/known.txt`; to write that list anew: `pantau lexicon test --mark Tests/ScoringTests/InventedTexts`.
@Suite struct InventedTextTests {
    private func outcome(title: String, text: String) throws -> Score {
        score(title: title, text: text, with: try bundledLexicon.get())
    }

    @Test func theTextsAreThere() {
        let texts = InventedText.all
        #expect(texts.count >= 360)
        #expect(Set(texts.map(\.id)).count == texts.count)
        #expect(texts.count { $0.verdict == .yes } > 140)
        #expect(texts.count { $0.verdict == .no } > 200)
        #expect(Set(texts.map(\.kind)).count > 30)
    }

    @Test(arguments: InventedText.all)
    func theRulesSayWhatPeopleSayOfATextOrTheGapIsKnown(item: ScoringExample) throws {
        let result = try outcome(title: item.title, text: item.text)
        let known = try InventedText.known.get().items.filter { $0.example == item.id }.map(\.kind.rawValue).sorted()
        let found = item.failures(of: result).map(\.kind.rawValue).sorted()
        #expect(found == known, "\(result.raw): \(result.contributions.map { "\($0.rule) \($0.points)" })")
    }

    @Test(arguments: InventedText.all)
    func whatIsShownAddsUpToTheScore(item: ScoringExample) throws {
        let result = try outcome(title: item.title, text: item.text)
        #expect(result.contributions.reduce(0) { $0 + $1.points } == result.raw)
    }

    @Test(
        arguments: InventedText.all.filter {
            $0.id.hasPrefix("trap-") && ["fiction", "religion", "opinion", "scam"].contains($0.kind)
        })
    func aTrapToldAtLengthIsStillNone(item: ScoringExample) throws {
        let text = Array(repeating: item.text, count: 3).joined(separator: "\n\n")
        let result = try outcome(title: item.title, text: text)
        #expect(!result.isFlagged, "\(result.raw): \(result.contributions.map { "\($0.rule) \($0.points)" })")
    }
}
