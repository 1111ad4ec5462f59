/// Tells the encoding of bytes that are not UTF-8 and carry no label, by the letters they would be.
///
/// windows-1252 is the answer unless another is clearly better: a Malay or English text with a few curly quotes must
/// stay what it is.
enum LegacyDetector {
    /// How many bytes are looked at.
    private static let sampleLength = 20_000

    /// Single-byte sets in the order in which they win a draw.
    private static let candidates = [
        "windows-1252", "windows-1255", "windows-1251", "koi8-u", "ibm866", "iso-8859-5", "windows-1253",
        "windows-1256",
        "windows-874",
    ]

    static func charset(_ bytes: [UInt8]) -> Charset {
        let sample = Array(bytes.prefix(sampleLength))
        if let wide = doubleByte(sample) { return wide }
        var best = (charset: Charset.windows1252, score: Int.min)
        for name in candidates {
            let charset = Charset(known: name)
            guard let decoder = SingleByteDecoder.decoder(charset) else { continue }
            var score = LegacyScore()
            for byte in sample { score.add(decoder.scalar(byte)) }
            if score.value > best.score { best = (charset, score.value) }
        }
        return best.charset
    }

    /// The two-byte sets of East Asia, which share one form: pairs of bytes from 0xA1 to 0xFE.
    private static func doubleByte(_ bytes: [UInt8]) -> Charset? {
        var (pairs, broken, kana, hangul, hanzi) = (0, 0, 0, 0, 0)
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            guard lead >= 0x80 else {
                index += 1
                continue
            }
            guard lead >= 0xA1, lead < 0xFF, index + 1 < bytes.count, (0xA1...0xFE).contains(bytes[index + 1]) else {
                broken += 1
                index += 1
                continue
            }
            pairs += 1
            switch lead {
            case 0xA4, 0xA5: kana += 1
            case 0xB0...0xC8:
                hangul += 1
                hanzi += 1
            case 0xC9...0xF7: hanzi += 1
            default: break
            }
            index += 2
        }
        // Four pairs are two words; western texts have their accents one by one.
        guard pairs >= 4, broken * 50 <= pairs else { return nil }
        if kana * 4 >= pairs { return Charset(known: "euc-jp") }
        // Korean syllables fill 0xB0...0xC8; a Chinese text has half of its characters beyond.
        if hangul == hanzi, hangul * 4 >= pairs * 3, pairs >= 10 { return Charset(known: "euc-kr") }
        return hanzi * 10 >= pairs * 6 ? Charset(known: "gbk") : nil
    }
}

/// How much a text looks like words, judged by each letter's neighbours.
struct LegacyScore {
    private(set) var value = 0
    private var last = Sign.gap
    /// Letters beyond ASCII in a row, in a Latin word.
    private var accents = 0

    private enum Script { case latin, greek, cyrillic, hebrew, arabic, thai, other }

    private enum Sign: Equatable {
        case gap
        case letter(Script, isUpper: Bool, isASCII: Bool)
        case symbol
    }

    /// Takes the next character; nil is a byte without one.
    mutating func add(_ scalar: Unicode.Scalar?) {
        guard let scalar, !(0x80...0x9F).contains(scalar.value) else {
            value -= 20
            last = .gap
            return
        }
        let sign = LegacyScore.sign(scalar)
        if case .letter(let script, let isUpper, let isASCII) = sign {
            addLetter(script, isUpper: isUpper, isASCII: isASCII)
        } else {
            // A sign like `¶` within a word is a letter of another set.
            if sign == .symbol, case .letter = last { value -= 3 }
            accents = 0
        }
        last = sign
    }

    private mutating func addLetter(_ script: Script, isUpper: Bool, isASCII: Bool) {
        accents = isASCII || script != .latin ? 0 : accents + 1
        guard case .letter(let before, let wasUpper, let wasASCII) = last else { return }
        guard !isASCII || !wasASCII else { return }
        guard before == script else {
            value -= 6
            return
        }
        if !wasUpper, isUpper {
            value -= 4
        } else if wasUpper, isUpper {
            value += 1
        } else {
            value += accents > 2 ? -2 : 2
        }
    }

    private static func sign(_ scalar: Unicode.Scalar) -> Sign {
        if scalar.isASCII {
            let byte = UInt8(scalar.value)
            return byte.isASCIILetter ? .letter(.latin, isUpper: byte < 97, isASCII: true) : .gap
        }
        if scalar.properties.isAlphabetic || (0xE31...0xE4E).contains(scalar.value) {
            return .letter(script(scalar), isUpper: scalar.properties.isUppercase, isASCII: false)
        }
        switch scalar.properties.generalCategory {
        case .initialPunctuation, .finalPunctuation, .openPunctuation, .closePunctuation, .dashPunctuation,
            .spaceSeparator, .otherPunctuation:
            return .gap
        default: return .symbol
        }
    }

    private static func script(_ scalar: Unicode.Scalar) -> Script {
        switch scalar.value {
        case ..<0x250: .latin
        case 0x370..<0x400: .greek
        case 0x400..<0x530: .cyrillic
        case 0x590..<0x600: .hebrew
        case 0x600..<0x700: .arabic
        case 0xE00..<0xE80: .thai
        default: .other
        }
    }
}
