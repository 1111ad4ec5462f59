import Text

/// An HTML document as a flat array of nodes in the order of the text, read in one pass.
///
/// A node's descendants are the nodes up to its `end`, so that walking needs no stack. The shape is that of a browser for the
/// usual cases (implied end tags, raw text, void elements); what only a browser's repairs of tables would move stays where it
/// was written. Reading takes linear time, whatever the input: see ``HTMLParser`` for the bounds.
struct HTMLDocument: Sendable {
    struct Node: Sendable {
        var tag: HTMLTag
        /// The index of the element it is in; the root is its own.
        var parent: Int32
        /// The index behind the last descendant.
        var end: Int32
        /// Of text: its bytes. Of an element: its attributes.
        var lower: Int32
        var upper: Int32
        /// The innermost `a` whose text it is part of, or -1. Kept apart from the shape, since links are often closed
        /// across it.
        var link: Int32
        /// The number of the line of text it is on: counts up at each start and end of a block and at each `br`.
        var line: Int32
        /// Of an element: where its name stands in the bytes; 0 for the root and for text.
        var start: Int32 = 0
    }

    struct Attribute: Sendable {
        var name: HTMLAttribute
        /// The bytes of the value as written, without quotes.
        var lower: Int32
        var upper: Int32
    }

    /// UTF-8.
    let bytes: [UInt8]
    var nodes: [Node] = []
    var attributes: [Attribute] = []

    /// - Parameter bytes: the document in UTF-8; bytes that are not become U+FFFD in what is read from it.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var parser = HTMLParser()
        parser.parse(bytes.span)
        (nodes, attributes) = (parser.nodes, parser.attributes)
    }

    /// The indices of a node's children.
    func forEachChild(of index: Int, _ body: (Int) -> Void) {
        var child = index + 1
        let end = Int(nodes[index].end)
        while child < end {
            body(child)
            child = Int(nodes[child].end)
        }
    }

    /// The value of an attribute with its references replaced; nil where the element has none.
    func value(_ name: HTMLAttribute, of index: Int) -> String? {
        let node = nodes[index]
        guard node.tag != .text else { return nil }
        for attribute in attributes[Int(node.lower)..<Int(node.upper)] where attribute.name == name {
            return decoded(attribute.lower, attribute.upper, in: .attribute)
        }
        return nil
    }

    /// The bytes of an attribute's value as written.
    func rawValue(_ name: HTMLAttribute, of index: Int) -> Range<Int>? {
        let node = nodes[index]
        guard node.tag != .text else { return nil }
        for attribute in attributes[Int(node.lower)..<Int(node.upper)] where attribute.name == name {
            return Int(attribute.lower)..<Int(attribute.upper)
        }
        return nil
    }

    /// The value of an attribute of any name; one that is not kept is looked up in the tag as it was written.
    func value(named name: NameHash, of index: Int) -> String? {
        if let known = HTMLAttribute(name) { return value(known, of: index) }
        guard nodes[index].start > 0 else { return nil }
        var scanner = TagScanner(at: Int(nodes[index].start))
        return scanner.value(bytes.span, named: name).map { range in
            decoded(Int32(range.lowerBound), Int32(range.upperBound), in: .attribute)
        }
    }

    /// The name of an element as it was written, in lower case; that of the empty text for the root and for text.
    func name(of index: Int) -> NameHash {
        guard nodes[index].start > 0 else { return NameHash() }
        var scanner = TagScanner(at: Int(nodes[index].start))
        return scanner.name(bytes.span)
    }

    /// The text of one text node.
    func text(of index: Int) -> String {
        decoded(nodes[index].lower, nodes[index].upper, in: .text)
    }

    private func decoded(_ lower: Int32, _ upper: Int32, in context: CharacterReferences.Context) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(Int(upper - lower))
        CharacterReferences.append(bytes.span, from: Int(lower), to: Int(upper), in: context, to: &out)
        return String(decoding: out, as: UTF8.self)
    }
}
