import Fetching
import Foundation
import Hashing
import Model
import Storing
import Synchronization
import Testing
import Text

@testable import Referring

/// A consumer that answers what it is told, one step an event, then takes everything.
final class InventedConsumer: Sendable {
    /// What it does with one request.
    enum Step: Sendable {
        case takes
        case answers(Int, String = "", [(String, String)] = [])
        case fails(FailureCause)
        /// Stores the event, and the answer is lost.
        case takesInSilence
    }

    private struct State {
        var steps: [Step]
        var requests: [ServiceRequest] = []
        var stored: [String: [UInt8]] = [:]
        var now: Instant
        var slept: [TimeSpan] = []
    }

    private let state: Mutex<State>

    init(_ steps: [Step] = [], at now: Instant) { state = Mutex(State(steps: steps, now: now)) }

    var requests: [ServiceRequest] { state.withLock { $0.requests } }
    var ids: [String] { requests.map { $0.fields.first { $0.name == "webhook-id" }?.value ?? "" } }
    var stored: Set<String> { state.withLock { Set($0.stored.keys) } }
    var slept: [TimeSpan] { state.withLock { $0.slept } }
    var now: Instant { state.withLock { $0.now } }

    func advance(_ span: TimeSpan) { state.withLock { $0.now = $0.now + span } }

    var world: Pusher.World {
        Pusher.World(
            owner: "1@invented", clock: { self.now }, random: { 0.5 },
            sleep: { span in
                self.state.withLock {
                    $0.slept.append(span)
                    $0.now = $0.now + span
                }
            }, isGone: { _ in false },
            send: { request async throws(FailureCause) in try self.answer(request).get() })
    }

    private func answer(_ request: ServiceRequest) -> Result<ServiceAnswer, FailureCause> {
        state.withLock { state in
            state.requests.append(request)
            let id = request.fields.first { $0.name == "webhook-id" }?.value ?? ""
            let step = state.steps.isEmpty ? .takes : state.steps.removeFirst()
            switch step {
            case .takes:
                state.stored[id] = request.message
                let body = "{\"id\":\"\(id)\",\"duplicate\":false,\"case_id\":\"MS-1\"}"
                return .success(ServiceAnswer(status: 202, body: Array(body.utf8)))
            case .answers(let status, let text, let fields):
                let body = text.replacingOccurrences(of: "$id", with: id)
                return .success(
                    ServiceAnswer(status: status, headers: HeaderFields(fields), body: Array(body.utf8)))
            case .fails(let cause): return .failure(cause)
            case .takesInSilence:
                state.stored[id] = request.message
                return .failure(.timeout("total"))
            }
        }
    }
}

@Suite struct PushTests {
    private let squad: Squad
    private let later = Invented.noon + .minutes(31)

    init() throws { squad = try Squad() }

    private func accept(_ count: Int) async throws {
        for number in 1...count { try await squad.accept(squad.crawl(Invented.article(number: number))) }
    }

    private func push(
        to consumer: InventedConsumer, name: String = "suite", isFull: Bool = true, limit: Int? = nil,
        secret: [UInt8] = Array(repeating: 7, count: 24)
    ) async throws -> PushReport {
        let pusher = Pusher(
            store: squad.store, consumer: Consumer(name: name, agencies: ["PERKESO"], isFull: isFull),
            secret: try #require(WebhookSecret(keys: [secret])), settings: Invented.settings,
            catalogue: Invented.catalogue, author: squad.author, world: consumer.world)
        return try await pusher.run(limit: limit)
    }

    private func deliveries(_ states: Delivery.State...) async throws -> [Delivery] {
        try await squad.store.read { db in try db.deliveries(states) }
    }

    @Test func everyProspectArrivesOnceWithTheBytesOfTheOutbox() async throws {
        try await accept(20)
        let consumer = InventedConsumer(at: later)
        let report = try await push(to: consumer)
        #expect((report.delivered, report.counts.waiting, report.end) == (20, 0, .finished))
        #expect(Set(consumer.ids).count == 20 && consumer.ids.count == 20)
        let outbox = try await squad.store.read { db in try db.events(after: 0, limit: 100) }
        #expect(Set(outbox.map(\.body)) == Set(consumer.requests.compactMap(\.message)))
        #expect(try await deliveries(.delivered).allSatisfy { $0.caseID == "MS-1" })
        #expect(try await push(to: consumer).delivered == 0)
        #expect(consumer.requests.count == 20)
    }

    @Test func aSignatureIsThatOfTheSpecification() throws {
        let secret = try #require([UInt8](base64: "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="))
        let old = [UInt8](repeating: 1, count: 24)
        let both = try #require(WebhookSecret(keys: [secret, old]))
        let signature = both.signature(of: Array("{}".utf8), id: "evt_1", at: Instant(seconds: 1_795_397_400))
        let expected = authenticationCode(of: Array("evt_1.1795397400.{}".utf8), key: secret).base64
        // While a secret is changed, a consumer that knows either of them finds its own.
        #expect(signature.split(separator: " ").count == 2)
        #expect(signature.hasPrefix("v1,\(expected) v1,"))
    }

    @Test func theHeadersNameTheEvent() async throws {
        try await accept(1)
        let consumer = InventedConsumer(at: later)
        _ = try await push(to: consumer)
        let request = try #require(consumer.requests.first)
        let fields = Dictionary(uniqueKeysWithValues: request.fields.map { ($0.name, $0.value) })
        let id = try #require(fields["webhook-id"])
        #expect(request.target == "/v1/events" && fields["Content-Type"] == "application/cloudevents+json")
        #expect(fields["Idempotency-Key"] == "\"\(id)\"" && fields["webhook-timestamp"] == "\(later.seconds)")
        #expect(try JSONValue(parsing: request.message ?? [])["id"]?.string == id)
    }

    private static let unacknowledged: [InventedConsumer.Step] = [
        .answers(200, "<!doctype html>"), .answers(200), .answers(202, "{\"id\":\"evt_another\"}"), .answers(204),
        .answers(307, "", [("Location", "https://lain.example/")]), .answers(500), .answers(408), .answers(409),
        .answers(425), .answers(429), .answers(503, "{"), .fails(.connect("refused")), .fails(.tooLarge(limit: 1)),
        .takesInSilence, .answers(207, "{\"results\":[{\"id\":\"$id\",\"status\":503}]}"),
        .answers(207, "{\"results\":[]}"),
    ]

    @Test(arguments: unacknowledged)
    func whatIsNotAcknowledgedIsSentAgainAsItWas(step: InventedConsumer.Step) async throws {
        try await accept(1)
        let consumer = InventedConsumer([step], at: later)
        let report = try await push(to: consumer)
        #expect((report.delivered, report.failed) == (1, 1))
        #expect(consumer.requests.count == 2 && Set(consumer.ids).count == 1)
        #expect(Set(consumer.requests.map(\.message)).count == 1)
    }

    @Test(arguments: [400, 404, 405, 413, 415, 422])
    func whatIsRefusedForGoodIsADeadLetterAndOthersGoOn(status: Int) async throws {
        try await accept(3)
        let problem = "{\"title\":\"Not valid\",\"errors\":[{\"pointer\":\"/data/ref\",\"detail\":\"\\u001b[31m\"}]}"
        let consumer = InventedConsumer([.answers(status, problem)], at: later)
        let report = try await push(to: consumer)
        #expect((report.delivered, report.refused, report.counts.dead) == (2, 1, 1))
        let dead = try #require(try await deliveries(.dead).first)
        #expect(dead.pointer == "/data/ref" && dead.lastStatus == status)
        #expect(dead.lastProblem?.contains("\u{1B}") == false)
    }

    @Test(arguments: [401, 403, 410])
    func aConsumerThatTellsUsToStopIsLeftAloneAndNobodyIsLost(status: Int) async throws {
        try await accept(5)
        let consumer = InventedConsumer(Array(repeating: .answers(status), count: 9), at: later)
        let report = try await push(to: consumer)
        #expect(report.end == .stopped(status: status))
        #expect((consumer.requests.count, report.counts.waiting, report.counts.dead) == (1, 5, 0))
        // Not asked again by the timer, until the secret is another or a person says so.
        consumer.advance(.hours(5))
        #expect(try await push(to: consumer).end == .stopped(status: status))
        #expect(consumer.requests.count == 1)
        let good = InventedConsumer(at: consumer.now)
        #expect(try await push(to: good, secret: Array(repeating: 8, count: 24)).delivered == 5)
    }

    @Test func aRetryAfterIsRememberedAndBounded() async throws {
        try await accept(3)
        let consumer = InventedConsumer([.answers(503, "", [("Retry-After", "99999999999")])], at: later)
        let report = try await push(to: consumer)
        #expect((consumer.requests.count, report.delivered, report.counts.waiting) == (1, 0, 3))
        consumer.advance(.hours(23))
        #expect(try await push(to: consumer).delivered == 0)
        consumer.advance(.hours(2))
        #expect(try await push(to: consumer).delivered == 3)
    }

    @Test func aShortRetryAfterIsWaitedFor() async throws {
        try await accept(2)
        let consumer = InventedConsumer([.answers(429, "", [("Retry-After", "3")])], at: later)
        #expect(try await push(to: consumer).delivered == 2)
        #expect(consumer.slept.first.map { $0 >= .seconds(3) } == true)
    }

    @Test func theTableOfRestsEndsWithAPerson() async throws {
        try await accept(1)
        let consumer = InventedConsumer(Array(repeating: .answers(500), count: 50), at: later)
        for _ in 0..<40 {
            _ = try await push(to: consumer)
            consumer.advance(.hours(5))
        }
        #expect(consumer.requests.count == RetryTable.rests.count + 1)
        let dead = try #require(try await deliveries(.dead).first)
        #expect(dead.lastProblem?.hasPrefix("given up after 11 tries") == true)
        let now = consumer.now
        #expect(try await squad.store.write { db in try db.revive(dead, at: now) })
        let good = InventedConsumer(at: now)
        #expect(try await push(to: good).delivered == 1)
        #expect(good.ids == [dead.event])
    }

    @Test(arguments: [(1, 0, 0), (2, 4000, 6000), (3, 240_000, 360_000), (10, 69_120_000, 103_680_000)])
    func aRestIsThatOfTheTableGiveOrTakeAFifth(failures: Int, least: Int64, most: Int64) {
        for random in [0, 0.25, 0.5, 0.999] {
            let rest = RetryTable.rest(after: failures, isEndless: false, random: random)?.milliseconds ?? -1
            #expect((least...most).contains(rest))
        }
        #expect(RetryTable.rest(after: 11, isEndless: false, random: 0.5) == nil)
        #expect(RetryTable.rest(after: 500, isEndless: true, random: 0.5) == .hours(24))
    }

    @Test func aConsumerThatIsDownIsNotAskedForEveryProspect() async throws {
        try await accept(30)
        let consumer = InventedConsumer(Array(repeating: .fails(.connect("refused")), count: 99), at: later)
        let report = try await push(to: consumer)
        #expect(report.end == .troubled && consumer.requests.count == Pusher.failureLimit)
        #expect(report.counts.waiting == 30)
    }

    @Test func aNewerRevisionGoesInsteadOfAnOlderThatWaits() async throws {
        let lead = try await squad.crawl(Invented.article(number: 1))
        try await squad.accept(lead)
        let consumer = InventedConsumer(Array(repeating: .answers(500), count: 3), at: later)
        #expect(try await push(to: consumer).delivered == 0)
        _ = try await squad.crawl(
            Invented.article(number: 2), keys: [Invented.article(number: 1).canonicalURL], joining: lead,
            at: later + .hours(1))
        let good = InventedConsumer(at: later + .hours(2))
        let report = try await push(to: good)
        #expect(report.delivered == 1 && good.requests.count == 1)
        #expect(try JSONValue(parsing: good.requests[0].message ?? [])["data"]?["revision"]?.integer == 2)
        #expect(try await deliveries(.replaced).map(\.revision) == [1])
    }

    @Test func whoMayNotHaveWholeRecordsGetsThinOnes() async throws {
        try await accept(1)
        let consumer = InventedConsumer(at: later)
        #expect(try await push(to: consumer, isFull: false).delivered == 1)
        let event = try JSONValue(parsing: consumer.requests[0].message ?? [])
        #expect(event["type"]?.string == ThinEvent.type && event["id"]?.string == consumer.ids[0])
        #expect(
            event["data"]?.members?.map(\.name) == ["id", "ref", "revision", "status", "urgency", "state", "href"])
        #expect(String(decoding: consumer.requests[0].message ?? [], as: UTF8.self).contains("Rekaan") == false)
        let outbox = try await squad.store.read { db in try db.events(after: 0, limit: 1) }
        #expect(outbox[0].event != consumer.ids[0])
    }

    @Test func twoPushersNeverHoldOneConsumer() async throws {
        try await accept(1)
        let now = later
        let first = try await squad.store.write { db in
            try db.claimEndpoint("suite", by: "2@other", at: now, for: .seconds(60), isGone: { _ in false })
        }
        let consumer = InventedConsumer(at: later)
        #expect(try await push(to: consumer).end == .busy(by: "2@other"))
        #expect(consumer.requests.isEmpty)
        // Killed, and its lease has run out.
        consumer.advance(.seconds(61))
        #expect(try await push(to: consumer).delivered == 1)
        guard case .taken(let lease) = first else { return }
        #expect(try await squad.store.write { db in try db.renew(lease, until: now) } == false)
    }

    @Test func aPassIsBounded() async throws {
        try await accept(12)
        let consumer = InventedConsumer(at: later)
        #expect(try await push(to: consumer, limit: 5).delivered == 5)
        #expect(try await push(to: consumer).delivered == 7)
    }

    @Test func whatWasSentIsInTheJournal() async throws {
        try await accept(3)
        _ = try await push(to: InventedConsumer(at: later))
        let entries = try await squad.store.read { db in try db.journal(JournalQuery(verbs: ["push"])) }
        let targets = entries.flatMap(\.draft.targets)
        #expect(Set(targets.compactMap(\.other)).count == 3)
        #expect(targets.allSatisfy { $0.after["consumer"]?.string == "suite" })
    }

    @Test(arguments: [
        ("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz\n", true),
        ("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz\nwhsec_eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4\n", true), ("", false),
        ("whsec_short\n", false), ("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz\n", false), ("whsec_%%%\n", false),
    ])
    func aSecretIsReadFromAFileOfItsOwn(text: String, isGood: Bool) throws {
        try squad.out.write(text, to: "secret")
        let path = squad.out.path + "/secret"
        chmod(path, 0o600)
        if isGood {
            _ = try WebhookSecret(file: path)
            chmod(path, 0o640)
            #expect(throws: SecretProblem.tooOpen(path: path, mode: "640")) { try WebhookSecret(file: path) }
        } else {
            #expect(throws: SecretProblem.self) { try WebhookSecret(file: path) }
        }
    }
}
