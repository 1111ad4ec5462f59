import ArgumentParser
import FoundationEssentials
import Glibc
import Model
import Soak

/// `soak-run`: a day of a crawling service in minutes; prints what it has shown, and fails where something is wrong.
@main struct SoakCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "soak-run", abstract: "A simulated day of a service with thousands of sources.")

    @Option(help: "How many sources.") var sources = 10_000
    @Option(help: "On how many hosts.") var hosts = 2_000
    @Option(help: "How long, in simulated hours.") var hours: Int64 = 24
    @Option(help: "Services that share the database.") var workers = 2

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pantau-soak-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var soak = SoakRun(folder: folder)
        (soak.sources, soak.hosts, soak.hours, soak.workers) = (sources, hosts, hours, workers)
        let begun = ContinuousClock.now
        let report = try await soak.run { hour in
            // Into a file as well lines are to come as they are written.
            defer { fflush(nil) }
            print("hour \(hour.number): \(hour.polls) requests, \(hour.residentBytes >> 20) MB resident")
        }
        let (took, problems) = (ContinuousClock.now - begun, report.problems)
        print(
            """
            \(hours) hours with \(sources) sources on \(hosts) hosts, \(workers) services, in \(took.components.seconds) s
            requests              \(report.requests), \(report.articles) articles kept
            at once at one host   \(report.overlaps)
            shortest rest         \(report.shortestGap?.milliseconds ?? 0) ms
            leases lost, left     \(report.leasesLost), \(report.leftBehind)
            never polled          \(report.neverPolled)
            forgotten             \(report.forgotten)
            later than planned    median \(report.lateness(at: 0.5).milliseconds / 1000) s, 99 % within \
            \(report.lateness(at: 0.99).milliseconds / 1000) s, longest \(report.lateness(at: 1).milliseconds / 1000) s
            """)
        for problem in problems { print("WRONG: \(problem)") }
        if !problems.isEmpty { throw ExitCode.failure }
    }
}
