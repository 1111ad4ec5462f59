/// Reads the members of a map one by one and gathers all that is wrong with them, so that a person mends a file in one go.
public struct FieldReader {
    public let file: String
    public let mark: DocumentNode.Mark
    public private(set) var problems: [DocumentProblem] = []
    private let what: String
    private let entries: [DocumentNode.Entry]

    /// - Parameters:
    ///   - what: what the map describes, with its article: `a source`.
    ///   - known: every key the map may have; any other is a problem that names the nearest known one.
    public init(_ node: DocumentNode, file: String, describing what: String, known: [String]) {
        (self.file, self.mark, self.what) = (file, node.mark, what)
        guard case .map(let entries) = node.content else {
            self.entries = []
            problems.append(DocumentProblem(file: file, at: node.mark, "\(what) is written as `key: value` lines"))
            return
        }
        self.entries = entries
        for entry in entries where !known.contains(entry.key) {
            let hint =
                nearest(to: entry.key, among: known).map { "; did you mean \"\($0)\"?" } ?? "; known are: "
                + known.joined(separator: ", ")
            problems.append(
                DocumentProblem(
                    file: file, at: entry.keyMark, "\"\(clip(entry.key))\" is not a setting of \(what)\(hint)"))
        }
    }

    /// The node of a key, for what this reader has no word for.
    public func node(_ key: String) -> DocumentNode? { entries.first { $0.key == key }?.value }

    /// Notes a problem that the caller found, at `mark` or at the map itself.
    public mutating func report(_ reason: String, at mark: DocumentNode.Mark? = nil) {
        problems.append(DocumentProblem(file: file, at: mark ?? self.mark, reason))
    }

    /// Plain text; nil where the key is missing, empty or no text. A missing or empty required key is a problem.
    public mutating func text(_ key: String, isRequired: Bool = false) -> String? {
        guard let node = node(key) else {
            if isRequired { report("\(what) needs \"\(key)\"") }
            return nil
        }
        guard case .scalar(let text, _) = node.content else {
            report("\"\(key)\" must be plain text", at: node.mark)
            return nil
        }
        guard !text.isEmpty else {
            if isRequired { report("\"\(key)\" of \(what) is empty", at: node.mark) }
            return nil
        }
        return text
    }

    /// A text that `convert` understands; where it does not, a problem that says what is `expected`.
    public mutating func value<T>(
        _ key: String, isRequired: Bool = false, expected: String, _ convert: (String) -> T?
    ) -> T? {
        guard let text = text(key, isRequired: isRequired) else { return nil }
        if let value = convert(text) { return value }
        report("\"\(key)\" needs \(expected), not \"\(clip(text))\"", at: node(key)?.mark)
        return nil
    }

    /// One of a closed list of words.
    public mutating func word<T: RawRepresentable & CaseIterable>(
        _ key: String, as type: T.Type, isRequired: Bool = false
    ) -> T? where T.RawValue == String {
        let words = type.allCases.map(\.rawValue)
        return value(key, isRequired: isRequired, expected: "one of \(words.joined(separator: ", "))") {
            T(rawValue: $0)
        }
    }

    /// `true`, `false`, `yes`, `no`, `on` or `off`, without quotes.
    public mutating func flag(_ key: String) -> Bool? {
        value(key, expected: "true or false") { text in
            switch text.lowercased() {
            case "true", "yes", "on": true
            case "false", "no", "off": false
            default: nil
            }
        }
    }

    public mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        value(key, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// A list, or a single text read as a list of one; items that are no text are problems.
    public mutating func texts(_ key: String, isRequired: Bool = false) -> [String] {
        guard let node = node(key) else {
            if isRequired { report("\(what) needs \"\(key)\"") }
            return []
        }
        switch node.content {
        case .scalar(let text, _): return text.isEmpty ? [] : [text]
        case .map:
            report("\"\(key)\" must be a list of texts", at: node.mark)
            return []
        case .list(let items):
            return items.compactMap { item in
                if case .scalar(let text, _) = item.content { return text }
                report("an item of \"\(key)\" must be plain text", at: item.mark)
                return nil
            }
        }
    }
}

/// At most 40 characters of what somebody typed, for a message.
private func clip(_ text: String) -> String { text.count > 40 ? text.prefix(39) + "…" : text }
