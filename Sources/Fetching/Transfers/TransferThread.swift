import CCurl
import Glibc
import Locking

/// The one thread that touches libcurl, as the executor of the actor that owns it.
///
/// libcurl wants all calls on a multi handle to come from one thread; Swift wants an actor's state to be touched on its
/// executor. Here both are the same rule. Jobs run between two polls of the sockets; `curl_multi_wakeup` is the only
/// call that other threads make, and only under the lock, so that it never meets a handle that is gone.
final class TransferThread: SerialExecutor, @unchecked Sendable {
    private struct Inbox {
        var jobs: [UnownedJob] = []
        var isStopping = false
        /// nil once the thread has ended.
        var multi: UnsafeMutableRawPointer?
    }

    /// How long the thread sleeps where neither a job nor a socket wakes it. libcurl shortens it to its own timers.
    private static let longestPoll: Int32 = 1000

    /// The multi handle; nil where there was no memory for it, and then no transfer starts. Only to be used on this thread.
    let multi: UnsafeMutableRawPointer?
    private let inbox: Lock<Inbox>
    private let identity = Lock<pthread_t?>(nil)

    init() {
        multi = curl_multi_init()
        inbox = Lock(Inbox(multi: multi))
    }

    /// Starts the thread; call it once.
    ///
    /// - Parameter pump: called on the thread after each round of jobs and socket events.
    func start(pump: @escaping @Sendable () -> Void) {
        let start = Unmanaged.passRetained(ThreadStart { [self] in run(pump) })
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            }, start.toOpaque())
        precondition(code == 0, "no thread for transfers: error \(code)")
        pthread_detach(thread)
    }

    /// Ends the thread after the jobs it has; the multi handle is freed there.
    func stop() {
        inbox.withLock {
            $0.isStopping = true
            if let multi = $0.multi { curl_multi_wakeup(multi) }
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        inbox.withLock {
            $0.jobs.append(job)
            if let multi = $0.multi { curl_multi_wakeup(multi) }
        }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    func checkIsolated() {
        let isHere = identity.withLock { $0.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
        precondition(isHere, "not on the thread of the transfers")
    }

    private func run(_ pump: @Sendable () -> Void) {
        identity.withLock { $0 = pthread_self() }
        while true {
            let (jobs, isStopping) = inbox.withLock { inbox in
                defer { inbox.jobs = [] }
                return (inbox.jobs, inbox.isStopping)
            }
            for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
            if isStopping, jobs.isEmpty { break }
            pump()
            if multi == nil { usleep(10_000) }
            curl_multi_poll(multi, nil, 0, Self.longestPoll, nil)
        }
        inbox.withLock { $0.multi = nil }
        curl_multi_cleanup(multi)
    }
}

/// What a new thread is to do, as an object that a C pointer can name.
private final class ThreadStart {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
}
