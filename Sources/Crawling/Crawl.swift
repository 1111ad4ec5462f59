public import Archiving
public import Fetching
public import Model
import Scheduling
public import Storing

/// Reads what is due: hosts side by side, the sources of one host one after another, each source kept in one
/// transaction with what was learnt of its schedule. Several crawls, also of other processes, share one database: each
/// host is in the hands of one of them at a time.
///
///     let crawl = Crawl(store: store, fetcher: fetcher, pace: pace, reader: reader, author: author)
///     let summary = try await crawl.run(sources, CrawlOptions()) { event in … }
public struct Crawl: Sendable {
    let store: Store
    let sourceReader: SourceReader
    let guest: PoliteFetcher
    let leases: HostLeases
    let clock: any Timekeeper
    let author: Author
    let worker: Worker
    /// Hosts visited at once.
    let parallel: Int
    /// Polls of a source in a day, on average over those whose interval is learnt.
    let pollsPerSource: Int

    /// - Parameters:
    ///   - pollsPerSource: polls of a source in a day, on average over those whose interval is learnt.
    ///   - archive: where answers are kept as they came; nil keeps none.
    ///   - kind: how the crawl is shown to others that look at the database.
    public init(
        store: Store, fetcher: Fetcher, pace: PaceRule, reader: ArticleReader, author: Author, parallel: Int = 64,
        pollsPerSource: Int = 24, kind: Worker.Kind = .crawl, archive: (any ResponseArchive)? = nil,
        clock: any Timekeeper = SystemClock()
    ) {
        (self.store, self.author, self.parallel, self.clock) = (store, author, max(1, parallel), clock)
        self.pollsPerSource = pollsPerSource
        worker = Worker.ofThisProcess(kind, at: clock.now())
        leases = HostLeases(owner: worker.id, store: store, clock: clock)
        guest = PoliteFetcher(fetcher, shelf: StoreShelf(store: store), pace: pace, clock: clock, registry: leases)
        sourceReader = SourceReader(store: store, guest: guest, reader: reader, clock: clock, archive: archive)
    }
}

/// What to crawl, and for how long.
public struct CrawlOptions: Sendable {
    /// Empty for all that are enabled; a source that is named is visited although it is disabled.
    public var only: Set<SourceID>
    /// Also sources that are not due. Hosts that asked for quiet are left alone all the same.
    public var isForced: Bool
    public var maxTime: TimeSpan?
    public var maxSources: Int?

    public init(
        only: Set<SourceID> = [], isForced: Bool = false, maxTime: TimeSpan? = nil, maxSources: Int? = nil
    ) {
        (self.only, self.isForced, self.maxTime, self.maxSources) = (only, isForced, maxTime, maxSources)
    }

    func isChosen(_ source: Source) -> Bool { only.isEmpty ? source.isEnabled : only.contains(source.id) }
}
