import Locking
import LoopbackServer
import Model

/// A newspaper with one feed and a page for each item, which a test edits and breaks.
final class Outlet: Sendable {
    struct Item: Sendable {
        var id: String
        var title: String
        var text: String
    }

    private struct State {
        var items: [Item] = []
        var answers: [String: LoopbackServer.Response] = [:]
        var edition = 1
    }

    let id: SourceID
    let server: LoopbackServer
    private let state: Lock<State>

    init(_ name: String, items: [Item]) throws {
        guard let id = SourceID(name) else { preconditionFailure("\(name) is no source") }
        self.id = id
        let state = Lock(State(items: items))
        self.state = state
        server = try LoopbackServer { request in state.withLock { Outlet.answer(request, $0) } }
    }

    /// What a crawler polls.
    func source(every: TimeSpan? = nil, fetch: FetchRule = .all) -> Source {
        Source(
            id: id, outlet: "Akhbar \(id.value)", kind: .feed, url: server.url("/feed"), language: .malay, fetch: fetch,
            every: every)
    }

    /// Changes what is in print; the feed's validators change with it.
    func edit(_ change: @Sendable (inout [Item]) -> Void) {
        state.withLock {
            change(&$0.items)
            $0.edition += 1
        }
    }

    /// Answers requests for a path in this way; nil as before.
    func answer(_ path: String, with response: LoopbackServer.Response?) {
        state.withLock { $0.answers[path] = response }
    }

    /// The paths that were asked for since the last `forget`, robots.txt left out.
    var asked: [String] { server.requests.map(\.path).filter { $0 != "/robots.txt" } }
    func forget() { server.forget() }

    /// The feed as it is now.
    var feed: String { state.withLock { Outlet.feed($0) } }

    private static func answer(_ request: LoopbackServer.Request, _ state: State) -> LoopbackServer.Response {
        if let answer = state.answers[request.path] { return answer }
        let etag = LoopbackServer.Field("ETag", "\"\(state.edition)\"")
        switch request.path {
        case "/feed":
            if request["If-None-Match"] == etag.value { return .init(status: 304, fields: [etag]) }
            return .text(feed(state), type: "application/rss+xml", fields: [etag])
        case _:
            guard let item = state.items.first(where: { "/\($0.id)" == request.path }) else {
                return .text("none", status: 404)
            }
            return .text(page(item), type: "text/html; charset=utf-8")
        }
    }

    private static func feed(_ state: State) -> String {
        let items = state.items.map { item in
            "<item><guid>\(item.id)</guid><link>/\(item.id)</link><title>\(item.title)</title>"
                + "<description>\(item.text.prefix(90))</description></item>"
        }
        return "<rss version=\"2.0\"><channel><title>A</title>\(items.joined())</channel></rss>"
    }

    private static func page(_ item: Item) -> String {
        let paragraphs = item.text.split(separator: "\n").map { "<p>\($0)</p>" }
        return "<!doctype html><html lang=ms><head><title>\(item.title)</title></head><body><article>"
            + "<h1>\(item.title)</h1>\(paragraphs.joined())</article></body></html>"
    }
}

extension Outlet.Item {
    /// A lead by any reading.
    static let fire = Outlet.Item(
        id: "kebakaran", title: "Rumah hangus, ibu tunggal lima anak tinggal sehelai sepinggang",
        text: """
            KLANG: Seorang ibu tunggal, Rekaan Contoh, 41, bersama lima anaknya tinggal sehelai sepinggang selepas rumah \
            mereka di Kampung Rekaan musnah dalam kebakaran malam tadi.
            Rekaan berkata, dia hilang pekerjaan sejak tiga bulan lalu dan kini menumpang di rumah jiran bersama \
            anak-anaknya.
            "Saya merayu bantuan orang ramai kerana kami tidak mempunyai apa-apa lagi," katanya.
            """)

    static let fall = Outlet.Item(
        id: "jatuh", title: "Buruh binaan patah tulang belakang jatuh dari tingkat tiga, keluarga merayu bantuan",
        text: """
            SEREMBAN: Seorang buruh binaan, Contoh Rekaan, 34, patah tulang belakang selepas jatuh dari tingkat tiga \
            bangunan ketika bekerja.
            Isterinya berkata, suaminya kini lumpuh dan tidak lagi mampu bekerja menyara tiga anak mereka.
            Majikannya tidak mencarum PERKESO, katanya ketika ditemui di rumah mereka.
            """)

    /// A long article of no interest, with words of its own.
    static func filler(_ id: String, _ number: Int) -> Outlet.Item {
        let lines = (1...6).map {
            "IPOH: Mesyuarat ke-\(number) membincangkan perkara \(number * 7 + $0) dalam agenda tahun itu."
        }
        return Outlet.Item(
            id: id, title: "Mesyuarat kampung nombor \(number) selesai", text: lines.joined(separator: "\n"))
    }

    static let roadworks = Outlet.Item(
        id: "jalan", title: "Kerja menaik taraf jalan siap bulan depan",
        text: "IPOH: Kerja menaik taraf jalan dijangka siap bulan depan, kata jurucakap majlis.")
}
