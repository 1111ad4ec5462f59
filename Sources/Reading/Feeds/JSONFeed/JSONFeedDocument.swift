import Text

/// A JSON Feed as its specification names the parts (jsonfeed.org, versions 1 and 1.1).
struct JSONFeedDocument {
    var version: String
    var title: String?
    var homePageURL: String?
    var feedURL: String?
    var description: String?
    var language: String?
    var authors: [String]
    var items: [Item]

    struct Item {
        var id: String?
        var url: String?
        var externalURL: String?
        var title: String?
        var contentHTML: String?
        var contentText: String?
        var summary: String?
        var datePublished: String?
        var dateModified: String?
        var authors: [String]
        var tags: [String]
        var language: String?
        var attachments: [FeedEntry.Enclosure]
    }

    /// nil where the value is JSON, but no JSON Feed.
    init?(_ json: JSONValue) {
        version = json["version"]?.string ?? ""
        // Some write "1.0" for the version, or none; the items tell what it is.
        guard version.contains("jsonfeed.org") || JSONFeedDocument.isFeed(json) else { return nil }
        title = json["title"]?.string
        homePageURL = json["home_page_url"]?.string
        feedURL = json["feed_url"]?.string
        description = json["description"]?.string
        language = json["language"]?.string
        authors = JSONFeedDocument.authors(json)
        items = (json["items"]?.items ?? []).compactMap(Item.init)
    }

    private static let itemMarks = ["content_html", "content_text", "date_published", "external_url"]

    private static func isFeed(_ json: JSONValue) -> Bool {
        guard let item = json["items"]?.items?.first else { return false }
        return itemMarks.contains { item[$0] != nil }
    }

    /// Version 1 has one `author`, version 1.1 has `authors`.
    fileprivate static func authors(_ json: JSONValue) -> [String] {
        let persons = (json["authors"]?.items ?? []) + [json["author"]].compactMap { $0 }
        return persons.compactMap { $0["name"]?.string ?? $0["url"]?.string ?? $0.string }
    }
}

extension JSONFeedDocument.Item {
    init?(_ json: JSONValue) {
        guard json.members != nil else { return nil }
        // An id may be written as a number.
        id = json["id"]?.string ?? json["id"]?.integer.map(String.init)
        url = json["url"]?.string
        externalURL = json["external_url"]?.string
        title = json["title"]?.string
        contentHTML = json["content_html"]?.string
        contentText = json["content_text"]?.string
        summary = json["summary"]?.string
        datePublished = json["date_published"]?.string
        dateModified = json["date_modified"]?.string
        authors = JSONFeedDocument.authors(json)
        tags = (json["tags"]?.items ?? []).compactMap(\.string)
        language = json["language"]?.string
        attachments = (json["attachments"]?.items ?? []).compactMap { file in
            file["url"]?.string.map {
                .init(link: $0, type: file["mime_type"]?.string, length: file["size_in_bytes"]?.integer.map { Int($0) })
            }
        }
    }
}
