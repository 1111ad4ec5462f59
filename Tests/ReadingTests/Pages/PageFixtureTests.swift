import FoundationEssentials
import Model
import Reading
import Testing
import Text

/// The pages below `Fixtures`: invented articles in the layouts of outlets, each with what is to be read from it.
///
/// To add one, write `NAME.html` and a `NAME.json` of its `url` alone, then run this test with `RENEW_GOLDENS=1` in the
/// environment and read the JSON by eye: the test says only that nothing has changed since.
struct PageFixtureTests {
    @Test(arguments: PageFixture.all())
    func aPageIsReadAsItsGoldenSays(fixture: PageFixture) throws {
        let golden = try fixture.golden()
        let read = try fixture.read()
        if ProcessInfo.processInfo.environment["RENEW_GOLDENS"] == "1" {
            try Data((read.indentedText + "\n").utf8).write(to: fixture.file("json"))
            return
        }
        // Member by member, so that a failure shows what differs.
        for member in golden.members ?? [] { #expect(read[member.name] == member.value) }
        #expect(read.members?.map(\.name) == golden.members?.map(\.name))
    }

    @Test func thereAreFixturesOfAtLeastFortyLayouts() {
        #expect(PageFixture.all().count >= 40)
    }
}

struct PageFixture: Sendable, CustomTestStringConvertible {
    let name: String
    var testDescription: String { name }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static func all() -> [PageFixture] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".html") }.sorted().map { PageFixture(name: String($0.dropLast(5))) }
    }

    func file(_ kind: String) -> URL { PageFixture.folder.appending(path: "\(name).\(kind)") }

    func golden() throws -> JSONValue { try JSONValue(parsing: Array(Data(contentsOf: file("json")))) }

    /// What is read from the page, in the shape of its golden.
    func read() throws -> JSONValue {
        let url = try #require(golden()["url"]?.string)
        let page = try readPage(
            Array(Data(contentsOf: file("html"))), url: WebURL(url), now: Instant(seconds: 1_930_838_400))
        return .compact([
            ("url", .string(url)), ("title", .string(page.title)),
            ("text", .array(page.text.split(separator: "\n").map { .string(String($0)) })),
            ("published", page.published.map { .string($0.iso) }),
            ("published_from", page.published.map { .string($0.origin.rawValue) }),
            ("authors", .array(page.authors.map { .string($0) })), ("language", .string(page.language.rawValue)),
            ("sitename", page.siteName.map { .string($0) }),
        ])
    }
}
