public import Model
public import Storing
import Text

/// What `lead add` came to.
public enum AddedLead: Hashable, Sendable {
    case made(MadeLead, entry: EntryID)
    /// The article was there, and belongs to that lead.
    case known(LeadID, LeadState)
}

/// A lead of its own that a person brought.
public struct MadeLead: Hashable, Sendable {
    public var id: LeadID
    /// `merged` where it surely tells of the same case as another.
    public var state: LeadState
    /// Why it was merged; nil where it was not.
    public var joined: LeadLink?
    /// Leads that may be of its case, likeliest first, where it was not merged.
    public var offers: [LeadLink] = []
}

extension Connection {
    /// Makes a lead of what a person brought, with one entry of the journal.
    ///
    /// Where it surely tells of the same case as a lead that is open or a prospect, it is merged into that at once. Taken
    /// back, it is put away as rejected (`other`): what was read stays, nobody is asked to review it.
    ///
    /// - Throws: also what `placing` throws; ``Refusal`` for a note that is too long.
    public func addLead(
        _ found: FoundArticle, note: String?, by author: Author, at now: Instant, placing: Placing
    ) throws -> AddedLead {
        if let note, note.unicodeScalars.count > Decision.noteLimit {
            throw Refusal.noteTooLong(limit: Decision.noteLimit)
        }
        let id: LeadID
        let sure: LeadLink?
        switch try bring(found, by: author.actor, at: now, placing: placing) {
        case .known(let lead): return .known(lead, try standing(of: lead)?.state ?? .flagged)
        case .made(let lead, let link): (id, sure) = (lead, link)
        }
        var standing = LeadStanding(state: .rejected(.other))
        standing.foundBy = author.actor
        let before = standing.json
        standing = standing.flagged()
        let survivor = try sure.flatMap { link throws(StoreError) in try self.survivor(of: link.lead) }
        if let survivor {
            standing.state = .merged(into: survivor)
            try save(standing, of: id, at: now)
        }
        var after = standing.json.members ?? []
        if let note { after.append(.init("note", .string(try seal(ofNote: note)))) }
        var targets = [JournalTarget(lead: id, before: before, after: .object(after))]
        if let survivor, let own = try self.standing(of: survivor)?.json.members {
            let took = JSONValue.array([.integer(id.value)])
            targets.append(
                JournalTarget(lead: survivor, before: .object(own), after: .object(own + [.init("took", took)])))
        }
        let entry = try append(JournalDraft(at: now, by: author, verb: Decision.addVerb, targets: targets)).id
        if let note { try addNote(note, to: id, by: author.actor, at: now, entry: entry) }
        var made = MadeLead(id: id, state: standing.state)
        if let survivor {
            made.joined = sure.map { LeadLink(lead: survivor, reason: $0.reason, facts: $0.facts) }
        } else {
            made.offers = try offers(for: id)
        }
        return .made(made, entry: entry)
    }

    /// The lead that a new telling of a case may be merged into: one that people see. What was rejected or put off stays
    /// beside it for a person to compare.
    private func survivor(of lead: LeadID) throws(StoreError) -> LeadID? {
        let root = try root(of: lead)
        switch try standing(of: root)?.state {
        case .flagged, .prospect: return root
        case .snoozed, .rejected, .merged, nil: return nil
        }
    }
}
