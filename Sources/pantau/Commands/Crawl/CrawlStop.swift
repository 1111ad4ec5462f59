import ArgumentParser
import Model
import Storing

struct CrawlStop: PantauCommand {
    static let permission = Permission.crawl
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Ask every crawl of this database to end, and wait for it.",
        discussion: "They end within ten seconds, also on other machines; what was read is kept.")

    @OptionGroup var global: GlobalOptions

    /// A crawl hears of it at its next beat, within 5 s, and has 10 s to end.
    private static let patience = 16

    func run(_ context: Context) async throws {
        let store = try context.store(.writing)
        let now = context.now
        let asked = try await store.write { db in
            try db.askWorkersToStop(at: now)
            return try db.workers().filter { $0.isAlive(at: now) }
        }
        var left = asked
        for _ in 0..<(Self.patience * 5) where !left.isEmpty {
            try await Task.sleep(for: .milliseconds(200))
            let ids = Set(try await store.read { db in try db.workers() }.map(\.id))
            left = asked.filter { ids.contains($0.id) }
        }
        guard left.isEmpty else {
            let names = left.map { "\($0.process) @ \($0.machine)" }.joined(separator: ", ")
            throw CommandFailure(.stillCrawling(left.count, pids: names))
        }
        context.output.say(.crawlsStopped(asked.count))
    }
}
