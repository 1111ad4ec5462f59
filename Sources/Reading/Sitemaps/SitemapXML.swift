import Model
import Text

/// The XML of sitemaps.org, protocol 0.9, with Google's news extension.
enum SitemapXML {
    static func sitemap(
        _ root: XMLElement, damage: Set<FeedDamage>, _ context: FeedContext
    ) throws(FeedProblem) -> Sitemap {
        var sitemap = Sitemap(kind: root.name == "urlset" ? .pages : .index, damage: damage)
        for child in root.children where child.isClosed {
            guard sitemap.pages.count + sitemap.sitemaps.count < context.entryLimit else {
                throw .tooManyEntries(limit: context.entryLimit)
            }
            switch child.name {
            case "url": if let page = page(child, context) { sitemap.pages.append(page) }
            case "sitemap": if let reference = reference(child, context) { sitemap.sitemaps.append(reference) }
            default: continue
            }
        }
        return sitemap
    }

    private static func page(_ element: XMLElement, _ context: FeedContext) -> Sitemap.Page? {
        var page = Sitemap.Page(url: "")
        for child in element.children {
            switch child.name {
            // The image and video extensions have a "loc" of their own, inside their element.
            case "loc" where page.url.isEmpty: page.url = address(child, context) ?? ""
            case "lastmod": page.lastModified = date(child, context)
            case "changefreq": page.changeFrequency = frequency(child.text)
            case "priority": page.priority = Double(child.text.trimmed).flatMap { (0...1).contains($0) ? $0 : nil }
            case "news" where child.hasChildElements: page.news = news(child, context)
            default: continue
            }
        }
        return page.url.isEmpty ? nil : page
    }

    private static func reference(_ element: XMLElement, _ context: FeedContext) -> Sitemap.Reference? {
        var reference = Sitemap.Reference(url: "")
        for child in element.children {
            switch child.name {
            case "loc" where reference.url.isEmpty: reference.url = address(child, context) ?? ""
            case "lastmod": reference.lastModified = date(child, context)
            default: continue
            }
        }
        return reference.url.isEmpty ? nil : reference
    }

    private static func news(_ element: XMLElement, _ context: FeedContext) -> Sitemap.News {
        var news = Sitemap.News()
        for child in element.children {
            switch child.name {
            case "title": news.title = FeedText.line(child)
            case "publication_date": news.published = date(child, context)
            case "publication":
                for part in child.children {
                    let text = part.text.cleanedLine(limit: 200).nonEmpty
                    if part.name == "name" { news.publication = text }
                    if part.name == "language" { news.language = text }
                }
            default: continue
            }
        }
        return news
    }

    /// What a server's own warnings push down: `Notice: … in sitemap.php` before the document. Looked for near the beginning.
    static func withoutForeword(_ utf8: [UInt8]) -> [UInt8]? {
        let head = utf8.prefix(4_096)
        for start in ["<?xml", "<urlset", "<sitemapindex"] {
            if let index = Array(head).firstIndex(ofSequence: start) { return Array(utf8[index...]) }
        }
        return nil
    }

    /// A page must be one of the web: others could not be fetched.
    private static func address(_ element: XMLElement, _ context: FeedContext) -> String? {
        guard let link = FeedLink.resolved(element.text, against: context.base), WebURL(link) != nil else { return nil }
        return link
    }

    private static func date(_ element: XMLElement, _ context: FeedContext) -> PublishedDate? {
        readDate(element.text, zone: context.zone, now: context.now, origin: .sitemap)
    }

    private static let frequencies: Set<String> = ["always", "hourly", "daily", "weekly", "monthly", "yearly", "never"]

    private static func frequency(_ text: String) -> String? {
        let word = text.trimmed.lowercased()
        return frequencies.contains(word) ? word : nil
    }
}
