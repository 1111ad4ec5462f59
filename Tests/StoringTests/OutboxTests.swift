import Hashing
import Model
import Storing
import StoringSamples
import Testing

@Suite struct OutboxTests {
    let folder: TemporaryFolder
    let store: Store
    private let now = Sample.monday

    init() async throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
        try await store.write { db in
            try db.commitSamples((1...3).map { Sample.found(Sample.article($0)) })
            for lead in 1...3 { try OutboxTests.accept(LeadID(Int64(lead)), db) }
        }
    }

    @discardableResult
    private static func accept(_ lead: LeadID, _ db: Connection, hold: TimeSpan = .minutes(30)) throws -> ProspectRow {
        try db.makeProspect(
            of: lead, id: UUIDv7(at: Sample.monday, random: randomBytes(10)), by: Sample.actor("aminah"), second: nil,
            at: Sample.monday, sendsAt: Sample.monday + hold)
    }

    @Test func aProspectHasTheNumberOfItsLeadAndKeepsIt() async throws {
        let first = try #require(try await store.read { db in try db.prospect(of: LeadID(2)) })
        #expect(first.ref.description.hasPrefix("PR-26-000002-"))
        #expect((first.status, first.revision, first.sentAt) == ("prospect", 0, nil))
        try await store.write { db in
            try db.setWithdrawn(true, prospect: first.ref, at: now, sendsAt: first.sendsAt)
            let again = try OutboxTests.accept(LeadID(2), db)
            #expect((again.id, again.ref, again.isWithdrawn) == (first.id, first.ref, false))
        }
    }

    @Test func aTakenNumberGivesTheNextFreeOne() async throws {
        try await store.write { db in
            try db.run("INSERT INTO lead SELECT 1000002, \(try leadColumns(db)) FROM lead WHERE id = 1")
            #expect(try OutboxTests.accept(LeadID(1_000_002), db).ref == ProspectRef(year: 26, number: 4))
        }
    }

    private func leadColumns(_ db: Connection) throws -> String {
        try db.rows("SELECT name FROM pragma_table_info('lead') WHERE name <> 'id'") { row throws(StoreError) in
            try row["name"] as String
        }.joined(separator: ", ")
    }

    @Test func onlyWhatHasWaitedIsDue() async throws {
        func due(_ time: Instant) async throws -> [Int64] {
            try await store.read { db in try db.prospects(ProspectQuery(dueAt: time, isSent: false)) }.map(\.lead.value)
        }
        #expect(try await due(now + .minutes(29)) == [])
        #expect(try await due(now + .minutes(30)) == [1, 2, 3])
        try await store.write { db in
            let rows = try db.prospects(ProspectQuery())
            try db.markSent(rows[0].ref, revision: 1, hash: [1], at: now + .minutes(31))
            try db.markSent(rows[0].ref, revision: 2, hash: [2], at: now + .minutes(40))
            try db.setWithdrawn(true, prospect: rows[1].ref, at: now, sendsAt: now)
        }
        #expect(try await due(now + .hours(1)) == [3])
        let sent = try #require(try await store.read { db in try db.prospects(ProspectQuery(isSent: true)) }.first)
        #expect((sent.sentAt, sent.revision, sent.sentHash) == (now + .minutes(31), 2, [2]))
        #expect(try await store.read { db in try db.prospects(ProspectQuery(includesWithdrawn: true)) }.count == 3)
    }

    @Test func eventsKeepTheirBytesAndTheirOrder() async throws {
        let rows = try await store.read { db in try db.prospects(ProspectQuery()) }
        let made = try await store.write { db in
            try (0..<6).map { index in
                try db.appendEvent(
                    "evt_\(index)", prospect: rows[index % 3].id, revision: index / 3 + 1,
                    type: "my.pantau.prospect.created.v1", at: now, body: { Array("{\"sequence\":\"\($0)\"}".utf8) })
            }
        }
        #expect(made.map(\.sequence) == [1, 2, 3, 4, 5, 6])
        #expect(try await store.read { db in try db.events(after: 2, limit: 3) } == Array(made[2..<5]))
        #expect(try await store.read { db in try db.events(of: rows[0].id) } == [made[0], made[3]])
        #expect(String(decoding: made[4].body, as: UTF8.self) == "{\"sequence\":\"5\"}")
        // An erased event's number is never used again: a cursor may stand on it.
        try await store.write { db in
            try db.run("DELETE FROM outbox WHERE sequence = 6")
            let next = try db.appendEvent(
                "evt_x", prospect: rows[0].id, revision: 3, type: "t", at: now, body: { _ in [] })
            #expect(next.sequence == 7)
        }
    }

    @Test func oneEventIsNeverTwiceInTheOutbox() async throws {
        let row = try #require(try await store.read { db in try db.prospect(of: LeadID(1)) })
        await #expect {
            try await store.write { db in
                for _ in 0..<2 {
                    _ = try db.appendEvent("evt_a", prospect: row.id, revision: 1, type: "t", at: now) { _ in [] }
                }
            }
        } throws: { error in
            guard case .constraint = error as? StoreError else { return false }
            return true
        }
        #expect(try await store.read { db in try db.events(after: 0, limit: 9) } == [])
    }

    @Test func aConfirmedExportMovesItsConsumerForwardOnly() async throws {
        func export(_ after: Int64, _ through: Int64) -> ExportRow {
            ExportRow(
                id: UUIDv7(at: now, random: randomBytes(10)), consumer: "mysynergy", createdAt: now + .minutes(through),
                createdBy: Sample.actor("aminah"), after: after, through: through, records: Int(through - after),
                manifest: "prospects.manifest.json", manifestSHA256: String(repeating: "0", count: 64))
        }
        let (early, late) = (export(0, 3), export(3, 9))
        try await store.write { db in
            try db.add(early)
            try db.add(late)
        }
        #expect(try await store.read { db in try db.cursor(of: "mysynergy") } == nil)
        #expect(try await store.read { db in try db.exports(for: "mysynergy") } == [late, early])
        #expect(try await store.read { db in try db.exports(for: "lain") } == [])
        for row in [late, early, late] {
            let confirmed = try await store.write { db in try db.confirmExport(row.id, at: now + .hours(1)) }
            #expect(confirmed?.confirmedAt == now + .hours(1))
            #expect(try await store.read { db in try db.cursor(of: "mysynergy")?.sequence } == 9)
        }
        let unknown = UUIDv7(at: now, random: [])
        #expect(try await store.write { db in try db.confirmExport(unknown, at: now) } == nil)
    }
}
