import ArgumentParser
import Foundation
import Locking
import Model
import Storing
import StoringSamples
import Terminal
import Testing
import Text

@testable import pantau

/// What somebody sees who changes the rules: mistakes with their place, and what a change gains and loses.
@Suite struct LexiconCommandTests {
    private let folder: TemporaryFolder
    private let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
        try write("rules/00.yaml", base)
    }

    private let base = """
        id: base
        version: "1"
        rules:
          - {id: t.fire, label: {ms: kebakaran, en: a fire}, need: fire, points: 39, phrases: "hangus, [ter]bakar"}
          - {id: t.home, label: {ms: rumah, en: a home}, points: 4, phrases: rumah, unless: rumah sakit}

        """

    private func write(_ name: String, _ content: String) throws {
        let url = URL(filePath: folder.path + "/Lexicons/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(content.utf8).write(to: url)
    }

    private func path(_ name: String) -> String { folder.path + "/Lexicons/" + name }

    private struct Written {
        var data = ""
        var messages = ""
        var failure: Message?
    }

    private func run(_ arguments: [String], language: ScreenLanguage = .english) async throws -> Written {
        let written = Lock(Written())
        let lexicons = ["--lexicons", folder.path + "/Lexicons", "--db", folder.database]
        let parsed = try Pantau.parseAsRoot(["lexicon"] + arguments + lexicons)
        let command = try #require(parsed as? any PantauCommand)
        let environment = ["HOME": folder.path, "XDG_CONFIG_HOME": folder.path, "PANTAU_USER": "aminah"]
        var context = try Context(command.global, environment: environment)
        context.clock = { Sample.monday }
        context.output = Output(
            language: language, format: command.global.json ? .json : .tsv,
            terminal: TerminalTraits(isTerminal: false, columns: 80)
        ) { stream, text in
            written.withLock {
                switch stream {
                case .data: $0.data += text
                case .messages: $0.messages += text
                }
            }
        }
        do {
            try await command.begin(in: context)
        } catch let failure as CommandFailure {
            written.withLock { $0.failure = failure.message }
        }
        return written.withLock { $0 }
    }

    private func keep(_ articles: Article...) async throws {
        let found = articles.map { Sample.found($0, score: Sample.score(97, urgency: .urgent, needs: [.fire])) }
        let result = Sample.result(found, at: Sample.monday)
        try await store.write { db in _ = try db.commit(result) { _, _, _ in .alone } }
    }

    @Test func aBadFileIsToldWithPlaceAndHint() async throws {
        try write("new.yaml", base.replacing("phrases: rumah", with: "phrase: rumah"))
        let linted = try await run(["lint", path("new.yaml")])
        #expect(linted.failure?.exit == .badData)
        #expect(linted.failure?.english.contains("new.yaml:5:") == true)
        #expect(linted.failure?.english.contains("did you mean \"phrases\"?") == true)
        #expect(try await run(["try", path("new.yaml")]).failure?.exit == .badData)
        #expect(try await run(["lint", path("missing.yaml")]).failure?.exit == .badData)
        #expect(try await run(["lint"]).data == "2 rules in 1 files, nothing wrong\n")
    }

    @Test func filesAreReadAsOtherEditorsSaveThem() async throws {
        // Windows puts a mark in front, a Mac takes accents apart and leaves a file of its own beside.
        try write("rules/01.yml", "\u{FEFF}" + base.replacing("id: base", with: "id: more").replacing("t.", with: "u."))
        try write("rules/._01.yml", "\u{0}\u{5}\u{16}")
        #expect(try await run(["lint"]).data == "4 rules in 2 files, nothing wrong\n")
        try write("new.yaml", base.replacing("phrases: rumah,", with: "phrases: \"cafe\u{301}\","))
        #expect(try await run(["lint", path("new.yaml")]).failure == nil)
        try Data([0x69, 0x64, 0x3A, 0x20, 0xE9]).write(to: URL(filePath: path("latin.yaml")))
        let latin = try await run(["lint", path("latin.yaml")])
        #expect(latin.failure?.exit == .badData)
        #expect(
            latin.failure?.english.contains("latin.yaml") == true && latin.failure?.english.contains("UTF-8") == true)
    }

    @Test func printedTextsCountMoreWhereWordsAreFitted() async throws {
        let ours =
            String(repeating: #"{"lead": "no", "text": "jiran hadir"}"# + "\n", count: 400)
            + String(repeating: #"{"lead": "yes", "text": "isteri hadir"}"# + "\n", count: 400)
        let printed = String(repeating: #"{"lead": "yes", "text": "jiran hadir"}"# + "\n", count: 60)
        try write("ours.jsonl", ours)
        try write("printed.jsonl", printed)
        func points(_ arguments: String...) async throws -> Int? {
            let written = try await run(["words"] + arguments)
            #expect(written.failure == nil)
            let lines = written.data.split(separator: "\n")
            let place = try #require(lines.firstIndex { $0.contains("jiran") })
            return lines[place - 2].split(separator: " ").last.flatMap { Int($0) }
        }
        let alike = try #require(try await points(path("ours.jsonl"), path("printed.jsonl")))
        let more = try #require(try await points("--printed", path("printed.jsonl"), path("ours.jsonl")))
        #expect(alike < 0)
        #expect(more > alike)
    }

    @Test func tryTellsWhatAChangeGainsAndLosesAndWritesNothing() async throws {
        try await keep(Sample.article(1, title: "Rumah hangus"), Sample.article(2, title: "Rumah sakit baharu"))
        try write("new.yaml", base.replacing("points: 39", with: "points: 9"))
        let tried = try await run(["try", path("new.yaml")])
        #expect(tried.failure == nil)
        #expect(tried.data.hasPrefix("Over 2 texts: 0 leads appear, "))
        #expect(tried.data.contains(" vanish"))
        #expect(tried.data.contains("t.fire -30"))
        let malay = try await run(["try", path("new.yaml")], language: .malay)
        #expect(malay.data.hasPrefix("Daripada 2 teks: 0 kes muncul"))
        let json = try JSONValue(parsing: try await run(["try", path("new.yaml"), "--json"]).data.utf8)
        #expect(json["schema"]?.string == "pantau.lexicon.try/1")
        #expect(json["texts"]?.integer == 2)
    }

    @Test func textsOfAFileAreMaskedAndABadLineEndsNothing() async throws {
        try write(
            "texts.jsonl",
            """
            {"id": "a", "title": "Rumah hangus 900101-14-5566", "text": "x"}
            {"id": "b"
            {"id": "c", "title": "Rumah hangus", "text": "y"}

            """)
        try write("new.yaml", base.replacing("points: 39", with: "points: 9"))
        let tried = try await run(["try", path("new.yaml"), "--texts", path("texts.jsonl")])
        #expect(tried.data.hasPrefix("Over 2 texts:"))
        #expect(!tried.data.contains("900101"))
        #expect(tried.messages.contains("texts.jsonl:2:"))
    }

    @Test func diffTellsRulesAndTheirEffect() async throws {
        try write("old/a.yaml", base)
        try write("new/a.yaml", base.replacing("points: 39", with: "points: 30").replacing("t.home", with: "t.house"))
        let rules = try await run(["diff", path("old"), path("new"), "--rules-only"])
        #expect(rules.data.hasPrefix("1 parts added, 1 removed, 1 changed\n"))
        #expect(rules.data.contains("~\trule t.fire\tpoints\t39 > 30\n"))
        let json = try JSONValue(
            parsing: try await run(["diff", path("old"), path("new"), "--rules-only", "--json"]).data.utf8)
        #expect(json["rules"]?["changed"]?[0]?["name"]?.string == "t.fire")
    }

    @Test func statsTellSilentRules() async throws {
        try await keep(Sample.article(1, title: "Rumah hangus"))
        let stats = try await run(["stats"])
        #expect(stats.data.contains("t.fire\t39\t1\t"))
        let silent = try await run(["stats", "--silent"])
        #expect(!silent.data.contains("t.fire"))
    }

    @Test func explainTellsARuleInPlainWords() async throws {
        let english = try await run(["explain", "t.fire"])
        #expect(english.data.contains("hangus; bakar; terbakar"))
        #expect(english.data.contains("Brings 39 points"))
        let malay = try await run(["explain", "t.home"], language: .malay)
        #expect(malay.data.contains("Dikecualikan oleh"))
        let wrong = try await run(["explain", "t.fir"])
        #expect(wrong.failure?.exit == .badData)
        #expect(wrong.failure?.english.contains("Did you mean t.fire?") == true)
    }

    @Test(arguments: [
        ("no", ScreenLanguage.english, "Where it counts, no passage is scored by itself."),
        ("less", .english, "A passage that is scored by itself loses its points too."),
        ("elsewhere", .english, "No passage with it or right behind it is scored by itself."),
        ("no", .malay, "Jika dikira, tiada petikan dinilai secara berasingan."),
    ])
    func explainTellsWhichPassagesAreScored(passages: String, language: ScreenLanguage, told: String) async throws {
        try write(
            "rules/01.yaml",
            """
            id: more
            version: "1"
            rules:
              - {id: t.politics, label: {ms: politik, en: politics}, points: -4, passages: \(passages), phrases: undi}

            """)
        let written = try await run(["explain", "t.politics"], language: language)
        #expect(written.data.replacing("\n", with: " ").contains(told), "\(written.data)")
        #expect(try await !run(["explain", "t.home"], language: language).data.contains(told))
    }

    @Test func aTestFailsOnWhatIsUnknownAndOnWhatIsMended() async throws {
        try write("texts/a.jsonl", #"{"id": "a", "lead": "yes", "text": "Rumah hangus"}"#)
        #expect(try await run(["test", path("texts")]).failure == nil)
        try write("texts/known.txt", "miss a\n")
        let mended = try await run(["test", path("texts")])
        #expect(mended.failure?.exit == .failed)
        #expect(mended.data == "mended\ta\tmiss\t-\n")
        try write("texts/b.jsonl", #"{"id": "b", "lead": "yes", "text": "Rumah"}"#)
        #expect(try await run(["test", path("texts"), "--mark"]).failure == nil)
        #expect(try await run(["test", path("texts")]).failure == nil)
        #expect(try await run(["test", path("rules")]).failure?.exit == .badData)
        try write("new.yaml", base.replacing("points: 4", with: "points: 39").replacing("t.home", with: "t.house"))
        let changed = try await run(["test", path("texts"), "--with", path("new.yaml")])
        #expect(changed.data.isEmpty && changed.failure == nil, "39 points are below the threshold")
    }
}
