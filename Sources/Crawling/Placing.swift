import Identifying
import Locking
import Model
import Storing

/// Remembers the signatures of a crawl's articles by their canonical address, so that each is made once: made anew for every
/// comparison they took half of a crawl's time.
final class SignatureMemory: Sendable {
    private let signatures = Lock<[String: CaseSignature]>([:])
    /// About 2 kB each; beyond, all are forgotten, which costs time and no correctness.
    private static let limit = 20_000

    func keep(_ signature: CaseSignature) {
        signatures.withLock {
            if $0.count >= Self.limit { $0 = [:] }
            $0[signature.canonicalURL] = signature
        }
    }

    func signature(of canonicalURL: String) -> CaseSignature? { signatures.withLock { $0[canonicalURL] } }
}

/// Where an article belongs among leads that share a key with it: with the one whose case it surely tells; alone where there
/// is none, with those that may be of its case offered to a reviewer.
struct Placer: Sendable {
    let memory: SignatureMemory
    let gazetteer: Gazetteer

    func place(
        _ found: FoundArticle, _ candidates: [LeadCandidate], _ load: (LeadID) throws -> CandidateDetail?
    ) throws -> Placement {
        let signature = memory.signature(of: found.article.canonicalURL) ?? CaseSignature(found, using: gazetteer)
        var sure: (lead: LeadID, link: CaseLink)?
        var offers: [LeadLink] = []
        for candidate in candidates {
            let links = try signatures(of: candidate, load).compactMap { link(between: signature, and: $0) }
            guard let best = links.max(by: { $0.rank < $1.rank }) else { continue }
            if best.isSure, best.rank > sure?.link.rank ?? (0, 0) { sure = (candidate.id, best) }
            offers.append(LeadLink(lead: candidate.id, reason: best.reason, facts: best.facts))
        }
        // Of two leads that it surely tells, it joins one; that the two may be one is for a reviewer.
        var placement = Placement(offers: offers.filter { $0.lead != sure?.lead }.sorted { $0.tenths > $1.tenths })
        if let sure, let detail = try load(sure.lead) {
            placement.joins = .init(
                link: LeadLink(lead: sure.lead, reason: sure.link.reason, facts: sure.link.facts),
                identification: detail.identification.joined(with: found.identification))
        }
        return placement
    }

    private func signatures(
        of candidate: LeadCandidate, _ load: (LeadID) throws -> CandidateDetail?
    ) throws -> [CaseSignature] {
        let known = candidate.articles.compactMap(memory.signature(of:))
        guard known.count < candidate.articles.count, let detail = try load(candidate.id) else { return known }
        let made = detail.articles.map {
            CaseSignature(article: $0, identification: detail.identification, score: detail.score, using: gazetteer)
        }
        for signature in made { memory.keep(signature) }
        return made
    }
}

extension CaseSignature {
    init(_ found: FoundArticle, using gazetteer: Gazetteer) {
        self.init(
            article: found.article, identification: found.identification, score: found.score, using: gazetteer)
    }
}

extension CaseLink {
    /// The surer, the greater: sure reasons first, then what speaks more for it.
    fileprivate var rank: (Int, Int) { (isSure ? reason.sureness : 0, tenths) }
}

extension JoinReason {
    /// The surer, the greater.
    fileprivate var sureness: Int {
        switch self {
        case .first, .merged: 0
        case .sameEvent: 1
        case .samePerson: 2
        case .nearCopy: 3
        case .sameURL: 4
        }
    }
}
