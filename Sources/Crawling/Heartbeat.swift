import Fetching
import Model
import Storing

/// Says every few seconds that a worker lives and how it fares, and hears whether it is asked to stop.
struct Heartbeat: Sendable {
    private let worker: Worker
    private let store: Store
    private let clock: any Timekeeper
    private let tally: Tally
    private let line: LineWatch

    /// By the clock on the wall, whatever clock the crawl goes by: the beat tells of the process.
    private static let interval = Duration.seconds(5)

    /// Makes the worker known, and forgets those that were killed days ago.
    init(
        of worker: Worker, in store: Store, clock: any Timekeeper, _ tally: Tally, _ line: LineWatch
    ) async throws {
        (self.worker, self.store, self.clock, self.tally, self.line) = (worker, store, clock, tally, line)
        let now = clock.now()
        try await store.write { db in try db.removeWorkers(silentSince: now - .days(1)) }
        _ = try await beat()
    }

    /// Beats until the task is cancelled.
    ///
    /// - Returns: true where somebody asked the worker to stop.
    func run() async -> Bool {
        while !Task.isCancelled {
            do {
                try await Task.sleep(for: Self.interval)
                if try await beat() { return true }
            } catch is CancellationError {
                return false
            } catch {
                // A store that fails for good fails at the next commit too; one that was busy is asked again.
                continue
            }
        }
        return false
    }

    /// The worker ends; hosts that it still had are free.
    func end() async throws {
        let (store, id) = (store, worker.id)
        try await Task { try await store.write { db in try db.resign(id) } }.value
    }

    private func beat() async throws -> Bool {
        var worker = worker
        let now = clock.now()
        (worker.sources, worker.finishedAt) = tally.progress
        (worker.beatAt, worker.pausedUntil) = (now, line.pauseEnd(at: now))
        let sign = worker
        return try await store.write { db in try db.beat(sign) } != nil
    }
}
