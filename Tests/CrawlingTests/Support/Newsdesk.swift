import Bundled
import Crawling
import Documents
import Fetching
import Hashing
import Identifying
import Locking
import LoopbackServer
import Model
import Scoring
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
    private static let reader = Result {
        let files = BundledFile.files(in: "Lexicons")
        let rules = files.filter { $0.path.contains("rules/") && $0.path.hasSuffix(".yaml") }
        let documents = try rules.map { file in
            LexiconDocument(
                file: file.path, sha256: Digest(of: file.text).hexadecimal,
                root: try readYAML(file.text, file: file.path))
        }
        return ArticleReader(
            lexicon: try Lexicon(documents),
            gazetteer: try Gazetteer(files: files.map { (path: $0.path, text: $0.text) }))
    }

    /// One crawl without rests; the servers of `outlets` may be reached.
    @discardableResult
    func crawl(
        _ outlets: Outlet..., sources: [Source]? = nil, with options: CrawlOptions = CrawlOptions(),
        limits: FetchLimits = FetchLimits()
    ) async throws -> CrawlSummary {
        try await crawl(
            outlets, sources: sources, with: options, limits: limits, pace: PaceRule(gap: .seconds(0), patience: 0),
            clock: clock)
    }

    /// One crawl at a pace and by a clock.
    @discardableResult
    func crawl(
        _ outlets: [Outlet], sources: [Source]? = nil, with options: CrawlOptions = CrawlOptions(),
        limits: FetchLimits = FetchLimits(), pace: PaceRule, clock: any Timekeeper
    ) async throws -> CrawlSummary {
        let agent = try #require(UserAgent(version: "0.0", contact: ""))
        let allowed = try AllowList(outlets.map(\.server.authority))
        let crawl = Crawl(
            store: store, fetcher: Fetcher(as: agent, limits: limits, allowing: allowed),
            pace: pace, reader: try Newsdesk.reader.get(), author: Sample.crawl,
            parallel: 8, clock: clock)
        let events = events
        return try await crawl.run(sources ?? outlets.map { $0.source() }, options) { event in
            events.withLock { $0.append(event) }
        }
    }

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
