/// One walk over a text's bytes; see `tokens(of:)`.
///
/// Nearly all of a text is ASCII words with a blank between them. These are read by blocks of 64 bytes
/// (`TokenScanner+PlainWords.swift`); everything else takes the slower way here.
struct TokenScanner {
    var tokens: [Token] = []
    /// False lets everything take the slower way, which must find the same: a test sees to that.
    var readsBlocks = true
    var state = ScanState()

    /// The folded bytes of the token being read.
    private var word: [UInt8] = []
    /// Those of the one before, where it was read the slower way.
    private var wordBefore: [UInt8] = []
    /// What stood behind the point of the number read last, below 1.
    private var fraction = 0.0
    private var capitals = 0
    private var others = 0

    private var scalar: Int { state.at - state.continuationBytes }

    mutating func run(_ text: Span<UInt8>) {
        let bytes = text.extracting(first: Token.longestText)
        tokens.reserveCapacity(bytes.count / 5 + WordMap.length)
        while state.at < bytes.count {
            if readsBlocks { readPlainWords(bytes) }
            guard state.at < bytes.count else { return }
            let current = scalar(in: bytes, at: state.at)
            if Fold.isDigit(current.scalar) {
                number(bytes)
            } else if Fold.isWordScalar(current.scalar) {
                readWord(bytes)
            } else {
                separator(current.scalar, bytes)
            }
        }
    }

    // MARK: Words

    private mutating func readWord(_ bytes: Span<UInt8>) {
        settleSentence(before: scalar(in: bytes, at: state.at).scalar)
        let start = Place(state.at, state.continuationBytes)
        word.removeAll(keepingCapacity: true)
        (capitals, others) = (0, 0)
        scan: while state.at < bytes.count {
            let (current, width) = scalar(in: bytes, at: state.at)
            if Fold.isInvisible(current) {
                advance(width)
            } else if Fold.isWordScalar(current) {
                if Fold.isDigit(current), Self.currencies.contains(word) { break scan }
                let folded = Fold.folded(current)
                if folded == current { others += 1 } else { capitals += 1 }
                append(folded)
                advance(width)
            } else if Fold.folded(current) == "'", isLetter(bytes, at: state.at + width) {
                append("'")
                advance(width)
            } else {
                break scan
            }
        }
        if word.count > 2, word[word.count - 2] == 39, word[word.count - 1] == 115 { word.removeLast(2) }
        dropPluralDigit()
        if joinDouble(at: start, bytes) { return }
        let wasNumber = state.last.isNumber
        add(.word, from: start)
        if wasNumber { countIntoNumber() }
    }

    private func isLetter(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        guard index < bytes.count else { return false }
        let next = scalar(in: bytes, at: index).scalar
        return Fold.isWordScalar(next) && !Fold.isDigit(next)
    }

    /// `anak2` and `anak2nya` are `anak` and `anaknya`: a 2 after at least two letters stands for doubling.
    private mutating func dropPluralDigit() {
        guard let two = word.firstIndex(of: 50), two >= 2, word[..<two].allSatisfy({ !(48...57).contains($0) }),
            word[(two + 1)...].allSatisfy({ !(48...57).contains($0) })
        else { return }
        word.remove(at: two)
    }

    /// Joins the second half of a doubled word (`anak-anaknya`) to the first.
    private mutating func joinDouble(at start: Place, _ bytes: Span<UInt8>) -> Bool {
        guard state.hyphenBefore, state.separation == .none, start.byte == state.last.end + 1 else { return false }
        let before = state.last.isPlain ? (state.last.start..<state.last.end).map { bytes[$0] | 0x20 } : wordBefore
        guard before.count >= 2, word.count <= before.count + 6, word.starts(with: before) else { return false }
        tokens[tokens.count - 1].extend(toByte: state.at, scalar: scalar)
        tokens[tokens.count - 1].hash = tokenHash(of: word)
        remember(from: start.byte)
        return true
    }

    // MARK: Numbers

    private mutating func number(_ bytes: Span<UInt8>) {
        settleSentence(before: scalar(in: bytes, at: state.at).scalar)
        let start = Place(state.at, state.continuationBytes)
        word.removeAll(keepingCapacity: true)
        var whole: Int? = 0
        var isFraction = false
        fraction = 0
        var digit = 0.1
        while state.at < bytes.count {
            let current = bytes[state.at]
            if isDigit(current) {
                if isFraction {
                    fraction += digit * Double(current - 48)
                    digit /= 10
                } else {
                    whole = word.count >= 15 ? nil : whole.map { $0 * 10 + Int(current) - 48 }
                }
                word.append(current)
            } else if current == 44 || current == 46, state.at + 1 < bytes.count, isDigit(bytes[state.at + 1]) {
                // A group of three follows a comma; after a point come sen.
                isFraction = isFraction || current == 46
            } else {
                break
            }
            advance(1)
        }
        let isMoney =
            state.separation == .none && start.byte - state.last.end <= 2
            && (state.last.hash == Self.ringgit || state.last.hash == Self.ringgitAbroad)
        if isMoney, let ringgit = tokens.last, ringgit.kind == .word {
            tokens.removeLast()
            state.separation = ringgit.separation
            add(.money(whole), from: Place(ringgit.bytes.lowerBound, start.continuationBytes))
        } else {
            add(.number(whole), from: start)
        }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    /// `rm` and `myr`, which an amount follows without a blank.
    private static let currencies: [[UInt8]] = [[114, 109], [109, 121, 114]]
    private static let ringgit = tokenHash(of: "rm".utf8)
    private static let ringgitAbroad = tokenHash(of: "myr".utf8)
    private static let ringgitBehind = tokenHash(of: "ringgit".utf8)

    private static let multipliers: [UInt64: Int] = {
        let words = [
            "ribu": 1_000, "k": 1_000, "juta": 1_000_000, "million": 1_000_000, "mil": 1_000_000, "m": 1_000_000,
            "bilion": 1_000_000_000, "billion": 1_000_000_000, "b": 1_000_000_000, "bil": 1_000_000_000,
        ]
        return Dictionary(uniqueKeysWithValues: words.map { (tokenHash(of: $0.key.utf8), $0.value) })
    }()

    /// `RM0.9 juta`: the word after an amount multiplies it. `350 ringgit` is an amount as `RM350` is.
    private mutating func countIntoNumber() {
        let (amount, unit) = (tokens.count - 2, tokens.count - 1)
        guard amount >= 0, tokens[unit].separation == .none else { return }
        switch tokens[amount].kind {
        case .money(let ringgit?):
            guard let factor = Self.multipliers[state.last.hash] else { return }
            let (product, overflow) = ringgit.multipliedReportingOverflow(by: factor)
            let (sum, isTooMuch) = product.addingReportingOverflow(Int((fraction * Double(factor)).rounded()))
            tokens[amount].kind = .money(overflow || isTooMuch ? nil : sum)
        case .number(let ringgit):
            guard state.last.hash == Self.ringgitBehind else { return }
            tokens[amount].extend(toByte: state.at, scalar: scalar)
            tokens[amount].kind = .money(ringgit)
            tokens.removeLast()
        case .money(nil), .word: return
        }
    }

    // MARK: Between words

    private mutating func separator(_ current: Unicode.Scalar, _ bytes: Span<UInt8>) {
        let width = UTF8.width(current)
        switch current {
        case " ": break
        case "\n", "\u{2028}", "\u{2029}", "!", "?":
            state.endSentence()
        case ".", "\u{2026}":
            state.pendingStop = true
        case ",", ";", ":", "(", ")", "[", "]", "\u{2013}", "\u{2014}", "|":
            state.separation = max(state.separation, .clause)
        case "-":
            let isInside = state.at + 1 < bytes.count && Fold.isWordScalar(scalar(in: bytes, at: state.at + 1).scalar)
            if !isInside { state.separation = max(state.separation, .clause) }
        // What stands in double quotation marks goes on: papers put them around one word. Single ones may make the word
        // another (a trader 'dies' of shock).
        default:
            if Fold.folded(current) == "'" { state.separation = max(state.separation, .clause) }
        }
        state.hyphenBefore = current == "-" || current == "\u{2010}" || current == "\u{2011}"
        advance(width)
    }

    /// Decides a full stop once the next word is known.
    private mutating func settleSentence(before next: Unicode.Scalar) {
        if state.pendingStop { state.settleStop(before: state.at, isSmallLetter: next.properties.isLowercase) }
    }

    // MARK: Steps

    /// Where a token begins.
    private struct Place {
        var byte: Int
        var continuationBytes: Int
        init(_ byte: Int, _ continuationBytes: Int) { (self.byte, self.continuationBytes) = (byte, continuationBytes) }
    }

    /// The scalar that begins at `index`, and how many bytes it has.
    private func scalar(in bytes: Span<UInt8>, at index: Int) -> (scalar: Unicode.Scalar, width: Int) {
        let first = bytes[index]
        guard first >= 0x80 else { return (Unicode.Scalar(first), 1) }
        let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = UInt32(first) & (0xFF >> UInt32(width + 1))
        for offset in 1..<width where index + offset < bytes.count {
            value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", min(width, bytes.count - index))
    }

    private mutating func advance(_ width: Int) {
        state.at += width
        state.continuationBytes += width - 1
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            word.append(UInt8(scalar.value))
        } else {
            word += UTF8.encode(scalar).map(Array.init) ?? []
        }
    }

    private mutating func add(_ kind: Token.Kind, from start: Place) {
        var token = Token(
            hash: tokenHash(of: word), bytes: start.byte..<state.at, firstScalar: start.byte - start.continuationBytes,
            continuationBytes: state.continuationBytes - start.continuationBytes, sentence: state.sentence,
            separation: state.separation,
            isUppercase: kind == .word && capitals >= 2 && others == 0)
        token.kind = kind
        tokens.append(token)
        remember(from: start.byte)
        state.last.isNumber = kind != .word
        if case .money = kind { state.last.isMoney = true }
    }

    private mutating func remember(from start: Int) {
        state.last = ScanState.Last(hash: tokenHash(of: word), start: start, end: state.at)
        state.last.isInitial = word.count == 1 && word[0] &- 97 < 26
        swap(&word, &wordBefore)
        (state.separation, state.hyphenBefore) = (.none, false)
    }
}
