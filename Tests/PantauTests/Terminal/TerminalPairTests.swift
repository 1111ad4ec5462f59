import Foundation
import Model
import Storing
import StoringSamples
import Testing

/// Two people before two terminals, and one store.
@Suite(.enabled(if: Tmux.isInstalled, Comment(rawValue: Tmux.advice)))
struct TerminalPairTests {
    /// Rejects one lead after the other until none is left.
    ///
    /// - Returns: the leads that the screen called rejected, in their order.
    private func rejectAll(_ tmux: Tmux) async throws -> [Int64] {
        var told: [Int64] = []
        while true {
            let start = try await tmux.wait("a lead, or the end") { picture in
                picture.lines.contains { $0.hasPrefix(" Yours until") || $0.hasPrefix(" Rejected #") }
                    || isOver(picture)
            }
            if isOver(start) { return told }
            try await tmux.type("r")
            let asked = try await tmux.wait("the reasons, or the end") { $0.text.contains("why?") || isOver($0) }
            if isOver(asked) { return told }
            try await tmux.type("9")
            let answer = try await tmux.wait("an answer") { !$0.text.contains("why?") && !$0.lines[22].isEmpty }
            if let id = answer.text.firstMatch(of: /Rejected #(\d+)/).flatMap({ Int64($0.1) }) { told.append(id) }
        }
    }

    private func isOver(_ picture: Picture) -> Bool {
        picture.text.contains("All done.") || picture.text.contains("is read by others")
    }

    @Test func eachLeadIsDecidedOnceByOneOfThem() async throws {
        let (machine, store) = try await Machine.withLeads(InventedLeads.plain(16))
        let aminah = try await Tmux(on: machine)
        try await aminah.wait(for: "Yours until")
        let hafiz = try await Tmux(on: machine, with: ["PANTAU_USER": "hafiz"])
        let first = try await hafiz.wait(for: "Yours until")
        #expect(first.lines[1].hasPrefix("      1 ") && first.lines[1].contains("aminah"), "who reads what is seen")
        #expect(first.lines[2].hasPrefix(" >    2 "), "and the next is offered")

        async let one = rejectAll(aminah)
        async let other = rejectAll(hafiz)
        let told = try await [one, other]
        let decided = try await store.decisions()
        for (name, ids) in zip(["aminah", "hafiz"], told) {
            #expect(!ids.isEmpty, "\(name) had leads to decide")
            let own = decided.filter { $0.draft.author.actor.name == name }
            #expect(
                own.flatMap { $0.draft.targets.compactMap { $0.lead?.value } } == ids, "what \(name) was told is kept")
        }
        #expect(Set(told.joined()).count == 16, "none is left")
        #expect(decided.count == 16, "none is decided twice")
        for tmux in [aminah, hafiz] {
            try await tmux.type("q")
            try await tmux.wait(for: "q leave")
            try await tmux.type("q")
            try await tmux.wait(for: "EXIT 0\n")
        }
        #expect(try await store.heldLeads() == [])
    }

    @Test func whatAColleagueHoldsIsReadAndNotDecided() async throws {
        let (machine, store) = try await Machine.withLeads(InventedLeads.plain(3))
        let aminah = try await Tmux(on: machine)
        try await aminah.wait(for: "Yours until")
        let hafiz = try await Tmux(on: machine, with: ["PANTAU_USER": "hafiz"])
        try await hafiz.wait(for: " >    2 ")
        try await hafiz.wait(for: "Yours until")
        try await hafiz.type("k")
        try await hafiz.wait(for: "Read by aminah")
        try await hafiz.type("a")
        try await hafiz.wait(for: "#1 is read by aminah until")
        #expect(try await store.decisions().isEmpty)
        // Who has gone holds nothing: the other takes it at once.
        try await aminah.type("q")
        try await aminah.wait(for: "EXIT 0\n")
        try await hafiz.type("R")
        try await hafiz.wait("a lead that nobody reads") { !$0.lines[1].contains("aminah") }
        try await hafiz.type("a")
        try await hafiz.wait(for: "Accepted #1")
    }

    // MARK: Undo

    @Test func aDecisionIsTakenBackAfterARestart() async throws {
        let (machine, store) = try await Machine.withLeads(InventedLeads.plain(3))
        var tmux = try await Tmux(on: machine)
        try await tmux.wait(for: "Yours until")
        try await tmux.type("r5")
        try await tmux.wait(for: "Rejected #1")
        kill(try #require(tmux.program), SIGKILL)
        try await tmux.wait(for: "EXIT 137")
        tmux = try await Tmux(on: machine)
        try await tmux.wait(for: "Yours until")
        try await tmux.type("u")
        let back = try await tmux.wait(for: "Undone: lead.reject old-news #1.")
        #expect(back.lines[1].hasPrefix(" >    1 "), "what came back is shown")
        #expect(try await store.read { db in try db.standing(of: LeadID(1)) }?.state == .flagged)
        try await tmux.press("C-r")
        try await tmux.wait(for: "Done again: lead.reject old-news #1.")
        #expect(try await store.read { db in try db.standing(of: LeadID(1)) }?.state.code == "rejected")
    }

    @Test func whatAColleagueDidIsTakenBackOnlyAfterAQuestion() async throws {
        let (machine, store) = try await Machine.withLeads(InventedLeads.plain(3))
        try await machine.pantau("lead", "edit", "1", "--set", "urgency=urgent", with: ["PANTAU_USER": "hafiz"])
        let urgency = { try await store.read { db in try db.lead(LeadID(1), at: .present)?.urgency } }
        try #require(try await urgency() == .urgent)
        let tmux = try await Tmux(on: machine)
        try await tmux.wait(for: "Yours until")
        for (answer, left) in [("Escape", Urgency.urgent), ("Enter", .routine)] {
            try await tmux.type("h")
            let page = try await tmux.wait(for: "lead.edit")
            let place = try #require(page.lines.firstIndex { $0.contains("lead.edit") })
            // The first entry is chosen; the page begins below its title.
            for _ in 1..<place { try await tmux.type("j") }
            try await tmux.wait("the entry") { $0.lines[place].hasPrefix(">") }
            try await tmux.type("u")
            try await tmux.wait(for: "hafiz")
            let asked = try await tmux.wait("the question") { $0.lines[22].contains("lead.edit") }
            #expect(asked.lines[22].contains("hafiz"))
            try await tmux.press(answer)
            try await tmux.wait("an answer") { !$0.lines[22].contains("?") && !$0.lines[22].isEmpty }
            #expect(try await urgency() == left, "\(answer)")
        }
    }
}
