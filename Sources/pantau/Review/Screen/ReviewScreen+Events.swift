import Model
import Reviewing
import Storing
import Terminal

extension ReviewScreen {
    /// Takes in what came of an effect; what has to follow from it is returned.
    mutating func receive(_ event: ReviewEvent, at now: Instant) -> [ReviewEffect] {
        let effects = take(event, at: now)
        layOut()
        return effects
    }

    private mutating func take(_ event: ReviewEvent, at now: Instant) -> [ReviewEffect] {
        switch event {
        case .loaded(let page, let selecting): return loaded(page, selecting: selecting, at: now)
        case .refreshed(let page): refreshed(page)
        case .loadedMore(let page):
            let known = Set(rows.map(\.id))
            rows += page.leads.filter { !known.contains($0.id) }
            total = max(page.total, rows.count)
        case .opened(let open, let passed): return opened(open, passed: passed, at: now)
        case .decided(let decision, let result): return decided(decision, result, at: now)
        case .undone(let result): return undone(result)
        case .passedOn(let id, let message):
            notice = Notice(message: message)
            tally.passOn(id)
            return remove([id], at: now)
        case .renewed(let claim): return renewed(claim)
        case .found(let found):
            filter = found
            (marks, rangeStart) = ([], nil)
            return [.load(query(), selecting: nil)]
        case .entries(let title, let entries): mode = .reading(.entries(entries, title: title, language))
        case .compared(let comparison): mode = .comparing(comparison)
        case .output(let lines):
            mode = .reading(.output(lines, language))
            // A command may have changed the lead that is read.
            return [.load(query(count: max(Self.window, rows.count)), selecting: current?.id)]
        case .shown(let page): mode = .reading(page)
        case .summary(let summary): mode = .reading(.summary(summary, language))
        case .told(let message): notice = Notice(message: message)
        case .failed(let message): failed(message)
        }
        return []
    }

    // MARK: The queue

    private mutating func loaded(_ page: QueuePage, selecting: LeadID?, at now: Instant) -> [ReviewEffect] {
        let isFirst = !isLoaded
        (rows, total, counts, isLoaded) = (page.leads, page.total, page.counts, true)
        marks.formIntersection(rows.map(\.id))
        rangeStart = nil
        if let selecting, let row = rows.firstIndex(where: { $0.id == selecting }) {
            cursor = row
            holdAsListed()
            // The lead on the screen is read again where it is another version by now.
            guard open?.lead.id != selecting || open?.lead.version != rows[row].version else { return [] }
            return [.open(selecting, leaving: startWaiting(for: selecting))]
        }
        cursor = max(0, min(isFirst ? 0 : cursor, rows.count - 1))
        return advance(at: now)
    }

    /// Shows who reads what by now. Nothing moves: nobody has asked for it.
    private mutating func refreshed(_ page: QueuePage) {
        let fresh = Dictionary(page.leads.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for index in rows.indices { rows[index] = fresh[rows[index].id] ?? rows[index] }
        (total, counts) = (max(page.total, rows.count), page.counts)
        holdAsListed()
    }

    /// Who holds the lead that is read may have changed since it was opened.
    private mutating func holdAsListed() {
        guard case .open(var open) = pane, let row = rows.first(where: { $0.id == open.lead.id }) else { return }
        open.lead.claim = row.claim
        pane = .open(open)
        layOut(anew: true)
    }

    /// Goes on to the next lead that this person can decide: from the cursor on, then from the beginning, then those that
    /// were skipped.
    mutating func advance(at now: Instant) -> [ReviewEffect] {
        let order = Array(rows.indices.dropFirst(cursor)) + Array(rows.indices.prefix(cursor))
        var free = order.filter { !isTaken(rows[$0], at: now) && !tally.skipped.contains(rows[$0].id) }
        if free.isEmpty {
            free = order.filter { !isTaken(rows[$0], at: now) }
            tally.askAgain()
        }
        guard let first = free.first else {
            let left = reading
            (pane, scroll) = (.message(emptiness), 0)
            return left.map { [.leave($0)] } ?? []
        }
        cursor = first
        let left = startWaiting(for: rows[first].id)
        var effects: [ReviewEffect] = [.openFirst(free.prefix(50).map { rows[$0].id }, leaving: left)]
        if let more = more() { effects.append(more) }
        return effects
    }

    /// Why there is nothing to read.
    private var emptiness: Message {
        if !rows.isEmpty { return .screenAllClaimed(rows.count) }
        if filter != nil { return .screenEmptyFilter }
        return .screenDone(decided: tally.outcomes.count)
    }

    private mutating func opened(_ open: OpenLead?, passed: [LeadID], at now: Instant) -> [ReviewEffect] {
        if !passed.isEmpty {
            notice = notice ?? Notice(message: .screenPassed(passed.count))
        }
        guard let open else {
            // None of those that were asked for is left: what the queue looks like now tells what to do.
            pane = .nothing
            guard !passed.isEmpty else { return [] }
            return [.load(query(), selecting: nil)]
        }
        pane = .open(open)
        scroll = 0
        if let row = rows.firstIndex(where: { $0.id == open.lead.id }) {
            cursor = row
            rows[row].claim = open.lead.claim
            rows[row].version = open.lead.version
        }
        layOut(anew: true)
        return []
    }

    private mutating func renewed(_ claim: Claim?) -> [ReviewEffect] {
        guard case .open(var open) = pane else { return [] }
        open.until = claim?.until
        if let claim { open.lead.claim = claim }
        pane = .open(open)
        if claim == nil { notice = Notice(message: .screenLost(open.lead.id), isWarning: true) }
        layOut(anew: true)
        return claim == nil ? [.load(query(count: max(Self.window, rows.count)), selecting: open.lead.id)] : []
    }

    // MARK: Decisions

    private mutating func decided(
        _ decision: Decision, _ result: ReviewResult, at now: Instant
    ) -> [ReviewEffect] {
        tally.add(result)
        notice = told(decision, result, at: now) ?? notice
        switch decision {
        case .accept, .reject, .snooze, .unsnooze, .merge: break
        case .assign:
            // A colleague goes on with them.
            for changed in result.changed { tally.skip(changed.id) }
            (marks, rangeStart) = ([], nil)
            return result.changed.isEmpty ? readAgain() : advance(at: now)
        case .claim, .release, .note, .label, .edit, .differ: return readAgain()
        case .unmerge, .reopen:
            return [.load(query(count: max(Self.window, rows.count)), selecting: current?.id)] + readAgain()
        }
        if !result.changed.isEmpty, decision.isRepeatable { lastDecision = decision }
        let gone = Set(result.changed.map(\.id) + result.already.map(\.id))
        guard !gone.isEmpty else {
            // Refused because it changed: shown as it is now, and then decided.
            return readAgain()
        }
        counts.held += result.changed.compactMap { $0.prospect?.sendsAt }
        return remove(gone, at: now)
    }

    /// Takes leads that are decided out of the list, and goes on to the next.
    private mutating func remove(_ gone: Set<LeadID>, at now: Instant) -> [ReviewEffect] {
        for row in rows where gone.contains(row.id) {
            if row.state == .flagged { counts.byUrgency[row.urgency, default: 0] -= 1 } else { counts.returned -= 1 }
        }
        total -= rows.filter { gone.contains($0.id) }.count
        cursor -= rows.prefix(cursor).filter { gone.contains($0.id) }.count
        rows.removeAll { gone.contains($0.id) }
        kept.subtract(gone)
        (marks, rangeStart) = ([], nil)
        cursor = max(0, min(cursor, rows.count - 1))
        guarded = (lastKey, now)
        // What was merged into it may have brought articles.
        if let open, !gone.contains(open.lead.id) { return readAgain() }
        pane = .nothing
        return rows.isEmpty && total > 0 ? [.load(query(), selecting: nil)] : advance(at: now)
    }

    /// The lead stays; what is shown of it is read again.
    private func readAgain() -> [ReviewEffect] { open.map { [.open($0.lead.id, leaving: nil)] } ?? [] }

    /// One line about what was done, or why it was not.
    private func told(_ decision: Decision, _ result: ReviewResult, at now: Instant) -> Notice? {
        let all = result.changed.count + result.already.count + result.refused.count
        if all > 1 {
            return Notice(
                message: .bulkDone(
                    done: result.changed.count, skipped: result.already.count, failed: result.refused.count),
                isWarning: !result.refused.isEmpty)
        }
        if let refused = result.refused.first { return Notice(message: refused.message, isWarning: true) }
        if let already = result.already.first { return Notice(message: already.message) }
        guard let changed = result.changed.first else { return nil }
        if case .accept = decision, let leaves = changed.prospect?.sendsAt {
            return Notice(message: .screenAccepted(changed.id, leavesAt: leaves.clock))
        }
        return Notice(message: changed.message(of: decision, at: now))
    }

    private mutating func undone(_ result: UndoResult) -> [ReviewEffect] {
        switch result {
        case .refused(let refusal):
            notice = Notice(message: Message(refusal), isWarning: true)
            return []
        case .done(let entry, let decision):
            let isRedo = entry.draft.verb == "redo"
            if !isRedo { tally.remove(decision) }
            notice = Notice(message: isRedo ? .redoDone(decision.words) : .undoDone(decision.words))
            // What came back is shown, whoever's turn it was.
            let back = decision.draft.targets.first?.lead
            return [.load(query(count: max(Self.window, rows.count)), selecting: isRedo ? current?.id : back)]
        }
    }

    private mutating func failed(_ message: Message) {
        notice = Notice(message: message, isWarning: true)
        // What could not be written down as read is not shown.
        if case .waiting = pane { pane = .message(message) }
    }
}

extension Decision {
    /// Whether `.` does it again: what is said of one lead alone is not.
    fileprivate var isRepeatable: Bool {
        switch self {
        case .accept, .reject, .snooze: true
        case .unsnooze, .claim, .release, .note, .assign, .label, .edit, .merge, .unmerge, .reopen, .differ: false
        }
    }
}
