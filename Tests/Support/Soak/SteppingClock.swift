import Fetching
import Locking
import Model

/// A clock that stands still until its owner moves it on; whoever sleeps wakes when its time has come.
final class SteppingClock: Timekeeper {
    private struct State {
        var now: Instant
        var lastID: UInt64 = 0
        var cancelled: Set<UInt64> = []
        var sleepers: [UInt64: (wake: Instant, answer: CheckedContinuation<Bool, Never>)] = [:]
    }

    private let state: Lock<State>

    init(_ now: Instant) { state = Lock(State(now: now)) }

    func now() -> Instant { state.withLock { $0.now } }

    /// Moves on and wakes those whose time has come.
    func advance(by span: TimeSpan) {
        let woken = state.withLock { state in
            state.now = state.now + span
            let due = state.sleepers.filter { $0.value.wake <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values.map(\.answer)
        }
        for answer in woken { answer.resume(returning: true) }
    }

    func sleep(for span: TimeSpan) async throws(CancellationError) {
        guard span > .seconds(0) else { return }
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        let isOver = await withTaskCancellationHandler {
            await withCheckedContinuation { answer in
                let isCancelled = state.withLock { state in
                    if state.cancelled.remove(id) != nil { return true }
                    state.sleepers[id] = (state.now + span, answer)
                    return false
                }
                if isCancelled { answer.resume(returning: false) }
            }
        } onCancel: {
            // It may come before the sleep itself.
            state.withLock { state in
                let sleeper = state.sleepers.removeValue(forKey: id)
                if sleeper == nil { state.cancelled.insert(id) }
                return sleeper
            }?.answer.resume(returning: false)
        }
        guard isOver, !Task.isCancelled else { throw CancellationError() }
    }
}
