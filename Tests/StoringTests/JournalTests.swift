import Model
import StoringSamples
import Testing
import Text

@testable import Storing

/// The attacks of PRIVACY.md section 4 on the journal: each is found, and the first bad entry is named.
@Suite struct JournalTests {
    let folder: TemporaryFolder
    let store: Store

    init() async throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
        try await store.write { db in
            try db.commitSamples((1...10).map { Sample.found(Sample.article($0)) })
            for number in 1...9 {
                try db.append(
                    JournalDraft(
                        at: Sample.monday + .minutes(Int64(number)), by: number % 3 == 0 ? Sample.hafiz : Sample.aminah,
                        verb: "lead.reject", reason: number == 5 ? nil : "old-news",
                        targets: [
                            JournalTarget(
                                lead: LeadID(Int64(number)), before: ["state": "flagged"], after: ["state": "rejected"]),
                            JournalTarget(lead: nil, other: "PR-26-000001-9", before: [:], after: [:]),
                        ]))
            }
        }
    }

    struct Attack: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let sql: String
        let verdict: JournalVerdict
    }

    @Test func anUntouchedJournalIsWhole() async throws {
        let head = try #require(try await store.read { db in try db.journalCheckpoint() })
        #expect(head.entry == EntryID(10))
        let verdict = try await store.read { db in try db.verifyJournal(against: head) }
        #expect(verdict == .whole(entries: 10, head: head.hash))
        let early = try #require(try await store.read { db in try db.journalEntry(EntryID(4)) })
        let old = JournalCheckpoint(entry: early.id, hash: early.hash)
        #expect(try await store.read { db in try db.verifyJournal(against: old) } == verdict)
    }

    @Test(arguments: [
        Attack(
            testDescription: "another actor", sql: "UPDATE journal SET actor = 'hafiz' WHERE entry = 5",
            verdict: .broken(at: EntryID(5), .changed)),
        Attack(
            testDescription: "another time", sql: "UPDATE journal SET at = at + 1 WHERE entry = 2",
            verdict: .broken(at: EntryID(2), .changed)),
        Attack(
            testDescription: "a reason where there was none", sql: "UPDATE journal SET reason = '' WHERE entry = 6",
            verdict: .broken(at: EntryID(6), .changed)),
        Attack(
            testDescription: "another lead",
            sql: "UPDATE journal_target SET lead = 10 WHERE entry = 4 AND position = 0",
            verdict: .broken(at: EntryID(4), .changed)),
        Attack(
            testDescription: "another outcome",
            sql: "UPDATE journal_target SET after_json = '{\"state\":\"flagged\"}' WHERE entry = 4 AND position = 0",
            verdict: .broken(at: EntryID(4), .changed)),
        Attack(
            testDescription: "a target less", sql: "DELETE FROM journal_target WHERE entry = 7 AND position = 1",
            verdict: .broken(at: EntryID(7), .changed)),
        Attack(
            testDescription: "two swapped",
            sql: """
                UPDATE journal_target SET entry = 100 WHERE entry = 4; UPDATE journal_target SET entry = 4 WHERE entry = 5;
                UPDATE journal_target SET entry = 5 WHERE entry = 100; UPDATE journal SET entry = 100 WHERE entry = 4;
                UPDATE journal SET entry = 4 WHERE entry = 5; UPDATE journal SET entry = 5 WHERE entry = 100
                """, verdict: .broken(at: EntryID(4), .changed)),
        Attack(
            testDescription: "one deleted",
            sql: "DELETE FROM journal_target WHERE entry = 6; DELETE FROM journal WHERE entry = 6",
            verdict: .broken(at: EntryID(6), .missing)),
        Attack(
            testDescription: "the first deleted",
            sql: "DELETE FROM journal_target WHERE entry = 1; DELETE FROM journal WHERE entry = 1",
            verdict: .broken(at: EntryID(1), .missing)),
        Attack(
            testDescription: "the tail cut",
            sql: "DELETE FROM journal_target WHERE entry > 7; DELETE FROM journal WHERE entry > 7",
            verdict: .broken(at: EntryID(8), .cutOff)),
        Attack(
            testDescription: "all deleted", sql: "DELETE FROM journal_target; DELETE FROM journal",
            verdict: .broken(at: EntryID(1), .cutOff)),
        Attack(
            testDescription: "the head forgotten", sql: "DELETE FROM journal_head",
            verdict: .broken(at: EntryID(10), .seal)),
        Attack(
            testDescription: "the seal forged", sql: "UPDATE journal_head SET seal = zeroblob(32)",
            verdict: .broken(at: EntryID(10), .seal)),
        Attack(
            testDescription: "the tail and its head cut",
            sql: """
                DELETE FROM journal_target WHERE entry > 7; DELETE FROM journal WHERE entry > 7;
                UPDATE journal_head SET entry = 7, hash = (SELECT hash FROM journal WHERE entry = 7)
                """, verdict: .broken(at: EntryID(7), .seal)),
    ])
    func tamperingIsFound(attack: Attack) async throws {
        try await tamper(attack.sql)
        #expect(try await store.read { db in try db.verifyJournal() } == attack.verdict)
    }

    @Test func anEntryPutInWithAHashOfItsOwnIsFound() async throws {
        let last = try #require(try await store.read { db in try db.journalEntry(EntryID(10)) })
        let forged = JournalEntry(id: EntryID(11), draft: last.draft, previous: last.hash, hash: [])
        let hash = forged.computedHash
        try await store.write { db in
            try db.run(
                """
                INSERT INTO journal (entry, at, actor, unix_user, via, verb, reason, previous, hash)
                SELECT 11, at, actor, unix_user, via, verb, reason, $1, $2 FROM journal WHERE entry = 10
                """, forged.previous, hash)
            try db.run(
                """
                INSERT INTO journal_target (entry, position, lead, other, before_json, after_json)
                SELECT 11, position, lead, other, before_json, after_json FROM journal_target WHERE entry = 10
                """)
        }
        #expect(try await store.read { db in try db.verifyJournal() } == .broken(at: EntryID(11), .seal))
    }

    @Test func aRewrittenChainIsFoundByACheckpointKeptOutside() async throws {
        let checkpoint = try #require(try await store.read { db in try db.journalCheckpoint() })
        // The administrator has the key and writes the whole history again, one decision less.
        try await tamper(
            "DELETE FROM journal_target WHERE entry > 8; DELETE FROM journal WHERE entry > 8; DELETE FROM journal_head")
        try await store.write { db in
            let entry = try db.append(
                JournalDraft(at: Sample.monday, by: Sample.hafiz, verb: "lead.claim", targets: []))
            #expect(entry.id == EntryID(9))
        }
        guard case .whole(entries: 9, head: _) = try await store.read({ db in try db.verifyJournal() }) else {
            Issue.record("the rewritten chain should look whole by itself")
            return
        }
        let verdict = try await store.read { db in try db.verifyJournal(against: checkpoint) }
        #expect(verdict == .broken(at: EntryID(10), .checkpoint))
        try await store.write { db in
            try db.append(JournalDraft(at: Sample.monday, by: Sample.hafiz, verb: "lead.claim", targets: []))
        }
        let again = try await store.read { db in try db.verifyJournal(against: checkpoint) }
        #expect(again == .broken(at: EntryID(10), .checkpoint))
    }

    @Test func anAuditorCanVerifyACopyWithoutTheKey() async throws {
        let copy = folder.path + "/copy.db"
        try await store.backUp(to: copy)
        let audit = try Store.open(copy, mode: .read)
        guard case .whole(entries: 10, head: _) = try await audit.read({ db in try db.verifyJournal() }) else {
            Issue.record("the copy should be whole")
            return
        }
    }

    @Test func aJournalIsAskedByLeadActorTimeAndVerb() async throws {
        func entries(_ query: JournalQuery) async throws -> [Int64] {
            try await store.read { db in try db.journal(query) }.map(\.id.value)
        }
        #expect(try await entries(JournalQuery(lead: LeadID(3))) == [4, 1])
        #expect(try await entries(JournalQuery(actor: Sample.actor("hafiz"))) == [10, 7, 4])
        #expect(try await entries(JournalQuery(since: Sample.monday + .minutes(8))) == [10, 9])
        #expect(try await entries(JournalQuery(verbs: ["crawl"])) == [1])
        #expect(try await entries(JournalQuery(verbs: ["crawl", "no.verb"])) == [1])
        #expect(try await entries(JournalQuery(passing: ["crawl"], limit: 2)) == [10, 9])
        #expect(try await entries(JournalQuery(actor: Sample.actor("crawl"), passing: ["crawl"])) == [])
        #expect(try await entries(JournalQuery(limit: 2)) == [10, 9])
        #expect(try await entries(JournalQuery(lead: LeadID(99))) == [])
    }

    @Test func theChainHoldsNoTextOfAnArticle() async throws {
        let text = try await store.read { db in
            try db.rows("SELECT before_json || after_json AS t FROM journal_target") { row throws(StoreError) in
                try row["t"] as String
            }.joined()
        }
        #expect(!text.contains("Rekaan"))
        #expect(!text.contains("hangus"))
    }

    /// As an attacker would, past our own code.
    private func tamper(_ sql: String) async throws {
        let connection = try Connection.open(folder.database, isReadOnly: false)
        try connection.script("PRAGMA foreign_keys = OFF; \(sql)")
    }
}

@Suite struct CanonicalFormTests {
    private func form(_ fields: [String?]) -> [UInt8] {
        var form = CanonicalForm(domain: 0, name: "test")
        for field in fields { form.add(field) }
        return form.bytes
    }

    @Test func fieldsNeverRunIntoEachOther() {
        let forms = [["ab", "c"], ["a", "bc"], ["abc"], ["", "abc"], ["abc", ""], ["abc", nil], [nil, "abc"]].map(form)
        #expect(Set(forms).count == forms.count)
    }
}
