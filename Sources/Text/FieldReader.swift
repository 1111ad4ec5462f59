/// Reads the members of a map one by one and gathers all that is wrong with them: a `NodeReader` that knows its map.
public struct FieldReader {
    public let mark: DocumentNode.Mark
    private var nodes: NodeReader
    private let what: String
    private let entries: [DocumentNode.Entry]

    public var file: String { nodes.file }
    public var problems: [DocumentProblem] { nodes.problems }

    /// - Parameters:
    ///   - what: what the map describes, with its article: `a source`.
    ///   - known: every key the map may have; any other is a problem that names the nearest known one.
    public init(_ node: DocumentNode, file: String, describing what: String, known: [String]) {
        (mark, self.what) = (node.mark, what)
        var nodes = NodeReader(file: file)
        entries = nodes.entries(of: node, knowing: known, in: what)
        self.nodes = nodes
    }

    /// The node of a key, for what this reader has no word for.
    public func node(_ key: String) -> DocumentNode? { entries.first { $0.key == key }?.value }

    /// Notes a problem that the caller found, at `mark` or at the map itself.
    public mutating func report(_ reason: String, at mark: DocumentNode.Mark? = nil) {
        nodes.note(reason, at: mark ?? self.mark)
    }

    /// Plain text; nil where the key is missing, empty or no text. A missing or empty required key is a problem.
    public mutating func text(_ key: String, isRequired: Bool = false) -> String? {
        guard let node = written(key, isRequired: isRequired) else { return nil }
        return nodes.value(node, quoted(key), expected: "a text") { $0 }
    }

    /// A text that `convert` understands; where it does not, a problem that says what is `expected`.
    public mutating func value<T>(
        _ key: String, isRequired: Bool = false, expected: String, _ convert: (String) -> T?
    ) -> T? {
        guard let node = written(key, isRequired: isRequired) else { return nil }
        return nodes.value(node, quoted(key), expected: expected, convert)
    }

    /// One of a closed list of words.
    public mutating func word<T: RawRepresentable & CaseIterable>(
        _ key: String, as type: T.Type, isRequired: Bool = false
    ) -> T? where T.RawValue == String {
        guard let node = written(key, isRequired: isRequired) else { return nil }
        return nodes.word(node, quoted(key), as: type)
    }

    /// `true`, `false`, `yes`, `no`, `on` or `off`, without quotes.
    public mutating func flag(_ key: String) -> Bool? {
        guard let node = written(key, isRequired: false) else { return nil }
        return nodes.flag(node, quoted(key))
    }

    public mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let node = written(key, isRequired: false) else { return nil }
        return nodes.wholeNumber(node, quoted(key), in: range)
    }

    /// A list, or a single text read as a list of one; items that are no text are problems.
    public mutating func texts(_ key: String, isRequired: Bool = false) -> [String] {
        guard let node = node(key) else {
            if isRequired { report("\(what) needs \(quoted(key))") }
            return []
        }
        switch node.content {
        case .scalar(let text, _): return text.isEmpty ? [] : [text]
        case .map:
            report("\(quoted(key)) must be a list of texts", at: node.mark)
            return []
        case .list(let items):
            return items.compactMap { item in
                nodes.value(item, "an item of \(quoted(key))", expected: "a text") { $0 }
            }
        }
    }

    private func quoted(_ key: String) -> String { "\"\(key)\"" }

    /// The node of a key, unless it is missing or the empty text; a required one is then a problem.
    private mutating func written(_ key: String, isRequired: Bool) -> DocumentNode? {
        guard let node = node(key) else {
            if isRequired { report("\(what) needs \(quoted(key))") }
            return nil
        }
        guard case .scalar("", _) = node.content else { return node }
        if isRequired { report("\(quoted(key)) of \(what) is empty", at: node.mark) }
        return nil
    }
}
