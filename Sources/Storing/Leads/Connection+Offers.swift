public import Model

/// A reviewer looks at three; more are noise.
private let offersPerLead = 5

extension Connection {
    /// Keeps that a lead may be of one case with others. Offered again, an offer keeps what speaks more for it.
    func offer(_ links: [LeadLink], for lead: LeadID, at now: Instant) throws(StoreError) {
        for link in links.prefix(offersPerLead) where link.lead != lead {
            let pair = [lead, link.lead].sorted()
            try run(
                """
                INSERT INTO lead_offer (lead, other, reason, tenths, facts_json, at) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (lead, other) DO UPDATE SET reason = excluded.reason, tenths = excluded.tenths,
                  facts_json = excluded.facts_json, at = excluded.at WHERE excluded.tenths > lead_offer.tenths
                """, pair[0], pair[1], link.reason, link.tenths, JoinFacts(link.facts), now)
        }
    }

    /// The leads that may be of one case with `lead`, likeliest first. What was offered to a lead that was merged counts
    /// for the one that it lives on in; left out are those that a person has called another case.
    public func offers(for lead: LeadID) throws(StoreError) -> [LeadLink] {
        let root = try root(of: lead)
        let offered = try rows(
            """
            WITH own(id) AS (SELECT $1 UNION ALL SELECT lead FROM lead_merge WHERE root = $1)
            SELECT ifnull(m.root, other) AS linked, reason, tenths, facts_json FROM lead_offer
              JOIN own ON own.id = lead_offer.lead LEFT JOIN lead_merge m ON m.lead = other
            UNION ALL
            SELECT ifnull(m.root, lead_offer.lead) AS linked, reason, tenths, facts_json FROM lead_offer
              JOIN own ON own.id = other LEFT JOIN lead_merge m ON m.lead = lead_offer.lead
            ORDER BY tenths DESC, linked
            """, root
        ) { row throws(StoreError) in
            let facts: JoinFacts = try row["facts_json"]
            return LeadLink(lead: try row["linked"], reason: try row["reason"], facts: facts.facts)
        }
        let different = try leadsCalledDifferent(from: root)
        var seen: Set<LeadID> = [root]
        return Array(
            offered.filter { seen.insert($0.lead).inserted && !different.contains($0.lead) }.prefix(offersPerLead))
    }

    /// The leads that a person has called another case than this one, at either of the two.
    public func leadsCalledDifferent(from lead: LeadID) throws(StoreError) -> Set<LeadID> {
        var different = Set(try standing(of: lead)?.different ?? [])
        let others: [LeadID] = try rows(
            """
            SELECT id FROM lead WHERE id IN (SELECT other FROM lead_offer WHERE lead = $1 UNION
              SELECT lead FROM lead_offer WHERE other = $1)
              AND EXISTS (SELECT 1 FROM json_each(standing_json, '$.different') WHERE value = $1)
            """, lead
        ) { row throws(StoreError) in try row["id"] }
        different.formUnion(others)
        return different
    }
}
