import Foundation
import LoopbackServer
import Model
import Storing
import Testing
import Text

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
