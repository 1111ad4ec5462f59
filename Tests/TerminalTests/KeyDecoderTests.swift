import Terminal
import Testing

@Suite struct KeyDecoderTests {
    private func keys(_ text: String) -> [Key] {
        var decoder = KeyDecoder()
        return decoder.feed(text.utf8) + decoder.flush()
    }

    @Test(
        arguments: [
            ("a", [.character("a")]), ("é", [.character("é")]), ("辺", [.character("辺")]), ("😀", [.character("😀")]),
            ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]),
            ("\u{4}", [.control("d")]), ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]),
            ("\u{1B}[A", [.up]), ("\u{1B}OA", [.up]), ("\u{1B}[B", [.down]), ("\u{1B}[1;2B", [.shiftDown]),
            ("\u{1B}[5~", [.pageUp]), ("\u{1B}[6~", [.pageDown]), ("\u{1B}[H", [.home]), ("\u{1B}[1~", [.home]),
            ("\u{1B}[7~", [.home]), ("\u{1B}[4~", [.end]), ("\u{1B}[3~", [.delete]), ("\u{1B}[Z", [.backTab]),
            ("jk", [.character("j"), .character("k")]),
        ] as [(String, [Key])])
    func aKeyIsWhatTheTerminalsSendForIt(text: String, expected: [Key]) {
        #expect(keys(text) == expected)
    }

    /// An unknown sequence swallowed in part would leave letters behind, and letters decide.
    @Test(arguments: [
        "\u{1B}[99~", "\u{1B}[1;5C\u{1B}[1;5X", "\u{1B}a", "\u{1B}r", "\u{1B}[<0;10;10M", "\u{1B}[200", "\u{1B}OQ",
        "\u{1B}[?1;2c", "\u{1B}[I",
    ])
    func aSequenceOfNoKeyDecidesNothing(text: String) {
        for key in keys(text) {
            if case .character = key { Issue.record("\(key) came out of a sequence") }
        }
    }

    @Test func aKeyInPiecesIsOneKey() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]) == [])
        #expect(decoder.isInside)
        #expect(decoder.feed([0x5B]) == [])
        #expect(decoder.feed([0x41]) == [.up])
        #expect(!decoder.isInside)
        #expect(decoder.feed([0xE8, 0xBE]) == [])
        #expect(decoder.feed([0xBA, 0x6A]) == [.character("辺"), .character("j")])
    }

    @Test func anEscapeAloneIsTheKeyWhenNothingFollows() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]) == [])
        #expect(decoder.flush() == [.escape])
        #expect(decoder.feed("a".utf8) == [.character("a")])
    }

    @Test func bytesThatAreNoTextAreNoKeys() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0xFF, 0x61]) == [.unknown, .character("a")])
        #expect(decoder.feed([0xC3, 0x28]) == [.unknown, .character("(")])
        #expect(decoder.feed([0x00, 0x1C]) == [.unknown, .unknown])
    }

    @Test func aPasteIsOneTextAndNoKeys() {
        #expect(keys("\u{1B}[200~arr\nx\u{1B}[201~j") == [.paste("arr\nx"), .character("j")])
        var decoder = KeyDecoder()
        #expect(decoder.feed("\u{1B}[200~re".utf8) == [])
        #expect(!decoder.isInside)
        #expect(decoder.flush() == [])
        #expect(decoder.feed("ject\u{1B}[20".utf8) == [])
        #expect(decoder.feed("1~".utf8) == [.paste("reject")])
    }

    @Test func aPasteWithoutEndDoesNotGrowWithoutEnd() {
        var decoder = KeyDecoder()
        #expect(decoder.feed("\u{1B}[200~".utf8) == [])
        for _ in 0..<40 { #expect(decoder.feed([UInt8](repeating: 0x61, count: 8192)) == []) }
        guard case .paste(let text)? = decoder.feed("\u{1B}[201~".utf8).first else {
            Issue.record("the paste never ended")
            return
        }
        #expect(text.utf8.count <= 64 * 1024)
    }

    @Test func aSequenceThatNeverEndsIsGivenUp() {
        var decoder = KeyDecoder()
        let found = decoder.feed("\u{1B}[".utf8 + [UInt8](repeating: 0x31, count: 100))
        #expect(found.allSatisfy { $0 == .unknown || $0 == .character("1") })
        #expect(!found.isEmpty)
    }
}
