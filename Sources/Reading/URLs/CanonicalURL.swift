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
        url.path = WebURL.normalizedPath(WebURL.withoutRemains(url.path))
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
        while path.hasSuffix("%22") { path = path.dropLast(3) }
        while path.last == "&" { path.removeLast() }
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

/// One `name=value` of a query.
struct URLParameter: Hashable {
    var name: String
    /// nil where nothing follows the name; `a` and `a=` mean the same.
    var value: String?

    var text: String { value.map { name + "=" + $0 } ?? name }

    /// Whether it asks for the AMP form of a page.
    var asksForAMP: Bool {
        name == "amp" || ((name == "outputType" || name == "view" || name == "format") && value == "amp")
    }

    /// Whether it only names the site that the reader came from.
    func names(host: String?) -> Bool {
        guard let host else { return false }
        return name == "ref" && (value == host || "www." + (value ?? "") == host)
    }

    static func parse(_ query: String) -> [URLParameter] {
        query.utf8.split(separator: UInt8(ascii: "&")).compactMap { piece in
            var piece = String(decoding: piece, as: UTF8.self)
            if piece.hasPrefix("amp;") { piece.removeFirst(4) }
            guard !piece.isEmpty else { return nil }
            let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 && !parts[1].isEmpty ? normalized(String(parts[1])) : nil
            return URLParameter(name: normalized(String(parts[0])), value: value.map(spacesAsPlus))
        }
    }

    private static func spacesAsPlus(_ value: String) -> String {
        guard value.contains("%20") else { return value }
        return value.split(separator: "%20", omittingEmptySubsequences: false).joined(separator: "+")
    }

    /// What RFC 3986 does not allow as it is, though browsers leave it.
    private static let loose = "[]'\\|^{}".utf8

    /// Percent-encodings in upper case, letters and digits that need none without it (RFC 3986, 6.2.2), and with it what
    /// some writers encode and some do not.
    static func normalized(_ text: String) -> String {
        let source = Array(text.utf8)
        guard source.contains(where: { $0 == UInt8(ascii: "%") || loose.contains($0) }) else { return text }
        var out: [UInt8] = []
        var index = 0
        while index < source.count {
            if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
                let high = source[index + 1].hexDigit, let low = source[index + 2].hexDigit
            {
                let byte = high << 4 | low
                if byte.isASCIILetter || byte.isASCIIDigit || "-._~".utf8.contains(byte) {
                    out.append(byte)
                } else {
                    PercentEncoding.append(byte, to: &out)
                }
                index += 3
            } else {
                if loose.contains(source[index]) {
                    PercentEncoding.append(source[index], to: &out)
                } else {
                    out.append(source[index])
                }
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

/// A link as an identity, whatever its scheme: the canonical address of a web link, the cleaned text of any other.
///
/// - Parameter base: what a relative link is relative to.
/// - Returns: nil for an empty text.
public func canonicalReference(_ text: String, base: WebURL? = nil, feed: WebURL? = nil) -> String? {
    if let url = WebURL(text, base: base) { return url.canonical(from: feed).href }
    let whole = String(decoding: text.utf8.filter { $0 > 0x20 && $0 != 0x7F }, as: UTF8.self)
    // Other schemes with a host (ftp) follow the same rules.
    if let colon = whole.firstIndex(of: ":"), whole[colon...].hasPrefix("://"),
        let url = WebURL("https" + whole[colon...])
    {
        return whole[..<colon].lowercased() + url.canonical(from: feed).href.dropFirst(5)
    }
    let withoutFragment = whole.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
    guard !withoutFragment.isEmpty else { return nil }
    return URLParameter.normalized(PercentEncoding.encode(withoutFragment.utf8, .query))
}
