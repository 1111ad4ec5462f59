import Model
import Reviewing
import Storing

extension Context {
    /// A lead with its data, once the journal says who looks at it: without the entry nothing is shown (PRIVACY.md, P4),
    /// so neither on a full disk nor with `--read-only`.
    ///
    /// - Throws: `CommandFailure` where there is no such lead; a `StoreError` where the entry cannot be kept.
    func opened(_ id: LeadID) async throws -> Lead {
        let (author, now) = (author, now)
        let store = try store(.writing)
        switch try await store.write({ db in try db.open(id, by: author, lease: nil, at: now) }) {
        case .held(let lead, _), .shared(let lead): return lead
        case .notFound:
            let erasure = try await store.read { db in try db.erasure(of: id) }
            throw CommandFailure(erasure.map { .erasedForGood(id, $0.reason) } ?? .notFound(id))
        }
    }
}
