import Text

/// Finds the format of an XML document and hands it to the format's adapter.
enum XMLFeed {
    static func feed(_ text: DecodedText, _ context: FeedContext) throws(FeedProblem) -> Feed {
        if let page = htmlStart(text.utf8) { throw .notAFeed(page) }
        let tree: XMLTree
        do {
            tree = try XMLScanner.scan(text.utf8, mayHaveControls: text.mayHaveControls, readsEntities: true)
        } catch {
            throw FeedProblem(error)
        }
        guard let root = tree.root else { throw .notAFeed("text") }
        var vocabulary = FeedVocabulary(root: root)
        var feed: Feed
        switch vocabulary.tag(root) {
        case .rss, .rdf: feed = try RSSAdapter.feed(root, context)
        case .feed: feed = try AtomAdapter.feed(root, context)
        case .entry where root.name == "entry": feed = try AtomAdapter.feed(root, context)
        case .entry where root.name == "item": feed = try RSSAdapter.feed(root, context)
        case .channel:
            feed = CDFAdapter.isCDF(root) ? try CDFAdapter.feed(root, context) : try RSSAdapter.feed(root, context)
        // A root of another name around a channel is read for what it holds.
        case _ where root.children.contains { vocabulary.tag($0) == .channel }:
            feed = try RSSAdapter.feed(root, context)
        default: throw .notAFeed(root.name == "html" ? "html" : "xml <\(root.name.cleanedLine(limit: 40))>")
        }
        feed.damage = damage(of: tree)
        return feed
    }

    /// HTML is no XML: it is told before it is scanned, whatever the server calls it.
    private static func htmlStart(_ utf8: [UInt8]) -> String? {
        let head = utf8.prefix(1_024).drop { $0 <= 0x20 }.prefix(14).map(\.asciiLowercased)
        let marks = ["<!doctype html", "<html", "<head", "<body", "<script"]
        return marks.contains { head.starts(with: $0.utf8) } ? "html" : nil
    }

    static func damage(of tree: XMLTree) -> Set<FeedDamage> {
        Set(
            tree.damage.map { damage in
                switch damage {
                case .truncated: .truncated
                case .mismatchedTags, .textOutside, .tooManyAttributes: .brokenMarkup
                case .controlCharacters: .controlCharacters
                }
            })
    }
}

extension FeedProblem {
    init(_ refusal: XMLRefusal) {
        switch refusal {
        case .entityDeclarations: self = .entityDeclarations
        case .tooManyNodes(let limit): self = .tooManyElements(limit: limit)
        }
    }
}
