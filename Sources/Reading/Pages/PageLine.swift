/// One line of a page's text: the text nodes between two block boundaries.
struct PageLine: Sendable {
    /// The first and last text node.
    var first: Int
    var last: Int
    /// The innermost block that holds the first one.
    var block: Int
    /// In bytes of UTF-8, a run of white space counting one. A Chinese character counts three, about what it says.
    var length: Int
    /// How many of them are the text of links.
    var linkLength: Int

    var linkDensity: Double { length == 0 ? 0 : Double(linkLength) / Double(length) }

    /// A sentence or more of running text.
    var isProse: Bool { length >= 60 && linkLength * 5 < length * 2 }
}

extension HTMLDocument {
    /// All lines of text that can be seen, in order.
    func lines() -> [PageLine] {
        var lines: [PageLine] = []
        var number: Int32 = -1
        var index = 1
        while index < nodes.count {
            let node = nodes[index]
            if node.tag != .text {
                index = node.tag.traits.contains(.silent) ? Int(node.end) : index + 1
                continue
            }
            let length = visibleLength(of: index)
            if node.line != number {
                number = node.line
                lines.append(.init(first: index, last: index, block: block(around: index), length: 0, linkLength: 0))
            }
            lines[lines.count - 1].last = index
            lines[lines.count - 1].length += length
            if node.link >= 0 { lines[lines.count - 1].linkLength += length }
            index += 1
        }
        return lines
    }

    private func visibleLength(of index: Int) -> Int {
        let span = bytes.span
        var length = 0
        var wasSpace = false
        for at in Int(nodes[index].lower)..<Int(nodes[index].upper) {
            let isSpace = span[at].isHTMLSpace
            if !isSpace || !wasSpace { length += 1 }
            wasSpace = isSpace
        }
        return length
    }

    private func block(around index: Int) -> Int {
        var block = Int(nodes[index].parent)
        while block > 0, !nodes[block].tag.isBlock { block = Int(nodes[block].parent) }
        return block
    }

    /// The text of a line, white space as blanks, not yet cleaned.
    ///
    /// - Parameter isOut: nodes that are left out with all that is in them.
    func text(of line: PageLine, isOut: (Int) -> Bool = { _ in false }) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(line.length)
        var index = line.first
        while index <= line.last {
            let tag = nodes[index].tag
            if tag == .text { appendText(of: index, to: &out) }
            let isSkipped = tag != .text && (tag.traits.contains(.silent) || isOut(index))
            index = isSkipped ? Int(nodes[index].end) : index + 1
        }
        return String(decoding: out, as: UTF8.self)
    }
}
