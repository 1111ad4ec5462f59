import Model
import Text

extension Edition {
    /// The page of one article in the outlet's layout.
    func page(of story: Story) -> String {
        switch outlet.layout {
        case .stateEdition: stateEditionPage(of: story)
        case .metaTags: metaTagsPage(of: story)
        case .visibleDate: visibleDatePage(of: story)
        case .tables: tablesPage(of: story)
        case .comments: commentsPage(of: story)
        case .blog: blogPage(of: story)
        case .ticker: tickerPage(of: story)
        }
    }

    /// A page without news.
    func aboutPage() -> String {
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>About - \(html(outlet.name))</title></head>
        <body><h1>About us</h1><p>\(html(outlet.name)) is an invented newspaper. It exists on this machine only, and so \
        do the people in it.</p></body></html>

        """
    }

    /// schema.org's NewsArticle, as sites give it to search engines.
    func newsArticle(_ story: Story) -> JSONValue {
        .compact([
            ("@context", "https://schema.org"),
            ("@type", "NewsArticle"),
            ("headline", .string(story.article.title)),
            ("datePublished", .string(story.date.rfc3339)),
            ("dateModified", .string(story.date.rfc3339)),
            ("inLanguage", .string(story.article.language.rawValue)),
            ("mainEntityOfPage", .string(story.url)),
            ("author", story.article.author.map { ["@type": "Person", "name": .string($0)] }),
            ("publisher", ["@type": "Organization", "name": .string(outlet.name)]),
        ])
    }

    /// A script element cannot hold `</`, whatever stands in the text.
    func script(_ value: JSONValue) -> String {
        "<script type=\"application/ld+json\">\(value.text.replacing("</", with: "<\\/"))</script>"
    }

    /// A list of links to other articles, as pages carry it above, beside and below the text.
    func links(to stories: [Story]) -> String {
        stories.map { "<li><a href=\"\($0.path)\">\(html($0.article.title))</a></li>" }.joined(separator: "\n")
    }

    func figure(_ story: Story) -> String {
        story.article.caption.map { caption in
            """
            <figure><img src="/media/\(story.number).jpg" alt="\(html(caption))">
            <figcaption>\(html(caption))</figcaption></figure>

            """
        } ?? ""
    }
}
