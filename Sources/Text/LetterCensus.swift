import Model

/// Counts letters by script, and words in Latin letters by language.
struct LetterCensus {
    /// An article tells its language in its first hundred words.
    private static let byteLimit = 20_000

    private var han = 0
    private var kana = 0
    private var tamil = 0
    /// Letters of scripts that none of our languages has.
    private var foreign = 0
    private var words = WordCensus()

    mutating func count(_ bytes: Span<UInt8>) {
        var name = NameHash()
        var start = 0
        var isMarked = false
        var at = 0
        let end = min(bytes.count, LetterCensus.byteLimit)
        while at < end {
            let byte = bytes[at]
            if (97...122).contains(byte | 0x20) {
                name.add(byte | 0x20)
                at += 1
                continue
            }
            // `düşerek` is one word, and none of `d` and `erek`.
            let marked = LetterCensus.markedLatin(bytes, at)
            if marked > 0 {
                isMarked = true
                at += marked
                continue
            }
            if at > start { words.add(isMarked ? nil : name, bytes.extracting(start..<at)) }
            at += byte < 0x80 ? 1 : countLetter(bytes, at)
            (name, start, isMarked) = (NameHash(), at, false)
        }
        if at > start { words.add(isMarked ? nil : name, bytes.extracting(start..<min(at, bytes.count))) }
    }

    /// How many bytes a Latin letter beyond ASCII takes (Latin-1, Extended-A, B and Additional); 0 for any other character.
    private static func markedLatin(_ bytes: Span<UInt8>, _ at: Int) -> Int {
        switch bytes[at] {
        case 0xC3..<0xCA: 2
        case 0xE1 where at + 1 < bytes.count && (0xB8...0xBB).contains(bytes[at + 1]): 3
        default: 0
        }
    }

    /// - Returns: how many bytes the letter takes.
    private mutating func countLetter(_ bytes: Span<UInt8>, _ at: Int) -> Int {
        switch bytes[at] {
        case 0xCA..<0xE0:
            foreign += 1
            return 2
        case 0xE0..<0xF0 where at + 2 < bytes.count:
            let code = UInt32(bytes[at] & 0xF) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
            switch code {
            case 0x0B80...0x0BFF: tamil += 1
            case 0x3041...0x30FF: kana += 1
            case 0x3400...0x9FFF: han += 1
            case 0x2000...0x303F, 0xFE00...0xFFEF: break
            default: foreign += 1
            }
            return 3
        default: return 1
        }
    }

    var guess: LanguageGuess {
        // In words: a Chinese word has about one and a half characters, a Tamil one six letters, others about five.
        let sizes: [(Language, Double)] = [
            (kana * 10 > han ? .other : .chinese, Double(han + kana) / 1.5), (.tamil, Double(tamil) / 6),
            (.other, Double(foreign) / 5), (.malay, Double(words.count)),
        ]
        let all = sizes.reduce(0) { $0 + $1.1 }
        guard let most = sizes.max(by: { $0.1 < $1.1 }), all > 0 else { return LanguageGuess(.other, confidence: 0) }
        let share = most.1 / all
        if most.0 == .malay {
            let latin = words.guess
            return LanguageGuess(latin.language, confidence: latin.confidence * share)
        }
        // A name of two characters in its own script is little to go by; a headline is enough.
        return LanguageGuess(most.0, confidence: share * most.1 / (most.1 + 1.5))
    }
}
