/// A point in time, in milliseconds since 1970-01-01T00:00:00Z. Leap seconds do not exist, as in POSIX.
public struct Instant: Hashable, Comparable, Sendable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }
    public init(seconds: Int64) { self.milliseconds = seconds * 1000 }

    /// Whole seconds since 1970, rounded down.
    public var seconds: Int64 { milliseconds.floorDivided(by: 1000) }

    public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
    public static func + (a: Instant, b: TimeSpan) -> Instant {
        Instant(milliseconds: a.milliseconds + b.milliseconds)
    }
    public static func - (a: Instant, b: TimeSpan) -> Instant { Instant(milliseconds: a.milliseconds - b.milliseconds) }
    public static func - (a: Instant, b: Instant) -> TimeSpan {
        TimeSpan(milliseconds: a.milliseconds - b.milliseconds)
    }
}

/// A length of time in milliseconds; may be negative.
public struct TimeSpan: Hashable, Comparable, Sendable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func seconds(_ n: Int64) -> TimeSpan { TimeSpan(milliseconds: n * 1000) }
    public static func minutes(_ n: Int64) -> TimeSpan { .seconds(n * 60) }
    public static func hours(_ n: Int64) -> TimeSpan { .minutes(n * 60) }
    public static func days(_ n: Int64) -> TimeSpan { .hours(n * 24) }

    public static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.milliseconds < b.milliseconds }
    public static func + (a: TimeSpan, b: TimeSpan) -> TimeSpan {
        TimeSpan(milliseconds: a.milliseconds + b.milliseconds)
    }
    public static func - (a: TimeSpan, b: TimeSpan) -> TimeSpan {
        TimeSpan(milliseconds: a.milliseconds - b.milliseconds)
    }
    public static func * (a: TimeSpan, factor: Double) -> TimeSpan {
        TimeSpan(milliseconds: Int64(Double(a.milliseconds) * factor))
    }
    /// How often `b` fits into `a`.
    public static func / (a: TimeSpan, b: TimeSpan) -> Double { Double(a.milliseconds) / Double(b.milliseconds) }
}

extension Int64 {
    package func floorDivided(by d: Int64) -> Int64 { self >= 0 ? self / d : -((d - 1 - self) / d) }
}
