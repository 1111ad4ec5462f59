public import Model

/// A feed as it was published, whatever its format. All texts are plain and clean: no mark-up, no control, bidi or
/// invisible characters, NFC. Links are resolved against the document.
public struct Feed: Hashable, Sendable {
    public var format: FeedFormat
    public var charset: Charset
    public var title: String?
    public var subtitle: String?
    public var link: String?
    public var id: String?
    /// As written (`ms`, `en-MY`).
    public var language: String?
    public var author: String?
    public var published: PublishedDate?
    public var updated: PublishedDate?
    public var entries: [FeedEntry] = []
    /// How long to wait before the next poll: RSS `ttl`, `sy:updatePeriod`.
    public var hints = PollHints()
    /// What was wrong with the document. Empty for a sound one.
    public var damage: Set<FeedDamage> = []

    /// Whether the document may have had more entries than were read: it is then not taken as complete, and its ETag is
    /// not kept.
    public var isIncomplete: Bool { damage.contains(.truncated) }
}

/// One item of a feed.
public struct FeedEntry: Hashable, Sendable {
    /// The feed's own id of the item; unique within the feed at best.
    public var id: String?
    /// One line of at most 500 characters.
    public var title: String?
    public var link: String?
    public var published: PublishedDate?
    public var updated: PublishedDate?
    /// The short text: paragraphs separated by a line feed.
    public var summary: String?
    /// The long text, where the feed carries one beside the short.
    public var content: String?
    public var authors: [String] = []
    public var categories: [String] = []
    public var enclosures: [Enclosure] = []
    public var language: String?

    /// A file that belongs to the item.
    public struct Enclosure: Hashable, Sendable {
        public var link: String
        public var type: String?
        /// In bytes, as the feed claims.
        public var length: Int?
    }

    /// The first author.
    public var author: String? { authors.first }
    /// When it was published, or else changed.
    public var date: PublishedDate? { published ?? updated }
    /// The long text, or else the short one.
    public var body: String? { content ?? summary }
}

/// The formats that are read. The raw value is the word that the feed's tools know it by.
public enum FeedFormat: String, Hashable, Sendable {
    case rss090, rss091n, rss091u, rss092, rss093, rss094, rss10, rss20
    /// RSS of no version, or of one that never was.
    case rss
    case atom03, atom10
    /// Atom of no version.
    case atom
    case cdf
    case json1, json11
}

/// What was wrong with a feed that was read all the same.
public enum FeedDamage: String, Hashable, Sendable, CaseIterable {
    /// The document ends too early; the entry it ends in is left out.
    case truncated
    /// Tags that do not match, text outside, tags with thousands of attributes.
    case brokenMarkup = "broken-markup"
    /// Control characters or NUL, which were removed.
    case controlCharacters = "control-characters"
    /// Bytes that mean nothing in its encoding, which became U+FFFD.
    case badBytes = "bad-bytes"
}
