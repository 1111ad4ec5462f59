public import Model

/// Who fetches from a host now.
public struct HostHold: Hashable, Sendable {
    /// The process, as it named itself.
    public var owner: String
    /// After that the host is free again, whatever became of the owner.
    public var until: Instant
}

extension Connection {
    /// Who holds a host at that time; nil where nobody does.
    public func hold(on host: HostName, at now: Instant) throws(StoreError) -> HostHold? {
        try first(
            """
            SELECT lease_owner, lease_until FROM host_state
            WHERE host = $1 AND lease_until > $2 AND lease_owner IS NOT NULL
            """, host, now
        ) { row throws(StoreError) in HostHold(owner: try row["lease_owner"], until: try row["lease_until"]) }
    }
}
