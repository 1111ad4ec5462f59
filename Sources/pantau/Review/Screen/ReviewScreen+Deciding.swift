import Model
import Referring
import Reviewing
import Storing
import Terminal

extension ReviewScreen {
    /// More leads than this are decided only after typing their number (UX.md section 1).
    static let bulk = 3
    /// The most leads that one decision is about, as `--max` has it by default.
    static let most = 100

    /// Why a key does nothing here; nil where it does.
    func obstacle(to action: ReviewAction, at now: Instant) -> Message? {
        switch action {
        case .accept, .reject, .snooze, .again:
            if action == .again, lastDecision == nil { return .screenNothingToRepeat }
            if !hasMany, let obstacle = obstacleToReturned(action) { return obstacle }
            return hasMany ? nil : obstacleToDeciding(at: now)
        case .assign: return hasMany ? nil : obstacleToDeciding(at: now)
        case .skip, .claim: return obstacleToDeciding(at: now)
        case .urgency, .merge, .edit: return obstacleToReturned(action) ?? obstacleToDeciding(at: now)
        case .note, .history, .fullScreen: return open == nil ? .screenNoLead : nil
        case .scroll(let move):
            guard [.nextPhrase, .lastPhrase].contains(move), page?.phraseLines.isEmpty ?? true else { return nil }
            return .screenNoPhrase
        case .show(let page):
            if page == .keys { return nil }
            if page == .why, setting.isBlind { return .screenBlind }
            return open == nil ? .screenNoLead : nil
        case .openPage: return obstacleToOpening
        case .similar, .copy: return open == nil ? .screenNoLead : nil
        case .unmerge:
            guard let open else { return .screenNoLead }
            return open.lead.handling.merged.isEmpty ? .screenNotMerged(open.lead.id) : nil
        case .mark: return rows.isEmpty ? .screenNoLead : nil
        case .move, .otherPane, .filter, .back, .undo, .redo, .today, .command, .reload, .language, .suspend, .leave:
            return nil
        }
    }

    /// What came back was accepted long ago: it needs another door, or an end.
    private func obstacleToReturned(_ action: ReviewAction) -> Message? {
        guard action != .accept, let returned = open?.returned else { return nil }
        return .screenReturned(returned.ref, by: returned.agency)
    }

    private func obstacleToDeciding(at now: Instant) -> Message? {
        guard let open else { return .screenNoLead }
        guard open.lead.state == .flagged || open.returned != nil else {
            return .decidedOtherwise(open.lead.id, state: open.lead.state)
        }
        if let claim = open.lead.claim, claim.by != setting.actor, claim.until > now {
            return .screenTaken(open.lead.id, by: claim.by.name, until: claim.until.clock)
        }
        return nil
    }

    // MARK: One key

    mutating func accept() -> [ReviewEffect] {
        let acceptance = Acceptance(hold: setting.hold)
        guard !hasMany, let open else { return choose(.accept(acceptance)) }
        guard open.returned == nil else {
            mode = .typing(Prompt(purpose: .door, text: open.suggestions.first?.agency.code ?? ""))
            return []
        }
        if open.lead.isProtected, setting.isOneDesk {
            mode = .typing(Prompt(purpose: .second))
            return []
        }
        let decision = Decision.accept(acceptance)
        let hasNobody = open.lead.people(in: language).isEmpty && open.lead.identification.place == nil
        guard open.lead.hasMinor || open.lead.isProtected || hasNobody else { return choose(decision) }
        mode = .confirming(
            Confirmation(
                question: open.lead.isProtected ? .askProtected : open.lead.hasMinor ? .askMinor : .askUnknown,
                effect: .decide(decision, [open.lead.id], ifVersion: open.lead.version)))
        return []
    }

    mutating func again() -> [ReviewEffect] {
        guard let lastDecision else { return [] }
        if case .accept = lastDecision { return accept() }
        return choose(lastDecision)
    }

    /// Carries a decision out, after a question where it is about many.
    mutating func choose(_ decision: Decision) -> [ReviewEffect] {
        let targets = targets
        mode = .browsing
        guard targets.count <= Self.most else {
            notice = Notice(message: .tooMany(targets.count, max: Self.most), isWarning: true)
            return []
        }
        guard targets.count <= Self.bulk else {
            mode = .typing(Prompt(purpose: .count(decision, targets)))
            return []
        }
        if case .reject(let rejection) = decision, rejection.reason == .protected {
            mode = .confirming(
                Confirmation(question: .askErase(targets.count), effect: .decide(decision, targets, ifVersion: nil)))
            return []
        }
        if hasMany, case .accept = decision, rows.contains(where: { targets.contains($0.id) && $0.hasMinor }) {
            mode = .confirming(
                Confirmation(question: .askMinor, effect: .decide(decision, targets, ifVersion: nil)))
            return []
        }
        return decide(decision, targets)
    }

    /// A decision on the lead that is read names the version that was read.
    private func decide(_ decision: Decision, _ ids: [LeadID]) -> [ReviewEffect] {
        guard !ids.isEmpty else { return [] }
        let version = ids.count == 1 && ids.first == open?.lead.id ? open?.lead.version : nil
        return [.decide(decision, ids, ifVersion: version)]
    }

    /// Not now; asked again at the end.
    mutating func skip(at now: Instant) -> [ReviewEffect] {
        guard let open else { return [] }
        tally.skip(open.lead.id)
        guarded = (lastKey, now)
        return advance(at: now)
    }

    /// A reviewer's word on the urgency stands above the rules', and can be undone.
    func setUrgency(_ urgency: Urgency) -> [ReviewEffect] {
        guard let open else { return [] }
        return [.decide(.edit(LeadEdit(urgency: .set(urgency))), [open.lead.id], ifVersion: open.lead.version)]
    }

    /// Lets go of the leads that live on in this one.
    mutating func unmerge() {
        guard let open else { return }
        let merged = open.lead.handling.merged
        mode = .confirming(
            Confirmation(
                question: .askUnmerge(open.lead.id, merged), effect: .decide(.unmerge, merged, ifVersion: nil)))
    }

    mutating func claim() -> [ReviewEffect] {
        guard let open else { return [] }
        let id = open.lead.id
        if kept.remove(id) != nil {
            notice = Notice(message: .leadReleased(id))
            return []
        }
        kept.insert(id)
        return [.decide(.claim(for: setting.lease), [id], ifVersion: nil)]
    }

    // MARK: Menus

    mutating func chooseReason(_ key: Key, at now: Instant) -> [ReviewEffect] {
        guard case .character(let letter) = key,
            let reason = RejectReason.allCases.first(where: { $0.key == String(letter) })
        else {
            mode = key == .escape || key == .character("q") ? .browsing : .reasons
            return []
        }
        switch reason {
        case .alreadyHelped: mode = .typing(Prompt(purpose: .agency))
        case .duplicate:
            let offer = hasMany ? nil : open?.lead.offers.first?.lead
            mode = .typing(Prompt(purpose: .original, text: offer.map { "\($0.value)" } ?? ""))
        case .other: mode = .typing(Prompt(purpose: .otherReason))
        case .notAPerson, .notInNeed, .outsideMalaysia, .oldNews, .notEnoughInfo, .doubtful, .otherTopic, .protected:
            return choose(.reject(Rejection(reason)))
        }
        return []
    }

    mutating func chooseSnooze(_ key: Key, at now: Instant) -> [ReviewEffect] {
        guard case .character(let letter) = key, let choice = SnoozeChoice(rawValue: letter) else {
            mode = key == .escape || key == .character("q") ? .browsing : .snoozes
            return []
        }
        guard let until = choice.until, let wake = Wake(until, at: now) else {
            mode = .typing(Prompt(purpose: .until))
            return []
        }
        return choose(.snooze(until: wake, note: nil))
    }

    mutating func confirm(_ key: Key, _ confirmation: Confirmation) -> [ReviewEffect] {
        mode = .browsing
        guard key == .enter else {
            notice = Notice(message: .plainNothing)
            return []
        }
        return [confirmation.effect]
    }

    /// The same case, another one, or back: the same three keys wherever two leads are compared.
    mutating func compare(_ key: Key, _ comparison: Comparison) -> [ReviewEffect] {
        let (left, right) = (comparison.left.id, comparison.right.lead.id)
        switch key {
        case .character("y"):
            mode = .browsing
            return [.decide(.merge(into: left), [right], ifVersion: nil)]
        case .character("n"):
            mode = .browsing
            return [.decide(.differ(from: right), [left], ifVersion: nil)]
        case .escape, .character("q"), .character("h"):
            mode = .browsing
            return []
        case .character, .control, .enter, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown, .shiftUp, .shiftDown, .paste, .unknown:
            return []
        }
    }
}
