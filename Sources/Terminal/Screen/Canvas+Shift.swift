extension Canvas {
    /// Whole rows that stand higher or lower than before, as those of an article that is scrolled.
    struct Shift: Hashable {
        /// The rows between which something moves.
        var rows: Range<Int>
        /// By how many rows it goes up; down where negative.
        var count: Int
    }

    /// To move rows costs some 25 bytes; the cells that it saves must be worth it.
    private static let leastGain = 40

    /// The one move that saves the most cells; nil where none is worth it.
    func shift(from old: Canvas) -> Shift? {
        let (mine, others) = (lines, old.lines)
        let changed = mine.indices.filter { mine[$0] != others[$0] }
        guard changed.count > 1 else { return nil }
        var best: (shift: Shift, gain: Int)?
        for count in 1 - rows..<rows where count != 0 {
            var run: (first: Int, gain: Int)?
            for row in 0...rows {
                if row < rows, others.indices.contains(row + count), mine[row] == others[row + count] {
                    run = (run?.first ?? row, (run?.gain ?? 0) + gain(at: row, over: old))
                } else if let ended = run {
                    if ended.gain > best?.gain ?? Canvas.leastGain {
                        best = (Shift(rows: room(ended.first..<row, count), count: count), ended.gain)
                    }
                    run = nil
                }
            }
        }
        return best?.shift
    }

    /// The rows that a move touches: those where it ends and those where it begins.
    private func room(_ rows: Range<Int>, _ count: Int) -> Range<Int> {
        min(rows.lowerBound, rows.lowerBound + count)..<max(rows.upperBound, rows.upperBound + count)
    }

    /// How many cells of a row would have to be sent.
    private func gain(at row: Int, over old: Canvas) -> Int {
        (row * columns..<(row + 1) * columns).count { cells[$0] != old.cells[$0] }
    }

    private var lines: [ArraySlice<Cell>] { (0..<rows).map { cells[$0 * columns..<($0 + 1) * columns] } }
}
