public import Model

/// Why the next poll of a source is when it is.
public enum NextPollReason: Hashable, Sendable {
    /// It was never polled.
    case firstPoll
    /// As its news comes.
    case learnt
    /// The document or its headers ask for more time.
    case hint
    /// Sooner than usual: not one item of the last document was known.
    case gap
    /// `every` in its file.
    case every
    /// `cron` in its file.
    case cron
    /// It failed so many times in a row.
    case backingOff(failures: Int)
    /// Failed for so long that it is probed once a week.
    case asleep
    /// 410, which is to be confirmed on another day.
    case goneUnconfirmed
    /// 410 on three days: probed once a month.
    case gone
    /// robots.txt says no, and is asked every day.
    case robots
    /// The host asked for quiet.
    case hostBlocked(until: Instant)
    /// The host's name is not found; all its sources wait for one probe.
    case hostMissing
    /// Our own line was down.
    case outage

    /// A stable word for scripts and the store.
    public var kind: String {
        switch self {
        case .firstPoll: "first-poll"
        case .learnt: "learnt"
        case .hint: "hint"
        case .gap: "gap"
        case .every: "every"
        case .cron: "cron"
        case .backingOff: "backing-off"
        case .asleep: "asleep"
        case .goneUnconfirmed: "gone-unconfirmed"
        case .gone: "gone"
        case .robots: "robots"
        case .hostBlocked: "host-blocked"
        case .hostMissing: "host-missing"
        case .outage: "outage"
        }
    }
}
