public import Model

extension Connection {
    /// The legs of a prospect in the order of their hops.
    public func legs(of prospect: UUIDv7) throws(StoreError) -> [ReferralLeg] {
        try rows("SELECT * FROM referral_leg WHERE prospect = $1 ORDER BY hop", prospect, make: ReferralLeg.init)
    }

    /// The prospect of a leg; nil where no leg has that id.
    public func prospect(ofLeg id: AnyUUID) throws(StoreError) -> ProspectRow? {
        try first(
            "SELECT * FROM prospect WHERE id = (SELECT prospect FROM referral_leg WHERE id = $1)", id,
            make: ProspectRow.init)
    }

    /// How soon a lead's clocks run; nil where it is gone.
    public func urgency(of lead: LeadID) throws(StoreError) -> Urgency? {
        try value("SELECT urgency FROM lead WHERE id = $1", lead)
    }

    /// Where a lead's case is, as `MY-01`...; nil where that is not known, or the lead is gone.
    public func state(of lead: LeadID) throws(StoreError) -> String? {
        try value("SELECT state_code FROM lead WHERE id = $1", lead, as: String?.self) ?? nil
    }

    /// Writes a leg, new or changed; what its notes say was masked with the change that brought them.
    public func save(_ leg: ReferralLeg) throws(StoreError) {
        try run(
            """
            INSERT INTO referral_leg (id, prospect, hop, sender, agency, state, state_at, reason, note, step_json,
              sent_at, due_at, missed, case_id, outcome_json, original_json)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            ON CONFLICT (id) DO UPDATE SET state = $6, state_at = $7, reason = $8, note = $9, step_json = $10,
              due_at = $12, missed = $13, case_id = $14, outcome_json = $15, original_json = $16
            """, leg.id, leg.prospect, leg.hop, leg.from, leg.to, leg.state, leg.stateAt, leg.reason, leg.note,
            leg.nextStep, leg.sentAt, leg.dueAt, leg.missedClocks, leg.caseID, leg.outcome, leg.original)
    }

    /// Notes where a prospect stands after its legs have changed, so that it is sent again.
    ///
    /// - Parameters:
    ///   - closedAs: see ``ProspectRow/closedAs``.
    ///   - original: what another system said that it repeats.
    public func setStatus(
        _ status: ReferralState, since statusAt: Instant, closedAs: ReferralState?, original: ForeignCase?,
        prospect: UUIDv7, at now: Instant
    ) throws(StoreError) {
        try run(
            """
            UPDATE prospect SET status = $2, status_at = $3, closed_as = $4, original_json = $5, changed_at = $6
            WHERE id = $1
            """, prospect, status.rawValue, statusAt, closedAs, original, now)
    }

    /// The legs of every prospect that is not over, by prospect; those of the others too where `isAll`.
    public func legsByProspect(isAll: Bool = false) throws(StoreError) -> [UUIDv7: [ReferralLeg]] {
        let condition =
            isAll
            ? ""
            : """
            WHERE prospect IN (SELECT id FROM prospect
              WHERE status NOT IN ('helped', 'declined', 'duplicate', 'withdrawn') OR closed_as = 'prospect')
            """
        let legs = try rows("SELECT * FROM referral_leg \(condition) ORDER BY prospect, hop", make: ReferralLeg.init)
        return Dictionary(grouping: legs, by: \.prospect)
    }

    /// The prospects whose status is one of these, the one that has it longest first.
    public func prospects(inStates states: [ReferralState]) throws(StoreError) -> [ProspectRow] {
        var filter = SQLFilter()
        let list = filter.placeholders(states)
        return try rows(
            "SELECT * FROM prospect WHERE is_withdrawn = 0 AND status IN (\(list)) ORDER BY status_at, ref",
            bind: filter.values, make: ProspectRow.init)
    }
}

extension ReferralLeg {
    init(_ row: Row) throws(StoreError) {
        self.init(
            id: try row["id"], prospect: try row["prospect"], hop: try row["hop"], from: try row["sender"],
            to: try row["agency"], state: try row["state"], at: try row["state_at"], dueAt: try row["due_at"])
        (reason, note, nextStep) = (try row["reason"], try row["note"], try row["step_json"])
        (sentAt, missedClocks, caseID) = (try row["sent_at"], try row["missed"], try row["case_id"])
        (outcome, original) = (try row["outcome_json"], try row["original_json"])
    }
}
