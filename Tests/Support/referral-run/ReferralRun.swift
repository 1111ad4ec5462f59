import ArgumentParser
import FoundationEssentials
import Model
import Storing

/// `referral-run`: prospects in numbers, on their way through files and pushes; for adapters of suites and for measuring.
@main struct ReferralRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "referral-run", abstract: "Prospects in numbers.", subcommands: [Fill.self, Pending.self, Kills.self])
}

/// Makes a database.
struct Fill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a database with invented prospects.")

    @Argument(help: "The database to make.") var database: String
    @Argument(help: "How many prospects.") var count: Int

    func run() async throws {
        try await FilledDatabase.make(database, count: count, at: .present - .hours(1))
        print("\(count) prospects")
    }
}

/// Counts what has not arrived.
struct Pending: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "How many prospects a consumer has not acknowledged.")

    @Argument(help: "The database.") var database: String
    @Option(help: "The consumer.") var consumer = "suite"

    func run() async throws {
        let store = try Store.open(database, mode: .read)
        let count = try await store.read { [consumer] db in
            let arrived = Set(try db.deliveries([.delivered], for: consumer, limit: 1_000_000).map(\.prospect))
            return try db.prospects(ProspectQuery()).count { !arrived.contains($0.id) }
        }
        print(count)
    }
}

extension Instant {
    static var present: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
