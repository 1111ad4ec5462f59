import Model
import Reviewing
import Settings
import Storing
import Terminal

extension ReviewScreen {
    /// The screen as it is now. Draws nothing that was not opened.
    func canvas(at now: Instant) -> Canvas {
        var canvas = Canvas(columns: size.columns, rows: size.rows)
        guard !isTooSmall else {
            let text = Message.screenTooSmall(width: size.columns, height: size.rows).text(in: language)
            for (row, line) in wrapped([.init(text)], width: size.columns).enumerated() { canvas.draw(line, row: row) }
            return canvas
        }
        if case .reading(let page) = mode {
            draw(page, on: &canvas)
            return canvas
        }
        let layout = ReviewLayout(size, isFullScreen: isFullScreen)
        canvas.draw(head(at: now), row: 0)
        drawRules(layout, on: &canvas)
        if !isFullScreen { drawList(layout, on: &canvas, at: now) }
        switch mode {
        case .browsing, .typing, .confirming, .copying: drawPane(layout, on: &canvas)
        case .reasons: drawMenu(reasonLines, layout, on: &canvas)
        case .snoozes: drawMenu(snoozeLines, layout, on: &canvas)
        case .comparing(let comparison): drawMenu(comparison.lines(layout.pane.width, language), layout, on: &canvas)
        case .reading: break
        }
        drawFoot(layout, on: &canvas, at: now)
        return canvas
    }

    /// Whether the pane has the lead, and no menu covers it.
    private var showsPane: Bool {
        guard open != nil else { return false }
        return switch mode {
        case .browsing, .typing, .confirming, .copying: true
        case .reasons, .snoozes, .reading, .comparing: false
        }
    }

    // MARK: Head and foot

    private func head(at now: Instant) -> StyledText {
        let (done, all) = (tally.outcomes.count, tally.outcomes.count + total)
        var left: StyledText =
            StyledText(" " + language.phrase("Review", "Semakan"), .heading) + StyledText("  \(done)/\(all)")
        for urgency in [Urgency.emergency, .urgent] {
            guard let count = counts.byUrgency[urgency], count > 0 else { continue }
            left = left + StyledText("  \(urgency.symbol) \(count)", urgency.style)
        }
        if counts.returned > 0 {
            left = left + StyledText("  " + language.phrase("returned ", "dipulang ") + "\(counts.returned)", .urgent)
        }
        if let filter {
            left = left + StyledText("  /" + (filter.isInverse ? "!" : "") + filter.text, .mark)
        }
        var right = [setting.actor.name]
        let held = counts.held.filter { $0 > now }
        if let first = held.min() {
            right.append(
                size.columns >= ReviewLayout.wide
                    ? language.phrase(
                        "\(held.count) held, leave \(first.clock)", "\(held.count) ditahan, hantar \(first.clock)")
                    : language.phrase("held \(held.count)", "ditahan \(held.count)"))
        }
        if let crawl = counts.crawl, let ended = crawl.endedAt {
            let trouble =
                crawl.failed > 0 ? language.phrase(", \(crawl.failed) failing", ", \(crawl.failed) gagal") : " ok"
            right.append(language.phrase("crawl ", "rayap ") + ended.clock + trouble)
        }
        // What does not fit goes, the last first; the name stays.
        while right.count > 1, left.columns + right.joined(separator: "  ").columns + 3 > size.columns {
            right.removeLast()
        }
        let text = right.joined(separator: "  ")
        return left.fitted(to: max(0, size.columns - text.columns - 2), ellipsis: setting.glyphs.ellipsis)
            + StyledText(" " + text)
    }

    private func drawRules(_ layout: ReviewLayout, on canvas: inout Canvas) {
        for row in layout.rules {
            var line = String(repeating: "-", count: size.columns)
            if layout.isWide, !isFullScreen {
                line =
                    String(repeating: "-", count: layout.list.width) + "+"
                    + String(repeating: "-", count: size.columns - layout.list.width - 1)
            }
            canvas.draw(StyledText(line, .faint), row: row)
        }
        guard layout.isWide, !isFullScreen else { return }
        for row in layout.pane.row..<layout.pane.row + layout.pane.height {
            canvas.draw(StyledText("|", .faint), row: row, column: layout.list.width, width: 1)
        }
    }

    private func drawFoot(_ layout: ReviewLayout, on canvas: inout Canvas, at now: Instant) {
        if let page, showsPane, page.lines.count > layout.pane.height {
            let shown = min(page.lines.count, scroll + layout.pane.height)
            let text = "-- \(shown * 100 / max(1, page.lines.count))% "
            canvas.draw(
                StyledText(text, .faint), row: layout.percentRow, column: size.columns - text.columns - 1,
                width: text.columns)
        }
        let (line, cursor) = noticeLine(at: now)
        canvas.draw(line.cut(to: size.columns, ellipsis: setting.glyphs.ellipsis), row: layout.noticeRow)
        if let cursor { canvas.cursor = .init(row: layout.noticeRow, column: min(cursor, size.columns - 1)) }
        canvas.draw(keysLine(at: now), row: layout.keysRow)
    }

    /// What is asked, or what was done, or what holds. With the column of the cursor where one types.
    private func noticeLine(at now: Instant) -> (StyledText, Int?) {
        switch mode {
        case .typing(let prompt):
            let question = " " + prompt.question(in: language) + " "
            // The end of what is typed stays in sight.
            let room = max(4, size.columns - question.columns - 1)
            var shown = prompt.text
            while shown.columns > room { shown.removeFirst() }
            return (StyledText(question, .heading) + StyledText(shown), question.columns + shown.columns)
        case .confirming(let confirmation):
            let question = " " + confirmation.question.text(in: language)
            return (StyledText(question, .heading), min(question.columns + 1, size.columns - 1))
        case .copying: return (StyledText(" " + Message.askCopy.text(in: language), .heading), nil)
        case .browsing, .reasons, .snoozes, .reading, .comparing: break
        }
        var line: StyledText =
            hasMany
            ? StyledText(
                " " + language.phrase("\(targets.count) marked (*).", "\(targets.count) ditanda (*)."), .heading) : ""
        if let notice {
            return (line + StyledText(" " + notice.message.text(in: language), notice.isWarning ? .bad : .good), nil)
        }
        line = line + StyledText(" " + standing(at: now), .faint)
        return (line, nil)
    }

    private func standing(at now: Instant) -> String {
        guard let open else { return "" }
        var facts: [String] = []
        if let until = open.until {
            facts.append(language.phrase("Yours until \(until.clock).", "Milik anda hingga \(until.clock)."))
        } else if let claim = open.lead.claim, claim.until > now {
            facts.append(language.phrase("Read by \(claim.by).", "Dibaca \(claim.by)."))
        }
        if kept.contains(open.lead.id) { facts.append(language.phrase("Claimed.", "Diambil.")) }
        if let colleague = open.lead.handling.assignee {
            facts.append(language.phrase("Handed to \(colleague).", "Diserahkan kepada \(colleague)."))
        }
        if let offer = open.lead.offers.first {
            facts.append(language.phrase("Similar: \(offer.lead) (t).", "Serupa: \(offer.lead) (t)."))
        }
        return facts.joined(separator: "  ")
    }

    /// The keys that matter most here, as many as fit; grey where they do nothing now.
    private func keysLine(at now: Instant) -> StyledText {
        let isBack = open?.returned != nil
        let offered: [(KeyAction, ReviewAction, String)] = [
            (
                .accept, .accept,
                isBack ? language.phrase("next door", "laluan lain") : language.phrase("accept", "terima")
            ),
            (.reject, .reject, language.phrase("reject", "tolak")),
            (.snooze, .snooze, language.phrase("snooze", "tangguh")),
            (.skip, .skip, language.phrase("skip", "langkau")),
            (.why, .show(.why), language.phrase("why", "sebab")),
            (.undo, .undo, language.phrase("undo", "buat asal")),
            (.similar, .similar, language.phrase("similar", "serupa")),
            (.open, .openPage, language.phrase("open", "buka")),
            (.claim, .claim, language.phrase("claim", "ambil")),
            (.filter, .filter, language.phrase("filter", "tapis")),
            (.command, .command, language.phrase("command", "arahan")),
        ]
        let keys = setting.keys
        let last = keys.name(of: .help) + " " + language.phrase("keys", "bantu")
        var line: StyledText = ""
        for (name, action, word) in offered {
            let text = keys.name(of: name) + " " + word
            guard line.columns + text.columns + 2 + last.columns + 1 <= size.columns else { break }
            line =
                line + StyledText(line.columns == 0 ? " " : "  ")
                + StyledText(text, obstacle(to: action, at: now) == nil ? .plain : .faint)
        }
        return line + StyledText("  " + last)
    }

    // MARK: The pane

    private func drawPane(_ layout: ReviewLayout, on canvas: inout Canvas) {
        let area = layout.pane
        switch pane {
        case .nothing, .waiting: return
        case .message(let message):
            for (row, line) in wrapped([.init(message.text(in: language))], width: area.width).enumerated() {
                canvas.draw(line, row: area.row + row, column: area.column, width: area.width)
            }
        case .open:
            for (row, line) in (page?.lines ?? []).dropFirst(scroll).prefix(area.height).enumerated() {
                canvas.draw(line, row: area.row + row, column: area.column, width: area.width)
            }
        }
    }

    private func drawMenu(_ lines: [StyledText], _ layout: ReviewLayout, on canvas: inout Canvas) {
        let end = layout.rules.last { $0 > layout.pane.row } ?? layout.noticeRow
        // The reasons are eleven: where the pane is lower they cover the list.
        let top = lines.count > layout.pane.height ? max(1, end - lines.count) : layout.pane.row
        let column = lines.count > layout.pane.height ? 0 : layout.pane.column
        for row in top..<end {
            let line = row - top < lines.count ? lines[row - top] : ""
            canvas.draw(
                StyledText(" ") + line.cut(to: size.columns - column - 1, ellipsis: setting.glyphs.ellipsis), row: row,
                column: column)
        }
    }

    private func draw(_ page: TextPage, on canvas: inout Canvas) {
        let back = language.phrase("Esc goes back", "Esc untuk kembali")
        let title = StyledText(" " + page.title, .heading)
        canvas.draw(
            title.fitted(to: size.columns - back.columns - 1, ellipsis: setting.glyphs.ellipsis)
                + StyledText(back, .faint),
            row: 0)
        let room = size.rows - 3
        for (row, line) in page.body(width: size.columns - 2).dropFirst(page.top).prefix(room).enumerated() {
            var shown = StyledText(" ") + line
            if case .entries(let entries) = page.kind, !entries.isEmpty {
                shown = StyledText(row + page.top == page.chosen ? ">" : " ", .heading) + line
            }
            canvas.draw(shown, row: row + 1)
        }
        if let notice {
            canvas.draw(StyledText(" " + notice.message.text(in: language), .bad), row: size.rows - 2)
        }
        canvas.draw(StyledText(" " + page.keys(setting.keys, in: language), .faint), row: size.rows - 1)
    }

    // MARK: Menus

    private var menuSubject: String {
        let ids = targets
        guard ids.count != 1 else { return "\(ids[0])" }
        return language.phrase("\(ids.count) leads", "\(ids.count) kes")
    }

    private var reasonLines: [StyledText] {
        let title = language.phrase("Reject \(menuSubject): why?", "Tolak \(menuSubject): sebab?")
        return menu(title)
            + RejectReason.allCases.map { reason in
                StyledText("  \(reason.key)  ", .mark) + StyledText(reason.label(in: language))
                    + StyledText(reason.question(in: language).map { "   " + $0 } ?? "", .faint)
            }
    }

    private var snoozeLines: [StyledText] {
        let title = language.phrase("Snooze \(menuSubject): until?", "Tangguh \(menuSubject): hingga?")
        return menu(title)
            + SnoozeChoice.allCases.map { choice in
                StyledText("  \(choice.rawValue)  ", .mark) + StyledText(choice.label(in: language))
            }
    }

    private func menu(_ title: String) -> [StyledText] {
        [
            StyledText(title, .heading)
                + StyledText("    " + language.phrase("Esc goes back", "Esc untuk kembali"), .faint)
        ]
    }
}

extension Urgency {
    /// How it stands out; the mark beside it says it also without colour.
    var style: Style {
        switch self {
        case .emergency: .emergency
        case .urgent: .urgent
        case .routine: .plain
        }
    }
}

extension RejectReason {
    /// What the menu asks besides; nil where one key is all.
    fileprivate func question(in language: ScreenLanguage) -> String? {
        switch self {
        case .alreadyHelped: language.phrase("asks which agency", "tanya agensi mana")
        case .duplicate: language.phrase("asks which lead", "tanya kes mana")
        case .other: language.phrase("asks for a note", "tanya nota")
        case .notAPerson, .notInNeed, .outsideMalaysia, .oldNews, .notEnoughInfo, .doubtful, .otherTopic, .protected:
            nil
        }
    }
}

extension Prompt {
    /// What is asked, before the line that is typed.
    func question(in language: ScreenLanguage) -> String {
        switch purpose {
        case .filter: language.phrase("Filter (! hides):", "Tapis (! sembunyi):")
        case .command: ":"
        case .agency: Message.plainAgency.text(in: language).trimmed
        case .original: Message.plainOriginal.text(in: language).trimmed
        case .otherReason, .note: Message.plainNote.text(in: language).trimmed
        case .until: Message.plainUntil.text(in: language).trimmed
        case .survivor: Message.plainOriginal.text(in: language).trimmed
        case .door: Message.plainDoor.text(in: language).trimmed
        case .colleague: language.phrase("Hand to (short name):", "Serah kepada (nama pendek):")
        case .second: Message.plainSecond.text(in: language).trimmed
        case .count(let decision, let ids):
            Message.screenAskCount(decision.asked, count: ids.count).text(in: language)
        }
    }
}

extension Decision {
    /// For the question whether it is meant for many.
    fileprivate var asked: (en: String, ms: String) {
        switch self {
        case .accept: ("Accept", "Terima")
        case .reject(let rejection):
            (
                "Reject as \"\(rejection.reason.label(in: .english))\":",
                "Tolak sebagai \"\(rejection.reason.label(in: .malay))\":"
            )
        case .snooze: ("Snooze", "Tangguh")
        case .unsnooze: ("Bring back", "Kembalikan")
        case .claim: ("Claim", "Ambil")
        case .release: ("Let go of", "Lepaskan")
        case .note: ("Write the note to", "Tulis nota pada")
        case .assign: ("Hand over", "Serahkan")
        case .label: ("Label", "Labelkan")
        case .edit: ("Edit", "Sunting")
        case .merge: ("Merge", "Gabung")
        case .unmerge: ("Unmerge", "Asingkan")
        case .reopen: ("Reopen", "Buka semula")
        case .differ: ("Call different", "Nyatakan berbeza")
        }
    }
}

extension TextPage {
    /// The keys of the page.
    fileprivate func keys(_ keys: KeyMap, in language: ScreenLanguage) -> String {
        let move = keys.name(of: .down) + " " + keys.name(of: .up) + " "
        switch kind {
        case .entries:
            let undo = "  " + keys.name(of: .undo) + " "
            return move + language.phrase("choose\(undo)undo  Esc back", "pilih\(undo)buat asal  Esc kembali")
        case .summary:
            return keys.name(of: .leave)
                + language.phrase(" leave  Esc go on reviewing", " keluar  Esc terus menyemak")
        case .why, .provenance, .keys, .output:
            return move + language.phrase("scroll  Esc back", "tatal  Esc kembali")
        }
    }
}
