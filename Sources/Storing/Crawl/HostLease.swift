public import Model

/// The right to send requests to a host until it ends. A result counts only while `attempt` is still the host's last.
public struct HostLease: Hashable, Sendable {
    public let host: HostName
    /// Counts the hands this host went through: the fencing number.
    public let attempt: Int
    /// The holder asks again before.
    public var until: Instant
}

/// A host that was leased, with what the holders before left behind.
public struct LeasedHost: Hashable, Sendable {
    public var lease: HostLease
    public var row: HostRow
}

/// What a holder leaves behind for the next one.
public struct HostRelease: Hashable, Sendable {
    public var lease: HostLease
    /// No request before: the rest after the last one.
    public var restUntil: Instant
    /// Until when the host asked for quiet meanwhile; nil where it did not.
    public var blockedUntil: Instant?
    /// When the first of its sources is due; nil leaves that as it is.
    public var nextAt: Instant?

    public init(_ lease: HostLease, restUntil: Instant, blockedUntil: Instant? = nil, nextAt: Instant? = nil) {
        (self.lease, self.restUntil, self.blockedUntil, self.nextAt) = (lease, restUntil, blockedUntil, nextAt)
    }
}
