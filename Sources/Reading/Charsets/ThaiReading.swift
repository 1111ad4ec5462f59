/// Bytes read as Thai in windows-874; see ``LetterReading`` for the measure. Thai is the only language of its encoding, so
/// its script tells it: vowel signs stand over a consonant, and words have no gaps.
enum ThaiReading {
    static let charset = Charset(known: "windows-874")

    /// In nats, the letters that are not among the common ones.
    private static let (common, less, rare): (Float, Float, Float) = (3.4, 5, 8)
    private static let lessCommon = Set("ขซญณถธผภศษฟฐโใ".unicodeScalars)
    private static let rareLetters = Set("ฃฅฆฉฌฎฏฑฒฝฤฦฬฮฯๅๆ".unicodeScalars)

    /// - Returns: infinity where the costs pass `limit`.
    static func cost(_ bytes: [UInt8], limit: Float) -> Float {
        guard let decoder = SingleByteDecoder.decoder(charset) else { return .infinity }
        var total: Float = 5
        var (canCarrySigns, wasASCIILetter) = (false, false)
        for byte in bytes {
            if canCarrySigns, byte.isASCIILetter { total += 5 }
            if byte >= 0x80, wasASCIILetter { total += 5 }
            wasASCIILetter = byte.isASCIILetter
            guard byte >= 0x80, let scalar = decoder.scalar(byte) else {
                total += byte >= 0x80 ? 25 : 0
                canCarrySigns = false
                continue
            }
            switch scalar.value {
            case 0xE31, 0xE34...0xE3A, 0xE47...0xE4E: total += canCarrySigns ? 3 : 13
            case 0xE01...0xE33, 0xE40...0xE46:
                total += lessCommon.contains(scalar) ? less : rareLetters.contains(scalar) ? rare : common
                canCarrySigns = true
            default:
                total += 9
                canCarrySigns = false
            }
            if total > limit { return .infinity }
        }
        return total
    }
}
