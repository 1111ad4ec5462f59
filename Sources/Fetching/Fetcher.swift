public import Model
import Reading

/// Fetches documents: one GET after another along the redirects, each hop checked and bounded.
///
///     let fetcher = Fetcher(as: agent, allowing: try AllowList(["127.0.0.1:8080"]))
///     let response = try await fetcher.fetch(FetchRequest(url, as: .feed))
///
/// Sends no cookies, no Referer, no stored passwords; keeps nothing but open connections. `PoliteFetcher` adds
/// robots.txt and pace.
public struct Fetcher: Sendable {
    /// How it names itself.
    public let agent: UserAgent
    /// What one fetch may cost.
    public let limits: FetchLimits
    private let rules: TransferRules
    private let transfers: Transfers

    /// - Parameters:
    ///   - allowed: places that may be connected to although their address is not public.
    ///   - proxy: what every request goes through; nil for none. Proxies of the environment are never used.
    ///   - authorities: a PEM file of certificate authorities that count beside those of the system, for an intranet's
    ///     own; where it cannot be read, every fetch by TLS fails.
    ///   - inFlight: how many transfers run at one time; further ones wait for a place.
    public init(
        as agent: UserAgent, limits: FetchLimits = FetchLimits(), allowing allowed: AllowList = .empty,
        proxy: Proxy? = nil, authorities: String? = nil, inFlight: Int = 64
    ) {
        (self.agent, self.limits) = (agent, limits)
        rules = TransferRules(limits: limits, allowed: allowed, proxy: proxy, authorities: authorities)
        transfers = Transfers(rules: rules, limit: inFlight)
    }

    /// Fetches one document, whatever status the server answers with.
    ///
    /// - Parameter door: asked before every hop.
    /// - Throws: where no complete answer came within the limits, where a hop leads where nobody may send us, where
    ///   the door stays shut, and where the task is cancelled.
    public func fetch(
        _ request: FetchRequest, through door: some Doorkeeper = OpenDoor()
    ) async throws(FetchFailure) -> FetchResponse {
        var route = Route(request)
        while true {
            try await door.enter(route.url, after: route.hops)
            let result = await perform(route, request)
            await door.leave(route.url, took: result.elapsed)
            switch result {
            case .failed(let cause, _):
                throw FetchFailure(await refined(cause, result.elapsed, route.url), at: route.url, hops: route.hops)
            case .answered(let answer):
                route.note(answer)
                guard let location = answer.redirectLocation else { return response(answer, route, request) }
                try route.follow(location, limit: limits.redirects)
            }
        }
    }

    private func perform(_ route: Route, _ request: FetchRequest) async -> HopResult {
        let remaining = limits.total(for: request.document) - route.elapsed
        guard remaining > .seconds(0) else {
            return .failed(.timeout(FailureCause.totalTimeout), elapsed: .seconds(0))
        }
        if rules.proxy != nil, let cause = await refusal(of: route.url) {
            return .failed(cause, elapsed: .seconds(0))
        }
        return await transfers.perform(
            Hop(
                url: route.url, credentials: route.credentials, document: request.document,
                agent: (request.agent ?? agent).field, validators: request.validators, remaining: remaining))
    }

    /// Why an address may not be asked of a proxy; nil where it may. Every address of its name counts, for nobody knows
    /// which one the proxy takes.
    private func refusal(of url: WebURL) async -> FailureCause? {
        switch await NameLookup.addresses(of: url.hostWithoutBrackets, within: limits.connect) {
        case .failure(let cause): return cause
        case .success(let addresses):
            let refused = addresses.first { !rules.permits($0, port: url.effectivePort, for: url) }
            return refused.map { .refusedAddress("\($0)") }
        }
    }

    private func response(_ answer: HopAnswer, _ route: Route, _ request: FetchRequest) -> FetchResponse {
        FetchResponse(
            status: answer.status, headers: answer.headers, body: answer.body, isCut: answer.isCut, hops: route.hops,
            wasConditional: request.isConditional, elapsed: route.elapsed)
    }

    /// libcurl does not say whether a name does not exist or nobody could be asked; the difference is whose failure
    /// it is.
    private func refined(_ cause: FailureCause, _ elapsed: TimeSpan, _ url: WebURL) async -> FailureCause {
        guard cause == .dnsNotFound else { return cause }
        return await NameLookup.failure(of: url.host, after: elapsed)
    }
}
