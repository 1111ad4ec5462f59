public import Model
public import Storing
import Text

/// What came of opening a lead to read it.
public enum Opening: Hashable, Sendable {
    /// It is read and held; nobody else decides on it meanwhile.
    case held(Lead, Claim)
    /// It is read; somebody else holds it, so it can be read and not decided.
    case shared(Lead)
    /// There is no such lead.
    case notFound
}

extension Connection {
    /// The first lead of a queue that was not passed over yet.
    ///
    /// - Parameter passed: leads that this person has skipped in this session.
    public func nextLead(
        _ query: LeadQuery, passing passed: Set<LeadID>, at now: Instant
    ) throws(StoreError) -> LeadSummary? {
        var query = query
        // Those passed over may stand first, and no more than those.
        query.limit = passed.count + 1
        return try leads(query, at: now).leads.first { !passed.contains($0.id) }
    }

    /// Whether a person has something to decide on it: it was flagged, or an agency gave it back.
    func isToReview(_ head: LeadHead, at now: Instant) throws(StoreError) -> Bool {
        switch head.standing.state {
        case .flagged: true
        case .prospect: try isReturned(head.id, at: now)
        case .snoozed, .rejected, .merged: false
        }
    }

    /// Opens a lead to be read: writes who looked at it, holds it where it is free, and only then gives the data.
    ///
    /// Call it inside ``Store/write(_:)``: where the entry cannot be kept, nothing is given (PRIVACY.md, P4). A lead that
    /// one holds already is held anew from `now` on.
    ///
    /// - Parameter lease: for how long it is held; nil to look only.
    public func open(
        _ id: LeadID, by author: Author, lease: TimeSpan?, at now: Instant
    ) throws(StoreError) -> Opening {
        guard let head = try head(of: id, at: now) else { return .notFound }
        let isFree = head.claim.map { $0.by == author.actor } ?? true
        let canHold = isFree ? try isToReview(head, at: now) : false
        let claim = lease.flatMap { canHold ? Claim(by: author.actor, until: now + $0) : nil }
        let holder: JSONValue = claim.map { ["claim": .string($0.by.name)] } ?? .object([])
        try append(
            JournalDraft(
                at: now, by: author, verb: Decision.openVerb,
                targets: [JournalTarget(lead: id, before: .object([]), after: holder)]))
        if let claim { try save(claim, of: id) }
        guard let lead = try lead(id, at: now) else { return .notFound }
        return claim.map { .held(lead, $0) } ?? .shared(lead)
    }
}
