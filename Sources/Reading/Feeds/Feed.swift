public import Model

/// A feed as it was published, whatever its format. All texts are plain and clean: no mark-up, no control, bidi or
/// invisible characters, NFC. Links are resolved against the document.
public struct Feed: Hashable, Sendable {
    /// The format and version that the document was written in.
    public var format: FeedFormat
    /// The encoding that its bytes were read in.
    public var charset: Charset
    /// One line of at most 500 characters.
    public var title: String?
    /// At most 2,000 characters.
    public var subtitle: String?
    /// The site or section that the feed belongs to; as written where absolute.
    public var link: String?
    /// The feed's own name, which need not be an address.
    public var id: String?
    /// As written (`ms`, `en-MY`), with hyphens.
    public var language: String?
    /// A name, or a mail address where there is no name.
    public var author: String?
    /// When the feed as a whole was published.
    public var published: PublishedDate?
    /// When the feed as a whole was last changed, as it claims.
    public var updated: PublishedDate?
    /// In the order of the document. An entry may lack every part; none is left out for that.
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
    /// As written where absolute; an id of no web address where the feed gives no link. No `javascript:` or `data:`.
    public var link: String?
    /// As the feed claims: it may lie in the future, or in the year 1.
    public var published: PublishedDate?
    /// When it was last changed, as the feed claims.
    public var updated: PublishedDate?
    /// The short text: paragraphs separated by a line feed.
    public var summary: String?
    /// The long text, where the feed carries one beside the short.
    public var content: String?
    /// At most 50 names, in the order of the document.
    public var authors: [String] = []
    /// At most 200 words, each once.
    public var categories: [String] = []
    /// At most 200 files.
    public var enclosures: [Enclosure] = []
    /// As written, where it is written at the item.
    public var language: String?

    /// A file that belongs to the item.
    public struct Enclosure: Hashable, Sendable {
        /// Where the file lies.
        public var link: String
        /// The media type that the feed claims.
        public var type: String?
        /// In bytes, as the feed claims.
        public var length: Int?
    }

    /// The first author.
    public var author: String? { authors.first }
    /// When it was published, or else changed; nil where it claims a time before there were feeds.
    ///
    /// 1 January of the year 1 or of 1970 is how programs write that they have no date.
    public var date: PublishedDate? {
        [published, updated].compactMap(\.self).first { $0.instant >= FeedEntry.firstDate }
    }

    /// 1971: nothing on the web is as old, and every "no date" is older.
    private static let firstDate = Instant(seconds: 31_536_000)
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
