/// What a screen shows: rows of cells. A value: the view makes one, the painter finds what changed.
public struct Canvas: Hashable, Sendable {
    struct Cell: Hashable, Sendable {
        /// One character; empty where a wide one before it reaches into this cell.
        var text: String
        var style: Style

        static let blank = Cell(text: " ", style: .plain)
    }

    public let columns: Int
    public let rows: Int
    private(set) var cells: [Cell]
    /// Where a person types; nil hides the cursor.
    public var cursor: Position?

    public struct Position: Hashable, Sendable {
        public var row: Int
        public var column: Int
        public init(row: Int, column: Int) { (self.row, self.column) = (row, column) }
    }

    /// An empty screen; at least one cell.
    public init(columns: Int, rows: Int) {
        (self.columns, self.rows) = (max(columns, 1), max(rows, 1))
        cells = Array(repeating: .blank, count: self.columns * self.rows)
    }

    /// Writes a line, cut where its room ends; what lies outside the screen is left out.
    ///
    /// - Parameter width: the room from `column` on; nil for all that is left. The room is cleared first.
    public mutating func draw(_ line: StyledText, row: Int, column: Int = 0, width: Int? = nil) {
        guard (0..<rows).contains(row), (0..<columns).contains(column) else { return }
        let end = min(columns, column + (width ?? columns))
        var place = row * columns + column
        let limit = row * columns + end
        for index in place..<max(place, limit) { cells[index] = .blank }
        for piece in line.pieces {
            for character in sanitised(piece.text) {
                let taken = character.columns
                if taken == 0 {
                    // A mark that stands alone belongs to the character before it.
                    if place > row * columns + column { cells[place - 1].text.append(character) }
                    continue
                }
                guard place + taken <= limit else { return }
                cells[place] = Cell(text: String(character), style: piece.style)
                if taken == 2 { cells[place + 1] = Cell(text: "", style: piece.style) }
                place += taken
            }
        }
    }

    /// The text of a row without the blanks at its end, as a golden screen keeps it.
    public func text(row: Int) -> String {
        var text = cells[row * columns..<(row + 1) * columns].reduce(into: "") { $0 += $1.text }
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension Canvas {
    /// What to send to a terminal that shows `old` so that it shows this; everything where `old` is nil or has another
    /// size.
    ///
    /// Only the cells that differ are sent, and a row's blank end by "erase to the end of the line": over SSH a key costs
    /// less than 2 kB.
    public func painted(over old: Canvas?, inColor: Bool) -> String {
        let old = old.flatMap { $0.columns == columns && $0.rows == rows ? $0 : nil }
        var brush = Brush(inColor: inColor)
        if old == nil { brush.clear() }
        for row in 0..<rows { paint(row, over: old, with: &brush) }
        brush.finish(cursor)
        return brush.out
    }

    private func paint(_ row: Int, over old: Canvas?, with brush: inout Brush) {
        let new = cells[row * columns..<(row + 1) * columns]
        let shown = old.map { $0.cells[row * columns..<(row + 1) * columns] }
        let blankFrom = new.lastIndex { $0 != .blank }.map { $0 - new.startIndex + 1 } ?? 0
        var column = 0
        while column < blankFrom {
            let index = new.startIndex + column
            if let shown, shown[index] == new[index] {
                column += 1
                continue
            }
            // The first half of a wide character goes with its second.
            if new[index].text.isEmpty, column > 0, shown?[index - 1] == new[index - 1] {
                brush.move(to: row, column - 1)
                brush.write(new[index - 1])
                column += 1
                continue
            }
            brush.move(to: row, column)
            brush.write(new[index])
            column += 1
        }
        if let shown {
            let end = shown.lastIndex { $0 != .blank }.map { $0 - shown.startIndex + 1 } ?? 0
            if end > blankFrom { brush.eraseLine(from: blankFrom, of: row) }
        }
    }
}

/// Writes cells with as few bytes as ECMA-48 allows without knowing the terminal: absolute moves, SGR, EL.
private struct Brush {
    private(set) var out = "\u{1B}[?25l"
    private let inColor: Bool
    private var style = Style.plain
    /// Where the terminal's cursor stands; nil where that is not known.
    private var place: Canvas.Position?

    init(inColor: Bool) { self.inColor = inColor }

    mutating func clear() {
        out += "\u{1B}[0m\u{1B}[2J"
        place = nil
    }

    mutating func move(to row: Int, _ column: Int) {
        guard place?.row != row || place?.column != column else { return }
        out += "\u{1B}[\(row + 1);\(column + 1)H"
        place = .init(row: row, column: column)
    }

    mutating func write(_ cell: Canvas.Cell) {
        guard !cell.text.isEmpty else { return }
        use(cell.style)
        out += cell.text
        place?.column += cell.text.columns
    }

    mutating func eraseLine(from column: Int, of row: Int) {
        move(to: row, column)
        use(.plain)
        out += "\u{1B}[K"
    }

    mutating func finish(_ cursor: Canvas.Position?) {
        use(.plain)
        guard let cursor else { return }
        place = nil
        move(to: cursor.row, cursor.column)
        out += "\u{1B}[?25h"
    }

    private mutating func use(_ next: Style) {
        guard next != style else { return }
        style = next
        out += next.sequence(inColor: inColor)
    }
}
