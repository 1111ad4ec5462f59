import Text

extension OPML {
    /// The list as an OPML 2.0 document, feeds with the same outermost group together.
    ///
    /// What is no feed (`marks["kind"]`) is written as a link, so that a feed reader does not subscribe to a sitemap.
    /// The same list gives the same text, byte for byte.
    public var text: String {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<opml version=\"2.0\" xmlns:pantau=\"\(OPML.namespace)\">", "  <head>",
            "    <title>\(escaped(title ?? ""))</title>",
        ]
        lines += ["    <docs>http://opml.org/spec2.opml</docs>", "  </head>", "  <body>"]
        var group: String?
        for feed in feeds {
            let own = feed.groups.first
            if own != group {
                if group != nil { lines.append("    </outline>") }
                if let own { lines.append("    <outline text=\"\(escaped(own))\">") }
                group = own
            }
            lines.append((own == nil ? "    " : "      ") + outline(feed))
        }
        if group != nil { lines.append("    </outline>") }
        return (lines + ["  </body>", "</opml>", ""]).joined(separator: "\n")
    }

    private func outline(_ feed: Feed) -> String {
        let isFeed = feed.marks["kind"].map { $0 == "feed" } ?? true
        var attributes: [(String, String?)] = [
            ("type", isFeed ? "rss" : "link"), ("text", feed.title), ("title", feed.title),
            (isFeed ? "xmlUrl" : "url", feed.url.href), ("htmlUrl", feed.site?.href), ("language", feed.language),
        ]
        attributes += OPML.marks.map { ("pantau:" + $0, feed.marks[$0]) }
        let written = attributes.compactMap { name, value in value.map { " \(name)=\"\(escaped($0))\"" } }
        return "<outline" + written.joined() + "/>"
    }
}

/// Text as it may stand between tags and in double quotes.
private func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": out.append(contentsOf: "&amp;".unicodeScalars)
        case "<": out.append(contentsOf: "&lt;".unicodeScalars)
        case ">": out.append(contentsOf: "&gt;".unicodeScalars)
        case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
        // XML 1.0 forbids control characters, even by number.
        case _ where scalar.value < 0x20: out.append(" ")
        case _: out.append(scalar)
        }
    }
    return String(out)
}
