public import Model

/// What an answer means for its source, before anybody reads the body.
public enum Verdict: Hashable, Sendable {
    /// There is a body to read.
    case document
    /// 304 to a question that was asked.
    case unchanged(PollHints)
    /// Nothing to read; the schedule takes the outcome as it is.
    case trouble(Outcome)
}

extension FetchResponse {
    /// Judges status and header: the table of SCHEDULING.md section 1.
    ///
    /// - Parameter now: the present, for a Retry-After that is a date.
    public func verdict(at now: Instant) -> Verdict {
        if isChallenge { return .trouble(.challenge) }
        switch status {
        case 200, 203: return body.isEmpty ? .trouble(.failed(.soft, .empty)) : .document
        case 204, 205: return .trouble(.failed(.soft, .empty))
        case 304 where wasConditional: return .unchanged(PollHints(interval: headers.freshness(at: now)))
        case 410: return .trouble(.gone)
        case 429: return .trouble(.rateLimited(retryAfter: headers.retryAfter(at: now)))
        case 503:
            // Without a time it is an error like any other; with one it is a plea.
            if let wait = headers.retryAfter(at: now) { return .trouble(.rateLimited(retryAfter: wait)) }
        case _: break
        }
        let cause = FailureCause.status(status)
        return .trouble(.failed(cause.weight, cause))
    }

    /// Whether a service in front of the site wants a browser or a person. Never evaded, only named.
    private var isChallenge: Bool {
        if headers["cf-mitigated"]?.lowercased() == "challenge" { return true }
        guard Self.challengeStatuses.contains(status) else { return false }
        let text = String(decoding: body.prefix(FetchLimits.errorBodyBytes), as: UTF8.self).lowercased()
        return Self.challengeMarks.contains { text.contains($0) }
    }

    private static let challengeStatuses: Set<Int> = [202, 401, 403, 405, 429, 503]
    /// What the pages of the common services hold: Cloudflare, DataDome, Imperva, PerimeterX, SiteGround.
    private static let challengeMarks = [
        "<title>just a moment", "cf-chl-", "/cdn-cgi/challenge-platform", "attention required! | cloudflare",
        "captcha-delivery.com", "_incapsula_resource", "px-captcha", "sgcaptcha",
    ]
}
