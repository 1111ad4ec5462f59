import LoopbackServer
import Model

/// All that may change while the newsroom runs; a copy of it answers a request.
struct NewsroomState: Sendable {
    let now: Instant
    var articles: [InventedArticle]
    var withdrawn: [InventedArticle] = []
    var authorities: [SourceID: String] = [:]
    var delays: [SourceID: Duration] = [:]
    var broken: Set<SourceID> = []
    var overrides: [SourceID: LoopbackServer.Response] = [:]

    init(now: Instant, articles: [InventedArticle]) { (self.now, self.articles) = (now, articles) }

    func edition(of outlet: Outlet) -> Edition {
        Edition(of: outlet, at: authorities[outlet.id] ?? "127.0.0.1", articles: articles, now: now)
    }

    func response(to request: LoopbackServer.Request, for outlet: Outlet) -> LoopbackServer.Response {
        if let override = overrides[outlet.id] { return override }
        var response = document(request, of: outlet).map { $0.response(to: request) } ?? missing(request, outlet)
        response.delay = delays[outlet.id] ?? .zero
        return response
    }

    private func document(_ request: LoopbackServer.Request, of outlet: Outlet) -> ServedDocument? {
        let edition = edition(of: outlet)
        let newest = edition.stories.first?.published ?? now
        switch request.path {
        case "/robots.txt":
            return outlet.robots.map { robots in
                let text = robots.replacing("{host}", with: edition.authority)
                return ServedDocument("text/plain", text, modified: now - .days(300))
            }
        case outlet.listingPath:
            let (type, body) = edition.listing()
            let bytes = broken.contains(outlet.id) ? edition.broken(body) : body
            return ServedDocument(type: type, body: bytes, modified: newest)
        case Edition.newsSitemapPath where outlet.listing == .newsSitemap:
            return ServedDocument("application/xml", edition.newsSitemap(), modified: newest)
        case Edition.staticSitemapPath where outlet.listing == .newsSitemap:
            return ServedDocument("application/xml", edition.staticSitemap(), modified: now - .days(300))
        case "/about": return ServedDocument("text/html", edition.aboutPage(), modified: now - .days(300))
        default: return page(request, in: edition)
        }
    }

    private func page(_ request: LoopbackServer.Request, in edition: Edition) -> ServedDocument? {
        let type = "text/html; charset=utf-8"
        for story in edition.stories {
            if story.isAsked(by: request) {
                return ServedDocument(type, edition.page(of: story), modified: story.published)
            }
            if edition.outlet.layout == .stateEdition, request.path == "/amp" + story.path {
                return ServedDocument(type, edition.ampPage(of: story), modified: story.published)
            }
        }
        return nil
    }

    private func missing(_ request: LoopbackServer.Request, _ outlet: Outlet) -> LoopbackServer.Response {
        let gone = Edition(
            of: outlet, at: authorities[outlet.id] ?? "127.0.0.1", articles: withdrawn, now: now)
        let isGone = gone.stories.contains { $0.isAsked(by: request) }
        return .text("Tiada / not here", status: isGone ? 410 : 404)
    }
}

extension Story {
    /// A query that only counts readers makes no difference; one that names the article does.
    fileprivate func isAsked(by request: LoopbackServer.Request) -> Bool {
        path == request.path || path == request.target
    }
}

/// A body with its validators, which answers conditional requests.
struct ServedDocument {
    let type: String
    let body: [UInt8]
    let modified: Instant

    init(type: String, body: [UInt8], modified: Instant) {
        (self.type, self.body, self.modified) = (type, body, modified)
    }

    init(_ type: String, _ text: String, modified: Instant) {
        self.init(type: type, body: Array(text.utf8), modified: modified)
    }

    /// RFC 9110, 13.2.2: where both validators come, the ETag decides and the date is not looked at.
    func response(to request: LoopbackServer.Request) -> LoopbackServer.Response {
        let etag = "\"\(String(Markup.hash(body), radix: 16))\""
        let date = PrintedDate(modified).http
        let validators = [LoopbackServer.Field("ETag", etag), LoopbackServer.Field("Last-Modified", date)]
        let isUnchanged = request["if-none-match"].map { $0 == etag } ?? (request["if-modified-since"] == date)
        if isUnchanged { return .init(status: 304, fields: validators) }
        return .init(fields: [LoopbackServer.Field("Content-Type", type)] + validators, body: .bytes(body))
    }
}
