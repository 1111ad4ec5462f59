/// Tells the encoding of a document. Looks at the bytes before it believes a label: feeds are often re-encoded by the
/// server and keep the label of their youth.
///
/// Order: byte order mark; zero bytes of UTF-16 or UTF-32; valid UTF-8 with at least one character beyond ASCII; the
/// document's own label; the Content-Type header; the language of the text; UTF-8 for XML, windows-1252 for the rest.
/// - Parameter contentType: the Content-Type header.
public func sniffCharset(
    _ bytes: [UInt8], kind: DocumentKind, contentType: String? = nil
) -> (charset: Charset, origin: CharsetOrigin) {
    let found = CharsetSniffer(bytes: bytes, kind: kind, contentType: contentType).sniff()
    return (found.charset, found.origin)
}

struct CharsetSniffer {
    let bytes: [UInt8]
    let kind: DocumentKind
    let contentType: String?

    /// How much of a page is searched for its own label. The standard's prescan ends after 1,024 bytes, but browsers
    /// change their mind for a label that comes later; scripts often stand before it.
    private static let prescanLength = 16_384

    /// The encoding, what told it, and the survey of the bytes where it took one.
    func sniff() -> (charset: Charset, origin: CharsetOrigin, survey: UTF8Survey?) {
        if let marked = CharsetSniffer.byteOrderMark(bytes) { return (marked.charset, .bom, nil) }
        if kind != .text, let wide = CharsetSniffer.wide(bytes) { return (wide, .detector, nil) }
        let survey = UTF8Survey(bytes)
        let (charset, origin) = charset(after: survey)
        return (charset, origin, survey)
    }

    private func charset(after survey: UTF8Survey) -> (Charset, CharsetOrigin) {
        if survey.isValid, !survey.isASCII { return (.utf8, .utf8) }
        guard let (label, origin) = declared else { return undeclared(survey) }
        // Bytes that can be read at all are not UTF-16, whatever the label says.
        guard label.name.hasPrefix("utf-") else { return (label, origin) }
        if survey.invalid > survey.multibyte { return (LegacyDetector.charset(bytes), .detector) }
        return (.utf8, origin)
    }

    private var declared: (Charset, CharsetOrigin)? {
        let http = contentType.flatMap(CharsetSniffer.parameter).flatMap { Charset(label: $0) }
        switch kind {
        case .xml:
            // RFC 7303: the header is authoritative. Seen: servers that send a default which their feeds contradict.
            if let label = xmlDeclaration.flatMap({ Charset(label: $0) }) { return (label, .xml) }
            return http.map { ($0, .http) }
        case .html:
            if let http { return (http, .http) }
            return MetaPrescan.charset(bytes.prefix(CharsetSniffer.prescanLength)).map { ($0, .meta) }
        case .text:
            return http.map { ($0, .http) }
        }
    }

    private func undeclared(_ survey: UTF8Survey) -> (Charset, CharsetOrigin) {
        // Only where there is no markup: escapes that nobody announced could hide a tag from other readers of the page.
        if survey.isASCII, kind == .text, LegacyDetector.isISO2022JP(bytes) {
            return (Charset(known: "iso-2022-jp"), .detector)
        }
        if survey.isASCII { return kind == .xml ? (.utf8, .default) : (.windows1252, .default) }
        // Mostly right UTF-8 with a few bad bytes: cut or spliced texts.
        if survey.multibyte > survey.invalid { return (.utf8, .detector) }
        let charset = LegacyDetector.charset(bytes)
        return (charset, charset == .windows1252 ? .default : .detector)
    }

    // MARK: Marks

    static func byteOrderMark(_ bytes: [UInt8]) -> (charset: Charset, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32LittleEndian, 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// UTF-16 or UTF-32 without a mark, told by the zero bytes around the first `<` (XML 1.0, appendix F).
    private static func wide(_ bytes: [UInt8]) -> Charset? {
        guard bytes.count >= 4 else { return nil }
        let isASCII = { (byte: UInt8) in byte == UInt8(ascii: "<") || byte == 0x20 || byte == 10 || byte == 13 }
        switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
        case (0, 0, 0, let last) where isASCII(last): return .utf32BigEndian
        case (let first, 0, 0, 0) where isASCII(first): return .utf32LittleEndian
        case (0, let second, 0, let last) where isASCII(second) && last > 0: return .utf16BigEndian
        case (let first, 0, let third, 0) where isASCII(first) && third > 0: return .utf16LittleEndian
        default: return nil
        }
    }

    // MARK: Labels

    /// The `charset` of a Content-Type header.
    static func parameter(_ contentType: String) -> String? {
        let text = Array(contentType.utf8)
        guard let start = text.firstIndex(ofSequence: "charset") else { return nil }
        var index = start + 7
        while index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
        guard index < text.count, text[index] == UInt8(ascii: "=") else { return nil }
        let value = text[(index + 1)...].drop { $0 == 32 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        let label = value.prefix {
            $0 > 32 && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
        }
        return String(decoding: label, as: UTF8.self)
    }

    /// The `encoding` of `<?xml … ?>`, also where blank lines stand before it.
    private var xmlDeclaration: String? {
        let head = Array(bytes.prefix(CharsetSniffer.prescanLength).drop { $0 <= 0x20 })
        guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(ofSequence: "?>") else { return nil }
        let declaration = Array(head[..<end])
        guard let start = declaration.firstIndex(ofSequence: "encoding") else { return nil }
        let value = declaration[(start + 8)...].drop { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
        guard let quote = value.first else { return nil }
        return String(decoding: value.dropFirst().prefix { $0 != quote }, as: UTF8.self)
    }
}

extension Array where Element == UInt8 {
    /// Where `text` (lower-case ASCII) stands, without regard to case.
    func firstIndex(ofSequence text: String) -> Int? {
        let pattern = Array(text.utf8)
        guard count >= pattern.count else { return nil }
        return (0...(count - pattern.count)).first { start in
            pattern.indices.allSatisfy { self[start + $0].asciiLowercased == pattern[$0] }
        }
    }
}
