import Model

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

    /// The leads that may be of one case with `lead`, likeliest first; those that were merged with another are left out.
    func offers(for lead: LeadID) throws(StoreError) -> [LeadLink] {
        try rows(
            """
            SELECT other AS linked, reason, tenths, facts_json FROM lead_offer JOIN lead ON lead.id = other
              WHERE lead_offer.lead = $1 AND lead.state <> 'merged'
            UNION ALL
            SELECT lead_offer.lead AS linked, reason, tenths, facts_json FROM lead_offer JOIN lead ON lead.id = lead_offer.lead
              WHERE lead_offer.other = $1 AND lead.state <> 'merged'
            ORDER BY tenths DESC, linked LIMIT $2
            """, lead, offersPerLead
        ) { row throws(StoreError) in
            let facts: JoinFacts = try row["facts_json"]
            return LeadLink(lead: try row["linked"], reason: try row["reason"], facts: facts.facts)
        }
    }
}
