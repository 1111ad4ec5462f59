import Identifying
public import Model

// Merging moves articles and takes nothing away: what each lead found by itself (`lead_detail`, `lead_key`) stays with
// it, and the lead that lives on is worked out from all of it. So a merge that is taken back leaves no trace.

extension Connection {
    /// The lead that a merged one lives on in; the lead itself where it was not merged.
    public func root(of lead: LeadID) throws(StoreError) -> LeadID {
        try value("SELECT root FROM lead_merge WHERE lead = $1", lead) ?? lead
    }

    /// The leads that live on in this one, at whatever remove, oldest first.
    public func leadsMerged(into lead: LeadID) throws(StoreError) -> [LeadID] {
        try rows("SELECT lead FROM lead_merge WHERE root = $1 ORDER BY lead", lead) { row throws(StoreError) in
            try row["lead"]
        }
    }

    /// Puts a lead with its articles, and with those that were merged into it, where its standing says.
    ///
    /// - Parameter parent: the lead that it was merged into; nil where it stands alone.
    /// - Returns: the leads besides it whose columns have to be worked out again.
    func move(_ lead: LeadID, into parent: LeadID?) throws(StoreError) -> Set<LeadID> {
        let formerRoot = try root(of: lead)
        let newRoot: LeadID
        if let parent { newRoot = try root(of: parent) } else { newRoot = lead }
        let members = try tree(under: lead)
        if let parent, members.contains(parent) { throw .constraint("lead \(lead) would be merged into itself") }
        try run("UPDATE lead_article SET home = $1 WHERE lead = $1 AND home IS NULL AND $2 <> $1", lead, newRoot)
        for member in members {
            try run("UPDATE lead_article SET lead = $2 WHERE home = $1", member, newRoot)
            try run("UPDATE lead_merge SET root = $2 WHERE lead = $1", member, newRoot)
        }
        if let parent {
            try run(
                """
                INSERT INTO lead_merge (lead, parent, root) VALUES ($1, $2, $3)
                ON CONFLICT (lead) DO UPDATE SET parent = excluded.parent, root = excluded.root
                """, lead, parent, newRoot)
        } else {
            try run("DELETE FROM lead_merge WHERE lead = $1", lead)
            try run("UPDATE lead_article SET home = NULL WHERE home = $1", lead)
        }
        return Set([formerRoot, newRoot]).subtracting([lead])
    }

    /// The lead and all that were merged into it, directly or not. UNION and not UNION ALL: a circle in a file that was
    /// edited by hand must end.
    private func tree(under lead: LeadID) throws(StoreError) -> [LeadID] {
        try rows(
            """
            WITH RECURSIVE inside(lead) AS (
              SELECT $1 UNION SELECT lead_merge.lead FROM lead_merge JOIN inside ON lead_merge.parent = inside.lead)
            SELECT lead FROM inside
            """, lead
        ) { row throws(StoreError) in try row["lead"] }
    }

    /// Who, where and when of a lead: what its own articles say, joined with what those say that were merged into it, and
    /// with what a person wrote in its place.
    func identification(
        of lead: LeadID, own: Identification, _ standing: LeadStanding
    ) throws(StoreError) -> Identification {
        var whole = own
        for merged in try leadsMerged(into: lead) {
            let found: (Identification, LeadStanding)? = try first(
                "SELECT identification_json, standing_json FROM lead_detail JOIN lead ON lead.id = lead WHERE lead = $1",
                merged
            ) { row throws(StoreError) in (try row["identification_json"], try row["standing_json"]) }
            guard let (identification, standing) = found else { continue }
            whole = whole.joined(with: try texts(of: standing).applied(to: identification))
        }
        return try texts(of: standing).applied(to: whole)
    }
}

extension LeadState {
    /// The lead that a merged one was merged into; nil in every other state.
    public var mergedInto: LeadID? { if case .merged(into: let lead) = self { lead } else { nil } }
}
