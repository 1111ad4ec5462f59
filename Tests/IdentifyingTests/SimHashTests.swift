import Testing
import Text

@Suite struct SimHashTests {
    private func words(_ count: Int, _ random: inout Generator) -> [String] {
        (0..<count).map { _ in "w\(Int.random(in: 0..<3000, using: &random))" }
    }

    private func hash(_ words: [String]) -> SimHash { SimHash(tokens(of: words.joined(separator: " "))) }

    @Test func theSameWordsGiveTheSameBitsWhateverTheCaseAndPunctuation() {
        #expect(SimHash(tokens(of: "Satu, dua; TIGA!")) == SimHash(tokens(of: "satu dua tiga")))
    }

    @Test func oneWordMakesNoShingle() {
        #expect(SimHash(tokens(of: "satu")).shingles == 0)
        #expect(SimHash([]).anchors.isEmpty)
    }

    @Test func twoPercentOfWordsChangedStaysWithinTwelveBitsAndSharesAnAnchor() {
        var random = Generator(state: 11)
        var near = 0
        for _ in 0..<300 {
            let original = words(300, &random)
            var changed = original
            for _ in 0..<6 { changed[Int.random(in: 0..<300, using: &random)] = "baharu" }
            let (a, b) = (hash(original), hash(changed))
            if a.distance(to: b) <= 12, !Set(a.anchors).isDisjoint(with: b.anchors) { near += 1 }
        }
        // Recall of 0.99 and better.
        #expect(near >= 297)
    }

    @Test func unrelatedTextsAreFarApart() {
        var random = Generator(state: 5)
        for _ in 0..<300 {
            #expect(hash(words(120, &random)).distance(to: hash(words(120, &random))) > 12)
        }
    }

    @Test func bitsAreTheMajorityOfAllShingles() {
        // One shingle: its own bits, as many ones as the hash has.
        let one = SimHash(tokens(of: "satu dua"))
        let repeated = SimHash(tokens(of: "satu dua tiga. satu dua tiga. satu dua tiga"))
        #expect(one.shingles == 1)
        #expect(one.anchors == [one.bits])
        #expect(repeated.shingles == 8)
    }
}
