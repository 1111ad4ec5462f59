import Model
import Storing
import StoringSamples
import Testing

@testable import pantau

/// Who is protected stays so at every door of the desk, and who lifts the veil is written down first.
@Suite struct ProtectionTests {
    private func desk() async throws -> MemoryDesk {
        let desk = try MemoryDesk()
        try await desk.keepTwoLeads()
        return desk
    }

    @Test(arguments: ["lead open 1", "lead open 1 --archived", "lead open 1 --json"])
    func theArticleOfAProtectedLeadOpensForASupervisorWithAReason(line: String) async throws {
        let desk = try await desk()
        try await desk.registerEverybody()
        let refused = try await desk.run(line, by: "supervisor")
        #expect(refused.failure?.id == "err.identity-protected")
        #expect(refused.data == "")
        #expect(refused.failure?.hint == "--reveal --reason")
        let opened = try await desk.run("\(line) --reveal --reason panggilan␣hospital", by: "supervisor")
        #expect(opened.failure == nil)
        #expect(opened.data.contains(line.hasSuffix("archived") ? "Rekaan bin Contoh" : "rekaan.example/berita/1"))
        #expect(try await desk.log().contains { $0.draft.verb == "lead.reveal" })
        let other = try await desk.run("\(line) --reveal --reason x", by: "reviewer")
        #expect(other.failure?.id == "err.role" && other.data == "")
    }

    @Test func aProspectIsListedByInitialsAndShownAsALeadIs() async throws {
        let desk = try await desk()
        try await desk.run("lead accept 2")
        let list = try await desk.run("prospect list --format table").data
        #expect(list.contains("R. C. hilang rumah") && !list.contains("Rekaan"))
        try await desk.run("lead accept 1 --second hafiz")
        let refs = try await desk.run("prospect list --format id").lines
        try #require(refs.count == 2)
        let before = try await desk.log().count
        for ref in refs {
            let shown = try await desk.run("prospect show \(ref)")
            #expect(shown.failure == nil)
            #expect(shown.data.contains("[identity protected]") != shown.data.contains("Rekaan bin Contoh"))
        }
        let looked = try await desk.store.read { db in try db.journal(JournalQuery()) }.prefix(2)
        #expect(looked.allSatisfy { $0.draft.verb == "lead.open" } && before > 0)
        let protected =
            try await desk.run("prospect show \(refs[1]) --reveal --reason rujukan").data
            + desk.run("prospect show \(refs[0]) --reveal --reason rujukan").data
        #expect(!protected.contains("[identity protected]"))
        #expect(try await desk.run("prospect show \(refs[0]) --read-only").failure?.id == "err.readonly")
    }

    @Test func aLeadIsHandedOnlyToSomebodyWhoCanDecide() async throws {
        let desk = try await desk()
        #expect(try await desk.run("lead assign 2 --to hafix").failure == nil, "where nobody is registered")
        try await desk.registerEverybody()
        for name in ["hafix", "viewer", "auditor"] {
            let refused = try await desk.run("lead assign 2 --to \(name)", by: "reviewer").failure
            #expect(refused?.id == "err.no-colleague")
            #expect(refused?.english.contains("One of: ") == true && refused?.english.contains("supervisor") == true)
            #expect(refused?.english.contains("auditor,") == false)
        }
        #expect(try await desk.run("lead assign 2 --to supervisor", by: "reviewer").failure == nil)
        try await desk.run("user disable supervisor")
        let gone = try await desk.run("lead assign 2 --to supervisor", by: "reviewer").failure
        #expect(gone?.id == "err.no-colleague")
        #expect(try await desk.run("lead list -S is:mine --format id", by: "reviewer").lines == [])
    }
}
