import Model
import Reviewing
import Storing
import StoringSamples
import Testing

/// What holds for any decision on any lead.
@Suite struct DecisionPropertyTests {
    private let actors = ["aminah", "hafiz", "siti"].map(Sample.actor)

    private func decision(_ random: inout SeededRandom) -> Decision {
        switch Int.random(in: 0..<9, using: &random) {
        case 0:
            .accept(
                Acceptance(
                    urgency: Urgency.allCases.randomElement(using: &random),
                    needs: [Need.allCases.randomElement(using: &random) ?? .debt],
                    second: Bool.random(using: &random) ? actors.randomElement(using: &random) : nil))
        case 1: .reject(Rejection(RejectReason.allCases.randomElement(using: &random) ?? .oldNews, note: "n"))
        case 2: .snooze(until: .at(Sample.monday + .hours(Int64.random(in: -2...9, using: &random))), note: nil)
        case 3: .snooze(until: .newArticle, note: nil)
        case 4: .snooze(until: .scoreAbove(Int.random(in: -1...20, using: &random)), note: nil)
        case 5: .unsnooze
        case 6: .claim(for: .minutes(Int64.random(in: -5...90, using: &random)))
        case 7: .release
        default: .note(Bool.random(using: &random) ? "catatan" : "")
        }
    }

    private func head(_ random: inout SeededRandom) -> LeadHead {
        let states: [LeadState] = [
            .flagged, .flagged, .snoozed(until: .newArticle), .snoozed(until: .at(Sample.monday + .hours(3))),
            .rejected(.oldNews), .merged(into: LeadID(2)), .prospect(ref: "PR-26-000001-9"),
        ]
        let holder = Bool.random(using: &random) ? actors.randomElement(using: &random) : nil
        return LeadHead(
            id: LeadID(1), standing: LeadStanding(state: states.randomElement(using: &random) ?? .flagged),
            claim: holder.map { Claim(by: $0, until: Sample.monday + .minutes(3)) },
            version: Int.random(in: 1...3, using: &random), score: Int.random(in: 0...100, using: &random),
            isProtected: Bool.random(using: &random))
    }

    @Test func theRulesHoldForTwentyThousandRandomDecisions() throws {
        var random = SeededRandom(state: 26)
        let ref = try #require(ProspectRef(year: 26, number: 1))
        for _ in 0..<20_000 {
            let (lead, decision) = (head(&random), decision(&random))
            let actor = actors.randomElement(using: &random) ?? actors[0]
            let circumstances = Circumstances(
                actor: actor, now: Sample.monday, ifVersion: Bool.random(using: &random) ? 2 : nil,
                takesOver: Bool.random(using: &random))
            guard case .change(let change) = decide(decision, on: lead, in: circumstances, ref: ref) else { continue }
            expectLawful(change, decision, lead, circumstances)
            // Once done, it is done: a second time changes no standing.
            var after = lead
            after.standing = change.after
            switch change.claim {
            case .none: break
            case .taken(let claim, from: _): after.claim = claim
            case .ended: after.claim = nil
            }
            if case .change(let second) = decide(
                decision, on: after, in: Circumstances(actor: actor, now: Sample.monday), ref: ref)
            {
                #expect(second.before == second.after, "\(decision) on \(lead)")
            }
        }
    }

    private func expectLawful(
        _ change: LeadChange, _ decision: Decision, _ lead: LeadHead, _ circumstances: Circumstances
    ) {
        let place: Comment = "\(decision) on \(lead) in \(circumstances)"
        #expect(change.before == lead.standing, place)
        if let expected = circumstances.ifVersion { #expect(expected == lead.version, place) }
        let isForeign = lead.claim.map { $0.by != circumstances.actor } ?? false
        if isForeign, !circumstances.takesOver { #expect(decision.verb == "lead.note", place) }
        let isOpen = ["flagged", "snoozed"].contains(lead.standing.state.code)
        if !isOpen { #expect(change.before == change.after, place) }
        if lead.isProtected, decision.verb == "lead.accept" {
            #expect(change.sending?.second != nil && change.sending?.second != circumstances.actor, place)
        }
        #expect((change.sending != nil) == (decision.verb == "lead.accept"), place)
        if case .taken(let claim, from: _) = change.claim {
            #expect(claim.until > circumstances.now && claim.until <= circumstances.now + .hours(24), place)
        }
    }
}

/// What holds for any day at the desk: decisions, undos, redos and crawls in random order.
@Suite struct DeskPropertyTests {
    @Test(arguments: 1...12)
    func aDayAtTheDeskKeepsItsPromises(seed: UInt64) async throws {
        var random = SeededRandom(state: seed)
        let desk = try await Desk(leads: 5)
        let authors = [Sample.aminah, Sample.hafiz]
        for step in 0..<60 {
            let author = authors.randomElement(using: &random) ?? authors[0]
            let ids = (1...5).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }.map(Int64.init)
            let before = try await standings(desk)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: _ = try await desk.review(.accept(Acceptance(needs: [.debt], note: "a\(step)")), ids, as: author)
            case 1: _ = try await desk.review(.reject(Rejection(.doubtful)), ids, as: author, takesOver: true)
            case 2: _ = try await desk.review(.snooze(until: .newArticle, note: nil), ids, as: author)
            case 3: _ = try await desk.review(.claim(for: Decision.lease), ids, as: author)
            case 4: try await send(desk, &random)
            case 5, 6:
                let target: UndoTarget = Bool.random(using: &random) ? .lastOwn : .lastOwnUndone
                try await expectReversal(desk, target, author, before)
            default: try await crawl(desk, step, &random)
            }
            try await expectOrder(desk)
        }
        let verdict = try await desk.store.read { db in try db.verifyJournal() }
        guard case .whole = verdict else {
            Issue.record("\(verdict)")
            return
        }
    }

    private func standings(_ desk: Desk) async throws -> [LeadStanding] {
        try await desk.store.read { db in try (1...5).compactMap { try db.standing(of: LeadID($0)) } }
    }

    /// An undo that is done and at once taken back leaves all as it was.
    private func expectReversal(
        _ desk: Desk, _ target: UndoTarget, _ author: Author, _ before: [LeadStanding]
    ) async throws {
        switch try await desk.undo(target, as: author) {
        case .refused: #expect(try await standings(desk) == before)
        case .done(let entry, decision: _):
            #expect(try await standings(desk) != before || entry.draft.targets.allSatisfy { $0.lead != nil })
            guard case .done = try await desk.undo(.entry(entry.id), as: author) else {
                Issue.record("\(entry.draft.verb) could not be taken back at once")
                return
            }
            #expect(try await standings(desk) == before)
        }
    }

    private func send(_ desk: Desk, _ random: inout SeededRandom) async throws {
        let due = try await desk.store.read { db in try db.prospects(ProspectQuery(isSent: false)) }
        guard let row = due.randomElement(using: &random) else { return }
        try await desk.store.write { db in try db.markSent(row.ref, revision: 1, hash: [], at: desk.now) }
    }

    private func crawl(_ desk: Desk, _ step: Int, _ random: inout SeededRandom) async throws {
        let keys = ["url:\(Sample.article(Int.random(in: 1...5, using: &random)).canonicalURL)"]
        try await desk.store.write { db in
            try db.commitSamples([Sample.found(Sample.article(100 + step), keys: keys)])
        }
    }

    /// A lead is a prospect exactly while its row stands, and what was sent stays a prospect.
    private func expectOrder(_ desk: Desk) async throws {
        try await desk.store.read { db throws in
            for id in (1...5).map({ LeadID($0) }) {
                let row = try db.prospect(of: id)
                let standing = try #require(try db.standing(of: id))
                if case .prospect(let ref) = standing.state {
                    #expect(row?.ref.description == ref)
                    #expect(row?.isWithdrawn == false)
                } else {
                    #expect(row?.isWithdrawn ?? true)
                    #expect(row?.sentAt == nil)
                }
            }
        }
    }
}
