extension Canvas {
    /// What to send to a terminal that shows `old` so that it shows this; everything where `old` is nil or has another
    /// size.
    ///
    /// Only the cells that differ are sent, a row's blank end by "erase to the end of the line", and rows that stand
    /// elsewhere by now are moved there: over SSH a key costs less than 2 kB.
    public func painted(over old: Canvas?, inColor: Bool) -> String {
        var shown = old.flatMap { $0.columns == columns && $0.rows == rows ? $0 : nil }
        var brush = Brush(inColor: inColor)
        if let old = shown {
            if let shift = shift(from: old) {
                brush.move(shift)
                shown?.move(shift)
            }
        } else {
            brush.clear()
        }
        for row in 0..<rows { paint(row, over: shown, with: &brush) }
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
                brush.move(to: row, column - 1, past: new)
                brush.write(new[index - 1])
                column += 1
                continue
            }
            brush.move(to: row, column, past: new)
            brush.write(new[index])
            column += 1
        }
        if let shown {
            let end = shown.lastIndex { $0 != .blank }.map { $0 - shown.startIndex + 1 } ?? 0
            if end > blankFrom { brush.eraseLine(from: blankFrom, of: row, new) }
        }
    }
}

/// Writes cells with as few bytes as ECMA-48 and the VT102 allow without knowing the terminal: moves, SGR, EL, DL, IL.
private struct Brush {
    private(set) var out = "\u{1B}[?25l"
    private let inColor: Bool
    private var style = Style.plain
    /// Where the terminal's cursor stands; nil where that is not known.
    private var place: Canvas.Position?
    /// False after a character whose width a terminal may see otherwise (emoji, East Asian ambiguous ones): the next way
    /// must be told from the edge.
    private var isCertain = true

    init(inColor: Bool) { self.inColor = inColor }

    mutating func clear() {
        out += "\u{1B}[0m\u{1B}[2J"
        place = nil
    }

    /// Moves whole rows: by lines deleted or put in between two margins. The Linux console knows no other way.
    mutating func move(_ shift: Canvas.Shift) {
        let (first, last) = (shift.rows.lowerBound + 1, shift.rows.upperBound)
        let count = abs(shift.count)
        out += "\u{1B}[\(first);\(last)r\u{1B}[\(first);1H\u{1B}[\(count)\(shift.count > 0 ? "M" : "L")\u{1B}[r"
        place = nil
    }

    /// - Parameter cells: of the row; those that are passed stand there already.
    mutating func move(to row: Int, _ column: Int, past cells: ArraySlice<Canvas.Cell>) {
        guard place?.row != row || place?.column != column else { return }
        if isCertain, let place, place.row == row, place.column < column {
            goOn(past: cells[cells.startIndex + place.column..<cells.startIndex + column])
        } else {
            out += "\u{1B}[\(row + 1);\(column + 1)H"
            isCertain = true
        }
        place = .init(row: row, column: column)
    }

    /// A short way is cheaper walked by writing again what stands there than told.
    private mutating func goOn(past cells: ArraySlice<Canvas.Cell>) {
        let told = "\u{1B}[\(cells.count == 1 ? "" : "\(cells.count)")C"
        let isCheaper = cells.count <= told.utf8.count && cells.allSatisfy { $0.style == style && $0.isASCII }
        out += isCheaper ? cells.reduce(into: "") { $0 += $1.text } : told
    }

    mutating func write(_ cell: Canvas.Cell) {
        guard !cell.text.isEmpty else { return }
        use(cell.style)
        out += cell.text
        isCertain = isCertain && cell.isASCII
        place?.column += cell.text.columns
    }

    mutating func eraseLine(from column: Int, of row: Int, _ cells: ArraySlice<Canvas.Cell>) {
        move(to: row, column, past: cells)
        use(.plain)
        out += "\u{1B}[K"
    }

    mutating func finish(_ cursor: Canvas.Position?) {
        use(.plain)
        guard let cursor else { return }
        out += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h"
    }

    private mutating func use(_ next: Style) {
        guard next != style else { return }
        style = next
        out += next.sequence(inColor: inColor)
    }
}

extension Canvas.Cell {
    /// One character of one column, wherever it is drawn.
    fileprivate var isASCII: Bool { text.utf8.count == 1 }
}
