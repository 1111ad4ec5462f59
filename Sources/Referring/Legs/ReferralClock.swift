public import Model

extension ReferralState {
    /// Until when the act is done that somebody owes in this state; nil where nobody owes one.
    ///
    /// The hours are those of contract/taxonomies.json: guesses, to agree with PERKESO. They are working hours, but for an
    /// emergency, whose hours count day and night: who has no roof tonight cannot wait for Monday.
    public func dueAt(from start: Instant, urgency: Urgency) -> Instant? {
        guard let hours = clockHours?[urgency] else { return nil }
        return urgency == .emergency ? start + .hours(hours) : OfficeHours.malaysia.instant(hours, after: start)
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

/// When offices are open.
///
/// An assumption until PERKESO says otherwise: Monday to Friday, 8 to 13 and 14 to 17 on Malaysia's clock, which makes a
/// day of eight hours (the contract's clocks are multiples of it). Holidays are not known, nor that offices of Kedah,
/// Kelantan and Terengganu rest on Friday and Saturday: a clock may end early there, never late.
struct OfficeHours: Sendable {
    /// From and to, in minutes after midnight, in order.
    var spans: [ClosedRange<Int64>]
    /// 0 = Sunday ... 6 = Saturday.
    var days: Set<Int>

    static let malaysia = OfficeHours(spans: [8 * 60...13 * 60, 14 * 60...17 * 60], days: [1, 2, 3, 4, 5])

    /// The instant at which so many working hours have passed since `start`.
    ///
    /// Whole weeks are skipped at once, so that no number of hours makes it slow.
    func instant(_ hours: Int64, after start: Instant) -> Instant {
        let civil = CivilTime(start)
        let passed = TimeSpan.hours(Int64(civil.hour)) + .minutes(Int64(civil.minute)) + .seconds(Int64(civil.second))
        // Milliseconds fall away here: a clock of hours does not need them.
        var midnight = Instant(seconds: start.seconds) - passed
        var from = passed
        var rest = TimeSpan.hours(max(0, hours))
        let weekly =
            spans.reduce(TimeSpan.minutes(0)) { $0 + .minutes($1.upperBound - $1.lowerBound) }
            * Double(days.count)
        let weeks = Int64((rest / weekly).rounded(.down)) - 1
        if weeks > 0 {
            midnight = midnight + .days(7 * weeks)
            rest = rest - weekly * Double(weeks)
        }
        while true {
            if days.contains(CivilTime(midnight).weekday) {
                for span in spans {
                    let begin = max(from, .minutes(span.lowerBound))
                    let open = TimeSpan.minutes(span.upperBound) - begin
                    guard open > .seconds(0) else { continue }
                    if rest <= open { return midnight + begin + rest }
                    rest = rest - open
                }
            }
            midnight = midnight + .days(1)
            from = .seconds(0)
        }
    }
}
