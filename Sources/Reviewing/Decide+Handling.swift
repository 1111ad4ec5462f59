import Model
import Storing

// What decisions do that change something besides the outcome of review.

func assign(_ colleague: Actor?, _ lead: LeadHead) -> LeadChange {
    var after = lead.standing
    after.assignee = colleague
    return LeadChange(of: lead, to: after, endsClaim: lead.claim?.by != colleague)
}

func label(_ added: [LeadLabel], _ removed: [LeadLabel], _ lead: LeadHead) -> Verdict {
    var after = lead.standing
    after.labels = lead.standing.labels(adding: added, removing: removed)
    guard after.labels.count <= Decision.labelLimit else { return .refused(.tooMany(limit: Decision.labelLimit)) }
    return .change(LeadChange(of: lead, to: after, endsClaim: false))
}

func setting(_ edit: LeadEdit, _ lead: LeadHead) -> LeadChange {
    let texts = edit.applied(to: lead.texts)
    var change = LeadChange(of: lead, to: edit.applied(to: lead.standing), endsClaim: false)
    // The number of what is written is known once it is kept.
    if texts != lead.texts { change.texts = texts }
    return change
}

/// - Precondition: `circumstances.survivor` is the lead that lives on; without one there is nothing to merge into.
func merge(_ lead: LeadHead, _ circumstances: Circumstances) -> Verdict {
    guard let survivor = circumstances.survivor else { return .refused(.ofItself) }
    if case .rejected = survivor.standing.state { return .refused(.intoRejected(survivor.id)) }
    var after = lead.standing.flagged()
    after.state = .merged(into: survivor.id)
    var change = LeadChange(of: lead, to: after)
    change.other = survivor.id
    return .change(change)
}

func unmerge(_ lead: LeadHead, _ circumstances: Circumstances) -> LeadChange {
    var after = lead.standing.flagged()
    // Labels and texts may have changed while it was merged; its outcome is that of before. A snooze that has run out
    // meanwhile is over.
    switch circumstances.former?.state {
    case .snoozed(until: .at(let instant)) where instant <= circumstances.now: after.returned = .time
    case .snoozed(let wake):
        after.state = .snoozed(until: wake)
        after.snoozedScore = circumstances.former?.snoozedScore
    case .flagged, .rejected, .merged, .prospect, nil: after.returned = circumstances.former?.returned
    }
    var change = LeadChange(of: lead, to: after, endsClaim: false)
    change.other = circumstances.survivor?.id
    return change
}

func differ(_ other: LeadID, _ lead: LeadHead) -> LeadChange {
    var after = lead.standing
    after.different = (after.different + [other]).sorted()
    return LeadChange(of: lead, to: after, endsClaim: false)
}

extension LeadStanding {
    /// Its labels after a change, each once, in alphabetical order.
    func labels(adding added: [LeadLabel], removing removed: [LeadLabel]) -> [LeadLabel] {
        Set(labels).union(added).subtracting(removed).sorted()
    }
}
