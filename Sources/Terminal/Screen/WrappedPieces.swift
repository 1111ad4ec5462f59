/// Text in pieces of several styles, in lines of at most `width` columns, broken at blanks; a word that is longer than a
/// line is broken inside. A line break in the text is one on the screen. Linear in the length of the text.
///
/// - Parameter indent: how many blanks stand before each line but the first of a paragraph.
public func wrapped(_ pieces: [StyledText.Piece], width: Int, indent: Int = 0) -> [StyledText] {
    var wrapping = PieceWrapping(width: max(width, indent + 8), indent: indent)
    for piece in pieces { wrapping.add(piece) }
    return wrapping.finished()
}

/// Lines in the making.
private struct PieceWrapping {
    private let width: Int
    private let indent: Int
    private var lines: [StyledText] = []
    private var line: [StyledText.Piece] = []
    private var used = 0
    /// The word at the end, which may go on in the next piece.
    private var word: [StyledText.Piece] = []
    private var wordColumns = 0
    /// Blanks before the word; they vanish where a line ends.
    private var blank: StyledText.Piece?

    init(width: Int, indent: Int) { (self.width, self.indent) = (width, indent) }

    mutating func add(_ piece: StyledText.Piece) {
        var letters = ""
        for character in piece.text {
            guard character.isWhitespace else {
                letters.append(character)
                continue
            }
            extend(letters, piece.style)
            letters = ""
            endWord()
            if character.isNewline {
                endLine(isParagraph: true)
            } else {
                blank = .init(" ", piece.style)
            }
        }
        extend(letters, piece.style)
    }

    mutating func finished() -> [StyledText] {
        endWord()
        if !line.isEmpty || lines.isEmpty { endLine(isParagraph: true) }
        return lines
    }

    private mutating func extend(_ letters: String, _ style: Style) {
        guard !letters.isEmpty else { return }
        let clean = sanitised(letters)
        word.append(.init(clean, style))
        wordColumns += clean.columns
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        let gap = used > 0 && blank != nil ? 1 : 0
        if used > indent, used + gap + wordColumns > width {
            endLine(isParagraph: false)
        } else if let blank, gap == 1 {
            append(blank)
        }
        if used + wordColumns <= width {
            for piece in word { append(piece) }
        } else {
            for piece in word { breakUp(piece) }
        }
        (word, wordColumns, blank) = ([], 0, nil)
    }

    private mutating func breakUp(_ piece: StyledText.Piece) {
        var part = ""
        var columns = 0
        for character in piece.text {
            if used + columns + character.columns > width {
                append(.init(part, piece.style))
                endLine(isParagraph: false)
                (part, columns) = ("", 0)
            }
            part.append(character)
            columns += character.columns
        }
        append(.init(part, piece.style))
    }

    private mutating func append(_ piece: StyledText.Piece) {
        guard !piece.text.isEmpty else { return }
        used += piece.text.columns
        if let last = line.last, last.style == piece.style {
            line[line.count - 1].text += piece.text
        } else {
            line.append(piece)
        }
    }

    private mutating func endLine(isParagraph: Bool) {
        lines.append(StyledText(line))
        (line, used, blank) = ([], 0, nil)
        if !isParagraph, indent > 0 { append(.init(String(repeating: " ", count: indent))) }
    }
}
