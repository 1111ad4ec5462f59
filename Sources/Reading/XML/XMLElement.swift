import Text

/// One element of an ``XMLTree``.
struct XMLElement: Sendable {
    let tree: XMLTree
    let index: Int32

    private var node: XMLTree.Node { tree.nodes[Int(index)] }

    /// Without its prefix, in lower case.
    var name: String { tree.names[Int(node.name)].local }
    var qualifiedName: String { tree.names[Int(node.name)].text }
    var prefix: String { tree.names[Int(node.name)].prefix }
    /// The address of its namespace in lower case; empty for none.
    var namespace: String { tree.namespaces[Int(node.namespace)] }
    /// Equal for elements of the same name and namespace; a key for tables.
    var kind: Int64 { Int64(node.name) << 32 | Int64(node.namespace) }
    /// False where the document ended inside it.
    var isClosed: Bool { node.isClosed }

    /// The value of an attribute, by its name as written, in lower case (`xml:base`, `href`).
    func attribute(_ name: String) -> String? {
        for index in node.range where tree.names[Int(tree.attributes[Int(index)].name)].text == name {
            return tree.text(tree.attributes[Int(index)].value)
        }
        return nil
    }

    /// The child elements in order.
    var children: Children { Children(tree: tree, at: index + 1, end: node.end) }

    struct Children: Sequence, IteratorProtocol {
        let tree: XMLTree
        var at: Int32
        let end: Int32

        mutating func next() -> XMLElement? {
            while at < end {
                let current = at
                at = tree.nodes[Int(current)].end
                if tree.nodes[Int(current)].name != XMLTree.textName { return XMLElement(tree: tree, index: current) }
            }
            return nil
        }
    }

    var hasChildElements: Bool {
        tree.nodes[(Int(index) + 1)..<max(Int(index) + 1, Int(node.end))].contains { $0.name != XMLTree.textName }
    }

    var hasAttributes: Bool { !node.range.isEmpty }

    /// Lends the text of an element without child elements; nil where it has none.
    func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result? {
        let first = Int(index) + 1
        // Text that no tag parts is one node.
        return first < Int(node.end) ? tree.withBytes(tree.nodes[first].range, body) : nil
    }

    /// The text of the element without that of its child elements.
    var ownText: String {
        var out: [UInt8] = []
        var at = index + 1
        while at < node.end {
            let inner = tree.nodes[Int(at)]
            if inner.name == XMLTree.textName {
                tree.withBytes(inner.range) { out.append($0) }
            }
            at = inner.end
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The text of the element and all its descendants, as it stands.
    var text: String {
        let first = Int(index) + 1
        let end = Int(node.end)
        if end == first + 1, tree.nodes[first].name == XMLTree.textName { return tree.text(tree.nodes[first].range) }
        var out: [UInt8] = []
        for node in tree.nodes[first..<end] where node.name == XMLTree.textName {
            tree.withBytes(node.range) { out.append($0) }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The content written as HTML, in UTF-8: child elements as tags without prefix, texts escaped.
    var innerHTML: [UInt8] {
        var out: [UInt8] = []
        var open: [(end: Int32, name: String)] = []
        for current in (index + 1)..<max(index + 1, node.end) {
            while let last = open.last, last.end <= current {
                out += "</\(last.name)>".utf8
                open.removeLast()
            }
            let inner = tree.nodes[Int(current)]
            if inner.name == XMLTree.textName {
                tree.withBytes(inner.range) { XMLElement.escape($0, to: &out) }
            } else {
                let name = tree.names[Int(inner.name)].local
                out += "<\(name)".utf8
                writeAttributes(inner.range, to: &out)
                out.append(UInt8(ascii: ">"))
                if !XMLElement.emptyHTML.contains(name) { open.append((inner.end, name)) }
            }
        }
        for last in open.reversed() { out += "</\(last.name)>".utf8 }
        return out
    }

    private static let emptyHTML: Set<String> = ["area", "br", "col", "hr", "img", "input", "wbr"]

    private func writeAttributes(_ range: Range<Int32>, to out: inout [UInt8]) {
        for index in range {
            let attribute = tree.attributes[Int(index)]
            out += " \(tree.names[Int(attribute.name)].text)=\"".utf8
            tree.withBytes(attribute.value) { XMLElement.escape($0, to: &out) }
            out.append(UInt8(ascii: "\""))
        }
    }

    private static func escape(_ bytes: Span<UInt8>, to out: inout [UInt8]) {
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "&"): out += "&amp;".utf8
            case UInt8(ascii: "<"): out += "&lt;".utf8
            case UInt8(ascii: ">"): out += "&gt;".utf8
            case UInt8(ascii: "\""): out += "&quot;".utf8
            case let byte: out.append(byte)
            }
        }
    }
}
