/// The addresses under which an outlet may serve one story besides the canonical one: of the other scheme, with and
/// without `www.`, `m.`, `amp.`, closing slash and AMP ending. Seen: `api.`, `amp/` and edition hosts telling one story.
///
/// They are looked up, never fetched: one that no page has finds nothing.
struct AddressSpellings {
    /// Without the address itself; none for an item that has no link of its own.
    let others: [String]

    init(of address: String) {
        let schemes = ["https://", "http://"]
        guard let scheme = schemes.first(where: address.hasPrefix), !address.contains("#") else {
            others = []
            return
        }
        let rest = address.dropFirst(scheme.count)
        let host = rest.prefix { $0 != "/" && $0 != "?" }
        let path = rest.dropFirst(host.count).prefix { $0 != "?" }
        let query = rest.dropFirst(host.count + path.count)
        let isPlain = query.isEmpty || Self.ampQueries.contains(String(query))
        let hosts = [""] + Self.hostPrefixes
        let paths = path.isEmpty || path == "/" ? ["/", ""] : ["", "/", "/amp", "/amp/"].map { Self.stem(path) + $0 }
        let queries = isPlain ? [""] + Self.ampQueries : [String(query)]
        var found: [String] = []
        for scheme in schemes {
            for prefix in hosts {
                for path in paths {
                    for query in queries { found.append(scheme + prefix + Self.name(host) + path + query) }
                }
            }
        }
        others = found.filter { $0 != address }
    }

    /// One of all spellings, the same for each of them: what is remembered of an address that was erased.
    static func normalForm(of address: String) -> String {
        AddressSpellings(of: address).others.reduce(address) { min($0, $1) }
    }

    /// The key that the address had up to version 0.1, where it had another: without user name and fragment, whatever they
    /// were. Articles are stored under it.
    static func formerKey(of address: String) -> String? {
        guard let scheme = address.firstRange(of: "://"), !address.contains("#!") else { return nil }
        var key = String(address.prefix { $0 != "#" })
        let host = key[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
        if let at = host.lastIndex(of: "@") { key.removeSubrange(scheme.upperBound...at) }
        return key == address ? nil : key
    }

    private static let hostPrefixes = ["www.", "m.", "amp."]
    private static let ampQueries = ["?amp=1", "?amp"]

    private static func name(_ host: Substring) -> Substring {
        for prefix in hostPrefixes where host.hasPrefix(prefix) && host.dropFirst(prefix.count).contains(".") {
            return host.dropFirst(prefix.count)
        }
        return host
    }

    private static func stem(_ path: Substring) -> String {
        var stem = path
        if stem.hasSuffix("/") { stem = stem.dropLast() }
        if stem.hasSuffix("/amp") { stem = stem.dropLast(4) }
        return String(stem)
    }
}

/// Where the addresses of one article begin, whatever its slug: sites that write `/berita/123456/any-words` answer to each
/// (one article under 2,162 slugs, commoncrawl/news-crawl issue 44), and change the words when the headline is edited.
struct NumberedAddress {
    /// Up to the slash behind the number.
    let stem: String

    /// nil where no part of the path before the last is a number of five digits or more: shorter ones are years and pages.
    init?(_ address: String) {
        let parts = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 4, let last = parts.last, !last.isEmpty else { return nil }
        let number = parts[parts.count - 2]
        guard (5...19).contains(number.utf8.count), number.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        stem = parts.dropLast().joined(separator: "/") + "/"
    }
}
