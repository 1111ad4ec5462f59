extension TokenScanner {
    /// Reads words of ASCII letters and what of ASCII stands between them, and leaves the rest of the text to the slower
    /// way: digits, hyphens, letters beyond ASCII, apostrophes at a word's end, doubled words, words of 64 letters.
    mutating func readPlainWords(_ bytes: Span<UInt8>) {
        guard bytes[state.at] < 0x80, !state.hyphenBefore, !state.countsIntoNumber(bytes) else { return }
        // A copy: the tokens cannot grow while `self` changes.
        var state = state
        var isCut = true
        while isCut {
            let free = tokens.capacity - tokens.count
            let room = free < WordMap.length ? tokens.count + WordMap.length : free
            tokens.append(addingCapacity: room) { out in isCut = state.readPlainWords(bytes, into: &out) }
        }
        self.state = state
    }
}

extension ScanState {
    /// Whether the next word may belong to the number before it: any to an amount (`RM2 juta`), `ringgit` to a plain number.
    fileprivate func countsIntoNumber(_ bytes: Span<UInt8>) -> Bool {
        guard last.isNumber, !last.isMoney else { return last.isNumber }
        var next = at
        while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
        return next == bytes.count || bytes[next] | 0x20 == UInt8(ascii: "r") || bytes[next] >= 0x80
    }

    /// - Returns: whether it ended because `out` is full.
    fileprivate mutating func readPlainWords(_ bytes: Span<UInt8>, into out: inout OutputSpan<Token>) -> Bool {
        let isCut = readPlainBlocks(bytes, into: &out)
        remember(lastOf: out)
        return isCut
    }

    private mutating func readPlainBlocks(_ bytes: Span<UInt8>, into out: inout OutputSpan<Token>) -> Bool {
        while out.freeCapacity >= WordMap.mostWords {
            if at &+ WordMap.reach <= bytes.count {
                guard readPlainBlock(bytes, from: at, shift: 0, into: &out) else { return false }
            } else {
                let tail = PlainTail(of: bytes, from: at)
                let isPlain = readPlainBlock(tail.bytes.span, from: 0, shift: at, into: &out)
                at = min(at, bytes.count)
                guard isPlain, at < bytes.count else { return false }
            }
        }
        return true
    }

    /// Reads the plain words among the 64 bytes from `start` on.
    ///
    /// - Parameters:
    ///   - bytes: the text, or a part of it, with `WordMap.reach` bytes from `start` on.
    ///   - shift: where in the text `bytes` begin.
    ///   - out: has room for `WordMap.mostWords`.
    /// - Returns: false where something else follows.
    @inline(__always)
    private mutating func readPlainBlock(
        _ bytes: Span<UInt8>, from start: Int, shift: Int, into out: inout OutputSpan<Token>
    ) -> Bool {
        let map = WordMap(bytes, at: start)
        var (starts, ends, others) = (map.starts, map.ends, map.others)
        if pendingStop {
            let first = starts.trailingZeroBitCount
            guard let left = passSeparators(others, before: first, of: bytes, from: start, shift: shift, out) else {
                return false
            }
            others = left
        }
        // Copies: what the loop writes to `self` it writes to memory.
        var (separation, sentence) = (separation, UInt32(truncatingIfNeeded: sentence))
        let (offset, missingScalars) = (start &+ shift, UInt32(truncatingIfNeeded: continuationBytes))
        while ends != 0 {
            let (first, behind) = (starts.trailingZeroBitCount, ends.trailingZeroBitCount)
            if others & (ends ^ (ends &- 1)) != 0 {
                self.separation = separation
                guard let left = passSeparators(others, before: first, of: bytes, from: start, shift: shift, out) else {
                    return false
                }
                others = left
                (separation, sentence) = (self.separation, UInt32(truncatingIfNeeded: self.sentence))
                if others &>> UInt64(truncatingIfNeeded: behind) & 1 != 0, !Self.isPlainEnd(bytes[start &+ behind]) {
                    at = offset &+ first
                    return false
                }
            }
            starts &= starts &- 1
            ends &= ends &- 1
            let count = behind &- first
            let word = PlainWord(bytes, from: start &+ first, count: count)
            out.append(
                Token(
                    plain: word.hash, firstByte: UInt32(truncatingIfNeeded: offset &+ first),
                    count: UInt32(truncatingIfNeeded: count), missingScalars: missingScalars, sentence: sentence,
                    separation: separation, isUppercase: word.isUppercase))
            separation = .none
        }
        self.separation = separation
        // A word that reaches beyond is read from its beginning.
        let next = starts.trailingZeroBitCount
        if others != 0, passSeparators(others, before: next, of: bytes, from: start, shift: shift, out) == nil {
            return false
        }
        at = offset &+ next
        return next > 0
    }

    /// Passes what stands between two words, and decides a full stop where a word follows.
    ///
    /// - Parameters:
    ///   - others: what is no letter and no blank.
    ///   - next: where the next word begins; 64 where none does.
    ///   - out: the words before it.
    /// - Returns: `others` without those before `next`; nil where something stands there that is read the slower way: `at`
    ///   is its place.
    @inline(never)
    private mutating func passSeparators(
        _ others: UInt64, before next: Int, of bytes: Span<UInt8>, from start: Int, shift: Int,
        _ out: borrowing OutputSpan<Token>
    ) -> UInt64? {
        var others = others
        while true {
            let place = others.trailingZeroBitCount
            guard place < next else { break }
            guard passPlainSeparator(bytes[start &+ place]) else {
                at = start &+ place &+ shift
                return nil
            }
            others &= others &- 1
        }
        if pendingStop, next < WordMap.length {
            remember(lastOf: out)
            settleStop(before: start &+ next &+ shift, isSmallLetter: bytes[start &+ next] >= 97)
        }
        return others
    }

    /// Makes the last of some plain words the one before the next.
    private mutating func remember(lastOf words: borrowing OutputSpan<Token>) {
        guard !words.isEmpty else { return }
        let word = words[words.count - 1]
        last = Last(
            hash: word.hash, start: word.bytes.lowerBound, end: word.bytes.upperBound, isPlain: true,
            isInitial: word.bytes.count == 1)
    }

    /// Whether a byte behind letters leaves them as they are: ASCII, and no letter, digit or apostrophe.
    @inline(__always)
    private static func isPlainEnd(_ byte: UInt8) -> Bool { byte < 0x80 && byte &- 48 >= 10 && byte != 39 }

    /// - Returns: false for what is none, and for a hyphen, which needs a look at what is behind it.
    @inline(__always)
    private mutating func passPlainSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\n"), UInt8(ascii: "!"), UInt8(ascii: "?"): endSentence()
        case UInt8(ascii: "."): pendingStop = true
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"):
            separation = max(separation, .clause)
        // What stands in quotation marks goes on: papers put them around one word.
        case UInt8(ascii: "\""): break
        default: return false
        }
        return true
    }
}

/// The end of a text, with NUL behind it, so that a whole block can be read.
struct PlainTail {
    var bytes = InlineArray<72, UInt8>(repeating: 0)

    init(of text: Span<UInt8>, from start: Int) {
        for index in start..<min(text.count, start &+ bytes.count) { bytes[index &- start] = text[index] }
    }
}

/// A row of ASCII letters.
struct PlainWord {
    let hash: UInt64
    let isUppercase: Bool

    /// - Parameter bytes: have eight from any of its letters on.
    @inline(__always)
    init(_ bytes: Span<UInt8>, from start: Int, count: Int) {
        let chunk = WordChunk(bytes, uncheckedAt: start)
        guard count <= 8 else {
            (hash, isUppercase) = Self.long(bytes, from: start, to: start &+ count)
            return
        }
        let mask = WordChunk.mask(oneTo: count)
        hash = WordChunk.mixed(0, chunk.folded & mask)
        // Few words have a second letter that is a capital; of a single letter it is what stands behind.
        isUppercase = chunk.small & 0xFF00 == 0 && chunk.small & mask == 0 && count >= 2
    }

    @inline(never)
    private static func long(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> (hash: UInt64, isUppercase: Bool) {
        var (hash, small, next): (UInt64, UInt64, Int) = (0, 0, start)
        while next < end {
            let chunk = WordChunk(bytes, at: next)
            let mask = WordChunk.mask(oneTo: min(end &- next, 8))
            hash = WordChunk.mixed(hash, chunk.folded & mask)
            small |= chunk.small & mask
            next &+= 8
        }
        return (hash, small == 0)
    }
}
