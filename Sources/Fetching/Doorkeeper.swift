public import Model
public import Reading

/// Who says whether and when a request goes out. Asked before every hop, so that a redirect gets past no rule.
public protocol Doorkeeper: Sendable {
    /// Returns when the request may go out now.
    ///
    /// - Parameter hops: those that led here; empty for the first address.
    /// - Throws: where it may not go out at all; `leave` is not called then.
    func enter(_ url: WebURL, after hops: [FetchResponse.Hop]) async throws(FetchFailure)

    /// The request that entered has ended, however it ended.
    ///
    /// - Parameter elapsed: how long the server took.
    func leave(_ url: WebURL, took elapsed: TimeSpan) async
}

/// Lets every request out at once: for one request on somebody's word (`source test`) and for tests.
public struct OpenDoor: Doorkeeper {
    /// Holds nothing.
    public init() {}
    /// Returns at once.
    public func enter(_ url: WebURL, after hops: [FetchResponse.Hop]) async throws(FetchFailure) {}
    /// Does nothing.
    public func leave(_ url: WebURL, took elapsed: TimeSpan) async {}
}
