import Foundation

/// Wakes every waiting thread at once: each polls the reading end of one pipe, and raising closes the writing end.
final class StopSignal: Sendable {
    private let reading: Descriptor
    private let writing: Descriptor

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw LoopbackServerError(call: "open a pipe", code: errno) }
        // A child process that inherited the writing end would keep the pipe open, and nobody would wake.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (reading, writing) = (Descriptor(ends[0]), Descriptor(ends[1]))
    }

    func raise() { writing.close() }

    /// - Returns: false when the server stops.
    func waitUntilReadable(_ socket: Descriptor) -> Bool { wait(for: socket, Int16(POLLIN), timeout: -1) }

    /// - Returns: false when the server stops.
    func waitUntilWritable(_ socket: Descriptor) -> Bool { wait(for: socket, Int16(POLLOUT), timeout: -1) }

    /// - Returns: false when the server stops before `duration` is over.
    func sleep(_ duration: Duration) -> Bool {
        let milliseconds = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
        guard milliseconds > 0 else { return true }
        return wait(for: nil, 0, timeout: Int32(clamping: milliseconds))
    }

    private func wait(for socket: Descriptor?, _ events: Int16, timeout: Int32) -> Bool {
        // poll skips entries whose descriptor is negative.
        var entries = [
            pollfd(fd: reading.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: socket?.number ?? -1, events: events, revents: 0),
        ]
        while poll(&entries, nfds_t(entries.count), timeout) < 0 && errno == EINTR {}
        return entries[0].revents == 0
    }
}
