import Glibc

/// The signals of a terminal as bytes in a pipe, so that one thread waits for keys and signals alike.
///
/// A handler may do hardly more than write(2) (signal-safety(7)). Not libdispatch's signal sources: these block the signal
/// in the thread that took it, and a program that was sent SIGTSTP could not stop itself any more (seen in a test).
enum SignalPipe {
    /// Those that ask a program to end, and those that it must know of.
    static let stops = [SIGTERM, SIGINT, SIGHUP, SIGQUIT]
    private static let all = stops + [SIGTSTP, SIGWINCH]

    /// The end to wait for and read; -1 where the system has no descriptor left, then no signal is told.
    static var reader: Int32 { ends.read }

    static func open() {
        // Made here, before the first handler needs it.
        guard ends.write >= 0 else { return }
        for number in all { signal(number, caught) }
    }

    /// The signals do again what they do by themselves.
    static func close() { for number in all { signal(number, SIG_DFL) } }

    /// Stops the whole job until somebody brings it back, as the shell's own ^Z does. Meanwhile signals do what they do by
    /// themselves: one that asks the program to end, ends it.
    static func pause() {
        // First the others of the job (a shell that waits for us): the shell before the terminal sees a stopped job only
        // where all are stopped. Ourselves last and in this thread alone, so that this call returns when the job is back
        // and no signal is left over, which would stop it again.
        signal(SIGTSTP, SIG_IGN)
        kill(0, SIGTSTP)
        for number in all { signal(number, SIG_DFL) }
        var (stop, before) = (sigset_t(), sigset_t())
        sigemptyset(&stop)
        sigaddset(&stop, SIGTSTP)
        pthread_sigmask(SIG_UNBLOCK, &stop, &before)
        raise(SIGTSTP)
        pthread_sigmask(SIG_SETMASK, &before, nil)
        open()
    }

    /// The signals that came, each as often as it came.
    static func take() -> [Int32] {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(ends.read, &bytes, bytes.count)
        return bytes.prefix(max(0, count)).map(Int32.init)
    }
}

private let ends: (read: Int32, write: Int32) = {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return (-1, -1) }
    for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        // Full, it refuses: a handler must not wait.
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    return (ends[0], ends[1])
}()

private let caught: @convention(c) (Int32) -> Void = { number in
    let before = errno
    var byte = UInt8(truncatingIfNeeded: number)
    // A pipe that is full holds 65,536 signals that nobody has read: one more changes nothing.
    _ = write(ends.write, &byte, 1)
    errno = before
}
