import Text

extension CatalogueReader {
    mutating func agencyCode(_ node: DocumentNode?, in parent: DocumentNode) -> String? {
        guard let code = text(node, "code", in: parent), let node else { return nil }
        let isCode = code.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || $0 == 46 || $0 == 95 || $0 == 45
        }
        guard isCode, (2...32).contains(code.utf8.count), code.utf8.first.map({ $0 >= 48 }) ?? false else {
            note(node, "\"\(code)\" is no code; use 2 to 32 of A-Z 0-9 . _ - and begin with a letter or digit")
            return nil
        }
        return code
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: DocumentNode?, _ type: Choice.Type, _ key: String, in parent: DocumentNode
    ) -> Choice? where Choice.RawValue == String {
        guard let word = text(node, key, in: parent), let node else { return nil }
        if let choice = Choice(rawValue: word) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        note(node, "\"\(word)\" is no \(key); use \(known.joined(separator: ", "))")
        return nil
    }

    mutating func text(_ node: DocumentNode?, _ key: String, in parent: DocumentNode) -> String? {
        guard let node else {
            note(parent, "\"\(key)\" is missing")
            return nil
        }
        guard let text = scalar(node, key) else { return nil }
        guard !text.isEmpty else {
            note(node, "\"\(key)\" is empty")
            return nil
        }
        return text
    }

    mutating func scalar(_ node: DocumentNode, _ key: String) -> String? {
        if case .scalar(let text, _) = node.content { return text }
        note(node, "\"\(key)\" needs one value")
        return nil
    }

    mutating func list(_ node: DocumentNode?, _ key: String, in parent: DocumentNode) -> [DocumentNode] {
        guard let node else {
            note(parent, "\"\(key)\" is missing")
            return []
        }
        if case .list(let items) = node.content { return items }
        note(node, "\"\(key)\" needs a list")
        return []
    }

    /// The entries of a map by key; unknown keys are noted.
    mutating func section(_ node: DocumentNode, _ what: String, known: [String]) -> Section {
        guard case .map(let entries) = node.content else {
            note(node, "\(what) needs settings such as \"\(known[0]): …\"")
            return Section(values: [:])
        }
        var values: [String: DocumentNode] = [:]
        for entry in entries {
            if known.contains(entry.key) {
                values[entry.key] = entry.value
            } else {
                let _: Programme.Condition? = unknown(entry, of: what, known: known)
            }
        }
        return Section(values: values)
    }

    mutating func unknown<Value>(_ entry: DocumentNode.Entry, of what: String, known: [String]) -> Value? {
        problems.append(
            DocumentProblem(
                file, at: entry.keyMark, "\"\(entry.key)\" is not a setting of \(what)" + hint(entry.key, among: known))
        )
        return nil
    }

    func hint(_ word: String, among known: some Sequence<String>) -> String {
        nearest(to: word, among: known).map { "; did you mean \"\($0)\"?" } ?? ""
    }

    mutating func note(_ node: DocumentNode, _ reason: String) {
        problems.append(DocumentProblem(file, at: node.mark, reason))
    }

    struct Section {
        var values: [String: DocumentNode]
        mutating func take(_ key: String) -> DocumentNode? { values.removeValue(forKey: key) }
    }
}

extension DocumentProblem {
    init(_ file: String, at mark: DocumentNode.Mark, _ reason: String) {
        self.init(file: file, at: mark, reason)
    }
}
