import Model
import Terminal

/// What a key of the review screen does. The keys are the same in both languages; only the words change.
enum ReviewAction: Hashable {
    case move(Move)
    case scroll(Scroll)
    case show(Page)
    case mark(Marking)
    case urgency(Urgency)
    case otherPane, fullScreen, filter, back
    case accept, reject, snooze, skip, claim, assign, merge, unmerge, edit, note, again
    case similar, history, today, undo, redo, openPage, copy
    case command, reload, language, suspend, leave

    /// To which lead of the list.
    enum Move: Hashable { case down, up, first, last, halfDown, halfUp }

    /// To which line of the article.
    enum Scroll: Hashable { case down, up, halfDown, halfUp, start, end, nextPhrase, lastPhrase }

    /// What is told on a page of its own.
    enum Page: Hashable { case why, provenance, keys }

    enum Marking: Hashable { case one, range, all }

    /// Whether it moves through the list. A move that another follows at once opens nothing.
    var isMove: Bool { if case .move = self { true } else { false } }
}

extension ReviewAction.Move {
    /// What it does where the article has the keys.
    var scroll: ReviewAction.Scroll {
        switch self {
        case .down: .down
        case .up: .up
        case .first: .start
        case .last: .end
        case .halfDown: .halfDown
        case .halfUp: .halfUp
        }
    }
}

extension Key {
    /// As pages and footers write it.
    var name: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let character): "^\(character)"
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Delete"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .shiftUp: "Shift-Up"
        case .shiftDown: "Shift-Down"
        case .paste, .unknown: ""
        }
    }
}
