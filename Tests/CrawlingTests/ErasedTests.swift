import Archiving
import Crawling
import Locking
import Model
import Storing
import StoringSamples
import Testing

/// What was erased does not come back with the next crawl.
@Suite struct ErasedTests {
    private final class Drawer: ResponseArchive {
        private let kept = Lock<[RawResponse]>([])
        func keep(_ response: RawResponse) { kept.withLock { $0.append(response) } }
        var text: String { kept.withLock { $0.map { String(decoding: $0.body, as: UTF8.self) }.joined() } }
    }

    private let outlet: Outlet
    private let desk: Newsdesk
    private let drawer = Drawer()

    init() async throws {
        outlet = try Outlet("harian-rekaan", items: [.fire, .roadworks])
        desk = try Newsdesk()
        try await desk.crawl(outlet)
        try await erase()
    }

    private func erase() async throws {
        let erased = try await desk.store.write { db in
            try db.erase(LeadID(1), because: .requestOfPerson, by: Sample.aminah, at: Sample.monday) { _, _ in }
        }
        #expect(erased?.leads == [LeadID(1)])
    }

    private func crawlAgain(_ outlets: Outlet..., forced: Bool = true) async throws {
        for outlet in outlets {
            try await desk.crawl(outlet, with: CrawlOptions(isForced: forced), archive: drawer)
        }
        #expect(try await desk.leads().isEmpty)
        #expect(try await desk.articles().map(\.title) == [Outlet.Item.roadworks.title])
        #expect(!drawer.text.contains("Rekaan Contoh"))
    }

    @Test func theSameArticleIsNeitherKeptNorAskedForAgain() async throws {
        outlet.forget()
        outlet.edit { $0.append(.filler("lain", 1)) }
        try await desk.crawl(outlet, with: CrawlOptions(isForced: true), archive: drawer)
        #expect(outlet.asked == ["/feed", "/lain"])
        #expect(try await desk.leads().isEmpty)
        // Not even the list that still names it is archived.
        #expect(!drawer.text.contains(Outlet.Item.fire.title))
    }

    @Test func anEditedHeadlineDoesNotBringItBack() async throws {
        outlet.edit { $0[0].title = "Ibu tunggal lima anak hilang tempat tinggal: Rekaan Contoh merayu" }
        try await crawlAgain(outlet)
    }

    @Test(arguments: ["/amp/kebakaran", "/kebakaran?utm_source=feed", "/kebakaran/"])
    func anotherSpellingOfItsAddressDoesNotBringItBack(path: String) async throws {
        let link = path
        outlet.edit { $0[0].id = String(link.dropFirst()) }
        try await crawlAgain(outlet)
    }

    @Test func itsCopyInAnotherOutletDoesNotComeInItsPlace() async throws {
        let other = try Outlet("warta-contoh", items: [.fire])
        try await crawlAgain(other)
        // Also where it was edited a little.
        other.edit {
            $0[0].id = "edisi-petang"
            $0[0].text = $0[0].text.replacing("malam tadi", with: "semalam")
        }
        try await crawlAgain(other)
    }

    @Test func anotherCaseOfTheSameTownIsFlaggedAsBefore() async throws {
        let other = try Outlet("warta-contoh", items: [.fall])
        try await desk.crawl(other)
        #expect(try await desk.leads().map(\.headline) == [Outlet.Item.fall.title])
    }
}
