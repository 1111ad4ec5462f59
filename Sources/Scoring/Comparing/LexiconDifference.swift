/// What parts of a lexicon are new, gone or changed in another.
public struct LexiconDifference: Sendable {
    public private(set) var added: [LexiconPart] = []
    public private(set) var removed: [LexiconPart] = []
    public private(set) var changed: [Change] = []

    public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

    /// A part that both have.
    public struct Change: Hashable, Sendable {
        public var part: LexiconPart
        public var keys: [KeyChange]
    }

    /// A key with other values: those that are gone, and those that are new.
    public struct KeyChange: Hashable, Sendable {
        public var key: String
        public var removed: [String]
        public var added: [String]
    }

    public init(from old: Lexicon, to new: Lexicon) {
        let before = Dictionary(old.parts.map { ($0.id, $0) }) { first, _ in first }
        let after = Set(new.parts.map(\.id))
        removed = old.parts.filter { !after.contains($0.id) }
        for part in new.parts {
            guard let known = before[part.id] else {
                added.append(part)
                continue
            }
            let keys = Self.changes(from: known, to: part)
            if !keys.isEmpty { changed.append(Change(part: part, keys: keys)) }
        }
    }

    private static func changes(from old: LexiconPart, to new: LexiconPart) -> [KeyChange] {
        var keys = old.facts.map(\.key)
        keys += new.facts.map(\.key).filter { !keys.contains($0) }
        return keys.compactMap { key in
            let (before, after) = (Set(old[key]), Set(new[key]))
            guard before != after else { return nil }
            return KeyChange(
                key: key, removed: old[key].filter { !after.contains($0) },
                added: new[key].filter { !before.contains($0) })
        }
    }
}
