import Text

/// Typed values out of a document's nodes; what is wrong is noted, so that a person sees all of it at once.
struct NodeReader {
    let file: String
    /// The most words that a negation may reach.
    static let maximumReach = 8
    private(set) var problems: [DocumentProblem] = []

    init(file: String) { self.file = file }

    mutating func note(_ reason: String, at mark: DocumentNode.Mark?) {
        problems.append(DocumentProblem(file: file, at: mark, reason))
    }

    /// The entries of a map whose keys are all known; the others are noted.
    mutating func entries(of node: DocumentNode, knowing keys: [String], in what: String) -> [DocumentNode.Entry] {
        guard case .map(let entries) = node.content else {
            note("\(what) is written as \"name: value\" lines", at: node.mark)
            return []
        }
        var known: [DocumentNode.Entry] = []
        for entry in entries {
            if keys.contains(entry.key) {
                known.append(entry)
            } else {
                let hint = nearest(to: entry.key, among: keys).map { "; did you mean \"\($0)\"?" }
                note(
                    "\"\(entry.key)\" is no part of \(what)\(hint ?? " (\(keys.joined(separator: ", ")))")",
                    at: entry.keyMark)
            }
        }
        return known
    }

    /// The entries of a map whose keys are free.
    mutating func entries(of node: DocumentNode, in what: String) -> [DocumentNode.Entry] {
        guard case .map(let entries) = node.content else {
            note("\(what) is written as \"name: value\" lines", at: node.mark)
            return []
        }
        return entries
    }

    mutating func items(of node: DocumentNode, in what: String) -> [DocumentNode] {
        guard case .list(let items) = node.content else {
            note("\(what) is a list, each item behind \"- \"", at: node.mark)
            return []
        }
        return items
    }

    mutating func string(_ node: DocumentNode, _ what: String) -> String {
        guard case .scalar(let text, _) = node.content, !text.isEmpty else {
            note("\(what) needs a text", at: node.mark)
            return ""
        }
        return text
    }

    mutating func integer(_ node: DocumentNode, _ what: String, in range: ClosedRange<Int>) -> Int {
        guard case .scalar(let text, false) = node.content, let number = Int(text), range.contains(number) else {
            note("\(what) is a whole number from \(range.lowerBound) to \(range.upperBound)", at: node.mark)
            return 0
        }
        return number
    }

    mutating func boolean(_ node: DocumentNode, _ what: String) -> Bool {
        if case .scalar("yes", false) = node.content { return true }
        if case .scalar("no", false) = node.content { return false }
        note("\(what) is yes or no", at: node.mark)
        return false
    }

    mutating func choice<Value: RawRepresentable & CaseIterable>(
        _ node: DocumentNode, _ what: String, as type: Value.Type, default fallback: Value
    ) -> Value where Value.RawValue == String {
        let text = string(node, what)
        if let value = Value(rawValue: text) { return value }
        let names = Value.allCases.map(\.rawValue)
        let hint = nearest(to: text, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
        if !text.isEmpty {
            note("\(what) \"\(text)\" is none of \(names.joined(separator: ", "))\(hint)", at: node.mark)
        }
        return fallback
    }

    /// Phrases: one text or a list of texts, each with one phrase or several between commas.
    mutating func phrases(_ node: DocumentNode, _ what: String) -> [LexiconDraft.PhraseDraft] {
        let nodes: [DocumentNode]
        if case .list(let items) = node.content { nodes = items } else { nodes = [node] }
        return nodes.flatMap { item in
            string(item, what).split(separator: ",").map { part in
                LexiconDraft.PhraseDraft(text: trimmed(part), mark: item.mark)
            }
        }.filter { !$0.text.isEmpty }
    }

    /// Names between blanks or commas, or a list of names.
    mutating func names(_ node: DocumentNode, _ what: String) -> [LexiconDraft.Named] {
        phrases(node, what).map { .init(name: $0.text, mark: $0.mark) }
    }

    /// Without blanks and quotation marks around it: YAML needs those before `{`, and people write them around one phrase
    /// of a list, where they would be part of the words and find nothing.
    private func trimmed(_ part: Substring) -> String {
        let isOuter = { (character: Character) in character.isWhitespace || character == "\"" }
        let start = part.drop(while: isOuter)
        guard let end = start.lastIndex(where: { !isOuter($0) }) else { return "" }
        return start[...end].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
