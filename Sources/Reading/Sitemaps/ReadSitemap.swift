public import Model
import Text

/// Reads a sitemap: XML of pages or of sitemaps, plain text, RSS or Atom. Pure and linear.
///
/// - Parameters:
///   - url: where the document came from; relative addresses are resolved against it.
///   - limit: the protocol allows 50,000 addresses; a document with more is refused whole.
/// - Throws: ``FeedProblem`` where the document is no sitemap, or not one to be trusted.
public func readSitemap(
    _ bytes: [UInt8], from url: String, headers: [(name: String, value: String)] = [], zone: Int = 0, now: Instant,
    limit: Int = 50_000
) throws(FeedProblem) -> Sitemap {
    guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
    if let binary = BinaryFormat.name(of: bytes) { throw .notAFeed(binary) }
    let type = headers.first { $0.name.lowercased() == "content-type" }?.value
    let text: DecodedText
    do {
        text = try decodedText(bytes, kind: .xml, contentType: type)
    } catch {
        throw .unsupportedCharset(error.charset)
    }
    let context = FeedContext(base: WebURL(url), zone: zone, now: now, entryLimit: limit)
    var document = text.utf8
    var foreword: Set<FeedDamage> = []
    if document.first(where: { $0 > 0x20 }) != UInt8(ascii: "<") {
        guard let body = SitemapXML.withoutForeword(document) else {
            return try SitemapText.sitemap(document, context)
        }
        (document, foreword) = (body, [.brokenMarkup])
    }
    let tree: XMLTree
    do {
        tree = try XMLScanner.scan(document)
    } catch {
        throw FeedProblem(error)
    }
    guard let root = tree.root else { throw .notAFeed("text") }
    switch root.name {
    case "urlset", "sitemapindex":
        return try SitemapXML.sitemap(root, damage: XMLFeed.damage(of: tree).union(foreword), context)
    case "rss", "rdf", "feed":
        return Sitemap(try readFeed(bytes, from: url, headers: headers, zone: zone, now: now, entryLimit: limit))
    case "html": throw .notAFeed("html")
    default: throw .notAFeed("xml <\(root.name.cleanedLine(limit: 40))>")
    }
}

extension Sitemap {
    /// A feed seen as a list of pages.
    init(_ feed: Feed) {
        switch feed.format {
        case .atom, .atom03, .atom10: kind = .atom
        case .rss, .rss090, .rss091n, .rss091u, .rss092, .rss093, .rss094, .rss10, .rss20, .cdf, .json1, .json11:
            kind = .rss
        }
        damage = feed.damage
        pages = feed.entries.compactMap { entry in
            entry.link.map { Page(url: $0, news: News(title: entry.title, published: entry.date)) }
        }
    }
}
