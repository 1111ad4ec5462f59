import Model
import Reviewing
import Storing
import StoringSamples
import Testing

@Suite struct QueueTests {
    private func open(
        _ id: Int64, _ desk: Desk, as author: Author = Sample.aminah, lease: TimeSpan? = .minutes(15),
        at now: Instant? = nil
    ) async throws -> Opening {
        try await desk.store.write { db in
            try db.open(LeadID(id), by: author, lease: lease, at: now ?? desk.now)
        }
    }

    private func next(_ desk: Desk, passing passed: Set<LeadID> = [], as author: Author = Sample.aminah) async throws
        -> Int64?
    {
        let query = LeadQuery(where: [.open(to: author.actor)])
        return try await desk.store.read { db in try db.nextLead(query, passing: passed, at: desk.now) }?.id.value
    }

    @Test func aLeadThatIsReadIsHeldAndTheJournalSaysWhoReadIt() async throws {
        let desk = try await Desk(leads: 2)
        guard case .held(let lead, let claim) = try await open(1, desk) else {
            Issue.record("it was free")
            return
        }
        #expect((lead.id, lead.claim) == (LeadID(1), claim))
        #expect(claim == Claim(by: Sample.aminah.actor, until: desk.now + .minutes(15)))
        let entries = try await desk.entries()
        #expect(entries.map(\.draft.verb) == ["lead.open"])
        #expect(entries.first?.draft.targets.map(\.lead) == [LeadID(1)])
    }

    @Test func whatAColleagueHoldsCanBeReadAndIsNotTakenAway() async throws {
        let desk = try await Desk(leads: 1)
        _ = try await open(1, desk, as: Sample.hafiz)
        guard case .shared(let lead) = try await open(1, desk) else {
            Issue.record("hafiz holds it")
            return
        }
        #expect(lead.claim?.by == Sample.hafiz.actor)
        #expect(try await desk.entries().map(\.draft.author.actor.name) == ["aminah", "hafiz"])
        // Once his hold has run out it is free.
        guard case .held = try await open(1, desk, at: desk.now + .minutes(15)) else {
            Issue.record("the hold has run out")
            return
        }
    }

    @Test func lookingAloneHoldsNothing() async throws {
        let desk = try await Desk(leads: 1)
        guard case .shared(let lead) = try await open(1, desk, lease: nil) else {
            Issue.record("nothing was to be held")
            return
        }
        #expect(lead.claim == nil)
        #expect(try await desk.entries().count == 1)
    }

    @Test func aDecidedLeadIsReadAndNotHeld() async throws {
        let desk = try await Desk(leads: 1)
        _ = try await desk.review(.reject(Rejection(.oldNews)), [1])
        guard case .shared(let lead) = try await open(1, desk) else {
            Issue.record("it was decided")
            return
        }
        #expect(lead.claim == nil)
    }

    @Test func whatIsNotThereLeavesNoTrace() async throws {
        let desk = try await Desk(leads: 1)
        #expect(try await open(9, desk) == .notFound)
        #expect(try await desk.entries() == [])
    }

    /// PRIVACY.md, P4: no log, no data.
    @Test func withoutItsEntryNothingIsGiven() async throws {
        let desk = try await Desk(leads: 1)
        let reader = try Store.open(desk.store.path, mode: .read)
        await #expect(throws: StoreError.self) {
            try await reader.write { db in try db.open(LeadID(1), by: Sample.aminah, lease: nil, at: desk.now) }
        }
        #expect(try await desk.entries() == [])
    }

    @Test func theQueueGoesOnPastWhatWasSkippedAndWhatOthersHold() async throws {
        let desk = try await Desk(leads: 4)
        _ = try await open(2, desk, as: Sample.hafiz)
        #expect(try await next(desk) == 1)
        #expect(try await next(desk, passing: [LeadID(1)]) == 3)
        #expect(try await next(desk, passing: [LeadID(1), LeadID(3), LeadID(4)]) == nil)
        #expect(try await next(desk, as: Sample.hafiz) == 1)
    }

    @Test func havingLookedIsNothingThatUndoTakesBack() async throws {
        let desk = try await Desk(leads: 1)
        _ = try await desk.review(.snooze(until: .newArticle, note: nil), [1])
        _ = try await open(1, desk)
        guard case .done(_, let decision) = try await desk.undo() else {
            Issue.record("the snooze stands")
            return
        }
        #expect(decision.draft.verb == "lead.snooze")
    }

    @Test func aSittingCountsWhatStands() async throws {
        let desk = try await Desk(leads: 4)
        var tally = ReviewTally(start: desk.now)
        tally.add(try await desk.review(.reject(Rejection(.oldNews)), [1]))
        tally.add(try await desk.review(.snooze(until: .newArticle, note: nil), [2]))
        tally.add(try await desk.review(.accept(Acceptance()), [3]))
        tally.add(try await desk.review(.note("hubungi majlis"), [4]))
        tally.skip(LeadID(4))
        #expect(tally.outcomes[LeadID(1)] == .rejected(.oldNews))
        #expect(tally.outcomes[LeadID(2)] == .snoozed)
        #expect(tally.outcomes[LeadID(3)] == .accepted(leavesAt: desk.now + .minutes(30)))
        #expect((tally.outcomes.count, tally.skipped) == (3, [LeadID(4)]))
        if case .done(_, let decision) = try await desk.undo(.lastOwn) { tally.remove(decision) }
        #expect(tally.outcomes.count == 3, "the note was taken back, and no decision")
        if case .done(_, let decision) = try await desk.undo(.lastOwn) { tally.remove(decision) }
        #expect(tally.outcomes.count == 2)
    }
}
