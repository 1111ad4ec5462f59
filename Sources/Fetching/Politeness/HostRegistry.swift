public import Model

/// Says whether this process may send requests to a host, where several processes crawl side by side.
public protocol HostRegistry: Sendable {
    /// Asked before every request to a host, by one task at a time for each host.
    func claim(_ host: HostName) async -> HostClaim
}

/// What a registry answers.
public enum HostClaim: Hashable, Sendable {
    /// It was ours already.
    case held
    /// It is ours from now on, with what those before left behind.
    case taken(restUntil: Instant?, blockedUntil: Instant?)
    /// Another process has it.
    case elsewhere
}

/// The registry of a process that shares no host with another.
public struct OwnHosts: HostRegistry {
    /// Holds nothing.
    public init() {}
    /// Always ours.
    public func claim(_ host: HostName) async -> HostClaim { .held }
}
