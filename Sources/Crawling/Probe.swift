public import Fetching
public import Model
import Reading
public import Text

/// One polite look at a source that keeps nothing: what `source test` shows before somebody trusts it.
public struct Probe: Sendable {
    /// Every address that was asked, with its status.
    public var hops: [(url: String, status: Int)] = []
    public var contentType: String?
    public var bytes = 0
    public var elapsed: TimeSpan = .seconds(0)
    /// What the document lists besides and a crawl leaves out: older than news, or on a host that is not the outlet's.
    public var left = 0
    /// What robots.txt says of the address; nil where its site could not be reached.
    public var robots: RobotsCopy.Permission?
    public var outcome: ProbeOutcome
    /// What the site offers instead, where a page stands in the place of a feed.
    public var discovery: Discovery?

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

    /// The language of what it lists, told from titles and texts; nil where it lists nothing.
    public var language: LanguageGuess?

    /// Fetches and reads the source once, asking robots.txt first.
    public init(of source: Source, with fetcher: Fetcher, pace: PaceRule = PaceRule()) async {
        let clock = SystemClock()
        let guest = PoliteFetcher(fetcher, pace: pace, clock: clock)
        guard let url = source.listURL(at: source.url) else {
            outcome = .trouble(.failed(.hard, .invalidURL))
            return
        }
        do throws(FetchFailure) {
            let response = try await guest.fetch(
                FetchRequest(url, as: source.kind == .page ? .page : .feed, agent: source.agent))
            hops = response.hops.map { (url: $0.url.masked, status: $0.status) }
            robots = try? await guest.permission(for: url)
            (contentType, bytes, elapsed) = (response.contentType, response.body.count, response.elapsed)
            let listed = await Probe.listed(in: response, source, SourceLister(guest: guest, clock: clock))
            (outcome, left, language) = listed
            if case .trouble(.failed(_, .notAFeed("html"))) = outcome, let page = response.url {
                discovery = await Discovery.discover(page, with: guest, clock: clock)
            }
        } catch {
            hops = error.hops.map { (url: $0.url.masked, status: $0.status) }
            outcome = .trouble(error.outcome(at: clock.now()))
            switch error.reason {
            case .deniedByRobots(let rule): robots = .denied(rule: rule)
            case .failed(.robotsUnreachable): robots = .unreachable
            case .failed, .hostBlocked, .hostElsewhere: break
            }
        }
    }

    private static func listed(
        in response: FetchResponse, _ source: Source, _ lister: SourceLister
    ) async -> (ProbeOutcome, left: Int, LanguageGuess?) {
        switch response.verdict(at: lister.clock.now()) {
        case .trouble(let outcome): return (.trouble(lister.explained(outcome, response, of: source)), 0, nil)
        case .unchanged(let hints): return (.trouble(.unchanged(by: .status304, hints: hints)), 0, nil)
        case .document: break
        }
        do throws(FailureCause) {
            let listing = try await lister.list(response, of: source, hadSome: false)
            let items = listing.items.map {
                ProbedItem(title: $0.title, url: $0.url?.href, published: $0.published)
            }
            let text = listing.items.prefix(50).map { $0.title + ". " + $0.text.prefix(2_000) }
            let language = items.isEmpty ? nil : Language.guess(of: text.joined(separator: "\n"))
            return (.listed(items, damage: listing.damage), listing.left, language)
        } catch {
            return (.trouble(.failed(error.weight, error)), 0, nil)
        }
    }
}
