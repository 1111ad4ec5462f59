public import Model
import Text

/// What a page says of its article.
public struct PageArticle: Hashable, Sendable {
    /// One line; empty where the page gives none.
    public var title: String
    /// Paragraphs separated by a line feed, without the title; empty where no article was found.
    public var text: String
    public var published: PublishedDate?
    public var authors: [String]

    public init(title: String, text: String, published: PublishedDate?, authors: [String]) {
        (self.title, self.text, self.published, self.authors) = (title, text, published, authors)
    }
}

public func readPage(_ body: [UInt8], url: String, now: Instant) -> PageArticle {
    let document = HTMLDocument(body)
    let metadata = PageMetadata(document)
    let linked = LinkedData(metadata.linkedData)
    let headings = document.nodes.indices.lazy.filter { document.nodes[$0].tag == .h1 }.prefix(20)
        .map { document.text(in: $0).cleanedLine() }
    let title = PageTitle.choose(
        linked: linked.headline, social: metadata.first(of: ["og:title", "twitter:title"]), headings: Array(headings),
        title: metadata.title?.cleanedLine(), siteName: metadata.first(of: ["og:site_name"]))
    let text = MainText(document, title: title, told: linked.body).paragraphs(title: title).joined(separator: "\n")
    return PageArticle(title: title, text: text, published: nil, authors: [])
}
