/// `&amp;`, `&#228;`, `&#xE4;` in XML text.
enum CharacterReference {
    /// The longest reference that is looked at, from `&` to `;`.
    static let maximumLength = 40

    /// Appends what the reference at `start` stands for.
    ///
    /// A bare `&`, an unknown name and a reference without semicolon stay as written: feeds are full of them.
    /// - Returns: the index behind what was read.
    static func read(_ bytes: [UInt8], at start: Int, before end: Int, to out: inout [UInt8]) -> Int {
        let limit = min(end, start + maximumLength)
        guard let semicolon = bytes[(start + 1)..<max(start + 1, limit)].firstIndex(of: UInt8(ascii: ";")) else {
            out.append(bytes[start])
            return start + 1
        }
        let body = bytes[(start + 1)..<semicolon]
        if body.first == UInt8(ascii: "#") {
            guard let code = number(body.dropFirst()) else {
                out.append(bytes[start])
                return start + 1
            }
            if let scalar = scalar(for: code) { out += UTF8.encode(scalar) ?? [] }
            return semicolon + 1
        }
        if let character = named[String(decoding: body, as: UTF8.self)] {
            out.append(character)
            return semicolon + 1
        }
        out.append(bytes[start])
        return start + 1
    }

    private static let named: [String: UInt8] = [
        "amp": UInt8(ascii: "&"), "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"), "quot": UInt8(ascii: "\""),
        "apos": UInt8(ascii: "'"),
    ]

    /// nil where it is no number. Numbers that no character has come back as 0x110000.
    private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
        let isHex = digits.first.map { $0.asciiLowercased == UInt8(ascii: "x") } ?? false
        let digits = isHex ? digits.dropFirst() : digits
        guard !digits.isEmpty else { return nil }
        var code: UInt32 = 0
        for digit in digits {
            guard let value = digit.hexDigit, isHex || value < 10 else { return nil }
            code = min(code * (isHex ? 16 : 10) + UInt32(value), 0x110000)
        }
        return code
    }

    /// nil for what must not stand in a text: NUL, controls, half surrogates.
    private static func scalar(for code: UInt32) -> Unicode.Scalar? {
        // `&#150;` was written for a Windows program; HTML reads it so too.
        if (0x80...0x9F).contains(code) { return SingleByteCharset.windows1252.scalar(UInt8(code)) }
        guard code >= 0x20 || code == 9 || code == 10 || code == 13 else { return nil }
        return Unicode.Scalar(code)
    }
}
