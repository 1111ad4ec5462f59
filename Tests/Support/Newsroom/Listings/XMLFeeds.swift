import Model

/// RSS 2.0, RSS 1.0 (RDF) and Atom.
extension Edition {
    func rss() -> String {
        let items = stories.map { story in
            """
            <item>
            <title>\(xml(story.article.title))</title>
            <link>\(xml(story.linkInFeed))</link>
            <guid isPermaLink="false">\(outlet.id)-\(story.number)</guid>
            <description>\(xml(description(of: story)))</description>
            <category>\(xml(story.article.section))</category>
            \(story.article.author.map { "<dc:creator>\(xml($0))</dc:creator>\n" } ?? "")\
            <pubDate>\(story.date.rfc822)</pubDate>
            </item>
            """
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel>
            <title>\(xml(outlet.name)) &amp; Edisi Negeri</title>
            <link>\(home)</link>
            <atom:link href="\(listingURL)" rel="self" type="application/rss+xml"/>
            <description>Berita &amp; isu semasa</description>
            <language>\(outlet.language.rawValue)</language>
            <ttl>5</ttl>
            \(items.joined(separator: "\n"))
            </channel>
            </rss>

            """
    }

    /// As content systems do it: a picture and the teaser, as HTML inside XML.
    private func description(of story: Story) -> String {
        """
        <img src="\(home)media/\(story.number).jpg" alt="" width="120"/><p>\(Markup.escaped(story.teaser))</p>
        """
    }

    func atom() -> String {
        let entries = stories.map { story in
            """
            <entry>
            <id>tag:\(outlet.id).example,2020:\(story.number)</id>
            <title type="text">\(xml(story.article.title))</title>
            <link rel="alternate" type="text/html" href="\(xml(story.linkInFeed))"/>
            <published>\(story.date.rfc3339)</published>
            <updated>\(story.date.rfc3339)</updated>
            \(story.article.author.map { "<author><name>\(xml($0))</name></author>\n" } ?? "")\
            <summary type="text">\(xml(story.teaser))</summary>
            </entry>
            """
        }
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(outlet.language.rawValue)">
            <id>tag:\(outlet.id).example,2020:nation</id>
            <title>\(xml(outlet.name)) - Nation</title>
            <link rel="self" href="\(listingURL)"/>
            <link rel="alternate" href="\(home)"/>
            <updated>\(newest)</updated>
            <author><name>\(xml(outlet.name))</name></author>
            \(entries.joined(separator: "\n"))
            </feed>

            """
    }

    func rdf() -> String {
        let items = stories.map { story in
            """
            <item rdf:about="\(xml(story.url))">
            <title>\(xml(story.article.title))</title>
            <link>\(xml(story.linkInFeed))</link>
            <description>\(xml(story.teaser))</description>
            <dc:date>\(story.date.rfc3339)</dc:date>
            \(story.article.author.map { "<dc:creator>\(xml($0))</dc:creator>\n" } ?? "")\
            <dc:subject>\(xml(story.article.section))</dc:subject>
            </item>
            """
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
            xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="\(listingURL)">
            <title>\(xml(outlet.name))</title>
            <link>\(home)</link>
            <description>News of Sabah and Sarawak</description>
            <items><rdf:Seq>
            \(stories.map { "<rdf:li rdf:resource=\"\(xml($0.url))\"/>" }.joined(separator: "\n"))
            </rdf:Seq></items>
            </channel>
            \(items.joined(separator: "\n"))
            </rdf:RDF>

            """
    }

    /// RFC 3339; the beginning of the epoch for an outlet without articles.
    var newest: String { stories.first?.date.rfc3339 ?? "1970-01-01T00:00:00Z" }
}

/// XML has no place for control characters, even as references.
func xml(_ text: String) -> String { Markup.escaped(text, forXML: true) }
