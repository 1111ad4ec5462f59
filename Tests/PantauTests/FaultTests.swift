import CSQLite
import Foundation
import Model
import Newsroom
import Storing
import Testing
import Text

/// What can go wrong around the program: each has one clear sentence and its exit code, and nothing is lost.
@Suite struct FaultTests {
    // MARK: Files that people write

    @Test func aBrokenConfigurationIsNamedWithLineAndColumn() async throws {
        let machine = try Machine()
        for (text, place) in [
            ("crawl:\n  gap: soon\n", "config.yaml:2:8"), ("crawl: [\n", "config.yaml:"),
            ("lang: en\ncontct: x@rekaan.example\n", "config.yaml:2:1"),
            ("crawl:\n  parallel: 900\n", "config.yaml:2:13"),
        ] {
            try machine.write(text, to: "config/pantau/config.yaml")
            let ending = try await machine.pantau("crawl")
            #expect(ending.exit == 78, "\(text)")
            #expect(ending.messageLines.count == 1, "\(text)")
            #expect(ending.messages.contains(place), "\(ending.messages)")
        }
        #expect(!machine.exists("data"))
    }

    @Test func aSettingOfTheNetworkThatCannotBeIsNamed() async throws {
        let machine = try Machine()
        for (line, key) in [
            ("proxy: http://proksi.example/laluan", "crawl.proxy"), ("ca-file: /tiada/ca.pem", "crawl.ca-file"),
        ] {
            try machine.write("crawl:\n  \(line)\n", to: "config/pantau/config.yaml")
            let ending = try await machine.pantau("crawl")
            #expect(ending.exit == 78, "\(line)")
            #expect(ending.messageLines.count == 1, "\(line)")
            #expect(ending.messages.contains("\"\(key)\""), "\(ending.messages)")
        }
    }

    @Test func thePasswordOfAProxyIsNotShown() async throws {
        let machine = try Machine()
        try machine.write(
            "crawl:\n  proxy: http://aminah:rahsia@proksi.example:3128\n", to: "config/pantau/config.yaml")
        let ending = try await machine.pantau("info")
        #expect(ending.output.contains("http://proksi.example:3128"))
        #expect(!(ending.output + ending.messages).contains("rahsia"))
    }

    @Test func aConfigurationThatIsNamedHasToBeThere() async throws {
        let machine = try Machine()
        let ending = try await machine.pantau("info", "--config", machine.path("none.yaml"))
        #expect(ending.exit == 78)
        #expect(ending.messageLines.count == 1)
        #expect(ending.messages.contains("none.yaml"))
    }

    @Test func aBrokenSourceFileDoesNotTakeTheOthersWithIt() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        try machine.write("sources:\n  - id: kosong\n    outlet: Akhbar Rekaan\n", to: "config/pantau/Feeds/a.yaml")
        try machine.write("sources: [\n", to: "config/pantau/Feeds/b.yaml")
        let ending = try await machine.pantau("crawl", "--source", "warta-contoh", "--json")
        #expect(ending.exit == 0)
        #expect(try ending.json["sources"]?["ok"]?.integer == 1)
        #expect(ending.messages.contains("Feeds/a.yaml:2:5"))
        #expect(ending.messages.contains("Feeds/b.yaml:"))
    }

    @Test func whereNoSourceFileCanBeReadNothingIsCrawled() async throws {
        let machine = try Machine()
        try machine.write("sources: [\n", to: "config/pantau/Feeds/b.yaml")
        let ending = try await machine.pantau("crawl")
        #expect(ending.exit == 65)
        #expect(!machine.exists("data"))
    }

    @Test func aBrokenLexiconStopsACrawlBeforeItBegins() async throws {
        let machine = try Machine()
        try await machine.pantau("init")
        let rule = "config/pantau/Lexicons/rules/99-ours.yaml"
        try machine.write("rules:\n  - id: x\n    points: many\n", to: rule)
        let crawl = try await machine.pantau("crawl")
        #expect(crawl.exit == 65)
        #expect(crawl.messages.contains("99-ours.yaml:"))
        let lint = try await machine.pantau("lexicon", "lint", machine.path(rule))
        #expect(lint.exit == 65)
        #expect(lint.messages.contains("99-ours.yaml:3:"))
        #expect(try await machine.pantau("lead", "list").exit == 0)
    }

    @Test func aFolderThatIsNamedHasToBeThere() async throws {
        let machine = try Machine()
        for flag in ["--feeds", "--lexicons"] {
            let ending = try await machine.pantau("info", flag, machine.path("none"))
            #expect(ending.exit == 78)
            #expect(ending.messages.contains("pantau init"))
        }
    }

    // MARK: The database

    private func change(_ machine: Machine, _ sql: String) throws {
        var handle: OpaquePointer?
        try #require(sqlite3_open(machine.database, &handle) == SQLITE_OK)
        defer { sqlite3_close(handle) }
        try #require(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
    }

    @Test func aDatabaseOfALaterProgramIsLeftAlone() async throws {
        let machine = try await Crawled.machine()
        try change(machine, "PRAGMA user_version = 99")
        let before = try Data(contentsOf: URL(filePath: machine.database))
        for arguments in [["lead", "list"], ["lead", "accept", "1"], ["crawl"], ["undo"]] {
            let ending = try await machine.start(arguments).end()
            #expect(ending.exit == 78, "\(arguments)")
            #expect(ending.messages.contains("schema 99") && ending.messages.contains("Update pantau"))
            #expect(ending.messageLines.count == 1)
        }
        #expect(try Data(contentsOf: URL(filePath: machine.database)) == before)
    }

    @Test(arguments: ["", "-key"]) func aFileThatOthersCanReadIsRefused(ending: String) async throws {
        let machine = try await Crawled.machine()
        let file = machine.database + ending
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        for arguments in [["lead", "list"], ["lead", "accept", "1"], ["crawl"]] {
            let ending = try await machine.start(arguments).end()
            #expect(ending.exit == 77, "\(arguments)")
            #expect(ending.messages.contains("chmod go-rwx \(file)"))
        }
    }

    @Test func aDamagedDatabaseIsNotWrittenTo() async throws {
        let machine = try await Crawled.machine()
        var bytes = try Data(contentsOf: URL(filePath: machine.database))
        for index in stride(from: 5000, to: bytes.count, by: 4096) { bytes[index] ^= 0xFF }
        let range = 4096..<min(bytes.count, 40_960)
        bytes.replaceSubrange(range, with: Data(repeating: 0x5A, count: range.count))
        try bytes.write(to: URL(filePath: machine.database))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: machine.database)
        for arguments in [["lead", "accept", "1"], ["crawl"]] {
            let ending = try await machine.start(arguments).end()
            #expect(ending.exit == 78, "\(arguments)")
            #expect(ending.messages.contains("is damaged") && ending.messages.contains("backup"))
        }
        #expect(try await machine.pantau("doctor", "--offline").exit == 1)
        #expect(try Data(contentsOf: URL(filePath: machine.database)) == bytes)
    }

    @Test func aFileThatIsNoDatabaseIsLeftAlone() async throws {
        let machine = try Machine()
        try machine.write(String(repeating: "Senarai belanja: beras, gula.\n", count: 40), to: "nota.txt")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: machine.path("nota.txt"))
        let before = try Data(contentsOf: URL(filePath: machine.path("nota.txt")))
        for arguments in [["lead", "list"], ["init"], ["crawl"]] {
            let ending = try await machine.start(arguments + ["--db", machine.path("nota.txt")]).end()
            #expect(ending.exit == 78, "\(arguments)")
            #expect(ending.messageLines.count == 1)
        }
        #expect(try Data(contentsOf: URL(filePath: machine.path("nota.txt"))) == before)
    }

    @Test func aFullDiskStopsACrawlAndLosesNothing() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        let full = try await machine.shell("ulimit -f 1000; exec \"$pantau\" crawl --quiet")
        #expect(full.exit == 74)
        #expect(full.messages.contains("The disk is full"))
        let kept = try await machine.pantau("lead", "list", "--limit", "0", "--format", "id").lines
        #expect(try await machine.pantau("doctor", "--offline").exit == 0)
        let after = try await machine.pantau("crawl")
        #expect(after.exit == 0)
        let all = try await machine.pantau("lead", "list", "--limit", "0", "--format", "id").lines
        #expect(Set(kept).isSubset(of: all))
        #expect(all.count == (try await Crawled.machine().pantau("lead", "list", "--limit", "0").lines.count))
    }

    /// Lists and the log stay; a lead's data needs an entry of who looked at it, so it is not shown.
    @Test func onAFullDiskPeopleCanStillSeeWhatThereIs() async throws {
        let machine = try await Crawled.machine()
        try await machine.pantau("lead", "snooze", "1", "--until", "1h")
        for command in ["lead list", "log", "prospect list", "source list"] {
            let ending = try await machine.shell("ulimit -f 16; \"$pantau\" \(command) | cat; exit 0")
            #expect(ending.messages.isEmpty, "\(command)")
            #expect(command == "prospect list" || !ending.lines.isEmpty, "\(command)")
        }
        for command in ["lead show 2", "lead explain 2", "lead reject 2 --reason old-news", "review"] {
            let refused = try await machine.shell("ulimit -f 16; exec \"$pantau\" \(command) </dev/null")
            #expect(refused.exit == 74, "\(command)")
            #expect(refused.messages.contains("The disk is full"), "\(command)")
            #expect(!refused.output.contains("Number 2"), "\(command)")
        }
        #expect(try await machine.pantau("lead", "show", "2", "--json").json["state"]?.string == "flagged")
    }

    @Test func aFolderThatCannotBeMadeIsSaid() async throws {
        let machine = try Machine()
        try machine.write("in the way", to: "data")
        let ending = try await machine.pantau("init")
        #expect([73, 78].contains(ending.exit))
        #expect(ending.messageLines.count == 1)
        #expect(ending.messages.contains(machine.path("data")))
    }

    @Test func aSummaryThatCannotBeWrittenIsSaidBeforeTheCrawl() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        let ending = try await machine.pantau("crawl", "--summary", machine.path("none/summary.json"))
        #expect(ending.exit == 73)
        #expect(ending.messages.contains("none/summary.json"))
        #expect(newsroom.statuses.isEmpty)
    }

    // MARK: The network

    @Test func withoutANetworkNothingIsCountedAgainstAnybody() async throws {
        let machine = try Machine()
        // Names that RFC 6761 keeps from ever being found.
        let sources = (1...6).map { number in
            "  - {id: akhbar-\(number), outlet: A, kind: feed, url: 'http://akhbar-\(number).invalid/rss'}\n"
        }
        try machine.write("sources:\n" + sources.joined(), to: "config/pantau/Feeds/ours.yaml")
        let ending = try await machine.pantau("crawl", "--json")
        #expect(ending.exit == 75)
        #expect(try ending.problem["type"]?.string == "urn:pantau:error:err.network")
        #expect(try ending.json["result"]?.string == "no-network")
        #expect(try await machine.pantau("source", "list", "--failing", "--format", "id").lines.isEmpty)
        let said = try await machine.pantau("crawl", "--lang", "ms")
        #expect(said.messages.contains("Tiada rangkaian"))
    }

    // MARK: Two at once

    @Test func anotherCrawlIsLeftAlone() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        try await machine.pantau("init")
        let held = try CrawlLock(database: machine.database, now: .present)
        let skipped = try await machine.pantau("crawl")
        #expect(skipped.exit == 0)
        #expect(skipped.messages.contains("Another crawl is running"))
        let failed = try await machine.pantau("crawl", "--if-locked", "fail")
        #expect(failed.exit == 75)
        #expect(failed.messages.contains("process \(ProcessInfo.processInfo.processIdentifier)"))
        #expect(newsroom.statuses.isEmpty)
        let waiting = try machine.start(["crawl", "--if-locked", "wait", "--source", "warta-contoh"])
        try await Task.sleep(for: .milliseconds(300))
        #expect(newsroom.statuses.isEmpty)
        held.release()
        #expect(try await waiting.end().exit == 0)
        #expect(!newsroom.statuses.isEmpty)
    }

    // MARK: Signals and pipes

    @Test(arguments: [(SIGTERM, 75), (SIGHUP, 75), (SIGINT, 130)] as [(Int32, Int32)])
    func aSignalEndsACrawlThatKeepsWhatItHas(signal: Int32, exit: Int32) async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        // Every answer of this one is so late that its pages would take minutes.
        let slow = try #require(newsroom["borneo-rekaan"]).outlet.id
        newsroom.delay(slow, by: .seconds(7))
        let machine = try Machine()
        try machine.configure(for: newsroom)
        let sources = ["--source", "warta-contoh", "--source", slow.value]
        let crawl = try machine.start(["crawl", "--json", "--log-format", "json"] + sources)
        while !crawl.messages.contains("source.ok") { try await Task.sleep(for: .milliseconds(20)) }
        crawl.send(signal)
        let ending = try await crawl.end(within: .seconds(10))
        #expect(ending.exit == exit)
        #expect(try ending.json["result"]?.string == "stopped")
        #expect(try ending.json["sources"]?["not_reached"]?.integer == 1)
        #expect(try ending.problem["type"]?.string == "urn:pantau:error:err.stopped")
        #expect(!(try await machine.pantau("lead", "list").lines.isEmpty))
        #expect(try await machine.pantau("doctor", "--offline").exit == 0)
    }

    @Test func outputThatNobodyReadsEndsQuietly() async throws {
        let machine = try await Crawled.machine()
        for command in ["lead list --limit 0", "log --json", "man", "lexicon list"] {
            let ending = try await machine.shell("\"$pantau\" \(command) | head -1")
            #expect(ending.exit == 0)
            #expect(ending.lines.count == 1, "\(command)")
            #expect(ending.messages.isEmpty, "\(command)")
        }
    }

    @Test func anAnswerThatCannotBeWrittenIsNoSuccess() async throws {
        let machine = try await Crawled.machine()
        for command in [
            "lead list >/dev/full", "lead list >&-", "man >/dev/full", "lead reject 1 --reason doubtful >&-",
        ] {
            let ending = try await machine.shell("exec \"$pantau\" \(command)")
            #expect(ending.exit == 74, "\(command)")
            #expect(ending.messages.contains("Cannot write the answer"), "\(command)")
        }
        #expect(try await machine.pantau("lead", "list", "--state", "rejected", "--format", "id").lines == ["1"])
        #expect(try await machine.shell("exec \"$pantau\" lead list 2>&- <&-").exit == 0)
        #expect(try await machine.pantau("doctor", "--offline").exit == 0)
    }

    @Test func aCrawlWhoseLogNobodyReadsGoesOn() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        _ = try await machine.shell("\"$pantau\" crawl --log-format json 2>&1 | head -1")
        let leads = try await machine.pantau("lead", "list", "--limit", "0").lines.count
        #expect(leads == (try await Crawled.machine().pantau("lead", "list", "--limit", "0").lines.count))
    }
}
