import Model

@testable import Referring

extension Invented {
    static func id(_ number: UInt8) -> AnyUUID { AnyUUID(UUIDv7(at: noon, random: [0, 0, 0, number])) }

    /// A case with legs in these states, each to an agency of its own, unless it says which.
    static func referralCase(
        _ states: [ReferralState] = [], to agencies: [String] = ["PERKESO", "JKM", "LZS", "MAIK", "NADMA"],
        urgency: Urgency = .routine
    ) -> ReferralCase {
        let legs = states.enumerated().map { index, state in
            var leg = ReferralLeg(
                id: id(UInt8(index + 1)), prospect: uuid, hop: index + 1, to: agencies[index % agencies.count],
                state: state, at: noon, dueAt: state.dueAt(from: noon, urgency: urgency))
            if state.isRefusal { (leg.reason, leg.nextStep) = (.notCovered, NextStep(.returnToSquad)) }
            return leg
        }
        return ReferralCase(
            prospect: uuid, ref: ProspectRef(year: 26, number: 1042)!, legs: legs, urgency: urgency, acceptedAt: noon)
    }

    /// A change of the first leg that lacks nothing which its state needs.
    static func change(
        _ state: ReferralState, number: UInt8 = 200, hop: Int = 1, step: NextStep.Kind? = nil,
        at time: Instant = noon + .hours(2)
    ) -> StatusChange {
        StatusChange(
            id: id(number), ref: ProspectRef(year: 26, number: 1042)!, hop: hop, state: state,
            reason: state.needsReason ? .notCovered : nil, at: time, by: "mysynergy:kaunter-07",
            nextStep: state.isRefusal
                ? NextStep(step ?? (state == .redirected ? .redirect(to: "NADMA") : .returnToSquad)) : nil,
            original: state == .duplicate ? ForeignCase(system: "mysynergy", id: "MS-1") : nil,
            outcome: state == .helped ? HelpOutcome(programmes: ["Bantuan Am"]) : nil)
    }
}
