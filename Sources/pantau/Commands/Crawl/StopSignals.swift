import Dispatch
import Locking

#if canImport(Glibc)
    import Glibc
#endif

/// Turns the signals that ask a program to end into a call, so that it can keep what it has. The second one ends it.
final class StopSignals: Sendable {
    private let state = Lock<(sources: [any DispatchSourceSignal], name: String?)>(([], nil))

    private static let names: [(Int32, String)] = [(SIGTERM, "SIGTERM"), (SIGINT, "SIGINT"), (SIGHUP, "SIGHUP")]

    /// - Parameter stop: called once, on a queue of its own.
    init(_ stop: @escaping @Sendable () -> Void) {
        for (number, name) in StopSignals.names {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [weak self] in
                guard let self else { return }
                let isFirst = state.withLock { state in
                    defer { state.name = state.name ?? name }
                    return state.name == nil
                }
                if isFirst {
                    stop()
                } else {
                    _exit(128 + number)
                }
            }
            source.resume()
            state.withLock { $0.sources.append(source) }
        }
    }

    /// The first signal that came; nil while none did.
    var received: String? { state.withLock { $0.name } }

    /// Lets the signals end the program again.
    func ignore() {
        state.withLock { state in
            for source in state.sources { source.cancel() }
            state.sources = []
        }
        for (number, _) in StopSignals.names { signal(number, SIG_DFL) }
    }
}
