import Text

extension NodeReader {
    /// The most words that a negation may reach.
    static let maximumReach = 8

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
