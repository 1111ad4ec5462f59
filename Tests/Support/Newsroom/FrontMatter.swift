import Documents
import Text

/// The YAML head of an article's file, asked key by key.
struct FrontMatter {
    private static let knownKeys: Set<String> = [
        "outlet", "lang", "title", "author", "ago", "section", "label", "needs", "urgency", "event", "trap", "persons",
        "state", "district", "caption", "summary",
    ]

    private let file: String
    private let entries: [DocumentNode.Entry]

    init(_ yaml: String, file: String) throws {
        self.file = file
        let root = try readYAML(yaml, file: file)
        guard case .map(let entries) = root.content else {
            throw DocumentProblem(file: file, at: root.mark, "the front matter is no list of keys")
        }
        self.entries = entries
    }

    func problem(_ reason: String, at mark: DocumentNode.Mark?) -> DocumentProblem {
        DocumentProblem(file: file, at: mark, reason)
    }

    func refuseOtherKeys() throws {
        for entry in entries where !Self.knownKeys.contains(entry.key) {
            throw problem("\"\(entry.key)\" is not a key of an article", at: entry.keyMark)
        }
    }

    func text(_ key: String) -> String? { node(key)?.scalar }

    /// The value of a key that must be there.
    func value<Value>(_ key: String, or reason: String = "is missing", _ read: (String) -> Value?) throws -> Value {
        guard let value = try optional(key, or: reason, read) else {
            throw problem("\"\(key)\" is missing", at: nil)
        }
        return value
    }

    /// - Throws: where the key is there and its value makes no sense.
    func optional<Value>(_ key: String, or reason: String, _ read: (String) -> Value?) throws -> Value? {
        guard let node = node(key) else { return nil }
        guard let text = node.scalar, let value = read(text) else {
            throw problem("\(key): \"\(node.scalar ?? "…")\" \(reason)", at: node.mark)
        }
        return value
    }

    /// A list, or one value where a list of one is meant; empty where the key is missing.
    func values<Value>(_ key: String, or reason: String, _ read: (String) -> Value?) throws -> [Value] {
        guard let node = node(key) else { return [] }
        let nodes: [DocumentNode] =
            switch node.content {
            case .list(let items): items
            case .scalar, .map: [node]
            }
        return try nodes.map { item in
            guard let text = item.scalar, let value = read(text) else {
                throw problem("\(key): \"\(item.scalar ?? "…")\" \(reason)", at: item.mark)
            }
            return value
        }
    }

    private func node(_ key: String) -> DocumentNode? { entries.first { $0.key == key }?.value }
}

extension DocumentNode {
    fileprivate var scalar: String? {
        switch content {
        case .scalar(let text, isQuoted: _): text
        case .list, .map: nil
        }
    }
}
