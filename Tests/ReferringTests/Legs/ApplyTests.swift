import Model
import Testing

@testable import Referring

@Suite struct ApplyTests {
    private let next = Invented.id(250)

    /// Every pair of states: what the table has is applied, all else is kept and not applied.
    @Test(arguments: ReferralState.allCases.filter { $0 != .prospect })
    func whatTheTableDoesNotHaveIsKeptAndNotApplied(from: ReferralState) {
        for to in ReferralState.allCases where to != .prospect && to != from {
            var referral = Invented.referralCase([from])
            let verdict = referral.apply(Invented.change(to), nextID: next)
            if from.successors.contains(to) {
                guard case .applied(let legs) = verdict else {
                    Issue.record("\(from) -> \(to): \(verdict)")
                    continue
                }
                #expect(legs[0].state == to)
                #expect(referral.legs[0].state == to)
            } else {
                #expect(verdict == .stored(.transition(from: from, to: to)))
                #expect(referral == Invented.referralCase([from]))
            }
        }
    }

    @Test func aPersonMayJudgeThatTheAgencyKnowsMoreThanOurTable() {
        var referral = Invented.referralCase([.referred])
        #expect(
            referral.apply(Invented.change(.helped), nextID: next) == .stored(.transition(from: .referred, to: .helped))
        )
        guard case .applied = referral.apply(Invented.change(.helped), isForced: true, nextID: next) else {
            Issue.record("not applied")
            return
        }
        #expect(referral.assistance == .given)
    }

    private static let refusals: [(StatusChange, ChangeProblem)] = [
        (altered(.returned) { $0.reason = nil }, .needsReason(.returned)),
        (altered(.withdrawn) { $0.reason = nil }, .needsReason(.withdrawn)),
        (altered(.returned) { $0.nextStep = nil }, .needsNextStep(.returned)),
        (altered(.redirected) { $0.nextStep = nil }, .needsNextStep(.redirected)),
        (altered(.notEligible) { $0.nextStep = nil }, .needsNextStep(.notEligible)),
        (altered(.unreachable) { $0.nextStep = nil }, .needsNextStep(.unreachable)),
        (altered(.redirected) { $0.nextStep = NextStep(.returnToSquad) }, .needsRedirect),
        (altered(.redirected) { $0.nextStep = NextStep(.redirect(to: "PERKESO")) }, .redirectedToItself("PERKESO")),
        (altered(.notEligible) { $0.nextStep = NextStep(.adviceGiven(signedBy: "u-9")) }, .needsAdvice),
        (altered(.notEligible) { $0.nextStep = NextStep(.adviceGiven(signedBy: "u-9"), note: "  ") }, .needsAdvice),
        (altered(.helped) { $0.outcome = nil }, .needsOutcome),
        (altered(.duplicate) { $0.original = nil }, .needsOriginal), (altered(.prospect) { _ in }, .neverSent),
    ]

    private static func altered(_ state: ReferralState, _ alter: (inout StatusChange) -> Void) -> StatusChange {
        var change = Invented.change(state)
        alter(&change)
        return change
    }

    @Test(arguments: refusals)
    func aRefusalWithoutANextDoorIsNotAccepted(change: StatusChange, problem: ChangeProblem) {
        var referral = Invented.referralCase([.accepted])
        #expect(referral.apply(change, nextID: next) == .refused(problem))
        #expect(referral == Invented.referralCase([.accepted]))
    }

    @Test func aRedirectionOpensTheNextDoorAtOnce() throws {
        var referral = Invented.referralCase([.received])
        guard
            case .applied(let legs) = referral.apply(
                Invented.change(.redirected, step: .redirect(to: "JKM")), nextID: next)
        else {
            Issue.record("not applied")
            return
        }
        #expect(legs.map(\.to) == ["PERKESO", "JKM"])
        #expect(legs[1].from == "PERKESO" && legs[1].hop == 2 && legs[1].id == next)
        #expect(referral.status == .referred)
        // It is in the referral system already: the agency owes the next act, not the system.
        #expect(referral.nextAction?.agency == "JKM")
        #expect(referral.nextAction?.duty.action == "accept-or-return")
    }

    @Test func aRedirectionAtTheLastDoorGoesToTheCoordinator() {
        var referral = Invented.referralCase(Array(repeating: .returned, count: 8) + [.received])
        guard
            case .applied(let legs) = referral.apply(
                Invented.change(.redirected, hop: 9, step: .redirect(to: "TEKUN")), nextID: next)
        else {
            Issue.record("not applied")
            return
        }
        #expect(legs.count == 1)
        #expect(referral.nextAction?.agency == "TEKUN")
        #expect(referral.escalation(at: Invented.noon) == .manyDoors(9))
    }

    @Test func whatCameAboutBeforeTheLastChangeIsLate() {
        var referral = Invented.referralCase([.referred])
        _ = referral.apply(Invented.change(.accepted), nextID: next)
        let before = referral
        let early = Invented.change(.returned, at: Invented.noon + .hours(1))
        #expect(referral.apply(early, nextID: next) == .stored(.late(known: Invented.noon + .hours(2))))
        #expect(referral == before)
    }

    @Test func theSameStateAgainAddsWhatItTells() {
        var referral = Invented.referralCase([.beingHelped])
        var change = Invented.change(.beingHelped, at: Invented.noon + .days(3))
        (change.caseID, change.note) = ("JKM-TEST-1", "lawatan kedua")
        _ = referral.apply(change, nextID: next)
        #expect(referral.legs[0].caseID == "JKM-TEST-1" && referral.legs[0].note == "lawatan kedua")
        #expect(referral.legs[0].stateAt == Invented.noon)
        #expect(
            referral.legs[0].dueAt
                == ReferralState.beingHelped.dueAt(from: Invented.noon + .days(3), urgency: .routine))
    }

    @Test func anAgencysOwnTimeIsTheClock() {
        var referral = Invented.referralCase([.received])
        var change = Invented.change(.accepted)
        change.dueAt = Invented.noon + .days(40)
        _ = referral.apply(change, nextID: next)
        #expect(referral.legs[0].dueAt == Invented.noon + .days(40))
        _ = referral.apply(
            Invented.change(.returned, step: .hold(until: Invented.noon + .days(9)), at: Invented.noon + .days(1)),
            nextID: next)
        #expect(referral.nextAction?.dueAt == Invented.noon + .days(9))
    }

    @Test func aLegIsFoundByItsIDThenItsHopThenItsAgency() {
        func index(_ edit: (inout StatusChange) -> Void) -> Int? {
            var referral = Invented.referralCase([.returned, .referred], to: ["PERKESO", "JKM"])
            var change = Invented.change(.received)
            (change.hop, change.leg, change.agency) = (nil, nil, nil)
            edit(&change)
            guard case .applied(let legs) = referral.apply(change, nextID: next) else { return nil }
            return legs[0].hop
        }
        #expect(index { $0.leg = Invented.id(2) } == 2)
        #expect(index { $0.hop = 2 } == 2)
        #expect(index { $0.agency = "JKM" } == 2)
        #expect(index { ($0.leg, $0.agency) = (Invented.id(99), "JKM") } == 2)
        #expect(index { _ in } == nil)
        #expect(index { $0.agency = "LZS" } == nil)
        #expect(index { ($0.hop, $0.agency) = (2, "LZS") } == nil)
    }

    @Test func aLegThatTheOtherSystemOpenedIsTakenOver() {
        var referral = Invented.referralCase([.received])
        var change = Invented.change(.accepted, hop: 2)
        (change.leg, change.agency) = (Invented.id(77), "JKM")
        guard case .applied(let legs) = referral.apply(change, nextID: next) else {
            Issue.record("not applied")
            return
        }
        #expect(legs[0].id == Invented.id(77) && legs[0].from == "PERKESO" && legs[0].state == .accepted)
        #expect(referral.legs.count == 2 && referral.status == .accepted)
        change.hop = 4
        change.leg = Invented.id(78)
        #expect(referral.apply(change, nextID: next) == .stored(.noLeg))
    }
}

@Suite struct NextActionTests {
    @Test func aRefusalIsOwedUntilAnotherDoorIsTried() {
        #expect(Invented.referralCase([.notEligible]).nextAction?.duty.action == "re-route")
        #expect(Invented.referralCase([.notEligible, .referred]).nextAction?.duty.action == "acknowledge")
        #expect(Invented.referralCase([.notEligible, .helped]).nextAction == nil)
        #expect(Invented.referralCase([.helped, .returned]).nextAction?.duty.action == "re-route")
        #expect(Invented.referralCase([]).nextAction?.duty.action == "send")
    }

    @Test func adviceThatACoordinatorSignedEndsACase() {
        var referral = Invented.referralCase([.received])
        var change = Invented.change(.notEligible, step: .adviceGiven(signedBy: "u-coordinator"))
        change.nextStep?.note = "diberi panduan memohon sendiri"
        _ = referral.apply(change, nextID: Invented.id(250))
        #expect(referral.nextAction == nil)
        #expect(referral.status == .notEligible && referral.assistance == .notYet)
    }

    @Test func moreThanFourDoorsGoToTheCoordinator() {
        #expect(
            Invented.referralCase([.returned, .returned, .returned, .referred]).escalation(at: Invented.noon) == nil)
        let many = Invented.referralCase([.returned, .returned, .returned, .returned, .referred])
        #expect(many.escalation(at: Invented.noon) == .manyDoors(5))
        let over = Invented.referralCase([.returned, .returned, .returned, .returned, .helped])
        #expect(over.escalation(at: Invented.noon) == nil)
    }

    @Test func aClockMissedTwiceGoesToTheCoordinator() {
        var referral = Invented.referralCase([.referred], urgency: .emergency)
        #expect(referral.overdue(at: Invented.noon + .minutes(59)) == nil)
        #expect(referral.overdue(at: Invented.noon + .minutes(61))?.duty.action == "acknowledge")
        #expect(referral.escalation(at: Invented.noon + .minutes(61)) == nil)
        #expect(referral.escalation(at: Invented.noon + .minutes(121)) == .clockMissed(agency: "PERKESO"))
        #expect(referral.nudge(at: Invented.noon + .minutes(70)).count == 1)
        #expect(referral.overdue(at: Invented.noon + .minutes(121)) == nil)
        #expect(referral.escalation(at: Invented.noon + .minutes(131)) == .clockMissed(agency: "PERKESO"))
    }

    @Test func aChangeThatCameAfterItsTimeCountsAsMissed() {
        var referral = Invented.referralCase([.referred], urgency: .emergency)
        _ = referral.apply(Invented.change(.received, at: Invented.noon + .hours(3)), nextID: Invented.id(250))
        #expect(referral.legs[0].missedClocks == 1)
    }
}

@Suite struct SendingTests {
    private func send(
        _ states: [ReferralState], to agency: String, as manner: SendingManner = .alone, again: Bool = false
    ) -> Result<[ReferralLeg], SendingProblem> {
        var referral = Invented.referralCase(states)
        return Result { () throws(SendingProblem) in
            try referral.send(
                to: agency, as: manner, isAgain: again, id: Invented.id(99), at: Invented.noon + .hours(5))
        }
    }

    @Test func aDoorThatWasTriedIsTriedAgainOnlyWhereOneSaysSo() {
        #expect(
            send([.notEligible], to: "PERKESO")
                == .failure(.wasThere(agency: "PERKESO", on: Invented.noon, state: .notEligible)))
        #expect((try? send([.notEligible], to: "PERKESO", again: true).get())?.last?.hop == 2)
        #expect(
            send([.referred], to: "PERKESO", again: true)
                == .failure(.isThere(agency: "PERKESO", since: Invented.noon)))
    }

    @Test func whetherASecondDoorComesBesidesOrInsteadIsSaid() throws {
        #expect(send([.referred], to: "JKM") == .failure(.othersHaveIt(["PERKESO"])))
        #expect(try send([.referred], to: "JKM", as: .besides).get().map(\.to) == ["JKM"])
        let instead = try send([.accepted], to: "JKM", as: .instead).get()
        #expect(instead.map(\.state) == [.withdrawn, .referred])
        #expect(instead[0].reason == .requestedBySquad && instead[0].dueAt == nil)
        #expect(send([.beingHelped], to: "JKM", as: .instead) == .failure(.isHelping(agency: "PERKESO")))
        #expect(send([.beingHelped], to: "JKM") == .failure(.othersHaveIt(["PERKESO"])))
        #expect(try send([.returned], to: "JKM").get().count == 1)
    }

    @Test func thereAreNineDoors() {
        let all = Array(repeating: ReferralState.returned, count: 9)
        #expect(send(all, to: "TEKUN") == .failure(.noMoreDoors))
    }

    @Test func aCaseThatWasWithdrawnIsSentNowhere() throws {
        var referral = Invented.referralCase([.referred, .notEligible])
        let changed = try referral.withdraw(because: .requestedByPerson, at: Invented.noon + .hours(1))
        #expect(changed.map(\.hop) == [1] && changed[0].state == .withdrawn)
        #expect(referral.status == .withdrawn && referral.nextAction == nil && referral.assistance == .notYet)
        #expect(throws: SendingProblem.closed(.withdrawn)) {
            try referral.send(to: "LZS", id: Invented.id(99), at: Invented.noon)
        }
        #expect(referral.statusAt == Invented.noon + .hours(1))
    }

    @Test func whereHelpIsUnderWayNothingIsWithdrawnOverTheAgencysHead() {
        var referral = Invented.referralCase([.beingHelped])
        #expect(throws: SendingProblem.isHelping(agency: "PERKESO")) {
            try referral.withdraw(because: .requestedBySquad, at: Invented.noon)
        }
    }

    @Test func aPersonWhoDeclinesEndsItEverywhereByStepsTheTableHas() {
        let states: [ReferralState] = [.referred, .received, .accepted, .beingHelped, .helped]
        var referral = Invented.referralCase(states)
        for leg in referral.decline(at: Invented.noon + .hours(1)) {
            #expect(states[leg.hop - 1].successors.contains(leg.state))
        }
        #expect(referral.legs.map(\.state) == [.withdrawn, .withdrawn, .declined, .declined, .helped])
        #expect(referral.status == .declined && referral.nextAction == nil)
        #expect(referral.nudge(at: Invented.noon).isEmpty)
    }
}
