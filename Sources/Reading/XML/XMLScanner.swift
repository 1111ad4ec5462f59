import Text

/// Reads XML, and what only resembles it, in one pass. Linear in time whatever the input.
///
/// Nothing outside the document is ever read. A document that declares entities is refused, or its harmless ones are
/// read, as the caller wants. Everything else is repaired and noted as ``XMLDamage``.
struct XMLScanner {
    let bytes: [UInt8]
    var at = 0

    var nodes: [XMLTree.Node] = []
    var attributes: [XMLTree.Attribute] = []
    /// See ``XMLTree/pool``.
    var pool: [UInt8] = []
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

    /// libxml2 2.9 is quadratic in them (40,000 took 50 s); no honest tag has 100.
    static let maximumAttributes = 2_000
    /// 16 MiB of `<a>` would be five million nodes of 24 bytes.
    static let maximumNodes = 3_000_000

    /// - Parameters:
    ///   - bytes: valid UTF-8.
    ///   - readsEntities: whether the document may declare ``XMLEntities``.
    static func scan(_ bytes: [UInt8], readsEntities: Bool = false) throws(XMLRefusal) -> XMLTree {
        var scanner = XMLScanner(bytes, readsEntities: readsEntities)
        try scanner.run()
        return XMLTree(
            nodes: scanner.nodes, attributes: scanner.attributes, document: scanner.bytes, pool: scanner.pool,
            names: scanner.names.names, namespaces: scanner.namespaces.addresses, damage: scanner.damage)
    }

    private init(_ bytes: [UInt8], readsEntities: Bool) {
        self.readsEntities = readsEntities
        if XMLScanner.hasForbidden(bytes) {
            self.bytes = bytes.filter { !XMLScanner.isForbidden($0) }
            damage.insert(.controlCharacters)
        } else {
            self.bytes = bytes
        }
        names.reserve()
        pool.reserveCapacity(self.bytes.count)
    }

    private static func hasForbidden(_ bytes: [UInt8]) -> Bool {
        let first = bytes.firstOffset(in: bytes.indices) {
            $0.mark(below: 0x20) & ~($0.mark(equalTo: 9) | $0.mark(equalTo: 10) | $0.mark(equalTo: 13))
        }
        return first != nil
    }

    private static func isForbidden(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 9 && byte != 10 && byte != 13 }

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
        at = bytes.span.nextOffset(of: UInt8(ascii: "<"), in: start..<bytes.count) ?? bytes.count
        if open.isEmpty {
            if bytes[start..<at].contains(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) {
                damage.insert(.textOutside)
            }
            return
        }
        appendText(start..<at, resolving: true)
    }

    /// Adds to the text node at the end, or begins one.
    private mutating func appendText(_ range: Range<Int>, resolving: Bool) {
        guard !range.isEmpty else { return }
        guard hasOpenText else {
            let range = resolving ? resolved(range) : Int32(range.lowerBound)..<Int32(range.upperBound)
            nodes.append(
                .init(
                    name: XMLTree.textName, namespace: 0, end: Int32(nodes.count + 1), range: range, isClosed: true))
            hasOpenText = true
            return
        }
        // The pieces of a text are put together at the pool's end.
        var start = nodes[nodes.count - 1].range.lowerBound
        if start < bytes.count {
            let piece = slice(nodes[nodes.count - 1].range)
            start = poolEnd
            pool += piece
        }
        if resolving { XMLScanner.resolve(bytes, range, entities: &entities, to: &pool) } else { pool += bytes[range] }
        nodes[nodes.count - 1].range = start..<poolEnd
    }

    private var poolEnd: Int32 { Int32(bytes.count + pool.count) }

    /// The bytes of a text or value, as ``XMLTree/slice(_:)`` gives them.
    func slice(_ range: Range<Int32>) -> ArraySlice<UInt8> {
        let (lower, upper) = (Int(range.lowerBound), Int(range.upperBound))
        return lower < bytes.count ? bytes[lower..<upper] : pool[(lower - bytes.count)..<(upper - bytes.count)]
    }

    /// Where the bytes stand with their references replaced: where they are, if there are none.
    mutating func resolved(_ range: Range<Int>) -> Range<Int32> {
        guard bytes.span.nextOffset(of: UInt8(ascii: "&"), in: range) != nil else {
            return Int32(range.lowerBound)..<Int32(range.upperBound)
        }
        let start = poolEnd
        XMLScanner.resolve(bytes, range, entities: &entities, to: &pool)
        return start..<poolEnd
    }

    /// Copies bytes into the pool, references replaced. A bare `&` and an unknown name stay as written.
    private static func resolve(
        _ bytes: [UInt8], _ range: Range<Int>, entities: inout XMLEntities, to pool: inout [UInt8]
    ) {
        let span = bytes.span.extracting(0..<range.upperBound)
        var plain = range.lowerBound
        var index = plain
        while let mark = span.nextOffset(of: UInt8(ascii: "&"), in: index..<range.upperBound) {
            index = mark
            if !entities.isEmpty, let (value, end) = entities.value(span, at: index) {
                pool += bytes[plain..<index]
                pool += value
                (index, plain) = (end, end)
                continue
            }
            guard let match = CharacterReferences.match(span, at: index, in: .exact) else {
                index += 1
                continue
            }
            pool.append(span.extracting(plain..<index))
            pool.append(match.first)
            if let second = match.second { pool.append(second) }
            (index, plain) = (match.end, match.end)
        }
        pool.append(span.extracting(plain..<range.upperBound))
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
        if !open.isEmpty { appendText(at..<(at + 1), resolving: false) }
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
            if !open.isEmpty { appendText(start..<(end ?? bytes.count), resolving: false) }
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
