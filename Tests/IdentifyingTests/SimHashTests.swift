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

    /// The fingerprint as it is defined, one bit after the other.
    private func counted(_ tokens: [Token]) -> (bits: UInt64, anchors: [UInt64]) {
        let shingles = zip(tokens, tokens.dropFirst()).map { word, next in
            var z = word.hash &* 0x9E37_79B9_7F4A_7C15 ^ next.hash
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        let bits = (0..<64).reduce(UInt64(0)) { bits, bit in
            shingles.count { $0 >> UInt64(bit) & 1 == 1 } * 2 > shingles.count ? bits | 1 << UInt64(bit) : bits
        }
        return (bits, Array(Set(shingles).sorted().prefix(6)))
    }

    /// A word for each number.
    private func letters(_ number: Int) -> String { String(decoding: "\(number)".utf8.map { $0 + 49 }, as: UTF8.self) }

    @Test(arguments: [0, 1, 2, 3, 30, 400, 3_000])
    func bitsAndAnchorsAreThoseOfTheDefinition(different: Int) {
        var random = Generator(state: UInt64(different) + 3)
        for count in Array(0...70) + [127, 128, 129, 300, 541, 1_000, 4_097] {
            // With few different words hardly any hash is small, and all are met often.
            let words = (0..<count).map { _ in letters(Int.random(in: 0...different, using: &random)) }
            let text = words.joined(separator: count % 3 == 0 ? ", 7 " : " ")
            let tokens = tokens(of: text)
            let (expected, hash) = (counted(tokens), SimHash(of: text))
            #expect(hash == SimHash(tokens))
            #expect(hash.bits == expected.bits && hash.anchors == expected.anchors, "\(count) words")
            #expect(hash.shingles == max(0, tokens.count - 1))
        }
    }
}
