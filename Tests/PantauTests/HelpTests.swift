import Model
import Reviewing
import Terminal
import Testing

@testable import pantau

@Suite struct HelpTests {
    @Test(arguments: HelpTopic.allCases, ScreenLanguage.allCases)
    func aPageFitsAScreenOf80Columns(topic: HelpTopic, language: ScreenLanguage) {
        let lines = topic.lines(in: language)
        #expect(lines.count > 4)
        #expect(lines.allSatisfy { $0.columns <= 80 }, "\(lines.filter { $0.columns > 80 })")
    }

    @Test func theSearchPageHasEveryKey() {
        let page = HelpTopic.search.lines(in: .english).joined(separator: "\n")
        for key in SearchKey.allCases { #expect(page.contains("  \(key.example)")) }
    }

    @Test func aTopicIsAskedForLikeACommand() async throws {
        let machine = try await Crawled.machine()
        let page = try await machine.pantau("help", "exit-codes")
        #expect(page.exit == 0)
        #expect(page.output.contains("  75"))
        // What is no topic is a command, and its help is the parser's.
        #expect(try await machine.pantau("help", "crawl").output.contains("USAGE: pantau crawl"))
        #expect(HelpTopic(arguments: ["help"]) == nil)
        #expect(HelpTopic(arguments: ["search"]) == nil)
    }
}
