public import Model
public import Storing

/// Which entry to take back or do again.
public enum UndoTarget: Hashable, Sendable {
    /// The newest decision of this person that stands.
    case lastOwn
    /// The newest decision that this person took back.
    case lastOwnUndone
    /// Anybody's. An entry that is itself an undo is done again.
    case entry(EntryID)
}

/// What an undo or redo came to.
public enum UndoResult: Hashable, Sendable {
    /// `entry` was written; `decision` is what it took back or did again.
    case done(JournalEntry, decision: JournalEntry)
    case refused(UndoRefusal)
}

/// Why nothing was undone. One command is one undo: where one of its leads cannot go back, none does.
public enum UndoRefusal: Error, Hashable, Sendable {
    case nothingToUndo
    case notFound(EntryID)
    /// A crawl, a claim or an export: nothing that undo takes back.
    case notADecision(EntryID, verb: String)
    /// A later undo or redo has spoken.
    case alreadyDone(EntryID, by: JournalEntry)
    /// It has left: only a withdrawal helps.
    case sent(ProspectRef, at: Instant)
    /// Somebody has decided on the lead again since.
    case changedSince(LeadID, by: JournalEntry?)

    /// The id of its message in the catalogue.
    public var messageID: String {
        switch self {
        case .nothingToUndo: "log.empty"
        case .notFound, .notADecision, .alreadyDone: "err.usage"
        case .sent: "err.sent"
        case .changedSince: "err.changed"
        }
    }

    /// The exit code of UX.md section 4. What is so already is no failure.
    public var exitCode: Int32 {
        switch self {
        case .nothingToUndo, .alreadyDone: 0
        case .notFound: 1
        case .notADecision: 64
        case .sent, .changedSince: 5
        }
    }
}

extension Connection {
    /// Takes back what one entry did, or does again what an undo took back, with an entry of its own.
    ///
    /// Works across sessions and people, as everything it needs stands in the journal.
    public func undo(_ target: UndoTarget, by author: Author, at now: Instant) throws(StoreError) -> UndoResult {
        let root: JournalEntry
        let latest: JournalEntry
        switch try chain(target, of: author.actor) {
        case .failure(let refusal): return .refused(refusal)
        case .success(let chain): (root, latest) = chain
        }
        if let refusal = try obstacle(latest) { return .refused(refusal) }
        let isUndo = latest.draft.verb != "undo"
        var targets: [JournalTarget] = []
        for target in latest.draft.targets { targets.append(try reversed(target)) }
        let draft = JournalDraft(
            at: now, by: author, verb: isUndo ? "undo" : "redo", reason: root.draft.reason, undoes: latest.id,
            root: root.id, targets: targets)
        let entry = try append(draft)
        for target in draft.targets { try restore(target, at: now) }
        try setNotesUndone(isUndo, ofEntry: root.id)
        try setRescored(!isUndo, byEntry: root.id, at: now)
        return .done(entry, decision: root)
    }

    /// What an undo makes of a target: where other things about the lead were changed since, those stay.
    private func reversed(_ target: JournalTarget) throws(StoreError) -> JournalTarget {
        guard let (lead, before, after) = try target.decided(), let now = try standing(of: lead),
            let then = now.reverting(after, to: before)
        else {
            return JournalTarget(lead: target.lead, other: target.other, before: target.after, after: target.before)
        }
        return JournalTarget(lead: lead, before: now.json, after: then.json)
    }

    /// What `undo` would take back, to be shown before it is asked for.
    public func undoable(_ target: UndoTarget, by actor: Actor) throws(StoreError) -> Result<JournalEntry, UndoRefusal>
    {
        switch try chain(target, of: actor) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let (root, latest)): return try obstacle(latest).map { .failure($0) } ?? .success(root)
        }
    }

    /// The decision, and the newest of it and its undos and redos.
    private func chain(
        _ target: UndoTarget, of actor: Actor
    ) throws(StoreError) -> Result<(JournalEntry, JournalEntry), UndoRefusal> {
        let asked: EntryID?
        switch target {
        case .lastOwn: asked = try lastDecision(of: actor, verbs: Decision.undoableVerbs, isUndone: false)
        case .lastOwnUndone: asked = try lastDecision(of: actor, verbs: Decision.undoableVerbs, isUndone: true)
        case .entry(let id): asked = id
        }
        guard let asked else { return .failure(.nothingToUndo) }
        guard let entry = try journalEntry(asked) else { return .failure(.notFound(asked)) }
        guard let root = try journalEntry(entry.draft.root ?? asked) else { return .failure(.notFound(asked)) }
        guard Decision.undoableVerbs.contains(root.draft.verb) else {
            return .failure(.notADecision(asked, verb: root.draft.verb))
        }
        let latest = try lastReversal(of: root.id) ?? root
        // The root may be named for its whole chain while it stands; an undo or redo only while it is the last word.
        let isDoneAgain = latest.draft.verb == "redo" && asked == root.id
        let isRedo = target == .lastOwnUndone
        guard latest.id == asked || isDoneAgain || isRedo else { return .failure(.alreadyDone(asked, by: latest)) }
        return .success((root, latest))
    }

    private func obstacle(_ latest: JournalEntry) throws(StoreError) -> UndoRefusal? {
        for target in latest.draft.targets {
            guard let (lead, before, after) = try target.decided() else { continue }
            if before.state != after.state, case .prospect = after.state, let row = try prospect(of: lead),
                let sentAt = row.sentAt
            {
                return .sent(row.ref, at: sentAt)
            }
            if try !canGoBack(lead, from: after, to: before) {
                let newer = try journal(JournalQuery(lead: lead, verbs: Decision.decisiveVerbs, limit: 1)).first
                return .changedSince(lead, by: newer.flatMap { $0.id > latest.id ? $0 : nil })
            }
        }
        return nil
    }

    private func canGoBack(
        _ lead: LeadID, from after: LeadStanding, to before: LeadStanding
    ) throws(StoreError) -> Bool {
        guard let then = try standing(of: lead)?.reverting(after, to: before) else { return false }
        // What it would be merged into again may have been merged into it meanwhile.
        guard let parent = then.state.mergedInto else { return true }
        return try root(of: parent) != lead
    }

    private func restore(_ target: JournalTarget, at now: Instant) throws(StoreError) {
        guard let (lead, before, after) = try target.decided() else { return }
        try save(after, of: lead, at: now)
        guard before.state != after.state, let row = try prospect(of: lead) else { return }
        switch after.state {
        case .prospect: try setWithdrawn(false, prospect: row.ref, at: now, sendsAt: now + Decision.hold)
        case .flagged, .snoozed, .rejected, .merged:
            guard case .prospect = before.state else { return }
            try setWithdrawn(true, prospect: row.ref, at: now, sendsAt: row.sendsAt)
        }
    }
}

extension JournalTarget {
    /// The lead with its standing before and after; nil where the command decided nothing about one, as a note does.
    ///
    /// - Throws: where the entry cannot be read. An undo that passes over a lead would be told as done and is not.
    fileprivate func decided() throws(StoreError) -> (LeadID, LeadStanding, LeadStanding)? {
        guard let lead else { return nil }
        guard let old = LeadStanding(json: before), let new = LeadStanding(json: after) else {
            throw .constraint("an entry of the journal about lead \(lead) cannot be read: pantau log --verify")
        }
        return old == new ? nil : (lead, old, new)
    }
}
