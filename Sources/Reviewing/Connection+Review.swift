public import Hashing
public import Model
public import Storing
import Text

extension Connection {
    /// Takes one decision on each of the leads, and writes one entry of the journal for all of them.
    ///
    /// Leads that refuse are left as they are and do not keep the others from changing. Call it inside
    /// ``Store/write(_:)``: entry and changes are kept together or not at all.
    ///
    /// - Parameters:
    ///   - ids: a lead named twice is decided once.
    ///   - takesOver: decide even where somebody else holds the lead.
    ///   - makeID: the id of a new prospect.
    public func review(
        _ decision: Decision, _ ids: [LeadID], by author: Author, at now: Instant, ifVersion: Int? = nil,
        takesOver: Bool = false, makeID: (Instant) -> UUIDv7 = { UUIDv7(at: $0, random: randomBytes(10)) }
    ) throws(StoreError) -> ReviewResult {
        var circumstances = Circumstances(
            actor: author.actor, now: now, ifVersion: ifVersion, takesOver: takesOver)
        circumstances.isOneDesk = try !hasUsers()
        var result = ReviewResult()
        var changes: [(LeadID, LeadChange)] = []
        var seen: Set<LeadID> = []
        for id in ids where seen.insert(id).inserted {
            switch try verdict(decision, id, circumstances) {
            case .change(var change):
                if let texts = change.texts {
                    change.after.edition = try addTexts(texts, of: id, by: author.actor, at: now)
                }
                changes.append((id, change))
            case .already(let state):
                result.already.append(.init(id: id, state: state, entry: try lastDecision(on: id)))
            case .refused(let refusal):
                result.refused.append(.init(id: id, refusal: refusal, entry: try lastDecision(on: id)))
            }
        }
        result.entry = try record(changes, decision, by: author, at: now)
        for (id, change) in changes {
            result.changed.append(try carryOut(change, on: id, by: author, at: now, entry: result.entry, makeID))
        }
        for (id, change) in changes where change.after.state == .rejected(.protected) {
            // It was in review, so it is no prospect, and nobody was sent anything of it.
            _ = try erase(id, because: .protectedIdentity, by: author, at: now) { _, _ in }
        }
        return result
    }

    private func verdict(
        _ decision: Decision, _ id: LeadID, _ circumstances: Circumstances
    ) throws(StoreError) -> Verdict {
        guard let head = try head(of: id, at: circumstances.now) else { return .refused(.notFound(id)) }
        if case .reject(let rejection) = decision, let original = rejection.original,
            try standing(of: original) == nil
        {
            return .refused(.notFound(original))
        }
        var circumstances = circumstances
        switch decision {
        case .merge(let other):
            guard let survivor = try self.head(of: try root(of: other), at: circumstances.now) else {
                return .refused(.notFound(other))
            }
            circumstances.isJoined = try root(of: id) == survivor.id
            circumstances.survivor = survivor
        case .differ(let other):
            if try standing(of: other) == nil { return .refused(.notFound(other)) }
        case .unmerge:
            guard head.standing.state.mergedInto != nil else { break }
            circumstances.survivor = try self.head(of: try root(of: id), at: circumstances.now)
            circumstances.former = try standingBeforeMerge(of: id)
        case .accept, .reject, .snooze, .unsnooze, .claim, .release, .note, .assign, .label, .edit, .reopen: break
        }
        let ref = try prospectRef(for: id, at: circumstances.now)
        return decide(decision, on: head, in: circumstances, ref: ref)
    }

    /// How a merged lead stood before; nil where the journal does not tell.
    private func standingBeforeMerge(of lead: LeadID) throws(StoreError) -> LeadStanding? {
        for entry in try journal(JournalQuery(lead: lead, limit: 100)) {
            for target in entry.draft.targets where target.lead == lead {
                guard let before = LeadStanding(json: target.before), let after = LeadStanding(json: target.after)
                else { continue }
                if after.state.mergedInto != nil, before.state.mergedInto == nil { return before }
            }
        }
        return nil
    }

    /// The newest entry of a person that touched a lead.
    private func lastDecision(on lead: LeadID) throws(StoreError) -> JournalEntry? {
        try journal(JournalQuery(lead: lead, verbs: Decision.decisiveVerbs, limit: 1)).first
    }

    private func record(
        _ changes: [(LeadID, LeadChange)], _ decision: Decision, by author: Author, at now: Instant
    ) throws(StoreError) -> EntryID? {
        var targets: [JournalTarget] = []
        for (id, change) in changes where change.isRecorded {
            targets.append(try target(id, change))
        }
        targets += try survivors(of: changes)
        guard !targets.isEmpty else { return nil }
        let draft = JournalDraft(
            at: now, by: author, verb: decision.verb, reason: decision.reasonCode, targets: targets)
        return try append(draft).id
    }

    /// A merge changes the lead that lives on as well, so its history tells it; its own standing stays.
    private func survivors(of changes: [(LeadID, LeadChange)]) throws(StoreError) -> [JournalTarget] {
        var targets: [JournalTarget] = []
        for survivor in Set(changes.compactMap(\.1.other)).sorted() {
            guard let standing = try standing(of: survivor)?.json.members else { continue }
            let moved = changes.filter { $0.1.other == survivor }
            let isMerge = moved.contains { $0.1.after.state.mergedInto != nil }
            let ids = JSONValue.array(moved.map { .integer($0.0.value) })
            targets.append(
                JournalTarget(
                    lead: survivor, before: .object(standing),
                    after: .object(standing + [.init(isMerge ? "took" : "gave", ids)])))
        }
        return targets
    }

    private func target(_ id: LeadID, _ change: LeadChange) throws(StoreError) -> JournalTarget {
        var (before, after) = (change.before.json.members ?? [], change.after.json.members ?? [])
        switch change.claim {
        case .none: break
        case .taken(let claim, let holder):
            if let holder { before.append(.init("claim", .string(holder.name))) }
            after.append(.init("claim", .string(claim.by.name)))
        case .ended(let holder): before.append(.init("claim", .string(holder.name)))
        }
        if let texts = change.texts { after.append(.init("texts", .string(try seal(of: texts)))) }
        if let note = change.note { after.append(.init("note", .string(try seal(ofNote: note)))) }
        return JournalTarget(lead: id, before: .object(before), after: .object(after))
    }

    private func carryOut(
        _ change: LeadChange, on id: LeadID, by author: Author, at now: Instant, entry: EntryID?,
        _ makeID: (Instant) -> UUIDv7
    ) throws(StoreError) -> ReviewResult.Changed {
        switch change.claim {
        case .none: break
        case .taken(let claim, _): try save(claim, of: id)
        case .ended: try save(nil, of: id)
        }
        if change.before != change.after { try save(change.after, of: id, at: now) }
        if let note = change.note, let entry { try addNote(note, to: id, by: author.actor, at: now, entry: entry) }
        let prospect: ProspectRow?
        if let sending = change.sending {
            prospect = try makeProspect(
                of: id, id: makeID(now), by: author.actor, second: sending.second, at: now, sendsAt: sending.notBefore)
        } else {
            prospect = nil
        }
        return .init(
            id: id, change: change, version: try head(of: id, at: now)?.version ?? 0, prospect: prospect)
    }

    /// Lets go of everything that a person holds, as when a screen is left.
    ///
    /// - Returns: how many leads are free now.
    @discardableResult
    public func releaseAll(by author: Author, at now: Instant) throws(StoreError) -> Int {
        let held = try leads(LeadQuery(states: [], where: [.claimed(by: author.actor)]), at: now).leads.map(\.id)
        return try review(.release, held, by: author, at: now).changed.count
    }
}
