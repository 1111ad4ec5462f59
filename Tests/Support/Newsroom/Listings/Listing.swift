import Text

extension Edition {
    /// The outlet's feed, sitemap or section page: its media type and its bytes.
    func listing() -> (type: String, body: [UInt8]) {
        switch outlet.listing {
        case .rss: ("application/rss+xml; charset=utf-8", Array(rss().utf8))
        case .atom: ("application/atom+xml; charset=utf-8", Array(atom().utf8))
        case .rdf: ("application/rdf+xml", Array(rdf().utf8))
        case .jsonFeed: ("application/feed+json", Array(jsonFeed().indentedText.utf8))
        case .newsSitemap: ("application/xml", Array(sitemapIndex().utf8))
        case .sectionPage: ("text/html; charset=utf-8", Array(sectionPage().utf8))
        case .brokenRSS: ("text/xml", broken(Array(rss().utf8)))
        }
    }

    /// What ruins a feed in the field: a blank line before the XML declaration, bare ampersands, an entity that XML does
    /// not know, bytes of windows-1252 in a document that says UTF-8, and an end in the middle of the last item.
    func broken(_ document: [UInt8]) -> [UInt8] {
        let ruined = Array("\n".utf8) + document.replacing(Array("&amp;".utf8), with: Array("&".utf8))
        let spoiled =
            ruined
            .replacing(
                Array("</description>".utf8),
                with: Array("&nbsp;".utf8) + [0x93, 0x85, 0x94, 0xFF]
                    + Array("</description>".utf8))
        let cut = spoiled.lastRange(of: Array("<pubDate>".utf8)) ?? spoiled.count * 4 / 5
        return Array(spoiled[..<cut])
    }
}

extension [UInt8] {
    /// Where the last occurrence of `part` begins.
    fileprivate func lastRange(of part: [UInt8]) -> Int? {
        guard count >= part.count else { return nil }
        return stride(from: count - part.count, through: 0, by: -1).first {
            self[$0..<($0 + part.count)].elementsEqual(part)
        }
    }
}
