import Model
import Storing
import StoringSamples

extension Machine {
    /// A machine with these leads to review, found 31 minutes ago, and its store.
    static func withLeads(_ leads: [FoundArticle]) async throws -> (Machine, Store) {
        let machine = try Machine()
        try await machine.pantau("init", "--quiet")
        let store = try Store.open(machine.database, mode: .write)
        let result = Sample.result(leads, at: .present - .minutes(31))
        try await store.write { db in _ = try db.commit(result) { _, _, _ in .alone } }
        return (machine, store)
    }
}

extension Store {
    /// Whom somebody holds now.
    func heldLeads() async throws -> [LeadID] {
        try await read { db in
            try db.leads(LeadQuery(states: [], where: [.not(.unclaimed)]), at: .present).leads.map(\.id)
        }
    }

    /// Each decision that was made at the desk, the oldest first.
    func decisions() async throws -> [JournalEntry] {
        try await read { db in
            try db.journal(JournalQuery(verbs: ["lead.accept", "lead.reject", "lead.snooze"], limit: 10_000))
        }.reversed()
    }
}
