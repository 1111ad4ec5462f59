/// When the offices of one place are open.
///
/// The hours are an assumption until PERKESO says otherwise: 8 to 13 and 14 to 17 on Malaysia's clock, which makes a day of
/// eight hours (the contract's clocks are multiples of it).
public struct OfficeHours: Hashable, Sendable {
    /// From and to, in minutes after midnight, in order.
    private let spans: [ClosedRange<Int64>]
    /// 0 = Sunday ... 6 = Saturday; never empty.
    private let days: Set<Int>
    /// Days on which they are closed although it is one of `days`, as days since 1970 on Malaysia's calendar, in order.
    private let closed: [Int64]

    /// Monday to Friday, with no holiday known.
    public static let weekdays = OfficeHours()

    /// - Parameters:
    ///   - restDays: 0 = Sunday ... 6 = Saturday; at most six of them.
    ///   - closed: holidays.
    public init(restingOn restDays: Set<Int> = [0, 6], closed: some Collection<Holiday.Day> = []) {
        spans = [8 * 60...13 * 60, 14 * 60...17 * 60]
        let open = Set(0...6).subtracting(restDays)
        days = open.isEmpty ? [1, 2, 3, 4, 5] : open
        self.closed = Set(closed.map(\.number)).sorted()
    }

    /// The instant at which so many working hours have passed since `start`.
    ///
    /// Whole weeks without a holiday are skipped at once, so that no number of hours makes it slow.
    public func instant(_ hours: Int64, after start: Instant) -> Instant {
        let civil = CivilTime(start)
        let passed = TimeSpan.hours(Int64(civil.hour)) + .minutes(Int64(civil.minute)) + .seconds(Int64(civil.second))
        // Milliseconds fall away here: a clock of hours does not need them.
        var midnight = Instant(seconds: start.seconds) - passed
        var from = passed
        var rest = TimeSpan.hours(max(0, hours))
        while true {
            let weeks = wholeWeeks(in: rest, from: midnight)
            if weeks > 0 {
                midnight = midnight + .days(7 * weeks)
                rest = rest - weekly * Double(weeks)
            }
            if isOpen(on: midnight) {
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

    /// What a week without a holiday has.
    private var weekly: TimeSpan {
        spans.reduce(TimeSpan.minutes(0)) { $0 + .minutes($1.upperBound - $1.lowerBound) } * Double(days.count)
    }

    /// Weeks from `midnight` that are over before `rest` is, with no holiday among their days.
    private func wholeWeeks(in rest: TimeSpan, from midnight: Instant) -> Int64 {
        let weeks = Int64((rest / weekly).rounded(.down)) - 1
        guard weeks > 0 else { return 0 }
        let today = Holiday.Day(of: midnight).number
        guard let next = closed.first(where: { $0 >= today }) else { return weeks }
        return min(weeks, (next - today) / 7)
    }

    private func isOpen(on midnight: Instant) -> Bool {
        days.contains(CivilTime(midnight).weekday) && !closed.contains(Holiday.Day(of: midnight).number)
    }
}
