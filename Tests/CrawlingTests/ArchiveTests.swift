import Archiving
import Crawling
import Hashing
import Locking
import LoopbackServer
import Model
import Storing
import StoringSamples
import Testing

/// What a crawl hands to the archive.
@Suite struct ArchiveTests {
    private final class Drawer: ResponseArchive {
        private let kept = Lock<[RawResponse]>([])
        func keep(_ response: RawResponse) { kept.withLock { $0.append(response) } }
        var all: [RawResponse] { kept.withLock { $0 } }
    }

    @Test func whatIsReadIsKeptAndWhatIsUnchangedIsNot() async throws {
        let outlet = try Outlet("harian-rekaan", items: [.fire, .roadworks])
        let desk = try Newsdesk()
        let drawer = Drawer()
        try await desk.crawl(outlet, archive: drawer)
        #expect(drawer.all.count == 3)
        #expect(drawer.all.allSatisfy { $0.status == 200 && !$0.body.isEmpty && !$0.isCut })
        // The digest of the body is what an article is stored with: that is how one finds the other.
        let digests = Set(drawer.all.map { Digest(of: $0.body).hexadecimal })
        let stored = try await desk.store.read { db in
            try db.rows("SELECT raw_sha256 FROM article") { row throws(StoreError) in try row["raw_sha256"] as String }
        }
        #expect(stored.count == 2)
        #expect(stored.allSatisfy(digests.contains))
        try await desk.crawl(outlet, with: CrawlOptions(isForced: true), archive: drawer)
        #expect(drawer.all.count == 3)
    }
}
