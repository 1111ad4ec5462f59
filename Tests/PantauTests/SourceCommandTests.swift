import Foundation
import LoopbackServer
import Model
import Storing
import Testing
import Text

/// A paper of our own: a page that declares a feed, the feed, and whatever a test puts beside them.
private func startPaper(_ more: [String: String] = [:]) throws -> LoopbackServer {
    let documents = [
        "/": """
        <html lang="ms"><head><title>Utama | Sinaran Ujian</title><link rel="alternate" type="application/rss+xml"
        href="/suapan"><link rel="alternate" type="application/rss+xml" title="Comments" href="/ulasan"></head></html>
        """,
        "/suapan": """
        <rss version="2.0"><channel><title>Sinaran Ujian \u{202E}</title><item><title>Ibu tunggal dan tiga anak hilang
        tempat tinggal selepas rumah mereka terbakar malam tadi</title><link>/berita/1</link>
        <pubDate>Fri, 20 Nov 2026 08:00:00 +0800</pubDate></item><item><title>Nelayan lumpuh tidak lagi mampu bekerja dan
        perlukan bantuan untuk anaknya</title><link>/berita/2</link></item></channel></rss>
        """,
        "/ulasan": "<rss version='2.0'><channel><title>x</title><item><title>setuju</title></item></channel></rss>",
    ].merging(more) { $1 }
    return try LoopbackServer { request in
        guard let text = documents[request.path] else { return .text("tiada", status: 404) }
        return .text(text, type: text.hasPrefix("<html") ? "text/html" : "application/xml")
    }
}

private let ours = """
    # Ours.
    sources:
      - id: harian-rekaan
        outlet: Harian Rekaan # a remark
        kind: feed
        url: https://harian-rekaan.example/rss
        enabled: yes

      # The other.
      - id: warta-contoh
        outlet: Warta Contoh
        kind: page
        url: https://warta-contoh.example/

    """

extension Machine {
    private static let feeds = "config/pantau/Feeds/"

    /// A machine with a file of two sources, on which `server` may be asked without rests.
    fileprivate convenience init(with server: LoopbackServer? = nil, sources: String = ours) throws {
        try self.init()
        let hosts = server.map { "\"\($0.authority)\"" } ?? ""
        try write("crawl:\n  gap: 0s\n  allow-hosts: [\(hosts)]\n", to: "config/pantau/config.yaml")
        try write(sources, to: Self.feeds + "ours.yaml")
    }

    fileprivate func feeds(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path(Self.feeds + name))), as: UTF8.self)
    }

    fileprivate var feedNames: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path(Self.feeds)).sorted() }
    }
}

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

/// `pantau source import` and `export`.
@Suite struct SourceListTransferTests {
    private let list = """
        <opml version="2.0"><body><outline text="Negeri &#10; \u{1B}[31m"><outline text="Utara: Rekaan"
        xmlUrl="https://utara-rekaan.example/rss"/>
        <outline text="Harian" xmlUrl="https://www.harian-rekaan.example/rss/"/></outline>
        <outline text="Salah" xmlUrl="javascript:alert(1)"/></body></opml>
        """

    @Test func whatIsNewIsWrittenAndTheRestIsTold() async throws {
        let machine = try Machine(with: nil)
        try machine.write(list, to: "list.opml")
        let rehearsal = try await machine.pantau("source", "import", machine.path("list.opml"), "-n")
        #expect(rehearsal.records.map { $0[0] } == ["new", "known", "refused"])
        #expect(rehearsal.records.map { $0[3] } == ["1", "3", "4"])
        #expect(try machine.feedNames == ["ours.yaml"])
        #expect(try await machine.pantau("source", "import", machine.path("list.opml")).exit == 0)
        let text = try machine.feeds("imported.yaml")
        #expect(text.contains("# Negeri [31m\n  - id: utara-rekaan\n    outlet: \"Utara: Rekaan\"\n"))
        #expect(text.contains("status: candidate\n    enabled: true"))
        #expect(hostileScalars(in: text).isEmpty)
        let again = try await machine.pantau("source", "import", machine.path("list.opml"), "--json").json
        #expect(again["changed"]?.items?.isEmpty == true)
        #expect(again["skipped"]?.items?.count == 2)
        #expect(again["failed"]?[0]?["line"]?.integer == 4)
        #expect(try machine.feeds("imported.yaml") == text)
    }

    @Test func anExportIsTheSameListOnAnotherMachine() async throws {
        let machine = try Machine(with: nil)
        let out = machine.path("out.opml")
        #expect(try await machine.pantau("source", "export", "--out", out).exit == 0)
        #expect(try await machine.pantau("source", "export", "--out", out).exit == 73)
        let other = try Machine(with: nil, sources: "sources: []\n")
        #expect(try await other.pantau("source", "import", out, "--file", "ours.yaml").exit == 0)
        let (mine, theirs) = (
            try await machine.pantau("source", "list", "--format", "tsv").output,
            try await other.pantau("source", "list", "--format", "tsv").output
        )
        #expect(mine == theirs)
        #expect(try await other.pantau("source", "export").output == machine.pantau("source", "export").output)
    }

    @Test(arguments: [
        "", "<rss/>", "<opml><body><outline xmlUrl='ftp://a.example'/></body></opml>",
        "<!DOCTYPE o [<!ENTITY a 'b'>]><opml/>", "not XML",
    ])
    func whatIsNoListIsBadData(text: String) async throws {
        let machine = try Machine(with: nil)
        try machine.write(text, to: "list.opml")
        let ending = try await machine.pantau("source", "import", machine.path("list.opml"))
        #expect(ending.exit == 65)
        #expect(ending.messages.contains("list.opml"))
        #expect(try machine.feedNames == ["ours.yaml"])
    }
}

/// `pantau source list`, `show` and `test`: what is told of how a source fares.
@Suite struct SourceStateTests {
    @Test func whatFailsIsListedFirstWithItsCauseAndWhatHelps() async throws {
        let paper = try startPaper(["/lama": "<html><p>tiada suapan"])
        let machine = try Machine(
            with: paper,
            sources: """
                sources:
                  - {id: baik, outlet: Baik, kind: feed, url: "\(paper.url("/suapan"))", fetch: never}
                  - {id: hilang, outlet: Hilang, kind: feed, url: "\(paper.url("/lama"))"}
                  - {id: ulasan, outlet: Ulasan, kind: feed, url: "\(paper.url("/ulasan"))", enabled: no}

                """)
        try await machine.pantau("crawl", "--fail-over", "100%")
        let listed = try await machine.pantau("source", "list", "--json").json
        #expect(listed["schema"]?.string == "pantau.source.list/1")
        #expect(listed["items"]?.items?.map { $0["state"]?.string } == ["failing", "ok", "disabled"])
        let lost = try #require(listed["items"]?[0])
        #expect(lost["schema"]?.string == "pantau.source/1")
        #expect(lost["cause"]?.string == "not-a-feed")
        #expect(try await machine.pantau("today", "--json").json["sources_unwell"]?.integer == 1)
        #expect(try await machine.pantau("today", "--lang", "ms").output.contains("perlu dilihat"))
        #expect(lost["hint"]?.string == "pantau source add \(paper.url("/"))")
        let malay = try await machine.pantau("source", "list", "--failing", "--format", "table", "--lang", "ms")
        #expect(malay.output.contains("gagal sejak"))
        #expect(malay.output.contains("pantau source add"))
        #expect(!malay.output.contains("baik  "))
    }

    @Test func aCardTellsTheFileTheStateTheHostAndThePolls() async throws {
        let machine = try await Crawled.machine()
        let card = try await machine.pantau("source", "show", "sample-times", "--json").json
        #expect(card["schema"]?.string == "pantau.source/1")
        #expect(card["file"]?.string?.hasSuffix("newsroom.yaml") == true)
        #expect(card["line"]?.integer != nil)
        #expect(card["history"]?.items?.count == 1)
        #expect(card["rate"]?["per_hour"]?.items?.count == 24)
        #expect(card["host"]?["robots"]?.string == "allowed")
        for extra in [["--ascii"], ["--lang", "ms"], ["--width", "60"]] {
            let text = try await machine.start(
                ["source", "show", "arkib-rekaan", "--format", "table"] + extra
            ).end()
            #expect(text.exit == 0)
            #expect(text.output.contains("robots.txt"))
            #expect(hostileScalars(in: text.output).isEmpty)
        }
    }

    @Test func whatWasLearntOfItsHoursIsDrawnAndWritten() async throws {
        let machine = try Machine(with: nil)
        try await machine.pantau("init")
        let id = try #require(SourceID("harian-rekaan"))
        let items = (0..<24).map { JSONValue.number((6..<9).contains($0) ? 60 : $0 == 21 ? 6 : 0) }
        let (now, day) = (Instant.present, TimeSpan.days(1))
        let rest: JSONValue = [
            "last_poll": .integer((now - .hours(1)).milliseconds), "last_success": .integer((now - day).milliseconds),
            "last_item": .integer((now - day).milliseconds), "silence_noted": .integer((now - .hours(2)).milliseconds),
            "rate": ["items": .array(items), "hours": .array(Array(repeating: .number(20), count: 24))],
        ]
        try await Store.open(machine.database, mode: .write).write { db in
            try db.save(
                SourceRow(source: id, host: HostName("harian-rekaan.example"), nextAt: now + .hours(1), rest: rest))
        }
        let card = try await machine.pantau("source", "show", "harian-rekaan", "--format", "table", "--ascii")
        #expect(card.output.utf8.allSatisfy { $0 < 0x80 })
        #expect(card.output.contains(" 06-09  ############################## 3\n"))
        #expect(card.output.contains(" 21-24  # 0.1\n"))
        #expect(card.output.contains(" 00-03   0\n"))
        #expect(card.output.contains("quiet since"))
        let json = try await machine.pantau("source", "show", "harian-rekaan", "--json").json
        #expect(json["state"]?.string == "quiet")
        #expect(json["rate"]?["per_hour"]?[7]?.double == 3)
        #expect(try #require(json["polls_a_day"]?.double) > 4)
        #expect(try await machine.pantau("source", "list", "--failing", "--format", "id").lines == ["harian-rekaan"])
    }

    @Test func whatIsInNoFileAnyMoreIsStillKnownAndCanBeForgotten() async throws {
        let machine = try await Crawled.machine()
        try machine.write("sources: []\n", to: "config/pantau/Feeds/newsroom.yaml")
        let listed = try await machine.pantau("source", "list", "--format", "tsv").records
        #expect(listed.count == 8 && listed.allSatisfy { $0[3] == "unlisted" })
        #expect(try await machine.pantau("source", "show", "sample-times").exit == 0)
        let leads = try await machine.pantau("lead", "list", "--limit", "0", "--json").output
        #expect(try await machine.pantau("source", "remove", "sample-times", "--yes").exit == 0)
        #expect(try await machine.pantau("source", "list", "--format", "id").lines.count == 7)
        #expect(try await machine.pantau("source", "show", "sample-times").exit == 64)
        #expect(try await machine.pantau("lead", "list", "--limit", "0", "--json").output == leads)
    }

    @Test func aTestSaysWhatStandsInThePlaceOfAFeed() async throws {
        let paper = try startPaper()
        let machine = try Machine(with: paper)
        let page = try await machine.pantau("source", "test", paper.url("/"), "--json")
        #expect(page.exit == 1)
        #expect(try page.jsonLines.first?["found"]?[0]?["url"]?.string == paper.url("/suapan"))
        let feed = try await machine.pantau("source", "test", paper.url("/suapan"), "--json").json
        #expect(feed["robots"]?.string == "allowed")
        #expect(feed["dated"]?.integer == 1)
        #expect(feed["language"]?.string == "ms")
    }
}
