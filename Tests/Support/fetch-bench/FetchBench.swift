import ArgumentParser
import Fetching
import Model
import Reading

/// Fetches the addresses on standard input, one a line, and does nothing with them: what the engine alone costs.
@main
struct FetchBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch-bench",
        abstract: "Fetch the addresses on standard input, one a line, and count the bytes. See Benchmarks/README.md.")

    @Option(help: "How many transfers run at one time.")
    var inFlight = 64

    @Option(help: "A host:port that may be fetched although its address is not public; may be repeated.")
    var allowHost: [String] = []

    func run() async throws {
        guard let agent = UserAgent(version: "0", contact: "") else { throw ExitCode.failure }
        let fetcher = Fetcher(as: agent, allowing: try AllowList(allowHost), inFlight: inFlight)
        var (pages, bytes) = (0, 0)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<inFlight { try Self.admit(to: &group, of: fetcher) }
            while let size = try await group.next() {
                (pages, bytes) = (pages + 1, bytes + size)
                try Self.admit(to: &group, of: fetcher)
            }
        }
        print("\(pages) pages, \(bytes) bytes")
    }

    /// Starts the next fetch, where there is one.
    private static func admit(to group: inout ThrowingTaskGroup<Int, any Error>, of fetcher: Fetcher) throws {
        guard let line = readLine() else { return }
        guard let url = WebURL(line) else { throw ValidationError("no address: \(line)") }
        group.addTask {
            let response = try await fetcher.fetch(FetchRequest(url, as: .page))
            guard response.status == 200 else { throw ValidationError("\(line): status \(response.status)") }
            return response.body.count
        }
    }
}
