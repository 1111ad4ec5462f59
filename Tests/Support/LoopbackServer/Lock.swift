import Foundation

/// A value that one thread at a time may touch.
///
/// Over `NSLock`, not `Synchronization.Mutex`: on Linux ThreadSanitizer takes the futex inside that library for a race.
package final class Lock<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    package init(_ value: Value) { self.value = value }

    /// Runs `body` alone with the value. `body` must not lock again.
    package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value)
    }
}
