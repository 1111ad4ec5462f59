public import Model

/// What one fetch may cost. Each limit has an error of its own.
public struct FetchLimits: Hashable, Sendable {
    /// Name lookup, connection and TLS of one hop.
    public var connect: TimeSpan = .seconds(10)
    /// All hops together, without the waiting for a turn.
    public var total: TimeSpan = .seconds(30)
    /// The same for robots.txt: until it is there, nothing else is asked of the host.
    public var robotsTotal: TimeSpan = .seconds(10)
    /// A transfer in which no byte came for so long has stalled, the wait for the first byte included; in whole seconds.
    public var stall: TimeSpan = .seconds(20)
    /// Redirects that are followed. RFC 9309 asks for at least 5; the 20 and 30 of others only find loops later.
    public var redirects = 5
    /// Bytes of all headers of one hop.
    public var headerBytes = 300_000
    /// Bytes of a body after decompression, by what is fetched.
    public var feedBytes = 15 << 20
    /// The same for article and section pages.
    public var pageBytes = 5 << 20
    /// The same for robots.txt, where the rest is cut off.
    public var robotsBytes = 512 << 10
    /// The same for what a service answers.
    public var serviceBytes = 1 << 20

    /// The limits of SCHEDULING.md: each can be changed afterwards.
    public init() {}

    /// A Location of more bytes than that is no address but an attack.
    static let locationBytes = 8192
    /// Of an answer without success only the beginning is kept: enough to know a challenge page.
    static let errorBodyBytes = 64 << 10
    /// What is packed is unpacked as a whole: an error page may become so long before its end is cut off.
    static let unpackedErrorBytes = 1 << 20

    func total(for document: RequestKind) -> TimeSpan {
        switch document {
        case .feed, .page, .service: total
        case .robots: min(total, robotsTotal)
        }
    }

    func bodyBytes(for document: RequestKind) -> Int {
        switch document {
        case .feed: feedBytes
        case .page: pageBytes
        case .robots: robotsBytes
        case .service: serviceBytes
        }
    }
}

/// What is fetched: it sets the limit of the body and the Accept header.
public enum RequestKind: String, Hashable, Sendable, CaseIterable {
    /// A feed or sitemap.
    case feed
    /// An article or section page.
    case page
    /// robots.txt: what is over the limit is cut off, and the rest counts.
    case robots
    /// What a service answers to a program; see ``ServiceClient``.
    case service

    /// Whether libcurl unpacks the body while it comes, at three times the cost: only so can it be cut off in the middle.
    var isUnpackedOnTheWay: Bool {
        switch self {
        case .feed, .page, .service: false
        case .robots: true
        }
    }

    var accept: String {
        switch self {
        case .feed:
            "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, "
                + "*/*;q=0.5"
        case .page: "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"
        case .robots: "text/plain, */*;q=0.5"
        case .service: "application/json, application/problem+json"
        }
    }
}
