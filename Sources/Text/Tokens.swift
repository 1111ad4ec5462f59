/// A word or number of a text, with its place. Forty bytes: an article has hundreds, and they are read more than once.
public struct Token: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case word
        /// Its whole part; nil where it has more than 15 digits.
        case number(Int?)
        /// Whole ringgit, `juta` and `ribu` worked out.
        case money(Int?)
    }

    /// What stands between a token and the one before it. The order is that of strength.
    public enum Break: UInt8, Comparable, Hashable, Sendable {
        case none
        /// A comma, dash, colon, single quotation mark or bracket: words beyond it belong to another thought.
        case clause
        case sentence

        public static func < (a: Break, b: Break) -> Bool { a.rawValue < b.rawValue }
    }

    /// `tokenHash(of:)` of the folded word. Of `anak-anak` and `anak2` it is that of `anak`.
    public internal(set) var hash: UInt64
    /// Whether it is a number or an amount of money.
    public var isNumber: Bool { form != .word }
    /// Whether it is an amount of money.
    public var isMoney: Bool { form == .money }

    /// Of a number or amount; -1 for one that is too long to count.
    private var value: Int64 = 0
    private var firstByte: UInt32
    private var byteCount: UInt32
    private var firstScalar: UInt32
    private var scalarCount: UInt32
    private var sentenceNumber: UInt32
    /// What stands before the token; `.sentence` for a text's first.
    public internal(set) var separation: Break
    /// A word of two letters or more, all of them capitals.
    public internal(set) var isUppercase: Bool
    private var form: Form

    private enum Form: UInt8 { case word, number, money }

    /// - Parameters:
    ///   - bytes: below `Token.longestText`.
    ///   - firstScalar: where the token begins, in scalars; it has one for each byte but for `continuationBytes`.
    init(
        hash: UInt64, bytes: Range<Int>, firstScalar: Int, continuationBytes: Int = 0, sentence: Int,
        separation: Break, isUppercase: Bool = false
    ) {
        (self.hash, self.separation, self.isUppercase) = (hash, separation, isUppercase)
        form = .word
        firstByte = UInt32(truncatingIfNeeded: bytes.lowerBound)
        byteCount = UInt32(truncatingIfNeeded: bytes.count)
        self.firstScalar = UInt32(truncatingIfNeeded: firstScalar)
        scalarCount = UInt32(truncatingIfNeeded: bytes.count - continuationBytes)
        sentenceNumber = UInt32(truncatingIfNeeded: sentence)
    }

    /// A word of ASCII letters: as many scalars as bytes.
    ///
    /// - Parameter missingScalars: how many fewer scalars than bytes stand before it.
    @inline(__always)
    init(
        plain hash: UInt64, firstByte: UInt32, count: UInt32, missingScalars: UInt32, sentence: UInt32,
        separation: Break, isUppercase: Bool
    ) {
        (self.hash, self.separation, self.isUppercase, form) = (hash, separation, isUppercase, .word)
        (self.firstByte, byteCount) = (firstByte, count)
        (firstScalar, scalarCount) = (firstByte &- missingScalars, count)
        sentenceNumber = sentence
    }

    /// Texts are read up to here, in bytes: places are kept in 32 bits.
    static let longestText = Int(Int32.max)

    public internal(set) var kind: Kind {
        get {
            switch form {
            case .word: .word
            case .number: .number(value < 0 ? nil : Int(value))
            case .money: .money(value < 0 ? nil : Int(value))
            }
        }
        set {
            switch newValue {
            case .word: (form, value) = (.word, 0)
            case .number(let number): (form, value) = (.number, Int64(number ?? -1))
            case .money(let amount): (form, value) = (.money, Int64(amount ?? -1))
            }
        }
    }

    /// In bytes of the text's UTF-8.
    public var bytes: Range<Int> { Int(firstByte)..<Int(firstByte) + Int(byteCount) }
    /// In Unicode scalars of the text.
    public var scalars: Range<Int> { Int(firstScalar)..<Int(firstScalar) + Int(scalarCount) }
    /// Which sentence, from 0.
    public var sentence: Int { Int(sentenceNumber) }

    /// A word that this token stands for as a short form; it is not one in capitals.
    ///
    /// - Parameter separation: `.none` for the second and further words.
    package func writtenOut(as hash: UInt64, separation: Break) -> Token {
        var token = self
        (token.hash, token.separation, token.isUppercase) = (hash, separation, false)
        token.kind = .word
        return token
    }

    /// Makes the token reach up to `byte` and `scalar`.
    mutating func extend(toByte byte: Int, scalar: Int) {
        byteCount = UInt32(truncatingIfNeeded: byte - Int(firstByte))
        scalarCount = UInt32(truncatingIfNeeded: scalar - Int(firstScalar))
    }
}

/// The words and numbers of `text`, in their order. Linear in the text's length; of more than 2 GB, those of the first.
///
/// - A word is letters, marks and digits of any script; an apostrophe between letters belongs to it, an English `'s` at
///   its end does not. Hyphens part words (`e-hailing` is two), but a doubled word is one: `anak-anak` and `anak2` are
///   `anak`, `anak-anaknya` is `anaknya`.
/// - `RM1,500`, `RM 1,500` and `RM1.5 juta` are money (the word `juta` is a token of its own besides).
/// - A sentence ends with `.`, `!`, `?` or `…` before a blank, unless an abbreviation, an initial or a lower-case letter
///   says otherwise, and with every line feed.
public func tokens(of text: String) -> [Token] {
    var scanner = TokenScanner()
    scanner.run(text.utf8.span)
    return scanner.tokens
}

/// The hash of a word of small letters of ASCII; nil for an empty one, and where anything else is in it.
package func tokenHash(ofSmallLetters word: Span<UInt8>) -> UInt64? {
    guard !word.isEmpty else { return nil }
    var (hash, chunk, shift): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for index in word.indices {
        let byte = word[index]
        guard byte &- 97 < 26 else { return nil }
        chunk |= UInt64(byte) &<< shift
        shift &+= 8
        if shift == 64 { (hash, chunk, shift) = (WordChunk.mixed(hash, chunk), 0, 0) }
    }
    return shift == 0 ? hash : WordChunk.mixed(hash, chunk)
}

/// The hash of a word that is folded already, by eight bytes at a time: a word of up to eight letters has one to itself.
public func tokenHash(of word: some Sequence<UInt8>) -> UInt64 {
    var (hash, chunk, shift): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for byte in word {
        chunk |= UInt64(byte) << shift
        shift += 8
        if shift == 64 { (hash, chunk, shift) = (WordChunk.mixed(hash, chunk), 0, 0) }
    }
    return shift == 0 ? hash : WordChunk.mixed(hash, chunk)
}
