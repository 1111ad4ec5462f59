public import Model

/// What the schedule remembers of a source between two polls. Every member is a plain value that a store can keep.
public struct SourceState: Hashable, Sendable {
    /// When it is due.
    public var nextAt: Instant
    /// Why then.
    public var reason: NextPollReason
    /// nil before the first poll.
    public var lastPollAt: Instant?
    /// The last poll that brought a document or the news that it has not changed.
    public var lastSuccessAt: Instant?
    /// The last poll that brought a new item.
    public var lastItemAt: Instant?
    /// When its silence was told to the operator; nil again after the next item.
    public var silenceNotedAt: Instant?
    /// How many items it brings at which hour.
    public var rate: LearntRate
    /// How many items it brought on which day.
    public var volume: DailyVolume
    /// Sum of the failures' weights since the last success; 0 or more.
    public var failureWeight: Double
    /// Failed polls since the last success, whatever their weight.
    public var failuresInARow: Int
    /// Answers of 403 in a row: the fifth counts fully.
    public var forbiddenInARow: Int
    /// What keeps it from being read; nil where it is well.
    public var trouble: Trouble?
    /// What is remembered of its last document.
    public var memory: DocumentMemory
    /// Where it is polled, and was before.
    public var address: SourceAddress
    /// A permanent redirect that was seen, but not often enough to be believed.
    public var move: Sightings?
    /// Answers of 410, until they are often enough to be believed.
    public var gone: Sightings?
    /// Where it may lie now; nil where it is read, or nobody has found anything.
    public var suggestion: AddressSuggestion?

    /// A source that was never polled.
    ///
    /// - Parameter nextAt: see `firstPoll`.
    public init(nextAt: Instant) {
        (self.nextAt, reason) = (nextAt, .firstPoll)
        (rate, volume, memory, address) = (LearntRate(), DailyVolume(), DocumentMemory(), SourceAddress())
        (failureWeight, failuresInARow, forbiddenInARow) = (0, 0, 0)
    }

    /// Whether the source is to be polled now.
    ///
    /// A time that no plan can have made (over 30 days ahead, or after a poll in the future) was written while the
    /// machine's clock was wrong: the source is due, or it would not be polled for years.
    public func isDue(at now: Instant) -> Bool {
        nextAt <= now || nextAt - now > .days(31) || (lastPollAt.map { $0 - now > .minutes(5) } ?? false)
    }

    /// When a new source is polled first: at a time of its own within `spread`, so that a thousand sources that were
    /// added together do not all fire in one minute. The same source gets the same time.
    public static func firstPoll(of source: SourceID, after now: Instant, spreadOver spread: TimeSpan) -> Instant {
        // FNV-1a: Swift's own hash differs from run to run.
        let hash = source.value.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let width = UInt64(max(1, spread.milliseconds))
        return now + TimeSpan(milliseconds: Int64(hash % width))
    }
}

/// What keeps a source from being read, in the words in which a person is told.
public struct Trouble: Hashable, Sendable {
    /// The states that a person is told.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case failing
        /// Failed so long that it is only probed every week.
        case asleep
        /// 401 and 407: somebody has to ask for access.
        case needsAccess
        /// A page that wants a browser or a person.
        case challenge
        /// robots.txt says no.
        case denied
        /// 410, seen but not yet confirmed, or confirmed: then `SourceState.gone` says so.
        case gone
        /// 451
        case withheld
    }

    /// What it is now.
    public var kind: Kind
    /// When the source was last well, or first polled: a change of kind does not begin it anew.
    public var since: Instant

    /// Trouble that began at `since`.
    public init(_ kind: Kind, since: Instant) { (self.kind, self.since) = (kind, since) }
}

/// How often and on how many days the same was seen.
public struct Sightings: Hashable, Sendable {
    /// What was seen: the address of a move; empty for 410.
    public var what: String
    /// 1 or more.
    public var count: Int
    /// Different days of Malaysia's clock.
    public var days: Int
    /// When it was seen first.
    public var first: Instant
    /// When it was seen last.
    public var last: Instant

    /// The first sighting.
    public init(of what: String, at now: Instant) {
        (self.what, count, days, first, last) = (what, 1, 1, now, now)
    }

    /// What a store kept.
    public init(what: String, count: Int, days: Int, first: Instant, last: Instant) {
        (self.what, self.count, self.days, self.first, self.last) = (what, count, days, first, last)
    }

    /// The same with one sighting more; begun anew where something else was seen.
    func adding(_ what: String, at now: Instant) -> Sightings {
        guard what == self.what else { return Sightings(of: what, at: now) }
        var copy = self
        copy.count += 1
        if CivilTime(now).isoDay != CivilTime(last).isoDay { copy.days += 1 }
        copy.last = now
        return copy
    }
}
