import Foundation
package import Glibc
import Locking

/// A program in a process of its own, started with posix_spawn.
///
/// Not Foundation's `Process`: on Linux its `run` reads past the end of a directory entry while it looks for open files
/// (seen once in CI, signal 11 in memcpy under `Process.run`), and a test suite with many open files meets that.
package final class ChildProcess: Sendable {
    /// Where one of the three standard streams leads.
    package enum Stream: Sendable {
        /// A file that is there; it is read as input and written from its beginning as output.
        case file(String)
        case descriptor(Int32)
    }

    /// How it ended: one of the two.
    package struct Ending: Hashable, Sendable {
        /// The exit code; nil where a signal ended it.
        package let exit: Int32?
        /// The signal; nil where it exited.
        package let signal: Int32?
    }

    package struct Failure: Error {
        package let command: String
        package let reason: String
    }

    package let id: pid_t
    private let state = Lock<Ending?>(nil)
    private let ended: AsyncStream<Void>

    /// Starts it.
    ///
    /// - Parameters:
    ///   - command: an absolute path and the arguments.
    ///   - environment: all of its environment.
    ///   - folder: what it is started in; nil for ours.
    package init(
        _ command: [String], environment: [String: String], folder: String? = nil, input: Stream, output: Stream,
        messages: Stream
    ) throws {
        let (ended, continuation) = AsyncStream.makeStream(of: Void.self)
        self.ended = ended
        id = try ChildProcess.spawn(
            command, environment, folder: folder,
            streams: [(input, O_RDONLY), (output, O_WRONLY), (messages, O_WRONLY)])
        Thread.detachNewThread { [state, id] in
            var status: Int32 = 0
            while waitpid(id, &status, 0) < 0, errno == EINTR {}
            state.withLock { $0 = Ending(status: status) }
            continuation.finish()
        }
    }

    package var isRunning: Bool { state.withLock { $0 == nil } }

    package func send(_ signal: Int32) {
        // Under the lock, so that a number that somebody else has by now is not meant.
        state.withLock { if $0 == nil { kill(id, signal) } }
    }

    /// Returns when it has ended.
    package func end() async -> Ending {
        for await _ in ended {}
        return state.withLock { $0 } ?? Ending(exit: nil, signal: nil)
    }

    private static func spawn(
        _ command: [String], _ environment: [String: String], folder: String?, streams: [(Stream, Int32)]
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, (stream, mode)) in streams.enumerated() {
            switch stream {
            case .file(let path): posix_spawn_file_actions_addopen(&actions, Int32(number), path, mode, 0o600)
            case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
            }
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Threads of ours have signals blocked, and some are ignored; the program is to start as a shell starts it.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        // posix_spawn's own change of folder is hidden from Swift; env makes it and becomes the program.
        let whole = folder.map { ["/usr/bin/env", "-C", $0] + command } ?? command
        let arguments = whole.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var id: pid_t = 0
        let code = posix_spawn(&id, whole[0], &actions, &attributes, arguments, variables)
        guard code == 0 else { throw Failure(command: command[0], reason: String(cString: strerror(code))) }
        return id
    }
}

extension ChildProcess.Ending {
    /// wait(2): the low seven bits are the signal, the next byte is the exit code.
    fileprivate init(status: Int32) {
        let signal = status & 0x7F
        self.init(exit: signal == 0 ? status >> 8 & 0xFF : nil, signal: signal == 0 ? nil : signal)
    }
}
