/// An encoding of text, by its name in the WHATWG Encoding Standard (`utf-8`, `windows-1252`, `gb18030`).
///
/// `utf-32le` and `utf-32be` are known besides: feeds have them, browsers do not.
public struct Charset: Hashable, Sendable, CustomStringConvertible {
    /// In lower case.
    public let name: String

    static let utf8 = Charset(known: "utf-8")
    static let utf16LittleEndian = Charset(known: "utf-16le")
    static let utf16BigEndian = Charset(known: "utf-16be")
    static let utf32LittleEndian = Charset(known: "utf-32le")
    static let utf32BigEndian = Charset(known: "utf-32be")
    static let windows1252 = Charset(known: "windows-1252")

    init(known name: String) { self.name = name }

    /// The encoding a document means by `label`: `Latin1` is windows-1252, `gb2312` is gbk.
    ///
    /// - Returns: nil for a label that the standard does not know; UTF-7 is one, and must never be decoded.
    public init?(label: String) {
        let key = String(decoding: label.utf8.filter { $0 > 0x20 }.map(\.asciiLowercased), as: UTF8.self)
        guard let name = Charset.byLabel[key] else { return nil }
        self.name = name
    }

    public var description: String { name }

    private static let byLabel: [String: String] = {
        var labels = ["utf-32": "utf-32le", "utf-32le": "utf-32le", "utf-32be": "utf-32be"]
        for line in CharsetLabels.table.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let name = words.first?.dropLast() else { continue }
            for label in words.dropFirst() { labels[String(label)] = String(name) }
        }
        return labels
    }()
}

/// What told the encoding of a document.
public enum CharsetOrigin: String, Hashable, Sendable {
    /// A byte order mark.
    case bom
    /// The Content-Type header.
    case http
    /// A `<meta charset>` of the page.
    case meta
    /// The XML declaration.
    case xml
    /// The bytes are valid UTF-8, which other encodings never are by chance.
    case utf8
    /// The bytes look like it: zero bytes of UTF-16, letters of a language.
    case detector
    case `default`
}

/// The kinds of documents, which say their encodings in different places.
public enum DocumentKind: String, Hashable, Sendable {
    case html, xml, text
}
