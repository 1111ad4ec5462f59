import Archiving
import Model
import Reading

/// One item that a source listed, before its page is fetched: what feeds, sitemaps and section pages have in common.
struct ListedItem: Hashable, Sendable {
    /// The feed's own id; unique within its source only.
    var guid: String?
    /// Absolute; nil where the item has no usable link.
    var url: WebURL?
    /// One line; may be empty.
    var title: String
    /// The item's own text, plain: summary or content, whichever says more.
    var text: String
    var author: String?
    var published: PublishedDate?
    /// `text` is the whole article: its page would say no more.
    var isWhole = false
    /// Of an archive: what the list says of it is kept, but its page is not fetched.
    var isArchived = false

    /// The same story under other addresses has the same one. An item without a link is told apart by id or title.
    func canonicalURL(in source: Source) -> String {
        guard let url else { return source.url + "#" + (guid ?? title) }
        return url.identity(from: WebURL(source.url))
    }
}

/// What one document listed.
struct Listing: Sendable {
    var items: [ListedItem]
    /// What the document says of the next poll.
    var interval: TimeSpan?
    /// Why the document is not whole; its items are kept all the same.
    var damage: FailureCause?
    /// What was left out: older than news, or an advert on another site.
    var left = 0
    /// Other documents that were read for it: the parts of a sitemap.
    var answers: [RawResponse] = []
}
