import Archiving
import Model
import Reading

/// The addresses that an archived answer names: its own, and those in its body, as links, feeds and sitemaps write them.
///
/// Not a reader of any format: a page that was damaged names what it names. Paths that begin with a slash are taken to be
/// of the answer's own site.
struct PageAddresses {
    /// Each once, in the form in which articles are stored.
    let all: [String]

    /// A page of links has a few hundred, a sitemap up to 50,000.
    private static let limit = 60_000
    private static let longest = 2000

    init(_ record: WARCRecord) {
        let base = record["WARC-Target-URI"].flatMap { WebURL($0) }
        var found: Set<String> = []
        if let base { found.insert(base.identity()) }
        let text = String(decoding: record.payload, as: UTF8.self).replacing("\\/", with: "/")
        for token in text.split(whereSeparator: PageAddresses.ends) where found.count < PageAddresses.limit {
            guard token.hasPrefix("http") || token.hasPrefix("/"), token.utf8.count <= PageAddresses.longest else {
                continue
            }
            let address = String(token).replacing("&amp;", with: "&").replacing("&#38;", with: "&")
            if let url = WebURL(address, base: base) { found.insert(url.identity()) }
        }
        all = found.sorted()
    }

    private static func ends(_ character: Character) -> Bool {
        character.isWhitespace || "\"'<>[]()\\".contains(character)
    }
}
