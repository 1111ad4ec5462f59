import Model
import Reviewing
import Storing

extension ReviewResult.Changed {
    /// What is said of a decision that was carried out.
    func message(of decision: Decision, at now: Instant) -> Message {
        switch decision {
        case .accept where change.after.awaitsAfter != nil: return .awaitsSecond(id)
        case .accept:
            let leaves = prospect?.sendsAt ?? now
            return .leadAccepted(
                id, ref: prospect?.ref.description ?? "", leavesAt: leaves > now ? leaves.clock : nil)
        case .reject(let rejection): return .leadRejected(id, rejection.reason)
        case .snooze(let wake, _): return .leadSnoozed(id, until: wake.words)
        case .unsnooze: return .leadWoke(id)
        case .claim(let span): return .leadClaimed(id, minutes: Int(span.milliseconds / 60_000))
        case .release: return .leadReleased(id)
        case .note: return .leadNoted(id)
        case .assign(let colleague): return .leadAssigned(id, to: colleague)
        case .label: return .leadLabelled(id, change.after.labels)
        case .edit: return .leadEdited(id)
        case .merge: return .leadMerged(id, into: change.other ?? id)
        case .unmerge: return .leadUnmerged(id, from: change.other ?? id)
        case .reopen: return .leadWoke(id)
        case .differ(let other): return .leadDiffers(id, from: other)
        }
    }
}

extension ReviewResult.Already {
    /// What is said where nothing was to be done.
    var message: Message {
        switch state {
        case .prospect(let ref): .alreadyProspect(id, ref: ref)
        case .rejected(let reason): .alreadyRejected(id, reason)
        case .flagged where entry?.draft.verb == "lead.accept": .awaitsSecond(id)
        case .flagged, .snoozed, .merged: .alreadySo(id)
        }
    }
}

extension ReviewResult.Refused {
    /// What is said of a lead that was left as it was.
    var message: Message {
        switch refusal {
        case .notFound(let id): .notFound(id)
        case .claimed(let claim):
            .claimed(id, by: claim.by.name, until: String(claim.until.rfc3339().dropFirst(11).prefix(5)))
        case .changed: .changed(id)
        case .decided(let state): .decidedOtherwise(id, state: state)
        case .needsSecondReviewer: .secondPerson(id)
        case .secondActsThemselves: .secondActsThemselves(id)
        case .needsNote: .usage("\"other\" needs --note with the reason", command: "lead reject")
        case .noteTooLong(let limit): .usage("a note may have \(limit) characters", command: "lead")
        case .wakesAtOnce: .usage("--until names a time that has passed", command: "lead snooze")
        case .duplicateOfItself: .usage("a lead is no duplicate of itself", command: "lead reject")
        case .ofItself: .usage("\(id) cannot be compared or merged with itself", command: "lead merge")
        case .intoRejected(let survivor): .intoRejected(id, survivor)
        case .tooMany(let limit): .usage("more than \(limit) at one lead", command: "lead")
        case .nothingToSet: .usage("nothing was named to set or to take away", command: "lead")
        }
    }
}

extension Wake {
    /// When a snoozed lead comes back, for a sentence.
    var words: (en: String, ms: String) {
        switch self {
        case .at(let instant):
            let time = instant.rfc3339().prefix(16).replacing("T", with: " ")
            return (String(time), String(time))
        case .newArticle: return ("a new article joins it", "ada berita baharu")
        case .scoreAbove(let points): return ("its score rises by \(points)", "skornya naik \(points)")
        }
    }
}
