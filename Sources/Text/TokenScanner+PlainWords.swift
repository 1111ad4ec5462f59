extension TokenScanner {
    /// Reads words of ASCII letters and what of ASCII stands between them, and leaves the rest of the text to the slower
    /// way: digits, hyphens, letters beyond ASCII, apostrophes at a word's end, doubled words.
    mutating func readPlainWords(_ bytes: Span<UInt8>) {
        // The chunk behind a word of one chunk and the byte behind that must be there.
        let limit = bytes.count - 17
        while at <= limit {
            let byte = bytes[at]
            if byte | 0x20 &- 97 < 26 {
                guard !hyphenBefore, !last.isMoney, readRow(bytes, limit: limit) else { return }
            } else if !passPlainSeparator(byte) {
                return
            }
        }
    }

    /// Reads plain words with one blank between them.
    ///
    /// - Returns: false where the first word is not plain.
    private mutating func readRow(_ bytes: Span<UInt8>, limit: Int) -> Bool {
        if pendingStop { settleStop(isBeforeSmallLetter: bytes[at] >= 97) }
        var row = PlainRow(
            next: at, separation: separation, start: at, end: at, continuationBytes: continuationBytes,
            sentence: sentence)
        var isCut = true
        while isCut {
            tokens.append(addingCapacity: Self.block) { out in isCut = row.read(bytes, limit: limit, into: &out) }
        }
        guard row.next > at else { return false }
        (at, separation) = (row.next, row.separation)
        last = Last(
            hash: row.hash, start: row.start, end: row.end, isPlain: true, isInitial: row.end - row.start == 1)
        return true
    }

    private static let block = 32

    /// - Returns: false for what is none, and for a hyphen, which needs a look at what is behind it.
    @inline(__always)
    private mutating func passPlainSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "): break
        case UInt8(ascii: "\n"), UInt8(ascii: "!"), UInt8(ascii: "?"): endSentence()
        case UInt8(ascii: "."): pendingStop = true
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "\""):
            separation = max(separation, .clause)
        default: return false
        }
        hyphenBefore = false
        at &+= 1
        return true
    }
}

/// Plain words with one blank between them, as they are read. What changes with each word is kept here and not in the
/// scanner: writing it there took a third of the time.
private struct PlainRow {
    /// Where to read on.
    var next: Int
    var separation: Token.Break
    /// The last word, half-open.
    var start: Int
    var end: Int
    var hash: UInt64 = 0
    let continuationBytes: Int
    let sentence: Int

    /// - Returns: whether it ended because `out` is full.
    @inline(__always)
    mutating func read(_ bytes: Span<UInt8>, limit: Int, into out: inout OutputSpan<Token>) -> Bool {
        while next <= limit, let word = PlainWord(bytes, at: next, limit: limit) {
            let behind = bytes[word.end]
            guard Self.isPlainEnd(behind) else { return false }
            guard !out.isFull else { return true }
            out.append(
                Token(
                    hash: word.hash, bytes: next..<word.end, firstScalar: next &- continuationBytes,
                    sentence: sentence, separation: separation, isUppercase: word.isUppercase))
            (start, end, hash, separation) = (next, word.end, word.hash, .none)
            next = behind == 32 ? end &+ 1 : end
        }
        return false
    }

    /// Whether a byte behind letters leaves them as they are: ASCII, and no letter, digit or apostrophe.
    @inline(__always)
    private static func isPlainEnd(_ byte: UInt8) -> Bool { byte < 0x80 && byte &- 48 >= 10 && byte != 39 }
}

/// A row of ASCII letters.
private struct PlainWord {
    var hash: UInt64
    /// Behind its last letter.
    var end: Int
    var isUppercase: Bool

    /// - Returns: nil where no letter stands at `start`, and for a word that reaches beyond `limit`.
    @inline(__always)
    init?(_ bytes: Span<UInt8>, at start: Int, limit: Int) {
        var chunk = WordChunk(bytes, at: start)
        var others = chunk.others
        guard others & 0x80 == 0 else { return nil }
        (hash, end) = (0, start)
        var small: UInt64 = 0
        while others == 0 {
            hash = WordChunk.mixed(hash, chunk.folded)
            small |= chunk.small
            end &+= 8
            guard end <= limit else { return nil }
            chunk = WordChunk(bytes, at: end)
            others = chunk.others
        }
        let count = others.trailingZeroBitCount &>> 3
        if count > 0 {
            let mask = WordChunk.mask(count)
            hash = WordChunk.mixed(hash, chunk.folded & mask)
            small |= chunk.small & mask
            end &+= count
        }
        isUppercase = small == 0 && end &- start >= 2
    }
}
