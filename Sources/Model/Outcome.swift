/// What one poll of a source brought: the only thing that crawling tells the schedule.
public enum Outcome: Hashable, Sendable {
    case fresh(Fresh)
    /// The last document still holds.
    case unchanged(by: UnchangedEvidence, hints: PollHints, movedPermanentlyTo: String? = nil)
    /// The host asks for quiet: 429, or 503 with Retry-After. Not the source's failure.
    case rateLimited(retryAfter: TimeSpan?)
    /// A page that wants a browser or a person ("Just a moment"). Never evaded.
    case challenge
    /// robots.txt says no.
    case denied
    /// 410, to be confirmed before the source sleeps.
    case gone
    case failed(FailureWeight, FailureCause)
    /// Our own line is down; nobody's failure is counted.
    case localOutage

    /// A document was fetched and read.
    public struct Fresh: Hashable, Sendable {
        /// Items that the store had not seen.
        public var new: Int
        /// Items that the store knew.
        public var known: Int
        /// SHA-256 of the body, in hexadecimal.
        public var bodyHash: String
        public var validators: Validators
        public var hints: PollHints
        /// Where a 301 or 308 led, for the rule on moves; nil where there was none.
        public var movedPermanentlyTo: String?

        public init(
            new: Int, known: Int, bodyHash: String, validators: Validators = Validators(),
            hints: PollHints = PollHints(), movedPermanentlyTo: String? = nil
        ) {
            (self.new, self.known, self.bodyHash) = (new, known, bodyHash)
            (self.validators, self.hints, self.movedPermanentlyTo) = (validators, hints, movedPermanentlyTo)
        }
    }
}

/// Why a document is taken for unchanged.
public enum UnchangedEvidence: Hashable, Sendable {
    case status304
    /// The body came again, byte for byte, marked with these: a server may change its marks and not the document, and
    /// then the old ones would be sent for ever.
    case bodyHash(Validators)

    /// A stable word for the history of a source.
    public var code: String {
        switch self {
        case .status304: "status304"
        case .bodyHash: "bodyHash"
        }
    }
}

/// What a conditional request sends back, byte for byte as it came.
public struct Validators: Hashable, Sendable {
    /// The ETag header; nil where there was none, or where it is over 512 bytes or holds control characters.
    public var etag: String?
    /// The Last-Modified header, under the same rule.
    public var lastModified: String?

    public init(etag: String? = nil, lastModified: String? = nil) {
        (self.etag, self.lastModified) = (etag, lastModified)
    }
}

/// What a document or its headers say of the next poll. Hints only lengthen an interval.
public struct PollHints: Hashable, Sendable {
    /// RSS `ttl`, `sy:updatePeriod`, Cache-Control max-age and Expires: the longest of them.
    public var interval: TimeSpan?

    public init(interval: TimeSpan? = nil) { self.interval = interval }
}

/// How much one failure counts towards backing off: SCHEDULING.md section 3.
public enum FailureWeight: Double, Hashable, Sendable {
    case hard = 1
    case soft = 0.5
    case temporary = 0.25
}

/// Why a fetch or a reading failed. Holds no text of the page.
public enum FailureCause: Hashable, Sendable {
    case dnsNotFound
    case dnsTemporary
    case connect(String)
    case tls(String)
    /// Which limit ran out: `connect`, `total` or `stalled`.
    case timeout(String)
    case status(Int)
    /// The body is over `limit` bytes after decompression.
    case tooLarge(limit: Int)
    case headersTooLarge(limit: Int)
    case empty
    case truncated
    case badEncoding(String)
    case protocolError(String)
    case tooManyRedirects(limit: Int)
    case badRedirect
    /// The address guard refused; `address` is numeric.
    case refusedAddress(String)
    case refusedScheme(String)
    case invalidURL
    case robotsUnreachable
    /// The answer is something else than a feed, sitemap or page; the word says what (`html`, `png`, `xml <svg>`).
    case notAFeed(String)
    case unreadable(String)
    /// A section page or sitemap that had links and now has none.
    case noLinks
    case cancelled
}
