public import Model

extension ReferralState {
    /// What may come after this state (contract/taxonomies.json, referral_transitions).
    public var successors: [ReferralState] {
        switch self {
        case .prospect: [.referred, .withdrawn, .duplicate]
        case .referred: [.received, .accepted, .returned, .redirected, .notEligible, .duplicate, .withdrawn]
        case .received:
            [.accepted, .returned, .redirected, .notEligible, .duplicate, .unreachable, .withdrawn]
        case .accepted:
            [
                .beingHelped, .helped, .returned, .redirected, .notEligible, .duplicate, .unreachable, .declined,
                .withdrawn,
            ]
        case .beingHelped:
            [.helped, .returned, .redirected, .notEligible, .duplicate, .unreachable, .declined]
        case .helped: [.beingHelped]
        case .returned: [.prospect, .referred, .withdrawn, .duplicate]
        case .redirected:
            [.referred, .received, .accepted, .returned, .notEligible, .duplicate, .unreachable]
        case .notEligible: [.prospect, .referred, .withdrawn]
        case .unreachable: [.prospect, .referred, .beingHelped, .withdrawn]
        case .declined, .duplicate, .withdrawn: [.prospect]
        }
    }

    /// The state of a prospect with legs in these states, in the order of their hops (contract, section 3).
    ///
    /// Helped by one and waiting for another counts as being helped, so that nobody counts twice; a refusal shows only
    /// while no other door is open.
    public static func status(ofLegs states: [ReferralState]) -> ReferralState {
        guard let last = states.last else { return .prospect }
        let furthest = [ReferralState.accepted, .received, .referred].first(where: states.contains)
        let isHelped = states.contains(.helped)
        if states.contains(.beingHelped) || isHelped && furthest != nil { return .beingHelped }
        return furthest ?? (isHelped ? .helped : last)
    }
}
