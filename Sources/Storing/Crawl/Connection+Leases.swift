public import Model

/// Hosts are leased, not sources: then no host is ever in two hands, and pace, blocks and fairness come with it
/// (SCHEDULING.md section 4, where leasing sources put one host into two hands hundreds of times in 8 s).
extension Connection {
    /// Takes up to `limit` hosts that are due and free, the longest overdue first.
    ///
    /// Hosts that `owner` still has are not given to it again, not even when that lease is over.
    public func leaseHosts(
        _ limit: Int, by owner: String, at now: Instant, for span: TimeSpan
    ) throws(StoreError) -> [LeasedHost] {
        try rows(
            """
            UPDATE host_state SET lease_owner = $1, lease_until = $2, attempt = attempt + 1 WHERE host IN
              (SELECT host FROM host_state WHERE next_at <= $3 AND lease_owner IS NOT $1
               AND (blocked_until <= $3 OR blocked_until > $5) AND (rest_until <= $3 OR rest_until > $6)
               AND (lease_until <= $3 OR lease_until > $6)
               ORDER BY next_at, host LIMIT $4) RETURNING *
            """, owner, now + span, now, limit, now + Self.longestBlock, now + Self.longestLease, make: LeasedHost.init)
    }

    /// Takes one host, due or not; again where `owner` has it already, to have it for longer.
    ///
    /// - Returns: nil where the host is in other hands.
    public func leaseHost(
        _ host: HostName, by owner: String, at now: Instant, for span: TimeSpan
    ) throws(StoreError) -> LeasedHost? {
        try run(
            """
            INSERT INTO host_state (host, next_at, blocked_until, rest_json) VALUES ($1, $2, 0, '{}')
            ON CONFLICT (host) DO NOTHING
            """, host, now)
        return try first(
            """
            UPDATE host_state SET attempt = attempt + (lease_owner IS NOT $2), lease_owner = $2, lease_until = $3
            WHERE host = $1 AND (lease_owner IS NULL OR lease_owner = $2 OR lease_until <= $4 OR lease_until > $5)
            RETURNING *
            """, host, owner, now + span, now, now + Self.longestLease, make: LeasedHost.init)
    }

    /// Lets a host go before its lease ends; nothing where somebody else has it by now.
    public func release(_ release: HostRelease, at now: Instant) throws(StoreError) {
        try run(
            """
            UPDATE host_state SET lease_owner = NULL, lease_until = 0, rest_until = $3,
              blocked_until = CASE WHEN $4 IS NULL OR blocked_until BETWEEN $4 AND $6 THEN blocked_until ELSE $4 END,
              next_at = coalesce($5, next_at)
            WHERE host = $1 AND attempt = $2
            """, release.lease.host, release.lease.attempt, release.restUntil, release.blockedUntil, release.nextAt,
            now + Self.longestBlock)
    }

    /// Whether nobody has taken the host since.
    public func holds(_ lease: HostLease) throws(StoreError) -> Bool {
        try value("SELECT attempt FROM host_state WHERE host = $1", lease.host) == lease.attempt
    }

    /// Sets when a host is due, and makes it known where it is new. A host in somebody's hands is left alone: the holder
    /// sets that when it lets go.
    public func schedule(_ host: HostName, for time: Instant, at now: Instant) throws(StoreError) {
        try run(
            """
            INSERT INTO host_state (host, next_at, blocked_until, rest_json) VALUES ($1, $2, 0, '{}')
            ON CONFLICT (host) DO UPDATE SET next_at = $2
            WHERE next_at <> $2 AND (lease_owner IS NULL OR lease_until <= $3 OR lease_until > $4)
            """, host, time, now, now + Self.longestLease)
    }

    /// Hosts that wait although they are due and free, and since when the longest of them does.
    public func overdueHosts(at now: Instant) throws(StoreError) -> (count: Int, since: Instant?) {
        let condition = "FROM host_state WHERE next_at <= $1 AND blocked_until <= $1 AND lease_until <= $1"
        return (
            try value("SELECT count(*) \(condition)", now) ?? 0,
            try value("SELECT min(next_at) \(condition)", now, as: Instant?.self) ?? nil
        )
    }

    /// When the next host is due that is free and not blocked; nil where there is none.
    public func nextDue() throws(StoreError) -> Instant? {
        try value(
            "SELECT min(max(next_at, blocked_until, lease_until, rest_until)) FROM host_state", as: Instant?.self)
            ?? nil
    }

    /// What ends later was written while the machine's clock was wrong, and does not count.
    private static let (longestBlock, longestLease) = (TimeSpan.hours(24), TimeSpan.hours(1))
}

extension LeasedHost {
    fileprivate init(_ row: Row) throws(StoreError) {
        self.init(
            lease: HostLease(host: try row["host"], attempt: try row["attempt"], until: try row["lease_until"]),
            row: try HostRow(row))
    }
}
