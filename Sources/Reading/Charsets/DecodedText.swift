/// A document's bytes as UTF-8.
public struct DecodedText: Hashable, Sendable {
    /// Valid UTF-8, without a byte order mark.
    public var utf8: [UInt8]
    public var charset: Charset
    public var origin: CharsetOrigin
    /// Whether bytes that mean nothing were replaced by U+FFFD.
    public var hasReplacements: Bool

    /// The text as a string.
    public var string: String { String(decoding: utf8, as: UTF8.self) }
}

/// An encoding that is known by name, but not read.
public struct UnsupportedCharset: Error, Hashable, Sendable, CustomStringConvertible {
    public var charset: Charset
    public var description: String { "the encoding \(charset) is not read" }
}

/// The document's text, in the encoding that ``sniffCharset(_:kind:contentType:)`` tells.
///
/// Bytes that mean nothing become U+FFFD. Linear in time.
public func decodedText(
    _ bytes: [UInt8], kind: DocumentKind, contentType: String? = nil
) throws(UnsupportedCharset) -> DecodedText {
    let (charset, origin) = sniffCharset(bytes, kind: kind, contentType: contentType)
    let mark = CharsetSniffer.byteOrderMark(bytes)
    let body = mark.map { Array(bytes[$0.length...]) } ?? bytes
    guard let (utf8, hasReplacements) = CharsetDecoder.decode(body, charset) else {
        throw UnsupportedCharset(charset: charset)
    }
    return DecodedText(utf8: utf8, charset: charset, origin: origin, hasReplacements: hasReplacements)
}

enum CharsetDecoder {
    /// nil for an encoding that is not read.
    static func decode(_ bytes: [UInt8], _ charset: Charset) -> (utf8: [UInt8], hasReplacements: Bool)? {
        switch charset.name {
        case "utf-8": return utf8(bytes)
        case "utf-16le": return utf16(bytes, lowFirst: true)
        case "utf-16be": return utf16(bytes, lowFirst: false)
        case "utf-32le": return utf32(bytes, lowFirst: true)
        case "utf-32be": return utf32(bytes, lowFirst: false)
        case "gbk", "gb18030": return GB18030Decoder.decode(bytes)
        default: return SingleByteDecoder.decoder(charset).map { $0.decode(bytes) }
        }
    }

    private static func utf8(_ bytes: [UInt8]) -> ([UInt8], Bool) {
        let survey = UTF8Survey(bytes)
        // A character cut off at the end is not invalid in the survey, but must not stay.
        if survey.isValid, bytes.last.map({ $0 < 0x80 }) ?? true { return (Mojibake.withoutC1(bytes), false) }
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
