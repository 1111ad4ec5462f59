import Testing
import Text

/// What looks at eight bytes at once is held against what looks at one.
struct ByteWordTests {
    /// Numbers that are the same in every run (SplitMix64).
    private struct Randomness: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
    }

    private func bytes(of mark: UInt64) -> [Bool?] {
        (0..<8).map { index in
            switch mark >> UInt64(index * 8) & 0xFF {
            case 0x80: true
            case 0: false
            default: nil
            }
        }
    }

    @Test func everyByteOfAMarkIsRightWhateverStandsBesideIt() {
        var random = Randomness(state: 1)
        let bounds: [UInt8] = [0, 1, 0x09, 0x20, 0x7F, 0x80]
        let edges: [UInt8] = [0, 1, 0x20, 0x21, 0x7F, 0x80, 0xFF]
        for round in 0..<20_000 {
            // Neighbours that differ by one are where a carry would show.
            let word: [UInt8] = (0..<8).map { _ in
                round % 2 == 0 ? .random(in: 0...255, using: &random) : edges[.random(in: 0..<7, using: &random)]
            }
            let looked = word.span.word(at: 0)
            let other = word.randomElement(using: &random) ?? 0
            let bound = bounds[round % bounds.count]
            #expect(bytes(of: looked.mark(equalTo: other)) == word.map { $0 == other })
            #expect(bytes(of: looked.mark(below: bound)) == word.map { $0 < bound })
            #expect(bytes(of: looked.markBeyondASCII) == word.map { $0 >= 0x80 })
        }
    }

    @Test func theNextOffsetIsThatOfALoopAtAllAlignmentsAndLengths() {
        var random = Randomness(state: 2)
        for length in 0...40 {
            for start in 0...min(9, length) {
                for density in [2, 9, 60] {
                    let text: [UInt8] = (0..<length).map { _ in
                        Int.random(in: 0..<density, using: &random) == 0
                            ? 0x3C : UInt8.random(in: 0x3D...0xFF, using: &random)
                    }
                    let expected = text[start...].firstIndex(of: 0x3C)
                    #expect(text.span.nextOffset(of: 0x3C, in: start..<length) == expected)
                    #expect(text.firstOffset(in: start..<length) { $0.mark(equalTo: 0x3C) } == expected)
                    // What stands behind the range is not found, nor is the NUL that fills up the last word.
                    let behind = text + [0x3C, 0]
                    #expect(behind.span.nextOffset(of: 0x3C, in: start..<length) == expected)
                    #expect(text.span.nextOffset(of: 0, in: start..<length) == nil)
                }
            }
        }
    }

    @Test func aShortWordIsFilledUpWithNothing() {
        let text = Array("abcdefghijkl".utf8)
        for length in 0...8 {
            for start in 0...(text.count - length) {
                let word = text.span.word(in: start..<(start + length))
                let read = (0..<8).map { UInt8(truncatingIfNeeded: word.bits >> UInt64($0 * 8)) }
                #expect(read == text[start..<(start + length)] + Array(repeating: 0, count: 8 - length))
            }
        }
    }

    @Test func aCharacterIsWrittenAsAStringWritesItAndReadBack() {
        var random = Randomness(state: 3)
        var values: [UInt32] = [0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x1_0000, 0x10_FFFF]
        for _ in 0..<5_000 { values.append(.random(in: 0...0x10_FFFF, using: &random)) }
        for scalar in values.compactMap(Unicode.Scalar.init) {
            var out: [UInt8] = [0x61]
            out.append(scalar)
            #expect(out == [0x61] + Array(String(scalar).utf8))
            let (read, end) = out.span.scalar(at: 1)
            #expect(read == scalar)
            #expect(end == out.count)
        }
    }

    @Test func bytesAreAppendedAsTheyAre() {
        var out: [UInt8] = [1]
        let source: [UInt8] = [2, 3, 4, 5]
        out.append(source.span.extracting(1..<3))
        out.append(source.span.extracting(2..<2))
        #expect(out == [1, 3, 4])
    }
}
