import Text

/// Reads a list of feeds. Pure and linear in the length of the bytes, however deep its outlines are nested.
///
/// - Throws: ``OPMLProblem`` where the document is no such list, or not one to be trusted.
public func readOPML(_ bytes: [UInt8]) throws(OPMLProblem) -> OPML {
    guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
    let utf8: [UInt8]
    do {
        utf8 = try decodedText(bytes, kind: .xml).utf8
    } catch {
        throw .unsupportedCharset(error.charset)
    }
    let tree: XMLTree
    do {
        tree = try XMLScanner.scan(utf8)
    } catch {
        switch error {
        case .entityDeclarations: throw .entityDeclarations
        case .tooManyNodes(let limit): throw .tooManyElements(limit: limit)
        }
    }
    guard let root = tree.root else { throw .notOPML("text") }
    guard root.name == "opml" || root.name == "outlinedocument" else {
        throw .notOPML(root.name == "html" ? "html" : "xml <\(root.name.cleanedLine(limit: 40))>")
    }
    var reader = OPMLReader(tree: tree, lines: OutlineLines(utf8).lines)
    reader.opml.isTruncated = tree.damage.contains(.truncated)
    reader.endsInTag = utf8.last { $0 > 0x20 } != UInt8(ascii: ">")
    try reader.read(root)
    return reader.opml
}

/// Walks the flat tree, so that a hundred thousand levels cost no stack.
private struct OPMLReader {
    let tree: XMLTree
    let lines: [Int]
    var opml = OPML()
    /// Whether the last tag may be cut: half an address is another address.
    var endsInTag = false
    /// The outlines around the present one: where each ends, and its title. Only the outermost titles are kept.
    private var open: [(end: Int32, title: String?)] = []
    private var count = 0

    private static let keptGroups = 3

    init(tree: XMLTree, lines: [Int]) { (self.tree, self.lines) = (tree, lines) }

    mutating func read(_ root: XMLElement) throws(OPMLProblem) {
        for head in root.children where head.name == "head" {
            let title = head.children.first { $0.name == "title" }?.text.cleanedLine(limit: 200) ?? ""
            opml.title = opml.title ?? (title.isEmpty ? nil : title)
        }
        // Numbers of elements and of start tags agree only where the mark-up is sound.
        let total = tree.nodes.indices.count { name(at: $0) == "outline" }
        let areLinesKnown = total == lines.count
        var index = Int(root.index)
        while index < tree.nodes.count {
            defer { index += 1 }
            guard name(at: index) == "outline" else { continue }
            while let last = open.last, Int(last.end) <= index { open.removeLast() }
            let element = XMLElement(tree: tree, index: Int32(index))
            let line = areLinesKnown ? lines[count] : nil
            count += 1
            let title = self.title(of: element)
            let isCut = endsInTag && index == tree.nodes.count - 1 && !element.isClosed
            if !isCut, let address = address(of: element) {
                try add(address, element, title: title, line: line)
            }
            let kept = open.count < Self.keptGroups && !title.isEmpty ? title : nil
            open.append((tree.nodes[index].end, kept))
        }
    }

    private func name(at index: Int) -> String {
        let name = tree.nodes[index].name
        return name == XMLTree.textName ? "" : tree.names[Int(name)].local
    }

    private func title(of element: XMLElement) -> String {
        let text = element.attribute("text") ?? ""
        return (text.isEmpty ? element.attribute("title") ?? "" : text).cleanedLine(limit: 200)
    }

    /// `xmlUrl`; `url` where the type says that it is a feed, as podcast players write it, or where it is our own.
    private func address(of element: XMLElement) -> String? {
        if element.attribute("iscomment")?.lowercased() == "true" { return nil }
        if let address = element.attribute("xmlurl") { return address }
        let type = element.attribute("type")?.lowercased() ?? ""
        return ["rss", "atom"].contains(type) || mark("kind", of: element) != nil ? element.attribute("url") : nil
    }

    private mutating func add(
        _ address: String, _ element: XMLElement, title: String, line: Int?
    ) throws(OPMLProblem) {
        guard let url = WebURL(address) else {
            if opml.refusals.count < OPML.maximumFeeds {
                opml.refusals.append(.init(line: line, address: address.cleanedLine(limit: 100)))
            }
            return
        }
        guard opml.feeds.count < OPML.maximumFeeds else { throw .tooManyFeeds(limit: OPML.maximumFeeds) }
        var feed = OPML.Feed(
            url: url, title: title, site: element.attribute("htmlurl").flatMap { WebURL($0) },
            language: element.attribute("language")?.cleanedLine(limit: 20),
            groups: open.prefix(Self.keptGroups).compactMap(\.title), line: line)
        for name in OPML.marks { feed.marks[name] = mark(name, of: element) }
        opml.feeds.append(feed)
    }

    private func mark(_ name: String, of element: XMLElement) -> String? {
        element.attribute("pantau:" + name)?.cleanedLine(limit: 60)
    }
}
