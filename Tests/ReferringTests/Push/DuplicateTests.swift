import Fetching
import Model
import Storing
import Testing
import Text

@testable import Referring

/// A consumer that has a case already, and what is withdrawn.
@Suite struct DuplicateTests {
    private let squad: Squad
    private let later = Invented.noon + .minutes(31)
    private let receipt = """
        {"id":"$id","duplicate":false,"case_id":"MS-9","duplicate_of":{"system":"mysynergy","id":"MS-77"}}
        """

    init() throws { squad = try Squad() }

    private func push(to consumer: InventedConsumer) async throws -> PushReport {
        let pusher = Pusher(
            store: squad.store, consumer: Consumer(name: "mysynergy", agencies: ["PERKESO"], isFull: true),
            secret: try #require(WebhookSecret(keys: [Array(repeating: 7, count: 24)])), settings: Invented.settings,
            catalogue: Invented.catalogue, author: squad.author, world: consumer.world)
        return try await pusher.run()
    }

    private func sent(_ consumer: InventedConsumer) throws -> [JSONValue] {
        try consumer.requests.map { try JSONValue(parsing: $0.message ?? []) }
    }

    private func row() async throws -> ProspectRow {
        let rows = try await squad.store.read { db in try db.prospects(ProspectQuery()) }
        return try #require(rows.first)
    }

    private func accepted(_ number: Int = 1) async throws -> ProspectRow {
        try await squad.accept(squad.crawl(Invented.article(number: number)))
        let later = later
        try await squad.store.write { [squad] db in
            for row in try db.prospects(ProspectQuery()) where try db.legs(of: row.id).isEmpty {
                _ = try db.send(row, to: "PERKESO", by: squad.author, at: later)
            }
        }
        return try await row()
    }

    @Test func aReceiptThatNamesTheOriginalMakesADuplicateAndSaysSo() async throws {
        let ref = try await accepted().ref
        let consumer = InventedConsumer([.answers(202, receipt)], at: later)
        let report = try await push(to: consumer)
        #expect(report.duplicates == [ref] && report.delivered == 1)
        #expect(try await row().status == "duplicate")
        let entries = try await squad.store.read { db in try db.journal(JournalQuery(verbs: ["referral.duplicate"])) }
        #expect(entries.count == 1 && entries[0].draft.targets[0].after["status"]?.string == "duplicate")
        // The receiver gets the state that it caused, once.
        let again = InventedConsumer([.answers(202, receipt)], at: later + .minutes(5))
        #expect(try await push(to: again).duplicates == [])
        let data = try #require(try sent(again).first?["data"])
        #expect(data["status"]?.string == "duplicate")
        #expect(data["dedupe"]?["duplicate_of"] == ["system": "mysynergy", "id": "MS-77"])
        #expect(try ContractSchema("prospect.schema.json").problems(of: data) == [])
        #expect(try await push(to: InventedConsumer(at: later + .minutes(9))).delivered == 0)
    }

    @Test func whatAPersonReopenedStaysOpenWhateverTheReceiptRepeats() async throws {
        _ = try await accepted()
        _ = try await push(to: InventedConsumer([.answers(202, receipt)], at: later))
        let (before, now) = (try await row(), later + .hours(1))
        let reopened = try await squad.store.write { [squad] db in try db.reopen(before, by: squad.author, at: now) }
        #expect(throws: Never.self) { try reopened.get() }
        let next = try await row()
        _ = try await squad.store.write { [squad] db in
            try db.send(next, to: "JKM", overriding: "tiada bumbung malam ini", by: squad.author, at: now)
        }
        #expect(try await push(to: InventedConsumer([.answers(202, receipt)], at: now)).duplicates == [])
        #expect(try await row().status == "referred")
    }

    @Test func aDuplicateOfAProspectOfOursHasItsAssistance() async throws {
        let first = try await accepted()
        _ = try await push(
            to: InventedConsumer([.answers(202, #"{"id":"$id","duplicate":false,"case_id":"MS-77"}"#)], at: later))
        try await squad.store.write { [squad, later] db in
            for state in [ReferralState.accepted, .beingHelped] {
                var change = Invented.change(state, number: state == .accepted ? 1 : 2, at: later + .hours(1))
                change.ref = first.ref
                _ = try db.apply(change, by: squad.author, at: later + .hours(1))
            }
        }
        _ = try await accepted(2)
        let consumer = InventedConsumer([.takes, .answers(202, receipt)], at: later + .hours(2))
        let duplicates = try await push(to: consumer).duplicates
        let second = try #require(duplicates.first)
        #expect(duplicates.count == 1 && second != first.ref)
        let last = InventedConsumer(at: later + .hours(3))
        _ = try await push(to: last)
        let data = try sent(last).compactMap { $0["data"] }.first { $0["ref"]?.string == second.description }
        #expect(data?["status"]?.string == "duplicate" && data?["assistance"]?.string == "sedang_dibantu")
    }

    // MARK: Withdrawals

    private func withdraw(at now: Instant) async throws {
        let row = try await row()
        let result = try await squad.store.write { [squad] db in
            try db.withdraw(row, because: .requestedBySquad, by: squad.author, at: now)
        }
        _ = try result.get()
    }

    @Test func aWithdrawalGoesOutAsTheContractsOwnEvent() async throws {
        _ = try await accepted()
        let first = InventedConsumer(at: later)
        _ = try await push(to: first)
        try await withdraw(at: later + .hours(1))
        let second = InventedConsumer(at: later + .hours(1))
        _ = try await push(to: second)
        let events = try sent(first) + sent(second)
        #expect(
            events.compactMap { $0["type"]?.string } == [
                "my.pantau.prospect.created.v1", "my.pantau.prospect.withdrawn.v1",
            ])
        #expect(events.compactMap { $0["data"]?["revision"]?.integer } == [1, 2])
        #expect(events[1]["data"]?["status"]?.string == "withdrawn")
        #expect(try ContractSchema("event.schema.json").problems(of: events[1]) == [])
        // Opened again it is an update like any other.
        let (row, now) = (try await row(), later + .hours(2))
        _ = try await squad.store.write { [squad] db in try db.reopen(row, by: squad.author, at: now) }
        let reopened = try await self.row()
        _ = try await squad.store.write { [squad] db in
            try db.send(reopened, to: "PERKESO", isAgain: true, by: squad.author, at: now)
        }
        let third = InventedConsumer(at: now)
        _ = try await push(to: third)
        #expect(try sent(third).compactMap { $0["type"]?.string } == ["my.pantau.prospect.updated.v1"])
    }

    /// The try was cut off: nobody knows whether the consumer stored it.
    @Test func aWithdrawalFollowsAnEventThatMayHaveArrived() async throws {
        _ = try await accepted()
        _ = try await push(
            to: InventedConsumer(
                [.takesInSilence, .fails(.connect("refused")), .fails(.connect("refused"))], at: later))
        try await withdraw(at: later + .minutes(1))
        let consumer = InventedConsumer(at: later + .minutes(20))
        _ = try await push(to: consumer)
        #expect(try sent(consumer).last?["type"]?.string == "my.pantau.prospect.withdrawn.v1")
    }

    @Test func nobodyIsToldOfAWithdrawalWhoNeverHeardOfTheCase() async throws {
        _ = try await accepted()
        // Into the outbox and no further.
        try await squad.store.write { db in
            _ = try db.claimEndpoint("mysynergy", by: "1@x", at: Invented.noon, for: .seconds(1), isGone: { _ in true })
        }
        _ = try await Dispatcher(
            settings: Invented.settings, catalogue: Invented.catalogue,
            makeID: { UUIDv7(at: $0, random: Array(1...10)) }
        ).run(on: squad.store, at: later)
        #expect(try await squad.store.read { db in try db.events(after: 0, limit: 9) }.count == 1)
        try await withdraw(at: later + .minutes(1))
        let consumer = InventedConsumer(at: later + .minutes(2))
        _ = try await push(to: consumer)
        #expect(consumer.requests.isEmpty)
    }
}
