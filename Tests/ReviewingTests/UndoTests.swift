import Model
import Reviewing
import Storing
import StoringSamples
import Testing

@Suite struct UndoTests {
    let desk: Desk
    init() async throws { desk = try await Desk(leads: 6) }

    private func refusal(_ result: UndoResult) -> UndoRefusal? {
        guard case .refused(let refusal) = result else { return nil }
        return refusal
    }

    private func entry(_ result: UndoResult) throws -> JournalEntry {
        guard case .done(let entry, decision: _) = result else { throw refusal(result) ?? .nothingToUndo }
        return entry
    }

    @Test func oneUndoTakesBackAllThatOneCommandDid() async throws {
        _ = try await desk.review(.snooze(until: .newArticle, note: nil), [2])
        let rejected = try await desk.review(.reject(Rejection(.oldNews)), [1, 2, 3])
        let undone = try entry(try await desk.undo())
        #expect((undone.draft.verb, undone.draft.undoes, undone.draft.reason) == ("undo", rejected.entry, "old-news"))
        #expect(try await desk.states(1...3) == [.flagged, .snoozed(until: .newArticle), .flagged])
    }

    @Test func undoGoesOnBackAndRedoForward() async throws {
        for id in 1...3 { _ = try await desk.review(.reject(Rejection(.oldNews)), [Int64(id)]) }
        let rejected = LeadState.rejected(.oldNews)
        for _ in 0..<2 { _ = try entry(try await desk.undo()) }
        #expect(try await desk.states(1...3) == [rejected, .flagged, .flagged])
        let redone = try entry(try await desk.undo(.lastOwnUndone))
        #expect(redone.draft.verb == "redo")
        #expect(try await desk.states(1...3) == [rejected, rejected, .flagged])
        _ = try entry(try await desk.undo(.lastOwnUndone))
        #expect(refusal(try await desk.undo(.lastOwnUndone)) == .nothingToUndo)
        for _ in 0..<3 { _ = try entry(try await desk.undo()) }
        #expect(try await desk.states(1...3) == [.flagged, .flagged, .flagged])
        #expect(refusal(try await desk.undo()) == .nothingToUndo)
    }

    @Test func anUndoOfAnUndoIsARedo() async throws {
        _ = try await desk.review(.reject(Rejection(.oldNews)), [1])
        let undone = try entry(try await desk.undo())
        let redone = try entry(try await desk.undo(.entry(undone.id)))
        #expect((redone.draft.verb, redone.draft.undoes) == ("redo", undone.id))
        #expect(try await desk.states(1...1) == [.rejected(.oldNews)])
        // The first undo has been taken back; naming it again is no third turn.
        guard case .alreadyDone = refusal(try await desk.undo(.entry(undone.id))) else {
            Issue.record("an undo that was undone is spent")
            return
        }
        _ = try entry(try await desk.undo(.entry(redone.id)))
        #expect(try await desk.states(1...1) == [.flagged])
    }

    @Test func undoingTwiceIsANote() async throws {
        let result = try await desk.review(.reject(Rejection(.oldNews)), [1])
        let id = try #require(result.entry)
        _ = try entry(try await desk.undo(.entry(id)))
        let again = try #require(refusal(try await desk.undo(.entry(id))))
        #expect(again.exitCode == 0)
        #expect(try await desk.states(1...1) == [.flagged])
    }

    @Test func anUndoneAcceptanceIsAProspectNoMoreAndKeepsItsReference() async throws {
        let first = try await desk.review(.accept(Acceptance(needs: [.debt])), [1])
        let row = try #require(first.changed.first?.prospect)
        _ = try entry(try await desk.undo())
        #expect(try await desk.lead(1).needs.map(\.need) == [.fire])
        #expect(try await desk.store.read { db in try db.prospects(ProspectQuery()) } == [])
        let second = try await desk.review(.accept(Acceptance()), [1])
        #expect(second.changed.first?.prospect?.ref == row.ref)
        #expect(second.changed.first?.prospect?.id == row.id)
    }

    @Test func aRedoneAcceptanceWaitsAgain() async throws {
        _ = try await desk.review(.accept(Acceptance(hold: .seconds(0))), [1])
        _ = try entry(try await desk.undo())
        _ = try entry(try await desk.undo(.lastOwnUndone))
        let row = try #require(try await desk.store.read { db in try db.prospect(of: LeadID(1)) })
        #expect((row.isWithdrawn, row.sendsAt) == (false, desk.now + .minutes(35)))
    }

    @Test func whatHasLeftCannotBeUndoneAndNothingElseOfThatCommandIs() async throws {
        let result = try await desk.review(.accept(Acceptance()), [1, 2, 3])
        let row = try #require(result.changed[1].prospect)
        try await desk.store.write { db in try db.markSent(row.ref, revision: 1, hash: [], at: desk.now) }
        let refused = try #require(refusal(try await desk.undo()))
        #expect(refused == .sent(row.ref, at: desk.now))
        #expect((refused.messageID, refused.exitCode) == ("err.sent", 5))
        #expect(try await desk.states(1...3).allSatisfy { $0.code == "prospect" })
    }

    @Test func aLaterDecisionOfAnotherStandsInTheWay() async throws {
        let first = try await desk.review(.snooze(until: .newArticle, note: nil), [1])
        let second = try await desk.review(.reject(Rejection(.doubtful)), [1], as: Sample.hafiz)
        guard case .changedSince(LeadID(1), by: let entry?) = refusal(try await desk.undo()) else {
            Issue.record("hafiz has decided since")
            return
        }
        #expect(entry.id == second.entry)
        #expect(try await desk.states(1...1) == [.rejected(.doubtful)])
        // With his taken back first, both can go.
        _ = try self.entry(try await desk.undo(.entry(try #require(second.entry))))
        _ = try self.entry(try await desk.undo(.entry(try #require(first.entry))))
        #expect(try await desk.states(1...1) == [.flagged])
    }

    @Test func aNewArticleDoesNotStandInTheWay() async throws {
        _ = try await desk.review(.reject(Rejection(.notAPerson)), [1])
        try await desk.store.write { db in
            let article = Sample.article(50)
            let keys = ["url:\(Sample.article(1).canonicalURL)"]
            try db.commitSamples([Sample.found(article, score: Sample.score(99), keys: keys)])
        }
        _ = try entry(try await desk.undo())
        let lead = try await desk.lead(1)
        #expect((lead.state, lead.articles.count, lead.score.value) == (.flagged, 2, 99))
    }

    @Test func undoNeedsNoMemoryOfItsSession() async throws {
        _ = try await desk.review(.accept(Acceptance()), [1])
        let later = try Store.open(desk.folder.database, mode: .write)
        let result = try await later.write { db in try db.undo(.lastOwn, by: Sample.aminah, at: Sample.monday) }
        _ = try entry(result)
        #expect(try await desk.states(1...1) == [.flagged])
    }

    @Test func onesOwnLastIsNotAnothers() async throws {
        _ = try await desk.review(.reject(Rejection(.oldNews)), [1])
        _ = try await desk.review(.reject(Rejection(.oldNews)), [2], as: Sample.hafiz)
        _ = try entry(try await desk.undo())
        #expect(try await desk.states(1...2) == [.flagged, .rejected(.oldNews)])
        #expect(refusal(try await desk.undo()) == .nothingToUndo)
    }

    @Test func claimsAndCrawlsAreNotUndone() async throws {
        let claim = try await desk.review(.claim(for: Decision.lease), [1])
        #expect(refusal(try await desk.undo()) == .nothingToUndo)
        let id = try #require(claim.entry)
        #expect(refusal(try await desk.undo(.entry(id))) == .notADecision(id, verb: "lead.claim"))
        #expect(refusal(try await desk.undo(.entry(EntryID(1)))) == .notADecision(EntryID(1), verb: "crawl"))
        #expect(refusal(try await desk.undo(.entry(EntryID(999)))) == .notFound(EntryID(999)))
    }

    @Test func aNoteGoesAndComesWithItsCommand() async throws {
        func notes() async throws -> [String] {
            try await desk.store.read { db in try db.notes(of: LeadID(1)) }.map(\.text)
        }
        _ = try await desk.review(.note("satu"), [1])
        _ = try await desk.review(.reject(Rejection(.doubtful, note: "dua")), [1])
        #expect(try await notes() == ["satu", "dua"])
        _ = try entry(try await desk.undo())
        #expect(try await notes() == ["satu"])
        _ = try entry(try await desk.undo())
        #expect(try await notes() == [])
        _ = try entry(try await desk.undo(.lastOwnUndone))
        #expect(try await notes() == ["satu"])
    }

    @Test func whatWouldBeUndoneCanBeShownFirst() async throws {
        let result = try await desk.review(.reject(Rejection(.oldNews)), [1, 2])
        let shown = try await desk.store.read { db in try db.undoable(.lastOwn, by: Sample.actor("aminah")).get() }
        #expect(shown.id == result.entry)
        #expect(try await desk.states(1...1) == [.rejected(.oldNews)])
    }

    @Test func anEntryThatCannotBeReadIsNotUndoneInSilence() async throws {
        let result = try await desk.review(.reject(Rejection(.oldNews)), [1, 2])
        let id = try #require(result.entry)
        try await desk.store.write { db in
            try db.run("UPDATE journal_target SET before_json = '{}' WHERE entry = $1 AND position = 1", id)
        }
        await #expect { try await desk.undo() } throws: { error in
            guard case .constraint = error as? StoreError else { return false }
            return true
        }
        #expect(try await desk.states(1...2) == [.rejected(.oldNews), .rejected(.oldNews)])
    }
}
