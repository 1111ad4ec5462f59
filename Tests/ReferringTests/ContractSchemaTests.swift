import Model
import Storing
import Testing
import Text

@testable import Referring

/// Everything that we write, by the contract's strict schemas, on a machine that has nothing but the project.
@Suite struct ContractSchemaTests {
    private let prospect: ContractSchema
    private let event: ContractSchema

    init() throws {
        (prospect, event) = (try ContractSchema("prospect.schema.json"), try ContractSchema("event.schema.json"))
    }

    private func problems(of record: JSONValue, as kind: ProspectEvent.Kind = .created) throws -> [String] {
        let made = ProspectEvent(
            kind, id: ProspectEvent.id(Invented.uuid), of: record, prospect: Invented.uuid, sequence: 1,
            at: Invented.noon, settings: Invented.settings)
        return prospect.problems(of: record) + event.problems(of: try JSONValue(parsing: made.bytes))
    }

    @Test func recordsOfEveryShapeAreValid() throws {
        var random = RandomLeads(seed: 20_261_123)
        for number in 1...150 {
            let article = random.article(number)
            let lead = Invented.lead(
                articles: [article], score: random.score(article), persons: random.persons(article),
                place: random.place(article), number: Int64(number))
            #expect(try problems(of: record(lead, Invented.facts(second: "hafiz"))) == [], "lead \(number)")
        }
    }

    @Test(arguments: ReferralState.allCases)
    func aRecordInEveryStateIsValid(state: ReferralState) throws {
        var facts = Invented.facts()
        switch state {
        case .prospect: break
        case .withdrawn, .declined, .duplicate:
            facts.closure = .init(state, at: Invented.noon)
            facts.legs = state == .withdrawn ? [] : Invented.referralCase([.returned]).legs
            facts.original = ForeignCase(system: "mysynergy", id: "MS-1")
        case .referred, .received, .accepted, .beingHelped, .helped, .returned, .redirected, .notEligible, .unreachable:
            facts.legs = Invented.referralCase([state]).legs
            if state == .redirected { facts.legs[0].nextStep = NextStep(.redirect(to: "JKM")) }
        }
        let record = try ReferringTests.record(Invented.lead(), facts)
        #expect(record["status"]?.string == state.rawValue)
        #expect(try problems(of: record, as: .updated) == [])
    }

    @Test func aTombstoneIsValidAndTellsNobody() async throws {
        let squad = try Squad()
        try await squad.accept(squad.crawl(Invented.article(number: 1)))
        let rows = try await squad.store.read { db in try db.prospects(ProspectQuery()) }
        let row = try #require(rows.first)
        for reason in ErasureReason.allCases {
            let record = tombstone(
                of: row, because: reason, revision: 3, at: Invented.noon + .days(2), settings: Invented.settings)
            #expect(try problems(of: record, as: .erased) == [])
            #expect(record["persons"] == nil && record["summary"] == nil)
        }
    }

    @Test func aThinEventIsValid() throws {
        let whole = ProspectEvent(
            .created, id: ProspectEvent.id(Invented.uuid), of: try record(), prospect: Invented.uuid, sequence: 7,
            at: Invented.noon, settings: Invented.settings)
        let thin = ThinEvent(of: try JSONValue(parsing: whole.bytes))
        #expect(event.problems(of: try JSONValue(parsing: thin.bytes)) == [])
    }

    @Test(arguments: [
        ReferralState.received, .accepted, .beingHelped, .helped, .returned, .redirected, .notEligible, .unreachable,
        .declined, .duplicate, .withdrawn,
    ])
    func aChangeThatWeKeepIsValid(state: ReferralState) throws {
        var change = Invented.change(state)
        (change.prospect, change.leg) = (Invented.uuid, Invented.id(9))
        #expect(try ContractSchema("referral-status.schema.json").problems(of: change.json) == [])
    }

    /// A mistake in a record, and where the checker must find it: the rules of the contract's own invalid samples.
    private static let mistakes: [(String, String, JSONValue)] = [
        ("unknown member", "x", "y"), ("assistance that does not follow the status", "assistance", "telah_dibantu"),
        ("a time without offset", "created_at", "2026-11-23T09:12:40"),
        ("sent and without a leg", "status", "referred"), ("no original", "status", "duplicate"),
        ("another major version", "schema_version", "2.0.0"), ("a tombstone with a person", "erased", true),
        ("a reference without its form", "ref", "PR-1"), ("an id that is none", "id", "1042"),
        ("nobody", "persons", []), ("no need", "needs", []), ("an unknown need", "needs", [["code": "x"]]),
    ]

    @Test(arguments: mistakes)
    func aMistakeIsFound(what: String, member: String, value: JSONValue) throws {
        let good = try record()
        #expect(prospect.problems(of: good) == [])
        let bad = (good.members ?? []).filter { $0.name != member } + [.init(member, value)]
        #expect(!prospect.problems(of: .object(bad)).isEmpty, "\(what)")
    }

    @Test(arguments: ["javascript:alert(1)", "urn:pantau:brought:short", "urn:uuid:1", "ftp://a.example/x"])
    func anAddressOfAnotherKindIsFound(address: String) throws {
        let good = try record()
        let article = (good["articles"]?[0]?.members ?? []).map { member in
            member.name == "url" ? .init("url", .string(address)) : member
        }
        let bad = (good.members ?? []).map { member in
            member.name == "articles" ? .init("articles", .array([.object(article)])) : member
        }
        #expect(prospect.problems(of: .object(bad)).contains { $0.hasPrefix("/articles/0/url") })
    }
}
