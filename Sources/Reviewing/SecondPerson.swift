import Model
import Storing

/// What the rule of two persons says of an acceptance.
enum SecondPersonVerdict {
    /// It may become a prospect; with the other person where it needed one.
    case confirmed(Actor?)
    case other(Verdict)
}

/// A protected lead is accepted by two (issue 6, section 4). Where users are registered, each with a command of their own:
/// the first acceptance waits, the second makes the prospect. Where nobody is, the second person stands beside the first
/// and their name is typed.
func secondPerson(
    _ acceptance: Acceptance, _ lead: LeadHead, _ circumstances: Circumstances
) -> SecondPersonVerdict {
    guard lead.isProtected else { return .confirmed(acceptance.second) }
    let actor = circumstances.actor
    guard !circumstances.isOneDesk else {
        guard let second = acceptance.second, second != actor else { return .other(.refused(.needsSecondReviewer)) }
        return .confirmed(second)
    }
    guard acceptance.second == nil else { return .other(.refused(.secondActsThemselves)) }
    switch lead.standing.awaitsAfter {
    case actor?: return .other(.already(lead.standing.state))
    case let first?: return .confirmed(first)
    case nil: return .other(.change(waiting(acceptance, lead, after: actor)))
    }
}

/// The first acceptance: what it sets is kept, and nothing leaves.
private func waiting(_ acceptance: Acceptance, _ lead: LeadHead, after actor: Actor) -> LeadChange {
    var after = lead.standing.flagged()
    after.awaitsAfter = actor
    after.setUrgency = acceptance.urgency ?? after.setUrgency
    for need in acceptance.needs where !after.addedNeeds.contains(need) { after.addedNeeds.append(need) }
    return LeadChange(of: lead, to: after, note: acceptance.note)
}
