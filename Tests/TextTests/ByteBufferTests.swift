import Testing
import Text

/// What writes sixteen bytes at once is held against what writes one.
struct ByteBufferTests {
    /// Numbers that are the same in every run (a linear congruential generator).
    private struct Randomness: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    @Test func bytesAreAppendedUpToTheFirstThatIsMeantAtAllAlignmentsAndLengths() {
        var random = Randomness(state: 1)
        for length in 0...50 {
            for start in 0...min(length, 9) {
                for density in [2, 9, 60] {
                    let text: [UInt8] = (0..<length).map { _ in
                        .random(in: 0..<density, using: &random) == 0 ? 0x3C : .random(in: 0x3D...0xFF, using: &random)
                    }
                    let end = text[start...].firstIndex(of: 0x3C) ?? length
                    var buffer = ByteBuffer()
                    buffer.append(0x21)
                    #expect(buffer.append(text.span, in: start..<length, upTo: { $0.mark(equalTo: 0x3C) }) == end)
                    #expect(buffer.bytes == [0x21] + text[start..<end])
                    // The NUL that fills up the last block is not found.
                    #expect(buffer.append(text.span, in: start..<length, upTo: { $0.mark(equalTo: 0) }) == length)
                }
            }
        }
    }

    @Test func wordsEndBeforeTheFirstOfTwoBlanksWhereverItStands() {
        for length in 1...40 {
            for first in 1..<max(2, length) {
                var text = Array(repeating: UInt8(ascii: "a"), count: length)
                for blank in [first, first + 1] where blank < length { text[blank] = 0x20 }
                let expected = first + 1 < length ? first : length
                var buffer = ByteBuffer()
                let end = buffer.append(wordsOf: text.span, from: 0) { $0.mark(equalTo: UInt8(ascii: "<")) }
                #expect(end == expected)
                #expect(buffer.bytes == Array(text[..<expected]))
            }
        }
    }

    @Test func aBufferGrowsWithWhatIsWrittenInPiecesOfAllKinds() {
        var random = Randomness(state: 2)
        for capacity in [0, 1, 15, 16, 100] {
            var buffer = ByteBuffer(capacity: capacity)
            var expected: [UInt8] = []
            for _ in 0..<2_000 {
                let piece: [UInt8] = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    .random(in: 0...255, using: &random)
                }
                switch Int.random(in: 0..<5, using: &random) {
                case 0:
                    buffer.append(piece.span)
                    expected += piece
                case 1:
                    let length = min(8, piece.count)
                    buffer.append(piece.span.word(in: 0..<length), length: length)
                    expected += piece.prefix(8)
                case 2:
                    buffer.append(literal: "nama")
                    expected += "nama".utf8
                case 3:
                    buffer.append("\u{1F600}" as Unicode.Scalar)
                    expected += "\u{1F600}".utf8
                case _:
                    buffer.append(0x0A)
                    buffer.append(0x0B)
                    buffer.removeLast()
                    expected.append(0x0A)
                }
                #expect(buffer.last == expected.last)
            }
            #expect(buffer.count == expected.count)
            #expect(buffer.bytes == expected)
            buffer.removeAll()
            buffer.removeLast()
            #expect(buffer.bytes.isEmpty && buffer.last == nil)
        }
    }
}
