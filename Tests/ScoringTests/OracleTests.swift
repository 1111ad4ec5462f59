import Model
import Scoring
import Testing

/// The trie against the plainest search there is.
@Suite struct OracleTests {
    /// Knuth's MMIX generator: the same cases on every run.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64 = 42
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    @Test func everyPhraseIsFoundWhereAPlainSearchFindsIt() throws {
        var random = Generator()
        let words = ["abah", "buku", "cawan", "dapur"]
        for _ in 0..<300 {
            let phrases = (0..<4).map { _ in
                (0..<Int.random(in: 1...3, using: &random)).map { _ in words[Int.random(in: 0..<4, using: &random)] }
            }
            let text = (0..<12).map { _ in words[Int.random(in: 0..<4, using: &random)] }
            let rules = phrases.enumerated().map { number, phrase in
                "  - {id: r\(number), label: {ms: a, en: a}, points: 1, phrases: \(phrase.joined(separator: " "))}"
            }
            let result = score(
                title: "", text: text.joined(separator: " "),
                with: try lexicon(rules: rules.joined(separator: "\n")))
            let expected = phrases.enumerated().filter { _, phrase in
                (0...text.count - phrase.count).contains { Array(text[$0..<$0 + phrase.count]) == phrase }
            }.map { "r\($0.offset)" }
            #expect(Set(result.contributions.map(\.rule)) == Set(expected))
        }
    }
}
