import Model
import Testing

@testable import Reading

@Suite struct FeedDateTests {
    @Test(arguments: [
        ("Mon, 23 Nov 2026 08:00:00 +0800", "2026-11-23T08:00:00+08:00"),
        ("Mon, 3 Nov 2026 08:00:00 GMT", "2026-11-03T08:00:00Z"),
        ("2026-11-23T08:00:00Z", "2026-11-23T08:00:00Z"), ("2026-11-23T08:00:00-05:30", "2026-11-23T08:00:00-05:30"),
        ("2026-11-23T08:00:00+0800", "2026-11-23T08:00:00+08:00"),
    ])
    func theTwoStandardFormsAreReadAsTheSearchReadsThem(text: String, expected: String) {
        #expect(FeedDate.standard(text)?.iso == expected)
        #expect(FeedDate.standard(text) == readDate(text, zone: 0, now: testNow, origin: .feed))
    }

    @Test(arguments: [
        "", "Mon, 23 Nov 2026", "Mon, 23 Noe 2026 08:00:00 +0800", "2026-11-23 08:00:00Z",
        "Mon, 31 Feb 2026 08:00:00 +0800",
        "2026-02-30T08:00:00Z", "0000-01-01T00:00:00Z", "2026-11-23T08:00:00+99:00", "Mon,, 23 Nov 2026 08:00:00 +08",
        "2026-11-23T08:00:00.5+08:00", "éééééééééééééééé",
    ])
    func whatIsNeitherIsLeftToTheSearch(text: String) { #expect(FeedDate.standard(text) == nil) }

    @Test(arguments: [
        ("2026-06-31T08:00:00Z", "2026-07-01T08:00:00Z"), ("2026-13-01T00:00:00Z", "2027-01-01T00:00:00Z"),
        ("2026-12-32T25:60:61+08:00", "2027-01-02T02:01:01+08:00"),
    ])
    func oneStepTooFarIsTheDayAfter(text: String, expected: String) {
        #expect(FeedDate.overflowing(text)?.iso == expected)
    }

    @Test(arguments: ["2026-14-01T00:00:00Z", "2026-01-33T00:00:00Z", "2026-01-01T26:00:00Z", "2026-00-01T00:00:00Z"])
    func moreThanAStepIsNoDate(text: String) { #expect(FeedDate.overflowing(text) == nil) }

    @Test(arguments: [
        ("2026-11-23T08:61:30Z", "2026-11-23T09:01:30Z"), ("2026-12-31T23:59:60Z", "2027-01-01T00:00:00Z"),
    ])
    func aMinuteOrSecondTooManyIsCarriedOver(text: String, expected: String) throws {
        #expect(try published(text)?.iso == expected)
    }

    @Test(arguments: [
        "2026-11-23T073000+08:00", "2026-11-23T073000Z", "2026-11-23t0730", " 2026-11-23T073000.5Z ",
    ])
    func ofADateWithHyphensAndATimeWithoutColonsOnlyTheDayIsSure(text: String) throws {
        let date = try #require(try published(text))
        #expect(date.iso == "2026-11-23" && date.precision == .day)
    }

    @Test func aTimeWithoutColonsAfterADateWithoutHyphensIsWholeISO() throws {
        #expect(try published("20261123T073000Z")?.iso == "2026-11-23T07:30:00Z")
    }

    @Test(arguments: [
        ("2026-11-23T08Z", "2026-11-23T08:00:00Z"), ("2026-11-23T08+08:00", "2026-11-23T08:00:00+08:00"),
        ("2026-11-23T08:30:15.25+08:00[Asia/Kuching]", "2026-11-23T08:30:15+08:00"),
        ("2026-11-23T08:30:15Z (disiarkan semula)", "2026-11-23T08:30:15Z"),
        ("2026-11-23 08:30 +0800 oleh Aminah", "2026-11-23T08:30:00+08:00"), ("2026-11-23Z", "2026-11-23"),
        ("2026-11-23T", "2026-11-23"), ("2026-11-23T08:30:15+0100Z", "2026-11-23T08:30:15+01:00"),
    ])
    func aDateThatATextBeginsWithIsRead(text: String, expected: String) throws {
        #expect(try published(text)?.iso == expected)
    }

    @Test(arguments: [
        "2026-02-30 kes", "2026-11-231 kes", "2026-11-23T25:00:00Z kes",
        "20-11-2026 kes 4", "2026-1x-23T08:00:00Z", "kes 2026-11-23",
    ])
    func aTextThatBeginsWithNoDateIsNone(text: String) {
        #expect(FeedDate.beginning(of: text, zone: 0)?.precision != .second)
        #expect(FeedDate.dayOfMixedForm(text, zone: 0) == nil)
    }

    @Test(arguments: [
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"), ("0103-12-13T18:30:02Z", "0103-12-13T18:30:02Z"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z"),
    ])
    func aDateBeforeTheWebIsClaimedButNotUsed(text: String, expected: String) throws {
        let entry = try feed(rss(item("a", "<pubDate>\(text)</pubDate>"))).entries[0]
        #expect(entry.published?.iso == expected && entry.date == nil)
        let changed = try feed(
            rss(item("a", "<pubDate>\(text)</pubDate><dc:date>2026-11-23T08:00:00Z</dc:date>"))
        ).entries[0]
        #expect(changed.date?.iso == "2026-11-23T08:00:00Z")
    }

    @Test func whatStandsInElementsOfADateIsNotTheDate() throws {
        #expect(try published("2026-11-23T08:00:00Z <b>baru</b>")?.iso == "2026-11-23T08:00:00Z")
    }

    private func published(_ text: String) throws -> PublishedDate? {
        try feed(rss(item("a", "<pubDate>\(text)</pubDate>"))).entries[0].published
    }
}
