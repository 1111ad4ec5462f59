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

    /// Does what a terminal does that is told to: rows that leave their place at one end of it come in blank at the other.
    mutating func move(_ shift: Shift) {
        let before = cells
        for row in shift.rows {
            let from = row + shift.count
            for column in 0..<columns {
                let cell = shift.rows.contains(from) ? before[from * columns + column] : .blank
                cells[row * columns + column] = cell
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
