/// A public holiday.
public struct Holiday: Hashable, Sendable {
    /// A day of Malaysia's calendar.
    public struct Day: Hashable, Sendable, Comparable {
        /// Days since 1970-01-01.
        public let number: Int64

        /// The day on which `instant` is.
        public init(of instant: Instant) {
            number = (instant.seconds + Int64(CivilTime.malaysia) * 60).floorDivided(by: 86_400)
        }

        /// - Returns: nil for anything but a day there is, as `2027-03-10`.
        public init?(_ text: String) {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
                let day = Int(parts[2]), let civil = CivilTime(year: year, month: month, day: day)
            else { return nil }
            self.init(of: civil.instant)
        }

        /// Its first instant.
        public var start: Instant { Instant(seconds: number * 86_400 - Int64(CivilTime.malaysia) * 60) }

        public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    }

    public var day: Day
    public var nameMalay: String
    public var nameEnglish: String
    /// Where it is kept, as `MY-01`...; empty for everywhere.
    public var states: Set<String>

    public init(on day: Day, nameMalay: String, nameEnglish: String, states: Set<String> = []) {
        (self.day, self.nameMalay, self.nameEnglish, self.states) = (day, nameMalay, nameEnglish, states)
    }
}

/// When whose office is open: rest days and public holidays by state, and in which state an agency works.
public struct OfficeCalendar: Hashable, Sendable {
    /// The state of the squad's own desk; its hours count also where a place is not known.
    public var headOffice: String
    /// By code, of agencies that work in one state alone.
    public var agencyStates: [String: String]
    /// The last day for which holidays are known; nil where none are.
    public let end: Holiday.Day?
    private let hours: [String: OfficeHours]
    private let others: OfficeHours

    /// Everywhere Monday to Friday, with no holiday known: clocks may end early then, never late.
    public static let weekdays = OfficeCalendar(restDays: [:], holidays: [], headOffice: "MY-14")

    /// - Parameters:
    ///   - restDays: by state, 0 = Sunday ... 6 = Saturday; Saturday and Sunday where it says nothing.
    ///   - end: the last day for which holidays are known; that of the last holiday where it says nothing.
    public init(
        restDays: [String: Set<Int>], holidays: [Holiday], headOffice: String, agencyStates: [String: String] = [:],
        until end: Holiday.Day? = nil
    ) {
        (self.headOffice, self.agencyStates) = (headOffice, agencyStates)
        self.end = end ?? holidays.map(\.day).max()
        var hours: [String: OfficeHours] = [:]
        for state in Set(restDays.keys).union(holidays.flatMap(\.states)) {
            let closed = holidays.filter { $0.states.isEmpty || $0.states.contains(state) }
            hours[state] = OfficeHours(restingOn: restDays[state] ?? [0, 6], closed: closed.map(\.day))
        }
        self.hours = hours
        others = OfficeHours(closed: holidays.filter(\.states.isEmpty).map(\.day))
    }

    /// When offices of a state are open.
    public func hours(in state: String) -> OfficeHours { hours[state] ?? others }

    /// When whoever owes an act works: an agency of one state there, one of the whole country where the case is, the squad
    /// at its desk.
    ///
    /// - Parameters:
    ///   - agency: nil for the squad.
    ///   - place: the state of the case; nil where it is not known.
    public func hours(of agency: String?, for place: String?) -> OfficeHours {
        guard let agency else { return hours(in: headOffice) }
        return hours(in: agencyStates[agency] ?? place ?? headOffice)
    }
}
