import Model
import Reviewing
import Storing
import Terminal

extension ReviewScreen {
    /// A double press within this time after a decision is one press (UX.md section 2).
    static let doublePress = TimeSpan(milliseconds: 250)

    /// What a key does.
    mutating func handle(_ key: Key, at now: Instant) -> [ReviewEffect] {
        if let guarded, guarded.key == key, now - guarded.since < Self.doublePress { return [] }
        guarded = nil
        lastKey = key
        notice = nil
        guard !isTooSmall else { return setting.keys.action(of: key) == .leave ? [.finish] : [] }
        var effects: [ReviewEffect]
        switch mode {
        case .browsing: effects = browse(key, at: now)
        case .reasons: effects = chooseReason(key, at: now)
        case .snoozes: effects = chooseSnooze(key, at: now)
        case .typing(let prompt): effects = type(key, prompt, at: now)
        case .confirming(let confirmation): effects = confirm(key, confirmation)
        case .reading(let page): effects = turn(key, page)
        case .copying: effects = copy(key)
        case .comparing(let comparison): effects = compare(key, comparison)
        }
        if effects.isEmpty, let id = renewal(at: now) { effects = [.renew(id)] }
        layOut()
        return effects
    }

    /// The lead whose lease should be renewed: activity does it, though not with every key.
    private func renewal(at now: Instant) -> LeadID? {
        guard let open, let until = open.until, until - now < setting.lease - .minutes(1) else { return nil }
        return open.lead.id
    }

    private mutating func browse(_ key: Key, at now: Instant) -> [ReviewEffect] {
        guard let action = setting.keys.action(of: key) else { return [] }
        if let obstacle = obstacle(to: action, at: now) {
            notice = Notice(message: obstacle, isWarning: true)
            return []
        }
        switch action {
        case .move(let move): return self.move(move)
        case .scroll(let scroll): scrollArticle(scroll)
        case .show(let page): show(page)
        case .mark(let marking): return mark(marking)
        case .urgency(let urgency): return setUrgency(urgency)
        case .otherPane: focus = focus == .list ? .article : .list
        case .fullScreen: (isFullScreen, scroll) = (!isFullScreen, 0)
        case .back: return goBack()
        case .filter: mode = .typing(Prompt(purpose: .filter))
        case .command: mode = .typing(Prompt(purpose: .command))
        case .accept: return accept()
        case .reject: mode = .reasons
        case .snooze: mode = .snoozes
        case .skip: return skip(at: now)
        case .again: return again()
        case .claim: return claim()
        case .note: mode = .typing(Prompt(purpose: .note))
        case .undo: return [.undo(.lastOwn)]
        case .redo: return [.undo(.lastOwnUndone)]
        case .similar: return open.map { [.compare($0.lead.id)] } ?? []
        case .openPage: return openPage()
        case .copy: mode = .copying
        case .history: return open.map { [.history($0.lead.id)] } ?? []
        case .today: return [.today]
        case .reload: return [.load(query(count: max(Self.window, rows.count)), selecting: current?.id)]
        case .language:
            language = language == .english ? .malay : .english
            layOut(anew: true)
        case .suspend: return [.suspend]
        case .leave: return tally.outcomes.isEmpty ? [.finish] : [.summarise]
        case .assign: mode = .typing(Prompt(purpose: .colleague))
        case .merge:
            mode = .typing(Prompt(purpose: .survivor, text: open?.lead.offers.first.map { "\($0.lead.value)" } ?? ""))
        case .unmerge: unmerge()
        case .edit:
            mode = .typing(Prompt(purpose: .command, text: open.map { "lead edit \($0.lead.id.value) --set " } ?? ""))
        }
        return []
    }

    // MARK: Moving

    private mutating func move(_ move: ReviewAction.Move) -> [ReviewEffect] {
        if focus == .article || isFullScreen {
            scrollArticle(move.scroll)
            return []
        }
        guard !rows.isEmpty else { return [] }
        let half = max(1, ReviewLayout(size, isFullScreen: false).visibleLeads / 2)
        return switch move {
        case .down: go(to: cursor + 1)
        case .up: go(to: cursor - 1)
        case .first: go(to: 0)
        case .last: go(to: rows.count - 1)
        case .halfDown: go(to: cursor + half)
        case .halfUp: go(to: cursor - half)
        }
    }

    /// Puts the cursor on a row and opens its lead; reads on where the end of what was read is near.
    mutating func go(to aim: Int) -> [ReviewEffect] {
        let row = max(0, min(aim, rows.count - 1))
        guard row != cursor || current?.id != open?.lead.id else { return [] }
        cursor = row
        var effects: [ReviewEffect] = []
        if let id = current?.id, open?.lead.id != id {
            effects.append(.open(id, leaving: startWaiting(for: id)))
        }
        if let more = more() { effects.append(more) }
        return effects
    }

    /// - Returns: the lead that is left by it.
    mutating func startWaiting(for id: LeadID) -> LeadID? {
        let left = reading == id ? nil : reading
        pane = .waiting(id, leaving: left)
        scroll = 0
        return left
    }

    /// After the program was suspended, and had let go of everything: the lead is opened again.
    mutating func resume() -> [ReviewEffect] {
        mode = .browsing
        guard let id = current?.id else { return start() }
        pane = .waiting(id, leaving: nil)
        return [.open(id, leaving: nil)]
    }

    /// What to read where the end of what was read is near.
    func more() -> ReviewEffect? {
        guard rows.count < total, cursor >= rows.count - 50 else { return nil }
        var query = query()
        query.offset = rows.count
        return .loadMore(query)
    }

    private mutating func scrollArticle(_ move: ReviewAction.Scroll) {
        let half = max(1, ReviewLayout(size, isFullScreen: isFullScreen).pane.height / 2)
        let lines = page?.phraseLines ?? []
        switch move {
        case .down: scroll += 1
        case .up: scroll -= 1
        case .halfDown: scroll += half
        case .halfUp: scroll -= half
        case .start: scroll = 0
        case .end: scroll = lastScroll
        case .nextPhrase: scroll = lines.first { $0 > scroll } ?? scroll
        case .lastPhrase: scroll = lines.last { $0 < scroll } ?? 0
        }
        scroll = max(0, min(scroll, lastScroll))
    }

    /// Esc leaves one thing after the other: full screen, marks, the filter.
    private mutating func goBack() -> [ReviewEffect] {
        if isFullScreen {
            isFullScreen = false
        } else if hasMany {
            (marks, rangeStart) = ([], nil)
        } else if filter != nil {
            filter = nil
            return [.load(query(), selecting: current?.id)]
        }
        focus = .list
        return []
    }

    // MARK: Marks

    private mutating func mark(_ marking: ReviewAction.Marking) -> [ReviewEffect] {
        guard let current else { return [] }
        switch marking {
        case .one:
            if marks.remove(current.id) == nil { marks.insert(current.id) }
            return go(to: cursor + 1)
        case .range:
            guard let start = rangeStart else {
                rangeStart = cursor
                return []
            }
            marks.formUnion(rows[min(start, cursor)...max(start, cursor)].map(\.id))
            rangeStart = nil
        case .all:
            let all = Set(rows.map(\.id))
            marks = marks == all ? [] : all
        }
        return []
    }

    // MARK: Pages

    private mutating func show(_ page: ReviewAction.Page) {
        if page == .keys {
            mode = .reading(.keys(setting.keys, language, width: size.columns))
            return
        }
        guard let open else { return }
        mode =
            switch page {
            case .why: .reading(.why(open, language, setting.glyphs))
            case .provenance, .keys: .reading(.provenance(open, language))
            }
    }
}
