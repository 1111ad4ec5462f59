import Text

extension NodeReader {
    /// The most words that a negation may reach.
    static let maximumReach = 8

    /// Phrases: one text or a list of texts, each with one phrase or several between commas.
    mutating func phrases(_ node: DocumentNode, _ what: String) -> [LexiconDraft.PhraseDraft] {
        let nodes: [DocumentNode]
        if case .list(let items) = node.content { nodes = items } else { nodes = [node] }
        return nodes.flatMap { item in
            PhraseList.parts(of: string(item, what)).map { LexiconDraft.PhraseDraft(text: $0, mark: item.mark) }
        }
    }

    /// Names between blanks or commas, or a list of names.
    mutating func names(_ node: DocumentNode, _ what: String) -> [LexiconDraft.Named] {
        phrases(node, what).map { .init(name: $0.text, mark: $0.mark) }
    }
}

/// Phrases between commas, without blanks and quotation marks around them: YAML needs those before `{`, and people write
/// them around one phrase of a list, where they would be part of the words and find nothing.
private enum PhraseList {
    /// The phrases that are not empty, with one blank between their words.
    static func parts(of text: String) -> [String] {
        plainParts(text.utf8.span) ?? text.split(separator: ",").map(trimmed).filter { !$0.isEmpty }
    }

    private static func trimmed(_ part: Substring) -> String {
        let isOuter = { (character: Character) in character.isWhitespace || character == "\"" }
        let start = part.drop(while: isOuter)
        guard let end = start.lastIndex(where: { !isOuter($0) }) else { return "" }
        return start[...end].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The same byte by byte, for ASCII and "…", as nearly all phrases are written; nil for others. Reading the bundled
    /// rules, to ask each character whether it is a blank took a quarter of the time.
    private static func plainParts(_ text: Span<UInt8>) -> [String]? {
        var (parts, part): ([String], [UInt8]) = ([], [])
        // Where the part ends without the quotation marks and blanks behind it.
        var (end, isBehindBlank) = (0, false)
        var index = 0
        while index <= text.count {
            let byte = index < text.count ? text[index] : UInt8(ascii: ",")
            switch byte {
            case UInt8(ascii: ","):
                if end > 0 { parts.append(String(decoding: part[..<end], as: UTF8.self)) }
                part.removeAll(keepingCapacity: true)
                (end, isBehindBlank) = (0, false)
            case 9...13, 32: isBehindBlank = true
            case UInt8(ascii: "\"") where part.isEmpty: isBehindBlank = false
            case 0x80...:
                guard let width = gapWidth(text, at: index) else { return nil }
                if isBehindBlank, !part.isEmpty { part.append(32) }
                for place in index..<index + width { part.append(text[place]) }
                index += width - 1
                (end, isBehindBlank) = (part.count, false)
            default:
                if isBehindBlank, !part.isEmpty { part.append(32) }
                part.append(byte)
                isBehindBlank = false
                if byte != UInt8(ascii: "\"") { end = part.count }
            }
            index += 1
        }
        return parts
    }

    /// The bytes of a "…" that no accent makes another character.
    private static func gapWidth(_ text: Span<UInt8>, at index: Int) -> Int? {
        let behind = index + 3
        guard behind <= text.count, text[index] == 0xE2, text[index + 1] == 0x80, text[index + 2] == 0xA6,
            behind == text.count || text[behind] < 0x80
        else { return nil }
        return 3
    }
}
