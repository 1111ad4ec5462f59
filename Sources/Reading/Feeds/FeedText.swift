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
        MarkedText.read(html.utf8.span, as: .html, keepsLines: false, limit: limit).nonEmpty
    }

    /// Paragraphs of what may be HTML.
    static func paragraphs(ofHTML html: String, limit: Int = 200_000) -> String? {
        MarkedText.read(html.utf8.span, as: .html, keepsLines: true, limit: limit).nonEmpty
    }

    private static func text(_ element: XMLElement, keepsLines: Bool, limit: Int) -> String? {
        if element.hasChildElements {
            let html = element.innerHTML
            return MarkedText.read(html.span, as: .html, keepsLines: keepsLines, limit: limit).nonEmpty
        }
        let kind = kind(of: element)
        return element.withText { read($0, as: kind, keepsLines: keepsLines, limit: limit) }?.nonEmpty
    }

    /// - Parameter kind: nil for Base64.
    private static func read(_ bytes: Span<UInt8>, as kind: MarkedText.Kind?, keepsLines: Bool, limit: Int) -> String {
        if let kind { return MarkedText.read(bytes, as: kind, keepsLines: keepsLines, limit: limit, mends: true) }
        // Some feeds give a type of Base64 to plain text, which may even look like it ("satu dua").
        if let decoded = Base64.decode(bytes), let text = String(validating: decoded, as: UTF8.self) {
            return MarkedText.read(text.utf8.span, as: .html, keepsLines: keepsLines, limit: limit)
        }
        return MarkedText.read(bytes, as: .plain, keepsLines: keepsLines, limit: limit, mends: true)
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
