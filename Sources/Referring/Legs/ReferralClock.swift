public import Model

extension ReferralState {
    /// Until when the act is done that somebody owes in this state; nil where nobody owes one.
    ///
    /// The hours are those of contract/taxonomies.json: guesses, to agree with PERKESO. They are working hours, but for an
    /// emergency, whose hours count day and night: who has no roof tonight cannot wait for Monday.
    ///
    /// - Parameter office: when whoever owes it works.
    public func dueAt(from start: Instant, urgency: Urgency, office: OfficeHours = .weekdays) -> Instant? {
        guard let hours = clockHours?[urgency] else { return nil }
        return urgency == .emergency ? start + .hours(hours) : office.instant(hours, after: start)
    }

    var clockHours: [Urgency: Int64]? {
        switch self {
        case .prospect: [.routine: 24, .urgent: 8, .emergency: 1]
        case .referred, .returned, .notEligible: [.routine: 8, .urgent: 4, .emergency: 1]
        case .received, .redirected: [.routine: 24, .urgent: 8, .emergency: 2]
        case .accepted: [.routine: 56, .urgent: 24, .emergency: 8]
        case .beingHelped: [.routine: 240, .urgent: 120, .emergency: 40]
        case .unreachable: [.routine: 40, .urgent: 16, .emergency: 4]
        case .helped, .duplicate, .declined, .withdrawn: nil
        }
    }
}

extension ReferralCase {
    /// Until when the act is done that is owed in `state`, in the working hours of whoever owes it.
    ///
    /// - Parameter leg: whose agency owes it, where an agency does; nil for what the squad owes before there is a leg.
    func due(_ state: ReferralState, of leg: ReferralLeg?, from start: Instant) -> Instant? {
        let isSquads = state.duty?.owner == .squad
        let agency = leg?.state == .redirected ? leg?.nextStep?.agency : leg?.to
        return state.dueAt(
            from: start, urgency: urgency, office: offices.hours(of: isSquads ? nil : agency, for: place))
    }
}
