import Bundled
public import Crawling
import Documents
import Fetching
import Hashing
import Identifying
import Locking
import LoopbackServer
import Model
import Scoring
import Storing
import Text

/// A day of `pantau run` in minutes: real HTTP, a real database and real scoring, by a clock that moves on as soon as
/// the work of the moment is done.
public struct SoakRun: Sendable {
    public var sources = 10_000
    public var hosts = 2_000
    public var hours: Int64 = 24
    /// Services that share the database.
    public var workers = 2
    /// A folder that is there, for the database.
    public var folder: String

    public init(folder: String) { self.folder = folder }

    /// Monday 23 November 2026, midnight in Malaysia.
    private static let start = Instant(seconds: 1_795_363_200)
    /// The clock waits where a holder has no more time than that; a rest of 30 s at most lies before a request.
    private static let leastLease = TimeSpan.seconds(20)
    /// A service that has nothing to do looks again after 15 s.
    private static let longestNap = TimeSpan.seconds(20)
    /// Looks, a millisecond apart, after which the clock moves on all the same: a service may be asleep until it does.
    private static let patience = 50
    private static let step = TimeSpan.seconds(2)

    /// - Parameter tell: called every simulated hour.
    public func run(_ tell: @escaping @Sendable (SoakReport.Hour) -> Void = { _ in }) async throws -> SoakReport {
        let clock = SteppingClock(Self.start)
        let press = try Press(clock: clock)
        defer { press.server.stop() }
        let catalogue = try makeSources(port: press.server.authority)
        let path = folder + "/soak.db"
        let reader = try builtInReader()
        let lost = Lock(0)
        let end = Self.start + .hours(hours)
        var report = SoakReport(sources: sources)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<workers {
                let crawl = try makeCrawl(in: path, reader, reaching: catalogue, clock)
                group.addTask {
                    _ = try await crawl.serve({ catalogue }) { event in
                        if case .leaseLost = event { lost.withLock { $0 += 1 } }
                    }
                }
            }
            let observer = try Store.open(path, mode: .write)
            var nextHour = Self.start
            while clock.now() < end {
                if clock.now() >= nextHour {
                    report.hours.append(
                        .init(number: report.hours.count, residentBytes: residentBytes(), polls: press.figures.requests)
                    )
                    report.hours.last.map(tell)
                    nextHour = nextHour + .hours(1)
                    press.server.forget()
                }
                var patience = Self.patience
                while patience > 0, try await !isIdle(observer, at: clock.now()) {
                    try await Task.sleep(for: .milliseconds(1))
                    patience -= 1
                }
                clock.advance(by: Self.step)
                await Task.yield()
            }
            group.cancelAll()
            try await group.waitForAll()
            try await report.note(observer, end)
        }
        let figures = press.figures
        (report.requests, report.overlaps, report.shortestGap) = figures
        report.leasesLost = lost.withLock { $0 }
        return report
    }

    /// Whether no host waits for longer than a moment, and no holder is pressed for time.
    private func isIdle(_ observer: Store, at now: Instant) async throws -> Bool {
        try await observer.read { db in
            let waiting = try db.overdueHosts(at: now - Self.longestNap).count
            let least =
                try db.value(
                    "SELECT min(lease_until) FROM host_state WHERE lease_owner IS NOT NULL", as: Instant?.self) ?? nil
            return waiting == 0 && (least.map { $0 - now >= Self.leastLease } ?? true)
        }
    }

    private func makeSources(port authority: String) throws -> [Source] {
        let port = authority.split(separator: ":").last ?? "80"
        return (0..<sources).compactMap { number in
            SourceID("akhbar-\(number)").map {
                Source(
                    id: $0, outlet: "Akhbar \(number)", kind: .feed,
                    url: "http://hos-\(number % hosts).localhost:\(port)/feed-\(number)", language: .malay,
                    fetch: .never)
            }
        }
    }

    private func makeCrawl(
        in path: String, _ reader: ArticleReader, reaching sources: [Source], _ clock: SteppingClock
    ) throws -> Crawl {
        guard let agent = UserAgent(version: "0.0", contact: ""), let author = Actor("crawl") else {
            throw SoakError.noAgent
        }
        let authorities = Set(sources.compactMap { $0.url.split(separator: "/").dropFirst().first.map(String.init) })
        return Crawl(
            store: try Store.open(path, mode: .create),
            fetcher: Fetcher(as: agent, allowing: try AllowList(authorities.sorted())), pace: PaceRule(),
            reader: reader,
            author: Author(actor: author, unixUser: "soak", via: "crawl"), kind: .run, clock: clock)
    }
}

enum SoakError: Error { case noAgent }

/// The rules, places and names that the program is built with.
public func builtInReader() throws -> ArticleReader {
    let files = BundledFile.files(in: "Lexicons")
    let rules = files.filter { $0.path.contains("rules/") && $0.path.hasSuffix(".yaml") }
    let documents = try rules.map { file in
        LexiconDocument(
            file: file.path, sha256: Digest(of: file.text).hexadecimal, root: try readYAML(file.text, file: file.path))
    }
    return ArticleReader(
        lexicon: try Lexicon(documents), gazetteer: try Gazetteer(files: files.map { (path: $0.path, text: $0.text) }))
}
