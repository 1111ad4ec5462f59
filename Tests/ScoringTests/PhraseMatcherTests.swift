import Scoring
import Testing

/// The matcher against a search that tries every phrase at every word.
@Suite struct PhraseMatcherTests {
    /// Knuth's MMIX generator: the same cases on every run.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    /// Words that begin alike, and are as long as what is read at once; each with ways in which it may be written.
    private static let words = [
        ["ibu", "Ibu", "IBU"], ["ibunya", "ibuNYA"], ["i", "I"], ["tunggal", "TUNGGAL"], ["tunggak"],
        ["perkhidmatan", "Perkhidmatan"], ["perkhidmatanlah"], ["délima", "DÉLIMA"],
        ["ja'afar", "ja\u{2019}afar", "JA\u{2019}AFAR"],
        ["妈妈"], ["fenomena", "fe\u{AD}no\u{AD}mena"], [String(repeating: "x", count: 63)],
        [String(repeating: "x", count: 64)],
    ]

    @Test(arguments: 0..<30) func everyOccurrenceIsCountedAsAPlainSearchCountsIt(seed: Int) {
        var random = Generator(state: UInt64(seed))
        func some(_ count: ClosedRange<Int>) -> [Int] {
            (0..<Int.random(in: count, using: &random)).map { _ in Int.random(in: Self.words.indices, using: &random) }
        }
        for _ in 0..<20 {
            let phrases = (0..<12).map { _ in some(1...4) }
            // A comma parts thoughts: no phrase reaches over it.
            let clauses = (0..<6).map { _ in some(1...15) }
            let matcher = PhraseMatcher(phrases.map { $0.map { Self.words[$0][0] }.joined(separator: " ") })
            let text = clauses.map { clause in
                clause.map { Self.words[$0].randomElement(using: &random) ?? "" }.joined(separator: " ")
            }.joined(separator: ", ")
            #expect(matcher.count(in: text) == occurrences(of: phrases, in: clauses), "\(text)")
        }
    }

    private func occurrences(of phrases: [[Int]], in clauses: [[Int]]) -> Int {
        var count = 0
        for clause in clauses {
            for phrase in phrases where phrase.count <= clause.count {
                count += (0...clause.count - phrase.count).count { Array(clause[$0..<$0 + phrase.count]) == phrase }
            }
        }
        return count
    }

    @Test func aPhraseOfManyBeginningsIsFoundBesideThemAll() {
        // More than the filter keeps apart: what it may not do is to overlook one.
        let phrases = (0..<3_000).map { "mula w\($0)" } + (0..<3_000).map { "sendiri\($0)" }
        let matcher = PhraseMatcher(phrases.map { $0.map { $0.isNumber ? Self.letter($0) : String($0) }.joined() })
        let text = phrases.map { $0.map { $0.isNumber ? Self.letter($0) : String($0) }.joined() }.joined(
            separator: ". ")
        #expect(matcher.count(in: text) == phrases.count)
    }

    private static func letter(_ digit: Character) -> String {
        String("abcdefghij".dropFirst(digit.wholeNumberValue ?? 0).prefix(1))
    }
}
