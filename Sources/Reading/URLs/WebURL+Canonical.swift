extension WebURL {
    /// The address of the story without what only says how the reader came: tracking parameters, fragment, user name.
    ///
    /// Parameters are sorted, so that the same story has one address. It can still be fetched. Idempotent.
    /// - Parameter feed: the feed that the address came from; `ref=` that names its host says nothing and is dropped.
    public func canonical(from feed: WebURL? = nil) -> WebURL {
        var url = doubledScheme ?? self
        (url.username, url.password) = ("", "")
        // "#!" addresses are pages of their own.
        let isHashBang = fragment?.hasPrefix("!") == true
        let parameters = URLParameter.parse(url.queryMended)
            .filter { !TrackingParameters.contains($0.name) && !$0.names(host: feed?.host) }
            .sorted { ($0.name, $0.value ?? "") < ($1.name, $1.value ?? "") }
        url.query = parameters.isEmpty ? nil : parameters.map(\.text).joined(separator: "&")
        url.fragment = isHashBang ? fragment : nil
        url.path = WebURL.withoutRemains(WebURL.normalizedPath(url.path))
        return url
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

    /// `http://http://example.com/a` (typed into many a feed) is read with the host `http`; this is what was meant.
    private var doubledScheme: WebURL? {
        guard host == "http" || host == "https", path.hasPrefix("//") else { return nil }
        return WebURL("\(host):\(requestTarget)")
    }

    /// The query, with `&amp;` and `&#038;` read as the `&` that was meant.
    private var queryMended: String {
        let query = query ?? ""
        guard query.hasSuffix("&"), let fragment, let semicolon = fragment.firstIndex(of: ";"),
            ["38", "038"].contains(fragment[..<semicolon])
        else { return query }
        return query + fragment[fragment.index(after: semicolon)...]
    }

    /// Without what a careless writer left behind the address: a quotation mark, an end tag, an ampersand.
    private static func withoutRemains(_ path: String) -> String {
        var path = path[...]
        if let tag = path.firstRange(of: "%3C/") { path = path[..<tag.lowerBound] }
        while path.hasSuffix("%22") || path.hasSuffix("&") { path = path.dropLast(path.hasSuffix("&") ? 1 : 3) }
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
