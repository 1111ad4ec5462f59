/// Rows under headings, laid out for a width: cells are cut and columns left out, so that a row stays one line.
public struct Table: Sendable {
    public struct Column: Hashable, Sendable {
        public var title: String
        public var alignment: Alignment
        /// The least it may be cut to; nil where it is never cut.
        public var minimum: Int?
        /// The most it takes even where there is room.
        public var maximum: Int?
        /// The lower it is, the sooner the column is left out where it is narrow; nil where it always stays.
        public var dropOrder: Int?

        public init(
            _ title: String, _ alignment: Alignment = .left, minimum: Int? = nil, maximum: Int? = nil,
            dropOrder: Int? = nil
        ) {
            (self.title, self.alignment, self.minimum) = (title, alignment, minimum)
            (self.maximum, self.dropOrder) = (maximum, dropOrder)
        }
    }

    public var columns: [Column]
    public var rows: [[StyledText]]

    /// - Parameter rows: as many cells each as there are columns; a missing cell is empty, a cell too many is left out.
    public init(_ columns: [Column], rows: [[StyledText]]) { (self.columns, self.rows) = (columns, rows) }

    /// The heading and the rows, none wider than `width`, with a blank before and two blanks between columns.
    public func lines(width: Int, glyphs: Glyphs = .unicode) -> [StyledText] {
        let plan = layout(width: width)
        let titles = columns.map { StyledText($0.title, .heading) }
        return ([titles] + rows).map {
            line(of: $0, plan: plan, glyphs: glyphs).cut(to: width, ellipsis: glyphs.ellipsis)
        }
    }

    private func line(of cells: [StyledText], plan: [Int: Int], glyphs: Glyphs) -> StyledText {
        var line: [StyledText.Piece] = []
        for index in columns.indices {
            guard let width = plan[index] else { continue }
            line.append(.init(line.isEmpty ? " " : "  "))
            let cell = index < cells.count ? cells[index] : ""
            line += cell.fitted(to: width, columns[index].alignment, ellipsis: glyphs.ellipsis).pieces
        }
        // Nothing selects or wraps blanks at the end of a line.
        while let last = line.last, last.text.allSatisfy({ $0 == " " }) { line.removeLast() }
        return StyledText(line)
    }

    /// The width of each column that is shown, by its index.
    private func layout(width: Int) -> [Int: Int] {
        let natural = columns.indices.map(naturalWidth)
        var shown = Set(columns.indices)
        let dropping = columns.indices.filter { columns[$0].dropOrder != nil }
            .sorted { (columns[$0].dropOrder ?? 0) < (columns[$1].dropOrder ?? 0) }
        var dropped: [Int] = []
        for index in dropping where leastWidth(of: shown, natural) > width {
            shown.remove(index)
            dropped.append(index)
        }
        // A column that was dropped first comes back where a later one made the room: AGE is narrow, SOURCE is not.
        for index in dropped.reversed() where leastWidth(of: shown.union([index]), natural) <= width {
            shown.insert(index)
        }
        return shrink(shown, natural, to: width)
    }

    private func naturalWidth(of index: Int) -> Int {
        let widest = rows.reduce(columns[index].title.columns) { widest, row in
            max(widest, index < row.count ? row[index].columns : 0)
        }
        return min(widest, columns[index].maximum ?? widest)
    }

    private func leastWidth(of shown: Set<Int>, _ natural: [Int]) -> Int {
        shown.reduce(2 * shown.count - 1) { $0 + min(natural[$1], columns[$1].minimum ?? natural[$1]) }
    }

    /// Takes columns from the widest cell that may be cut, one at a time, until the row fits.
    private func shrink(_ shown: Set<Int>, _ natural: [Int], to width: Int) -> [Int: Int] {
        var plan = Dictionary(uniqueKeysWithValues: shown.map { ($0, natural[$0]) })
        var excess = plan.values.reduce(2 * shown.count - 1, +) - width
        while excess > 0 {
            let cuttable = plan.filter { $0.value > (columns[$0.key].minimum ?? Int.max) }
            guard let widest = cuttable.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { break }
            plan[widest.key] = widest.value - 1
            excess -= 1
        }
        return plan
    }
}

/// One record for a pipe: fields parted by tabs, nothing cut; what would break the record becomes a blank.
public func tabSeparated(_ fields: [String]) -> String {
    fields.map(sanitised).joined(separator: "\t")
}
