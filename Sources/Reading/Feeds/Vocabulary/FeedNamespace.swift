/// The vocabularies that feeds mix, whatever address or prefix they come under.
enum FeedNamespace: Hashable {
    /// RSS of all versions, Atom of all versions, and no namespace at all: their elements do not clash.
    case core
    case rdf, dublinCore, dublinCoreTerms, content, media, itunes, syndication, xhtml
    /// Known to no adapter.
    case other

    /// By address in lower case, without scheme and closing `/` or `#`.
    private static let byAddress: [String: FeedNamespace] = [
        "": .core, "backend.userland.com/rss": .core, "backend.userland.com/rss2": .core,
        "blogs.law.harvard.edu/tech/rss": .core, "cyber.law.harvard.edu/rss": .core, "purl.org/rss/1.0": .core,
        "my.netscape.com/rdf/simple/0.9": .core, "channel.netscape.com/rdf/simple/0.9": .core,
        "my.netscape.com/publish/formats/rss-0.91.dtd": .core, "purl.org/net/rss1.1": .core,
        "purl.org/rss/1.0/modules/rss091": .core, "purl.org/rss/2.0": .core,
        "www.rssboard.org/rss-specification": .core,
        "example.com/newformat": .core, "example.com/necho": .core, "purl.org/echo": .core,
        "uri/of/echo/namespace": .core, "purl.org/pie": .core, "purl.org/atom/ns": .core, "www.w3.org/2005/atom": .core,
        "www.w3.org/1999/02/22-rdf-syntax-ns": .rdf, "purl.org/dc/elements/1.1": .dublinCore,
        "purl.org/dc/elements/1.0": .dublinCore, "purl.org/dc/terms": .dublinCoreTerms,
        "purl.org/rss/1.0/modules/content": .content, "search.yahoo.com/mrss": .media,
        "video.search.yahoo.com/mrss": .media, "tools.search.yahoo.com/mrss": .media,
        "www.itunes.com/dtds/podcast-1.0.dtd": .itunes, "example.com/dtds/podcast-1.0.dtd": .itunes,
        "purl.org/rss/1.0/modules/syndication": .syndication, "www.w3.org/1999/xhtml": .xhtml,
        "www.w3.org/tr/rec-html40": .xhtml,
    ]

    /// For prefixes that a document uses and does not declare.
    private static let byPrefix: [String: FeedNamespace] = [
        "rdf": .rdf, "dc": .dublinCore, "dcterms": .dublinCoreTerms, "content": .content, "media": .media,
        "itunes": .itunes, "sy": .syndication, "xhtml": .xhtml, "atom": .core, "atom10": .core, "a10": .core,
        "rss": .core,
    ]

    init(of element: XMLElement) {
        var address = element.namespace[...]
        if address.isEmpty {
            self = element.prefix.isEmpty ? .core : FeedNamespace.byPrefix[element.prefix] ?? .other
            return
        }
        for scheme in ["http://", "https://"] where address.hasPrefix(scheme) {
            address = address.dropFirst(scheme.count)
        }
        while let last = address.last, last == "/" || last == "#" { address = address.dropLast() }
        self = FeedNamespace.byAddress[String(address)] ?? .other
    }
}
