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
        "2026-02-30T08:00:00Z", "0001-01-01T00:00:00Z", "2026-11-23T08:00:00+99:00", "Mon,, 23 Nov 2026 08:00:00 +08",
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
}
