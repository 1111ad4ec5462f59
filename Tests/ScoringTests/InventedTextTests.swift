import Model
import Scoring
import Testing

/// The built-in rules over invented texts of every kind, in both languages.
@Suite struct InventedTextTests {
    private func outcome(of item: InventedText) throws -> Score {
        score(title: item.title, text: item.text, with: try bundledLexicon.get())
    }

    private func sum(of score: Score) -> Comment {
        "\(score.raw): \(score.contributions.map { "\($0.rule) \($0.points)" })"
    }

    @Test func theTextsAreThere() {
        #expect(InventedText.leads.count > 80)
        #expect(InventedText.traps.count > 120)
        #expect(Set(InventedText.traps.map(\.kind)).count > 20)
    }

    @Test(arguments: InventedText.leads)
    func somebodyInNeedIsFlagged(item: InventedText) throws {
        let result = try outcome(of: item)
        #expect(result.isFlagged, sum(of: result))
    }

    @Test(arguments: InventedText.traps)
    func whatOnlySoundsLikeNeedIsNotFlagged(item: InventedText) throws {
        let result = try outcome(of: item)
        #expect(!result.isFlagged, sum(of: result))
    }

    @Test(arguments: InventedText.leads + InventedText.traps)
    func whatIsShownAddsUpToTheScore(item: InventedText) throws {
        let result = try outcome(of: item)
        #expect(result.contributions.reduce(0) { $0 + $1.points } == result.raw)
    }

    @Test(arguments: InventedText.traps.filter { ["fiction", "religion", "opinion", "scam"].contains($0.kind) })
    func aTrapToldAtLengthIsStillNone(item: InventedText) throws {
        let long = InventedText(
            kind: item.kind, title: item.title, text: item.text + "\n\n" + item.text + "\n\n" + item.text)
        let result = try outcome(of: long)
        #expect(!result.isFlagged, sum(of: result))
    }
}
