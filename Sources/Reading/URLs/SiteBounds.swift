import Text

/// Which addresses belong to an outlet: those of its site, and of hosts that somebody named.
///
/// A section page or sitemap also lists adverts, partners and copies on other sites (commoncrawl/news-crawl issue 58); they
/// are not the outlet's news, and nobody agreed to be crawled by being linked to.
public struct SiteBounds: Hashable, Sendable {
    private let site: String
    private let hosts: [String]

    /// - Parameters:
    ///   - url: an address of the outlet.
    ///   - hosts: further hosts in lower case; each stands for what is below it too.
    public init(of url: WebURL, and hosts: [String] = []) { (site, self.hosts) = (url.registrableSite, hosts) }

    /// Whether the outlet answers for that address.
    public func contains(_ url: WebURL) -> Bool {
        url.registrableSite == site || hosts.contains { url.host == $0 || url.host.hasSuffix("." + $0) }
    }
}

extension WebURL {
    /// The part of the host that somebody registered: `example.com.my` of `www.sport.example.com.my`. A number is whole.
    ///
    /// By a short table instead of the Public Suffix List (10,000 lines, most of them for no outlet of ours): a wrong guess
    /// costs a link that `hosts:` brings back, or follows one on a neighbour's host.
    public var registrableSite: String {
        guard case .domain(let name) = authority else { return host }
        let labels = name.split(separator: ".")
        let last = labels.suffix(2).joined(separator: ".")
        let isRegistry =
            labels.count > 1 && labels[labels.count - 1].utf8.count == 2
            && WebURL.registryLabels.contains(String(labels[labels.count - 2]))
        let isShared = WebURL.sharedHosts.contains(last) || isRegistry
        return labels.suffix(isShared ? 3 : 2).joined(separator: ".")
    }

    /// Below a country (`.my`, `.sg`, `.id`, `.uk`) these are a registry's, and names are sold one level deeper.
    private static let registryLabels: Set<String> = [
        "com", "net", "org", "gov", "edu", "mil", "name", "co", "ac", "or", "go", "web", "sch", "ne",
    ]

    /// Each name below them is another publisher's.
    private static let sharedHosts: Set<String> = [
        "blogspot.com", "wordpress.com", "github.io", "medium.com", "substack.com", "tumblr.com", "weebly.com",
        "wixsite.com", "netlify.app", "pages.dev", "vercel.app",
    ]
}
