public import Model
import Text

extension Connection {
    /// Lets a prospect leave no earlier than `sendsAt`.
    public func setSendsAt(_ sendsAt: Instant, prospect id: UUIDv7, at now: Instant) throws(StoreError) {
        try run("UPDATE prospect SET sends_at = $2, changed_at = $3 WHERE id = $1", id, sendsAt, now)
    }

    /// Notes what the person says to being passed on.
    public func setConsent(_ consent: Consent, prospect id: UUIDv7, at now: Instant) throws(StoreError) {
        try run("UPDATE prospect SET consent_json = $2, changed_at = $3 WHERE id = $1", id, consent, now)
    }

    /// Keeps what a person has written over what the rules say.
    public func setEdits(_ edits: ProspectEdits, prospect id: UUIDv7, at now: Instant) throws(StoreError) {
        try run("UPDATE prospect SET edits_json = $2, changed_at = $3 WHERE id = $1", id, edits, now)
    }

    /// A keyed hash of what a person has written, for the journal.
    public func seal(of edits: ProspectEdits) throws(StoreError) -> String { try seal(of: edits.json.text) }

    /// The members of a group in their order; none where it is no group.
    public func members(of lead: LeadID) throws(StoreError) -> [ProspectRow] {
        try rows(
            "SELECT * FROM prospect WHERE lead = $1 AND member > 0 ORDER BY member", lead, make: ProspectRow.init)
    }

    /// Makes one prospect for each person of a group, with an id and a reference of its own, as its head is.
    ///
    /// - Parameter makeID: the ids of the members.
    public func split(
        _ head: ProspectRow, into persons: [Person], at now: Instant, makeID: () -> UUIDv7
    ) throws(StoreError) -> [ProspectRow] {
        for (index, person) in persons.enumerated() {
            try run(
                """
                INSERT INTO prospect (id, ref, lead, status, status_at, revision, accepted_by, second_reviewer,
                  accepted_at, sends_at, updated_at, member, person_json, changed_at, consent_json, edits_json)
                VALUES ($1, $2, $3, 'prospect', $4, 0, $5, $6, $7, $8, $4, $9, $10, $4, NULL, NULL)
                """, makeID(), try freeRef(from: head.lead, at: now), head.lead, now, head.acceptedBy,
                head.secondReviewer, head.acceptedAt, head.sendsAt, index + 1, person)
        }
        try run(
            "UPDATE prospect SET members = $2, changed_at = $3 WHERE id = $1", head.id, persons.count, now)
        return try members(of: head.lead)
    }
}
