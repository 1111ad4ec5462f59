import Terminal

/// Where the parts of the screen stand.
struct ReviewLayout {
    struct Area: Hashable {
        var row: Int
        var column: Int
        var width: Int
        var height: Int
    }

    let size: ScreenSize
    let isWide: Bool
    /// Empty where the article has the whole screen.
    let list: Area
    let pane: Area
    /// Rows of dashes.
    let rules: [Int]
    /// The row that tells how far the article is read.
    let percentRow: Int
    let noticeRow: Int
    let keysRow: Int

    /// From so many columns on list and article stand side by side (UX.md 5.1).
    static let wide = 100

    init(_ size: ScreenSize, isFullScreen: Bool) {
        self.size = size
        isWide = size.columns >= ReviewLayout.wide
        noticeRow = size.rows - 2
        keysRow = size.rows - 1
        percentRow = size.rows - 3
        if isFullScreen {
            list = Area(row: 1, column: 0, width: 0, height: 0)
            pane = Area(row: 2, column: 1, width: max(8, size.columns - 2), height: max(1, percentRow - 2))
            rules = [1]
        } else if isWide {
            let split = size.columns * 2 / 5 - 1
            list = Area(row: 2, column: 0, width: split, height: max(1, percentRow - 2))
            pane = Area(row: 2, column: split + 2, width: size.columns - split - 3, height: max(1, percentRow - 2))
            rules = [1, percentRow]
        } else {
            // Five of 24 rows, as in UX.md; three where it is low.
            let height = size.rows < 20 ? 3 : size.rows / 4 - 1
            list = Area(row: 1, column: 0, width: size.columns, height: height)
            pane = Area(
                row: height + 2, column: 1, width: max(8, size.columns - 2), height: max(1, percentRow - height - 2))
            rules = [height + 1]
        }
    }

    /// How many leads fit in the list.
    var visibleLeads: Int { max(1, isWide ? list.height / 2 : list.height) }
}
