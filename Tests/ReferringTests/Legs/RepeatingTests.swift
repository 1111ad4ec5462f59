import Model
import Testing

@testable import Referring

/// What another system has already under a number of its own.
@Suite struct RepeatingTests {
    private let other = ForeignCase(system: "mysynergy", id: "MS-77")
    private let later = Invented.noon + .hours(3)

    @Test(arguments: [ReferralState.referred, .received, .accepted])
    func whatWaitsThereBecomesADuplicateOfIt(state: ReferralState) {
        var referral = Invented.referralCase([state])
        let changed = referral.repeats(other, knownBy: ["PERKESO"], at: later)
        #expect(changed?.map(\.state) == [.duplicate] && changed?.first?.original == other)
        #expect((referral.status, referral.statusAt, referral.duplicated) == (.duplicate, later, other))
        #expect(referral.nextAction == nil && referral.assistance == .notYet)
    }

    @Test func aProspectThatWasSentToNoAgencyIsADuplicateAsAWhole() {
        var referral = Invented.referralCase()
        #expect(referral.repeats(other, knownBy: ["PERKESO"], at: later) == [])
        #expect(referral.status == .duplicate && referral.duplicated == other)
    }

    @Test func helpThatIsUnderWayGoesOn() {
        for state in [ReferralState.beingHelped, .helped] {
            var referral = Invented.referralCase([state])
            #expect(referral.repeats(other, knownBy: ["PERKESO"], at: later) == nil)
            #expect(referral == Invented.referralCase([state]))
        }
    }

    @Test func whatAnotherAgencyHasStaysThere() {
        var referral = Invented.referralCase([.received, .accepted])
        #expect(referral.repeats(other, knownBy: ["PERKESO"], at: later)?.map(\.to) == ["PERKESO"])
        #expect(referral.status == .accepted && referral.closure == nil)
    }

    @Test(arguments: [ReferralState.withdrawn, .declined, .duplicate])
    func whatIsOverStaysAsItEnded(state: ReferralState) {
        var referral = Invented.referralCase()
        referral.closure = .init(state, at: Invented.noon)
        #expect(referral.repeats(other, knownBy: [], at: later) == nil)
        #expect(referral.status == state)
    }

    @Test func whatAPersonCallsAnotherCaseIsNotADuplicateAgain() throws {
        var referral = Invented.referralCase()
        _ = referral.repeats(other, knownBy: [], at: later)
        try referral.reopen(at: later)
        #expect(referral.status == .prospect && referral.nextAction?.duty.action == "send")
        #expect(referral.repeats(other, knownBy: [], at: later + .hours(1)) == nil)
        // Of another number it may be one.
        let third = ForeignCase(system: "mysynergy", id: "MS-78")
        #expect(referral.repeats(third, knownBy: [], at: later + .hours(1)) != nil)
    }

    @Test func whatWasSentIsReopenedWithADoorOwed() throws {
        var referral = Invented.referralCase([.referred])
        _ = referral.repeats(other, knownBy: [], at: later)
        try referral.reopen(at: later)
        // As its legs say, and still with the squad.
        #expect(referral.status == .duplicate && referral.duplicated == other)
        #expect(referral.nextAction?.duty == ReferralState.prospect.duty)
        #expect(throws: SendingProblem.isOpen) { try referral.reopen(at: later) }
        let legs = try referral.send(to: "JKM", id: Invented.id(9), at: later)
        #expect(legs.map(\.hop) == [2] && referral.status == .referred && referral.closure == nil)
    }

    @Test func whatWasWithdrawnByMistakeIsReopened() throws {
        var referral = Invented.referralCase([.received])
        _ = try referral.withdraw(because: .requestedBySquad, at: later)
        try referral.reopen(at: later)
        #expect(referral.nextAction?.duty.action == "send")
        _ = try referral.withdraw(because: .other, at: later + .hours(1))
        #expect(referral.status == .withdrawn && referral.nextAction == nil)
    }

    @Test func whatAnAgencyCalledADuplicateIsReopenedAndStaysOpen() throws {
        var referral = Invented.referralCase([.duplicate])
        referral.legs[0].original = other
        try referral.reopen(at: later)
        #expect(referral.nextAction?.duty == ReferralState.prospect.duty && referral.original == other)
        _ = try referral.send(to: "JKM", id: Invented.id(9), at: later)
        #expect(referral.repeats(other, knownBy: [], at: later) == nil)
    }

    @Test func whatIsNotOverIsNotReopened() {
        var referral = Invented.referralCase([.received])
        #expect(throws: SendingProblem.isOpen) { try referral.reopen(at: later) }
    }

    @Test func aReportOfADuplicateNeedsNoLegWhereNoneWasSent() {
        var referral = Invented.referralCase()
        var change = Invented.change(.duplicate)
        (change.leg, change.hop, change.agency) = (Invented.id(77), 1, nil)
        #expect(referral.apply(change, nextID: Invented.id(250)) == .applied([]))
        #expect(referral.duplicated == ForeignCase(system: "mysynergy", id: "MS-1"))
        #expect(referral.apply(change, nextID: Invented.id(250)) != .applied([]))
    }

    @Test func aDuplicateHasTheAssistanceOfItsOriginal() {
        var referral = Invented.referralCase([.referred])
        _ = referral.repeats(other, knownBy: [], at: later)
        referral.assistanceOfOriginal = .given
        #expect(referral.assistance == .given)
    }
}
