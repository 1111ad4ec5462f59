import Testing

@testable import Text

/// Words of ASCII are read by blocks of 64 bytes, everything else byte by byte: both ways must find the same.
@Suite struct PlainWordTests {
    /// Knuth's MMIX generator: the same cases on every run.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private func byBlocks(_ text: String) -> [Token] { tokens(of: text) }

    /// The third way, which keeps the hashes alone.
    private func hashes(_ text: String) -> [UInt64] { WordHashes(of: text.utf8.span).hashes }

    private func byBytes(_ text: String) -> [Token] {
        var scanner = TokenScanner()
        scanner.readsBlocks = false
        scanner.run(text.utf8.span)
        return scanner.tokens
    }

    /// What stands in texts, and what was made to break them.
    private static let pieces = [
        " ", " ", " ", " ", "  ", ", ", ". ", ".", "! ", "\n", "; ", ": ", "(", ") ", "\"", "-", " - ", "'", "'s ",
        "\u{2019}s",
        "\u{2019}", "\u{201C}", "\u{2026}", "\u{2014}", "\u{A0}", "\u{AD}", "\u{200B}", "\u{0}", "\t", "/", "@", "[",
        "`", "{", "_",
        "2", "34", "1,500.50", "RM", "RM ", "rm20", "juta", "anak", "anak-anak", "anak2nya", "Dr", "Mohd", "M", "JKM",
        "OKU2",
        "a", "Z", "ibu", "tunggal", "delapan8", "perkhidmatan", "PERKHIDMATAN", "mempertanggungjawabkan", "é", "ÉCOLE",
        "单亲妈妈", "🏠", "ja'afar", "e-hailing", "\u{301}", "ſ", "K",
    ]

    @Test(arguments: 0..<40) func bothWaysFindTheSameInAnyText(seed: Int) {
        var random = Generator(state: UInt64(seed))
        for _ in 0..<100 {
            let pieces = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                Self.pieces.randomElement(using: &random) ?? ""
            }
            // Half of the texts are mostly words and blanks, as texts are.
            let text = pieces.joined(separator: Bool.random(using: &random) ? " " : "")
            #expect(byBlocks(text) == byBytes(text), "\(text.debugDescription)")
            #expect(hashes(text) == byBytes(text).map(\.hash), "\(text.debugDescription)")
        }
    }

    @Test func bothWaysFindTheSameWhereverAWordBeginsAndEnds() {
        for place in 0...150 {
            let before = String(repeating: "ab ", count: place / 3) + String(repeating: " ", count: place % 3)
            for length in [1, 2, 7, 8, 9, 15, 16, 17, 31, 62, 63, 64, 65, 72, 130] {
                let word = String(String(repeating: "PantauKerja", count: 12).prefix(length))
                for behind in ["", " ", ".", "'", "9", "é", "-", " akhir"] {
                    let text = before + word + behind
                    #expect(byBlocks(text) == byBytes(text), "\(place) \(length) \(behind)")
                    #expect(hashes(text) == byBytes(text).map(\.hash), "\(place) \(length) \(behind)")
                }
            }
        }
    }

    /// A step that looked back over the text, or anew at what is before it, would take hours.
    @Test(
        .timeLimit(.minutes(5)),
        arguments: ["a", "a ", "a-", "a'", "é ", "\u{0}", ". ", "A1", "RM1 ", String(repeating: "b", count: 64) + " "])
    func aTextOfOneThingIsReadInLinearTime(piece: String) {
        let text = String(repeating: piece, count: 400_000 / piece.utf8.count)
        let tokens = byBlocks(text)
        #expect((tokens.last?.bytes.upperBound ?? 0) <= text.utf8.count)
        #expect(hashes(text) == tokens.map(\.hash))
    }

    @Test func aMapTellsLettersBlanksAndTheRest() {
        var random = Generator(state: 7)
        for _ in 0..<200 {
            let bytes = (0..<WordMap.reach).map { _ in UInt8.random(in: 0...255, using: &random) }
            let map = WordMap(bytes.span, at: 0)
            let isLetter = bytes.map { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
            for index in 0..<WordMap.length {
                let isLetterBefore = index > 0 && isLetter[index - 1]
                #expect((map.starts >> index & 1 == 1) == (isLetter[index] && !isLetterBefore))
                #expect((map.ends >> index & 1 == 1) == (!isLetter[index] && isLetterBefore))
                #expect((map.others >> index & 1 == 1) == (!isLetter[index] && bytes[index] != 0x20))
            }
        }
    }
}
