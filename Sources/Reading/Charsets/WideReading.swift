/// Bytes read as an East Asian language in one of its encodings, or as Thai, and what that reading costs; see
/// ``LetterReading`` for the measure.
struct WideReading: Sendable {
    let charset: Charset
    private let costs: [Unicode.Scalar: Float]
    private let character: @Sendable (ArraySlice<UInt8>) -> MultiByteCharacter

    static let all: [WideReading] = [
        WideReading("gbk", "simplified") { GB18030Decoder.character($0) },
        WideReading("big5", "traditional") { Big5Decoder.character($0) },
        WideReading("euc-kr", "korean") { EUCKRDecoder.character($0) },
        WideReading("shift_jis", "japanese") { ShiftJISDecoder.character($0) },
        WideReading("euc-jp", "japanese") { EUCJPDecoder.character($0) },
    ]

    private init(
        _ name: String, _ language: String, _ character: @escaping @Sendable (ArraySlice<UInt8>) -> MultiByteCharacter
    ) {
        charset = Charset(known: name)
        self.character = character
        var costs: [Unicode.Scalar: Float] = [:]
        for line in (CommonCharacters.costs[language] ?? "").split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 2, let cost = Float(parts[0]) else { continue }
            for scalar in parts[1].unicodeScalars { costs[scalar] = cost }
        }
        for scalar in "\u{3000}、。，．！？「」『』（）・：；ー".unicodeScalars { costs[scalar] = costs[scalar] ?? 4.5 }
        self.costs = costs
    }

    private static let (prior, error): (Float, Float) = (5, 25)

    /// - Returns: infinity where the costs pass `limit`.
    func cost(_ bytes: [UInt8], limit: Float) -> Float {
        var total = WideReading.prior
        var index = 0
        var (wasNarrow, wasASCIILetter) = (false, false)
        while index < bytes.count {
            let byte = bytes[index]
            guard byte >= 0x80 else {
                (wasNarrow, wasASCIILetter) = (false, byte.isASCIILetter)
                index += 1
                continue
            }
            let found = character(bytes[index...])
            if let scalar = found.scalar {
                total += cost(scalar, wasNarrow: wasNarrow)
                wasNarrow = WideReading.isNarrow(scalar)
            } else {
                // A character that the end of the sample cuts in two is no error.
                total += index + 1 == bytes.count ? 6 : WideReading.error
            }
            index += found.length
            if wasASCIILetter { total += 2 }
            if index < bytes.count, bytes[index].isASCIILetter { total += 2 }
            wasASCIILetter = false
            if total > limit { return .infinity }
        }
        return total
    }

    private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool { (0xFF61...0xFF9F).contains(scalar.value) }

    /// What is not among the common characters, by its kind. Half-width katakana come in rows or not at all.
    private func cost(_ scalar: Unicode.Scalar, wasNarrow: Bool) -> Float {
        if let known = costs[scalar] { return known }
        switch scalar.value {
        case 0xFF61...0xFF9F: return wasNarrow ? 4 : 8
        case 0x4E00...0x9FFF: return 11
        case 0xAC00...0xD7A3: return 12
        case 0x3000...0x30FF, 0xFF00...0xFF60: return 9
        case 0x2000...0x206F: return 7
        case 0xE000...0xF8FF: return WideReading.error
        default: return 13
        }
    }
}
