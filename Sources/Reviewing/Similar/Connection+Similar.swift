public import Identifying
public import Model
public import Storing

extension Connection {
    /// The leads that may be of one case with this one, likeliest first: those that a crawl offered, and those that a
    /// comparison of now finds among the leads that share a key with it (40 at most).
    ///
    /// A merged lead is compared as the one that it lives on in. What a person has called another case stands last.
    ///
    /// - Parameter least: in hundredths; what is less alike is left out.
    /// - Returns: nil where there is no such lead.
    public func similarLeads(
        to id: LeadID, atLeast least: Int = 30, using gazetteer: Gazetteer, at now: Instant
    ) throws(StoreError) -> [SimilarLead]? {
        guard let lead = try lead(try root(of: id), at: now) else { return nil }
        var links: [LeadID: (link: LeadLink, isOffered: Bool)] = [:]
        for offer in lead.offers { links[offer.lead] = (offer, true) }
        let own = signatures(of: lead, using: gazetteer)
        var leads: [LeadID: Lead] = [:]
        for other in Set(try neighbours(of: lead.id)).union(links.keys) {
            guard let found = try self.lead(other, at: now) else { continue }
            leads[other] = found
            guard let link = likeliest(own, signatures(of: found, using: gazetteer), other) else { continue }
            // What the crawl saw may have been more: an article was edited since.
            guard link.tenths > links[other]?.link.tenths ?? .min else { continue }
            links[other] = (link, links[other]?.isOffered ?? false)
        }
        let different = try leadsCalledDifferent(from: lead.id)
        let similar = leads.compactMap { other, found in
            links[other].map { known in
                SimilarLead(
                    lead: found, link: known.link, isOffered: known.isOffered,
                    isCalledDifferent: different.contains(other))
            }
        }
        return similar.filter { $0.percent >= least }.sorted { a, b in
            if a.isCalledDifferent != b.isCalledDifferent { return b.isCalledDifferent }
            return (b.percent, a.lead.id) < (a.percent, b.lead.id)
        }
    }

    private func signatures(of lead: Lead, using gazetteer: Gazetteer) -> [CaseSignature] {
        lead.articles.prefix(Connection.articlesCompared).map {
            CaseSignature(
                article: $0.article, identification: lead.identification, score: $0.score, using: gazetteer)
        }
    }

    /// Best article first; a case told thirty times is told by five.
    private static let articlesCompared = 5

    private func likeliest(_ own: [CaseSignature], _ other: [CaseSignature], _ id: LeadID) -> LeadLink? {
        let links = own.flatMap { mine in other.compactMap { link(between: mine, and: $0) } }
        return links.max { $0.tenths < $1.tenths }.map { LeadLink(lead: id, reason: $0.reason, facts: $0.facts) }
    }
}
