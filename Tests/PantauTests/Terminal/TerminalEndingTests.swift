import Foundation
import Model
import Storing
import Testing

/// However a sitting ends, the next program finds the terminal as it was, and nobody's lead stays locked.
@Suite(.enabled(if: Tmux.isInstalled, Comment(rawValue: Tmux.advice)))
struct TerminalEndingTests {
    /// The terminal is as before: its settings, the main screen, the cursor, and nothing of anybody's on it.
    private func expectGivenBack(_ tmux: Tmux, _ picture: Picture) async throws {
        let before = try #require(tmux.file("before"))
        #expect(!before.isEmpty && tmux.file("after") == before, "stty -g")
        #expect(try await tmux.state == Tmux.State(isAlternate: false, showsCursor: true))
        #expect(!picture.text.contains("Rumah keluarga"), "nothing of a lead stays in sight")
        #expect(try await !tmux.everything.contains("Rumah keluarga"), "nor in the scrollback")
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT]) func aSignalGivesTerminalAndLeadsBack(signal: Int32)
        async throws
    {
        let (machine, store) = try await Machine.withLeads(InventedLeads.plain(3))
        let tmux = try await Tmux(on: machine)
        try await tmux.wait(for: "Yours until")
        #expect(try await tmux.state == Tmux.State(isAlternate: true, showsCursor: false))
        #expect(try await store.heldLeads() == [LeadID(1)])
        kill(try #require(tmux.program), signal)
        let picture = try await tmux.wait(for: "EXIT \(128 + signal)\n")
        try await expectGivenBack(tmux, picture)
        #expect(try await store.heldLeads() == [])
    }

    @Test func whoLeavesGetsTheTerminalBackAndTheSummary() async throws {
        let (machine, store) = try await Machine.withLeads(InventedLeads.plain(3))
        let tmux = try await Tmux(on: machine)
        try await tmux.wait(for: "Yours until")
        try await tmux.type("r5")
        try await tmux.wait(for: "Rejected #1")
        try await tmux.type("q")
        try await tmux.wait(for: "q leave")
        try await tmux.type("q")
        let picture = try await tmux.wait(for: "EXIT 0\n")
        #expect(picture.text.contains("You reviewed 1 lead "))
        try await expectGivenBack(tmux, picture)
        #expect(try await store.heldLeads() == [])
    }

    /// The line is cut, or the window closed: the program must not wait for keys for ever.
    @Test func aTerminalThatIsGoneEndsTheSitting() async throws {
        let (machine, store) = try await Machine.withLeads(InventedLeads.plain(3))
        let tmux = try await Tmux(on: machine)
        try await tmux.wait(for: "Yours until")
        let program = try #require(tmux.program)
        try await tmux.close()
        for _ in 0..<300 where kill(program, 0) == 0 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(kill(program, 0) == -1)
        #expect(try await store.heldLeads() == [])
    }

    /// By its own key and by a signal, twice each: the second time nothing of the first may be left.
    @Test(arguments: [true, false]) func aSuspendedScreenHoldsNothingAndComesBack(byKey: Bool) async throws {
        let (machine, store) = try await Machine.withLeads(InventedLeads.plain(3))
        // A shell with job control, as a person has.
        let tmux = try await Tmux(on: machine, "PS1='$ ' exec sh -i")
        try await tmux.wait(for: "$")
        try await tmux.type("stty -g >before; sh -c 'echo $$ >pid; exec \"$pantau\" review'")
        try await tmux.press("Enter")
        for round in 1...2 {
            try await tmux.wait(for: "Yours until")
            #expect(try await store.heldLeads() == [LeadID(1)])
            if byKey { try await tmux.press("C-z") } else { kill(try #require(tmux.program), SIGTSTP) }
            try await tmux.wait("the shell") { $0.lines.contains { $0.contains("Stopped") } }
            #expect(try await store.heldLeads() == [])
            try await tmux.type("stty -g >after; clear; echo ROUND \(round)")
            try await tmux.press("Enter")
            let picture = try await tmux.wait("the answer") { $0.lines.contains("ROUND \(round)") }
            try await expectGivenBack(tmux, picture)
            try await tmux.type("fg")
            try await tmux.press("Enter")
        }
        try await tmux.wait(for: "Yours until")
        try await tmux.type("r5")
        try await tmux.wait(for: "Rejected #1")
        try await tmux.type("qq")
        try await tmux.wait(for: "You reviewed 1 lead ")
        #expect(try await store.heldLeads() == [])
    }

    /// While it waits for nobody's fg a supervisor may want it gone.
    @Test func aSuspendedScreenCanBeEnded() async throws {
        let (machine, store) = try await Machine.withLeads(InventedLeads.plain(3))
        let tmux = try await Tmux(on: machine, "PS1='$ ' exec sh -i")
        try await tmux.wait(for: "$")
        try await tmux.type("sh -c 'echo $$ >pid; exec \"$pantau\" review'")
        try await tmux.press("Enter")
        try await tmux.wait(for: "Yours until")
        try await tmux.press("C-z")
        try await tmux.wait(for: "Stopped")
        let program = try #require(tmux.program)
        kill(program, SIGTERM)
        kill(program, SIGCONT)
        // The shell tells of it when it is asked.
        try await tmux.type("wait; clear; echo GONE")
        try await tmux.press("Enter")
        try await tmux.wait("the shell's word") { $0.lines.contains("GONE") }
        #expect(kill(program, 0) == -1)
        #expect(try await store.heldLeads() == [])
    }

    // MARK: Without an able terminal

    @Test(arguments: [["TERM": "dumb"], ["PANTAU_ACCESSIBLE": "1"]])
    func aTerminalThatCanDoNothingButLinesGetsQuestions(extra: [String: String]) async throws {
        let (machine, store) = try await Machine.withLeads(InventedLeads.plain(2))
        let tmux = try await Tmux(on: machine, keepsBytes: true, with: extra)
        try await tmux.wait(for: "Decision, a accept")
        try await tmux.type("r")
        try await tmux.press("Enter")
        try await tmux.type("5")
        try await tmux.press("Enter")
        try await tmux.wait(for: "Rejected #1")
        try await tmux.type("q")
        try await tmux.press("Enter")
        try await tmux.wait(for: "EXIT 0\n")
        let bytes = try #require(tmux.file("bytes"))
        #expect(strangeParts(of: bytes, allowing: false) == [], "no escape sequence at all")
        #expect(try await store.heldLeads() == [])
    }

    /// The questions hold leads too.
    @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func aSignalEndsTheQuestionsAndGivesLeadsBack(signal: Int32)
        async throws
    {
        let (machine, store) = try await Machine.withLeads(InventedLeads.plain(2))
        let tmux = try await Tmux(on: machine, with: ["TERM": "dumb"])
        try await tmux.wait(for: "Decision, a accept")
        #expect(try await store.heldLeads() == [LeadID(1)])
        kill(try #require(tmux.program), signal)
        try await tmux.wait(for: "EXIT \(128 + signal)\n")
        #expect(try await store.heldLeads() == [])
    }

    @Test func withoutATerminalItIsQuestionsToTheEndOfTheInput() async throws {
        let (machine, store) = try await Machine.withLeads(InventedLeads.plain(2))
        let sitting = try await machine.pantau("review", input: "")
        #expect(sitting.exit == 0)
        #expect(sitting.output.contains("Decision, a accept"))
        #expect(try await store.heldLeads() == [])
    }

    @Test func aWindowThatIsTooSmallSaysWhatToDoAndCanBeLeft() async throws {
        let (machine, store) = try await Machine.withLeads(InventedLeads.plain(2))
        let tmux = try await Tmux(on: machine, columns: 59, rows: 15)
        let picture = try await tmux.wait(for: "The window is 59 by 15")
        #expect(picture.text.contains("--plain"))
        try await tmux.type("q")
        try await tmux.wait(for: "EXIT 0\n")
        #expect(try await store.heldLeads() == [])
    }
}
