public import Model
public import Reading

/// What a site's robots.txt answered, as the store keeps it.
public struct RobotsCopy: Hashable, Sendable {
    /// What became of the request for the file.
    public enum Answer: String, Hashable, Sendable, CaseIterable {
        /// `body` holds the rules.
        case rules
        /// There is none (4xx): everything is allowed.
        case missing
        /// It could not be had (5xx, 429, no answer): everything is forbidden until it can.
        case unreachable
    }

    /// `https://contoh.example`, with the port where it is not the scheme's own.
    public let origin: String
    /// What became of the request for the file.
    public let answer: Answer
    /// As it came, at most 512 KiB; empty where there are no rules.
    public let body: [UInt8]
    /// When it was asked for.
    public let fetchedAt: Instant
    /// After that it is fetched again.
    public let expiresAt: Instant
    let rules: RobotsRules

    /// RFC 9309 section 2.4: not longer than a day.
    static let lifetime = TimeSpan.hours(24)
    /// A site whose robots.txt fails is asked again after an hour.
    static let unreachableLifetime = TimeSpan.hours(1)

    /// Parses `body` where it holds rules.
    public init(origin: String, answer: Answer, body: [UInt8] = [], fetchedAt: Instant, expiresAt: Instant) {
        (self.origin, self.answer, self.body) = (origin, answer, body)
        (self.fetchedAt, self.expiresAt) = (fetchedAt, expiresAt)
        rules = answer == .rules ? RobotsRules(parsing: body) : .none
    }

    /// Whether it may still be used. A copy from the future is none: a clock was wrong.
    public func isFresh(at now: Instant) -> Bool { fetchedAt <= now && now < expiresAt }

    /// Whether `url`, an address of this origin, may be fetched by `agent`.
    public func permission(for agent: UserAgent, to url: WebURL) -> Permission {
        switch answer {
        case .missing: return .allowed(crawlDelay: nil)
        case .unreachable: return .unreachable
        case .rules:
            let found = rules.permission(for: agent.product, to: url.requestTarget)
            guard found.isAllowed else { return .denied(rule: found.rule?.text ?? "") }
            // Double to milliseconds: an absurd delay must not overflow.
            return .allowed(crawlDelay: found.crawlDelay.map { TimeSpan(milliseconds: Int64(min($0, 86_400) * 1000)) })
        }
    }

    /// What the file says of one address.
    public enum Permission: Hashable, Sendable {
        /// With the Crawl-delay that the file states, not yet capped.
        case allowed(crawlDelay: TimeSpan?)
        case denied(rule: String)
        case unreachable
    }
}

extension RobotsCopy {
    /// What an answer to the request for a robots.txt means: RFC 9309 section 2.3.1.
    init(origin: String, response: FetchResponse, at now: Instant) {
        switch response.status {
        case 200...299:
            self.init(
                origin: origin, answer: .rules, body: response.body, fetchedAt: now, expiresAt: now + Self.lifetime)
        case 400...499 where response.status != 429:
            self.init(origin: origin, answer: .missing, fetchedAt: now, expiresAt: now + Self.lifetime)
        case _:
            let wait = response.headers.retryAfter(at: now) ?? Self.unreachableLifetime
            let lifetime = min(max(wait, Self.unreachableLifetime), Self.lifetime)
            self.init(origin: origin, answer: .unreachable, fetchedAt: now, expiresAt: now + lifetime)
        }
    }

    /// What a failure to fetch a robots.txt means.
    ///
    /// - Returns: nil where the site itself could not be reached: then nothing was learnt of its rules, and its
    ///   documents fail for the same cause, which says more than "robots.txt cannot be reached".
    init?(origin: String, failure: FetchFailure, at now: Instant) {
        guard case .failed(let cause) = failure.reason, cause != .cancelled else { return nil }
        if failure.hops.isEmpty, cause.isBeforeAnyAnswer { return nil }
        // Section 2.3.1.2: where more than five redirects lead nowhere, the file counts as missing.
        if case .tooManyRedirects = cause {
            self.init(origin: origin, answer: .missing, fetchedAt: now, expiresAt: now + Self.lifetime)
        } else {
            self.init(
                origin: origin, answer: .unreachable, fetchedAt: now, expiresAt: now + Self.unreachableLifetime)
        }
    }
}

extension FailureCause {
    /// Whether the server was not spoken to at all.
    fileprivate var isBeforeAnyAnswer: Bool {
        switch self {
        case .tls, .refusedAddress, .refusedScheme, .invalidURL: true
        case .dnsNotFound, .dnsTemporary, .connect, .timeout, .status, .tooLarge, .headersTooLarge, .empty, .truncated,
            .badEncoding, .protocolError, .tooManyRedirects, .badRedirect, .robotsUnreachable, .notAFeed, .unreadable,
            .noLinks, .cancelled:
            isOfTheLine
        }
    }
}
