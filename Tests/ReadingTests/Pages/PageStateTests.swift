import Testing

@testable import Reading

struct PageStateTests {
    private let body = Array(repeating: "Penduduk kampung itu masih menunggu bantuan.", count: 8)

    private func script(title: String, _ member: String) -> String {
        "{\"props\":{\"pageProps\":{\"menu\":[\"a\"],\"story\":{\"title\":\"\(title)\",\(member)}}}}"
    }

    @Test(arguments: ["body", "content", "articleBody"])
    func theTextOfTheObjectWithThePagesTitleIsTaken(name: String) {
        let html = body.map { "<p>\($0)</p>" }.joined()
        let text = PageState.body(in: script(title: headline, "\"\(name)\":\"\(html)\""), title: headline)
        #expect(text == body.joined(separator: "\n"))
    }

    @Test func paragraphsMayBeAList() {
        let list = body.map { "{\"type\":\"text\",\"content\":\"\($0)\"}" }.joined(separator: ",")
        let text = PageState.body(in: script(title: headline, "\"content_elements\":[\(list)]"), title: headline)
        #expect(text == body.joined(separator: "\n"))
    }

    @Test(arguments: [
        "", "{", "null", "[[[[", "{\"title\":\"x\"}", String(repeating: "[", count: 100_000),
        "{\"title\":\"Tajuk lain sama sekali, bukan ini\",\"body\":\"\(String(repeating: "Teks. ", count: 100))\"}",
    ])
    func whatIsNotThisArticleIsNone(script: String) {
        #expect(PageState.body(in: script, title: headline) == nil)
    }

    @Test func aShortTextIsNoArticle() {
        #expect(PageState.body(in: script(title: headline, "\"body\":\"Sebaris.\""), title: headline) == nil)
    }
}
