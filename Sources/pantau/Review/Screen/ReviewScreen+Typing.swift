import Model
import Reviewing
import Storing
import Terminal

extension ReviewScreen {
    /// A key while a line is typed.
    mutating func type(_ key: Key, _ prompt: Prompt, at now: Instant) -> [ReviewEffect] {
        var prompt = prompt
        switch key {
        case .escape, .control("c"):
            mode = .browsing
            return []
        case .enter: return finish(prompt, at: now)
        case .backspace:
            guard !prompt.text.isEmpty else {
                mode = .browsing
                return []
            }
            prompt.text.removeLast()
        case .control("u"): prompt.text = ""
        case .control("w"): prompt.deleteWord()
        case .character(let character): prompt.type(String(character))
        case .paste(let text): prompt.type(text)
        case .control, .tab, .backTab, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .shiftUp,
            .shiftDown, .unknown:
            break
        }
        mode = .typing(prompt)
        return []
    }

    /// Enter: what the line asks for.
    private mutating func finish(_ prompt: Prompt, at now: Instant) -> [ReviewEffect] {
        mode = .browsing
        let text = prompt.text.trimmed
        switch prompt.purpose {
        case .filter: return search(text)
        case .command: return text.isEmpty ? [] : command(text)
        case .agency: return choose(.reject(Rejection(.alreadyHelped, agency: text.isEmpty ? nil : text)))
        case .original:
            guard let ids = LeadIDs.parse(text), ids.count == 1 else { return nothing() }
            return choose(.reject(Rejection(.duplicate, original: LeadID(ids.lowerBound))))
        case .otherReason:
            guard !text.isEmpty else { return nothing() }
            return choose(.reject(Rejection(.other, note: text)))
        case .until:
            guard let wake = Wake(text, at: now) else { return unknown(text) }
            return choose(.snooze(until: wake, note: nil))
        case .note:
            guard !text.isEmpty, let id = open?.lead.id else { return nothing() }
            return [.decide(.note(text), [id], ifVersion: nil)]
        case .survivor:
            guard let ids = LeadIDs.parse(text), ids.count == 1, let open else { return nothing() }
            return [
                .decide(.merge(into: LeadID(ids.lowerBound)), [open.lead.id], ifVersion: open.lead.version)
            ]
        case .door:
            guard !text.isEmpty, let id = open?.lead.id else { return nothing() }
            return [.passOn(id, to: text)]
        case .colleague:
            guard let colleague = Actor(text) else { return nothing() }
            return choose(.assign(to: colleague))
        case .second:
            guard let second = Actor(text), let open else { return nothing() }
            let acceptance = Acceptance(hold: setting.hold, second: second)
            return [.decide(.accept(acceptance), [open.lead.id], ifVersion: open.lead.version)]
        case .count(let decision, let ids):
            guard text == "\(ids.count)" else { return nothing() }
            return [.decide(decision, ids, ifVersion: nil)]
        }
    }

    private mutating func search(_ text: String) -> [ReviewEffect] {
        let isInverse = text.hasPrefix("!")
        let words = isInverse ? String(text.dropFirst()).trimmed : text
        guard !words.isEmpty else {
            guard filter != nil else { return [] }
            filter = nil
            return [.load(query(), selecting: current?.id)]
        }
        return [.search(words, isInverse: isInverse)]
    }

    private mutating func command(_ text: String) -> [ReviewEffect] {
        switch text {
        case "q", "quit": return [.summarise]
        case "take": return open.map { [.takeOver($0.lead.id)] } ?? nothing()
        default: return [.run(text)]
        }
    }

    private mutating func nothing() -> [ReviewEffect] {
        notice = Notice(message: .plainNothing, isWarning: true)
        return []
    }

    private mutating func unknown(_ text: String) -> [ReviewEffect] {
        notice = Notice(message: .plainUnknown(text), isWarning: true)
        return []
    }

    // MARK: Pages

    /// A key while a page covers the lead.
    mutating func turn(_ key: Key, _ page: TextPage) -> [ReviewEffect] {
        var page = page
        let action = setting.keys.action(of: key)
        if case .summary = page.kind, action == .leave || action == .fullScreen { return [.finish] }
        if [.back, .leave, .fullScreen, .show(.why), .show(.keys)].contains(action) {
            mode = .browsing
            return []
        }
        if action == .undo, case .entries(let entries) = page.kind, entries.indices.contains(page.chosen) {
            return undo(entries[page.chosen])
        }
        switch action {
        case .move(let move): step(&page, move.scroll)
        case .scroll(let scroll): step(&page, scroll)
        case .none, .some: break
        }
        mode = .reading(page)
        return []
    }

    private func step(_ page: inout TextPage, _ move: ReviewAction.Scroll) {
        let room = size.rows - 3
        let count =
            switch move {
            case .down, .nextPhrase: 1
            case .up, .lastPhrase: -1
            case .halfDown: room / 2
            case .halfUp: -room / 2
            case .start: -page.lines.count
            case .end: page.lines.count
            }
        page.step(by: count, width: size.columns - 2, room: room)
    }

    /// What a colleague decided is taken back after a question.
    private mutating func undo(_ entry: JournalEntry) -> [ReviewEffect] {
        mode = .browsing
        guard entry.draft.author.actor != setting.actor else { return [.undo(.entry(entry.id))] }
        mode = .confirming(
            Confirmation(
                question: .screenAskUndo(entry.words, who: entry.draft.author.actor.name),
                effect: .undo(.entry(entry.id))))
        return []
    }
}

extension String {
    /// Without blanks at its ends.
    var trimmed: String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
