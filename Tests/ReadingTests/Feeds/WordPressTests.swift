import Model
import Reading
import Testing

@Suite struct WordPressTests {
    private let now = Instant(seconds: 1_795_000_000)

    private func read(_ json: String) throws -> [FeedEntry] {
        try readWordPressPosts(Array(json.utf8), from: WebURL("https://rekaan.example/wp-json/wp/v2/posts"), now: now)
    }

    private func problem(_ json: String) -> FeedProblem? {
        do {
            _ = try read(json)
            return nil
        } catch {
            return error as? FeedProblem
        }
    }

    @Test func aPostIsReadWithItsWholeText() throws {
        let posts = try read(
            """
            [{"id": 7, "guid": {"rendered": "https://rekaan.example/?p=7"}, "date": "2026-11-20T11:00:00",
              "date_gmt": "2026-11-20T03:00:00", "modified_gmt": "2026-11-20T04:00:00", "link": "/2026/11/banjir/",
              "title": {"rendered": "Banjir &#8216;luar biasa&#8217; <b>surut</b>"},
              "excerpt": {"rendered": "<p>Ringkas.</p>", "protected": false},
              "content": {"rendered": "<p>KLANG: Satu.</p>\\n<p>Dua.</p><script>x()</script>", "protected": false}}]
            """)
        let post = try #require(posts.first)
        #expect(post.id == "https://rekaan.example/?p=7")
        #expect(post.link == "https://rekaan.example/2026/11/banjir/")
        #expect(post.title == "Banjir ‘luar biasa’ surut")
        #expect(post.summary == "Ringkas.")
        #expect(post.content == "KLANG: Satu.\nDua.")
        #expect(
            post.published?.iso == "2026-11-20T03:00:00Z" || post.published?.instant == Instant(seconds: 1_795_143_600))
        #expect(try #require(post.updated).instant - #require(post.published).instant == .hours(1))
    }

    @Test func aPostBehindAPasswordHasNoText() throws {
        let posts = try read(
            """
            [{"id": 7, "link": "https://rekaan.example/7", "title": {"rendered": "Protected: Rahsia"},
              "excerpt": {"rendered": "There is no excerpt because this is a protected post.", "protected": true},
              "content": {"rendered": "<form>Password</form>", "protected": true}}]
            """)
        #expect(posts.map(\.title) == ["Protected: Rahsia"])
        #expect(posts.first?.content == nil && posts.first?.summary == nil)
    }

    @Test func theSitesOwnClockIsMalaysias() throws {
        let posts = try read(#"[{"id": 1, "date": "2026-11-20T11:00:00", "date_gmt": "0000-00-00T00:00:00"}]"#)
        #expect(posts.first?.published?.iso == "2026-11-20T11:00:00+08:00")
    }

    @Test(arguments: [
        #"[{"id": "x", "link": 5, "title": 7, "content": [], "excerpt": null, "date_gmt": {}}]"#,
        #"[{"id": 1e30, "link": "javascript:x()"}, 5, null, "x", [], {}]"#,
        #"[{"id": 9223372036854775807, "title": {"rendered": {"rendered": "x"}}, "date_gmt": "soon"}]"#,
        #"[{"link": "", "title": {"rendered": "\u0000\u202e"}, "guid": {"rendered": " "}}]"#,
    ]) func wrongTypesLeaveAPostPoorerButLoseNoOther(json: String) throws {
        let posts = try read(json)
        #expect(posts.count == 1)
        #expect(posts[0].link == nil && posts[0].title == nil && posts[0].content == nil && posts[0].published == nil)
    }

    @Test(arguments: [
        (
            #"{"code": "rest_no_route", "message": "No route", "data": {"status": 404}}"#,
            FeedProblem.refused("rest_no_route")
        ),
        (#"{"code": "<b>x\u001b[31m", "message": ""}"#, .refused("bxm")),
        (#"{"code": "", "message": "x"}"#, .refused("an error")),
        ("", .empty), (" \n", .empty), ("<!doctype html><p>x", .notAFeed("html")), ("{}", .notAFeed("json")),
        (#"{"posts": []}"#, .notAFeed("json")), ("7", .notAFeed("json")), ("[1, 2]", .notAFeed("json")),
        ("\u{89}PNG", .brokenJSON("unexpected character at byte 0")),
        ("[{\"id\": 1", .brokenJSON("ends too early at byte 9")),
    ]) func whatIsNoListOfPostsIsSaid(json: String, expected: FeedProblem) throws {
        let found = try #require(problem(json))
        if case .brokenJSON = expected {
            guard case .brokenJSON = found else { throw found }
        } else {
            #expect(found == expected)
        }
    }

    @Test func aListWithoutEndIsRefusedWhole() {
        let posts = Array(repeating: #"{"id":1}"#, count: 2_001).joined(separator: ",")
        #expect(problem("[" + posts + "]") == .tooManyEntries(limit: 2_000))
    }

    @Test func nestingWithoutEndIsAnError() {
        #expect(problem(String(repeating: "[", count: 100_000)) != nil)
    }

    @Test func anEmptyListIsNoMistake() throws { #expect(try read("[]").isEmpty) }

    @Test func aHugePostIsReadInLinearTime() throws {
        let text = String(repeating: "<p>Banjir &amp; ribut.", count: 200_000)
        let elapsed = try ContinuousClock().measure {
            _ = try read("[{\"id\":1,\"content\":{\"rendered\":\"\(text)\"}}]")
        }
        #expect(elapsed < .seconds(30))
    }

    @Test(arguments: [
        ("https://rekaan.example", "/wp-json/wp/v2/posts?per_page=50"),
        ("https://rekaan.example/", "/wp-json/wp/v2/posts?per_page=50"),
        ("https://rekaan.example/akhbar/", "/akhbar/wp-json/wp/v2/posts?per_page=50"),
        ("https://rekaan.example/wp-json/wp/v2/posts", "/wp-json/wp/v2/posts?per_page=50"),
        (
            "https://rekaan.example/wp-json/wp/v2/posts?categories=12&per_page=20",
            "/wp-json/wp/v2/posts?categories=12&per_page=20&orderby=date"
        ),
        ("https://rekaan.example/?rest_route=/wp/v2/posts", "/?rest_route=/wp/v2/posts&per_page=50"),
    ]) func theListIsAskedForFromTheSiteOrAsItWasWritten(url: String, start: String) throws {
        let list = try #require(WebURL(url)).wordPressPosts()
        #expect(list.requestTarget.hasPrefix(start))
        #expect(list.requestTarget.contains("_fields=id,guid,link,"))
        #expect(list.wordPressPosts() == list)
    }

    @Test func theErrorIsReadOutOfAnAnswerOf404() {
        #expect(wordPressError(in: Array(#" {"code":"rest_no_route","message":"x"}"#.utf8)) == "rest_no_route")
        #expect(wordPressError(in: Array("<html>".utf8)) == nil)
        #expect(wordPressError(in: []) == nil)
    }
}
