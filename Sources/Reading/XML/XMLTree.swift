import Text

/// A scanned XML document as flat arrays: elements and texts in document order, each element with the index behind its
/// last descendant. No pointers, no recursion: a million levels cost no stack.
final class XMLTree: Sendable {
    /// An element or a run of text.
    struct Node {
        /// Index into `names`; ``XMLTree/textName`` for a run of text.
        var name: Int32
        /// Index into `namespaces`; 0 is none.
        var namespace: Int32
        /// Index behind the last descendant.
        var end: Int32
        /// Of an element: its attributes. Of a text: its bytes.
        var range: Range<Int32>
        /// False where the document ended inside the element.
        var isClosed: Bool
    }

    struct Attribute {
        var name: Int32
        var value: Range<Int32>
    }

    static let textName: Int32 = -1

    let nodes: [Node]
    let attributes: [Attribute]
    /// The document in UTF-8. A text or value that stands in it as it is meant is not copied.
    let document: [UInt8]
    /// The other texts and values: those with references, which are resolved here, and those in several pieces. Their
    /// ranges are counted on from the document's end.
    let pool: ByteBuffer
    let names: [XMLName]
    /// Namespace addresses in lower case; the first is empty.
    let namespaces: [String]
    let damage: Set<XMLDamage>

    init(
        nodes: [Node], attributes: [Attribute], document: [UInt8], pool: consuming ByteBuffer, names: [XMLName],
        namespaces: [String], damage: Set<XMLDamage>
    ) {
        (self.nodes, self.attributes, self.document, self.names) = (nodes, attributes, document, names)
        self.pool = pool
        (self.namespaces, self.damage) = (namespaces, damage)
    }

    /// The first element; nil where the text holds none.
    var root: XMLElement? {
        nodes.firstIndex { $0.name != XMLTree.textName }.map { XMLElement(tree: self, index: Int32($0)) }
    }

    /// Lends the bytes of a text or value.
    func withBytes<Result>(_ range: Range<Int32>, _ body: (Span<UInt8>) -> Result) -> Result {
        let (lower, upper) = (Int(range.lowerBound), Int(range.upperBound))
        guard lower >= document.count else {
            let document = document
            return body(document.span.extracting(lower..<upper))
        }
        return pool.withSpan { body($0.extracting((lower - document.count)..<(upper - document.count))) }
    }

    func text(_ range: Range<Int32>) -> String { withBytes(range) { String(utf8: $0) } }
}

/// A name as written, split at its colon. In lower case: feeds write `pubdate` and `pubDate` alike.
struct XMLName: Hashable, Sendable {
    let prefix: String
    let local: String
    /// `prefix:local`, or `local`.
    let text: String

    init(prefix: String, local: String) {
        (self.prefix, self.local) = (prefix, local)
        text = prefix.isEmpty ? local : prefix + ":" + local
    }
}

/// What the scanner had to repair.
enum XMLDamage: String, Hashable, Sendable {
    /// The document ends inside an element, comment, CDATA section or tag.
    case truncated
    /// End tags without a start, starts without an end, stray `<`.
    case mismatchedTags
    /// Text before the first element or after the last.
    case textOutside
    /// A tag with more attributes than are kept.
    case tooManyAttributes
    /// NUL or another byte that XML forbids; it was removed.
    case controlCharacters
}

/// Why a document is not read at all.
enum XMLRefusal: Error, Hashable, Sendable {
    /// The document type declares entities, or more of them than any feed does: a tool of attacks.
    case entityDeclarations
    case tooManyNodes(limit: Int)
}
