import Model
import Text

extension Edition {
    /// JSON Feed 1.1 with the whole text of every article.
    func jsonFeed() -> JSONValue {
        let items = stories.map { story in
            JSONValue.compact([
                ("id", .string("\(outlet.id)-\(story.number)")),
                ("url", .string(story.linkInFeed)),
                ("title", .string(story.article.title)),
                ("content_html", .string(Markup.paragraphs(story.article.paragraphs))),
                ("summary", .string(story.teaser)),
                ("date_published", .string(story.date.rfc3339)),
                ("authors", story.article.author.map { [["name": .string($0)]] }),
                ("tags", [.string(story.article.section)]),
                ("language", .string(story.article.language.rawValue)),
            ])
        }
        return [
            "version": "https://jsonfeed.org/version/1.1",
            "title": .string(outlet.name),
            "home_page_url": .string(home),
            "feed_url": .string(listingURL),
            "language": .string(outlet.language.rawValue),
            "items": .array(items),
        ]
    }
}
