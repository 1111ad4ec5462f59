extension WebURL {
    /// What was meant by an address that only leads on: a link of a search engine or network holds another address in a
    /// parameter, and Google's alerts and Bing's news feeds list nothing else, though neither may be fetched by their
    /// robots.txt. Also by `http://http://example.com/a`, typed into many a feed, which is read with the host `http`.
    /// Itself for any other address.
    public var destination: WebURL {
        var url = self
        for _ in 0..<WebURL.mostSteps {
            guard let next = url.doubledScheme ?? url.innerAddress else { return url }
            url = next
        }
        return self
    }

    /// Two are seen: an alert of a shared link. A thousand, each within the next, would cost the square of their length.
    private static let mostSteps = 4

    private var doubledScheme: WebURL? {
        guard host == "http" || host == "https", path.hasPrefix("//") else { return nil }
        return WebURL("\(host):\(requestTarget)")
    }

    private var innerAddress: WebURL? {
        let host = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        let rows = WebURL.leadingOn.filter { $0.host == host }
        guard !rows.isEmpty else { return nil }
        let path = cleanedPath
        guard let row = rows.first(where: { $0.path == path }),
            let text = URLParameter.parse(query ?? "").first(where: { row.parameters.contains($0.name) })?.value
        else { return nil }
        return WebURL(String(decoding: PercentEncoding.decode(text.utf8), as: UTF8.self))
    }

    private static let leadingOn: [(host: String, path: String, parameters: Set<String>)] = [
        ("google.com", "/url", ["url", "q"]), ("google.com.my", "/url", ["url", "q"]),
        ("bing.com", "/news/apiclick.aspx", ["url"]),
        ("l.facebook.com", "/l.php", ["u"]), ("lm.facebook.com", "/l.php", ["u"]),
        ("facebook.com", "/sharer.php", ["u"]), ("facebook.com", "/sharer/sharer.php", ["u"]),
        ("t.me", "/share/url", ["url"]), ("twitter.com", "/intent/tweet", ["url"]), ("x.com", "/intent/post", ["url"]),
    ]
}
