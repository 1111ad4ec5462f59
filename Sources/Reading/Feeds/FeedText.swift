import Text

/// The text of an element, plain, by what the element says of its content.
enum FeedText {
    /// How the characters of an element are meant.
    enum Kind { case plain, html, base64 }

    /// One line of at most 500 characters.
    static func line(_ element: XMLElement) -> String? {
        paragraphs(element, limit: 2_000)?.cleanedLine().nonEmpty
    }

    /// Paragraphs, of at most 200,000 characters.
    static func paragraphs(_ element: XMLElement, limit: Int = 200_000) -> String? {
        if element.hasChildElements { return plainText(ofHTML: element.innerHTML, limit: limit).nonEmpty }
        let text = Mojibake.undone(in: element.text)
        switch kind(of: element) {
        case .plain: return text.cleanedParagraphs(limit: limit).nonEmpty
        case .html: return plainText(ofHTML: text, limit: limit).nonEmpty
        case .base64:
            guard let bytes = Base64.decode(text) else { return nil }
            return plainText(ofHTML: String(decoding: bytes, as: UTF8.self), limit: limit).nonEmpty
        }
    }

    /// Atom's `type` and `mode`. RSS says nothing and means HTML.
    private static func kind(of element: XMLElement) -> Kind {
        if element.attribute("mode") == "base64" { return .base64 }
        guard let type = element.attribute("type")?.lowercased() else { return .html }
        if type == "text" || type == "text/plain" { return .plain }
        let isText = type.hasPrefix("text") || type.hasSuffix("+xml") || type.hasSuffix("/xml") || !type.contains("/")
        // Atom 1.0, 4.1.3.3: other media types are Base64. Atom 0.3 has a mode instead.
        return isText || element.attribute("mode") != nil ? .html : .base64
    }
}

/// RFC 4648, with white space between.
enum Base64 {
    static func decode(_ text: String) -> [UInt8]? {
        var out: [UInt8] = []
        var (buffer, bits): (UInt32, Int) = (0, 0)
        for byte in text.utf8 where byte > 0x20 && byte != UInt8(ascii: "=") {
            guard let value = value(byte) else { return nil }
            buffer = (buffer << 6 | value) & 0xFFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                out.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        return out
    }

    private static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 65...90: UInt32(byte - 65)
        case 97...122: UInt32(byte - 71)
        case 48...57: UInt32(byte + 4)
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
