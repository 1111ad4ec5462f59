/// The hashes of a text's tokens in their order, and nothing else of them: what a fingerprint is made of.
///
/// Of the forty bytes of a token a fingerprint needs eight. Words of ASCII letters are read here, with whatever of ASCII
/// stands between them. From a digit, hyphen, apostrophe or letter beyond ASCII the scanner reads on, from the word before
/// up to the next letter behind a blank: a number may belong to the word before it (`RM 50`), a hyphen joins what stands on
/// both sides of it, and nothing else reaches from one word to the next.
struct WordHashes {
    private(set) var hashes: [UInt64] = []
    private var reader = PlainReader()

    init(of text: Span<UInt8>) {
        let bytes = text.extracting(first: Token.longestText)
        hashes.reserveCapacity(bytes.count / 5 + WordMap.length)
        while reader.at < bytes.count {
            readPlainWords(bytes)
            guard reader.at < bytes.count else { return }
            if let start = reader.lastStart {
                reader.at = start
                hashes.removeLast()
            }
            let end = Self.nextWord(behind: reader.strange, in: bytes)
            var scanner = TokenScanner()
            scanner.run(bytes.extracting(reader.at..<end))
            for token in scanner.tokens { hashes.append(token.hash) }
            (reader.at, reader.lastStart) = (end, nil)
        }
    }

    private mutating func readPlainWords(_ bytes: Span<UInt8>) {
        // A copy: the hashes cannot grow while `self` changes.
        var reader = reader
        var isCut = true
        while isCut {
            let free = hashes.capacity - hashes.count
            let room = free < WordMap.length ? hashes.count + WordMap.length : free
            hashes.append(addingCapacity: room) { out in isCut = reader.read(bytes, into: &out) }
        }
        self.reader = reader
    }

    /// Where the next letter of ASCII stands behind a blank; the text's end where none does.
    private static func nextWord(behind place: Int, in bytes: Span<UInt8>) -> Int {
        var index = place &+ 2
        while index < bytes.count {
            if bytes[index &- 1] == UInt8(ascii: " "), (bytes[index] | 0x20) &- 97 < 26 { return index }
            index &+= 1
        }
        return bytes.count
    }
}

/// Reads words of ASCII letters by blocks of 64 bytes.
private struct PlainReader {
    /// In bytes.
    var at = 0
    /// What it cannot read, where it ended before the text's end.
    var strange = 0
    /// Where the word before it begins that it read; nil where it read none, or where a word touches what it cannot read:
    /// `at` is then where that word begins.
    var lastStart: Int?

    /// - Returns: whether it ended because `out` is full.
    mutating func read(_ bytes: Span<UInt8>, into out: inout OutputSpan<UInt64>) -> Bool {
        while out.freeCapacity >= WordMap.mostWords {
            if at &+ WordMap.reach <= bytes.count {
                guard readBlock(bytes, from: at, shift: 0, into: &out) else { return false }
            } else {
                let tail = PlainTail(of: bytes, from: at)
                let isPlain = readBlock(tail.bytes.span, from: 0, shift: at, into: &out)
                guard isPlain, at < bytes.count else { return false }
            }
        }
        return true
    }

    /// - Returns: false where something strange stands.
    @inline(__always)
    private mutating func readBlock(
        _ bytes: Span<UInt8>, from start: Int, shift: Int, into out: inout OutputSpan<UInt64>
    ) -> Bool {
        var letters: UInt64 = 0
        var strangers = SIMD2<UInt64>(0, 0)
        for part in 0..<4 {
            let block = bytes.block(at: start &+ part &* ByteBlock.length)
            letters |= block.markOfLetters.bits &<< UInt64(truncatingIfNeeded: part &* ByteBlock.length)
            strangers |= block.markOfStrangers
        }
        let stranger = strangers[0] | strangers[1] == 0 ? WordMap.length : Self.firstStranger(in: bytes, from: start)
        var starts = letters & ~(letters &<< 1)
        // Those that end before it.
        var ends = letters &<< 1 & ~letters
        if stranger < WordMap.length { ends &= (1 &<< UInt64(truncatingIfNeeded: stranger)) &- 1 }
        var last = -1
        while ends != 0 {
            let (first, behind) = (starts.trailingZeroBitCount, ends.trailingZeroBitCount)
            starts &= starts &- 1
            ends &= ends &- 1
            out.append(PlainWord(bytes, from: start &+ first, count: behind &- first).hash)
            last = first
        }
        let offset = start &+ shift
        if last >= 0 { lastStart = offset &+ last }
        // A word that reaches beyond is read from its beginning.
        let next = starts.trailingZeroBitCount
        at = offset &+ min(next, stranger)
        guard stranger < WordMap.length || next == 0 else { return true }
        strange = offset &+ stranger
        if next < stranger { lastStart = nil }
        return false
    }

    @inline(never)
    private static func firstStranger(in bytes: Span<UInt8>, from start: Int) -> Int {
        for part in 0..<4 {
            let marks = bytes.block(at: start &+ part &* ByteBlock.length).markOfStrangers
            for half in 0..<2 where marks[half] != 0 {
                return part &* ByteBlock.length &+ half &* 8 &+ marks[half].littleEndian.trailingZeroBitCount / 8
            }
        }
        return WordMap.length
    }
}

extension ByteBlock {
    /// All bits of each byte that is a digit, hyphen, apostrophe or part of a letter beyond ASCII.
    @inline(__always)
    fileprivate var markOfStrangers: SIMD2<UInt64> {
        let fromZero: SIMD16<UInt8> = lanes &- SIMD16(repeating: UInt8(ascii: "0"))
        let digits: ByteMask = fromZero .< SIMD16(repeating: 10)
        let (hyphens, apostrophes) = (mark(equalTo: UInt8(ascii: "-")), mark(equalTo: UInt8(ascii: "'")))
        return digits.words | hyphens.words | (apostrophes.words | mark(from: 0x80).words)
    }
}

extension ByteMask {
    @inline(__always)
    fileprivate var words: SIMD2<UInt64> { unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self) }
}
