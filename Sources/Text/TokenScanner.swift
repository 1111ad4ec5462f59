/// One walk over a text's scalars; see `tokens(of:)`.
struct TokenScanner {
    private(set) var tokens: [Token] = []

    private let text: String.UnicodeScalarView
    private var at: String.UnicodeScalarView.Index
    private var byte = 0
    private var scalar = 0

    /// The folded scalars of the token being read, in UTF-8.
    private var word: [UInt8] = []
    private var separation = Token.Break.sentence
    private var sentence = 0
    /// A full stop was met that may end the sentence: what comes next decides.
    private var pendingStop = false
    /// Where the last token's folded bytes are kept, for doubled words.
    private var lastWord: [UInt8] = []
    private var lastEndByte = -1

    init(_ text: String) {
        self.text = text.unicodeScalars
        at = self.text.startIndex
    }

    mutating func run() {
        while at < text.endIndex {
            let current = text[at]
            if Fold.isDigit(current) {
                number()
            } else if Fold.isWordScalar(current) {
                readWord()
            } else {
                separator(current)
            }
        }
    }

    // MARK: Words

    private mutating func readWord() {
        settleSentence(before: text[at])
        let start = (byte: byte, scalar: scalar)
        word.removeAll(keepingCapacity: true)
        (capitals, others) = (0, 0)
        scan: while at < text.endIndex {
            let current = text[at]
            if Fold.isInvisible(current) {
                advance()
            } else if Fold.isWordScalar(current) {
                if Fold.isDigit(current), isRinggit { break scan }
                let folded = Fold.folded(current)
                if folded == current { others += 1 } else { capitals += 1 }
                append(folded)
                advance()
            } else if Fold.folded(current) == "'", let next = following, Fold.isWordScalar(next), !Fold.isDigit(next) {
                append("'")
                advance()
            } else {
                break scan
            }
        }
        if word.count > 2, word[word.count - 2] == 39, word[word.count - 1] == 115 { word.removeLast(2) }
        dropPluralDigit()
        if joinDouble(at: start) { return }
        add(.word, from: start)
        if case .word = tokens[tokens.count - 1].kind { multiplyMoney() }
    }

    private var isRinggit: Bool { word == [114, 109] }

    /// `anak2` and `anak2nya` are `anak` and `anaknya`: a 2 after at least two letters stands for doubling.
    private mutating func dropPluralDigit() {
        guard let two = word.firstIndex(of: 50), two >= 2, word[..<two].allSatisfy({ !(48...57).contains($0) }),
            word[(two + 1)...].allSatisfy({ !(48...57).contains($0) })
        else { return }
        word.remove(at: two)
    }

    /// Joins the second half of a doubled word (`anak-anaknya`) to the first.
    private mutating func joinDouble(at start: (byte: Int, scalar: Int)) -> Bool {
        guard separation == .none, start.byte == lastEndByte + 1, lastWord.count >= 2, word.count <= lastWord.count + 6,
            word.starts(with: lastWord), hyphenBefore
        else { return false }
        let last = tokens.count - 1
        tokens[last].bytes = tokens[last].bytes.lowerBound..<byte
        tokens[last].scalars = tokens[last].scalars.lowerBound..<scalar
        tokens[last].hash = tokenHash(of: word)
        lastWord = word
        lastEndByte = byte
        return true
    }

    private var hyphenBefore = false
    private var capitals = 0
    private var others = 0

    // MARK: Numbers

    private mutating func number() {
        settleSentence(before: text[at])
        let start = (byte: byte, scalar: scalar)
        word.removeAll(keepingCapacity: true)
        var whole: Int? = 0
        var digits = 0
        var isFraction = false
        while at < text.endIndex {
            let current = text[at]
            if Fold.isDigit(current) {
                if !isFraction {
                    digits += 1
                    whole = digits > 15 ? nil : whole.map { $0 * 10 + Int(current.value - 48) }
                }
                append(current)
            } else if current == "," || current == ".", let next = following, Fold.isDigit(next) {
                // A group of three follows a comma; after a point come sen.
                isFraction = isFraction || current == "."
            } else {
                break
            }
            advance()
        }
        let isMoney = separation == .none && lastWord == [114, 109] && start.byte - lastEndByte <= 2
        if isMoney, let ringgit = tokens.last, ringgit.kind == .word {
            tokens.removeLast()
            separation = ringgit.separation
            add(.money(whole), from: (ringgit.bytes.lowerBound, ringgit.scalars.lowerBound))
        } else {
            add(.number(whole), from: start)
        }
    }

    private static let multipliers: [[UInt8]: Int] = [
        Array("ribu".utf8): 1_000, Array("k".utf8): 1_000, Array("juta".utf8): 1_000_000,
        Array("million".utf8): 1_000_000, Array("mil".utf8): 1_000_000, Array("m".utf8): 1_000_000,
        Array("bilion".utf8): 1_000_000_000, Array("billion".utf8): 1_000_000_000, Array("b".utf8): 1_000_000_000,
        Array("bil".utf8): 1_000_000_000,
    ]

    /// `RM60 juta`: the word after an amount multiplies it.
    private mutating func multiplyMoney() {
        guard tokens.count >= 2, separation == .none, case .money(let amount?) = tokens[tokens.count - 2].kind,
            tokens[tokens.count - 1].separation == .none, let factor = Self.multipliers[lastWord]
        else { return }
        let (product, overflow) = amount.multipliedReportingOverflow(by: factor)
        tokens[tokens.count - 2].kind = .money(overflow ? nil : product)
    }

    // MARK: Between words

    private mutating func separator(_ current: Unicode.Scalar) {
        switch current {
        case "\n", "\u{2028}", "\u{2029}", "!", "?":
            endSentence()
        case ".", "\u{2026}":
            pendingStop = true
        case ",", ";", ":", "(", ")", "[", "]", "\"", "\u{201C}", "\u{201D}", "\u{2013}", "\u{2014}", "|":
            separation = max(separation, .clause)
        case "-" where following.map({ !Fold.isWordScalar($0) }) ?? true:
            separation = max(separation, .clause)
        default:
            if Fold.folded(current) == "'" { separation = max(separation, .clause) }
        }
        hyphenBefore = current == "-" || current == "\u{2010}" || current == "\u{2011}"
        advance()
    }

    /// Decides a full stop once the next word is known.
    private mutating func settleSentence(before next: Unicode.Scalar) {
        guard pendingStop else { return }
        pendingStop = false
        // A point inside an address or a time ("2.30") has no blank behind it.
        guard byte - lastEndByte > 1, Sentences.ends(after: String(decoding: lastWord, as: UTF8.self), next: next)
        else {
            return
        }
        endSentence()
    }

    private mutating func endSentence() {
        pendingStop = false
        guard separation != .sentence else { return }
        separation = .sentence
        sentence += 1
    }

    // MARK: Steps

    private var following: Unicode.Scalar? {
        let next = text.index(after: at)
        return next < text.endIndex ? text[next] : nil
    }

    private mutating func advance() {
        byte += UTF8.width(text[at])
        scalar += 1
        text.formIndex(after: &at)
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            word.append(UInt8(scalar.value))
        } else {
            word += UTF8.encode(scalar).map(Array.init) ?? []
        }
    }

    private mutating func add(_ kind: Token.Kind, from start: (byte: Int, scalar: Int)) {
        tokens.append(
            Token(
                kind: kind, hash: tokenHash(of: word), bytes: start.byte..<byte, scalars: start.scalar..<scalar,
                sentence: sentence, isUppercase: kind == .word && capitals >= 2 && others == 0, separation: separation))
        (lastWord, lastEndByte, separation, hyphenBefore) = (word, byte, .none, false)
    }
}
