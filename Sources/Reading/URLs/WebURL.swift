public import Model

/// An absolute http or https address, parsed and written as browsers do it (the WHATWG URL Standard).
///
/// No other scheme can be held: what is a `WebURL` may be thought of fetching, whatever a feed says. The same place
/// has one spelling: `http://0x7f.1`, `http://2130706433` and `http://127.0.0.1` are equal here, so that an address
/// guard needs to know one form only.
public struct WebURL: Hashable, Sendable {
    /// The two schemes of the web.
    public enum Scheme: String, Hashable, Sendable {
        case http, https

        /// The port that is not written.
        public var defaultPort: Int {
            switch self {
            case .http: 80
            case .https: 443
            }
        }
    }

    /// The scheme.
    public internal(set) var scheme: Scheme
    /// Percent-encoded; empty where there is none.
    public internal(set) var username: String
    /// Percent-encoded; empty where there is none.
    public internal(set) var password: String
    /// The host as what it is: a name or a number.
    public internal(set) var authority: Host
    /// nil where it is the scheme's own.
    public internal(set) var port: Int?
    /// Percent-encoded, begins with `/`, without `.` and `..` segments.
    public internal(set) var path: String
    /// Without the question mark; nil where there is no question mark.
    public internal(set) var query: String?
    /// Without the number sign; nil where there is none.
    public internal(set) var fragment: String?
    /// What its writer left out, or wrote in vain; no part of the address.
    var spelling: Spelling = []

    /// Ways to write an address that the standard's form of it no longer shows.
    struct Spelling: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        /// `https://example.com` for `https://example.com/`.
        static let noPath = Spelling(rawValue: 1)
        /// `https://user:@example.com` for `https://user@example.com`.
        static let noPassword = Spelling(rawValue: 2)
    }

    /// Parses `text`, relative to `base` where it is not absolute. Linear in the length of the text.
    ///
    /// - Returns: nil where the text is no address, or one of another scheme than http and https.
    public init?(_ text: String, base: WebURL? = nil) {
        guard let url = URLParser.parse(text, base: base) else { return nil }
        self = url
    }

    /// The host in lower case: a name (Punycode where it is not ASCII), `192.0.2.1` or `[2001:db8::1]`.
    public var host: String { authority.description }

    /// The written port, or the scheme's own.
    public var effectivePort: Int { port ?? scheme.defaultPort }

    /// The host as politeness counts it: with the port only where it is not the scheme's own.
    public var hostName: HostName { HostName(port.map { "\(host):\($0)" } ?? host) }

    /// `https://example.com:8443`, without a path.
    public var origin: String { scheme.rawValue + "://" + hostName.value }

    /// Whether the address carries a user name or password.
    public var hasCredentials: Bool { !username.isEmpty || !password.isEmpty }

    /// The same address without user name and password.
    public var withoutCredentials: WebURL {
        var copy = self
        (copy.username, copy.password) = ("", "")
        return copy
    }

    /// The same address without its fragment, as it is sent to a server.
    public var withoutFragment: WebURL {
        var copy = self
        copy.fragment = nil
        return copy
    }

    /// The whole address, as the standard serialises it.
    public var href: String {
        var out = scheme.rawValue + "://"
        if hasCredentials {
            out += username
            if !password.isEmpty { out += ":" + password }
            out += "@"
        }
        out += hostName.value + requestTarget
        if let fragment { out += "#" + fragment }
        return out
    }

    /// Path and query, as a request line holds them.
    public var requestTarget: String { query.map { path + "?" + $0 } ?? path }

    /// `reference` as seen from this address (a link of a page, a Location header).
    ///
    /// - Returns: nil where the reference is no address, or leads out of http and https.
    public func resolving(_ reference: String) -> WebURL? { WebURL(reference, base: self) }

    public static func == (a: WebURL, b: WebURL) -> Bool { a.href == b.href }
    public func hash(into hasher: inout Hasher) { hasher.combine(href) }
}

extension WebURL: CustomStringConvertible {
    public var description: String { href }
}
