import Foundation
import Locking
import LoopbackServer
import Model
import Reviewing
import Storing
import StoringSamples
import Testing
import Text

/// Prospects on their way to a referral system over HTTP, as a timer sends them.
@Suite struct DeliveryTests {
    /// A machine with prospects that may leave at once, and a referral system that does what it is told.
    private final class Office: Sendable {
        let machine: Machine
        let server: LoopbackServer
        private let state: Lock<State>

        private struct State {
            var statuses: [Int]
            /// Hash of the body by event, and revisions by prospect, as they were first stored.
            var bodies: [String: Int] = [:]
            var revisions: [String: [Int64]] = [:]
            var problems: [String] = []
            var posts = 0
        }

        init(prospects: Int, statuses: [Int] = []) async throws {
            let state = Lock(State(statuses: statuses))
            self.state = state
            server = try LoopbackServer { request in Office.answer(request, state) }
            machine = try Machine()
            let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) - .hours(1)
            let store = try Store.open(machine.database, mode: .create)
            let found = (1...prospects).map { number in
                Sample.found(
                    Sample.article(number, at: now), score: Sample.score(urgency: .urgent),
                    identification: Sample.identification(name: "Rekaan \(number) bin Contoh"))
            }
            try await store.write { db in
                let made = try db.commitSamples(found, at: now).made
                _ = try db.review(.accept(Acceptance(hold: .seconds(0))), made, by: Sample.aminah, at: now)
            }
            try machine.write("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz\n", to: "config/pantau/secret")
            chmod(machine.path("config/pantau/secret"), 0o600)
            try machine.write(
                """
                consumers:
                  - name: mysynergy
                    url: \(server.url(""))
                    secret-file: \(machine.path("config/pantau/secret"))
                    agencies: [PERKESO]
                    records: full
                """, to: "config/pantau/consumers.yaml")
        }

        deinit { server.stop() }

        var stored: Int { state.withLock { $0.bodies.count } }
        var posts: Int { state.withLock { $0.posts } }
        var problems: [String] { state.withLock { $0.problems } }

        private static func answer(_ request: LoopbackServer.Request, _ state: Lock<State>) -> LoopbackServer.Response {
            func json(_ value: JSONValue, _ status: Int = 200, tag: String = "") -> LoopbackServer.Response {
                .text(value.text, type: "application/json", status: status, fields: [.init("ETag", tag)])
            }
            if request.path == "/v1/ping" {
                let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
                return json(["ok": true, "time": .string((now + .minutes(10)).rfc3339())])
            }
            if request.path == "/v1/status-changes" {
                guard request["If-None-Match"] == nil else { return json(.null, 304) }
                return json(["items": [["data": ["id": "x"]]], "next": "7", "has_more": false], tag: "\"seven\"")
            }
            guard let event = try? JSONValue(parsing: request.body), let id = event["id"]?.string else {
                return json(.null, 400)
            }
            let revision = event["data"]?["revision"]?.integer ?? 0
            return state.withLock { state in
                state.posts += 1
                let status = state.statuses.isEmpty ? 202 : state.statuses.removeFirst()
                guard status < 300 else {
                    return json(["title": "planned", "errors": [["pointer": "/data/ref", "detail": "no"]]], status)
                }
                let mark = request.body.hashValue
                if let known = state.bodies[id], known != mark { state.problems.append("another body") }
                if state.bodies.updateValue(mark, forKey: id) == nil {
                    let subject = event["subject"]?.string ?? ""
                    if let last = state.revisions[subject]?.last, last >= revision { state.problems.append("order") }
                    state.revisions[subject, default: []].append(revision)
                }
                return json(["id": .string(id), "duplicate": false], 202)
            }
        }
    }

    @Test func aPushThatIsKilledAgainAndAgainArrivesOnce() async throws {
        let office = try await Office(prospects: 60)
        for number in 1...10 {
            let program = try office.machine.start(["referral", "push"])
            try await Task.sleep(for: .milliseconds(40 + number * 17))
            program.send(SIGKILL)
            _ = try await program.end()
        }
        let last = try await office.machine.pantau("referral", "push")
        #expect(last.exit == 0, "\(last.messages)")
        #expect(office.stored == 60 && office.problems.isEmpty)
        #expect(try await office.machine.pantau("referral", "push", "--json").json["delivered"]?.integer == 0)
    }

    private static let ends: [([Int], Int32, String)] = [
        ([401], 4, "told us to stop"), ([410], 4, "told us to stop"), ([422], 3, "refused for good"),
        ([500, 500, 500, 500, 500, 500, 500, 500, 500], 75, "wait"),
    ]

    @Test(arguments: ends)
    func aTimerIsToldHowItEnded(statuses: [Int], exit: Int32, words: String) async throws {
        let office = try await Office(prospects: 3, statuses: statuses)
        let ending = try await office.machine.pantau("referral", "push")
        #expect(ending.exit == exit && ending.messages.contains(words), "\(ending.messages)")
        // Logs tell no names.
        #expect(!ending.messages.contains("Rekaan") && !ending.output.contains("Rekaan"))
    }

    @Test func aDeadLetterIsShownSentAgainOrGivenUpWithAReason() async throws {
        let office = try await Office(prospects: 2, statuses: [422, 422])
        let machine = office.machine
        #expect(try await machine.pantau("referral", "push").exit == 3)
        let dead = try await machine.pantau("referral", "dead", "list", "--format", "id").lines
        #expect(dead.count == 2)
        let shown = try await machine.pantau("referral", "dead", "show", dead[0], "--json").json
        #expect(shown["pointer"]?.string == "/data/ref" && shown["sent"]?["data"]?["ref"] != nil)
        #expect(try await machine.pantau("referral", "dead", "drop", dead[1]).exit == 64)
        let dropped = try await machine.pantau("referral", "dead", "drop", dead[1], "--reason", "sent by hand")
        #expect(dropped.exit == 0)
        #expect(try await machine.pantau("referral", "dead", "retry", dead[0]).exit == 0)
        #expect(try await machine.pantau("referral", "push").exit == 0)
        #expect(office.stored == 1)
        #expect(try await machine.pantau("referral", "dead", "show", "evt_00000000").exit == 1)
    }

    @Test func aDryRunSendsNothing() async throws {
        let office = try await Office(prospects: 2, statuses: [500, 500, 500, 500, 500, 500])
        _ = try await office.machine.pantau("referral", "push")
        let posts = office.posts
        #expect(try await office.machine.pantau("referral", "push", "--dry-run").exit == 0)
        #expect(office.posts == posts)
    }

    @Test func aPingTellsOfAClockThatIsWrong() async throws {
        let office = try await Office(prospects: 1)
        let ending = try await office.machine.pantau("referral", "ping", "mysynergy")
        #expect(ending.exit == 0 && ending.messages.contains("The clock of mysynergy"))
        let unknown = try await office.machine.pantau("referral", "ping", "mysinergi")
        #expect(unknown.exit == 78 && unknown.messages.contains("mysynergy"))
    }

    @Test func whatCannotBeAcceptedOfAFeedIsToldAndListed() async throws {
        let office = try await Office(prospects: 1)
        #expect(try await office.machine.pantau("referral", "sync").exit == 3)
        #expect(try await office.machine.pantau("referral", "sync", "--refused").records.count == 1)
        let soon = try await office.machine.pantau("referral", "sync")
        #expect(soon.exit == 0 && soon.messages.contains("--now"))
        #expect(try await office.machine.pantau("referral", "sync", "--now").exit == 0)
    }

    @Test func aSecretThatOthersMayReadSignsNothing() async throws {
        let office = try await Office(prospects: 1)
        chmod(office.machine.path("config/pantau/secret"), 0o644)
        let ending = try await office.machine.pantau("referral", "push")
        #expect(ending.exit == 77 && ending.messages.contains("chmod 600"))
        #expect(office.posts == 0)
    }

    @Test func anExportThatNobodyProtectedIsNotWritten() async throws {
        let office = try await Office(prospects: 1)
        let (machine, out) = (office.machine, office.machine.path("out"))
        try FileManager.default.createDirectory(
            atPath: out, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let ending = try await machine.pantau("export", "--out", out)
        #expect(ending.exit == 4 && ending.messages.contains("--encrypt-to"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: out).isEmpty)
        #expect(try await machine.pantau("export", "--out", out, "--plain", "--reason", "ujian").exit == 0)
        // The receiver says by a file that it has taken the export.
        let id = try #require(try await machine.pantau("export", "list").records.first?.first)
        try Data().write(to: URL(filePath: out + "/\(id).ack"))
        #expect(try await machine.pantau("export", "confirm", "--acks", out).exit == 0)
        #expect(
            try await machine.pantau("export", "--out", out, "--plain", "--reason", "ujian").output.contains("Nothing"))
    }

    @Test(arguments: ["prospect", "event", "referral-status", "export-manifest"])
    func theSchemasOfTheContractAreBuiltIn(name: String) async throws {
        let machine = try Machine()
        #expect(try await machine.pantau("export", "schema", name).json["$id"]?.string?.hasPrefix("urn:pantau") == true)
    }
}
