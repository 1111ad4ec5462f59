import Text

/// Text that was UTF-8, was taken for windows-1252, and was encoded once more: `â€¦` for `…`.
enum Mojibake {
    /// The text as it was meant; nil where it is sound.
    ///
    /// Only a text of which every character is a byte of windows-1252, and whose bytes are valid UTF-8 throughout, is
    /// taken for mangled: no text of any language is so by chance.
    static func undone(in text: String) -> String? {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let byte = byte(scalar) else { return nil }
            bytes.append(byte)
        }
        let survey = UTF8Survey(bytes)
        guard survey.isValid, survey.multibyte > 0 else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        scalar.value < 0x100 ? UInt8(scalar.value) : windows1252[scalar]
    }

    /// The characters of the bytes 0x80...0x9F.
    private static let windows1252: [Unicode.Scalar: UInt8] = {
        var bytes: [Unicode.Scalar: UInt8] = [:]
        for byte in UInt8(0x80)...0x9F {
            if let scalar = CharsetDecoder.windows1252(byte) { bytes[scalar] = byte }
        }
        return bytes
    }()

    /// UTF-8 in which C1 controls stand for the characters that windows-1252 has in their place: a file of windows-1252
    /// that was converted as ISO 8859-1. No text means a C1 control.
    static func withoutC1(_ utf8: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var plain = 0
        var at = 0
        while let index = utf8.firstOffset(in: at..<max(at, utf8.count - 1), marking: { $0.mark(equalTo: 0xC2) }) {
            at = index + 1
            guard (0x80...0x9F).contains(utf8[at]), let scalar = CharsetDecoder.windows1252(utf8[at]) else { continue }
            out += utf8[plain..<index]
            out += String(scalar).utf8
            plain = index + 2
        }
        return plain == 0 ? utf8 : out + utf8[plain...]
    }
}
