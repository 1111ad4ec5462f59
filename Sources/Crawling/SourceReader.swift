import Archiving
import Fetching
import Hashing
import Model
import Reading
import Scheduling
import Storing

/// What one poll of a source brought, before it is kept.
struct Poll: Sendable {
    var outcome: Outcome
    var articles: [FoundArticle] = []
    /// Those of `articles` that the store had not seen.
    var new = 0
    /// Items that were known and not fetched again.
    var known = 0
    var status: Int?
    var bytes = 0
    var elapsed: TimeSpan = .seconds(0)
    /// The crawl was stopped before all items were read: they are kept, and the source stays due.
    var isCut = false
    /// An item is of a case that was erased: the list tells of it, and is not archived.
    var namesErased = false
    /// A page could not be had this time: the document is not to be taken for read, or the next poll would pass it over.
    var hasPagesToTryAgain = false

    /// The host asked for quiet: then the schedule itself blocks it, and counts the strike.
    var wasRefused: Bool { if case .rateLimited = outcome { true } else { false } }
}

/// Reads a source: fetch, list, fetch pages, read, score.
struct SourceReader: Sendable {
    let store: Store
    let guest: PoliteFetcher
    let reader: ArticleReader
    let clock: any Timekeeper
    /// Where answers that are read are kept as they came; nil where nothing is archived.
    var archive: (any ResponseArchive)?
    private var lister: SourceLister { SourceLister(guest: guest, clock: clock) }

    func poll(_ source: Source, _ state: SourceState) async -> Poll {
        guard let url = source.listURL(at: state.address(of: source)) else {
            return Poll(outcome: .failed(.hard, .invalidURL))
        }
        let request = FetchRequest(
            url, as: source.kind == .page ? .page : .feed,
            validators: state.validatorsToSend(for: source, at: clock.now()), agent: source.agent)
        let response: FetchResponse
        do throws(FetchFailure) {
            response = try await guest.fetch(request)
        } catch {
            return Poll(outcome: error.outcome(at: clock.now()), isCut: error.saysNothingOfTheSource)
        }
        var poll = Poll(
            outcome: .localOutage, status: response.status, bytes: response.body.count, elapsed: response.elapsed)
        switch response.verdict(at: clock.now()) {
        case .trouble(let outcome): poll.outcome = lister.explained(outcome, response, of: source)
        case .unchanged(let hints):
            poll.outcome = .unchanged(
                by: .status304, hints: hints, movedPermanentlyTo: response.movedPermanentlyTo?.href)
        case .document: await read(response, of: source, state, into: &poll)
        }
        return poll
    }

    private func read(
        _ response: FetchResponse, of source: Source, _ state: SourceState, into poll: inout Poll
    ) async {
        let hash = Digest(of: response.body).hexadecimal
        let hints = PollHints(interval: response.headers.freshness(at: clock.now()))
        guard hash != state.memory.bodyHash else {
            poll.outcome = .unchanged(
                by: .bodyHash(Validators(of: response.headers)), hints: hints,
                movedPermanentlyTo: response.movedPermanentlyTo?.href)
            return
        }
        let answer = RawResponse(response, at: clock.now())
        let listing: Listing
        do throws(FailureCause) {
            listing = try await lister.list(response, of: source, hadSome: state.lastSuccessAt != nil)
        } catch {
            archive?.keep(answer)
            poll.outcome = .failed(error.weight, error)
            return
        }
        let provenance = Article.Provenance(response, hash: hash)
        await readItems(of: listing, listedBy: provenance, in: source, into: &poll)
        if !poll.namesErased { for answer in [answer] + listing.answers { archive?.keep(answer) } }
        if let damage = listing.damage {
            // What was read is kept, but neither validators nor hash: the next poll fetches the whole document.
            poll.outcome = .failed(damage.weight, damage)
            return
        }
        let isRead = !poll.hasPagesToTryAgain
        poll.outcome = .fresh(
            .init(
                new: poll.new, known: poll.known, bodyHash: isRead ? hash : "",
                validators: isRead ? Validators(of: response.headers) : Validators(),
                hints: PollHints(interval: [hints.interval, listing.interval].compactMap(\.self).max()),
                movedPermanentlyTo: response.movedPermanentlyTo?.href))
    }

    private func readItems(
        of listing: Listing, listedBy provenance: Article.Provenance, in source: Source, into poll: inout Poll
    ) async {
        let open = await itemsToRead(listing.items, in: source, into: &poll)
        let known = await knownArticles(open, in: source)
        var pagesLeft = NewsWindow.pages
        // What nobody has seen comes before the pages that failed last time, or these would use up all that may be fetched.
        let items = Array(zip(open, known))
        for (item, known) in items.filter({ $0.1 == nil }) + items.filter({ $0.1 != nil }) {
            guard !Task.isCancelled else {
                poll.isCut = true
                return
            }
            guard needsReading(item, known, in: source) else {
                poll.known += 1
                continue
            }
            var page: ArticleReader.Page?
            if needsPage(item, in: source), pagesLeft == 0 {
                poll.hasPagesToTryAgain = true
                // A link alone says nothing yet; what a feed says of an item is kept.
                if source.kind.listsLinksOnly { continue }
            } else if needsPage(item, in: source) {
                pagesLeft -= 1
                switch await fetchPage(of: item, in: source) {
                case .read(let found):
                    page = found
                    poll.bytes += found.provenance.rawBytes
                case .tryAgain: poll.hasPagesToTryAgain = true
                case .none: break
                }
            }
            guard !Task.isCancelled else {
                poll.isCut = true
                return
            }
            let found = reader.found(item, page: page, provenance: provenance, in: source, at: clock.now())
            guard await !isErased(found) else {
                poll.namesErased = true
                poll.known += 1
                continue
            }
            if let answer = page?.answer { archive?.keep(answer) }
            if known == nil { poll.new += 1 }
            poll.articles.append(found)
        }
    }

    /// Without those of cases that were erased: they are known, and never asked for again.
    private func itemsToRead(_ items: [ListedItem], in source: Source, into poll: inout Poll) async -> [ListedItem] {
        let keys = items.map { $0.key(in: source) }
        let erased = try? await store.read { db in try keys.map { key in try db.isErased(key) } }
        let open = zip(items, erased ?? []).filter { !$0.1 }.map(\.0)
        // Where the store cannot be asked, the commit asks it again.
        guard erased != nil else { return items }
        poll.namesErased = open.count < items.count
        poll.known += items.count - open.count
        return open
    }

    /// A copy in another outlet is known by its words alone, once it is read.
    private func isErased(_ found: FoundArticle) async -> Bool {
        (try? await store.read { db in try db.isErased(found) }) ?? false
    }

    /// What the store has of each item; all unknown where it cannot be asked, for the commit finds twins again.
    private func knownArticles(_ items: [ListedItem], in source: Source) async -> [KnownArticle?] {
        let keys = items.map { $0.key(in: source) }
        let known = try? await store.read { db in try keys.map { key in try db.knownArticle(key) } }
        return known ?? items.map { _ in nil }
    }

    /// New, edited (another title), or read before without its page: then for two days, as the page may have failed.
    private func needsReading(_ item: ListedItem, _ known: KnownArticle?, in source: Source) -> Bool {
        guard let known else { return true }
        // Two sources of one outlet may call an article by two titles for good: that is no edit.
        let isOwn = known.source == source.id
        if isOwn, !item.title.isEmpty, reader.masked(item.title) != known.title { return true }
        let isYoung = clock.now() - known.retrievedAt < .days(2)
        return known.extent == .summary && isYoung && needsPage(item, in: source)
    }

    private func needsPage(_ item: ListedItem, in source: Source) -> Bool {
        guard item.url != nil, !item.isWhole, !item.isArchived else { return false }
        return switch source.fetch {
        case .all: true
        case .promising: reader.isPromising(item)
        case .never: false
        }
    }

    /// What came of asking for an article's page; where it is not read, the item's own text is kept.
    private enum PageFetch {
        case read(ArticleReader.Page)
        /// The host or the line had trouble.
        case tryAgain
        /// robots.txt forbids it, it is not there, or it is nothing that can be read.
        case none
    }

    private func fetchPage(of item: ListedItem, in source: Source) async -> PageFetch {
        guard let url = item.url else { return .none }
        let response: FetchResponse
        do throws(FetchFailure) {
            response = try await guest.fetch(FetchRequest(url, as: .page, agent: source.agent))
        } catch {
            return error.outcome(at: clock.now()).isPassing ? .tryAgain : .none
        }
        switch response.verdict(at: clock.now()) {
        case .trouble(let outcome): return outcome.isPassing ? .tryAgain : .none
        case .unchanged: return .none
        case .document: break
        }
        let answer = RawResponse(response, at: clock.now())
        guard
            let article = try? readPage(
                response.body, contentType: response.contentType, url: response.url, now: clock.now())
        else {
            archive?.keep(answer)
            return .none
        }
        let provenance = Article.Provenance(response, hash: Digest(of: response.body).hexadecimal)
        return .read(.init(article: article, provenance: provenance, url: response.url, answer: answer))
    }
}

extension Outcome {
    /// Whether the same address may well answer at the next poll.
    fileprivate var isPassing: Bool {
        switch self {
        case .rateLimited, .localOutage: true
        case .fresh, .unchanged, .challenge, .denied, .gone: false
        case .failed(let weight, let cause):
            if case .status(let code) = cause { code >= 500 || weight == .temporary } else { weight != .hard }
        }
    }
}

extension ListedItem {
    func key(in source: Source) -> ArticleKey {
        ArticleKey(
            source: source.id, outlet: source.outlet, canonicalURL: canonicalURL(in: source), guid: guid, title: title,
            published: published?.instant)
    }
}

extension Article.Provenance {
    init(_ response: FetchResponse, hash: String) {
        self.init(
            status: response.status, contentType: response.contentType,
            etag: Validators(of: response.headers).etag, rawSHA256: hash, rawBytes: response.body.count)
    }
}

extension FetchFailure {
    /// Whether the crawl was stopped, or another process has the host: the source stays due.
    var saysNothingOfTheSource: Bool {
        switch reason {
        case .failed(let cause): cause == .cancelled
        case .hostElsewhere: true
        case .deniedByRobots, .hostBlocked: false
        }
    }
}
