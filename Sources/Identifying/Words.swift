import Model
import Text

/// A word or number of a passage with what identifying asks of it: its letters' case and what stands before it.
struct Word {
    /// As compared: lower case.
    var folded: String
    var token: Token
    /// Begins with a capital letter.
    var isCapitalised: Bool
    /// Two letters or more and all of them capitals.
    var isUpper: Bool
    /// `folded` without an English `'s`.
    var bare: String
    /// What stands between the word before and this one.
    var gap: Gap
    /// Which sentence, from 0. Unlike the token's, it also ends at a full stop without a blank (`tadi.Mangsa`), which
    /// pages produce where paragraphs are run together.
    var sentence = 0

    var number: Int? {
        if case .number(let value) = token.kind { value } else { nil }
    }

    var isNumber: Bool {
        if case .word = token.kind { false } else { true }
    }

    struct Gap: OptionSet {
        let rawValue: UInt16
        static let comma = Gap(rawValue: 1)
        static let stop = Gap(rawValue: 2)
        static let line = Gap(rawValue: 4)
        static let open = Gap(rawValue: 8)
        static let close = Gap(rawValue: 16)
        static let quote = Gap(rawValue: 32)
        static let at = Gap(rawValue: 64)
        static let slash = Gap(rawValue: 128)
        static let dash = Gap(rawValue: 256)
        static let colon = Gap(rawValue: 512)
        static let semicolon = Gap(rawValue: 1024)
        static let other = Gap(rawValue: 2048)
        static let blank = Gap(rawValue: 4096)

        /// Blanks or nothing.
        var isPlain: Bool { subtracting(.blank).isEmpty }
    }
}

/// A title or a text, cut into words once for all that is looked for in it.
struct Passage {
    let field: Evidence.Field
    let words: [Word]
    private let bytes: [UInt8]

    init(_ text: String, field: Evidence.Field) {
        self.field = field
        let bytes = Array(text.utf8)
        var end = 0
        var glued = 0
        var words: [Word] = []
        for token in tokens(of: text) {
            let gap = Passage.gap(bytes[end..<max(end, token.bytes.lowerBound)])
            end = token.bytes.upperBound
            var word = Passage.word(token, bytes: bytes[token.bytes], gap: gap)
            if let previous = words.last, gap == .stop, word.isCapitalised, !previous.isCapitalised,
                previous.folded.utf8.count > 3, !previous.isNumber
            {
                glued += 1
            }
            word.sentence = token.sentence + glued
            words.append(word)
        }
        self.words = words
        self.bytes = bytes
    }

    /// The text from the first to the last of `range`, without soft hyphens and the like.
    func text(of range: Range<Int>) -> String {
        guard let first = words[range].first, let last = words[range].last else { return "" }
        var result = String.UnicodeScalarView()
        let raw = String(decoding: bytes[first.token.bytes.lowerBound..<last.token.bytes.upperBound], as: UTF8.self)
        for scalar in raw.unicodeScalars where !scalar.isInvisible {
            result.append(scalar.value < 0x20 || scalar.value == 0xA0 ? " " : scalar)
        }
        return String(result)
    }

    func evidence(of range: Range<Int>) -> Evidence? {
        guard let first = words[range].first, let last = words[range].last else { return nil }
        let raw = bytes[first.token.bytes.lowerBound..<last.token.bytes.upperBound]
        return Evidence(
            field: field, range: first.token.scalars.lowerBound..<last.token.scalars.upperBound,
            exact: String(decoding: raw, as: UTF8.self), sentence: first.token.sentence)
    }

    /// More than half of the words begin with capitals, so capitals say nothing.
    var isInTitleCase: Bool { words.count > 3 && words.filter(\.isCapitalised).count * 2 > words.count }

    /// Hardly a word begins with a capital, so capitals are not used.
    var isInLowerCase: Bool { words.filter(\.isCapitalised).count * 12 < words.count }

    func sentence(of index: Int) -> Int { words[index].sentence }

    private static func word(_ token: Token, bytes: ArraySlice<UInt8>, gap: Word.Gap) -> Word {
        let raw = String(decoding: bytes, as: UTF8.self)
        var letters = 0
        var capitals = 0
        for scalar in raw.unicodeScalars where scalar.isLetter {
            letters += 1
            if scalar.value < 0x80 ? scalar.isASCIIUpper : scalar.properties.isUppercase { capitals += 1 }
        }
        let first = raw.unicodeScalars.first
        let isCapitalised = first.map { $0.value < 0x80 ? $0.isASCIIUpper : $0.properties.isUppercase } ?? false
        let folded = Text.folded(raw)
        let isGenitive = isCapitalised && folded.utf8.count > 3 && folded.utf8.suffix(2).elementsEqual("'s".utf8)
        return Word(
            folded: folded, token: token, isCapitalised: isCapitalised && !token.isNumber,
            isUpper: letters >= 2 && capitals == letters, bare: isGenitive ? String(folded.dropLast(2)) : folded,
            gap: gap)
    }

    private static func gap(_ bytes: ArraySlice<UInt8>) -> Word.Gap {
        var gap: Word.Gap = []
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !scalar.isInvisible {
            gap.insert(gapMarks[scalar] ?? (scalar.isInlineSpace ? .blank : scalar.isHyphen ? .dash : .other))
        }
        return gap
    }
}

private let gapMarks: [Unicode.Scalar: Word.Gap] = [
    ",": .comma, ".": .stop, "!": .stop, "?": .stop, "…": .stop, "\n": .line, "\r": .line, "(": .open, "[": .open,
    ")": .close, "]": .close, "\"": .quote, "'": .quote, "“": .quote, "”": .quote, "‘": .quote, "’": .quote,
    "«": .quote,
    "»": .quote, "@": .at, "/": .slash, ":": .colon, ";": .semicolon,
]
