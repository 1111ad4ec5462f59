import Model
import StoringSamples
import Testing

@testable import Storing

@Suite struct LeadListTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
    }

    private func list(_ query: LeadQuery, at now: Instant = Sample.monday) async throws -> [Int64] {
        let page = try await store.read { db in try db.leads(query, at: now) }
        let count = try await store.read { db in try db.countLeads(query, at: now) }
        #expect(page.total == count)
        return page.leads.map(\.id.value)
    }

    private func seed() async throws {
        var place = Sample.identification()
        place.place?.stateCode = "MY-01"
        place.persons.append(Person(name: "Adik Rekaan", age: .init(years: 7), role: .family))
        let other = place
        try await store.write { db in
            try db.commitSamples([
                Sample.found(Sample.article(1, title: "Diskaun 100% untuk B_40"), score: Sample.score(60)),
                Sample.found(Sample.article(2), score: Sample.score(90, needs: [.debt, .fire])),
                Sample.found(Sample.article(3), score: Sample.score(50, urgency: .emergency, isProtected: true)),
                Sample.found(
                    Sample.article(4, source: "suara-contoh", outlet: "Suara Contoh"),
                    score: Sample.score(90, urgency: .urgent),
                    identification: other),
                Sample.found(
                    Sample.article(5, title: "Rumah 1000 unit B-40"), score: Sample.score(90, urgency: .urgent)),
            ])
            try db.save(LeadStanding(state: .rejected(.oldNews)), of: LeadID(5), at: Sample.monday)
            try db.save(Claim(by: Sample.actor("hafiz"), until: Sample.monday + .minutes(15)), of: LeadID(2))
        }
    }

    @Test func theUrgentStandFirstThenTheScoreThenTheOlder() async throws {
        try await seed()
        #expect(try await list(LeadQuery()) == [3, 4, 2, 1])
        #expect(try await list(LeadQuery(order: .score)) == [2, 4, 1, 3])
        #expect(try await list(LeadQuery(order: .new)) == [4, 3, 2, 1])
        #expect(try await list(LeadQuery(order: .old)) == [1, 2, 3, 4])
        #expect(try await list(LeadQuery(states: [])) == [3, 4, 5, 2, 1])
        #expect(try await list(LeadQuery(states: [.rejected, .flagged], order: .score)) == [2, 4, 5, 1, 3])
    }

    struct Filter: Sendable, CustomTestStringConvertible {
        let condition: LeadCondition
        let ids: [Int64]
        var testDescription: String { "\(condition)" }

        init(_ condition: LeadCondition, _ ids: [Int64]) { (self.condition, self.ids) = (condition, ids) }
    }

    @Test(arguments: [
        Filter(.urgency(.emergency), [3]), Filter(.need(.debt), [2]), Filter(.not(.need(.debt)), [3, 4, 1]),
        Filter(.stateCode("MY-01"), [4]), Filter(.not(.stateCode("MY-01")), [3, 2, 1]),
        Filter(.districtCode("10_2"), [3, 4, 2, 1]), Filter(.source(Sample.source("suara-contoh")), [4]),
        Filter(.language(.english), []), Filter(.score(.atLeast, 90), [4, 2]), Filter(.score(.less, 60), [3]),
        Filter(.score(.equal, 60), [1]), Filter(.score(.atMost, 60), [3, 1]), Filter(.score(.greater, 60), [4, 2]),
        Filter(.age(.less, .minutes(1)), [3, 4, 2, 1]), Filter(.age(.atLeast, .minutes(1)), []),
        Filter(.isProtected, [3]), Filter(.not(.isProtected), [4, 2, 1]), Filter(.hasMinor, [4]),
        Filter(.unclaimed, [3, 4, 1]), Filter(.claimed(by: Sample.actor("hafiz")), [2]),
        Filter(.not(.claimed(by: Sample.actor("hafiz"))), [3, 4, 1]),
        Filter(.open(to: Sample.actor("hafiz")), [3, 4, 2, 1]), Filter(.open(to: Sample.actor("aminah")), [3, 4, 1]),
        Filter(.rule("ms.fire.hangus"), [3, 4, 2, 1]), Filter(.rule("ms.fire.han"), []),
        Filter(.decided(by: Sample.actor("aminah")), []), Filter(.text("DISKAUN"), [1]), Filter(.text("100%"), [1]),
        Filter(.text("b_4"), [1]), Filter(.text("\\"), []), Filter(.text("' OR 1=1 --"), []),
        Filter(.text("klang"), [3, 4, 2, 1]), Filter(.not(.text("diskaun")), [3, 4, 2]),
    ])
    func itCanBeFiltered(filter: Filter) async throws {
        try await seed()
        #expect(try await list(LeadQuery(where: [filter.condition])) == filter.ids)
    }

    @Test func allConditionsHoldAtOnce() async throws {
        try await seed()
        #expect(
            try await list(LeadQuery(where: [.score(.atLeast, 60), .not(.need(.debt)), .text("klang")])) == [4, 1])
        #expect(try await list(LeadQuery(states: [], where: [.rejected(.oldNews)])) == [5])
        #expect(try await list(LeadQuery(states: [], where: [.rejected(.other)])) == [])
    }

    @Test func aPageIsAPartOfAll() async throws {
        try await seed()
        for (query, ids) in [
            (LeadQuery(limit: 2, offset: 1), [4, 2]), (LeadQuery(offset: 3), [1]), (LeadQuery(limit: 0), []),
        ] as [(LeadQuery, [Int64])] {
            let page = try await store.read { db in try db.leads(query, at: Sample.monday) }
            #expect(page.leads.map(\.id.value) == ids)
            #expect(page.total == 4)
        }
    }

    /// Who may not read a protected headline must not find out what stands in it by asking.
    @Test func aProtectedLeadIsNotFoundByItsWords() async throws {
        let secret = Sample.article(6, title: "Puteri Rekaan", text: "Puteri Rekaan ditemui di rumah.")
        try await store.write { db in
            try db.commitSamples([Sample.found(secret, score: Sample.score(80, isProtected: true))])
        }
        #expect(try await list(LeadQuery(where: [.text("Puteri")])) == [])
        #expect(try await list(LeadQuery(where: [.text("Klang")])) == [1])
    }

    @Test func aLeadIsFoundByAWordOfItsText() async throws {
        let article = Sample.article(6, title: "Rumah hangus", text: "Keluarga Encik Contoh di Kampung Rekaan Hilir.")
        try await store.write { db in try db.commitSamples([Sample.found(article), Sample.found(Sample.article(7))]) }
        #expect(try await list(LeadQuery(where: [.text("rekaan hilir")])) == [1])
    }

    @Test func aClaimThatRanOutIsNone() async throws {
        try await seed()
        let later = Sample.monday + .minutes(15)
        #expect(try await list(LeadQuery(where: [.unclaimed]), at: later) == [3, 4, 2, 1])
        let page = try await store.read { db in try db.leads(LeadQuery(), at: later) }
        #expect(page.leads.allSatisfy { $0.claim == nil })
        #expect(try await store.read { db in try db.claimCounts(at: later) }.isEmpty)
    }

    @Test func aLineTellsWhatAListShows() async throws {
        try await seed()
        let page = try await store.read { db in try db.leads(LeadQuery(), at: Sample.monday) }
        let line = try #require(page.leads.first { $0.id == LeadID(4) })
        #expect((line.band, line.urgency, line.hasMinor, line.isProtected) == (.high, .urgent, true, false))
        #expect((line.stateCode, line.districtCode, line.place) == ("MY-01", "10_2", "Klang"))
        #expect(page.leads.first { $0.id == LeadID(2) }?.claim?.by == Sample.actor("hafiz"))
        let counts = try await store.read { db in try db.leadCounts() }
        #expect(counts.map(\.count).reduce(0, +) == 5)
        #expect(counts.contains(LeadCount(state: .rejected, urgency: .urgent, count: 1)))
    }

    @Test(arguments: LeadQuery.Order.allCases)
    func aHundredThousandLeadsAreListedByIndex(order: LeadQuery.Order) async throws {
        try await store.write { db in try db.makeManyLeads(100_000) }
        let query = LeadQuery(order: order, limit: 30)
        let plan = try await store.read { db in
            let (sql, values) = query.statement(at: Sample.monday)
            return try db.rows("EXPLAIN QUERY PLAN \(sql)", bind: values) { row throws(StoreError) in
                try row["detail"] as String
            }
        }
        #expect(plan.contains { $0.contains("USING INDEX lead_") }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
        // 7 to 26 ms in a debug build on a busy machine.
        let page = try await store.read { db in try db.leads(query, at: Sample.monday) }
        #expect((page.total, page.leads.count) == (100_000, 30))
    }
}

extension Connection {
    /// Copies of one lead with scores, urgencies and ages of their own.
    fileprivate func makeManyLeads(_ count: Int) throws {
        try commitSamples([Sample.found(Sample.article(1))])
        let columns = try rows("SELECT name FROM pragma_table_info('lead')") { row throws(StoreError) in
            try row["name"] as String
        }
        let values = columns.map { column in
            switch column {
            case "id": "1 + n.i"
            case "score": "40 + (n.i * 7919) % 60"
            case "urgency_rank": "(n.i * 31) % 3"
            case "first_seen_at": "first_seen_at + (n.i * 104729) % 1000003"
            default: column
            }
        }
        try run(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT $1)
            INSERT INTO lead (\(columns.joined(separator: ", "))) SELECT \(values.joined(separator: ", "))
            FROM lead, n WHERE id = 1
            """, count - 1)
    }
}
