import Foundation
import Model
public import Text

/// What the newsroom tells programs that are not linked with it.
extension Newsroom {
    /// One file of Feeds/ with all its sources.
    public var sourcesYAML: String {
        let entries = sources.map { source in
            """
              - id: \(source.id)
                outlet: \(source.outlet)
                kind: \(source.kind.rawValue)
                url: \(source.url)
                language: \(source.language?.rawValue ?? "")
                status: \(source.status.rawValue)
                fetch: \(source.fetch.rawValue)
            """
        }
        return "# Written by newsroom-server. The outlets are invented.\nsources:\n"
            + entries.joined(separator: "\n") + "\n"
    }

    /// Addresses and allow-list, for one line of JSON.
    public var announcement: JSONValue {
        let outlets: [JSONValue] = sources.map { source in
            [
                "id": .string(source.id.value), "outlet": .string(source.outlet), "kind": .string(source.kind.rawValue),
                "url": .string(source.url),
            ]
        }
        return [
            "outlets": .array(outlets), "allow": .string(allowList.joined(separator: ",")),
            "articles": .integer(Int64(articles.count)),
        ]
    }

    /// What a careful reader says of each article: one object a line, an article once for each outlet that prints it.
    ///
    /// `open` is false where robots.txt forbids to read it, so that nobody can be blamed for missing it.
    public var labelsJSONL: String {
        articles.flatMap { article in
            urls(of: article).map { url in
                JSONValue.compact([
                    ("id", .string(article.id)), ("url", .string(url)), ("title", .string(article.title)),
                    ("label", .string(article.label.rawValue)), ("event", .string(article.eventOrSelf)),
                    ("needs", .array(article.needs.map { .string($0.rawValue) })),
                    ("urgency", article.urgency.map { .string($0.rawValue) }),
                    ("trap", article.trap.map { .string($0.rawValue) }), ("open", .bool(isOpen(article))),
                ]).text + "\n"
            }
        }.joined()
    }
}
