/// Typed values out of the nodes of a file that people write. What is wrong is gathered, each problem with its place, so that
/// a person mends the file in one go. `FieldReader` is the same for the members of one map.
package struct NodeReader {
    package let file: String
    package private(set) var problems: [DocumentProblem] = []

    package init(file: String) { self.file = file }

    /// Notes a problem that the caller found.
    package mutating func note(_ reason: String, at mark: DocumentNode.Mark?) {
        problems.append(DocumentProblem(file: file, at: mark, reason))
    }

    // MARK: Maps and lists

    /// The entries of a map whose keys are all known; any other is a problem that names the nearest known one.
    package mutating func entries(
        of node: DocumentNode, knowing keys: [String], in what: String
    ) -> [DocumentNode.Entry] {
        entries(of: node, in: what).filter { entry in
            if keys.contains(entry.key) { return true }
            let hint =
                nearest(to: entry.key, among: keys).map { "; did you mean \"\($0)\"?" } ?? "; known are: "
                + keys.joined(separator: ", ")
            note("\"\(clip(entry.key))\" is not a setting of \(what)\(hint)", at: entry.keyMark)
            return false
        }
    }

    /// The entries of a map whose keys are free.
    package mutating func entries(of node: DocumentNode, in what: String) -> [DocumentNode.Entry] {
        guard case .map(let entries) = node.content else {
            note("\(what) is written as `key: value` lines", at: node.mark)
            return []
        }
        return entries
    }

    package mutating func items(of node: DocumentNode, in what: String) -> [DocumentNode] {
        guard case .list(let items) = node.content else {
            note("\(what) is a list, each item behind \"- \"", at: node.mark)
            return []
        }
        return items
    }

    // MARK: Values

    /// A text that `convert` understands; where it does not, a problem that says what is `expected`.
    package mutating func value<T>(
        _ node: DocumentNode, _ what: String, expected: String, _ convert: (String) -> T?
    ) -> T? {
        guard case .scalar(let text, _) = node.content else {
            note("\(what) must be plain text", at: node.mark)
            return nil
        }
        if let value = convert(text) { return value }
        note("\(what) needs \(expected), not \"\(clip(text))\"", at: node.mark)
        return nil
    }

    /// A text that is not empty; the empty one where something is wrong.
    package mutating func string(_ node: DocumentNode, _ what: String) -> String {
        value(node, what, expected: "a text") { $0.isEmpty ? nil : $0 } ?? ""
    }

    package mutating func wholeNumber(_ node: DocumentNode, _ what: String, in range: ClosedRange<Int>) -> Int? {
        value(node, what, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// 0 where something is wrong.
    package mutating func integer(_ node: DocumentNode, _ what: String, in range: ClosedRange<Int>) -> Int {
        wholeNumber(node, what, in: range) ?? 0
    }

    /// `true`, `false`, `yes`, `no`, `on` or `off`, without quotes.
    package mutating func flag(_ node: DocumentNode, _ what: String) -> Bool? {
        value(node, what, expected: "true or false") { text in
            switch text.lowercased() {
            case "true", "yes", "on": true
            case "false", "no", "off": false
            default: nil
            }
        }
    }

    /// No where something is wrong.
    package mutating func boolean(_ node: DocumentNode, _ what: String) -> Bool { flag(node, what) ?? false }

    /// One of a closed list of words.
    package mutating func word<Word: RawRepresentable & CaseIterable>(
        _ node: DocumentNode, _ what: String, as type: Word.Type
    ) -> Word? where Word.RawValue == String {
        let words = type.allCases.map(\.rawValue)
        var expected = "one of \(words.joined(separator: ", "))"
        if case .scalar(let text, _) = node.content, let near = nearest(to: text, among: words) {
            expected = "\"\(near)\", or another of \(words.joined(separator: ", "))"
        }
        return value(node, what, expected: expected, Word.init(rawValue:))
    }

    package mutating func choice<Word: RawRepresentable & CaseIterable>(
        _ node: DocumentNode, _ what: String, as type: Word.Type, default fallback: Word
    ) -> Word where Word.RawValue == String {
        word(node, what, as: type) ?? fallback
    }

    /// At most 40 characters of what somebody typed, for a message.
    private func clip(_ text: String) -> String { text.count > 40 ? text.prefix(39) + "…" : text }
}
