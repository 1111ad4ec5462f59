import Foundation
import Model
import Reviewing
import Storing
import StoringSamples
import Testing
import Text

/// What was noted before notes were masked at once.
@Suite struct RemaskingTests {
    private let desk: Desk
    private let raw = "telefon 013-999 8887, KP 850505-01-5544"
    private let kept = "telefon [phone ******], KP [ic ******]"

    init() async throws { desk = try await Desk(leads: 3) }

    /// Rows as an older program left them: a note, a rejection, a prospect with what its agency said.
    private func leaveOldRows() async throws {
        _ = try await desk.review(.accept(Acceptance(hold: .minutes(30))), [1])
        let old = """
            INSERT INTO lead_note (lead, entry, at, actor, text) VALUES (2, 1, 0, 'aminah', '\(raw)');
            INSERT INTO lead_note (lead, entry, at, actor, text) VALUES (3, 1, 0, 'aminah', '\(raw)');
            INSERT INTO lead_note (lead, entry, at, actor, text) VALUES (3, 1, 0, 'aminah', 'tiada nombor, 2 anak');
            INSERT INTO referral_leg (id, prospect, hop, sender, agency, state, state_at, note, step_json, missed)
              SELECT 'l', id, 1, 'squad', 'JKM', 'returned', 0, '\(raw)',
                '{"kind":"return_to_squad","note":"\(raw)"}', 0 FROM prospect;
            INSERT INTO referral_change (id, prospect, state, at, sender, received_at, verdict, change_json)
              SELECT 'c', id, 'returned', 0, 'jkm', 0, 'applied',
                '{"note":"\(raw)","next_step":{"kind":"return_to_squad","note":"\(raw)"},"by":"u-0139998887"}' FROM prospect;
            INSERT INTO refused_change VALUES ('jkm', '{"note":"\(raw)"}', 0, 'x');
            INSERT INTO refused_change VALUES ('jkm', '{"note":"telefon 014-999 8887, KP 850505-01-5544"}', 1, 'x');
            INSERT INTO known_match VALUES ('p', 's', 'o', 'k', 0, 0, 'aminah', '\(raw)');
            UPDATE article SET outlet = '\(raw)', author = '\(raw)', source = 'squad' WHERE id = 2;
            UPDATE article SET outlet = 'Berita 013-999 8887' WHERE id = 3
            """
        try await desk.store.write { db in
            for statement in old.split(separator: ";\n") { try db.run(String(statement)) }
        }
    }

    /// A rejection as it was journaled when the name of an agency was kept as it was written.
    private func rejectAsBefore(_ id: LeadID) async throws {
        let before = try await desk.lead(id.value)
        #expect(before.state == .flagged)
        let (raw, now) = (raw, desk.now)
        try await desk.store.write { db in
            let flagged = LeadStanding(state: .flagged)
            let rejected = LeadStanding(state: .rejected(.alreadyHelped), agency: raw)
            try db.save(rejected, of: id, at: now)
            try db.append(
                JournalDraft(
                    at: now, by: Sample.aminah, verb: "lead.reject", reason: "already-helped",
                    targets: [JournalTarget(lead: id, before: flagged.json, after: rejected.json)]))
        }
    }

    private func mask() async throws -> [RemarkKind: Int] {
        let now = desk.now
        return try await desk.store.write { db in try db.maskRemarks(by: Sample.aminah, at: now) }
    }

    private func unmasked() async throws -> [RemarkKind: Int] {
        try await desk.store.read { db in try db.unmaskedRemarks() }
    }

    private func text(_ sql: String) async throws -> String? {
        try await desk.store.read { db in try db.value(sql, as: String.self) }
    }

    private func expectAWholeJournal() async throws {
        guard case .whole = try await desk.store.read({ db in try db.verifyJournal() }) else {
            Issue.record("the chain is broken")
            return
        }
    }

    @Test func whatIsWrittenTodayIsNeverDue() async throws {
        _ = try await desk.review(.note(raw), [1])
        _ = try await desk.review(.reject(Rejection(.alreadyHelped, agency: raw)), [2])
        #expect(try await unmasked() == [:])
        let entries = try await desk.entries().count
        #expect(try await mask() == [:])
        #expect(try await desk.entries().count == entries, "nothing was done, and nothing is journaled")
    }

    @Test func oldRemarksAreMaskedOnceAndOnlyCountsAreLogged() async throws {
        try await leaveOldRows()
        try await rejectAsBefore(LeadID(2))
        let due: [RemarkKind: Int] = [
            .note: 2, .agency: 1, .referral: 2, .reply: 1, .refusedReply: 2, .match: 1, .outlet: 1, .author: 1,
        ]
        #expect(try await unmasked() == due)
        #expect(try await mask() == due)
        #expect(
            try await text("SELECT group_concat(text, '|') FROM lead_note") == "\(kept)|\(kept)|tiada nombor, 2 anak")
        #expect(try await text("SELECT note FROM referral_leg") == kept)
        #expect(
            try await text("SELECT step_json FROM referral_leg")
                == "{\"kind\":\"return_to_squad\",\"note\":\"\(kept)\"}")
        let change = try await text("SELECT change_json FROM referral_change") ?? ""
        #expect(!change.contains("013-999") && !change.contains("850505"))
        #expect(change.contains("u-0139998887"), "only what people wrote is looked at")
        #expect(try await text("SELECT group_concat(change_json, '|') FROM refused_change") == "{\"note\":\"\(kept)\"}")
        #expect(try await text("SELECT answer FROM known_match") == kept)
        #expect(try await text("SELECT outlet || author FROM article WHERE id = 2") == kept + kept)
        #expect(try await text("SELECT outlet FROM article WHERE id = 3") == "Berita 013-999 8887")
        #expect(try await text("SELECT standing_json FROM lead WHERE id = 2")?.contains("850505") == false)
        // Once.
        #expect(try await unmasked() == [:])
        #expect(try await mask() == [:])
        let entry = try #require(try await desk.entries().first)
        #expect(entry.draft.verb == "db.mask")
        #expect(entry.draft.targets.first == JournalTarget(lead: nil, other: "note", before: [:], after: ["masked": 2]))
        #expect(entry.draft.targets.allSatisfy { !"\($0)".contains("013-999") })
        try await expectAWholeJournal()
    }

    @Test func aDecisionFromBeforeCanStillBeTakenBackAndMadeAgain() async throws {
        try await rejectAsBefore(LeadID(2))
        #expect(try await mask() == [.agency: 1])
        guard case .done = try await desk.undo() else {
            Issue.record("the undo was refused")
            return
        }
        #expect(try await desk.states(2...2) == [.flagged])
        guard case .done = try await desk.undo(.lastOwnUndone) else {
            Issue.record("the redo was refused")
            return
        }
        #expect(try await desk.states(2...2) == [.rejected(.alreadyHelped)])
        #expect(try await unmasked() == [:], "what comes back out of the journal is masked")
        try await expectAWholeJournal()
    }

    @Test func nothingOfThemIsLeftInTheFile() async throws {
        try await leaveOldRows()
        _ = try await mask()
        for file in ["", "-wal"] {
            let bytes = try? Data(contentsOf: URL(filePath: desk.folder.database + file))
            let text = String(decoding: bytes ?? Data(), as: UTF8.self)
            #expect(!text.contains("850505-01-5544"), "\(file)")
        }
    }

    @Test func aNoteAtItsLimitStaysOneThatCanBeRead() async throws {
        _ = try await desk.review(.accept(Acceptance(hold: .minutes(30))), [1])
        let note = String(repeating: "ab ", count: 160) + "0139998887"
        try #require(note.unicodeScalars.count == NextStep.noteLimit - 10)
        try await desk.store.write { db in
            try db.run(
                """
                INSERT INTO referral_leg (id, prospect, hop, sender, agency, state, state_at, step_json, missed)
                SELECT '01890a5d-ac96-774b-bcce-b302099a8057', id, 1, 'squad', 'JKM', 'returned', 0,
                  '{"kind":"return_to_squad","note":"\(note + String(repeating: " x", count: 5))"}', 0 FROM prospect
                """)
        }
        #expect(try await mask() == [.referral: 1])
        let step = try await text("SELECT step_json FROM referral_leg") ?? ""
        let read = try #require(NextStep(json: try JSONValue(parsing: step.utf8)))
        #expect((read.note?.unicodeScalars.count ?? 0) <= NextStep.noteLimit && !step.contains("0139998887"))
    }
}
