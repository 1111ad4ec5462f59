import Foundation
import Testing
import Text

/// What scripts read: `--json` means JSON, whatever happens, and in every language the same.
@Suite struct JSONTests {
    @Test func everyAnswerIsJSONLines() async throws {
        let machine = try await Crawled.machine()
        let out = machine.path("out")
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        let commands = [
            ["lead", "list"], ["lead", "show", "1", "2"], ["lead", "explain", "1"], ["lead", "claim", "1"],
            ["lead", "release", "1"], ["lead", "accept", "1", "--now", "--second", "hafiz"], ["lead", "accept", "1"],
            ["lead", "reject", "2", "--reason", "doubtful", "--dry-run"],
            ["lead", "reject", "2", "--reason", "doubtful"],
            ["lead", "snooze", "3", "--until", "1d"], ["lead", "unsnooze", "3"], ["undo"], ["redo"], ["log"],
            ["prospect", "list"], ["source", "list"], ["source", "show", "sample-times"], ["source", "export"],
            ["source", "disable", "sample-times"], ["source", "remove", "sample-times", "--dry-run"], ["info"],
            ["doctor", "--offline"], ["export", "--out", out, "--plain", "--reason", "a test"],
            ["export", "list"], ["crawl", "--max-sources", "1", "--source", "arkib-rekaan"],
        ]
        for command in commands {
            let ending = try await machine.start(command + ["--json", "--lang", "ms"]).end()
            #expect(ending.exit == 0, "\(command): \(ending.messages)")
            #expect(!ending.lines.isEmpty, "\(command)")
            #expect(throws: Never.self, "\(command): \(ending.output)") { try ending.jsonLines }
        }
        let export = try #require(try await machine.pantau("export", "list", "--json").jsonLines.first)
        #expect(export["confirmed_at"] == .null)
        let id = try #require(export["id"]?.string)
        let confirmed = try await machine.pantau("export", "confirm", id, "--json").json
        #expect(confirmed["id"]?.string == id)
        #expect(confirmed["confirmed_at"]?.string != nil)
    }

    @Test(
        arguments: [
            (["lead", "show", "99999"], 1, "err.not-found"), (["lead", "reject", "1"], 64, "err.no-reason"),
            (["lead", "accept", "1", "--read-only"], 4, "err.readonly"),
            (["lead", "reject", "1-200"], 64, "err.no-reason"),
            (["lead", "claim", "1-200"], 64, "err.too-many"),
            (["prospect", "show", "PR-26-000001-8"], 64, "err.ref-digit"),
            (["export", "--out", "/nowhere/at/all", "--plain", "--reason", "a test"], 73, "err.out-folder"),
            (["undo", "--entry", "99999"], 1, "err.entry"),
            (["crawl", "--source", "none"], 64, "err.source"),
        ] as [([String], Int32, String)])
    func everyFailureIsOneLineOfJSON(command: [String], exit: Int32, id: String) async throws {
        let machine = try await Crawled.machine()
        let ending = try await machine.start(command + ["--json"]).end()
        #expect(ending.exit == exit)
        #expect(ending.output.isEmpty)
        #expect(ending.messageLines.count == 1)
        let problem = try ending.problem
        #expect(problem["type"]?.string == "urn:pantau:error:\(id)")
        #expect(problem["exit"]?.integer == Int64(exit))
        #expect(problem["detail"]?.string?.isEmpty == false)
    }

    @Test func noCodeIsTranslated() async throws {
        let machine = try await Crawled.machine()
        for command in [
            ["lead", "list"], ["lead", "show", "1"], ["lead", "explain", "1"], ["source", "list"], ["log"],
        ] {
            let english = try await machine.start(command + ["--json", "--lang", "en"]).end()
            let malay = try await machine.start(command + ["--json", "--lang", "ms"]).end()
            #expect(english.output == malay.output, "\(command)")
        }
    }
}
