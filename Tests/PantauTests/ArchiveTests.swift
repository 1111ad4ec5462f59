import Foundation
import Newsroom
import Testing

/// Pages as they came, from the crawl that keeps them to their end.
@Suite struct ArchiveTests {
    /// A crawl of the newsroom that archived what it read; made once, and copied.
    private static let once = Task {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        let settings = try String(contentsOfFile: machine.config, encoding: .utf8)
        try machine.write(settings + "archive: {enabled: on}\n", to: "config/pantau/config.yaml")
        let ending = try await machine.pantau("crawl", "--source", "warta-contoh", "--source", "sample-times")
        return (machine, ending)
    }

    private func archived() async throws -> Machine { try Machine(copyOf: try await ArchiveTests.once.value.0) }

    private func files(_ machine: Machine) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: machine.path("data/pantau/archive")).sorted()
            .filter { $0.hasSuffix(".warc.gz") }
    }

    @Test func aCrawlKeepsEveryPageItReadsWhereItIsAskedTo() async throws {
        let machine = try await archived()
        #expect(try await ArchiveTests.once.value.1.exit == 0)
        let listed = try await machine.pantau("archive", "list", "--limit", "0")
        #expect(listed.records.count > 20)
        #expect(listed.records.allSatisfy { $0.count == 6 && $0[1].count == 64 })
        let verified = try await machine.pantau("archive", "verify")
        #expect(verified.exit == 0)
        #expect(verified.output.contains("each as it was written"))
        // Nobody asked the other machine's crawl for an archive.
        #expect(try await !Crawled.shared.machine.exists("data/pantau/archive"))
    }

    @Test func anArticleLeadsToThePageItWasReadFrom() async throws {
        let machine = try await archived()
        // Some were read from the feed itself, and lead to that.
        var pages = 0
        for article in [1, 5, 10, 15, 20, 25, 30] {
            let shown = try await machine.pantau("archive", "show", "\(article)")
            #expect(shown.exit == 0 && !shown.outputBytes.isEmpty)
            if shown.output.lowercased().contains("<html") { pages += 1 }
        }
        #expect(pages > 0)
        let row = try #require(try await machine.pantau("archive", "list").records.first)
        let body = try await machine.pantau("archive", "show", row[1])
        let withHead = try await machine.pantau("archive", "show", String(row[1].prefix(16)), "--headers")
        #expect(withHead.output.hasPrefix("HTTP/1.1 200 \r\n"))
        #expect(withHead.outputBytes.suffix(body.outputBytes.count).elementsEqual(body.outputBytes))
    }

    @Test(arguments: [
        (["show", "99999"], 1, "no article 99999"), (["show", "0123456789abcdef"], 1, "does not hold"),
        (["show", "page"], 64, "page"), (["show", "0123456789ABCDEF"], 64, "SHA-256"),
        (["purge", "--older-than", "soon"], 64, "--older-than"), (["list", "--limit", "-1"], 64, "limit"),
    ])
    func whatIsNotThereIsSaidSo(arguments: [String], exit: Int32, told: String) async throws {
        let machine = try await archived()
        let ending = try await machine.start(["archive"] + arguments).end()
        #expect(ending.exit == exit)
        #expect(ending.output.isEmpty)
        #expect(ending.messages.contains(told))
    }

    @Test func withoutAnArchiveTheSettingIsNamed() async throws {
        let machine = try Machine()
        for command in ["list", "verify"] {
            let ending = try await machine.pantau("archive", command)
            #expect(ending.exit == 78)
            #expect(ending.messages.contains("archive.enabled"))
        }
        #expect(try await machine.pantau("archive", "purge").exit == 0)
        #expect(!machine.exists("data"))
    }

    @Test func aDamagedRecordIsNamedWithFileAndOffset() async throws {
        let machine = try await archived()
        let row = try #require(try await machine.pantau("archive", "list").records.first)
        let file = machine.path("data/pantau/archive/\(row[3])")
        var bytes = try Data(contentsOf: URL(filePath: file))
        let middle = try #require(Int(row[4])) + (try #require(Int(row[5]))) / 2
        bytes[middle] ^= 0x55
        try bytes.write(to: URL(filePath: file))
        let ending = try await machine.pantau("archive", "verify")
        #expect(ending.exit == 65)
        #expect(ending.messages.contains("\(row[3]):\(row[4]): "))
    }

    @Test func aFolderThatOthersMayEnterIsRefusedBeforeTheCrawlAndByTheDoctor() async throws {
        let machine = try await archived()
        let folder = machine.path("data/pantau/archive")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
        for arguments in [["crawl"], ["archive", "list"], ["archive", "verify"]] {
            let ending = try await machine.start(arguments).end()
            #expect(ending.exit == 77, "\(arguments)")
            #expect(ending.messages.contains("chmod 700"), "\(arguments)")
        }
        let doctor = try await machine.pantau("doctor", "--offline")
        #expect(doctor.exit == 1)
        #expect(doctor.output.contains("chmod 700 \(folder)"))
    }

    @Test func theDoctorTellsHowMuchIsKeptSinceWhen() async throws {
        let machine = try await archived()
        let day = try #require(try files(machine).first).dropFirst(7).prefix(10)
        let doctor = try await machine.pantau("doctor", "--offline")
        #expect(doctor.exit == 0)
        #expect(doctor.output.contains("MB, pages unmasked since \(day)"))
        let other = try Machine()
        #expect(try await !other.pantau("doctor", "--offline").output.contains("unmasked"))
    }

    @Test func whatIsTooOldGoesAtTheEndOfACrawlOrAtOnce() async throws {
        let machine = try await archived()
        let today = try files(machine)
        let folder = URL(filePath: machine.path("data/pantau/archive"))
        for day in ["2024-02-29", "2025-12-31"] {
            try FileManager.default.copyItem(
                at: folder.appending(path: today[0]),
                to: folder.appending(path: "pantau-\(day)-00001.warc.gz"))
        }
        let trial = try await machine.pantau("archive", "purge", "--older-than", "400d", "--dry-run")
        #expect(trial.lines.contains("pantau-2024-02-29-00001.warc.gz"))
        #expect(try files(machine).count == today.count + 2)
        #expect(try await machine.pantau("archive", "purge", "--read-only").exit == 4)
        try await machine.pantau("archive", "purge", "--older-than", "400d")
        #expect(try !files(machine).contains("pantau-2024-02-29-00001.warc.gz"))
        let crawl = try await machine.pantau("crawl", "--source", "warta-contoh")
        #expect(crawl.messages.contains("too old"))
        #expect(try files(machine) == today)
    }
}
