import Model
import Referring
import Reviewing
import Settings
import Storing

#if canImport(Glibc)
    import Glibc
#endif

/// What a person does at the desk, each in one transaction: the plain review and the screen both stand on it.
struct ReviewDesk {
    let context: Context
    let store: Store

    /// Opens the first lead of a queue that was not passed over, and holds it for this person.
    func openNext(_ query: LeadQuery, passing passed: Set<LeadID>) async throws -> (id: LeadID, opening: Opening)? {
        let (author, lease, now) = (context.author, context.settings.lease, context.now)
        return try await store.write { db in
            guard let next = try db.nextLead(query, passing: passed, at: now) else { return nil }
            return (next.id, try db.open(next.id, by: author, lease: lease, at: now))
        }
    }

    /// - Parameter version: of the lead that was read; nil where it does not matter.
    func decide(
        _ decision: Decision, _ ids: [LeadID], ifVersion version: Int?, takesOver: Bool = false
    ) async throws -> ReviewResult {
        if case .assign(let colleague?) = decision { try context.requireColleague(colleague) }
        let (author, now) = (context.author, context.now)
        return try await store.write { db in
            try db.review(decision, ids, by: author, at: now, ifVersion: version, takesOver: takesOver)
        }
    }

    func undo(_ target: UndoTarget) async throws -> UndoResult {
        let (author, now) = (context.author, context.now)
        return try await store.write { db in try db.undo(target, by: author, at: now) }
    }

    /// Lets go of all that this person holds.
    func releaseAll() async throws {
        let (author, now) = (context.author, context.now)
        try await store.write { db in _ = try db.releaseAll(by: author, at: now) }
    }

    /// Ends the program because a signal asks for it; nothing stays held.
    func leave(by signal: Int32) async -> Never {
        do {
            try await releaseAll()
        } catch {
            // A lease ends by itself; that it was not ended now is all there is to tell.
            context.output.note(.databaseFault("\(error)"))
        }
        _exit(128 + signal)
    }

    /// What a sitting came to.
    func summary(of tally: ReviewTally) async throws -> ReviewSummary {
        let left = try await store.read { db in try db.leadCounts().filter { $0.state == .flagged } }
        return ReviewSummary(tally: tally, left: left, now: context.now)
    }
}
