import Identifying
public import Model
public import Storing

/// Under which circumstances a decision is made.
public struct Circumstances: Hashable, Sendable {
    /// Who decides.
    public var actor: Actor
    /// Claims that have run out by then bind nobody.
    public var now: Instant
    /// The version that the person saw; nil where it does not matter.
    public var ifVersion: Int?
    /// Decide even where somebody else holds the lead.
    public var takesOver: Bool
    /// Nobody is registered: a second person's name is typed, as nobody could prove it.
    public var isOneDesk = true
    /// The lead that lives on: for a merge the one it goes into, for the end of a merge the one it is in.
    public var survivor: LeadHead?
    /// Whether the lead and the one it is to be merged into are of one case already.
    public var isJoined = false
    /// For the end of a merge: how the lead stood before it.
    public var former: LeadStanding?

    public init(
        actor: Actor, now: Instant, ifVersion: Int? = nil, takesOver: Bool = false, survivor: LeadHead? = nil,
        isJoined: Bool = false, former: LeadStanding? = nil
    ) {
        (self.actor, self.now, self.ifVersion, self.takesOver) = (actor, now, ifVersion, takesOver)
        (self.survivor, self.isJoined, self.former) = (survivor, isJoined, former)
    }
}

/// What a decision does to a lead. Pure: the one place where the rules of review stand.
///
/// In this order: what is so already is a note; a changed version, a claim of somebody else, and an earlier decision are
/// conflicts; then the rules of each decision.
///
/// - Parameter ref: the reference that the lead has or would get as a prospect.
public func decide(
    _ decision: Decision, on lead: LeadHead, in circumstances: Circumstances, ref: ProspectRef
) -> Verdict {
    if let refusal = decision.mistake(on: lead) { return .refused(refusal) }
    if decision.isDone(on: lead, in: circumstances) { return .already(lead.standing.state) }
    if let refusal = conflict(decision, lead, circumstances) { return .refused(refusal) }
    if let text = decision.text, text.unicodeScalars.count > Decision.noteLimit {
        return .refused(.noteTooLong(limit: Decision.noteLimit))
    }
    switch decision {
    case .accept(let acceptance): return accept(acceptance, lead, circumstances, ref)
    case .reject(let rejection): return reject(rejection, lead)
    case .snooze(let wake, let note): return snooze(wake, note, lead, circumstances.now)
    case .unsnooze: return .change(LeadChange(of: lead, to: lead.standing.flagged()))
    case .claim(let span): return claim(span, lead, circumstances)
    case .release:
        var change = LeadChange(of: lead, to: lead.standing)
        change.claim = lead.claim.map { .ended(of: $0.by) } ?? .none
        return .change(change)
    case .note(let text):
        guard text.contains(where: { !$0.isWhitespace }) else { return .refused(.needsNote) }
        return .change(LeadChange(of: lead, to: lead.standing, endsClaim: false, note: text))
    case .reopen: return .change(LeadChange(of: lead, to: lead.standing.flagged(), endsClaim: false))
    case .assign(let colleague): return .change(assign(colleague, lead))
    case .label(let added, let removed): return label(added, removed, lead)
    case .edit(let edit): return .change(setting(edit, lead))
    case .merge: return merge(lead, circumstances)
    case .unmerge: return .change(unmerge(lead, circumstances))
    case .differ(let other): return .change(differ(other, lead))
    }
}

extension Decision {
    /// Whether nothing is left to do. Doing a thing twice is no error: a script may not know whether its first try arrived.
    fileprivate func isDone(on lead: LeadHead, in circumstances: Circumstances) -> Bool {
        switch (self, lead.standing.state) {
        case (.accept, .prospect), (.reject, .rejected), (.unsnooze, .flagged): true
        case (.snooze(let wake, let note), .snoozed(let current)): wake == current && note == nil
        case (.release, _): lead.claim == nil
        case (.reopen, .flagged): true
        case (.merge, _): circumstances.isJoined
        case (.unmerge, let state): state.mergedInto == nil
        case (.assign(let colleague), _): lead.standing.assignee == colleague
        case (.label(let added, let removed), _):
            lead.standing.labels(adding: added, removing: removed) == lead.standing.labels
        case (.edit(let edit), _):
            edit.applied(to: lead.standing) == lead.standing && edit.applied(to: lead.texts) == lead.texts
        case (.differ(let other), _): lead.standing.different.contains(other)
        case (.accept, _), (.reject, _), (.snooze, _), (.unsnooze, _), (.claim, _), (.note, _), (.reopen, _): false
        }
    }

    /// What is wrong with the command itself, whatever the lead's state.
    fileprivate func mistake(on lead: LeadHead) -> Refusal? {
        switch self {
        case .merge(let other), .differ(let other): other == lead.id ? .ofItself : nil
        case .label(let added, let removed): added.isEmpty && removed.isEmpty ? .nothingToSet : nil
        case .edit(let edit): edit.refusal
        case .accept, .reject, .snooze, .unsnooze, .claim, .release, .note, .assign, .unmerge, .reopen: nil
        }
    }

    /// Whether it may be taken on a lead in that state.
    fileprivate func isOpen(in state: LeadState) -> Bool {
        switch (self, state) {
        case (.note, _), (.label, _), (.differ, _), (.release, _), (_, .flagged), (_, .snoozed): true
        // A claim on a prospect: whoever finds another door for what came back holds it meanwhile.
        case (.claim, .prospect): true
        case (.assign, .prospect), (.edit, .prospect), (.reopen, .rejected), (.unmerge, .merged): true
        case (_, .rejected), (_, .merged), (_, .prospect): false
        }
    }

    /// A remark stands in nobody's way, and no claim in its.
    fileprivate var isRemark: Bool {
        switch self {
        case .note, .label, .differ: true
        case .accept, .reject, .snooze, .unsnooze, .claim, .release, .assign, .edit, .merge, .unmerge, .reopen: false
        }
    }
}

private func conflict(_ decision: Decision, _ lead: LeadHead, _ circumstances: Circumstances) -> Refusal? {
    if let expected = circumstances.ifVersion, expected != lead.version {
        return .changed(found: lead.version, expected: expected)
    }
    for claim in [lead.claim, circumstances.survivor?.claim].compactMap(\.self) {
        if claim.by != circumstances.actor, !circumstances.takesOver, !decision.isRemark { return .claimed(claim) }
    }
    return decision.isOpen(in: lead.standing.state) ? nil : .decided(lead.standing.state)
}

private func accept(
    _ acceptance: Acceptance, _ lead: LeadHead, _ circumstances: Circumstances, _ ref: ProspectRef
) -> Verdict {
    let second: Actor?
    switch secondPerson(acceptance, lead, circumstances) {
    case .confirmed(let actor): second = actor
    case .other(let verdict): return verdict
    }
    var after = lead.standing.flagged()
    after.state = .prospect(ref: ref.description)
    after.setUrgency = acceptance.urgency ?? after.setUrgency
    for need in acceptance.needs where !after.addedNeeds.contains(need) { after.addedNeeds.append(need) }
    var change = LeadChange(of: lead, to: after, note: acceptance.note)
    change.sending = .init(
        notBefore: circumstances.now + max(acceptance.hold, .seconds(0)), second: second)
    return .change(change)
}

private func reject(_ rejection: Rejection, _ lead: LeadHead) -> Verdict {
    if rejection.reason == .other, rejection.note?.contains(where: { !$0.isWhitespace }) != true {
        return .refused(.needsNote)
    }
    if rejection.original == lead.id { return .refused(.duplicateOfItself) }
    var after = lead.standing.flagged()
    after.state = .rejected(rejection.reason)
    after.agency = rejection.agency.map { maskIdentifiers(in: $0).text }
    after.original = rejection.original
    return .change(LeadChange(of: lead, to: after, note: rejection.note))
}

private func snooze(_ wake: Wake, _ note: String?, _ lead: LeadHead, _ now: Instant) -> Verdict {
    var after = lead.standing.flagged()
    after.state = .snoozed(until: wake)
    switch wake {
    case .at(let instant):
        guard instant > now else { return .refused(.wakesAtOnce) }
    case .scoreAbove(let points):
        guard points > 0 else { return .refused(.wakesAtOnce) }
        after.snoozedScore = lead.score
    case .newArticle: break
    }
    return .change(LeadChange(of: lead, to: after, note: note))
}

private func claim(_ span: TimeSpan, _ lead: LeadHead, _ circumstances: Circumstances) -> Verdict {
    // A hold that never ends would lock a person's case for ever.
    let span = min(max(span, .minutes(1)), .hours(24))
    var change = LeadChange(of: lead, to: lead.standing, endsClaim: false)
    let holder = lead.claim?.by
    change.claim = .taken(Claim(by: circumstances.actor, until: circumstances.now + span), from: holder)
    change.isRecorded = holder != circumstances.actor
    return .change(change)
}

extension LeadChange {
    init(of lead: LeadHead, to after: LeadStanding, endsClaim: Bool = true, note: String? = nil) {
        (before, self.after, self.note, isRecorded) = (lead.standing, after, note, true)
        claim = endsClaim ? lead.claim.map { .ended(of: $0.by) } ?? .none : .none
    }
}
