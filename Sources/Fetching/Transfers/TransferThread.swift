import CCurl
import Glibc
import Locking

/// The one thread that touches libcurl, as the executor of the actor that owns it.
///
/// libcurl wants all calls on a multi handle to come from one thread; Swift wants an actor's state to be touched on its
/// executor. Here both are the same rule. Jobs run between two polls of the sockets; `curl_multi_wakeup` is the only
/// call that other threads make, and only under the lock, so that it never meets a handle that is gone.
/// Unchecked: the compiler cannot see that what is not under the lock is touched by the one thread alone.
final class TransferThread: SerialExecutor, @unchecked Sendable {
    private struct Inbox {
        var jobs: [UnownedJob] = []
        var isStopping = false
        /// Whether the thread waits for sockets, and has to be woken for a job.
        var isSleeping = false
        /// nil once the thread has ended.
        var multi: UnsafeMutableRawPointer?

        /// Waking costs two system calls: not for a thread that looks for jobs anyway.
        mutating func wake() {
            guard isSleeping, let multi else { return }
            isSleeping = false
            curl_multi_wakeup(multi)
        }
    }

    /// How long the thread sleeps where neither a job nor a socket wakes it. libcurl shortens it to its own timers.
    private static let longestPoll: Int32 = 1000
    /// With that many transfers in flight something always comes.
    private static let crowd = 8
    /// Then the thread rests for so many microseconds before it looks what came: a round asks every socket, and whoever
    /// makes one for each packet spends most of the time on asking. 2,000 pages with 64 in flight cost a quarter less.
    private static let gatheringRest: UInt32 = 1000

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
    /// - Parameter pump: called on the thread after each round of jobs and socket events; tells how many transfers run.
    func start(pump: @escaping @Sendable () -> Int) {
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
            $0.wake()
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        inbox.withLock {
            $0.jobs.append(job)
            $0.wake()
        }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    func checkIsolated() {
        let isHere = identity.withLock { $0.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
        precondition(isHere, "not on the thread of the transfers")
    }

    private func run(_ pump: @Sendable () -> Int) {
        identity.withLock { $0 = pthread_self() }
        var inFlight = 0
        while runJobs() {
            if multi == nil { usleep(10_000) }
            curl_multi_poll(multi, nil, 0, Self.longestPoll, nil)
            inbox.withLock { $0.isSleeping = false }
            if inFlight >= Self.crowd { usleep(Self.gatheringRest) }
            inFlight = pump()
        }
        inbox.withLock { $0.multi = nil }
        curl_multi_cleanup(multi)
    }

    /// Runs jobs until there is none, and those that came of them.
    ///
    /// - Returns: false where there will be none any more.
    private func runJobs() -> Bool {
        while true {
            let (jobs, isStopping) = inbox.withLock { inbox in
                defer { inbox.jobs = [] }
                inbox.isSleeping = inbox.jobs.isEmpty && !inbox.isStopping
                return (inbox.jobs, inbox.isStopping)
            }
            guard !jobs.isEmpty else { return !isStopping }
            for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
        }
    }
}

/// What a new thread is to do, as an object that a C pointer can name.
private final class ThreadStart {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
}
