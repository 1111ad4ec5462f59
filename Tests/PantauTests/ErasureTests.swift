import Foundation
import LoopbackServer
import Testing
import Text

/// A person is erased, from the command to the last byte.
@Suite struct ErasureTests {
    /// A squad that crawled a paper of two cases and archived what it read, and accepted the first.
    private struct Desk {
        let paper: LoopbackServer
        let machine: Machine
        let out: String
        var ref = ""
    }

    private static let name = "Kenari Rekaan"

    private static let story = """
        <html lang="ms"><head><title>Nelayan lumpuh</title></head><body><article><h1>Kenari Rekaan lumpuh</h1>
        <p>KLANG: Nelayan Kenari Rekaan, 44, lumpuh selepas jatuh ketika bekerja dan tidak lagi mampu bekerja menyara
        tiga anaknya. Dia ialah satu-satunya punca pendapatan keluarga itu.</p>
        <p>"Saya merayu bantuan orang ramai kerana kami tiada wang untuk membeli makanan," kata isterinya.</p>
        </article></body></html>
        """

    private func ready(accepting: Bool = true) async throws -> Desk {
        let feed = """
            <rss version="2.0"><channel><title>A</title><item><title>Kenari Rekaan lumpuh</title>
            <link>/berita/kenari-rekaan</link></item></channel></rss>
            """
        let paper = try startPaper(["/senarai": feed, "/berita/kenari-rekaan": Self.story])
        let machine = try Machine(
            with: paper,
            sources: """
                sources:
                  - id: sinaran-ujian
                    outlet: Sinaran Ujian
                    kind: feed
                    url: \(paper.url("/senarai"))

                """)
        let settings = try String(contentsOfFile: machine.config, encoding: .utf8)
        try machine.write(settings + "archive: {enabled: on}\n", to: "config/pantau/config.yaml")
        try await machine.pantau("init")
        #expect(try await machine.pantau("crawl").exit == 0)
        let out = machine.path("out")
        try FileManager.default.createDirectory(
            atPath: out, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        var desk = Desk(paper: paper, machine: machine, out: out)
        guard accepting else { return desk }
        let accepted = try await machine.pantau("lead", "accept", "1", "--now", "--note", "Kenari menelefon", "--json")
        desk.ref = try #require(try accepted.json["changed"]?[0]?["ref"]?.string)
        return desk
    }

    /// The files of the machine, its runs' own output left out, in which the name stands.
    private func traces(_ desk: Desk, in folder: String = "data") throws -> [String] {
        let root = desk.machine.path(folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: root)
        return names.filter { name in
            guard let bytes = FileManager.default.contents(atPath: root + "/" + name) else { return false }
            return String(decoding: bytes, as: UTF8.self).lowercased().contains("kenari")
        }
    }

    @Test func aProspectThatHasLeftIsErasedAndItsReceiverIsTold() async throws {
        let desk = try await ready()
        let machine = desk.machine
        #expect(try await machine.pantau("export", "--out", desk.out, "--plain", "--reason", "ujian").exit == 0)
        let refused = try await machine.pantau("prospect", "erase", desk.ref, "--reason", "request-of-person")
        #expect(refused.exit == 64 && refused.messages.contains("--yes"))
        let trial = try await machine.pantau("prospect", "erase", desk.ref, "--reason", "mistake", "--dry-run")
        #expect(trial.exit == 0 && trial.output.contains("tombstone"))
        #expect(try !traces(desk).isEmpty)
        let erased = try await machine.pantau(
            "prospect", "erase", desk.ref, "--reason", "request-of-person", "--yes")
        #expect(erased.exit == 0)
        #expect(erased.messages.contains("manifest.json"))
        #expect(try traces(desk).isEmpty)
        try FileManager.default.removeItem(atPath: desk.out)
        try FileManager.default.createDirectory(atPath: desk.out, withIntermediateDirectories: true)
        // The outbox gives the tombstone and nothing else.
        #expect(
            try await machine.pantau("export", "--out", desk.out, "--after", "0", "--plain", "--reason", "ujian").exit
                == 0)
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: desk.out).first { $0.hasSuffix(".jsonl") })
        let lines = try String(contentsOfFile: desk.out + "/" + name, encoding: .utf8).split(separator: "\n")
        let event = try JSONValue(parsing: try #require(lines.first).utf8)
        #expect(lines.count == 1 && event["type"]?.string == "my.pantau.prospect.erased.v1")
        let record = try #require(event["data"])
        #expect(record["erased"]?.bool == true && record["erased_reason"]?.string == "request-of-person")
        #expect(record["ref"]?.string == desk.ref && record["revision"]?.integer == 2)
        #expect(try traces(desk, in: "out").isEmpty)
    }

    @Test func nothingOfItComesBackAndNothingUndoesIt() async throws {
        let desk = try await ready(accepting: false)
        let machine = desk.machine
        #expect(try await machine.pantau("lead", "erase", "1", "--reason", "mistake", "--yes").exit == 0)
        #expect(try await machine.pantau("crawl", "--force").exit == 0)
        #expect(try await machine.pantau("lead", "list", "--format", "id").output.isEmpty)
        #expect(try traces(desk).isEmpty)
        let entry = try await machine.pantau("log", "--json").jsonLines.first { $0["verb"]?.string == "lead.erase" }
        let number = try #require(entry?["entry"]?.integer)
        let undone = try await machine.pantau("undo", "--entry", "\(number)")
        #expect(undone.exit == 5 && undone.messages.contains("cannot be undone"))
        let shown = try await machine.pantau("lead", "show", "1")
        #expect(shown.exit == 5 && shown.messages.contains("was erased"))
        let again = try await machine.pantau("lead", "erase", "1", "--reason", "mistake", "--yes")
        #expect(again.exit == 0 && again.messages.contains("Nothing to do"))
        #expect(try await machine.pantau("log", "--verify").exit == 0)
        #expect(try await machine.pantau("db", "check").exit == 0)
    }

    @Test func aRejectionAsProtectedErasesTheSameWay() async throws {
        let desk = try await ready(accepting: false)
        #expect(try await desk.machine.pantau("lead", "reject", "1", "--reason", "protected").exit == 0)
        #expect(try await desk.machine.pantau("crawl", "--force").exit == 0)
        #expect(try traces(desk).isEmpty)
        let undone = try await desk.machine.pantau("undo")
        #expect(undone.exit == 5 && undone.messages.contains("was erased"))
    }

    @Test func anErasureNeedsAReasonThatTheContractKnows() async throws {
        let machine = try await Crawled.machine()
        let none = try await machine.pantau("lead", "erase", "1", "--yes")
        #expect(none.exit == 64 && none.messages.contains("request-of-person"))
        #expect(try await machine.pantau("lead", "erase", "1", "--reason", "whim", "--yes").exit == 64)
        #expect(try await machine.pantau("lead", "erase", "99999", "--reason", "mistake", "--yes").exit == 1)
        #expect(try await machine.pantau("prospect", "erase", "PR-26-000001-1", "--reason", "mistake").exit == 64)
        #expect(try await machine.pantau("lead", "show", "1").exit == 0)
    }

    @Test func anErasedPersonDoesNotComeBackWithABackup() async throws {
        let desk = try await ready(accepting: false)
        let machine = desk.machine
        let backup = machine.path("backup.db")
        #expect(try await machine.pantau("db", "backup", backup).exit == 0)
        #expect(try await machine.pantau("db", "backup", backup).exit == 73)
        let erased = try await machine.pantau("lead", "erase", "1", "--reason", "mistake", "--yes")
        #expect(erased.messages.contains(backup))
        #expect(try await machine.pantau("db", "restore", backup).exit == 64)
        let restored = try await machine.pantau("db", "restore", backup, "--yes", "--json")
        #expect(restored.exit == 0)
        #expect(try restored.json["erased_again"]?.integer == 1)
        #expect(try traces(desk).isEmpty)
        #expect(try await machine.pantau("doctor", "--offline").exit == 0)
    }

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/bin/age-keygen"),
            "age is not installed: apt-get install age"))
    func aBackupIsSealedWithAgeAndOpenedWithIt() async throws {
        let desk = try await ready(accepting: false)
        let machine = desk.machine
        #expect(try await machine.shell("age-keygen -o '\(machine.path("key"))' 2>/dev/null").exit == 0)
        _ = try await machine.shell("age-keygen -y '\(machine.path("key"))' > '\(machine.path("to"))'")
        let backup = machine.path("backup.age")
        #expect(try await machine.pantau("db", "backup", backup, "--encrypt-to", machine.path("to")).exit == 0)
        let sealed = try Data(contentsOf: URL(filePath: backup))
        #expect(String(decoding: sealed, as: UTF8.self).hasPrefix("age-encryption.org/v1"))
        #expect(try await machine.pantau("db", "restore", backup, "--yes").exit == 78)
        // age reads the database itself: a recipient that is none leaves nothing behind, and no message of its own.
        try machine.write("nobody\n", to: "nobody")
        let bad = try await machine.pantau("db", "backup", machine.path("bad"), "--encrypt-to", machine.path("nobody"))
        #expect(bad.exit == 78 && bad.messages.contains("age refused"))
        #expect(!FileManager.default.fileExists(atPath: machine.path("bad")))
        let opened = try await machine.pantau("db", "restore", backup, "--identity", machine.path("key"), "--yes")
        #expect(opened.exit == 0)
        #expect(try await machine.pantau("lead", "list", "--format", "id").lines == ["1"])
        let left = try FileManager.default.contentsOfDirectory(atPath: machine.path("data/pantau"))
        #expect(!left.contains { $0.contains("-restoring") })
    }

    @Test func aFolderOfBackupsKeepsTheNewestAndWhatIsNotOurs() async throws {
        let desk = try await ready(accepting: false)
        let machine = desk.machine
        try machine.write("mine", to: "copies/notes.txt")
        let folder = machine.path("copies")
        var names: [String] = []
        for _ in 0..<3 {
            let made = try await machine.pantau("db", "backup", folder, "--keep", "2", "--json")
            #expect(made.exit == 0)
            names.append(try #require(made.json["path"]?.string))
            try await Task.sleep(for: .milliseconds(1100))
        }
        let left = Set(try FileManager.default.contentsOfDirectory(atPath: folder))
        #expect(
            left == Set(names.suffix(2).compactMap { $0.split(separator: "/").last.map(String.init) } + ["notes.txt"]))
        #expect(try await machine.pantau("db", "backup", machine.path("x.db"), "--keep", "2").exit == 64)
        #expect(try await machine.pantau("db", "backup", folder, "--keep", "0").exit == 64)
    }

    @Test func aPageOfTheArchiveIsShownOnlyOnceItIsWrittenDown() async throws {
        let desk = try await ready(accepting: false)
        let machine = desk.machine
        let refused = try await machine.pantau("archive", "show", "1", "--read-only")
        #expect(refused.exit == 4 && refused.output.isEmpty)
        #expect(try await machine.pantau("archive", "show", "1").exit == 0)
        #expect(try await machine.pantau("log", "--json").output.contains("archive.show"))
    }

    @Test func whatIsOverIsShownFirstAndGoesOnlyWhenItIsSaid() async throws {
        let desk = try await ready(accepting: false)
        let machine = desk.machine
        let settings = try String(contentsOfFile: machine.config, encoding: .utf8)
        try machine.write(settings + "retention: {unreviewed: 1s}\n", to: "config/pantau/config.yaml")
        try await Task.sleep(for: .seconds(2))
        #expect(try await machine.pantau("db", "purge", "--dry-run", "--json").json["counts"]?["unreviewed"] == 1)
        #expect(try await machine.pantau("doctor", "--offline").output.contains("kept for too long"))
        #expect(try await machine.pantau("db", "purge").exit == 64)
        #expect(try await machine.pantau("lead", "list", "--format", "id").lines == ["1"])
        #expect(try await machine.pantau("db", "purge", "--yes").exit == 0)
        #expect(try await machine.pantau("lead", "list", "--format", "id").output.isEmpty)
        #expect(try await machine.pantau("crawl", "--force").exit == 0)
        #expect(try await machine.pantau("lead", "list", "--format", "id").output.isEmpty)
    }

    @Test func theDemonstrationFillsTheDeskOnce() async throws {
        let machine = try Machine()
        let first = try await machine.pantau("init", "--demo")
        #expect(first.exit == 0 && first.output.contains("12 invented articles"))
        let leads = try await machine.pantau("lead", "list", "--search", "is:demo", "--format", "id").lines
        #expect((8...11).contains(leads.count), "\(leads)")
        // The look-alike from Surabaya is no lead, the two reports of one fall are one.
        let list = try await machine.pantau("lead", "list", "--search", "is:demo", "--json").output
        #expect(!list.contains("Surabaya") && list.contains("\"articles\":2"))
        let protected = try await machine.pantau("lead", "list", "--search", "is:demo is:protected", "--format", "id")
        #expect(protected.lines.count == 1)
        let again = try await machine.pantau("init", "--demo")
        #expect(again.exit == 0 && again.output.contains("they were there"))
        #expect(try await machine.pantau("lead", "list", "--search", "is:demo", "--format", "id").lines == leads)
    }
}
