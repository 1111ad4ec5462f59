import Text

/// Reads XML, and what only resembles it, in one pass. Linear in time whatever the input.
///
/// Nothing outside the document is ever read. A document that declares entities is refused, or its harmless ones are
/// read, as the caller wants. Everything else is repaired and noted as ``XMLDamage``.
struct XMLScanner: ~Copyable {
    let bytes: [UInt8]
    var at = 0

    var nodes: [XMLTree.Node] = []
    var attributes: [XMLTree.Attribute] = []
    /// See ``XMLTree/pool``.
    var pool = ByteBuffer()
    var names = XMLNameTable()
    var namespaces = XMLNamespaces()
    var damage: Set<XMLDamage> = []
    var entities = XMLEntities()
    private let readsEntities: Bool

    struct Open {
        var node: Int
        var name: Int32
        var namespaceMark: Int
    }
    var open: [Open] = []
    /// How many elements of each name are open, so that a stray end tag costs no search.
    var openCount: [Int32] = []
    var hasRoot = false
    /// Whether the last node is a text that what follows belongs to: no tag has come since.
    var hasOpenText = false
    /// Whether that text is one CDATA section and nothing else.
    private var isLoneSection = false

    /// libxml2 2.9 is quadratic in them (40,000 took 50 s); no honest tag has 100.
    static let maximumAttributes = 2_000
    /// 16 MiB of `<a>` would be five million nodes of 24 bytes.
    static let maximumNodes = 3_000_000

    /// - Parameters:
    ///   - bytes: valid UTF-8.
    ///   - mayHaveControls: false where it is known that no byte is to be removed.
    ///   - readsEntities: whether the document may declare ``XMLEntities``.
    static func scan(
        _ bytes: [UInt8], mayHaveControls: Bool = true, readsEntities: Bool = false
    ) throws(XMLRefusal) -> XMLTree {
        var scanner = XMLScanner(bytes, mayHaveControls: mayHaveControls, readsEntities: readsEntities)
        try scanner.run()
        return scanner.tree()
    }

    private consuming func tree() -> XMLTree {
        XMLTree(
            nodes: nodes, attributes: attributes, document: bytes, pool: pool, names: names.names,
            namespaces: namespaces.addresses, damage: damage)
    }

    private init(_ bytes: [UInt8], mayHaveControls: Bool, readsEntities: Bool) {
        self.readsEntities = readsEntities
        if mayHaveControls, XMLScanner.hasForbidden(bytes) {
            self.bytes = XMLScanner.withoutForbidden(bytes)
            damage.insert(.controlCharacters)
        } else {
            self.bytes = bytes
        }
        names.reserve()
    }

    private static func hasForbidden(_ bytes: [UInt8]) -> Bool {
        bytes.span.nextOffset(in: bytes.indices, where: \.markForbiddenInXML) != nil
    }

    private static func withoutForbidden(_ bytes: [UInt8]) -> [UInt8] {
        var out = ByteBuffer(capacity: bytes.count)
        var at = 0
        while at < bytes.count { at = out.append(bytes.span, in: at..<bytes.count, upTo: \.markForbiddenInXML) + 1 }
        return out.bytes
    }

    private mutating func run() throws(XMLRefusal) {
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "<") { try markup() } else { text() }
            guard nodes.count <= XMLScanner.maximumNodes else {
                throw .tooManyNodes(limit: XMLScanner.maximumNodes)
            }
        }
        if !open.isEmpty { damage.insert(.truncated) }
        while !open.isEmpty { close(isClosed: false) }
    }

    // MARK: Text

    private mutating func text() {
        let start = at
        let stop = bytes.span.nextOffset(in: start..<bytes.count) {
            $0.mark(equalTo: UInt8(ascii: "<")) .| $0.mark(equalTo: UInt8(ascii: "&"))
        }
        at = stop ?? bytes.count
        guard !open.isEmpty else {
            at = bytes.span.nextOffset(of: UInt8(ascii: "<"), in: at..<bytes.count) ?? bytes.count
            if bytes[start..<at].contains(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) {
                damage.insert(.textOutside)
            }
            return
        }
        if at < bytes.count, bytes[at] == UInt8(ascii: "&") {
            if pool.count == 0 { pool = ByteBuffer(capacity: bytes.count - at) }
            beginPooledText()
            at = XMLScanner.resolve(
                bytes, start..<bytes.count, upTo: UInt8(ascii: "<"), entities: &entities, to: &pool)
            nodes[nodes.count - 1].range = nodes[nodes.count - 1].range.lowerBound..<poolEnd
        } else {
            appendText(start..<at)
        }
    }

    /// Adds bytes as they stand to the text node at the end, or begins one.
    private mutating func appendText(_ range: Range<Int>, isCDATA: Bool = false) {
        guard !range.isEmpty else { return }
        if hasOpenText {
            guard !isLayout(range, isCDATA: isCDATA) else { return }
            beginPooledText()
            appendToPool(range)
            nodes[nodes.count - 1].range = nodes[nodes.count - 1].range.lowerBound..<poolEnd
        } else {
            appendTextNode(Int32(range.lowerBound)..<Int32(range.upperBound))
            isLoneSection = isCDATA
        }
    }

    /// Whether white space stands alone in an element with a CDATA section, which is then its text without it.
    ///
    /// Most elements that have such a section also have line breaks around it; put together with them, whole articles would
    /// have to be copied.
    private mutating func isLayout(_ range: Range<Int>, isCDATA: Bool) -> Bool {
        let last = nodes.count - 1
        guard last - 1 == open.last?.node else { return false }
        if isLoneSection { return !isCDATA && isBlank(range) }
        let text = Int(nodes[last].range.lowerBound)..<Int(nodes[last].range.upperBound)
        guard isCDATA, text.upperBound <= bytes.count, isBlank(text) else { return false }
        nodes[last].range = Int32(range.lowerBound)..<Int32(range.upperBound)
        isLoneSection = true
        return true
    }

    private func isBlank(_ range: Range<Int>) -> Bool { range.allSatisfy { bytes[$0] <= 0x20 } }

    private mutating func appendTextNode(_ range: Range<Int32>) {
        nodes.append(
            .init(name: XMLTree.textName, namespace: 0, end: Int32(nodes.count + 1), range: range, isClosed: true))
        hasOpenText = true
    }

    /// Makes sure that the text node at the end lies at the pool's end, where the pieces of a text are put together.
    private mutating func beginPooledText() {
        isLoneSection = false
        guard hasOpenText else { return appendTextNode(poolEnd..<poolEnd) }
        let range = nodes[nodes.count - 1].range
        guard range.lowerBound < bytes.count else { return }
        let start = poolEnd
        appendToPool(Int(range.lowerBound)..<Int(range.upperBound))
        nodes[nodes.count - 1].range = start..<poolEnd
    }

    private mutating func appendToPool(_ range: Range<Int>) {
        let bytes = bytes
        pool.append(bytes.span.extracting(range))
    }

    private var poolEnd: Int32 { Int32(bytes.count + pool.count) }

    /// A copy of the bytes of a text or value, as ``XMLTree/withBytes(_:_:)`` lends them.
    func copy(_ range: Range<Int32>) -> [UInt8] {
        let (lower, upper) = (Int(range.lowerBound), Int(range.upperBound))
        guard lower >= bytes.count else { return Array(bytes[lower..<upper]) }
        return pool.withSpan { pool in ((lower - bytes.count)..<(upper - bytes.count)).map { pool[$0] } }
    }

    /// Where the bytes stand with their references replaced: where they are, if there are none.
    mutating func resolved(_ range: Range<Int>) -> Range<Int32> {
        guard bytes.span.nextOffset(of: UInt8(ascii: "&"), in: range) != nil else {
            return Int32(range.lowerBound)..<Int32(range.upperBound)
        }
        let start = poolEnd
        _ = XMLScanner.resolve(bytes, range, upTo: UInt8(ascii: "&"), entities: &entities, to: &pool)
        return start..<poolEnd
    }

    /// Copies bytes into the pool, up to the first that is `end`, with their references replaced. A bare `&` and an unknown
    /// name stay as written.
    ///
    /// - Returns: the offset of `end`, or the end of `range`.
    private static func resolve(
        _ bytes: [UInt8], _ range: Range<Int>, upTo end: UInt8, entities: inout XMLEntities, to pool: inout ByteBuffer
    ) -> Int {
        let span = bytes.span.extracting(0..<range.upperBound)
        var at = range.lowerBound
        while true {
            at = pool.append(span, in: at..<range.upperBound) {
                $0.mark(equalTo: UInt8(ascii: "&")) .| $0.mark(equalTo: end)
            }
            guard at < range.upperBound, span[at] == UInt8(ascii: "&") else { return at }
            if !entities.isEmpty, let (value, behind) = entities.value(span, at: at) {
                pool.append(value.span)
                at = behind
            } else if at + 9 <= range.upperBound, let (byte, length) = CharacterReferences.common(span.word(at: at + 1))
            {
                pool.append(byte)
                at += 1 + length
            } else if let match = CharacterReferences.match(span, at: at, in: .exact) {
                pool.append(match.first)
                if let second = match.second { pool.append(second) }
                at = match.end
            } else {
                pool.append(UInt8(ascii: "&"))
                at += 1
            }
        }
    }

    // MARK: Markup

    private mutating func markup() throws(XMLRefusal) {
        guard at + 1 < bytes.count else {
            at += 1
            return
        }
        switch bytes[at + 1] {
        case UInt8(ascii: "/"): endTag()
        case UInt8(ascii: "?"): skip(past: "?>", from: at + 2)
        case UInt8(ascii: "!"): try declaration()
        case let byte where XMLScanner.startsName(byte): startTag()
        default: strayBracket()
        }
    }

    private static func startsName(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80
    }

    /// A `<` that opens nothing: the text "a < b".
    private mutating func strayBracket() {
        damage.insert(.mismatchedTags)
        if !open.isEmpty { appendText(at..<(at + 1)) }
        at += 1
    }

    private func starts(with text: StaticString, at index: Int) -> Bool {
        guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
        return bytes[index..<(index + text.utf8CodeUnitCount)].elementsEqual(text.description.utf8)
    }

    /// The index of `end` at or after `from`; nil where the document ends before.
    private func find(_ end: String, from: Int) -> Int? {
        let pattern = Array(end.utf8)
        var index = min(from, bytes.count)
        while let first = bytes.span.nextOffset(of: pattern[0], in: index..<bytes.count) {
            if bytes[first...].starts(with: pattern) { return first }
            index = first + 1
        }
        return nil
    }

    private mutating func skip(past end: String, from: Int) {
        if let found = find(end, from: from) {
            at = found + end.utf8.count
        } else {
            damage.insert(.truncated)
            at = bytes.count
        }
    }

    private mutating func declaration() throws(XMLRefusal) {
        if starts(with: "<!--", at: at) {
            skip(past: "-->", from: at + 4)
        } else if starts(with: "<![CDATA[", at: at) {
            let start = at + 9
            let end = find("]]>", from: start)
            if end == nil { damage.insert(.truncated) }
            if !open.isEmpty { appendText(start..<(end ?? bytes.count), isCDATA: true) }
            at = end.map { $0 + 3 } ?? bytes.count
        } else {
            try documentType()
        }
    }

    /// Passes `<!DOCTYPE …>` with its internal subset.
    private mutating func documentType() throws(XMLRefusal) {
        var quote: UInt8?
        var depth = 0
        var index = at
        while index < bytes.count {
            let byte = bytes[index]
            // An apostrophe in a comment opens no quote.
            if quote == nil, byte == UInt8(ascii: "<"), starts(with: "<!--", at: index) {
                index = find("-->", from: index + 4).map { $0 + 3 } ?? bytes.count
                continue
            }
            if let inside = quote {
                if byte == inside { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "<") {
                depth += 1
            } else if byte == UInt8(ascii: ">") {
                depth -= 1
                if depth == 0 { break }
            }
            index += 1
        }
        let end = min(index + 1, bytes.count)
        if readsEntities {
            try entities.declare(bytes[at..<end])
            // Looked for in quotes and comments too: who hides one there means no good.
        } else if Array(bytes[at..<end]).firstIndex(ofSequence: "<!entity") != nil {
            throw .entityDeclarations
        }
        if index == bytes.count { damage.insert(.truncated) }
        at = end
    }
}
