/// RSS 0.91 to 2.0, and RSS 0.90 and 1.0, whose items stand beside the channel instead of in it.
enum RSSAdapter {
    static func feed(_ root: XMLElement, _ context: FeedContext) throws(FeedProblem) -> Feed {
        var builder = FeedBuilder(format(of: root), root: root, context: context)
        // An item without its feed.
        if builder.tag(root) == .entry {
            try builder.addEntry(root, base: context.base)
            return builder.finished()
        }
        try read(root, base: context.base, into: &builder)
        return builder.finished()
    }

    /// Reads a container: the root, a channel, or RSS 1.1's list of items. At most three levels.
    private static func read(
        _ container: XMLElement, base: WebURL?, into builder: inout FeedBuilder, depth: Int = 0
    ) throws(FeedProblem) {
        let base = container.attribute("xml:base").flatMap { WebURL($0, base: base) } ?? base
        for child in container.children {
            switch builder.tag(child) {
            case .entry: try builder.addEntry(child, base: base)
            case .channel, .items:
                if depth < 3 { try read(child, base: base, into: &builder, depth: depth + 1) }
            case let tag: builder.add(child, as: tag, base: base)
            }
        }
    }

    private static let versions: [String: FeedFormat] = [
        "0.91": .rss091u, "0.92": .rss092, "0.93": .rss093, "0.94": .rss094, "2.0": .rss20, "2.00": .rss20,
        "2.0.1": .rss20,
    ]

    private static func format(of root: XMLElement) -> FeedFormat {
        if root.name == "rdf" {
            let isOld = root.children.contains { $0.namespace.contains("netscape.com/rdf/simple/0.9") }
            return isOld ? .rss090 : .rss10
        }
        let version = root.attribute("version")?.trimmed ?? ""
        return versions[version] ?? (version.hasPrefix("2.") ? .rss20 : .rss)
    }
}
