import Foundation
import Model
import Newsroom

/// A machine on which a newsroom was crawled to its end; made once, and copied for each test that needs one.
struct Crawled: Sendable {
    let machine: Machine
    /// What the crawl said.
    let ending: Ending
    /// Its `--summary` file.
    let summary: Data
    /// What a careful reader says of each article.
    let labels: String
    let articles: [InventedArticle]

    private static let once = Task {
        let newsroom = try await Newsroom.start(now: .present, slowness: .zero)
        defer { newsroom.stop() }
        let machine = try Machine()
        try machine.configure(for: newsroom)
        let ending = try await machine.pantau(
            "crawl", "--log-format", "json", "--summary", machine.path("summary.json"))
        return Crawled(
            machine: machine, ending: ending,
            summary: try Data(contentsOf: URL(filePath: machine.path("summary.json"))),
            labels: newsroom.labelsJSONL, articles: newsroom.articles)
    }

    /// The one crawl that all tests look at; nothing may be changed on its machine.
    static var shared: Crawled { get async throws { try await once.value } }

    /// A machine of one's own on which that crawl was done.
    static func machine() async throws -> Machine { try Machine(copyOf: try await shared.machine) }
}

extension Instant {
    static var present: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
