import Testing
import Text

/// Taking back what a colleague did, what was sent, and what the log shows of it.
@Suite struct LeadUndoTests {
    @Test func whatAColleagueDidIsUndoneWithAYesOnly() async throws {
        let machine = try await Crawled.machine()
        try await machine.pantau("lead", "reject", "1", "--reason", "doubtful", "--as", "hafiz")
        let entry = try #require(try await machine.pantau("log", "--format", "id", "-L", "1").lines.first)
        let refused = try await machine.pantau("undo", "--entry", entry)
        #expect(refused.exit == 64)
        #expect(refused.messages.contains("is of hafiz") && refused.messages.contains("--yes"))
        let kept = try await Screen(columns: 80).show(machine, ["undo", "--entry", entry], typing: "n\n")
        #expect(kept.exit == 2)
        #expect(kept.text.contains("hafiz"))
        let done = try await machine.pantau("undo", "--entry", entry, "--yes", "--json")
        #expect(done.exit == 0)
        #expect(try done.json["schema"]?.string == "pantau.change/1")
        #expect(try done.json["changed"]?[0]?["to"]?.string == "flagged")
        // It was aminah who took it back, so it is hers to redo.
        #expect(try await machine.pantau("redo").exit == 0)
        #expect(try await machine.pantau("lead", "show", "1", "--json").json["state"]?.string == "rejected")
    }

    @Test func whatHasLeftIsNotUndoneAndSaysHowToWithdrawIt() async throws {
        let machine = try await Crawled.machine()
        let accepted = try await machine.pantau("lead", "accept", "1", "--now", "--second", "hafiz", "--json").json
        let ref = try #require(accepted["changed"]?[0]?["ref"]?.string)
        let exported = try await machine.pantau(
            "export", "--out", machine.path("."), "--plain", "--reason", "a test")
        #expect(exported.exit == 0, "\(exported.messages)")
        let refused = try await machine.pantau("undo")
        #expect(refused.exit == 5)
        #expect(refused.messages.contains("\(ref) has already left"))
        #expect(refused.messages.contains("pantau prospect withdraw \(ref) --reason mistake"))
        #expect(try await machine.pantau("lead", "show", "1", "--json").json["state"]?.string == "prospect")
        let reopened = try await machine.pantau("lead", "reopen", "1")
        #expect(reopened.exit == 5)
    }

    @Test func theLogIsNarrowedByPersonAndTime() async throws {
        let machine = try await Crawled.machine()
        try await machine.pantau("lead", "reject", "1", "--reason", "doubtful")
        try await machine.pantau("lead", "snooze", "2", "--until", "1d", "--as", "hafiz")
        #expect(try await machine.pantau("log", "--actor", "hafiz", "--since", "1h", "--format", "id").lines.count == 1)
        #expect(try await machine.pantau("log", "--mine", "--today", "--format", "id").lines.count == 1)
        #expect(
            try await machine.pantau("log", "--actor", "hafiz", "--since", "2020-01-01", "--format", "id").lines.count
                == 1)
        #expect(try await machine.pantau("log", "--mine", "--since", "2999-01-01").messages == "No decisions match.\n")
        let json = try await machine.pantau("log", "--mine", "--json").json
        #expect(json["schema"]?.string == "pantau.log/1")
        for wrong in [
            ["--since", "soon"], ["--since", "2026-13-01"], ["--actor", "a b"], ["--mine", "--actor", "siti"],
        ] {
            #expect(try await machine.start(["log"] + wrong).end().exit == 64, "\(wrong)")
        }
    }
}
