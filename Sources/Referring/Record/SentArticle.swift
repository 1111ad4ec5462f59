import Hashing
import Model
import Text

/// An article as a record carries it: where it stands and what proves it, never its text.
struct SentArticle {
    /// Contract: `title` has at most 400 scalars.
    static let titleLimit = 400

    let id: String
    let language: Language
    /// As sent: cut, and without withheld names.
    let title: [Unicode.Scalar]
    let text: [Unicode.Scalar]
    let canonicalURL: String
    let textHash: String
    /// Of the text; see `simHash(of:)`.
    let fingerprint: String
    /// Told to the squad; there is no page that anybody could read.
    var isTold: Bool { article.isTold }
    private let article: Article
    private let publisher: String
    private let isTitleWhole: Bool

    /// - Parameter finder: who brought the lead; nil where a crawl did. A told text has that name as its outlet where
    ///   nobody said where it was heard, and names of the squad do not leave.
    /// - Returns: nil where its address is not of the web, and it was not told either.
    init?(_ lead: LeadArticle, index: Int, hiding withholding: Withholding, finder: Actor? = nil) {
        let address = lead.article.isTold ? toldName(of: lead.article) : nil
        guard let url = address ?? webAddress(lead.article.canonicalURL) ?? webAddress(lead.article.url) else {
            return nil
        }
        article = lead.article
        (id, language, canonicalURL) = ("a\(index + 1)", article.language, url)
        let isUnsaid = article.isTold && article.outlet == finder?.name
        publisher = isUnsaid ? "Skuad PERKESO Prihatin" : withholding.masked(article.outlet)
        let masked = withholding.masked(article.title)
        title = Array(masked.unicodeScalars.prefix(SentArticle.titleLimit))
        isTitleWhole = masked == article.title
        text = Array(article.text.unicodeScalars)
        textHash = Digest(of: article.text).hexadecimal
        fingerprint = simHash(of: text)
    }

    /// What a position counts in. A masked title has other places than the one that was scored, so nothing stands there.
    func scalars(of field: Evidence.Field) -> [Unicode.Scalar] {
        switch field {
        case .title: isTitleWhole ? title : []
        case .text: text
        }
    }

    func record(extractor: String) -> JSONValue {
        .compact([
            ("id", .string(id)), ("url", .string(webAddress(article.url) ?? canonicalURL)),
            ("canonical_url", .string(canonicalURL)), ("title", .string(string(title))),
            (
                "publisher",
                [
                    "name": .string(cut(publisher, to: 120)),
                    "domain": .string(cut(host(of: canonicalURL), to: 253)),
                ]
            ),
            ("feed", .string(article.source.value)), ("published_at", published.at),
            ("published_precision", .string(published.precision)),
            ("retrieved_at", .string(article.retrievedAt.rfc3339())), ("http", isTold ? JSONValue?.none : http),
            ("content_type", article.provenance.contentType.map { .string(cut($0, to: 120)) }),
            // The hash of a told text is that of the words before numbers were masked: who knows the rest could find
            // out a number of twelve digits by trying.
            ("raw", isTold ? nil : raw),
            (
                "text",
                [
                    "sha256": .string(textHash), "scalars": .integer(Int64(text.count)), "normalization": "NFC",
                    "extractor": .string(cut(extractor, to: 60)),
                ]
            ), ("language", .string(article.language.rawValue)),
        ])
    }

    /// The contract knows seconds, days or nothing: a month is no instant.
    private var published: (at: JSONValue, precision: String) {
        guard let date = article.published else { return (.null, "unknown") }
        let at = JSONValue.string(date.instant.rfc3339(offset: date.offset))
        switch date.precision {
        case .second, .minute: return (at, "second")
        case .day: return (at, "day")
        case .month, .year: return (.null, "unknown")
        }
    }

    private var http: JSONValue {
        .compact([
            ("status", .integer(Int64(article.provenance.status))),
            ("etag", article.provenance.etag.flatMap { $0.unicodeScalars.count <= 200 ? .string($0) : nil }),
        ])
    }

    private var raw: JSONValue? {
        let hash = article.provenance.rawSHA256
        guard hash.utf8.count == 64, hash.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        return ["sha256": .string(hash), "bytes": .integer(Int64(article.provenance.rawBytes))]
    }

    /// The day on which ages in the text were true.
    var day: String {
        let known = article.published.flatMap { date -> String? in
            switch date.precision {
            case .second, .minute, .day: CivilTime(date.instant, offset: date.offset).isoDay
            case .month, .year: nil
            }
        }
        return known ?? CivilTime(article.retrievedAt).isoDay
    }
}

/// The name of a told text, made of its masked words: the same text has the same, and no masked number can be found out
/// from it by trying.
private func toldName(of article: Article) -> String {
    Article.toldAddress + Digest(of: article.title + "\n" + article.text).hexadecimal.prefix(32)
}

/// At most `limit` scalars: JSON Schema counts these, not characters.
func cut(_ text: String, to limit: Int) -> String { string(text.unicodeScalars.prefix(limit)) }

/// An http or https address in the characters of RFC 3986, at most 2,048; nil for any other.
///
/// What the standard does not allow where it stands is percent-encoded: other characters, brackets after the host, a `%`
/// without two digits, a second `#`.
func webAddress(_ address: String) -> String? {
    let lower = address.prefix(8).lowercased()
    guard lower.hasPrefix("http://") || lower == "https://" else { return nil }
    let bytes = Array(address.utf8)
    var out: [UInt8] = []
    var slashes = 0
    var hasFragment = false
    for (index, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "/") { slashes += 1 }
        let isKept =
            switch byte {
            case UInt8(ascii: "%"): bytes[(index + 1)...].prefix(2).count(where: isHexadecimal) == 2
            case UInt8(ascii: "["), UInt8(ascii: "]"): slashes == 2
            case UInt8(ascii: "#"): !hasFragment
            default: isAddressByte(byte)
            }
        if isKept { out.append(byte) } else { out += ("%" + [byte].hexadecimal.uppercased()).utf8 }
        hasFragment = hasFragment || byte == UInt8(ascii: "#")
    }
    let text = String(decoding: out, as: UTF8.self)
    return text.utf8.count <= 2048 && !host(of: text).isEmpty ? text : nil
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
}

/// RFC 3986, section 2: unreserved and reserved characters that may stand anywhere after the scheme.
private func isAddressByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || addressSigns.contains(byte)
}

private let addressSigns = Set("-._~:/?@!$&'()*+,;=".utf8)

/// The host of an address with a scheme, without user and port.
func host(of address: String) -> String {
    guard let scheme = address.firstRange(of: "://") else { return "" }
    let authority = address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    guard !place.hasPrefix("[") else { return String(place.prefix { $0 != "]" }) + "]" }
    return String(place.prefix { $0 != ":" }).lowercased()
}
