import Identifying
import Model
import Testing

/// The day of an event, in the forms that papers print, told from the day of publication.
@Suite struct EventDayTests {
    /// Sunday, 22 November 2026, 10 in the morning in Malaysia.
    private let published = Instant(seconds: 1_795_312_800)

    private func day(_ text: String) throws -> String? { try identified(text, published: published).eventDay?.isoDay }

    @Test(arguments: [
        "pada 8/11/2026", "pada 08/11/2026,", "pada 08-11-2026", "pada 8.11.2026.", "on 2026-11-08", "(8/11/2026)",
        "pada 8hb November", "pada 8 hb. November 2026", "on 8th November", "on November 8th, a fire",
        "November 8, 2026",
        "pada 8 Nov. 2026", "Ahad - 8/11/2026", "dua minggu lalu", "two weeks ago",
    ])
    func aDateIsReadInEveryFormThatPapersPrint(text: String) throws {
        #expect(try day(text) == "2026-11-08")
    }

    @Test(arguments: [
        "banjir 3-5 Oktober", "banjir 3–5 Oktober 2026", "banjir 3 - 5 Okt.", "pada 3 hingga 5 Oktober",
        "from 3 to 5 October", "pada 3hb hingga 5hb Oktober 2026", "from the 3rd to 5th October",
        "antara 3 dan 5 Oktober", "between 3 and 5 October", "on October 3-5, 2026", "from October 3 to 5",
        "from October 3rd to 5th, 2026", "dari 3 Oktober hingga 5 Oktober 2026", "3 Oktober - 2 November 2026",
        "dari 3 Oktober hingga 25 November", "3 Oct until 25 Dec 2026",
    ])
    func aStretchOfDaysGivesItsFirst(text: String) throws {
        #expect(try day(text) == "2026-10-03")
    }

    @Test func aStretchOfDaysHasTheYearThatStandsAtItsEnd() throws {
        #expect(try day("banjir 28 Disember hingga 2 Januari 2026") == "2025-12-28")
        #expect(try day("banjir 3 hingga 5 Oktober 2024") == "2024-10-03")
        #expect(try day("banjir 20-24 November") == "2026-11-20", "it still goes on")
        #expect(try day("Kursus pada 25-27 November.") == nil)
    }

    /// Where the second day is not after the first, the figure before it is of something else.
    @Test(arguments: ["menang 5-3, 3 Oktober", "kalah 4-3 Oktober lalu", "lima dan 3 Oktober", "5 dan 3 Oktober"])
    func figuresBeforeADateAreNoStretchOfDays(text: String) throws {
        #expect(try day(text) == "2026-10-03")
    }

    @Test(arguments: [
        "nombor kes 08-11-2026-5", "nisbah 8/11", "pada 31/2/2026", "pada 8/13/2026", "RM8.11", "versi 1.2.3",
        "8-11 malam", "2026/27", "pada 0/0/0000", "5 may be late", "99999999999999999999/11/2026",
    ])
    func figuresThatAreNoDateAreNone(text: String) throws {
        #expect(try day(text) == nil)
    }

    @Test(arguments: [
        ("maut dua hari lalu", "2026-11-20"), ("maut 3 hari yang lalu", "2026-11-19"),
        ("died two days ago", "2026-11-20"),
        ("a week ago the mill closed", "2026-11-15"), ("seminggu lalu dia jatuh", "2026-11-15"),
        ("the day before yesterday he fell", "2026-11-20"), ("He fell the day before yesterday.", "2026-11-20"),
        ("He fell the night before last.", "2026-11-20"), ("He fell two nights ago.", "2026-11-20"),
        ("Dia jatuh dua malam lalu.", "2026-11-20"),
        ("maut petang kelmarin", "2026-11-20"), ("kelmarin dulu dia jatuh", "2026-11-20"),
        ("maut tengah hari kelmarin", "2026-11-20"), ("maut tengah hari semalam", "2026-11-21"),
        ("maut tengah hari tadi", "2026-11-22"),
    ])
    func daysAreCountedBackFromPublication(text: String, expected: String) throws {
        #expect(try day(text) == expected)
    }

    @Test(arguments: [
        ("Seorang lelaki maut di Klang, Selasa.", "2026-11-17"), ("A man was killed in Klang Friday.", "2026-11-20"),
        ("He died Monday night.", "2026-11-16"), ("Friday's fire destroyed ten houses.", "2026-11-20"),
        ("Mangsa ditemui lemas Sabtu lalu.", "2026-11-21"),
    ])
    func aBareWeekdayIsTheLastOneWhereSomethingHasHappened(text: String, expected: String) throws {
        #expect(try day(text) == expected)
    }

    @Test(arguments: [
        "Majlis akan diadakan pada Jumaat.", "The hearing will be on Friday.", "Dia dibedah Rabu ini.",
        "Kes dijadualkan pada Isnin depan.", "Dia jatuh selepas solat Jumaat.", "Ali Khamis maut.",
        "Ahad Rekaan cedera.", "Dia jatuh setiap Isnin.", "Dia ditahan hingga Jumaat.", "Selasa",
        "Kelas pada Sabtu ini.",
        "Sebutan kes pada 12/1/2027.", "The court will deliver its decision on his mother's appeal on Dec 23.",
        "Dia akan dibedah pada 23/11/2026.", "Dia akan dibedah pada 23 November.",
        "Pemohon boleh hadir pada 25 November.", "Dia lahir pada 8/11/1986.", "Born on 3 March 1990, he has no work.",
        "beberapa hari lalu",
        "tiga tahun lalu", "malam ini", "esok", "a day", "dua hari", "99 hari lalu",
    ])
    func whatIsToComeOrRecursIsNoDayOfAnEvent(text: String) throws {
        #expect(try day(text) == nil)
    }

    @Test func theDayOfTheReportInItsDatelineIsNotTheEvents() throws {
        #expect(try day("KLUANG, 12 Mac - Seorang lelaki maut semalam.") == "2026-11-21")
        #expect(try day("KUALA LUMPUR, 3 Nov (Rekaan) -- Seorang buruh maut pada 1 Nov.") == "2026-11-01")
        #expect(try day("KLUANG 12 Mac: Seorang lelaki maut.") == nil)
    }

    @Test func aDateWithItsYearNeedsNoPublication() throws {
        #expect(try identified("maut pada 8/11/2026").eventDay?.isoDay == "2026-11-08")
        #expect(try identified("maut pada 8 November").eventDay == nil)
        #expect(try identified("maut pada Jumaat").eventDay == nil)
    }

    @Test(arguments: [
        ("pada 11 Ogos", 8, "2026-08-11"), ("pada 30 Disember", 1, "2025-12-30"), ("semalam", 8, nil),
        ("pada Jumaat", 8, nil), ("dua hari lalu", 8, nil), ("pada 3 Ogos 2026", 8, "2026-08-03"),
    ])
    func aMonthOfPublicationGivesTheYearAndNoMore(text: String, month: Int, day: String?) throws {
        let first = try #require(CivilTime(year: 2026, month: month, day: 1))
        let date = PublishedDate(instant: first.instant, precision: .month, origin: .meta)
        let found = identify(
            title: "", text: text, publishedWithin: date.instants, using: try Tables.gazetteer.get())
        #expect(found.eventDay?.isoDay == day)
    }

    @Test func aDateMeansOneInstantOrAllThatItsMonthOrYearHolds() throws {
        func days(_ precision: PublishedDate.Precision, _ month: Int) throws -> [String] {
            let first = try #require(CivilTime(year: 2026, month: month, day: 1)).instant
            let range = PublishedDate(instant: first, precision: precision, origin: .meta).instants
            return [range.lowerBound, range.upperBound].map { CivilTime($0).isoDay }
        }
        #expect(try days(.day, 8) == ["2026-08-01", "2026-08-01"])
        #expect(try days(.month, 2) == ["2026-02-01", "2026-02-28"])
        #expect(try days(.month, 12) == ["2026-12-01", "2026-12-31"])
        #expect(try days(.year, 1) == ["2026-01-01", "2026-12-31"])
    }

    @Test func manyFiguresTakeNoLongerThanTheyAreMany() throws {
        let text =
            String(repeating: "8-11-", count: 40_000) + String(repeating: "dua hari ", count: 20_000)
            + String(repeating: "3 Oktober hingga ", count: 20_000)
        #expect(try day(text) == nil)
    }
}
