import Identifying
import Model
import Storing

/// Where an article belongs among leads that share a key with it: with the first whose case it tells, by the surest
/// reason; alone where there is none.
func place(_ found: FoundArticle, among candidates: [LeadCandidate]) -> Placement {
    let signature = CaseSignature(
        article: found.article, identification: found.identification, score: found.score)
    var best: (candidate: LeadCandidate, reason: JoinReason)?
    for candidate in candidates {
        for other in candidate.articles {
            let twin = CaseSignature(
                article: other.article, identification: candidate.identification, score: candidate.score)
            guard let reason = joinReason(signature, twin) else { continue }
            if reason.sureness > best?.reason.sureness ?? -1 { best = (candidate, reason) }
        }
    }
    guard let best else { return .alone }
    return .joins(
        best.candidate.id, best.reason,
        identification: best.candidate.identification.joined(with: found.identification))
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
