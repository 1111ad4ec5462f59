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
            // Some feeds give such a type to plain text.
            guard let bytes = Base64.decode(text) else { return text.cleanedParagraphs(limit: limit).nonEmpty }
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
