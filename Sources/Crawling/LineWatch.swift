import Fetching
import Locking
import Model
import Scheduling

/// Puts failures to reach a host aside until it is known whose failure they are: the host's, or our own line's.
final class LineWatch: Sendable {
    private struct State {
        var detector = OutageDetector()
        var aside: [(result: PollResult, at: Instant)] = []
        var pausedUntil: Instant?
        var reached = 0
        var offline: Set<HostName> = []
    }

    enum Judgement: Hashable {
        /// A server answered, whatever it said.
        case keep
        case putAside
        /// Our line is down: nothing is counted against anybody, and nothing is tried until then.
        case outage(until: Instant)
    }

    private let state = Lock(State())

    /// After so long without an outage a failure is the host's own: the detector's window.
    static let patience = TimeSpan.minutes(2)

    func judge(_ result: PollResult, at now: Instant) -> Judgement {
        state.withLock { state in
            let isOffline = result.failedOnTheLine
            if isOffline {
                state.offline.insert(result.hostName)
                state.aside.append((result, now))
            } else {
                state.reached += 1
            }
            let attempt = OutageDetector.Attempt(
                source: result.source.id, host: result.hostName, at: now, failedOnTheLine: isOffline)
            switch state.detector.note(attempt) {
            case .online: return isOffline ? .putAside : .keep
            case .outage(let pause, let blameless):
                state.aside.removeAll { blameless.contains($0.result.source.id) }
                state.pausedUntil = now + pause
                return .outage(until: now + pause)
            }
        }
    }

    /// Until when nothing is to be tried; nil where the line is thought to be up.
    func pauseEnd(at now: Instant) -> Instant? {
        state.withLock { $0.pausedUntil.flatMap { now < $0 && $0 - now <= .minutes(10) ? $0 : nil } }
    }

    /// Whether our line was ever seen to be down, also where the pause is over by now.
    var wasDown: Bool { state.withLock { $0.pausedUntil != nil } }

    /// Takes out the failures that were put aside before `time`: they are the hosts' own.
    func takeAside(before time: Instant) -> [PollResult] {
        state.withLock { state in
            let ripe = state.aside.filter { $0.at < time }
            state.aside.removeAll { $0.at < time }
            return ripe.map(\.result)
        }
    }

    /// How many hosts could not be reached, where no other one could; nil where one was.
    var hostsOfflineAlone: Int? { state.withLock { $0.reached == 0 && !$0.offline.isEmpty ? $0.offline.count : nil } }
}
