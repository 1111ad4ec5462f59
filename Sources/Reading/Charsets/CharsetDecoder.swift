/// Turns bytes of a known encoding into UTF-8.
enum CharsetDecoder {
    /// - Parameter survey: of these bytes, where it was taken already.
    /// - Returns: nil for an encoding that is not read.
    static func decode(
        _ bytes: [UInt8], _ charset: Charset, survey: UTF8Survey? = nil
    ) -> (utf8: [UInt8], hasReplacements: Bool)? {
        switch charset.name {
        case "utf-8": return utf8(bytes, survey ?? UTF8Survey(bytes))
        case "utf-16le": return utf16(bytes, lowFirst: true)
        case "utf-16be": return utf16(bytes, lowFirst: false)
        case "utf-32le": return utf32(bytes, lowFirst: true)
        case "utf-32be": return utf32(bytes, lowFirst: false)
        case "gbk", "gb18030": return GB18030Decoder.decode(bytes)
        case "big5": return Big5Decoder.decode(bytes)
        case "euc-kr": return EUCKRDecoder.decode(bytes)
        case "shift_jis": return ShiftJISDecoder.decode(bytes)
        case "euc-jp": return EUCJPDecoder.decode(bytes)
        case "iso-2022-jp": return ISO2022JPDecoder.decode(bytes)
        default: return SingleByteDecoder.decoder(charset).map { $0.decode(bytes) }
        }
    }

    private static func utf8(_ bytes: [UInt8], _ survey: UTF8Survey) -> ([UInt8], Bool) {
        // A character cut off at the end is not invalid in the survey, but must not stay.
        if survey.isValid, bytes.last.map({ $0 < 0x80 }) ?? true {
            return (survey.hasC1 ? Mojibake.withoutC1(bytes) : bytes, false)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return (Mojibake.withoutC1(Array(text.utf8)), !survey.isValid)
    }

    /// The character of a byte in windows-1252; nil for the five that have none.
    static func windows1252(_ byte: UInt8) -> Unicode.Scalar? { SingleByteDecoder.windows1252?.scalar(byte) }

    private static func utf16(_ bytes: [UInt8], lowFirst: Bool) -> ([UInt8], Bool) {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(lowFirst ? b << 8 | a : a << 8 | b)
        }
        let text = String(decoding: units, as: UTF16.self)
        return (Array(text.utf8), bytes.count % 2 == 1)
    }

    private static func utf32(_ bytes: [UInt8], lowFirst: Bool) -> ([UInt8], Bool) {
        var out: [UInt8] = []
        var hasReplacements = bytes.count % 4 != 0
        for index in stride(from: 0, to: bytes.count - 3, by: 4) {
            let part = bytes[index..<(index + 4)]
            let code = (lowFirst ? Array(part.reversed()) : Array(part)).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            let scalar = Unicode.Scalar(code)
            hasReplacements = hasReplacements || scalar == nil
            out += String(scalar ?? "\u{FFFD}").utf8
        }
        return (out, hasReplacements)
    }
}
