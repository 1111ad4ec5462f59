import Model

extension WebURL {
    /// The address of the story without what only says how the reader came: tracking parameters, a place in the page, a
    /// password, a link that only leads on (see ``destination``).
    ///
    /// Parameters are sorted, so that the same story has one address. It can still be fetched. Idempotent. What may be
    /// another page stays: two addresses of one page cost a fetch, and the store knows the text again; two pages with one
    /// address cost a story. So a fragment stays where it may name an item (see ``URLFragment``), and another user's page
    /// is another page.
    /// - Parameter feed: the feed that the address came from; `ref=` that names its host says nothing and is dropped, and
    ///   so is the user name with which it is fetched.
    public func canonical(from feed: WebURL? = nil) -> WebURL {
        var url = destination
        if url.username == feed?.username { url.username = "" }
        url.password = ""
        if url.username.isEmpty { url.spelling.remove(.noPassword) }
        let parameters = URLParameter.parse(url.queryMended)
            .filter { !TrackingParameters.contains($0.name) && !$0.names(host: feed?.host) }
            .sorted { ($0.name, $0.value ?? "") < ($1.name, $1.value ?? "") }
        url.fragment = url.fragment.flatMap { url.mendsQuery ? nil : URLFragment.naming($0) }
        url.query = parameters.isEmpty ? nil : parameters.map(\.text).joined(separator: "&")
        url.path = url.cleanedPath
        return url
    }

    /// The canonical address as the identity of what is behind it.
    ///
    /// Differs from ``canonical(from:)`` in what the standard writes alike: `https://example.com` without a path keeps
    /// having none. Both are one request; where two sources write them, the store looks up the one for the other.
    public func identity(from feed: WebURL? = nil) -> String {
        let url = canonical(from: feed)
        let isBare = url.spelling.contains(.noPath) && url.path == "/" && url.query == nil && url.fragment == nil
        let user = url.username + (url.spelling.contains(.noPassword) ? ":@" : "@")
        return url.scheme.rawValue + "://" + (url.username.isEmpty ? "" : user) + url.hostName.value
            + (isBare ? "" : url.requestTarget) + (url.fragment.map { "#" + $0 } ?? "")
    }

    /// What two addresses of one story share: without scheme, `www.`, `m.`, `amp.`, AMP endings and a closing slash.
    ///
    /// For comparing only; it is no address.
    public var storyKey: String {
        let url = canonical()
        var host = Substring(url.host)
        for prefix in ["www.", "m.", "amp.", "mobile."] where host.hasPrefix(prefix) {
            let rest = host.dropFirst(prefix.count)
            if rest.contains(".") { host = rest }
        }
        var segments = url.path.split(separator: "/")
        if let first = segments.first, first == "amp" { segments.removeFirst() }
        if let last = segments.last, last == "amp" || last == "index.html" || last == "index.php" {
            segments.removeLast()
        }
        if let last = segments.last, last.hasSuffix(".amp.html") {
            segments[segments.count - 1] = last.dropLast(9) + ".html"
        }
        let parameters = URLParameter.parse(url.query ?? "").filter { !$0.asksForAMP }
        let query = parameters.isEmpty ? "" : "?" + parameters.map(\.text).joined(separator: "&")
        return host + (port.map { ":\($0)" } ?? "") + "/" + segments.joined(separator: "/") + query
    }

    /// The path in one spelling of its escapes and slashes, without what a careless writer left behind it.
    var cleanedPath: String { WebURL.withoutRemains(WebURL.normalizedPath(path)) }

    /// Whether the fragment is the rest of the query, after an `&#038;` that was meant as `&`.
    private var mendsQuery: Bool {
        guard query?.hasSuffix("&") == true, let fragment else { return false }
        return fragment.hasPrefix("38;") || fragment.hasPrefix("038;")
    }

    /// The query, with `&amp;` and `&#038;` read as the `&` that was meant.
    private var queryMended: String {
        let query = query ?? ""
        guard mendsQuery, let fragment, let semicolon = fragment.firstIndex(of: ";") else { return query }
        // The `#` of each further `&#038;` is no fragment either; one that remains is.
        var rest = String(fragment[fragment.index(after: semicolon)...])
        for reference in ["&#038;", "&#38;"] { rest = rest.replacing(reference, with: "&") }
        return query + rest.prefix { $0 != "#" }
    }

    /// Without what a careless writer left behind the address: a quotation mark, an end tag, an ampersand.
    private static func withoutRemains(_ whole: String) -> String {
        var path = whole[...]
        if let tag = path.firstRange(of: "%3C/") { path = path[..<tag.lowerBound] }
        while path.hasSuffix("%22") || path.hasSuffix("&") { path = path.dropLast(path.hasSuffix("&") ? 1 : 3) }
        // `/kes/..&` must not become the way to another folder.
        if path.hasSuffix("/.") || path.hasSuffix("/..") { return whole }
        return path.isEmpty ? "/" : String(path)
    }

    /// Percent-encodings in one spelling, and no doubled slash (except after a colon: an address within the path).
    private static func normalizedPath(_ path: String) -> String {
        var out: [UInt8] = []
        for byte in URLParameter.normalized(path).utf8 {
            if byte == UInt8(ascii: "/"), out.last == byte, out.dropLast().last != UInt8(ascii: ":") { continue }
            out.append(byte)
        }
        return String(decoding: out, as: UTF8.self)
    }
}
