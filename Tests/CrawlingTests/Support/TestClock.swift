import Fetching
import Locking
import Model

/// A clock that stands still until a test moves it; whoever waits is woken at once, as if the time had passed.
final class TestClock: Timekeeper {
    private let time: Lock<Instant>

    init(_ now: Instant) { time = Lock(now) }

    func now() -> Instant { time.withLock { $0 } }
    func set(_ now: Instant) { time.withLock { $0 = now } }
    func advance(by span: TimeSpan) { time.withLock { $0 = $0 + span } }

    func sleep(for span: TimeSpan) async throws(CancellationError) {
        guard !Task.isCancelled else { throw CancellationError() }
        advance(by: span)
    }
}
