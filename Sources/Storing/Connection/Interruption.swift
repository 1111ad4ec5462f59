import CSQLite
import Locking

/// Cancels what a connection runs, from any thread, and only for the job that was cancelled.
///
/// Jobs of one store follow one another on its queue. A job that waits and is cancelled must not stop the one that
/// runs, so the handle is touched only under the lock and only while that very job runs.
final class Interruption: Sendable {
    private let lock = Lock(State())

    private struct State {
        var handle: OpaquePointer?
        var running: Int?
        var isRequested = false
        var last = 0
    }

    init(handle: OpaquePointer) { lock.withLock { $0.handle = handle } }

    /// A number for the next job.
    func makeJob() -> Int {
        lock.withLock {
            $0.last += 1
            return $0.last
        }
    }

    func begin(_ job: Int) { lock.withLock { ($0.running, $0.isRequested) = (job, false) } }
    func end() { lock.withLock { ($0.running, $0.isRequested) = (nil, false) } }

    /// Lets what follows run to its end even so: a rollback must not be cancelled.
    func ignore() { lock.withLock { $0.isRequested = false } }

    func request(for job: Int) {
        lock.withLock {
            guard $0.running == job else { return }
            $0.isRequested = true
            if let handle = $0.handle { sqlite3_interrupt(handle) }
        }
    }

    /// After this the handle may be freed.
    func close() { lock.withLock { $0.handle = nil } }

    var isRequested: Bool { lock.withLock { $0.isRequested } }
}
