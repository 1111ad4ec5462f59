import Foundation
import Terminal
import Testing

/// What a person sees: tables that fit, colour, questions.
@Suite struct ScreenTests {
    @Test(arguments: [80, 120, 60]) func noLineOfATableIsWiderThanTheTerminal(columns: Int) async throws {
        let machine = try await Crawled.machine()
        for arguments in [
            ["lead", "list"], ["log"], ["source", "list"], ["lead", "show", "1"], ["prospect", "list"],
            ["source", "show", "sample-times"],
        ] {
            let shown = try await Screen(columns: columns).show(machine, arguments, with: ["NO_COLOR": "1"])
            #expect(shown.exit == 0)
            #expect(hostileScalars(in: shown.text).isEmpty, "\(arguments)")
            // A link is not broken in two, or nobody could follow it.
            for line in shown.text.split(separator: "\n") where !line.contains("://") {
                #expect(line.columns <= columns, "\(arguments): \(line)")
            }
        }
    }

    @Test func urgencyIsNeverDroppedAndASourceNeedsRoom() async throws {
        let machine = try await Crawled.machine()
        func heading(_ columns: Int, _ language: String) async throws -> String {
            let shown = try await Screen(columns: columns).show(
                machine, ["lead", "list"], with: ["NO_COLOR": "1", "PANTAU_LANG": language])
            return try #require(shown.text.split(separator: "\n").dropFirst().first.map(String.init))
        }
        let (wide, narrow, slim) = (
            try await heading(120, "en"), try await heading(80, "en"), try await heading(50, "en")
        )
        for title in ["ID", "URG", "SCORE", "NEED", "PLACE", "SOURCE", "HEADLINE", "AGE"] {
            #expect(wide.contains(title), "\(title)")
        }
        #expect(!narrow.contains("SOURCE") && narrow.contains("AGE"))
        #expect(slim.contains("URG") && slim.contains("HEADLINE"))
        #expect(try await heading(80, "ms").contains("TAJUK"))
    }

    @Test func colourIsForTerminalsThatWantIt() async throws {
        let machine = try await Crawled.machine()
        func shown(_ arguments: String..., with extra: [String: String] = [:]) async throws -> String {
            try await Screen(columns: 80).show(machine, ["lead", "list"] + arguments, with: extra).text
        }
        #expect(try await shown().contains("\u{1B}["))
        #expect(!(try await shown(with: ["NO_COLOR": "1"]).contains("\u{1B}")))
        #expect(!(try await shown("--color", "never").contains("\u{1B}")))
        #expect(!(try await machine.pantau("lead", "list").output.contains("\u{1B}")))
    }

    @Test func manyAtOnceAreCountedByThePerson() async throws {
        let machine = try await Crawled.machine()
        let reject = ["lead", "reject", "1-4", "--reason", "other-topic"]
        let refused = try await Screen(columns: 80).show(machine, reject, typing: "3\n")
        #expect(refused.exit == 2)
        #expect(refused.text.contains("Type 4 to go on"))
        #expect(refused.text.contains("Cancelled. Nothing was changed."))
        #expect(try await machine.pantau("lead", "list", "--state", "rejected", "--format", "id").lines.isEmpty)
        let done = try await Screen(columns: 80).show(machine, reject, typing: "4\n")
        #expect(done.exit == 0)
        #expect(try await machine.pantau("lead", "list", "--state", "rejected", "--format", "id").lines.count == 4)
    }

    @Test func undoAsksAtATerminal() async throws {
        let machine = try await Crawled.machine()
        try await machine.pantau("lead", "reject", "1", "--reason", "doubtful")
        let kept = try await Screen(columns: 80).show(machine, ["undo"], typing: "n\n")
        #expect(kept.exit == 2)
        let undone = try await Screen(columns: 80).show(machine, ["undo"], typing: "ya\n", with: ["PANTAU_LANG": "ms"])
        #expect(undone.exit == 0)
        #expect(undone.text.contains("Dibuat asal: lead.reject"))
    }

    @Test func withoutQuestionsNobodyIsAsked() async throws {
        let machine = try await Crawled.machine()
        let ending = try await Screen(columns: 80).show(
            machine, ["lead", "reject", "1-4", "--reason", "other-topic"], with: ["PANTAU_NO_INPUT": "1"])
        #expect(ending.exit == 64)
        #expect(ending.text.contains("--yes"))
    }

    @Test func anEmptyListNamesTheNextCommand() async throws {
        let machine = try Machine()
        try await machine.pantau("init")
        let never = try await Screen(columns: 80).show(machine, ["lead", "list"])
        #expect(never.text.contains("Run: pantau crawl"))
        let none = try await Screen(columns: 80).show(machine, ["prospect", "list"], with: ["PANTAU_LANG": "ms"])
        #expect(none.text.contains("Belum ada prospek"))
    }
}
