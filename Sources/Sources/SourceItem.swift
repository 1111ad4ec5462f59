import Text

/// One source of a file with the lines that are its own.
struct SourceItem: Sendable {
    /// nil where it has none that is text; then the file is refused anyway.
    let id: String?
    /// Where its first key or its brace stands.
    let mark: DocumentNode.Mark
    let entries: [DocumentNode.Entry]
    /// From 0: the line of its hyphen.
    let start: Int
    /// Behind its last line, without the comments and blank lines that follow it.
    let end: Int
    /// Blanks before its hyphen.
    let indent: Int
    /// Whether nothing but its hyphen stands before it, so that its lines are its own.
    let beginsItsLine: Bool
    /// Whether its settings stand on lines, not in braces.
    let isBlock: Bool

    /// - Parameter next: the line (from 0) on which the next source begins, or behind the end of the list.
    init(_ node: DocumentNode, until next: Int, in lines: FileLines) {
        mark = node.mark
        if case .map(let entries) = node.content { self.entries = entries } else { entries = [] }
        let idNode = entries.first { $0.key == "id" }?.value
        if case .scalar(let text, _)? = idNode?.content { id = text } else { id = nil }
        start = node.mark.line - 1
        guard lines.lines.indices.contains(start) else {
            (end, indent, beginsItsLine, isBlock) = (start, 0, false, false)
            return
        }
        let scalars = Array(lines.lines[start].unicodeScalars)
        let before = scalars.prefix(node.mark.column - 1)
        let blanks = before.prefix { $0 == " " }.count
        let rest = before.dropFirst(blanks)
        indent = blanks
        // At least one line is its own: a second source on the same line would have it too.
        beginsItsLine = next > start && rest.first == "-" && rest.count > 1 && rest.dropFirst().allSatisfy { $0 == " " }
        isBlock = beginsItsLine && node.mark.column <= scalars.count && scalars[node.mark.column - 1] != "{"
        var last = max(next, start + 1)
        while last > start + 1, SourceItem.isOutside(lines.lines[last - 1], indent: blanks) { last -= 1 }
        end = last
    }

    func entry(_ key: String) -> DocumentNode.Entry? { entries.first { $0.key == key } }

    static func isBlankOrComment(_ line: String) -> Bool {
        let first = line.unicodeScalars.first { !isBlank($0) }
        return first == nil || first == "#"
    }

    /// A comment that is indented deeper than the hyphen belongs to the source; others stand between sources.
    private static func isOutside(_ line: String, indent: Int) -> Bool {
        guard isBlankOrComment(line) else { return false }
        let blanks = line.unicodeScalars.prefix { $0 == " " }.count
        return blanks <= indent || line.unicodeScalars.allSatisfy(isBlank)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        [" ", "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
    }
}
