import Model
import Reviewing
import Storing
import StoringSamples
import Testing

/// A store with a few flagged leads, and the commands of a reviewer in one line each.
struct Desk: Sendable {
    let folder: TemporaryFolder
    let store: Store
    let now = Sample.monday

    init(leads: Int) async throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
        try await store.write { db in
            try db.commitSamples((1...leads).map { Sample.found(Sample.article($0)) })
        }
    }

    func review(
        _ decision: Decision, _ ids: [Int64], as author: Author = Sample.aminah, at time: Instant? = nil,
        ifVersion: Int? = nil, takesOver: Bool = false
    ) async throws -> ReviewResult {
        try await store.write { db in
            try db.review(
                decision, ids.map { LeadID($0) }, by: author, at: time ?? now, ifVersion: ifVersion,
                takesOver: takesOver)
        }
    }

    func undo(_ target: UndoTarget = .lastOwn, as author: Author = Sample.aminah) async throws -> UndoResult {
        try await store.write { db in try db.undo(target, by: author, at: now + .minutes(5)) }
    }

    func lead(_ id: Int64) async throws -> Lead {
        try #require(try await store.read { db in try db.lead(LeadID(id), at: now) })
    }

    func states(_ ids: ClosedRange<Int64>) async throws -> [LeadState] {
        var states: [LeadState] = []
        for id in ids { states.append(try await lead(id).state) }
        return states
    }

    /// Newest first, without those of the crawl.
    func entries() async throws -> [JournalEntry] {
        try await store.read { db in try db.journal(JournalQuery()) }.filter { $0.draft.verb != "crawl" }
    }
}
