/// A list of addresses, one a line.
enum SitemapText {
    static func sitemap(_ utf8: [UInt8], _ context: FeedContext) throws(FeedProblem) -> Sitemap {
        var sitemap = Sitemap(kind: .text)
        for line in utf8.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            let text = String(decoding: line, as: UTF8.self).trimmed
            guard !text.isEmpty else { continue }
            guard WebURL(text) != nil else {
                // A robots.txt or an essay begins with something else than an address.
                if sitemap.pages.isEmpty { throw .notAFeed("text") }
                sitemap.damage.insert(.brokenMarkup)
                continue
            }
            guard sitemap.pages.count < context.entryLimit else { throw .tooManyEntries(limit: context.entryLimit) }
            sitemap.pages.append(.init(url: text))
        }
        return sitemap
    }
}
