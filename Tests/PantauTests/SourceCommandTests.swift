import Foundation
import LoopbackServer
import Model
import Storing
import Testing
import Text

/// `pantau source add`.
@Suite struct SourceAddTests {
    @Test func theBestOfAPageIsWrittenIntoAFileThatTheNextCommandReads() async throws {
        let paper = try startPaper()
        let machine = try Machine(with: paper)
        let added = try await machine.pantau("source", "add", paper.url("/"), "--first", "--state", "MY-03", "--json")
        #expect(added.exit == 0, "\(added.messages)")
        let change = try #require(try added.json["changed"]?[0])
        #expect(change["id"]?.string == "sinaran-ujian")
        #expect(change["line"]?.integer == 3)
        #expect(change["url"]?.string == paper.url("/suapan"))
        let shown = try await machine.pantau("source", "show", "sinaran-ujian", "--json").json
        #expect(shown["outlet"]?.string == "Sinaran Ujian")
        #expect(shown["language"]?.string == "ms")
        #expect(shown["state_code"]?.string == "MY-03")
        #expect(shown["status"]?.string == "candidate")
        #expect(shown["state"]?.string == "never-polled")
        #expect(try machine.feeds("ours.yaml") == ours)
        #expect(try machine.feedNames == ["added.yaml", "ours.yaml"])
    }

    @Test func withoutATerminalNothingIsChosenAndAllIsListed() async throws {
        let paper = try startPaper()
        let machine = try Machine(with: paper)
        let ending = try await machine.pantau("source", "add", paper.url("/"))
        #expect(ending.exit == 64)
        #expect(ending.records.map { $0[5] } == [paper.url("/suapan"), paper.url("/ulasan")])
        #expect(ending.messages.contains("--first"))
        let exact = try await machine.pantau("source", "add", paper.url("/suapan"), "--id", "abc", "--file", "my.yaml")
        #expect(exact.exit == 0)
        #expect(try machine.feedNames == ["my.yaml", "ours.yaml"])
        #expect(hostileScalars(in: try machine.feeds("my.yaml")).isEmpty)
    }

    @Test func atATerminalThePersonChooses() async throws {
        let paper = try startPaper()
        let machine = try Machine(with: paper)
        let left = try await Screen(columns: 80).show(machine, ["source", "add", paper.url("/")], typing: "q\n")
        #expect(left.exit == 2)
        #expect(left.text.contains("Which one?"))
        let taken = try await Screen(columns: 80).show(machine, ["source", "add", paper.url("/")], typing: "9\n\n")
        #expect(taken.exit == 0)
        #expect(taken.text.contains("Added sinaran-ujian"))
    }

    @Test func anAddressThatIsKnownIsNotAddedTwiceHoweverItIsSpelt() async throws {
        let paper = try startPaper()
        let machine = try Machine(with: paper)
        try await machine.pantau("source", "add", paper.url("/suapan"))
        let before = try machine.feeds("added.yaml")
        for address in [paper.url("/suapan"), paper.url("/suapan/?utm_source=x#a"), paper.url("//suapan")] {
            let again = try await machine.pantau("source", "add", address)
            #expect(again.exit == 0)
            #expect(again.messages.contains("sinaran-ujian"), "\(address)")
        }
        let found = try await machine.pantau("source", "add", paper.url("/"), "--first")
        #expect(found.exit == 0)
        #expect(found.messages.contains("sinaran-ujian"))
        #expect(try machine.feeds("added.yaml") == before)
    }

    @Test func severalAtOnceLoseNothingOfEachOther() async throws {
        let paper = try startPaper()
        let machine = try Machine(with: paper)
        let runs = try (1...6).map { number in
            try machine.start(["source", "add", paper.url("/suapan?\(number)"), "--id", "s-\(number)"])
        }
        var added = 0
        for run in runs { added += try await run.end().exit == 0 ? 1 : 0 }
        let listed = try await machine.pantau("source", "list", "--format", "id").lines.filter { $0.hasPrefix("s-") }
        #expect(listed.count == added && added > 0)
    }

    @Test func anIDThatTheStoreRemembersIsNotGivenToAnother() async throws {
        let paper = try startPaper()
        let machine = try Machine(with: paper)
        try await machine.pantau("source", "add", paper.url("/suapan"))
        try await machine.pantau("crawl", "--source", "sinaran-ujian", "--fail-over", "100%")
        try machine.write("sources: []\n", to: "config/pantau/Feeds/added.yaml")
        let again = try await machine.pantau("source", "add", paper.url("/suapan"), "--json").json
        #expect(again["changed"]?[0]?["id"]?.string == "sinaran-ujian-2")
    }

    @Test func aDryRunShowsTheYAMLAndWritesNothing() async throws {
        let paper = try startPaper()
        let machine = try Machine(with: paper)
        let ending = try await machine.pantau("source", "add", paper.url("/"), "--first", "--dry-run")
        #expect(ending.lines.first == "  - id: sinaran-ujian")
        #expect(try machine.feedNames == ["ours.yaml"])
    }

    @Test func theFilesBuiltInCannotBeWrittenInto() async throws {
        let machine = try Machine()
        for arguments in [["add", "https://rekaan.example"], ["disable", "bernama-ms"], ["import", "x.opml"]] {
            let ending = try await machine.start(["source"] + arguments).end()
            #expect(ending.exit == 78, "\(arguments)")
            #expect(ending.messages.contains("pantau init"))
        }
    }

    @Test(
        arguments: [
            (["--file", "../x.yaml"], 64), (["--file", ".x.yaml"], 64), (["--file", "x.txt"], 64),
            (["--file", "a/b.yaml"], 64), (["--id", "Two Words"], 64), (["--state", "MY-17"], 64),
            (["--language", "xx"], 64), (["--read-only"], 4), (["--id", "warta-contoh", "--first"], 5),
            (["--file", "broken.yaml", "--first"], 65), (["--file", "flow.yaml", "--first"], 65),
        ] as [([String], Int32)])
    func whatCannotBeWrittenIsToldBeforeAnythingIs(options: [String], exit: Int32) async throws {
        let paper = try startPaper()
        let machine = try Machine(with: paper)
        try machine.write("sources:\n  - id: [\n", to: "config/pantau/Feeds/broken.yaml")
        try machine.write(
            "sources: [{id: a1, outlet: A, kind: page, url: 'https://a.example'}]\n",
            to: "config/pantau/Feeds/flow.yaml")
        let ending = try await machine.start(["source", "add", paper.url("/")] + options).end()
        #expect(ending.exit == exit, "\(ending.messages)")
        #expect(try machine.feedNames == ["broken.yaml", "flow.yaml", "ours.yaml"])
    }

    @Test func aSiteOfNothingAndAnAddressOfNobodyAreTold() async throws {
        let paper = try startPaper(["/kosong": "<html><p>tiada"])
        let machine = try Machine(with: paper)
        let nothing = try await machine.pantau("source", "add", paper.url("/kosong"), "--first")
        // The site has no feed in its usual places, and its home page is another page than the one asked for.
        #expect(nothing.exit == 1)
        #expect(nothing.messages.contains("was found"))
        let gone = try await machine.pantau("source", "add", paper.url("/tiada"), "--first")
        #expect(gone.exit == 1)
        #expect(gone.messages.contains("HTTP 404"))
        let wrong = try await machine.pantau("source", "add", "ftp://rekaan.example")
        #expect(wrong.exit == 64)
        let guarded = try await machine.pantau("source", "add", "http://127.0.0.1:9/")
        #expect(guarded.exit == 1)
    }
}

/// `pantau source enable`, `disable` and `remove`.
@Suite struct SourceChangeTests {
    @Test func aSourceIsSwitchedOffAndOnAndTheFileIsAsItWas() async throws {
        let machine = try Machine(with: nil)
        let rehearsal = try await machine.pantau("source", "disable", "harian-rekaan", "--dry-run")
        #expect(rehearsal.lines.contains("-    enabled: yes") && rehearsal.lines.contains("+    enabled: no"))
        #expect(try machine.feeds("ours.yaml") == ours)
        #expect(try await machine.pantau("source", "disable", "harian-rekaan", "warta-contoh").exit == 0)
        let listed = try await machine.pantau("source", "list", "--format", "tsv").records.map { $0[3] }
        #expect(listed == ["disabled", "disabled"])
        let again = try await machine.pantau("source", "disable", "harian-rekaan", "--json")
        #expect(again.exit == 0)
        #expect(try again.json["skipped"]?[0]?["why"]?.string == "already.disabled")
        try await machine.pantau("source", "enable", "harian-rekaan", "warta-contoh")
        let line = "    url: https://warta-contoh.example/\n"
        #expect(try machine.feeds("ours.yaml") == ours.replacing(line, with: line + "    enabled: true\n"))
    }

    @Test func aMoveThatNeverWasCannotBeTakenBack() async throws {
        let machine = try Machine(with: nil)
        #expect(try await machine.pantau("source", "undo-move", "harian-rekaan").exit == 78, "nothing was crawled yet")
        try await machine.pantau("init")
        let ending = try await machine.pantau("source", "undo-move", "harian-rekaan")
        #expect(ending.exit == 0)
        #expect(ending.output.contains("has not moved"))
        #expect(try await machine.pantau("source", "undo-move", "harian-rekan").messages.contains("harian-rekaan?"))
    }

    @Test func removingAsksAndKeepsTheRest() async throws {
        let machine = try Machine(with: nil)
        #expect(try await machine.pantau("source", "remove", "warta-contoh").exit == 64)
        let no = try await Screen(columns: 80).show(machine, ["source", "remove", "warta-contoh"], typing: "n\n")
        #expect(no.exit == 2)
        #expect(try machine.feeds("ours.yaml") == ours)
        #expect(try await machine.pantau("source", "remove", "warta-contoh", "--yes").exit == 0)
        let left = try machine.feeds("ours.yaml")
        #expect(ours.hasPrefix(left.replacing("  # The other.\n", with: "")) && left.contains("# The other."))
        #expect(try await machine.pantau("source", "remove", "warta-contoh", "--yes").exit == 64)
        #expect(try await machine.pantau("source", "remove", "harian-rekaan", "--yes").exit == 0)
        #expect(try machine.feeds("ours.yaml").contains("sources: []"))
        #expect(try await machine.pantau("source", "list").exit == 0)
    }

    @Test func oneOfSeveralThatCannotBeChangedChangesNone() async throws {
        let machine = try Machine(
            with: nil, sources: ours + "  - {id: a1, outlet: A, kind: page, url: 'https://a.example'}\n")
        for arguments in [["harian-rekaan", "nobody"], ["harian-rekaan", "a1"]] {
            let ending = try await machine.start(["source", "disable"] + arguments).end()
            #expect([64, 65].contains(ending.exit))
            #expect(try machine.feeds("ours.yaml").hasPrefix(ours))
        }
        let byHand = try await machine.pantau("source", "disable", "a1")
        #expect(byHand.messages.contains("ours.yaml:14:"))
    }

    @Test func aLinkStaysALinkAndTheFileKeepsItsMode() async throws {
        let machine = try Machine(with: nil)
        try machine.write(ours, to: "elsewhere/kept.yaml")
        let (kept, link) = (machine.path("elsewhere/kept.yaml"), machine.path("config/pantau/Feeds/ours.yaml"))
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: kept)
        try FileManager.default.removeItem(atPath: link)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: kept)
        #expect(try await machine.pantau("source", "disable", "harian-rekaan").exit == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == kept)
        let mode = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o640)
        #expect(try machine.feeds("ours.yaml").contains("enabled: no"))
    }
}
