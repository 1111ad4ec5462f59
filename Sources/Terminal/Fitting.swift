/// Where a cell stands in its column.
public enum Alignment: Hashable, Sendable { case left, right }

extension StyledText {
    /// The text cut to at most `columns`, with `ellipsis` as its last sign where something was cut.
    public func cut(to columns: Int, ellipsis: String = Glyphs.unicode.ellipsis) -> StyledText {
        guard self.columns > columns else { return self }
        var room = columns - ellipsis.columns
        guard room >= 0 else { return StyledText("") }
        var kept: [Piece] = []
        for piece in pieces {
            let head = piece.text.prefixThatFits(&room)
            kept.append(Piece(head.text, piece.style))
            if head.isCut { break }
        }
        let style = kept.last?.style ?? .plain
        return StyledText(kept + [Piece(ellipsis, style)])
    }

    /// Cut or filled with blanks to exactly `columns`.
    public func fitted(
        to columns: Int, _ alignment: Alignment = .left, ellipsis: String = Glyphs.unicode.ellipsis
    ) -> StyledText {
        let text = cut(to: columns, ellipsis: ellipsis)
        let missing = columns - text.columns
        guard missing > 0 else { return text }
        let blanks = StyledText(String(repeating: " ", count: missing))
        return alignment == .left ? text + blanks : blanks + text
    }
}

extension String {
    /// The longest beginning of whole characters that fits; takes its columns from `room`. Cleans the text first.
    fileprivate func prefixThatFits(_ room: inout Int) -> (text: String, isCut: Bool) {
        let clean = sanitised(self)
        var end = clean.startIndex
        while end < clean.endIndex {
            let width = clean[end].columns
            guard width <= room else { return (String(clean[..<end]), true) }
            room -= width
            end = clean.index(after: end)
        }
        return (clean, false)
    }
}
