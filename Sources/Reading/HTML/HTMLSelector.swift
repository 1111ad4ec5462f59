import Text

/// A simple CSS selector: `div.list h3 a, #latest a`.
///
/// Knows tags, `.class`, `#id`, the blank for "somewhere inside" and the comma for "or"; nothing else.
public struct HTMLSelector: Hashable, Sendable {
    /// What is wrong with a selector.
    public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
        public var selector: String
        public var description: String {
            "\"\(selector)\" is not a selector that Pantau knows: write tags, .class and #id, with blanks and commas"
        }
    }

    private struct Compound: Hashable, Sendable {
        var tag: HTMLTag?
        var id: String?
        var classes: [String] = []
    }

    /// For each alternative its compounds, outermost first; each a bit of a path.
    private let alternatives: [[Compound]]

    public init(_ text: String) throws(Problem) {
        var alternatives: [[Compound]] = []
        for alternative in text.split(separator: ",", omittingEmptySubsequences: false) {
            var compounds: [Compound] = []
            for part in alternative.split(whereSeparator: \.isWhitespace) {
                guard let compound = HTMLSelector.compound(part) else { throw Problem(selector: text) }
                compounds.append(compound)
            }
            // A path's state is kept in 64 bits.
            guard (1...60).contains(compounds.count) else { throw Problem(selector: text) }
            alternatives.append(compounds)
        }
        self.alternatives = alternatives
    }

    private static func compound(_ text: Substring) -> Compound? {
        var compound = Compound()
        var rest = text
        let tag = name(&rest)
        if !tag.isEmpty { compound.tag = HTMLTag(NameHash(tag.lowercased().utf8)) }
        while let sign = rest.popFirst() {
            let value = name(&rest)
            guard !value.isEmpty else { return nil }
            switch sign {
            case ".": compound.classes.append(value)
            case "#": compound.id = value
            default: return nil
            }
        }
        return compound
    }

    private static func name(_ text: inout Substring) -> String {
        let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        text = text.dropFirst(name.count)
        return String(name)
    }

    /// For each node whether it matches, or stands inside an element that does. Linear in the nodes.
    func matches(in document: HTMLDocument) -> [Bool] {
        var result = Array(repeating: false, count: document.nodes.count)
        for compounds in alternatives {
            // Bit n: the first n compounds were found on the way down to this node.
            var found: [UInt64] = Array(repeating: 1, count: document.nodes.count)
            for index in document.nodes.indices.dropFirst() {
                let outside = found[Int(document.nodes[index].parent)]
                found[index] = outside
                for (position, compound) in compounds.enumerated() where outside >> UInt64(position) & 1 == 1 {
                    if isMatch(compound, index, document) { found[index] |= 1 << UInt64(position + 1) }
                }
                if found[index] >> UInt64(compounds.count) & 1 == 1 { result[index] = true }
            }
        }
        return result
    }

    private func isMatch(_ compound: Compound, _ index: Int, _ document: HTMLDocument) -> Bool {
        let tag = document.nodes[index].tag
        guard tag != .text else { return false }
        if let wanted = compound.tag, tag != wanted { return false }
        if let id = compound.id, document.value(.id, of: index) != id { return false }
        guard !compound.classes.isEmpty else { return true }
        let classes = (document.value(.class, of: index) ?? "").split(whereSeparator: \.isWhitespace)
        return compound.classes.allSatisfy { wanted in classes.contains { $0 == wanted } }
    }
}
