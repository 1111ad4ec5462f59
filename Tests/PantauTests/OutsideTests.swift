import Foundation
import Model
import Storing
import StoringSamples
import Terminal
import Testing
import Text

@testable import pantau

/// Browser, clipboard and editor: what leaves the screen, and what cannot.
@Suite struct OutsideTests {
    private let evil = "https://rekaan.example/a;touch%20x?q=$(id)&b=`id`#'\"|<>"

    // MARK: Programs

    @Test(arguments: [
        ("firefox", ["firefox", "URL"]), ("firefox --new-tab {url}", ["firefox", "--new-tab", "URL"]),
        ("env A=1 'my browser' x={url}", ["env", "A=1", "my browser", "x=URL"]), ("  w3m  ", ["w3m", "URL"]),
    ])
    func aSubjectIsOneArgumentWhateverStandsInIt(line: String, words: [String]) throws {
        let program = try #require(ProgramLine(line))
        #expect(program.arguments(for: evil) == words.map { $0.replacing("URL", with: evil) })
    }

    @Test(arguments: ["", "   ", "''"]) func anEmptyLineIsNoProgram(line: String) { #expect(ProgramLine(line) == nil) }

    @Test func nothingInAnAddressIsObeyed() throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/arguments"
        try "#!/bin/sh\nprintf '%s\\n' \"$@\" > '\(file)'\n".write(
            toFile: folder.path + "/browser", atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700], ofItemAtPath: folder.path + "/browser")
        // By way of the shell: a file that was just written is busy while another test's fork still holds it.
        let program = try #require(ProgramLine("/bin/sh " + folder.path + "/browser -x {url}"))
        #expect(program.run(on: evil) == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "-x\n\(evil)\n")
        #expect(ProgramLine("/nowhere/browser")?.run(on: evil) == nil)
        #expect(ProgramLine("/nowhere/browser")?.start(on: evil) == false)
    }

    // MARK: Keys o and y

    @Test func theAddressIsOpenedByWhatTheSettingNames() async throws {
        let folder = try TemporaryFolder()
        let setting = "review: {open: \"touch \(folder.path)/opened\"}\n"
        var walk = try await ReviewWalk(leads: InventedLeads.plain(2), configuration: setting)
        await walk.type("o")
        #expect(walk.notice == "The page of #1 opens beside.")
        var missing = try await ReviewWalk(
            leads: InventedLeads.plain(2), configuration: "review: {open: /nowhere/browser}\n")
        await missing.type("o")
        #expect(missing.notice == "/nowhere/browser did not start.")
    }

    @Test func withoutAProgramTheAddressIsShownAndTheSettingNamed() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(2))
        await walk.type("o")
        #expect(walk.text.contains(" https://rekaan.example/berita/1"))
        #expect(walk.text.contains("Name a program in config.yaml"))
        await walk.press(.escape)
        #expect(walk.screen.mode == .browsing)
    }

    @Test func onlyWhatIsOursIsCopied() async throws {
        var found = InventedLeads.plain(1)[0]
        found.article.url = "https://aminah:rahsia@rekaan.example/a\u{1B}]52;c;ZXZpbA==\u{07}b"
        var walk = try await ReviewWalk(leads: [found])
        var copied: [String] = []
        for letter in ["l", "n", "r", "x"] {
            await walk.type("y")
            #expect(walk.notice == "Copy: l link, r reference, n number, Esc")
            for effect in walk.effects(of: .character(Character(letter))) {
                if case .copy(let text) = effect { copied.append(text) }
            }
        }
        #expect(copied.count == 2 && copied[1] == "#1")
        #expect(copied[0].hasPrefix("https://rekaan.example/a") && !copied[0].contains("rahsia"))
        #expect(copied[0].utf8.allSatisfy { (0x21...0x7E).contains($0) })
    }

    @Test func whereCopyingIsOffTheTextIsShown() async throws {
        var walk = try await ReviewWalk(leads: InventedLeads.plain(1), configuration: "review: {clipboard: off}\n")
        await walk.type("y")
        #expect(walk.effects(of: .character("l")).isEmpty)
        #expect(walk.notice.hasPrefix("https://rekaan.example/berita/1"))
    }

    @Test func whoIsProtectedIsNeitherOpenedNorCopied() async throws {
        var walk = try await ReviewWalk(
            leads: [InventedLeads.mixed[2]], configuration: "review: {open: /bin/true}\n")
        await walk.type("o")
        #expect(walk.notice.hasPrefix("#1: the identity is protected"))
        await walk.type("y")
        #expect(walk.effects(of: .character("l")).isEmpty)
    }

    // MARK: The editor

    /// An editor that writes a line above what it is given, and keeps what it saw.
    private func editor(_ machine: Machine, writing text: String, exit: Int = 0) throws -> [String: String] {
        try machine.write(
            """
            #!/bin/sh
            cp "$1" '\(machine.path("seen.txt"))'
            stat -c '%a' "$1" "$(dirname "$1")" > '\(machine.path("modes.txt"))'
            printf '%s' "$1" > '\(machine.path("where.txt"))'
            { printf '\(text)'; cat "$1"; } > "$1.new" && cat "$1.new" > "$1"
            exit \(exit)
            """, to: "editor")
        // By way of the shell: a file that was just written is busy while another test's fork still holds it.
        return ["EDITOR": "/bin/sh " + machine.path("editor"), "VISUAL": "", "TMPDIR": machine.folder.path]
    }

    private func text(_ machine: Machine, _ name: String) throws -> String {
        try String(contentsOfFile: machine.path(name), encoding: .utf8)
    }

    @Test func aNoteIsWrittenInOnesOwnEditorAndItsFileIsGone() async throws {
        let machine = try await Crawled.machine()
        let id = try #require(
            try await machine.pantau("lead", "list", "--search=-is:protected", "--format", "id").lines.first)
        let own = try editor(machine, writing: "Sudah ditelefon.\\nBalik esok.\\n")
        let screen = try Screen(columns: 80)
        let done = try await screen.show(machine, ["lead", "note", id, "--editor"], with: own)
        #expect(done.exit == 0, "\(done)")
        #expect(try text(machine, "modes.txt") == "600\n700\n")
        #expect(!FileManager.default.fileExists(atPath: try text(machine, "where.txt")))
        let folder = URL(filePath: try text(machine, "where.txt")).deletingLastPathComponent().path
        #expect(!FileManager.default.fileExists(atPath: folder))
        let history = try await machine.pantau("lead", "history", id, "--json").json
        #expect(history["notes"]?[0]?["text"]?.string == "Sudah ditelefon.\nBalik esok.")
    }

    @Test(arguments: [("", 0, 2), ("x", 1, 1)]) func aNoteThatWasNotWrittenChangesNothing(
        written: String, exit: Int, expected: Int32
    ) async throws {
        let machine = try await Crawled.machine()
        let screen = try Screen(columns: 80)
        let own = try editor(machine, writing: written, exit: exit)
        #expect(try await screen.show(machine, ["lead", "note", "1", "--editor"], with: own).exit == expected)
        #expect(!FileManager.default.fileExists(atPath: try text(machine, "where.txt")))
        #expect(try await machine.pantau("lead", "note", "1", "--editor").exit == 64, "without a terminal")
        #expect(try await machine.pantau("lead", "note", "1", "x", "--editor").exit == 64)
    }

    @Test func onlyWhatWasChangedInTheEditorIsSet() async throws {
        let machine = try await Crawled.machine()
        let id = try #require(
            try await machine.pantau("lead", "list", "--search=-is:protected", "--format", "id").lines.first)
        let own = try editor(machine, writing: "urgency=emergency\\nsummary=Hilang rumah\\n")
        let screen = try Screen(columns: 80)
        let done = try await screen.show(machine, ["lead", "edit", id, "--editor"], with: own)
        #expect(done.exit == 0, "\(done)")
        #expect(try text(machine, "seen.txt").contains("\nneeds="))
        let shown = try await machine.pantau("lead", "show", id, "--json").json
        #expect(shown["lead"]?["summary"]?.string == "Hilang rumah")
        #expect(shown["urgency"]?.string == "emergency")
    }
}
