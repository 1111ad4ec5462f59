import ArgumentParser
import Foundation
import LoopbackServer
import Model
import Newsroom
import Storing
import Testing
import Text

@testable import pantau

/// `pantau run`, and what others see of it.
@Suite(.timeLimit(.minutes(5))) struct ServiceTests {
    private func wait(until isDone: () async throws -> Bool) async throws {
        while try await !isDone() { try await Task.sleep(for: .milliseconds(50)) }
    }

    private func status(of machine: Machine, _ arguments: String...) async throws -> Ending {
        try await machine.start(["crawl", "status", "--json"] + arguments).end()
    }

    @Test func aServiceReadsTheNewsroomAndEndsWhenAskedByASignal() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        let service = try machine.start(["run", "--log-format", "json"])
        try await wait { newsroom.statuses.values.reduce(0, +) > 100 }
        let seen = try await status(of: machine)
        #expect(seen.exit == 0)
        let worker = try #require(try seen.json["workers"]?.items?.first)
        #expect((worker["kind"]?.string, worker["alive"]?.bool) == ("run", true))
        service.send(SIGTERM)
        let ending = try await service.end(within: .seconds(30))
        #expect((ending.exit, ending.signal) == (0, nil))
        #expect(try await machine.pantau("lead", "list", "--limit", "0", "--format", "id").records.count > 20)
        let after = try await status(of: machine)
        #expect(try after.json["workers"]?.items == [])
        #expect(try after.json["well"]?.bool == true)
        let names = try ending.messageLines.map { try JSONValue(parsing: $0.utf8)["event"]?.string }
        #expect((names.first, names.last) == ("crawl.start", "crawl.end"))
    }

    @Test func crawlStopEndsEveryServiceOfTheDatabase() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        let services = try (1...2).map { _ in try machine.start(["run", "--quiet"]) }
        try await wait {
            let seen = try await status(of: machine)
            return try seen.exit == 0 && seen.json["workers"]?.items?.count == 2
        }
        // A pass that would be alone leaves the field to them; one that joins does not.
        let alone = try await machine.pantau("crawl")
        #expect(alone.exit == 0)
        #expect(alone.messages.contains("Another crawl is running"))
        #expect(try await machine.pantau("crawl", "--if-locked", "fail").exit == 75)
        #expect(try await machine.pantau("crawl", "--if-locked", "join", "--quiet").exit == 0)
        // A page that a stop interrupts is asked for again by who goes on, so it comes when all is read.
        try await wait {
            let before = newsroom.statuses.values.reduce(0, +)
            try await Task.sleep(for: .seconds(1))
            let waiting = try await status(of: machine).json["hosts_waiting"]?.integer
            return waiting == 0 && newsroom.statuses.values.reduce(0, +) == before
        }
        let stop = try await machine.pantau("crawl", "stop")
        #expect((stop.exit, stop.output) == (0, "Stopped 2; what was read is kept.\n"))
        for service in services { #expect(try await service.end(within: .seconds(20)).exit == 0) }
        #expect(try await machine.pantau("crawl", "stop").output == "No crawl is running.\n")
        // No article was asked for twice by the three of them.
        for desk in newsroom.desks {
            let paths = desk.server.requests.map(\.target).filter { !$0.hasSuffix("/robots.txt") }
            #expect(Set(paths).count == paths.count, "\(desk.outlet.id): \(paths)")
        }
    }

    @Test func aServiceThatWasKilledLeavesItsHostsToTheNext() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        for desk in newsroom.desks { newsroom.delay(desk.outlet.id, by: .milliseconds(20)) }
        let first = try machine.start(["run", "--quiet"])
        try await wait { newsroom.statuses.values.reduce(0, +) > 20 }
        first.send(SIGKILL)
        try await first.end()
        let second = try await machine.pantau("crawl", "--json").json
        #expect(second["sources"]?["not_reached"]?.integer == 0)
        let leads = try await machine.pantau("lead", "list", "--limit", "0", "--format", "id").records
        #expect(leads.count == Set(leads).count)
        #expect(leads.count > 20)
    }

    @Test func theHealthCheckFailsWhenHostsWaitAndNothingIsFinished() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        #expect(try await status(of: machine).exit == 78, "nothing is set up")
        try await machine.pantau("crawl", "--quiet")
        #expect(try await status(of: machine).exit == 0)
        // Three hours later, and nobody has crawled.
        let store = try Store.open(machine.database, mode: .write)
        try await store.write { db in
            try db.run("UPDATE host_state SET next_at = next_at - 86400000")
            try db.run("UPDATE fetch_history SET at = at - 10800000")
        }
        let unwell = try await status(of: machine)
        #expect(unwell.exit == 1)
        #expect(try unwell.json["well"]?.bool == false)
        #expect(try unwell.problem["type"]?.string == "urn:pantau:error:err.crawl-unwell")
        #expect(try await status(of: machine, "--within", "4h").exit == 0)
        #expect(try await status(of: machine, "--within", "soon").exit == 64)
    }

    @Test func aDryRunSaysWhatIsDueAndTouchesNothing() async throws {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        let planned = try await machine.pantau("crawl", "--dry-run", "--json")
        #expect(try planned.jsonLines.count == 8)
        #expect(newsroom.statuses.isEmpty)
        #expect(!machine.exists("data"))
        try await machine.pantau("crawl", "--quiet")
        #expect(try await machine.pantau("crawl", "-n").output.contains("No source is due"))
        #expect(try await machine.pantau("crawl", "-n", "--force").records.count == 8)
    }

    @Test func aSourceFileThatIsBeingEditedSwitchesNothingOff() async throws {
        let machine = try Machine()
        func write(_ text: String) throws { try machine.write(text, to: "config/pantau/Feeds/ours.yaml") }
        func source(_ id: String) -> String {
            "  - {id: \(id), outlet: Rekaan, kind: feed, url: \"https://\(id).example/feed\"}\n"
        }
        try write("sources:\n" + source("satu") + source("dua"))
        let catalogue = Catalogue(try Context(GlobalOptions.parse(["--quiet"]), environment: machine.environment))
        try catalogue.checkAtStart()
        #expect(await catalogue.sources().map(\.id.value) == ["satu", "dua"])
        try write("sources:\n" + source("satu") + "  - id: [half")
        #expect(await catalogue.sources().map(\.id.value) == ["satu", "dua"])
        try machine.write("sources:\n" + source("tiga"), to: "config/pantau/Feeds/more.yaml")
        #expect(Set(await catalogue.sources().map(\.id.value)) == ["satu", "dua", "tiga"])
        try write("sources:\n" + source("dua"))
        #expect(Set(await catalogue.sources().map(\.id.value)) == ["dua", "tiga"])
    }

    @Test func filesOfWhichNoneCanBeReadAreRefusedAtTheStart() async throws {
        let machine = try Machine()
        try machine.write("sources:\n  - id: [half", to: "config/pantau/Feeds/ours.yaml")
        let refused = try await machine.pantau("run", within: .seconds(20))
        #expect(refused.exit == 65)
        #expect(refused.messages.contains("ours.yaml:"))
    }
}
