import Text

/// JSON Feed 1.0 and 1.1.
enum JSONFeedAdapter {
    static func feed(_ utf8: [UInt8], _ context: FeedContext) throws(FeedProblem) -> Feed {
        let json: JSONValue
        do {
            json = try JSONValue(parsing: utf8, tolerance: .web)
        } catch {
            throw .brokenJSON("\(error)")
        }
        guard let document = JSONFeedDocument(json) else { throw .notAFeed("json") }
        guard document.items.count <= context.entryLimit else { throw .tooManyEntries(limit: context.entryLimit) }
        var feed = Feed(format: document.version.hasSuffix("1.1") ? .json11 : .json1, charset: .utf8)
        feed.title = document.title?.cleanedLine().nonEmpty
        feed.subtitle = document.description?.cleanedParagraphs(limit: 2_000).nonEmpty
        feed.link = document.homePageURL.flatMap { FeedLink.resolved($0, against: context.base) }
        feed.id = document.feedURL?.cleanedLine(limit: 2_000)
        feed.language = document.language.flatMap(FeedLanguage.read)
        feed.author = document.authors.first.flatMap(FeedPerson.name(in:))
        feed.entries = document.items.map { entry($0, context) }
        return feed
    }

    private static func entry(_ item: JSONFeedDocument.Item, _ context: FeedContext) -> FeedEntry {
        var entry = FeedEntry()
        entry.id = item.id?.cleanedLine(limit: 2_000).nonEmpty
        entry.title = item.title?.cleanedLine().nonEmpty
        entry.link = (item.url ?? item.externalURL).flatMap { FeedLink.resolved($0, against: context.base) }
        entry.summary = item.summary?.cleanedParagraphs().nonEmpty
        entry.content =
            item.contentHTML.flatMap { FeedText.paragraphs(ofHTML: $0) }
            ?? item.contentText?.cleanedParagraphs().nonEmpty
        entry.published = item.datePublished.flatMap(context.date)
        entry.updated = item.dateModified.flatMap(context.date)
        entry.authors = item.authors.prefix(50).compactMap(FeedPerson.name(in:))
        entry.categories = item.tags.prefix(200).compactMap { $0.cleanedLine(limit: 200).nonEmpty }
        entry.language = item.language.flatMap(FeedLanguage.read)
        entry.enclosures = item.attachments.prefix(200).compactMap { file in
            FeedLink.resolved(file.link, against: context.base).map {
                .init(link: $0, type: file.type?.cleanedLine(limit: 100), length: file.length)
            }
        }
        return entry
    }
}
