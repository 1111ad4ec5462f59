import Archiving
import Crawling
import Fetching
import Locking
import LoopbackServer
import Model
import Soak
import Storing
import StoringSamples
import Testing
import Text

/// Crawls of some outlets into a database of its own, by a clock that the test moves.
struct Newsdesk {
    let folder: TemporaryFolder
    let store: Store
    let clock: TestClock
    private let events = Lock<[CrawlEvent]>([])

    init(at now: Instant = Sample.monday) throws {
        folder = try TemporaryFolder()
        store = try folder.makeStore()
        clock = TestClock(now)
    }

    /// The rules, places and names that the program is built with; read once.
    private static let reader = Result { try builtInReader() }

    /// One crawl; the servers of `outlets` may be reached.
    @discardableResult
    func crawl(
        _ outlets: Outlet..., sources: [Source]? = nil, with options: CrawlOptions = CrawlOptions(),
        limits: FetchLimits = FetchLimits(), archive: (any ResponseArchive)? = nil
    ) async throws -> CrawlSummary {
        let crawl = try makeCrawl(reaching: outlets, limits: limits, archive: archive)
        return try await crawl.run(sources ?? outlets.map { $0.source() }, options, report: note)
    }

    func makeCrawl(
        reaching outlets: [Outlet], limits: FetchLimits = FetchLimits(), archive: (any ResponseArchive)? = nil
    ) throws -> Crawl {
        try Newsdesk.makeCrawl(in: store, reaching: outlets, limits: limits, archive: archive, clock: clock)
    }

    static func makeCrawl(
        in store: Store, reaching outlets: [Outlet], limits: FetchLimits = FetchLimits(), gap: TimeSpan = .seconds(0),
        archive: (any ResponseArchive)? = nil, clock: any Timekeeper, parallel: Int = 8
    ) throws -> Crawl {
        let agent = try #require(UserAgent(version: "0.0", contact: ""))
        let allowed = try AllowList(outlets.map(\.server.authority))
        return Crawl(
            store: store, fetcher: Fetcher(as: agent, limits: limits, allowing: allowed),
            pace: PaceRule(gap: gap, patience: 0), reader: try reader.get(), author: Sample.crawl, parallel: parallel,
            archive: archive, clock: clock)
    }

    /// Takes down what happens.
    @Sendable func note(_ event: CrawlEvent) { events.withLock { $0.append(event) } }

    /// All that happened in all crawls.
    var history: [CrawlEvent] { events.withLock { $0 } }

    func leads() async throws -> [Lead] {
        try await store.read { db in
            try db.leads(LeadQuery(states: [], order: .old), at: Sample.monday).leads.compactMap {
                try db.lead($0.id, at: Sample.monday)
            }
        }
    }

    struct Row: Hashable {
        var title: String
        var extent: String
        var revision: Int
    }

    /// The stored articles, the oldest first.
    func articles() async throws -> [Row] {
        try await store.read { db in
            try db.rows("SELECT title, extent, revision FROM article ORDER BY id") { row throws(StoreError) in
                Row(title: try row["title"], extent: try row["extent"], revision: try row["revision"])
            }
        }
    }
}
