public import Model
public import Reading

/// Why there is no answer: which address, what went wrong, what it means for the schedule. Holds no secret of a URL.
public struct FetchFailure: Error, Hashable, Sendable {
    /// What went wrong.
    public enum Reason: Hashable, Sendable {
        case failed(FailureCause)
        /// robots.txt forbids it; `rule` is its line, such as `Disallow: /arkib`.
        case deniedByRobots(rule: String)
        /// The host asked for quiet, and that time is not over.
        case hostBlocked(until: Instant)
        /// Another process crawls that host at this moment.
        case hostElsewhere
    }

    /// What went wrong; the schedule takes it by `outcome(at:)`.
    public var reason: Reason
    /// The address that failed, without user name, password, fragment and values of its query.
    public var address: String
    /// The hops that were answered before.
    public var hops: [FetchResponse.Hop]

    /// - Parameter url: the address that failed; only its masked form is kept.
    public init(_ reason: Reason, at url: WebURL, hops: [FetchResponse.Hop] = []) {
        (self.reason, self.address, self.hops) = (reason, url.masked, hops)
    }

    init(_ cause: FailureCause, at url: WebURL, hops: [FetchResponse.Hop] = []) {
        self.init(.failed(cause), at: url, hops: hops)
    }

    /// What the schedule learns from it.
    ///
    /// - Parameter now: the present, to say how long a block still lasts.
    public func outcome(at now: Instant) -> Outcome {
        switch reason {
        case .failed(let cause): .failed(cause.weight, cause)
        case .deniedByRobots: .denied
        case .hostBlocked(let until): .rateLimited(retryAfter: max(until - now, .seconds(1)))
        // Nobody's failure: what is not kept of it stays due.
        case .hostElsewhere: .localOutage
        }
    }
}

extension FetchFailure: CustomStringConvertible {
    /// `https://berita.example/feed?token=***: no answer within the total time limit`
    public var description: String {
        switch reason {
        case .failed(let cause): "\(address): \(cause.text(in: .english).printable)"
        case .deniedByRobots(let rule): "\(address): robots.txt forbids it (\(rule.printable))"
        case .hostBlocked(let until): "\(address): the host asked for quiet until \(until.rfc3339())"
        case .hostElsewhere: "\(address): another process crawls this host now"
        }
    }
}

extension WebURL {
    /// The address without what may be secret: user name and password are left out, and the values of the query.
    public var masked: String {
        guard let query else { return origin + path }
        let parts = query.split(separator: "&", omittingEmptySubsequences: false).prefix(20).map { part in
            part.firstIndex(of: "=").map { "\(part[...$0])***" } ?? (part.isEmpty ? "" : "***")
        }
        return origin + path + "?" + parts.joined(separator: "&")
    }
}
