import Fetching
import LoopbackServer
import Model
import Reading
import Testing

/// Fetches from loopback servers without robots.txt and pace.
func fetcher(
    allowing servers: LoopbackServer..., limits: FetchLimits = FetchLimits(), inFlight: Int = 64
) throws -> Fetcher {
    let agent = try #require(UserAgent(version: "0.0", contact: "https://contoh.example/pantau"))
    return Fetcher(
        as: agent, limits: limits, allowing: try AllowList(servers.map(\.authority)), inFlight: inFlight)
}

/// Port 9 of the documentation network: refused, so that a misspelt test fails.
let unusable = WebURL("http://192.0.2.1:9/")!

func address(_ text: String) throws -> WebURL { try #require(WebURL(text)) }

extension Fetcher {
    func get(
        _ text: String, as document: RequestKind = .feed, validators: Validators = Validators()
    ) async throws(FetchFailure) -> FetchResponse {
        try await fetch(FetchRequest(WebURL(text) ?? unusable, as: document, validators: validators))
    }
}

/// The failure of a fetch that must fail.
func failure(_ fetch: () async throws(FetchFailure) -> FetchResponse) async throws -> FetchFailure {
    let answer: FetchResponse
    do throws(FetchFailure) {
        answer = try await fetch()
    } catch {
        return error
    }
    throw Unexpected(answer: "status \(answer.status), \(answer.body.count) bytes")
}

func cause(_ fetch: () async throws(FetchFailure) -> FetchResponse) async throws -> FailureCause {
    let reason = try await failure(fetch).reason
    guard case .failed(let cause) = reason else { throw Unexpected(answer: "\(reason)") }
    return cause
}

struct Unexpected: Error {
    let answer: String
}
