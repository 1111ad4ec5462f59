import Model
import Testing

@testable import Reading

@Suite struct OtherFormatsTests {
    @Test func jsonFeedIsRead() throws {
        let text = """
            {"version":"https://jsonfeed.org/version/1.1","title":"Rekaan","home_page_url":"https://rekaan.example/","items":[
            {"id":7,"url":"/kes/7","title":"Tajuk\\u0007 satu","content_html":"<p>Isi <b>tebal</b></p>",
            "date_published":"2026-11-23T08:00:00+08:00","authors":[{"name":"Ali"}],"tags":["kes"],
            "attachments":[{"url":"https://rekaan.example/a.mp3","mime_type":"audio/mpeg","size_in_bytes":9}]}]}
            """
        let feed = try feed(text)
        #expect(feed.format == .json11 && feed.title == "Rekaan")
        let entry = try #require(feed.entries.first)
        #expect(entry.id == "7" && entry.title == "Tajuk satu" && entry.content == "Isi tebal")
        #expect(entry.link == "https://rekaan.example/kes/7")
        #expect(entry.author == "Ali" && entry.categories == ["kes"] && entry.enclosures.first?.length == 9)
    }

    @Test(arguments: [
        "{\"version\":\"https://jsonfeed.org/version/1\"}",
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":null}",
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[1,null,[],\"x\"]}",
    ])
    func aJSONFeedOfNothingIsEmpty(text: String) throws {
        #expect(try feed(text).entries.isEmpty)
    }

    @Test func jsonThatIsNoFeedIsNamed() {
        #expect(problem("{\"error\":404}".utf8) == .notAFeed("json"))
        #expect(problem("[1,2]".utf8) == .notAFeed("json"))
    }

    @Test func brokenJSONIsNoFeed() throws {
        guard case .brokenJSON = problem("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [".utf8) else {
            Issue.record("a truncated document must not be taken as complete")
            return
        }
        let deep = String(repeating: "[", count: 500_000)
        guard case .brokenJSON = problem(("{\"items\":" + deep).utf8) else {
            Issue.record("deep nesting must be refused")
            return
        }
    }

    @Test func cdfIsRead() throws {
        let text = """
            <CHANNEL HREF="https://rekaan.example/"><TITLE>Rekaan</TITLE>
            <ITEM HREF="https://rekaan.example/1" LASTMOD="2026-11-23T08:00:00+08:00"><TITLE>Satu</TITLE><ABSTRACT>Isi</ABSTRACT></ITEM>
            </CHANNEL>
            """
        let feed = try feed(text)
        #expect(feed.format == .cdf)
        #expect(feed.entries[0].link == "https://rekaan.example/1" && feed.entries[0].summary == "Isi")
        #expect(feed.entries[0].date?.iso == "2026-11-23T08:00:00+08:00")
    }
}
