import Foundation
import Reading
import Testing
import Text

/// A feed of an invented outlet, and what is to be read from it, both in the folder `Fixtures`.
struct FeedFixture: CustomTestStringConvertible {
    var name: String
    var document: [UInt8]
    /// The golden JSON, as `pantau tool parse-feed` prints it.
    var expected: String

    var testDescription: String { name }

    /// The answer's `Content-Type`, where it matters.
    var contentType: String {
        switch name {
        case "header-and-declaration-differ": "application/xml; charset=iso-8859-1"
        default: name.hasPrefix("json") ? "application/feed+json" : "application/xml"
        }
    }

    static let all = read()

    private static func read() -> [FeedFixture] {
        guard let folder = Bundle.module.url(forResource: "Fixtures", withExtension: nil),
            let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        else { return [] }
        return files.filter { $0.pathExtension == "feed" }.sorted { $0.path < $1.path }.map { file in
            let golden = file.deletingPathExtension().appendingPathExtension("json")
            return FeedFixture(
                name: file.deletingPathExtension().lastPathComponent,
                document: (try? Data(contentsOf: file)).map { Array($0) } ?? [],
                expected: (try? String(contentsOf: golden, encoding: .utf8)) ?? "")
        }
    }
}

@Suite struct FeedFixtureTests {
    @Test func theFixturesAreThere() { #expect(FeedFixture.all.count >= 60) }

    @Test(arguments: FeedFixture.all)
    func aFeedIsReadAsItsGoldenFileSays(fixture: FeedFixture) throws {
        let feed = try readFeed(
            fixture.document, from: "https://rekaan.example/rss", headers: [("Content-Type", fixture.contentType)],
            now: testNow)
        var writer = JSONWriter(isIndented: true)
        writer.object { feed.writeMembers(to: &$0) }
        writer.endLine()
        #expect(writer.text == fixture.expected)
    }
}
