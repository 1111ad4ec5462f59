/// Why a document is not read as a feed.
public enum FeedProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// No bytes, or only white space.
    case empty
    /// It is something else: `html`, `png`, `xml <svg>`, `json`, `text`.
    case notAFeed(String)
    /// Its document type declares entities where none are read (a sitemap), or more than any feed does. Attacks need them.
    case entityDeclarations
    case unsupportedCharset(Charset)
    case tooManyEntries(limit: Int)
    /// More elements than any feed has.
    case tooManyElements(limit: Int)
    case brokenJSON(String)
    /// The server's own word for why it gives no list, such as WordPress' `rest_no_route`.
    case refused(String)

    public var description: String {
        switch self {
        case .empty: "the answer is empty"
        case .notAFeed("html"): "an HTML page, not a feed"
        case .notAFeed(let what): "not a feed, but \(what)"
        case .entityDeclarations: "it declares XML entities as attacks do, and is refused"
        case .unsupportedCharset(let charset): "its encoding \(charset) is not read"
        case .tooManyEntries(let limit): "more than \(limit) items in one document"
        case .tooManyElements(let limit): "more than \(limit) XML elements"
        case .brokenJSON(let reason): "broken JSON: \(reason)"
        case .refused(let word): "the site refuses the list: \(word)"
        }
    }
}
