import ArgumentParser
import ChildProcess
import FoundationEssentials
import Glibc
import Model
import Storing
import Text

/// Pushes and exports while the program is killed again and again; then looks whether everything arrived, once.
struct Kills: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kills", abstract: "Push and export while the program is killed at random.")

    @Option(help: "How many prospects.") var prospects = 10_000
    @Option(help: "How many times the program is killed (SIGKILL).") var kills = 50
    @Option(help: "The longest time before a kill, in milliseconds.") var longest = 1500
    @Option(help: "Begins the row of random times.") var seed: UInt64 = 1

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pantau-kills-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let inbox = Inbox()
        try inbox.start()
        defer { inbox.stop() }
        var stage = try Stage(folder: folder, address: inbox.address)
        try await FilledDatabase.make(stage.database, count: prospects, at: .present - .hours(1))
        try await killRun(&stage)
        let (begun, before) = (ContinuousClock.now, inbox.seen.bodies.count)
        try await stage.finish(["referral", "push", "--test"])
        let took = ContinuousClock.now - begun
        try await stage.finish(["export", "--out", stage.out, "--plain", "--reason", "kills", "--test"])
        try await stage.confirmAll()
        try await report(stage, inbox.seen, pushed: inbox.seen.bodies.count - before, in: took)
    }

    private func killRun(_ stage: inout Stage) async throws {
        var random = Row(state: seed)
        for number in 1...max(1, kills) {
            // Every fifth dies over files.
            let arguments =
                number % 5 == 0
                ? ["export", "--out", stage.out, "--plain", "--reason", "kills", "--test"]
                : ["referral", "push", "--test"]
            try await stage.kill(arguments, after: .milliseconds(Int.random(in: 20...longest, using: &random)))
            // In the middle some cases change: their newer state must not be overtaken by the older.
            if number == kills / 2 { try await FilledDatabase.touch(stage.database, count: prospects / 10) }
        }
    }

    private func report(
        _ stage: Stage, _ seen: Inbox.Ledger, pushed: Int, in took: Duration
    ) async throws {
        var problems = seen.problems
        let store = try Store.open(stage.database, mode: .read)
        let (rows, revisions) = try await store.read { db in
            let rows = try db.prospects(ProspectQuery())
            return (rows, Dictionary(uniqueKeysWithValues: rows.map { ($0.id.description, Int64($0.revision)) }))
        }
        for row in rows where seen.revisions[row.id.description]?.last != revisions[row.id.description] {
            problems.append("\(row.ref) is not there in its last revision")
        }
        if rows.count != prospects { problems.append("\(rows.count) prospects, not \(prospects)") }
        let exports = try await store.read { db in try db.exports() }
        if exports.first?.confirmedAt == nil { problems.append("the last export is not confirmed") }
        let left = try FileManager.default.contentsOfDirectory(atPath: stage.out).count { $0.hasSuffix(".part") }
        let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        print(
            """
            \(prospects) prospects, killed \(stage.killed) times in the middle (\(stage.ended) runs had ended before)
            posts                 \(seen.posts), \(seen.posts - seen.bodies.count) of them repeated
            events stored         \(seen.bodies.count) of \(seen.revisions.count) prospects
            exports               \(exports.count), \(left) unfinished manifests left behind
            the last pass         \(pushed) events in \(Int(seconds * 1000)) ms, \(Int(Double(pushed) / max(seconds, 0.001))) a second
            memory                \(stage.peak >> 10) MB at most
            """)
        for problem in problems.prefix(20) { print("WRONG: \(problem)") }
        if !problems.isEmpty { throw ExitCode.failure }
    }
}

/// SplitMix64: the same times in every run with the same seed.
private struct Row: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
