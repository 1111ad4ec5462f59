import Dispatch
import Glibc
import Locking

/// Something that happened at the terminal.
public enum TerminalEvent: Hashable, Sendable {
    /// Those that came together, in their order; a fast hand and a script send several at once.
    case keys([Key])
    /// The window has another size.
    case resized
    /// Somebody asks the program to end (SIGTERM, SIGINT, SIGHUP, SIGQUIT), by the signal's number.
    case stopped(Int32)
    /// Somebody asks it to pause (SIGTSTP).
    case suspended
    /// Nothing came for a while.
    case idle
    /// The terminal is gone.
    case closed
}

/// Keys and signals in the order in which they came, as one stream.
///
/// A thread of its own waits for both, so that no cooperative thread is blocked.
public final class TerminalInput: Sendable {
    /// Ends after ``TerminalEvent/closed``.
    public let events: AsyncStream<TerminalEvent>
    private let continuation: AsyncStream<TerminalEvent>.Continuation
    private let isStopped = Lock(false)

    /// After so long without a byte an Escape is the key and not the beginning of an arrow (over SSH one sequence may
    /// come in two packets, and these are sent within a few milliseconds of each other).
    private static let escapeWait: Int32 = 40

    /// - Parameters:
    ///   - descriptor: of the terminal.
    ///   - idle: after how many milliseconds without a key ``TerminalEvent/idle`` comes.
    public init(of descriptor: Int32 = 0, idle: Int32 = 20_000) {
        (events, continuation) = AsyncStream.makeStream(of: TerminalEvent.self)
        let (isStopped, continuation) = (isStopped, continuation)
        SignalPipe.open()
        let reader = Reader(descriptor: descriptor, idle: idle)
        let thread = DispatchQueue(label: "pantau.keys")
        thread.async {
            reader.run { event in
                continuation.yield(event)
                return !isStopped.withLock { $0 }
            }
            continuation.finish()
        }
    }

    /// No key is read any more but the one that is waited for; the signals end the program again.
    public func stop() {
        isStopped.withLock { $0 = true }
        SignalPipe.close()
        continuation.finish()
    }

    /// Stops the whole job until somebody brings it back, as the shell's own ^Z does. A signal that asks the program to
    /// end does so meanwhile, at once: the caller has given everything back before.
    public static func pause() { SignalPipe.pause() }

    /// Waits for bytes, and makes keys of them.
    private struct Reader: Sendable {
        let descriptor: Int32
        let idle: Int32

        /// - Parameter report: false ends the reading.
        func run(_ report: (TerminalEvent) -> Bool) {
            var decoder = KeyDecoder()
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                var waiting = [
                    pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                    pollfd(fd: SignalPipe.reader, events: Int16(POLLIN), revents: 0),
                ]
                let ready = poll(&waiting, 2, decoder.isInside ? TerminalInput.escapeWait : idle)
                if ready < 0, errno == EINTR { continue }
                if ready == 0 {
                    let keys = decoder.flush()
                    guard report(keys.isEmpty ? .idle : .keys(keys)) else { return }
                    continue
                }
                if waiting[1].revents != 0 {
                    for event in SignalPipe.take().map(TerminalEvent.init(signal:)) {
                        guard report(event) else { return }
                    }
                    continue
                }
                let count = read(descriptor, &buffer, buffer.count)
                if count < 0, errno == EINTR || errno == EAGAIN { continue }
                guard ready > 0, count > 0 else {
                    _ = report(.closed)
                    return
                }
                let keys = decoder.feed(buffer.prefix(count))
                guard keys.isEmpty || report(.keys(keys)) else { return }
            }
        }
    }
}

extension TerminalEvent {
    fileprivate init(signal: Int32) {
        self =
            switch signal {
            case SIGTSTP: .suspended
            case SIGWINCH: .resized
            default: .stopped(signal)
            }
    }
}
