import Model
import Reviewing
import Storing
import Terminal

extension ReviewScreen {
    /// The leads around the cursor: a line each, or two where list and article stand side by side.
    func drawList(_ layout: ReviewLayout, on canvas: inout Canvas, at now: Instant) {
        let visible = layout.visibleLeads
        // The cursor stays off the edges where there is more to see, as those read a list from its middle.
        let first = max(0, min(cursor - visible / 2, rows.count - visible))
        let ranged = rangeStart.map { min($0, cursor)...max($0, cursor) }
        for (place, index) in rows.indices.dropFirst(first).prefix(visible).enumerated() {
            let row = rows[index]
            let isMarked = marks.contains(row.id) || ranged?.contains(index) == true
            let sign = StyledText((index == cursor ? " >" : "  ") + (isMarked ? "*" : " "), .heading)
            let style: Style = index == cursor ? .heading : isTaken(row, at: now) ? .faint : .plain
            let lines = layout.isWide ? tall(row, layout, style, at: now) : [flat(row, layout, style, at: now)]
            for (offset, line) in lines.enumerated() {
                canvas.draw(
                    (offset == 0 ? sign : "   ") + line, row: layout.list.row + place * lines.count + offset,
                    width: layout.list.width)
            }
        }
    }

    /// ` 1042 !!   95  work-injury   Klang        Buruh patah …    5h`
    private func flat(_ row: LeadSummary, _ layout: ReviewLayout, _ style: Style, at now: Instant) -> StyledText {
        let end = ending(row, at: now)
        let front =
            number(row) + "  " + urgency(row) + "  " + score(row) + "  " + cell(need(row), 12, style) + "  "
            + cell(row.place ?? "-", 11, style) + "  "
        let room = layout.list.width - 3 - front.columns - end.columns - 2
        return front + cell(headline(row), max(4, room), style) + " " + StyledText(end, style)
    }

    private func tall(_ row: LeadSummary, _ layout: ReviewLayout, _ style: Style, at now: Instant) -> [StyledText] {
        let end = ending(row, at: now)
        let front = number(row) + " " + urgency(row) + " " + score(row) + " " + cell(need(row), 12, style) + " "
        let room = layout.list.width - 3 - front.columns - end.columns - 2
        return [
            front + cell(row.place ?? "-", max(4, room), style) + " " + StyledText(end, style),
            StyledText("     ") + cell(headline(row), max(4, layout.list.width - 9), style),
        ]
    }

    private func cell(_ text: String, _ width: Int, _ style: Style) -> StyledText {
        StyledText(text, style).fitted(to: width, ellipsis: setting.glyphs.ellipsis)
    }

    private func number(_ row: LeadSummary) -> StyledText {
        StyledText("\(row.id.value)").fitted(to: max(4, "\(row.id.value)".count), .right)
    }

    private func urgency(_ row: LeadSummary) -> StyledText {
        setting.isBlind ? "   " : StyledText(row.urgency.symbol, row.urgency.style).fitted(to: 3)
    }

    private func score(_ row: LeadSummary) -> StyledText {
        setting.isBlind ? "   " : StyledText("\(row.score)").fitted(to: 3, .right)
    }

    private func need(_ row: LeadSummary) -> String { row.needs.first?.rawValue ?? "-" }

    private func headline(_ row: LeadSummary) -> String {
        // In a queue of leads to review a prospect is one that came back.
        let mark = row.state == .flagged ? "" : language.phrase("returned: ", "dipulang: ")
        let text = mark + (row.isProtected ? Message.identityProtected.text(in: language) : row.headline)
        return row.articles > 1 ? "\(text) +\(row.articles - 1)" : text
    }

    /// Who reads it, and its age.
    private func ending(_ row: LeadSummary, at now: Instant) -> String {
        let age = age(since: row.firstSeenAt, at: now, in: language)
        let holder = isTaken(row, at: now) ? row.claim.map { String($0.by.name.prefix(8)) + " " } ?? "" : ""
        return holder + String(repeating: " ", count: max(0, 4 - age.columns)) + age
    }
}
