/// A list of feeds as feed readers hand it on: OPML 1.0, 1.1 and 2.0.
public struct OPML: Hashable, Sendable {
    /// Of the whole list; one line of at most 200 characters.
    public var title: String?
    /// In the order of the document.
    public var feeds: [Feed] = []
    /// Outlines that look like feeds and cannot be one.
    public var refusals: [Refusal] = []
    /// Whether the document ends too early: there may have been more.
    public var isTruncated = false

    /// A list of nothing.
    public init() {}

    /// One feed of the list. All texts are clean lines.
    public struct Feed: Hashable, Sendable {
        /// An address of http or https.
        public var url: WebURL
        /// At most 200 characters; empty where it has none.
        public var title: String
        /// The site that it belongs to.
        public var site: WebURL?
        /// As written (`ms`, `en-MY`).
        public var language: String?
        /// The titles of the outlines it is in, outermost first; at most three.
        public var groups: [String]
        /// From 1; nil where the mark-up is too broken to tell.
        public var line: Int?
        /// What we wrote ourselves when we exported it: `id`, `kind`, `state`.
        public var marks: [String: String] = [:]

        /// A feed without marks of ours.
        public init(
            url: WebURL, title: String, site: WebURL? = nil, language: String? = nil, groups: [String] = [],
            line: Int? = nil
        ) {
            (self.url, self.title, self.site) = (url, title, site)
            (self.language, self.groups, self.line) = (language, groups, line)
        }
    }

    /// Why one outline is not taken.
    public struct Refusal: Hashable, Sendable {
        /// From 1; nil where the mark-up is too broken to tell.
        public var line: Int?
        /// The address as it stands there, clean, at most 100 characters.
        public var address: String
    }

    /// The namespace of our own attributes, for which OPML 2.0 leaves room.
    static let namespace = "urn:pantau:opml:1"
    static let marks = ["id", "kind", "state"]
    /// Feed readers hold some hundred feeds; a file of sources has room for no more than this.
    public static let maximumFeeds = 5_000
}

/// Why a document is not read as OPML.
public enum OPMLProblem: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    /// It is something else: `xml <rss>`, `html`, `text`.
    case notOPML(String)
    /// Its document type declares entities. They are never expanded; OPML does not need them, attacks do.
    case entityDeclarations
    case unsupportedCharset(Charset)
    case tooManyFeeds(limit: Int)
    /// More elements than any list has.
    case tooManyElements(limit: Int)

    public var description: String {
        switch self {
        case .empty: "the file is empty"
        case .notOPML(let what): "not OPML, but \(what)"
        case .entityDeclarations: "it declares XML entities, which are refused: they serve attacks only"
        case .unsupportedCharset(let charset): "its encoding \(charset) is not read"
        case .tooManyFeeds(let limit): "more than \(limit) feeds in one list; split it"
        case .tooManyElements(let limit): "more than \(limit) XML elements"
        }
    }
}
