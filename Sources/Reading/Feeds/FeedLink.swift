import Text

/// Links as feeds write them.
enum FeedLink {
    /// A link resolved against its base. An absolute one stays as written, so that it is known again.
    ///
    /// - Returns: nil for an empty link, and for one that would run as a program where it is clicked.
    static func resolved(_ text: String, against base: WebURL?) -> String? {
        if isPlainWebAddress(text) { return text }
        let link = String(decoding: text.utf8.filter { $0 > 0x1F && $0 != 0x7F }, as: UTF8.self).trimmed
        guard !link.isEmpty else { return nil }
        guard let scheme = scheme(of: link) else {
            return base?.resolving(link)?.href ?? link
        }
        return dangerous.contains(scheme) ? nil : link
    }

    /// The link that is the text of an element. Unlike in an attribute, its ampersands are often encoded twice.
    static func resolved(textOf element: XMLElement, against base: WebURL?) -> String? {
        let text = element.text
        let bytes = text.utf8.span
        guard bytes.nextOffset(of: UInt8(ascii: "&"), in: bytes.indices) != nil else {
            return resolved(text, against: base)
        }
        return resolved(text.replacing("&amp;", with: "&"), against: base)
    }

    /// Whether there is nothing to resolve, to trim or to refuse, as in nearly every link.
    private static func isPlainWebAddress(_ text: String) -> Bool {
        (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.isASCIIWord
    }

    private static let dangerous: Set<String> = ["javascript", "vbscript", "data"]

    private static func scheme(of link: String) -> String? {
        guard let colon = link.utf8.firstIndex(of: UInt8(ascii: ":")), let first = link.utf8.first, first.isASCIILetter,
            link.utf8[..<colon].allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) })
        else { return nil }
        return String(decoding: link.utf8[..<colon].map(\.asciiLowercased), as: UTF8.self)
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        if let first = utf8.first, let last = utf8.last, first > 0x20, first < 0x7F, last > 0x20, last < 0x7F {
            return self
        }
        guard let first = unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(unicodeScalars[first...last])
    }

    /// nil where the text is empty.
    var nonEmpty: String? { isEmpty ? nil : self }
}
