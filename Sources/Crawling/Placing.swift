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
/// is none.
struct Placer: Sendable {
    let memory: SignatureMemory

    func place(
        _ found: FoundArticle, _ candidates: [LeadCandidate], _ load: (LeadID) throws -> CandidateDetail?
    ) throws -> Placement {
        let signature = memory.signature(of: found.article.canonicalURL) ?? CaseSignature(found)
        var best: (id: LeadID, reason: JoinReason)?
        for candidate in candidates {
            for twin in try signatures(of: candidate, load) {
                guard let reason = joinReason(signature, twin) else { continue }
                if reason.sureness > best?.reason.sureness ?? -1 { best = (candidate.id, reason) }
            }
        }
        guard let best, let detail = try load(best.id) else { return .alone }
        return .joins(
            best.id, best.reason, identification: detail.identification.joined(with: found.identification))
    }

    private func signatures(
        of candidate: LeadCandidate, _ load: (LeadID) throws -> CandidateDetail?
    ) throws -> [CaseSignature] {
        let known = candidate.articles.compactMap(memory.signature(of:))
        guard known.count < candidate.articles.count, let detail = try load(candidate.id) else { return known }
        let made = detail.articles.map {
            CaseSignature(article: $0, identification: detail.identification, score: detail.score)
        }
        for signature in made { memory.keep(signature) }
        return made
    }
}

extension CaseSignature {
    init(_ found: FoundArticle) {
        self.init(article: found.article, identification: found.identification, score: found.score)
    }
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
