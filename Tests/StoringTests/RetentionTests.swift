import Model
import StoringSamples
import Testing
import Text

@testable import Storing

/// What goes when its time is over, and what never does.
@Suite struct RetentionTests {
    let folder: TemporaryFolder
    let store: Store
    private let rules = RetentionRules()

    init() async throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
        try await store.write { db in try db.commitSamples((1...6).map { Sample.found(Sample.article($0)) }) }
    }

    private func set(_ state: LeadState, of lead: Int64, at now: Instant = Sample.monday) async throws {
        try await store.write { db in try db.save(LeadStanding(state: state), of: LeadID(lead), at: now) }
    }

    private func purge(after span: TimeSpan) async throws -> PurgeCounts {
        let now = Sample.monday + span
        let overdue = try await store.read { db in try db.overdue(rules, at: now) }.filter { $0.value > 0 }
        let gone = try await store.purge(rules, by: Sample.aminah, at: now)
        // What is announced is what goes, but for what was merged into it.
        #expect(gone.filter { $0.key != .merged } == overdue)
        return gone
    }

    @Test func eachStateHasATimeOfItsOwn() async throws {
        try await set(.rejected(.oldNews), of: 1)
        #expect(try await purge(after: .days(7)) == [:])
        #expect(try await purge(after: .days(8)) == [.rejected: 1])
        #expect(try await purge(after: .days(30)) == [:])
        #expect(try await purge(after: .days(31)) == [.unreviewed: 5])
        #expect(try await store.read { db in try db.measure() }.leads == 0)
        guard case .whole = try await store.read({ db in try db.verifyJournal() }) else {
            Issue.record("the chain is broken")
            return
        }
    }

    @Test func whatSomebodyHoldsOrPutOffToALaterDayStays() async throws {
        let late = Sample.monday + .days(60)
        try await set(.snoozed(until: .at(late)), of: 1)
        try await set(.snoozed(until: .newArticle), of: 2)
        try await store.write { db in
            try db.save(Claim(by: Sample.actor("hafiz"), until: late), of: LeadID(3))
        }
        #expect(try await purge(after: .days(40)) == [.unreviewed: 4])
        let left = try await store.read { db in try db.leads(LeadQuery(states: []), at: Sample.monday) }.leads
        #expect(Set(left.map(\.id)) == [LeadID(1), LeadID(3)])
    }

    @Test func whatWasMergedGoesWithWhatItWasMergedInto() async throws {
        try await set(.rejected(.oldNews), of: 1)
        try await set(.merged(into: LeadID(1)), of: 2)
        try await set(.merged(into: LeadID(3)), of: 4)
        #expect(try await purge(after: .days(8)) == [.rejected: 1, .merged: 1])
    }

    @Test func aPurgedLeadDoesNotComeBackAndLeavesNoWord() async throws {
        try await set(.rejected(.oldNews), of: 1)
        #expect(try await purge(after: .days(8)) == [.rejected: 1])
        let again = try await store.write { db in try db.commitSamples([Sample.found(Sample.article(1))]) }
        #expect(again.new == 0 && again.made.isEmpty)
        #expect(!text(of: folder.database).contains("nombor 1"))
        // It is no person's erasure: nothing of it is in the list outside.
        #expect(text(of: folder.database + "-erased").isEmpty)
    }

    private func makeProspect(confirmed: Bool, status: String = "prospect") async throws {
        try await store.write { db in
            let ref = try db.prospectRef(for: LeadID(1), at: Sample.monday)
            try db.save(LeadStanding(state: .prospect(ref: ref.description)), of: LeadID(1), at: Sample.monday)
            let id = UUIDv7(at: Sample.monday, random: Array(repeating: 7, count: 10))
            let row = try db.makeProspect(
                of: LeadID(1), id: id, by: Sample.actor("aminah"), second: nil, at: Sample.monday,
                sendsAt: Sample.monday)
            let event = try db.appendEvent(
                "evt_1", prospect: id, revision: 1, type: "created", at: Sample.monday
            ) { _ in Array("Rekaan".utf8) }
            try db.markSent(row.ref, revision: 1, hash: [1], at: Sample.monday + .minutes(1))
            try db.run("UPDATE prospect SET status = $1", status)
            let cursor = confirmed ? event.sequence : event.sequence - 1
            try db.moveCursor(of: "mysynergy", to: cursor, at: Sample.monday)
        }
    }

    @Test(arguments: [(true, "prospect", 1), (true, "helped", 1), (false, "prospect", 0), (true, "being_helped", 0)])
    func aProspectGoesOnceItIsConfirmedAndIsNoOpenReferral(
        confirmed: Bool, status: String, gone: Int
    ) async throws {
        try await makeProspect(confirmed: confirmed, status: status)
        #expect(try await purge(after: .days(91))[.prospect] ?? 0 == gone)
        let row = try #require(try await store.read { db in try db.prospect(of: LeadID(1)) })
        #expect(row.status == status)
        #expect(try await store.read { db in try db.events(of: row.id) }.count == 1 - gone)
        #expect(try await store.read { db in try db.lead(LeadID(1), at: Sample.monday) == nil } == (gone == 1))
        try await store.checkIntegrity()
    }

    @Test func textsOfArticlesWithoutALeadGoAndTheArticlesStayKnown() async throws {
        let dull = Sample.found(Sample.article(9), score: Sample.score(0))
        try await store.write { db in try db.commitSamples([dull]) }
        #expect(try await purge(after: .days(29)) == [:])
        for lead in 1...6 { try await set(.snoozed(until: .at(Sample.monday + .days(99))), of: Int64(lead)) }
        #expect(try await purge(after: .days(31)) == [.text: 1])
        let again = try await store.write { db in try db.commitSamples([dull]) }
        #expect(again.known == 1 && again.new == 0)
    }
}
