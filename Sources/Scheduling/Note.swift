public import Model

/// What the operator should hear: each is said when it becomes true, not at every poll.
public enum Note: Hashable, Sendable {
    /// A source that worked has begun to fail.
    case beganToFail(FailureCause)
    /// A source in trouble is well again.
    case recovered(from: Trouble.Kind)
    /// Failed for so long that it is only probed once a week.
    case fellAsleep
    /// Somebody has to ask for access.
    case needsAccess
    case challenged
    case deniedByRobots
    /// 410 on three days.
    case goneForGood
    /// 451
    case withheld
    /// No item came for a time in which so many were to be expected.
    case silent(since: Instant, expected: Double)
    case unusualDay(DailyVolume.Surprise)
    /// No item of the last document was known: some may have been missed between two polls.
    case gap(new: Int)
    /// The permanent redirect was seen often enough: the source is polled there from now on, the old address is kept.
    case moved(to: String)
    /// A believed move led nowhere: the address of the source's file is polled again.
    case moveGivenUp(String)
    /// The server said "unchanged" when it was not; its word is not taken for 30 days.
    case falseUnchanged
    case hostBlocked(until: Instant)
    /// The host's name cannot be found any more.
    case hostMissing
}
