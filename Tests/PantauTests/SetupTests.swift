import Foundation
import Storing
import StoringSamples
import Testing
import Text

/// The first minutes with the program, and what it says where nothing is set up.
@Suite struct SetupTests {
    @Test func initMakesADatabaseThatOnlyItsOwnerReads() async throws {
        let machine = try Machine()
        let ending = try await machine.pantau("init")
        #expect(ending.exit == 0)
        #expect(ending.messages.isEmpty)
        for file in [machine.database, machine.database + "-key"] {
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
            #expect(mode?.intValue == 0o600, "\(file)")
        }
        #expect(machine.exists("config/pantau/config.yaml"))
        #expect(machine.exists("config/pantau/Feeds/national-malay.yaml"))
        #expect(machine.exists("config/pantau/Lexicons/rules/00-settings.yaml"))
    }

    @Test func aSecondInitKeepsWhatPeopleHaveWritten() async throws {
        let machine = try Machine()
        try await machine.pantau("init")
        try machine.write("lang: ms\n# mine\n", to: "config/pantau/config.yaml")
        let again = try await machine.pantau("init", "--lang", "en")
        #expect(again.exit == 0)
        #expect(again.output.contains("Kept"))
        #expect(try String(contentsOfFile: machine.config, encoding: .utf8) == "lang: ms\n# mine\n")
    }

    @Test(arguments: [
        ["lead", "list"], ["lead", "show", "1"], ["lead", "explain", "1"], ["lead", "accept", "1"],
        ["lead", "reject", "1", "--reason", "old-news"], ["undo"], ["redo"], ["log"], ["prospect", "list"],
        ["export", "--out", "/tmp"], ["export", "list"],
    ])
    func whatNeedsADatabaseNamesTheCommandThatMakesOne(arguments: [String]) async throws {
        let machine = try Machine()
        let ending = try await machine.start(arguments).end()
        #expect(ending.exit == 78)
        #expect(ending.output.isEmpty)
        #expect(ending.messageLines.count == 1)
        #expect(ending.messages.contains("pantau init"))
        #expect(!machine.exists("data"))
    }

    @Test func whatNeedsNoDatabaseWorksWithoutOne() async throws {
        let machine = try Machine()
        for arguments in [
            ["source", "list"], ["info"], ["man"], ["lexicon", "lint"], ["score", "--text", "Kebakaran"],
        ] {
            let ending = try await machine.start(arguments).end()
            #expect(ending.exit == 0, "\(arguments)")
            #expect(!ending.output.isEmpty, "\(arguments)")
        }
        #expect(!machine.exists("data"))
    }

    @Test func theSentenceIsMalayForMalayPeopleAndJSONForScripts() async throws {
        let machine = try Machine()
        let malay = try await machine.pantau("lead", "list", with: ["PANTAU_LANG": "ms"])
        #expect(malay.messages.contains("Belum ada apa-apa di sini"))
        let problem = try await machine.pantau("lead", "list", "--json").problem
        #expect(problem["type"]?.string == "urn:pantau:error:setup.none")
        #expect(problem["exit"]?.integer == 78)
        #expect(problem["hint"]?.string == "pantau init")
    }

    @Test func theLanguageComesFromTheFlagTheVariableTheSettingAndTheLocaleInThatOrder() async throws {
        let machine = try Machine()
        try machine.write("lang: ms\n", to: "config/pantau/config.yaml")
        func language(_ arguments: [String] = [], _ variables: [String: String]) async throws -> String? {
            try await machine.start(["info", "--json"] + arguments, with: variables).end().json["lang"]?.string
        }
        #expect(try await language(["--lang", "en"], ["PANTAU_LANG": "ms"]) == "en")
        #expect(try await language([], ["PANTAU_LANG": "en"]) == "en")
        #expect(try await language([], ["PANTAU_LANG": ""]) == "ms")
        try machine.write("user: aminah\n", to: "config/pantau/config.yaml")
        #expect(try await language([], ["PANTAU_LANG": "", "LANG": "ms_MY.UTF-8"]) == "ms")
        #expect(try await language([], ["PANTAU_LANG": "", "LANG": "ta_IN.UTF-8"]) == "en")
    }

    @Test func withoutAHomeTheDatabaseHasToBeNamed() async throws {
        let machine = try Machine()
        let nowhere = ["HOME": "", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""]
        let lost = try await machine.pantau("init", with: nowhere)
        #expect(lost.exit == 78)
        #expect(lost.messages.contains("--db"))
        let named = try await machine.pantau("source", "list", "--db", machine.path("x.db"), with: nowhere)
        #expect(named.exit == 0)
    }

    @Test func doctorTellsWhatHelpsAndFailsUntilItIsDone() async throws {
        let machine = try Machine()
        let before = try await machine.pantau("doctor", "--offline")
        #expect(before.exit == 1)
        #expect(before.output.contains("FAIL"))
        #expect(before.output.contains("pantau init"))
        try await machine.pantau("init")
        let after = try await machine.pantau("doctor", "--offline")
        #expect(after.exit == 0)
        #expect(!after.output.contains("FAIL"))
        #expect(after.output.contains("integrity ok"))
    }

    @Test func remarksFromBeforeAreMaskedByMigrateAndDoctorTellsWhenItIsDue() async throws {
        let (machine, store) = try await Machine.withLeads([Sample.found(Sample.article(1))])
        let ok = "identifiers are masked in all that people noted"
        #expect(try await machine.pantau("doctor", "--offline").output.contains(ok))
        #expect(try await machine.pantau("db", "migrate").lines.count == 1)
        try await store.write { db in
            for text in ["telefon 013-999 8887", "KP 850505-01-5544"] {
                try db.run("INSERT INTO lead_note (lead, entry, at, actor, text) VALUES (1, 1, 0, 'aminah', $1)", text)
            }
        }
        let due = try await machine.pantau("doctor", "--offline")
        #expect(due.exit == 0)
        #expect(due.output.contains("2 from before hold identifiers as they were written: pantau db migrate"))
        let done = try await machine.pantau("db", "migrate", "--json")
        #expect(try done.json["masked"] == ["note": 2])
        #expect(try await machine.pantau("doctor", "--offline").output.contains(ok))
        let notes = try await machine.pantau("lead", "history", "1", "--json").output
        #expect(notes.contains("[phone ******]") && notes.contains("[ic ******]"))
        let bytes = String(decoding: try machine.databaseBytes(), as: UTF8.self)
        #expect(!bytes.contains("999 8887") && !bytes.contains("850505-01"))
        #expect(try await machine.pantau("log", "--verify").exit == 0)
        let log = try await machine.pantau("log", "--format", "jsonl").jsonLines
        #expect(log.count { $0["verb"]?.string == "db.mask" } == 1)
        // In words, and once.
        try await store.write { db in
            try db.run("UPDATE lead_note SET text = 'telefon 013-999 8887' WHERE id = 1")
        }
        let told = try await machine.pantau("db", "migrate", "--lang", "ms")
        #expect(told.lines.last?.hasPrefix("Pengenalan diri dalam 1 catatan lama") == true, "\(told)")
        #expect(try await machine.pantau("db", "migrate").lines.count == 1)
    }

    @Test func theManualNamesEveryCommandAndEveryExitCode() async throws {
        let ending = try await Machine().pantau("man")
        #expect(ending.output.hasPrefix(".TH PANTAU 1"))
        for command in ["pantau crawl", "pantau lead snooze", "pantau export confirm", "pantau source test"] {
            #expect(ending.output.contains(".SS \(command)\n"), "\(command)")
        }
        for code in [0, 3, 64, 65, 73, 74, 75, 77, 78] { #expect(ending.output.contains(".B \(code)\n"), "\(code)") }
    }
}
