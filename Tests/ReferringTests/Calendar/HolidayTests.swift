import Bundled
import Documents
import Model
import Testing
import Text

@testable import Referring

/// On which days the clocks of referrals rest.
@Suite struct HolidayTests {
    private static func time(_ month: Int, _ day: Int, _ hour: Int, year: Int = 2026) -> Instant {
        CivilTime(year: year, month: month, day: day, hour: hour)!.instant
    }

    private func shipped() throws -> OfficeCalendar {
        try OfficeCalendar(
            holidays: bundled("holidays.yaml"), file: "Lexicons/holidays.yaml",
            agencies: readAgencies(bundled("agencies.yaml"), file: "Lexicons/agencies.yaml"))
    }

    /// From Thursday noon, or Christmas' eve, eight hours.
    @Test(
        arguments: [
            // Kuala Lumpur rests on Friday the 25th, Saturday and Sunday.
            ("MY-14", time(12, 24, 12), time(12, 28, 12)),
            // Kelantan rests on Friday, which is its weekend, and Saturday; Sunday is a working day.
            ("MY-03", time(12, 24, 12), time(12, 27, 12)),
            // In Kedah the Christmas that falls on a rest day is kept on Sunday instead.
            ("MY-02", time(12, 24, 12), time(12, 28, 12)),
            // Johor has Saturday and Sunday again since 2025.
            ("MY-01", time(11, 26, 12), time(11, 27, 12)), ("MY-11", time(11, 26, 12), time(11, 29, 12)),
            // Selangor's own holiday is nobody else's.
            ("MY-10", time(12, 10, 12), time(12, 14, 12)), ("MY-14", time(12, 10, 12), time(12, 11, 12)),
        ] as [(String, Instant, Instant)])
    func aDayOffInOneStateIsAWorkingDayInAnother(state: String, start: Instant, end: Instant) throws {
        let calendar = try shipped()
        #expect(calendar.hours(in: state).instant(8, after: start).rfc3339() == end.rfc3339())
    }

    @Test func anAgencyOfOneStateWorksThereAndOneOfTheCountryWhereTheCaseIs() throws {
        var calendar = try shipped()
        #expect(calendar.agencyStates["JTK-SABAH"] == "MY-12" && calendar.agencyStates["JKM"] == nil)
        #expect(calendar.hours(of: "JTK-SABAH", for: "MY-03") == calendar.hours(in: "MY-12"))
        #expect(calendar.hours(of: "JKM", for: "MY-03") == calendar.hours(in: "MY-03"))
        #expect(calendar.hours(of: "JKM", for: nil) == calendar.hours(in: "MY-14"))
        calendar.headOffice = "MY-11"
        #expect(calendar.hours(of: nil, for: "MY-10") == calendar.hours(in: "MY-11"))
    }

    @Test func aLegsClockRestsWithItsAgency() throws {
        var referral = Invented.referralCase()
        (referral.offices, referral.place) = (try shipped(), "MY-03")
        let thursday = Self.time(11, 26, 9)
        let sent = try referral.send(to: "JKM", id: Invented.id(9), at: thursday)
        // Eight hours for the acknowledgement: in Kota Bharu Friday and Saturday are no working days.
        #expect(sent.first?.dueAt?.rfc3339() == Self.time(11, 29, 9).rfc3339())
        // What the squad owes rests by the days of Kuala Lumpur.
        #expect(referral.due(.prospect, of: nil, from: thursday)?.rfc3339() == Self.time(12, 1, 9).rfc3339())
        #expect(
            ReferralState.referred.dueAt(
                from: thursday, urgency: .emergency, office: referral.offices.hours(in: "MY-03"))
                == thursday + .hours(1))
    }

    @Test func walkingHourByHourIsTheSameAsSkippingWeeks() throws {
        let calendar = try shipped()
        for state in ["MY-03", "MY-12", "MY-14"] {
            let hours = calendar.hours(in: state)
            var walked = Self.time(12, 1, 10)
            for count in 1...600 {
                walked = hours.instant(1, after: walked)
                guard count % 75 == 0 else { continue }
                #expect(hours.instant(Int64(count), after: Self.time(12, 1, 10)) == walked, "\(state) \(count)")
            }
        }
    }

    @Test func noNumberOfHoursIsSlowWithHolidays() throws {
        let hours = try shipped().hours(in: "MY-08")
        #expect(hours.instant(20_000_000, after: Self.time(11, 1, 8)) > Self.time(11, 1, 8) + .days(365 * 9_000))
        #expect(hours.instant(8, after: Instant(milliseconds: -60_000_000_000_000)) < Self.time(1, 1, 0))
    }

    @Test func theTableThatIsShippedReachesItsEndAndKeepsWhatEveryoneKeeps() throws {
        let calendar = try shipped()
        #expect(calendar.end == Holiday.Day("2027-12-31"))
        for state in 1...16 {
            let code = "MY-" + (state < 10 ? "0\(state)" : "\(state)")
            // National Day 2027, a Tuesday: an hour owed on Monday evening is done on Wednesday.
            let end = calendar.hours(in: code).instant(1, after: Self.time(8, 30, 18, year: 2027))
            #expect(end == Self.time(9, 1, 9, year: 2027), "\(code)")
        }
    }

    private static let good = """
        version: 1
        until: 2027-12-31
        head-office: MY-14
        sources: {list: a list}
        rest-days: [{states: [MY-03], days: [fri, sat], evidence: list}]
        holidays: [{date: 2027-01-01, ms: Tahun Baharu, en: New Year, evidence: list}]
        """

    @Test(arguments: [
        ("2027-01-01", "2027-02-30", "holidays.yaml:6:13: "), ("date: 2027-01-01", "date: soon", "2027-03-10"),
        ("MY-03", "MY-17", "MY-01 to MY-16"), ("fri, sat", "fri, sabtu", "no day of the week"),
        ("[fri, sat]", "[sun, mon, tue, wed, thu, fri, sat]", "never answers"),
        ("en: New Year, evidence: list", "en: New Year, evidence: rumour", "names none of \"sources\""),
        ("until: 2027-12-31", "until: 2026-12-31", "after \"until\""), ("head-office: MY-14", "", "head-office"),
        ("sources: {list: a list}", "", "\"sources\" is missing"), ("ms: Tahun Baharu, ", "", "\"ms\""),
        ("evidence: list}]", "evidence: list, note: x}]", "note"),
        (
            "en: New Year, evidence: list}",
            "en: New Year, evidence: list}, {date: 2027-01-01, ms: Tahun Baharu, en: New Year, evidence: list}",
            "stands twice"
        ),
    ])
    func aTableWithAMistakeIsToldWithItsPlace(part: String, mistake: String, said: String) throws {
        let text = Self.good.replacing(part, with: mistake)
        do {
            _ = try OfficeCalendar(holidays: readYAML(text, file: "holidays.yaml"), file: "holidays.yaml")
            Issue.record("taken: \(text)")
        } catch let problems as DocumentProblems {
            #expect(problems.description.contains(said), "\(problems.description)")
            #expect(problems.problems.allSatisfy { $0.file == "holidays.yaml" })
        }
        _ = try OfficeCalendar(holidays: readYAML(Self.good, file: "h"), file: "h")
    }
}
