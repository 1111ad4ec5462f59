import Foundation
import Hashing
import Testing
import Text

/// What leaves for the referral system.
@Suite struct ExportTests {
    /// A machine with an accepted lead that may leave at once, and a folder to write to.
    private func ready() async throws -> (machine: Machine, out: String) {
        let machine = try await Crawled.machine()
        let id = try #require(try await machine.pantau("lead", "list", "--limit", "1", "--format", "id").lines.first)
        try await machine.pantau("lead", "accept", id, "--now", "--second", "hafiz")
        let out = machine.path("out")
        try FileManager.default.createDirectory(
            atPath: out, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return (machine, out)
    }

    private func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test func anExportVerifiesUntilOneByteOfItChanges() async throws {
        let (machine, out) = try await ready()
        try await machine.pantau("export", "--plain", "--reason", "a test", "--out", out)
        let names = try files(in: out)
        let manifest = out + "/" + (try #require(names.first { $0.hasSuffix(".manifest.json") }))
        #expect(try await machine.pantau("export", "verify", manifest).exit == 0)
        let lines = URL(filePath: out + "/" + (try #require(names.first { $0.hasSuffix(".jsonl") })))
        var bytes = Array(try Data(contentsOf: lines))
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: lines)
        let damaged = try await machine.pantau("export", "verify", manifest, "--json")
        #expect(damaged.exit == 65)
        #expect(try !(damaged.json["problems"]?.items ?? []).isEmpty)
    }

    @Test func anExportIsEventsAndAManifestThatCountsThem() async throws {
        let (machine, out) = try await ready()
        let manifest = try await machine.pantau("export", "--plain", "--reason", "a test", "--out", out, "--json").json
        let file = try #require(manifest["files"]?.items?.first)
        let name = try #require(file["name"]?.string)
        let bytes = Array(try Data(contentsOf: URL(filePath: out + "/" + name)))
        #expect(file["bytes"]?.integer == Int64(bytes.count))
        #expect(file["sha256"]?.string == Digest(of: bytes).hexadecimal)
        let events = try bytes.split(separator: 10).map { try JSONValue(parsing: $0) }
        #expect(file["records"]?.integer == Int64(events.count) && events.count == 1)
        #expect(events[0]["specversion"]?.string == "1.0")
        for name in try files(in: out) {
            let mode =
                try FileManager.default.attributesOfItem(atPath: out + "/" + name)[.posixPermissions] as? NSNumber
            #expect(mode?.intValue == 0o600, "\(name)")
        }
    }

    @Test func onlyAConfirmedExportMovesTheCursor() async throws {
        let (machine, out) = try await ready()
        #expect(try await machine.pantau("export", "--plain", "--reason", "a test", "--out", out).exit == 0)
        let export = try #require(try await machine.pantau("export", "list").records.first)
        #expect(export[5] == "-")
        #expect(try await machine.pantau("export", "confirm", String(export[0].prefix(18))).exit == 0)
        let written = try files(in: out)
        let again = try await machine.pantau("export", "--plain", "--reason", "a test", "--out", out)
        #expect(again.exit == 0)
        #expect(again.output.contains("Nothing new for mysynergy"))
        #expect(try files(in: out) == written)
        // What has left is not taken back silently.
        let undone = try await machine.pantau("undo")
        #expect(undone.exit == 5)
        #expect(undone.messages.contains("has already left"))
    }

    @Test func whatIsHeldStaysAndIsSaid() async throws {
        let machine = try await Crawled.machine()
        let id = try #require(try await machine.pantau("lead", "list", "--limit", "1", "--format", "id").lines.first)
        try await machine.pantau("lead", "accept", id, "--second", "hafiz")
        let ending = try await machine.pantau("export", "--plain", "--reason", "a test", "--out", machine.folder.path)
        #expect(ending.exit == 0)
        #expect(ending.messages.contains("still held, not in the files: 1"))
        #expect(try files(in: machine.folder.path).filter { $0.hasSuffix(".jsonl") }.isEmpty)
    }

    @Test func aFolderThatIsNotThereIsNotMade() async throws {
        let (machine, out) = try await ready()
        let missing = try await machine.pantau("export", "--plain", "--reason", "a test", "--out", out + "/none")
        #expect(missing.exit == 73)
        #expect(missing.messages.contains("mkdir -m 700"))
        let file = try await machine.pantau("export", "--plain", "--reason", "a test", "--out", machine.config)
        #expect(file.exit == 73)
        #expect(try files(in: out).isEmpty)
        #expect(try await machine.pantau("export", "list").output.isEmpty)
    }

    @Test func aDiskThatIsFullLeavesNoHalfFile() async throws {
        let (machine, out) = try await ready()
        // One block of 512 bytes: less than one event.
        let ending = try await machine.shell(
            "ulimit -f 1; exec \"$pantau\" export --plain --reason test --out '\(out)'")
        #expect(ending.exit == 74)
        #expect(ending.messageLines.count == 1)
        #expect(try files(in: out).isEmpty)
        #expect(try await machine.pantau("export", "--plain", "--reason", "a test", "--out", out).exit == 0)
    }

    @Test func anUnknownExportCannotBeConfirmed() async throws {
        let (machine, _) = try await ready()
        let ending = try await machine.pantau("export", "confirm", "no-such-export")
        #expect(ending.exit == 1)
        #expect(ending.messages.contains("pantau export list"))
    }
}
