import Glibc
public import Model

/// What tells the time and waits; tests put a clock of their own in its place.
public protocol Timekeeper: Sendable {
    func now() -> Instant

    /// - Throws: `CancellationError` where the task is cancelled meanwhile.
    func sleep(for span: TimeSpan) async throws(CancellationError)
}

/// The clock of the machine.
public struct SystemClock: Timekeeper {
    /// Holds nothing.
    public init() {}

    /// The time of day, which somebody may set.
    public func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// Waits by a clock that nobody can set.
    public func sleep(for span: TimeSpan) async throws(CancellationError) {
        do {
            try await Task.sleep(for: .milliseconds(max(0, span.milliseconds)))
        } catch {
            throw CancellationError()
        }
    }
}
