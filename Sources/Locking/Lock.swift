import Glibc

/// A value that one thread at a time may touch.
///
/// Over `pthread_mutex_t`, not `Synchronization.Mutex`: on Linux ThreadSanitizer takes the futex inside that library
/// for a race. On the heap, because the address of a stored property is not fixed.
/// Unchecked: the compiler knows nothing of the mutex, under which alone the value is touched.
package final class Lock<Value>: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var value: Value

    package init(_ value: sending Value) {
        self.value = value
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Runs `body` alone with the value. `body` must not lock again.
    package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&value)
    }
}
