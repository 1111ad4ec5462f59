/// Atom 1.0 (RFC 4287), Atom 0.3, and single entries of both.
enum AtomAdapter {
    static func feed(_ root: XMLElement, _ context: FeedContext) throws(FeedProblem) -> Feed {
        var builder = FeedBuilder(format(of: root), root: root, context: context)
        let base = root.attribute("xml:base").flatMap { WebURL($0, base: context.base) } ?? context.base
        if root.name == "entry" {
            try builder.addEntry(root, base: context.base)
            return builder.finished()
        }
        for child in root.children {
            let tag = builder.tag(child)
            if tag == .entry {
                try builder.addEntry(child, base: base)
            } else {
                builder.add(child, as: tag, base: base)
            }
        }
        return builder.finished()
    }

    private static func format(of root: XMLElement) -> FeedFormat {
        if root.namespace.contains("w3.org/2005/atom") { return .atom10 }
        if root.namespace.contains("purl.org/atom/ns") || root.attribute("version") == "0.3" { return .atom03 }
        return .atom
    }
}
