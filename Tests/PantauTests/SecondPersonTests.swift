import Model
import Storing
import StoringSamples
import Testing
import Text

@testable import pantau

/// A protected lead is accepted by two people, each with a command of their own.
@Suite struct SecondPersonTests {
    let desk: MemoryDesk
    init() throws { desk = try MemoryDesk() }

    private func open() async throws {
        try await desk.keepTwoLeads()
        for name in ["hafiz", "siti"] { try await desk.run("user add \(name) --role reviewer") }
    }

    private func lead() async throws -> LeadSummary {
        let page = try await desk.store.read { db in
            try db.leads(LeadQuery(states: [], order: .old), at: Sample.monday)
        }
        return try #require(page.leads.first { $0.id == LeadID(1) })
    }

    @Test func theFirstWaitsAndTheSecondMakesTheProspect() async throws {
        try await open()
        let first = try await desk.run("lead accept 1 --urgency emergency", by: "hafiz")
        #expect(first.data.hasPrefix("#1 waits for a second person."))
        #expect(try await lead().awaitsAfter?.name == "hafiz")
        #expect(try await lead().state == .flagged)
        #expect(try await desk.run("prospect list", by: "hafiz").data.isEmpty)

        #expect(try await desk.run("lead accept 1", by: "siti").data.hasPrefix("Accepted #1; prospect PR-"))
        let row = try #require(try await desk.store.read { db in try db.prospect(of: LeadID(1)) })
        #expect((row.acceptedBy.name, row.secondReviewer?.name) == ("siti", "hafiz"))
        #expect(try await lead().urgency == .emergency)
        let accepted = try await desk.log().filter { $0.draft.verb == "lead.accept" }
        #expect(accepted.map(\.draft.author.actor.name) == ["siti", "hafiz"])
    }

    @Test func onePersonCannotBeBoth() async throws {
        try await open()
        try await desk.run("lead accept 1", by: "hafiz")
        let again = try await desk.run("lead accept 1", by: "hafiz")
        #expect(again.failure == nil && again.data.isEmpty)
        #expect(again.messages.hasPrefix("#1 waits for a second person."))
        let typed = try await desk.run("lead accept 1 --second siti", by: "hafiz")
        #expect(typed.failure?.id == "err.second-self")
        #expect(try await lead().state == .flagged)
    }

    @Test func undoWorksOnBothAcceptances() async throws {
        try await open()
        try await desk.run("lead accept 1", by: "hafiz")
        try await desk.run("lead accept 1", by: "siti")
        #expect(try await desk.run("undo", by: "hafiz").failure?.id == "err.changed")
        #expect(try await desk.run("undo", by: "siti").data == "Undone: lead.accept #1.\n")
        #expect(try await lead().awaitsAfter?.name == "hafiz")
        #expect(try await desk.run("undo", by: "hafiz").data == "Undone: lead.accept #1.\n")
        #expect(try await lead().awaitsAfter == nil)
        #expect(try await desk.run("redo", by: "hafiz").data == "Done again: lead.accept #1.\n")
        #expect(try await desk.run("redo", by: "siti").data == "Done again: lead.accept #1.\n")
        guard case .prospect = try await lead().state else { return #expect(Bool(false), "no prospect") }
    }

    @Test func aRejectionBySomebodyElseEndsTheWaiting() async throws {
        try await open()
        try await desk.run("lead accept 1", by: "hafiz")
        try await desk.run("lead reject 1 --reason not-in-need", by: "siti")
        #expect(try await lead().awaitsAfter == nil)
        #expect(try await lead().state == .rejected(.notInNeed))
    }

    @Test func whoWaitsIsShownToTheOthersAndAskedOfThemAlone() async throws {
        try await open()
        try await desk.run("lead accept 1", by: "hafiz")
        #expect(try await desk.run("lead list -S is:awaiting --format id", by: "siti").data == "1\n")
        let table = try await desk.run("lead list --format table", by: "siti").data
        #expect(table.contains("2nd after hafiz: [identity protected]"))
        let item = try JSONValue(parsing: try await desk.run("lead list --json", by: "siti").data.utf8)["items"]?[0]
        #expect(item?["awaits_after"]?.string == "hafiz")
        #expect(try await desk.run("today", by: "siti").data.contains("Second"))
        #expect(try await !desk.run("today", by: "hafiz").data.contains("Second"))
        let (mine, theirs) = try await desk.store.read { db in
            let (hafiz, siti) = (Sample.actor("hafiz"), Sample.actor("siti"))
            return (
                try db.countLeads(LeadQuery(where: [.open(to: hafiz)]), at: Sample.monday),
                try db.countLeads(LeadQuery(where: [.open(to: siti)]), at: Sample.monday)
            )
        }
        #expect((mine, theirs) == (1, 2))
    }

    @Test func whereNobodyIsRegisteredTheSecondIsNamed() async throws {
        try await desk.keepTwoLeads()
        #expect(try await desk.run("lead accept 1").failure?.id == "err.protected")
        #expect(try await desk.run("lead accept 1 --second aminah").failure?.id == "err.protected")
        #expect(try await desk.run("lead accept 1 --second hafiz").failure == nil)
    }
}
