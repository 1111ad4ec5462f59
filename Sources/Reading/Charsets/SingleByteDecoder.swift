/// Encodings of one byte a character, by table.
struct SingleByteDecoder {
    /// The UTF-8 of each of the bytes 0x80...0xFF.
    private let table: [[UInt8]]

    /// nil where `charset` is no single-byte encoding.
    static func decoder(_ charset: Charset) -> SingleByteDecoder? {
        let name = charset.name == "iso-8859-8-i" ? "iso-8859-8" : charset.name
        guard let codes = SingleByteTables.codePoints[name] else { return nil }
        var scalars = codes.split(separator: " ").map {
            UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
        }
        // The C1 controls of the ISO sets, which no text has: a table of 96 begins at 0xA0.
        scalars = Array(repeating: "\u{FFFD}", count: 128 - scalars.count) + scalars
        return SingleByteDecoder(table: scalars.map { Array(String($0).utf8) })
    }

    static let windows1252 = decoder(.windows1252)

    /// nil for a byte that has no character.
    func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard byte >= 0x80 else { return Unicode.Scalar(byte) }
        let scalar = String(decoding: table[Int(byte) - 0x80], as: UTF8.self).unicodeScalars.first
        return scalar == "\u{FFFD}" ? nil : scalar
    }

    func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], hasReplacements: Bool) {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 8)
        let replacement = Array("\u{FFFD}".utf8)
        var hasReplacements = false
        for byte in bytes {
            if byte < 0x80 {
                out.append(byte)
            } else {
                let character = table[Int(byte) - 0x80]
                hasReplacements = hasReplacements || character == replacement
                out += character
            }
        }
        return (out, hasReplacements)
    }
}
