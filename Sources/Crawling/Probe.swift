public import Fetching
public import Model
import Reading

/// One polite look at a source that keeps nothing: what `source test` shows before somebody trusts it.
public struct Probe: Sendable {
    /// Every address that was asked, with its status.
    public var hops: [(url: String, status: Int)] = []
    public var contentType: String?
    public var bytes = 0
    public var elapsed: TimeSpan = .seconds(0)
    /// What the document lists besides and a crawl leaves out: older than news, or on a host that is not the outlet's.
    public var left = 0
    public var outcome: ProbeOutcome

    public enum ProbeOutcome: Sendable {
        /// What it lists; `damage` where the document is not whole.
        case listed([ProbedItem], damage: FailureCause?)
        case trouble(Outcome)
    }

    public struct ProbedItem: Hashable, Sendable {
        public var title: String
        public var url: String?
        public var published: PublishedDate?
    }

    /// Fetches and reads the source once, asking robots.txt first.
    public init(of source: Source, with fetcher: Fetcher, pace: PaceRule = PaceRule()) async {
        let clock = SystemClock()
        let guest = PoliteFetcher(fetcher, pace: pace, clock: clock)
        guard let url = source.listURL(at: source.url) else {
            outcome = .trouble(.failed(.hard, .invalidURL))
            return
        }
        do throws(FetchFailure) {
            let response = try await guest.fetch(FetchRequest(url, as: source.kind == .page ? .page : .feed))
            hops = response.hops.map { (url: $0.url.masked, status: $0.status) }
            (contentType, bytes, elapsed) = (response.contentType, response.body.count, response.elapsed)
            (outcome, left) = await Probe.outcome(of: response, source, SourceLister(guest: guest, clock: clock))
        } catch {
            hops = error.hops.map { (url: $0.url.masked, status: $0.status) }
            outcome = .trouble(error.outcome(at: clock.now()))
        }
    }

    private static func outcome(
        of response: FetchResponse, _ source: Source, _ lister: SourceLister
    ) async -> (ProbeOutcome, left: Int) {
        switch response.verdict(at: lister.clock.now()) {
        case .trouble(let outcome): return (.trouble(lister.explained(outcome, response, of: source)), 0)
        case .unchanged(let hints): return (.trouble(.unchanged(by: .status304, hints: hints)), 0)
        case .document: break
        }
        do throws(FailureCause) {
            let listing = try await lister.list(response, of: source, hadSome: false)
            let items = listing.items.map {
                ProbedItem(title: $0.title, url: $0.url?.href, published: $0.published)
            }
            return (.listed(items, damage: listing.damage), listing.left)
        } catch {
            return (.trouble(.failed(error.weight, error)), 0)
        }
    }
}
