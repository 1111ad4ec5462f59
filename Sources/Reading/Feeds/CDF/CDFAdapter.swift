import Text

/// Microsoft's Channel Definition Format of 1997: links and dates are attributes.
enum CDFAdapter {
    /// Whether a document whose root is a channel is CDF, and not RSS without its root.
    static func isCDF(_ root: XMLElement) -> Bool {
        let marks = ["href", "base", "lastmod"]
        return marks.contains { root.attribute($0) != nil }
            || root.children.contains { child in
                child.name == "item" && marks.contains { child.attribute($0) != nil }
            }
    }

    static func feed(_ root: XMLElement, _ context: FeedContext) throws(FeedProblem) -> Feed {
        var feed = Feed(format: .cdf, charset: .utf8)
        let base = root.attribute("base").flatMap { WebURL($0, base: context.base) } ?? context.base
        feed.link = root.attribute("href").flatMap { FeedLink.resolved($0, against: base) }
        feed.updated = root.attribute("lastmod").flatMap(context.date)
        for child in root.children {
            switch child.name {
            case "title": feed.title = FeedText.line(child)
            case "abstract": feed.subtitle = FeedText.paragraphs(child)
            case "item":
                guard feed.entries.count < context.entryLimit else { throw .tooManyEntries(limit: context.entryLimit) }
                feed.entries.append(entry(child, base: base, context))
            default: continue
            }
        }
        return feed
    }

    private static func entry(_ item: XMLElement, base: WebURL?, _ context: FeedContext) -> FeedEntry {
        var entry = FeedEntry()
        entry.link = item.attribute("href").flatMap { FeedLink.resolved($0, against: base) }
        entry.updated = item.attribute("lastmod").flatMap(context.date)
        for child in item.children {
            switch child.name {
            case "title": entry.title = FeedText.line(child)
            case "abstract": entry.summary = FeedText.paragraphs(child)
            default: continue
            }
        }
        return entry
    }
}
