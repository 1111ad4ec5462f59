import Text

/// The text of an element, plain, by what the element says of its content.
enum FeedText {
    /// One line of at most 500 characters.
    static func line(_ element: XMLElement) -> String? { text(element, keepsLines: false, limit: 500) }

    /// Paragraphs, of at most 200,000 characters.
    static func paragraphs(_ element: XMLElement, limit: Int = 200_000) -> String? {
        text(element, keepsLines: true, limit: limit)
    }

    /// One line of what may be HTML.
    static func line(ofHTML html: String, limit: Int = 500) -> String? {
        let bytes = Array(html.utf8)
        return MarkedText.read(bytes, bytes.indices, as: .html, keepsLines: false, limit: limit).nonEmpty
    }

    /// Paragraphs of what may be HTML.
    static func paragraphs(ofHTML html: String, limit: Int = 200_000) -> String? {
        let bytes = Array(html.utf8)
        return MarkedText.read(bytes, bytes.indices, as: .html, keepsLines: true, limit: limit).nonEmpty
    }

    private static func text(_ element: XMLElement, keepsLines: Bool, limit: Int) -> String? {
        if element.hasChildElements {
            let html = element.innerHTML
            return MarkedText.read(html, html.indices, as: .html, keepsLines: keepsLines, limit: limit).nonEmpty
        }
        guard let (bytes, range) = element.textBytes else { return nil }
        var content = (bytes: bytes, range: range, kind: kind(of: element))
        if mayBeMangled(content.bytes, range) {
            content.bytes = Array(Mojibake.undone(in: element.text).utf8)
            content.range = content.bytes.indices
        }
        if content.kind == nil {
            // Some feeds give a type of Base64 to plain text, which may even look like it ("satu dua").
            content.kind = .plain
            if let decoded = Base64.decode(content.bytes[content.range]),
                let text = String(validating: decoded, as: UTF8.self)
            {
                content = (Array(text.utf8), 0..<text.utf8.count, .html)
            }
        }
        return MarkedText.read(
            content.bytes, content.range, as: content.kind ?? .html, keepsLines: keepsLines, limit: limit
        ).nonEmpty
    }

    /// Whether ``Mojibake`` may find something: its first character beyond ASCII is one of U+00C2...00F4, which are the
    /// first bytes of UTF-8, and the next is beyond ASCII too.
    private static func mayBeMangled(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard let at = bytes.span.nextOffset(in: range, marking: \.markBeyondASCII), at + 2 < range.upperBound,
            bytes[at] == 0xC3
        else { return false }
        return (0x82...0xB4).contains(bytes[at + 1]) && bytes[at + 2] >= 0x80
    }

    /// How the characters are meant, by Atom's `type` and `mode`: nil for Base64. RSS says nothing and means HTML.
    private static func kind(of element: XMLElement) -> MarkedText.Kind? {
        guard element.hasAttributes else { return .html }
        let mode = element.attribute("mode")
        if mode == "base64" { return nil }
        guard let type = element.attribute("type")?.lowercased() else { return .html }
        if type == "text" || type == "text/plain" { return .plain }
        let isText = type.hasPrefix("text") || type.hasSuffix("+xml") || type.hasSuffix("/xml") || !type.contains("/")
        // Atom 1.0, 4.1.3.3: other media types are Base64. Atom 0.3 has a mode instead.
        return isText || mode != nil ? .html : nil
    }
}
