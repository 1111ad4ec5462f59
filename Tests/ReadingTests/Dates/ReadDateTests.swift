import Model
import Testing

@testable import Reading

@Suite struct ReadDateTests {
    private func iso(_ text: String, zone: Int = CivilTime.malaysia) -> String? {
        readDate(text, zone: zone, now: testNow)?.iso
    }

    @Test(arguments: [
        ("Mon, 23 Nov 2026 07:30:00 +0800", "2026-11-23T07:30:00+08:00"),
        ("23 Nov 2026 07:30 GMT", "2026-11-23T07:30:00Z"),
        ("Monday, 23 November 2026 07:30:00 MYT", "2026-11-23T07:30:00+08:00"),
        ("Mon,23 Nov 26 07:30:00 EST", "2026-11-23T07:30:00-05:00"),
        ("Mon Nov 23 07:30:00 2026", "2026-11-23T07:30:00+08:00"),
        ("Mon, 23 Nov 2026 07:30:00 GMT+08:00", "2026-11-23T07:30:00+08:00"),
        ("Mon Nov 23 2026 07:30:00 GMT+0800 (Malaysia Time)", "2026-11-23T07:30:00+08:00"),
        ("Thurs, 26th Nov 2026 7:30 a.m.", "2026-11-26T07:30:00+08:00"),
        ("Mon, 23 Nov 2026 23:59:60 +0000", "2026-11-23T23:59:59Z"),
        ("Fri, 27 Nov 2026 07:30:00 Europe/Paris", "2026-11-27T07:30:00+01:00"),
        ("Fri, 31 Jul 2026 07:30:00 America/New_York", "2026-07-31T07:30:00-04:00"),
        ("Fri, 31 Jul 2026 07:30:00 Etc/UTC", "2026-07-31T07:30:00Z"),
        // RFC 822 writes out four military zones; the others are UTC.
        ("Fri, 31 Jul 2026 07:30:00 A", "2026-07-31T07:30:00-01:00"),
        ("Fri, 31 Jul 2026 07:30:00 N", "2026-07-31T07:30:00+01:00"),
        ("Fri, 31 Jul 2026 07:30:00 M", "2026-07-31T07:30:00-12:00"),
        ("Fri, 31 Jul 2026 07:30:00 Y", "2026-07-31T07:30:00+12:00"),
        ("Fri, 31 Jul 2026 07:30:00 G", "2026-07-31T07:30:00Z"),
    ])
    func theDatesOfFeedsAreRead(text: String, expected: String) {
        #expect(iso(text) == expected)
    }

    @Test(arguments: [
        ("2026-11-23T07:30:00+08:00", "2026-11-23T07:30:00+08:00"), ("2026-11-23T07:30Z", "2026-11-23T07:30:00Z"),
        ("2026-11-23 07:30:00.123456", "2026-11-23T07:30:00+08:00"),
        ("2026-11-23T07:30:00+0800", "2026-11-23T07:30:00+08:00"),
        ("2026-11-23T073000Z", "2026-11-23T07:30:00Z"), ("20261123", "2026-11-23"), ("2026-11-23", "2026-11-23"),
        ("2026-11", "2026-11"),
        ("2026", "2026"), ("2026-327", "2026-11-23"), ("1795392000", "2026-11-23T00:00:00Z"),
        ("1795392000000", "2026-11-23T00:00:00Z"),
    ])
    func isoAndUnixTimesAreRead(text: String, expected: String) {
        #expect(iso(text) == expected)
    }

    @Test(arguments: [
        ("Ogs 17, 2024 @ 11:49pm", "2024-08-17T23:49:00+08:00"), ("19 DISEMBER 2022 (ISNIN)", "2022-12-19"),
        ("Isnin, 23 November 2026, 9.30 pagi", "2026-11-23T09:30:00+08:00"),
        ("23 November 2026 pukul 15.25", "2026-11-23T15:25:00+08:00"),
        ("23 Nov 2026, 12.05 tengah hari", "2026-11-23T12:05:00+08:00"),
        ("23 Nov 2026 1.15 tengah hari", "2026-11-23T13:15:00+08:00"),
        ("23 Mac 2026 12.30 tengah malam", "2026-03-23T00:30:00+08:00"),
        ("23 Jun 2026, 7.44 malam", "2026-06-23T19:44:00+08:00"),
        ("23 Julai 2026 3 petang", "2026-07-23T15:00:00+08:00"), ("IPOH, 23 Nov 2026", "2026-11-23"),
        ("Khamis | 26 Nov 2026 2:32 PM", "2026-11-26T14:32:00+08:00"),
        ("23/11/2026", "2026-11-23"), ("23/11/26", "2026-11-23"), ("11/23/2026", "2026-11-23"),
        ("23.11.2026", "2026-11-23"),
        ("23hb Nov 2026", "2026-11-23"), ("23 Nov", "2026-11-23"), ("25 Dis", "2025-12-25"),
        ("23 Agustus 2026", "2026-08-23"), ("Sen, 23/11/2026 10:15 WIB", "2026-11-23T10:15:00+07:00"),
        ("2026年11月23日 07:30", "2026-11-23T07:30:00+08:00"), ("mar. 9 juin 2026", "2026-06-09"),
        ("2026년 11월 23일 오후 03:31:15", "2026-11-23T15:31:15+09:00"), ("-2611", "2026-11"), ("-26-11", "2026-11"),
        ("2026年11月23日 下午3点15分", "2026-11-23T15:15:00+08:00"), ("Nov 23 '26", "2026-11-23"), ("Mac ’26", "2026-03"),
        ("திங்கள், 23 நவம்பர் 2026 3:15 மாலை", "2026-11-23T15:15:00+08:00"),
        ("Isnin, 23 Nov 2026 (13 Jamadilakhir 1448H)", "2026-11-23"), ("3rd March 2027", "2027-03-03"),
        ("20261123073000", "2026-11-23T07:30:00+08:00"),
    ])
    func theDateLinesOfNewsAreRead(text: String, expected: String) {
        #expect(iso(text) == expected)
    }

    @Test(arguments: [
        ("sejam lalu", "2026-11-23T07:00:00+08:00"), ("3 jam yang lalu", "2026-11-23T05:00:00+08:00"),
        ("seminit lalu", "2026-11-23T07:59:00+08:00"),
        ("2 hari lalu", "2026-11-21"), ("seminggu lalu", "2026-11-16"), ("sebulan lalu", "2026-10-23"),
        ("an hour ago", "2026-11-23T07:00:00+08:00"),
        ("5 minutes ago", "2026-11-23T07:55:00+08:00"), ("semalam", "2026-11-22"),
        ("Semalam, 9.30 pagi", "2026-11-22T09:30:00+08:00"),
        ("hari ini", "2026-11-23"), ("yesterday at 21:15", "2026-11-22T21:15:00+08:00"), ("dalam 7 hari", "2026-11-30"),
        ("baru sahaja", "2026-11-23T08:00:00+08:00"), ("half an hour ago", "2026-11-23T07:30:00+08:00"),
        ("三天前", "2026-11-20"), ("3小时前", "2026-11-23T05:00:00+08:00"), ("2个月前", "2026-09-23"), ("昨天", "2026-11-22"),
        ("2 நாட்களுக்கு முன்பு", "2026-11-21"), ("நேற்று", "2026-11-22"),
    ])
    func whatCountsFromThePresentIsRead(text: String, expected: String) {
        #expect(iso(text) == expected)
    }

    @Test(arguments: [
        "", " ", "tiada", "31/02/2026", "32 Nov 2026", "Mon, 23 Nov 2026 25:00:00 GMT", "2026-13-01",
        "2026-11-23T10:61:00Z", "2026-xx-27",
        "Mon, 23 zz 2026 07:30 GMT", "1:2:3:4", "013", "-1", "99999-01-01", "9999999999999999999999", "Harga RM1.50",
        "10 orang maut",
        "23 Nov 2026 07:30:00 +zz:00", "12:30", "15:23 2019", "2026年11月15分", "2026年81年lalu", "9999 tahun lalu",
        // Months of another calendar, and years that are no dates.
        "1 Muharram 1448", "Ramadan 1447", "10 Zulhijjah 1447H", "12 Syawal 1447", "Belanjawan 2026",
        // A row of days has no date of its own.
        "3-5 Nov 2026", "3 hingga 5 Nov 2026", "28 Feb - 2 Mac 2026",
    ])
    func whatIsNoDateIsRefused(text: String) {
        #expect(iso(text) == nil)
    }

    @Test func thePrecisionIsWhatTheTextSays() {
        let texts = ["2026-11-23T07:30:00Z", "23 Nov 2026 7.30 pagi", "23 Nov 2026", "Nov 2026", "2026"]
        #expect(texts.map { readDate($0, now: testNow)?.precision } == [.second, .minute, .day, .month, .year])
    }

    @Test func aTextWithoutAZoneMeansTheGivenOne() {
        #expect(iso("2026-11-23 07:30", zone: 0) == "2026-11-23T07:30:00Z")
        #expect(readDate("23 Nov 2026", now: testNow)?.instant == Instant(seconds: 1_795_363_200))
    }

    @Test func theWeekdaySettlesWhichNumberIsTheMonth() {
        #expect(iso("Thu, 02/04/2026") == "2026-04-02")
        #expect(iso("Wed, 02/04/2026") == "2026-02-04")
        #expect(iso("02/04/2026") == "2026-04-02")
    }

    @Test func hostileTextsTakeLinearTimeAndNeverTrap() {
        #expect(iso(String(repeating: "9", count: 900)) == nil)
        #expect(iso(String(repeating: "1:", count: 5_000_000)) == nil)
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "23", "2026", "11", " ", ":", ".", "-", "/", "+", "nov", "pagi", "lalu", "jam", "se", "z", "(", ")", "年",
            "@", "9999999999999999", "dalam", "tahun",
        ]
        for _ in 0..<1_000 {
            let text = (0..<12).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            _ = readDate(text, now: testNow)
        }
    }
}
