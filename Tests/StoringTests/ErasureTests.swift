import Model
import StoringSamples
import Testing
import Text

@testable import Storing

/// What erasing a case takes, and what it leaves.
@Suite struct ErasureTests {
    let folder: TemporaryFolder
    let store: Store
    private static let canary = "Kenari Rekaan"

    init() async throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
        try await store.write { db in
            try db.commitSamples([
                Sample.found(
                    Sample.article(
                        1, title: "Rumah \(Self.canary) hangus", text: "Rumah \(Self.canary) hangus malam tadi.",
                        guid: "kenari-1", url: "https://rekaan.example/berita/kenari-rekaan"),
                    identification: Sample.identification(name: Self.canary)),
                Sample.found(Sample.article(2)),
            ])
            let entry = try db.append(
                JournalDraft(
                    at: Sample.monday, by: Sample.aminah, verb: "lead.edit",
                    targets: [JournalTarget(lead: LeadID(1), before: ["who": "?"], after: ["who": "Kenari Rekaan"])]))
            try db.addNote(
                "Kenari Rekaan menelefon", to: LeadID(1), by: Sample.actor("aminah"), at: Sample.monday,
                entry: entry.id)
        }
    }

    @discardableResult
    private func erase(
        _ lead: Int64 = 1, _ reason: ErasureReason = .requestOfPerson, at now: Instant = Sample.monday
    ) async throws -> ErasedCase? {
        try await store.write { db in
            try db.erase(LeadID(lead), because: reason, by: Sample.aminah, at: now) { _, _ in }
        }
    }

    /// Whether the bytes of any file of the database hold the canary, in whatever case.
    private func isLeft(in files: [String]? = nil) -> Bool {
        let files = files ?? ["", "-wal", "-shm", "-erased"].map { folder.database + $0 }
        return files.contains { text(of: $0).lowercased().contains("kenari") }
    }

    @Test func nothingOfThePersonIsLeftInAnyByteOfAnyFile() async throws {
        #expect(isLeft())
        let erased = try #require(try await erase())
        #expect(erased.articles == 1)
        #expect(!isLeft())
        let copy = folder.path + "/copy.db"
        try await store.writeBackup(to: copy)
        #expect(!isLeft(in: [copy]))
        #expect(try await store.read { db in try db.lead(LeadID(1), at: Sample.monday) } == nil)
        // The other case is as it was.
        #expect(try await store.read { db in try db.lead(LeadID(2), at: Sample.monday) }?.articles.count == 1)
        try await store.checkIntegrity()
    }

    @Test func theJournalStaysWholeAndTellsWhoErasedWhatAndWhy() async throws {
        let before = try #require(try await store.read { db in try db.journalCheckpoint() })
        let entry = try #require(try await erase()).entry
        guard case .whole = try await store.read({ db in try db.verifyJournal(against: before) }) else {
            Issue.record("the chain is broken")
            return
        }
        let told = try #require(try await store.read { db in try db.journalEntry(entry) })
        #expect(told.draft.verb == "lead.erase" && told.draft.reason == "request-of-person")
        #expect(told.draft.author == Sample.aminah && told.draft.targets.map(\.lead) == [LeadID(1)])
        let edit = try #require(try await store.read { db in try db.journal(JournalQuery(verbs: ["lead.edit"])) }.first)
        #expect(edit.isErased && edit.draft.targets[0].after == .object([]))
    }

    /// Whoever may write the file could else take out what an entry held, and call it erased.
    @Test func valuesThatGoWithoutAnErasureAreFound() async throws {
        try await store.write { db in try db.forgetValues(of: LeadID(1), nil) }
        guard case .broken(at: _, .changed) = try await store.read({ db in try db.verifyJournal() }) else {
            Issue.record("nothing was found")
            return
        }
    }

    @Test(arguments: [
        "UPDATE journal_target SET after_json = '{\"who\":\"X\"}' WHERE salt IS NULL",
        "UPDATE journal_target SET digest = zeroblob(32) WHERE salt IS NULL",
        "UPDATE journal_target SET salt = zeroblob(16) WHERE salt IS NULL",
        "UPDATE journal SET form = 1 WHERE verb = 'lead.edit'",
    ])
    func anErasedEntryCannotBeGivenOtherValues(sql: String) async throws {
        try await erase()
        try await store.write { db in try db.run(sql) }
        guard case .broken(at: _, .changed) = try await store.read({ db in try db.verifyJournal() }) else {
            Issue.record("nothing was found")
            return
        }
    }

    @Test func aCaseWithWhatWasMergedIntoItGoesAsOne() async throws {
        try await store.write { db in
            try db.save(LeadStanding(state: .merged(into: LeadID(1))), of: LeadID(2), at: Sample.monday)
        }
        #expect(try await erase(2)?.leads == [LeadID(2), LeadID(1)])
        #expect(try await store.read { db in try db.measure() }.leads == 0)
    }

    @Test func erasingTwiceChangesNothing() async throws {
        try await erase()
        #expect(try await erase() == nil)
        #expect(try await store.read { db in try db.erasureCount() }.count == 1)
        #expect(try await store.read { db in try db.erasure(of: LeadID(1)) }?.reason == .requestOfPerson)
    }

    @Test func theSameArticleComesInUnderNoAddressAndInNoOutlet() async throws {
        try await erase()
        let text = "Rumah \(Self.canary) hangus malam tadi."
        let title = "Rumah \(Self.canary) hangus"
        let spellings = [
            "https://rekaan.example/berita/kenari-rekaan", "http://www.rekaan.example/berita/kenari-rekaan/amp/",
            "https://lain.example/9",
        ]
        for url in spellings {
            let article = Sample.article(9, title: title, text: text, outlet: "Lain", url: url)
            let summary = try await store.write { db in try db.commitSamples([Sample.found(article)]) }
            #expect(summary.new == 0 && summary.made.isEmpty, "\(url)")
        }
        #expect(!isLeft())
    }

    /// A table that holds something of a case, and that nobody thought of, would keep a person who was erased.
    @Test func everyTableThatNamesALeadAnArticleOrAProspectIsThoughtOf() async throws {
        let named: [String] = try await store.read { db in
            try db.rows(
                """
                SELECT DISTINCT t.name AS name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
                WHERE t.type = 'table' AND c.name IN ('lead', 'article', 'prospect', 'ref', 'canonical_url')
                """
            ) { row throws(StoreError) in try row["name"] }
        }
        let known = ErasedTable.ofLead.map(\.table) + ErasedTable.ofProspect.map(\.table) + ErasedTable.others.keys
        #expect(Set(named).subtracting(known).isEmpty, "say in ErasedTable what becomes of it when a case is erased")
    }

    @Test func theListOutsideIsOfHashesAndFindsAChange() async throws {
        try await erase()
        let path = folder.database + "-erased"
        #expect(try await store.erasuresMissingOutside() == 0)
        #expect(mode(of: path) == 0o600)
        let list = text(of: path)
        try write(list.replacing("request-of-person", with: "mistake"), to: path)
        await #expect(throws: StoreError.self) { _ = try await store.erasuresMissingOutside() }
        try write("", to: path)
        #expect(try await store.erasuresMissingOutside() == 1)
        try await store.settleErasures()
        #expect(text(of: path) == list)
    }

    @Test func aTornLineOfTheListIsWrittenAgain() async throws {
        try await erase()
        try await erase(2, at: Sample.monday + .hours(1))
        let path = folder.database + "-erased"
        let list = text(of: path)
        try write(String(list.dropLast(20)), to: path)
        #expect(try await store.erasuresMissingOutside() == 1)
        try await store.settleErasures()
        #expect(text(of: path) == list)
    }
}
