import Dispatch
import Locking

#if canImport(Glibc)
    import Glibc
#endif

/// Turns the signals that ask a program to end into a call, so that it can keep what it has. The second one ends it.
final class StopSignals: Sendable {
    private struct State {
        var sources: [any DispatchSourceSignal] = []
        var number: Int32?
        var stop: (@Sendable () -> Void)?
    }

    private let state = Lock(State())

    private static let names: KeyValuePairs = [SIGTERM: "SIGTERM", SIGINT: "SIGINT", SIGHUP: "SIGHUP"]

    /// From now on the signals are caught.
    init() {
        for (number, _) in StopSignals.names {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [weak self] in
                guard let self else { return }
                let (isFirst, stop) = state.withLock { state in
                    defer { state.number = state.number ?? number }
                    return (state.number == nil, state.stop)
                }
                guard isFirst else { _exit(128 + number) }
                stop?()
            }
            source.resume()
            state.withLock { $0.sources.append(source) }
        }
    }

    /// - Parameter stop: called once, at the first signal, on a queue of its own; at once where it came already.
    func onStop(_ stop: @escaping @Sendable () -> Void) {
        let isLate = state.withLock { state in
            state.stop = stop
            return state.number != nil
        }
        if isLate { stop() }
    }

    /// The name of the first signal that came; nil while none did.
    var received: String? { number.flatMap { number in StopSignals.names.first { $0.key == number }?.value } }

    /// Its number.
    var number: Int32? { state.withLock { $0.number } }

    /// Lets the signals end the program again.
    func ignore() {
        state.withLock { state in
            for source in state.sources { source.cancel() }
            state.sources = []
        }
        for (number, _) in StopSignals.names { signal(number, SIG_DFL) }
    }
}
