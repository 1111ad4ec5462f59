import Text

/// Reads tags into nodes, in one pass and without recursion.
///
/// Every step looks at what is open in constant time, so that the worst input costs no more a byte than the best.
struct HTMLParser {
    /// Deeper elements are read as if their content stood in the element at this depth. Pages that people made stay under
    /// 100; browsers stop at 512.
    static let maximumDepth = 512
    /// Reading ends here: 50 MB of `<b>` would otherwise take half a gigabyte. The largest news page seen had 20,000.
    static let maximumNodes = 400_000

    private(set) var nodes: [HTMLDocument.Node] = []
    private(set) var attributes: [HTMLDocument.Attribute] = []
    private var open: [OpenElement] = []
    /// For each tag where its innermost open element stands in `open`, or -1.
    private var innermost = Array(repeating: -1, count: HTMLTag.allCases.count)
    /// How many elements are open below `maximumDepth`.
    private var overflow = 0
    private var link: Int32 = -1
    private var line: Int32 = 0
    /// Whether only white space has come since a block began or ended; such white space is not text.
    private var isLineStart = true
    /// Raw elements of which no end tag is left, so that it is not looked for again.
    private var endless: Set<HTMLTag> = []

    private struct OpenElement {
        var node: Int
        var tag: HTMLTag
        var name: NameHash
        /// The next element outwards in `open` with the same tag, and the innermost scope and block including this one.
        var same: Int
        var scope: Int
        var block: Int
    }

    mutating func parse(_ bytes: Span<UInt8>) {
        nodes.reserveCapacity(bytes.count / 32)
        push(.root, name: NameHash(), at: 0, attributes: 0..<0)
        var at = 0
        var textStart = 0
        while nodes.count < HTMLParser.maximumNodes,
            let mark = bytes.nextOffset(of: UInt8(ascii: "<"), in: at..<bytes.count)
        {
            guard let kind = MarkUp(bytes, at: mark) else {
                at = mark + 1
                continue
            }
            addText(bytes, textStart, mark)
            at = read(kind, bytes, at: mark)
            textStart = at
        }
        if nodes.count < HTMLParser.maximumNodes { addText(bytes, textStart, bytes.count) }
        pop(to: 0)
    }

    /// - Returns: the offset behind the mark-up.
    private mutating func read(_ kind: MarkUp, _ bytes: Span<UInt8>, at: Int) -> Int {
        switch kind {
        case .startTag: return startTag(bytes, at: at + 1)
        case .endTag: return endTag(bytes, at: at + 2)
        case .comment: return MarkUp.end(ofComment: bytes, from: at + 4)
        case .declaration: return MarkUp.end(ofDeclaration: bytes, from: at + 1)
        }
    }

    private mutating func addText(_ bytes: Span<UInt8>, _ lower: Int, _ upper: Int) {
        guard lower < upper else { return }
        if isLineStart {
            guard (lower..<upper).contains(where: { !bytes[$0].isHTMLSpace }) else { return }
            isLineStart = false
        }
        let index = Int32(nodes.count)
        nodes.append(
            .init(
                tag: .text, parent: Int32(open.last?.node ?? 0), end: index + 1, lower: Int32(lower),
                upper: Int32(upper),
                link: link, line: line))
    }

    // MARK: Start tags

    private mutating func startTag(_ bytes: Span<UInt8>, at start: Int) -> Int {
        var scanner = TagScanner(at: start)
        let name = scanner.name(bytes)
        let tag = HTMLTag(name)
        let firstAttribute = attributes.count
        guard scanner.attributes(bytes, into: &attributes) else { return bytes.count }
        if tag == .body || tag == .html || tag == .head, innermost[Int(tag.rawValue)] >= 0 { return scanner.at }
        closeImplied(by: tag)
        if tag.isBlock || tag == .br { breakLine() }
        let isVoid = tag.traits.contains(.void) || (scanner.isSelfClosing && tag == .other)
        push(tag, name: name, at: start, attributes: firstAttribute..<attributes.count)
        if isVoid {
            leave(tag)
            return scanner.at
        }
        return tag.traits.contains(.raw) ? rawText(bytes, of: tag, name: name, from: scanner.at) : scanner.at
    }

    private mutating func breakLine() {
        line += 1
        isLineStart = true
    }

    private mutating func closeImplied(by tag: HTMLTag) {
        if !tag.traits.contains(.head), innermost[.head] > 0 { pop(to: innermost[.head]) }
        if tag.traits.contains(.closesParagraph), innermost[.p] > (open.last?.scope ?? 0) { pop(to: innermost[.p]) }
        if tag.traits.contains(.heading), let last = open.last, last.tag.traits.contains(.heading) {
            pop(to: open.count - 1)
        }
        if let implied = tag.implied {
            let barrier = implied.within.map { innermost[$0] }.max() ?? -1
            for ended in implied.ends where innermost[ended] > barrier { pop(to: innermost[ended]) }
        }
    }

    private mutating func push(_ tag: HTMLTag, name: NameHash, at start: Int, attributes range: Range<Int>) {
        let index = nodes.count
        if tag == .a { link = Int32(index) }
        nodes.append(
            .init(
                tag: tag, parent: Int32(open.last?.node ?? 0), end: Int32(index + 1), lower: Int32(range.lowerBound),
                upper: Int32(range.upperBound), link: link, line: line, start: Int32(start)))
        guard open.count < HTMLParser.maximumDepth else {
            overflow += 1
            return
        }
        let depth = open.count
        open.append(
            OpenElement(
                node: index, tag: tag, name: name, same: innermost[tag],
                scope: tag.traits.contains(.scope) ? depth : open.last?.scope ?? 0,
                block: tag.isBlock ? depth : open.last?.block ?? 0))
        innermost[tag] = depth
    }

    /// Ends the element that was pushed last.
    private mutating func leave(_ tag: HTMLTag) {
        if overflow > 0 { overflow -= 1 } else { pop(to: open.count - 1, isEnded: true) }
        if tag.isBlock { breakLine() }
    }

    /// - Parameter isEnded: whether the outermost of the elements has an end tag, or needs none.
    private mutating func pop(to depth: Int, isEnded: Bool = false) {
        while open.count > depth, let last = open.popLast() {
            nodes[last.node].end = Int32(nodes.count)
            // Without its end tag, what should be shown only in place of a player has taken in the text behind it.
            if last.tag.traits.contains(.fallback), !isEnded || open.count > depth { nodes[last.node].tag = .div }
            innermost[last.tag] = last.same
            if last.tag == .a { link = -1 }
            if last.tag.isBlock { breakLine() }
        }
    }

    /// Passes the raw text of an element and its end tag. Without an end tag, an element that a reader would miss is read
    /// as if it were empty; a script or style without an end takes the rest, as in a browser.
    private mutating func rawText(_ bytes: Span<UInt8>, of tag: HTMLTag, name: NameHash, from start: Int) -> Int {
        let end = endless.contains(tag) ? nil : TagScanner.endTag(bytes, named: name, from: start)
        guard let end else {
            endless.insert(tag)
            leave(tag)
            return tag == .script || tag == .style ? bytes.count : start
        }
        if tag.traits.contains(.keptRaw) {
            // A script between two words neither begins a line nor is a part of one.
            let wasLineStart = isLineStart
            addText(bytes, start, end.lowerBound)
            isLineStart = wasLineStart
        }
        leave(tag)
        return end.upperBound
    }

    // MARK: End tags

    private mutating func endTag(_ bytes: Span<UInt8>, at start: Int) -> Int {
        var scanner = TagScanner(at: start)
        let name = scanner.name(bytes)
        let tag = HTMLTag(name)
        guard scanner.skipToEnd(bytes) else { return bytes.count }
        if tag == .br || tag == .p { breakLine() }
        if tag == .a { link = -1 }
        if tag == .body || tag == .html || tag.traits.contains(.void) { return scanner.at }
        if overflow > 0 {
            overflow -= 1
        } else if let depth = closable(tag, name: name) {
            pop(to: depth, isEnded: true)
        }
        return scanner.at
    }

    /// Where the element stands that an end tag closes; nil where it closes none.
    private func closable(_ tag: HTMLTag, name: NameHash) -> Int? {
        let depth = innermost[tag]
        guard depth > 0, let last = open.last else { return nil }
        if tag.traits.contains(.tablePart) { return depth >= innermost[.table] ? depth : nil }
        if tag.traits.contains(.scope) { return depth }
        if tag.isBlock { return depth > last.scope ? depth : nil }
        return depth > last.block && (tag != .other || open[depth].name == name) ? depth : nil
    }
}

extension [Int] {
    fileprivate subscript(tag: HTMLTag) -> Int {
        get { self[Int(tag.rawValue)] }
        set { self[Int(tag.rawValue)] = newValue }
    }
}
