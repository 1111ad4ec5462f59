import Locking
import LoopbackServer
import Model
import Text

/// The feeds of thousands of invented outlets behind one server: each brings items at a pace of its own, more by day than
/// by night, and shows the newest twenty. Notes for every host when its requests began and ended.
final class Press: Sendable {
    private struct Traffic {
        var running = 0
        var lastEnd: Instant?
    }

    private struct State {
        var hosts: [String: Traffic] = [:]
        var overlaps = 0
        var shortestGap: TimeSpan?
        var requests = 0
    }

    let server: LoopbackServer
    private let clock: SteppingClock
    private let state = Lock(State())

    init(clock: SteppingClock) throws {
        self.clock = clock
        let box = Lock<Press?>(nil)
        server = try LoopbackServer { request in
            box.withLock { $0 }?.answer(request) ?? .text("not yet", status: 503)
        }
        box.withLock { $0 = self }
    }

    /// Requests, requests that met another one at their host, and the shortest rest between two at one host.
    var figures: (requests: Int, overlaps: Int, shortestGap: TimeSpan?) {
        state.withLock { ($0.requests, $0.overlaps, $0.shortestGap) }
    }

    private func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        let host = request["host"] ?? "?"
        let begun = clock.now()
        state.withLock { state in
            state.requests += 1
            let traffic = state.hosts[host, default: Traffic()]
            if traffic.running > 0 { state.overlaps += 1 }
            if let end = traffic.lastEnd { state.shortestGap = min(state.shortestGap ?? begun - end, begun - end) }
            state.hosts[host, default: Traffic()].running += 1
        }
        let response = document(request, at: begun)
        let ended = clock.now()
        state.withLock { state in
            state.hosts[host]?.running -= 1
            state.hosts[host]?.lastEnd = ended
        }
        return response
    }

    private func document(_ request: LoopbackServer.Request, at now: Instant) -> LoopbackServer.Response {
        guard request.path.hasPrefix("/feed-"), let number = Int(request.path.dropFirst(6)) else {
            return .text("none", status: 404)
        }
        let pace = Pace(of: number)
        let newest = pace.items(until: now)
        let etag = LoopbackServer.Field("ETag", "\"\(newest)\"")
        if request["if-none-match"] == etag.value { return .init(status: 304, fields: [etag]) }
        let items = (max(1, newest - 19)...max(1, newest)).reversed().map { item in
            "<item><guid>\(number)-\(item)</guid><link>/berita-\(number)-\(item)</link><title>Berita \(item) dari akhbar "
                + "\(number)</title><description>Mesyuarat ke-\(item) membincangkan jalan dan padang.</description></item>"
        }
        return .text(
            "<rss version=\"2.0\"><channel><title>Akhbar \(number)</title>\(items.joined())</channel></rss>",
            type: "application/rss+xml", fields: [etag])
    }
}

/// How fast one outlet writes: from one item in two days to 64 a day, most of it between 6 and 22 o'clock.
private struct Pace {
    private let perDay: Double

    init(of number: Int) { perDay = [0.5, 1, 2, 4, 6, 10, 20, 64][number % 8] }

    /// How many items there were since 2026 began.
    func items(until now: Instant) -> Int {
        let days = Double(now.milliseconds - 1_767_196_800_000) / 86_400_000
        let whole = days.rounded(.down)
        let ofDay = min(max((days - whole) * 1.5 - 0.25, 0), 1)
        return Int((whole + ofDay) * perDay)
    }
}
