import Foundation
import Locking
public import LoopbackServer
public import Model

/// Eight invented newspapers on 127.0.0.1, one port each, with 120 articles dated shortly before a given moment.
///
///     let newsroom = try await Newsroom.start(now: clock.now)
///     defer { newsroom.stop() }
///     // crawl newsroom.sources, allowing newsroom.allowList
public final class Newsroom: Sendable {
    /// One outlet that is being served.
    public struct Desk: Sendable {
        public let outlet: Outlet
        public let server: LoopbackServer
    }

    /// In the order of `Outlet.all`.
    public let desks: [Desk]
    /// All articles as they were at the start.
    public let articles: [InventedArticle]
    private let state: Lock<NewsroomState>

    /// Opens eight free ports and serves at once.
    ///
    /// - Parameters:
    ///   - now: the moment the articles are dated before; fixed for the newsroom's life.
    ///   - slowness: how long the slow outlet takes to answer.
    /// - Throws: `DocumentProblem` for a mistake in an article's file, `LoopbackServerError` for a port.
    public static func start(now: Instant, slowness: Duration = .milliseconds(300)) async throws -> Newsroom {
        try Newsroom(now: now, slowness: slowness)
    }

    private init(now: Instant, slowness: Duration) throws {
        articles = try InventedArticle.all()
        let state = Lock(NewsroomState(now: now, articles: articles))
        self.state = state
        desks = try Outlet.all.map { outlet in
            let server = try LoopbackServer { request in
                state.withLock { $0 }.response(to: request, for: outlet)
            }
            state.withLock { state in
                state.authorities[outlet.id] = server.authority
                if outlet.isSlow { state.delays[outlet.id] = slowness }
            }
            return Desk(outlet: outlet, server: server)
        }
    }

    /// Closes all ports; see `LoopbackServer.stop()`.
    public func stop() {
        for desk in desks { desk.server.stop() }
    }

    /// What a crawler polls, as the files of Feeds/ would say it.
    public var sources: [Source] {
        desks.map { desk in
            Source(
                id: desk.outlet.id, outlet: desk.outlet.name, kind: desk.outlet.kind,
                url: desk.server.url(desk.outlet.listingPath), language: desk.outlet.language, status: .verified,
                fetch: desk.outlet.fetch)
        }
    }

    /// `127.0.0.1:PORT` of every outlet: the only addresses of this machine that a crawl in a test may reach.
    public var allowList: [String] { desks.map(\.server.authority) }

    /// The desk of an outlet by its id, such as `"pos-rekaan"`; nil for an id that no outlet has.
    public subscript(_ id: String) -> Desk? { desks.first { $0.outlet.id.value == id } }

    /// Where an article stands, once for each outlet that prints it, as its page names itself.
    public func urls(of article: InventedArticle) -> [String] {
        let state = state.withLock { $0 }
        return desks.filter { article.outlets.contains($0.outlet.id) }
            .compactMap { desk in state.edition(of: desk.outlet).stories.first { $0.article.id == article.id }?.url }
    }

    /// False where every outlet that prints the article forbids crawlers to read it.
    public func isOpen(_ article: InventedArticle) -> Bool {
        desks.contains { article.outlets.contains($0.outlet.id) && $0.outlet.allows(section: article.section) }
    }
}

/// Switches for tests. They act on the next request.
extension Newsroom {
    /// Adds an article, or replaces the one with the same id, in every outlet it names.
    public func publish(_ article: InventedArticle) {
        state.withLock { state in
            state.articles.removeAll { $0.id == article.id }
            state.articles.append(article)
        }
    }

    /// Takes an article out of feeds and pages; its page then answers 410.
    public func withdraw(_ id: String) {
        state.withLock { state in
            guard let index = state.articles.firstIndex(where: { $0.id == id }) else { return }
            state.withdrawn.append(state.articles.remove(at: index))
        }
    }

    /// Ruins the outlet's feed, or mends it.
    public func breakFeed(of outlet: SourceID, _ isBroken: Bool = true) {
        state.withLock { state in
            if isBroken { state.broken.insert(outlet) } else { state.broken.remove(outlet) }
        }
    }

    /// Makes every answer of the outlet late; zero makes it prompt.
    public func delay(_ outlet: SourceID, by delay: Duration) { state.withLock { $0.delays[outlet] = delay } }

    /// Answers every request to the outlet in this way, robots.txt included; nil brings the newspaper back.
    public func answer(_ outlet: SourceID, with response: LoopbackServer.Response?) {
        state.withLock { $0.overrides[outlet] = response }
    }

    /// The paths asked of an outlet so far, in their order.
    public func paths(askedOf outlet: SourceID) -> [String] {
        desks.first { $0.outlet.id == outlet }?.server.requests.map(\.target) ?? []
    }

    /// How often each status was answered so far, by all outlets together.
    public var statuses: [Int: Int] {
        desks.flatMap(\.server.exchanges).compactMap(\.status).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// Empties the records of all outlets.
    public func forgetRequests() {
        for desk in desks { desk.server.forget() }
    }
}
