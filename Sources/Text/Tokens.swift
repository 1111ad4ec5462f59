/// A word or number of a text, with its place.
public struct Token: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case word
        /// Its whole part; nil where it has more than 15 digits.
        case number(Int?)
        /// Whole ringgit, `juta` and `ribu` worked out.
        case money(Int?)
    }

    /// What stands between a token and the one before it. The order is that of strength.
    public enum Break: Int, Comparable, Hashable, Sendable {
        case none
        /// A comma, dash, colon, quotation mark or bracket: words beyond it belong to another thought.
        case clause
        case sentence

        public static func < (a: Break, b: Break) -> Bool { a.rawValue < b.rawValue }
    }

    public var kind: Kind
    /// FNV-1a, 64 bits, of the folded word in UTF-8. Of `anak-anak` and `anak2` it is that of `anak`.
    public var hash: UInt64
    /// In bytes of the text's UTF-8.
    public var bytes: Range<Int>
    /// In Unicode scalars of the text.
    public var scalars: Range<Int>
    /// Which sentence, from 0.
    public var sentence: Int
    /// A word of two letters or more, all of them capitals.
    public var isUppercase: Bool
    /// What stands before the token; `.sentence` for a text's first.
    public var separation: Break
}

/// The words and numbers of `text`, in their order. Linear in the text's length.
///
/// - A word is letters, marks and digits of any script; an apostrophe between letters belongs to it, an English `'s` at
///   its end does not. Hyphens part words (`e-hailing` is two), but a doubled word is one: `anak-anak` and `anak2` are
///   `anak`, `anak-anaknya` is `anaknya`.
/// - `RM1,500`, `RM 1,500` and `RM1.5 juta` are money (the word `juta` is a token of its own besides).
/// - A sentence ends with `.`, `!`, `?` or `…` before a blank, unless an abbreviation, an initial or a lower-case letter
///   says otherwise, and with every line feed.
public func tokens(of text: String) -> [Token] {
    var scanner = TokenScanner(text)
    scanner.run()
    return scanner.tokens
}

/// FNV-1a, 64 bits, of a word that is folded already.
public func tokenHash(of word: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
}
