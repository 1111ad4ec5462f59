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
    /// Items that were known and not fetched again.
    var known = 0
    var status: Int?
    var bytes = 0
    var elapsed: TimeSpan = .seconds(0)
    /// The crawl was stopped before all items were read: they are kept, and the source stays due.
    var isCut = false
}

/// Reads a source: fetch, list, fetch pages, read, score.
struct SourceReader: Sendable {
    let store: Store
    let guest: PoliteFetcher
    let reader: ArticleReader
    let clock: any Timekeeper
    private var lister: SourceLister { SourceLister(guest: guest, clock: clock) }

    func poll(_ source: Source, _ state: SourceState) async -> Poll {
        guard let url = WebURL(source.url) else { return Poll(outcome: .failed(.hard, .invalidURL)) }
        let request = FetchRequest(
            url, as: source.kind == .page ? .page : .feed, validators: state.memory.validatorsToSend(at: clock.now()))
        let response: FetchResponse
        do throws(FetchFailure) {
            response = try await guest.fetch(request)
        } catch {
            return Poll(outcome: error.outcome(at: clock.now()), isCut: error.isCancellation)
        }
        var poll = Poll(
            outcome: .localOutage, status: response.status, bytes: response.body.count, elapsed: response.elapsed)
        switch response.verdict(at: clock.now()) {
        case .trouble(let outcome): poll.outcome = outcome
        case .unchanged(let hints): poll.outcome = .unchanged(by: .status304, hints: hints)
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
            poll.outcome = .unchanged(by: .bodyHash, hints: hints)
            return
        }
        let listing: Listing
        do throws(FailureCause) {
            listing = try await lister.list(response, of: source)
        } catch {
            poll.outcome = .failed(error.weight, error)
            return
        }
        let provenance = Article.Provenance(response, hash: hash)
        await readItems(of: listing, listedBy: provenance, in: source, into: &poll)
        if let damage = listing.damage {
            // What was read is kept, but neither validators nor hash: the next poll fetches the whole document.
            poll.outcome = .failed(damage.weight, damage)
            return
        }
        poll.outcome = .fresh(
            .init(
                new: poll.articles.count, known: poll.known, bodyHash: hash,
                validators: Validators(of: response.headers),
                hints: PollHints(interval: [hints.interval, listing.interval].compactMap(\.self).max()),
                movedPermanentlyTo: response.movedPermanentlyTo?.href))
    }

    private func readItems(
        of listing: Listing, listedBy provenance: Article.Provenance, in source: Source, into poll: inout Poll
    ) async {
        let known = await knownArticles(listing.items, in: source)
        for (item, known) in zip(listing.items, known) {
            guard !Task.isCancelled else {
                poll.isCut = true
                return
            }
            guard needsReading(item, known, in: source) else {
                poll.known += 1
                continue
            }
            var page: ArticleReader.Page?
            if needsPage(item, in: source) {
                page = await fetchPage(of: item)
                poll.bytes += page?.provenance.rawBytes ?? 0
            }
            guard !Task.isCancelled else {
                poll.isCut = true
                return
            }
            poll.articles.append(
                reader.found(item, page: page, provenance: provenance, in: source, at: clock.now()))
        }
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
        if !item.title.isEmpty, reader.masked(item.title) != known.title { return true }
        let isYoung = clock.now() - known.retrievedAt < .days(2)
        return known.extent == .summary && isYoung && needsPage(item, in: source)
    }

    private func needsPage(_ item: ListedItem, in source: Source) -> Bool {
        guard item.url != nil else { return false }
        return switch source.fetch {
        case .all: true
        case .promising: reader.isPromising(item)
        case .never: false
        }
    }

    /// nil where the page cannot be had or read: the item's own text is kept, and the page is tried again.
    private func fetchPage(of item: ListedItem) async -> ArticleReader.Page? {
        guard let url = item.url, let response = try? await guest.fetch(FetchRequest(url, as: .page)),
            case .document = response.verdict(at: clock.now()),
            let article = try? readPage(
                response.body, contentType: response.contentType, url: response.url, now: clock.now())
        else { return nil }
        let provenance = Article.Provenance(response, hash: Digest(of: response.body).hexadecimal)
        return .init(article: article, provenance: provenance, url: response.url)
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
    var isCancellation: Bool { if case .failed(.cancelled) = reason { true } else { false } }
}
