import Model
import Reviewing
import Storing
import StoringSamples
import Testing

@Suite struct DecideTests {
    private static let now = Sample.monday
    private static let ref = ProspectRef(year: 26, number: 7)

    private func lead(
        _ state: LeadState = .flagged, claim: Claim? = nil, score: Int = 80, isProtected: Bool = false
    ) -> LeadHead {
        LeadHead(
            id: LeadID(7), standing: LeadStanding(state: state), claim: claim, version: 3, score: score,
            isProtected: isProtected)
    }

    private func verdict(
        _ decision: Decision, _ lead: LeadHead, as actor: String = "aminah", ifVersion: Int? = nil,
        takesOver: Bool = false
    ) throws -> Verdict {
        decide(
            decision, on: lead,
            in: Circumstances(
                actor: Sample.actor(actor), now: DecideTests.now, ifVersion: ifVersion, takesOver: takesOver),
            ref: try #require(DecideTests.ref))
    }

    private func change(_ verdict: Verdict) throws -> LeadChange {
        guard case .change(let change) = verdict else {
            Issue.record("\(verdict)")
            throw Refusal.notFound(LeadID(0))
        }
        return change
    }

    private static let hafiz = Claim(by: Sample.actor("hafiz"), until: now + .minutes(9))

    @Test func acceptingMakesAProspectThatWaitsHalfAnHour() throws {
        let acceptance = Acceptance(urgency: .emergency, needs: [.debt, .debt, .fire], note: "Telefon majikan")
        let change = try change(verdict(.accept(acceptance), lead()))
        #expect(change.after.state == .prospect(ref: try #require(DecideTests.ref).description))
        #expect((change.after.setUrgency, change.after.addedNeeds) == (.emergency, [.debt, .fire]))
        #expect(change.sending?.notBefore == DecideTests.now + .minutes(30))
        #expect(change.note == "Telefon majikan")
    }

    @Test func aHoldIsNeverNegative() throws {
        let change = try change(verdict(.accept(Acceptance(hold: .hours(-5))), lead()))
        #expect(change.sending?.notBefore == DecideTests.now)
    }

    @Test func aProtectedIdentityNeedsASecondPerson() throws {
        let own = Acceptance(second: Sample.actor("aminah"))
        let other = Acceptance(second: Sample.actor("hafiz"))
        #expect(try verdict(.accept(Acceptance()), lead(isProtected: true)) == .refused(.needsSecondReviewer))
        #expect(try verdict(.accept(own), lead(isProtected: true)) == .refused(.needsSecondReviewer))
        #expect(try change(verdict(.accept(other), lead(isProtected: true))).sending?.second == Sample.actor("hafiz"))
    }

    @Test func aRejectionKeepsWhatItsReasonAsks() throws {
        let helped = try change(verdict(.reject(Rejection(.alreadyHelped, agency: "LZS")), lead()))
        #expect((helped.after.state, helped.after.agency) == (.rejected(.alreadyHelped), "LZS"))
        let twin = try change(verdict(.reject(Rejection(.duplicate, original: LeadID(3))), lead()))
        #expect(twin.after.original == LeadID(3))
        #expect(
            try verdict(.reject(Rejection(.duplicate, original: LeadID(7))), lead()) == .refused(.duplicateOfItself))
    }

    @Test(arguments: [nil, "", "  \n"])
    func otherNeedsANoteThatSaysWhat(note: String?) throws {
        #expect(try verdict(.reject(Rejection(.other, note: note)), lead()) == .refused(.needsNote))
    }

    @Test func aNoteIsNoArticle() throws {
        let long = String(repeating: "n", count: Decision.noteLimit + 1)
        for decision in [
            Decision.note(long), .accept(Acceptance(note: long)), .snooze(until: .newArticle, note: long),
            .reject(Rejection(.oldNews, note: long)),
        ] {
            #expect(try verdict(decision, lead()) == .refused(.noteTooLong(limit: Decision.noteLimit)))
        }
        #expect(try verdict(.note(" "), lead()) == .refused(.needsNote))
    }

    @Test(arguments: [Wake.at(now), .at(now + .hours(-1)), .scoreAbove(0), .scoreAbove(-3)])
    func aSnoozeThatWouldEndAtOnceIsRefused(wake: Wake) throws {
        #expect(try verdict(.snooze(until: wake, note: nil), lead()) == .refused(.wakesAtOnce))
    }

    @Test func aSnoozeRemembersTheScoreItRisesFrom() throws {
        let change = try change(verdict(.snooze(until: .scoreAbove(10), note: nil), lead(score: 62)))
        #expect(change.after.snoozedScore == 62)
    }

    @Test(arguments: [
        (Decision.accept(Acceptance()), LeadState.prospect(ref: "PR-26-000007-7")),
        (.reject(Rejection(.oldNews)), .rejected(.oldNews)), (.reject(Rejection(.oldNews)), .rejected(.doubtful)),
        (.snooze(until: .newArticle, note: nil), .snoozed(until: .newArticle)), (.unsnooze, .flagged),
        (.release, .flagged), (.release, .rejected(.oldNews)),
    ])
    func whatIsSoAlreadyIsANoteEvenWithAnOldVersion(decision: Decision, state: LeadState) throws {
        #expect(try verdict(decision, lead(state), ifVersion: 1) == .already(state))
    }

    @Test(arguments: [
        (Decision.accept(Acceptance()), LeadState.rejected(.oldNews)),
        (.reject(Rejection(.oldNews)), .prospect(ref: "PR-26-000007-7")),
        (.snooze(until: .newArticle, note: nil), .rejected(.oldNews)), (.unsnooze, .merged(into: LeadID(1))),
        (.claim(for: .minutes(15)), .rejected(.oldNews)),
        (.accept(Acceptance()), .merged(into: LeadID(1))),
    ])
    func anEarlierDecisionIsNotOverruledInSilence(decision: Decision, state: LeadState) throws {
        #expect(try verdict(decision, lead(state), takesOver: true) == .refused(.decided(state)))
    }

    @Test(arguments: [
        Decision.accept(Acceptance()), .reject(Rejection(.oldNews)), .snooze(until: .newArticle, note: nil), .release,
        .claim(for: .minutes(15)),
    ])
    func aLeadThatAnotherHoldsIsNotDecidedUnlessTakenOver(decision: Decision) throws {
        let held = lead(claim: DecideTests.hafiz)
        #expect(try verdict(decision, held) == .refused(.claimed(DecideTests.hafiz)))
        let change = try change(verdict(decision, held, takesOver: true))
        switch decision {
        case .claim:
            #expect(
                change.claim
                    == .taken(
                        Claim(by: Sample.actor("aminah"), until: DecideTests.now + .minutes(15)),
                        from: Sample.actor("hafiz")))
        case .accept, .reject, .snooze, .unsnooze, .release, .note, .assign, .label, .edit, .merge, .unmerge, .reopen,
            .differ:
            #expect(change.claim == .ended(of: Sample.actor("hafiz")))
        }
    }

    @Test func aNoteStandsInNobodysWay() throws {
        let change = try change(verdict(.note("Sudah ditelefon"), lead(.rejected(.oldNews), claim: DecideTests.hafiz)))
        #expect((change.note, change.claim) == ("Sudah ditelefon", .none))
        #expect(change.before == change.after)
    }

    @Test func renewingOnesOwnLeaseIsNoEntry() throws {
        let own = Claim(by: Sample.actor("aminah"), until: DecideTests.now + .minutes(1))
        #expect(try change(verdict(.claim(for: Decision.lease), lead())).isRecorded)
        let renewal = try change(verdict(.claim(for: Decision.lease), lead(claim: own)))
        #expect(!renewal.isRecorded)
        #expect(renewal.claim == .taken(Claim(by: own.by, until: DecideTests.now + .minutes(15)), from: own.by))
    }

    @Test func aHoldOnALeadAlwaysEnds() throws {
        let change = try change(verdict(.claim(for: .days(4000)), lead()))
        let until = DecideTests.now + .hours(24)
        #expect(change.claim == .taken(Claim(by: Sample.actor("aminah"), until: until), from: nil))
    }

    @Test func anotherVersionIsAConflict() throws {
        let decision = Decision.reject(Rejection(.oldNews))
        #expect(try verdict(decision, lead(), ifVersion: 2) == .refused(.changed(found: 3, expected: 2)))
        #expect(try change(verdict(decision, lead(), ifVersion: 3)).after.state == .rejected(.oldNews))
    }

    @Test func refusalsTellTheirMessageAndExitCode() {
        #expect(Refusal.claimed(DecideTests.hafiz).messageID == "err.claimed")
        #expect(Refusal.claimed(DecideTests.hafiz).exitCode == 5)
        #expect(Refusal.notFound(LeadID(1)).exitCode == 1)
        #expect(Refusal.needsNote.exitCode == 64)
        #expect(Refusal.decided(.rejected(.oldNews)).messageID == "already.rejected")
    }
}
