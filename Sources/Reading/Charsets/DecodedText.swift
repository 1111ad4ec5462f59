/// A document's bytes as UTF-8.
public struct DecodedText: Hashable, Sendable {
    /// Valid UTF-8, without a byte order mark.
    public var utf8: [UInt8]
    /// The encoding the bytes were in.
    public var charset: Charset
    /// What told it.
    public var origin: CharsetOrigin
    /// Whether bytes that mean nothing were replaced by U+FFFD.
    public var hasReplacements: Bool
    /// False where it is known that there are no control characters but for tabs and line ends.
    var mayHaveControls = true

    /// The text as a string.
    public var string: String { String(decoding: utf8, as: UTF8.self) }
}

/// An encoding that is known by name, but not read.
public struct UnsupportedCharset: Error, Hashable, Sendable, CustomStringConvertible {
    /// The encoding that the document says it is in.
    public var charset: Charset
    public var description: String { "the encoding \(charset) is not read" }
}

/// The document's text, in the encoding that ``sniffCharset(_:kind:contentType:)`` tells.
///
/// Bytes that mean nothing become U+FFFD. Linear in time.
public func decodedText(
    _ bytes: [UInt8], kind: DocumentKind, contentType: String? = nil
) throws(UnsupportedCharset) -> DecodedText {
    let (charset, origin, survey) = CharsetSniffer(bytes: bytes, kind: kind, contentType: contentType).sniff()
    let mark = CharsetSniffer.byteOrderMark(bytes)
    let body = mark.map { Array(bytes[$0.length...]) } ?? bytes
    guard let (utf8, hasReplacements) = CharsetDecoder.decode(body, charset, survey: survey) else {
        throw UnsupportedCharset(charset: charset)
    }
    var text = DecodedText(utf8: utf8, charset: charset, origin: origin, hasReplacements: hasReplacements)
    if charset == .utf8, let survey { text.mayHaveControls = survey.hasC0 }
    return text
}
