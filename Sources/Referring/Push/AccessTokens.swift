public import Fetching
public import Model
import Text

/// Tokens for a consumer that asks for OAuth 2.0: one is asked for when the first request needs it, and kept until a
/// little before it runs out. It stands in no file and in no log.
public actor AccessTokens {
    /// What asks the address of tokens.
    public typealias Sender = @Sendable (ServiceRequest) async throws(FailureCause) -> ServiceAnswer

    private let secret: ClientSecret
    private let scope: Scope
    private let clock: @Sendable () -> Instant
    private let send: Sender
    private var token: (text: String, until: Instant)?
    private var asking: Task<Outcome, Never>?

    /// What may be done with a token (contract, openapi.yaml).
    public enum Scope: String, Hashable, Sendable {
        case prospects = "prospects.write"
        case status = "status.read"
    }

    /// Requests that are on their way when a token runs out still carry it.
    private static let margin = TimeSpan.seconds(30)
    /// Where the answer does not say how long it holds.
    private static let usualLife = TimeSpan.minutes(5)

    public init(
        _ secret: ClientSecret, for scope: Scope, clock: @escaping @Sendable () -> Instant, send: @escaping Sender
    ) {
        (self.secret, self.scope, self.clock, self.send) = (secret, scope, clock, send)
    }

    /// What asking for a token came to.
    enum Outcome: Sendable {
        case token(String)
        /// None was given: as if the consumer itself had answered so.
        case refused(ServiceAnswer)
        case failed(FailureCause)
    }

    /// A token that holds now.
    ///
    /// - Parameter refused: one that the consumer did not take, which is not used again.
    func token(insteadOf refused: String? = nil) async -> Outcome {
        if let token, token.until > clock(), token.text != refused { return .token(token.text) }
        // Eight requests at one time need one token.
        if let asking { return await asking.value }
        let task = Task { await ask() }
        asking = task
        let outcome = await task.value
        asking = nil
        return outcome
    }

    private func ask() async -> Outcome {
        let body = "grant_type=client_credentials&scope=\(queryEscaped(scope.rawValue))"
        let answer: ServiceAnswer
        do throws(FailureCause) {
            answer = try await send(
                ServiceRequest(
                    "", message: Array(body.utf8),
                    fields: [
                        .init("Content-Type", "application/x-www-form-urlencoded"), .init("Accept", "application/json"),
                        .init("Authorization", secret.basic),
                    ]))
        } catch {
            return .failed(error)
        }
        let json: JSONValue?
        do { json = try JSONValue(parsing: answer.body, maximumDepth: 20) } catch { json = nil }
        guard answer.status == 200 else { return .refused(AccessTokens.refusal(answer, json)) }
        guard let text = json?["access_token"]?.string, AccessTokens.isUsable(text),
            json?["token_type"]?.string?.lowercased() == "bearer"
        else { return .refused(AccessTokens.problem(502, "the answer of token-url holds no bearer token")) }
        let life = json?["expires_in"]?.integer.map { TimeSpan.seconds(max(0, min($0, 86_400))) }
        token = (text, clock() + (life ?? AccessTokens.usualLife) - AccessTokens.margin)
        return .token(text)
    }

    /// A client that is not known (400 and 401 of RFC 6749, section 5.2) stops the endpoint as a refused signature does:
    /// a person has to mend it, and nobody becomes a dead letter. All else is as it is.
    private static func refusal(_ answer: ServiceAnswer, _ json: JSONValue?) -> ServiceAnswer {
        let why = printable(json?["error"]?.string ?? "no reason", limit: 60)
        var result = problem([400, 401, 403].contains(answer.status) ? 401 : answer.status, "token-url: \(why)")
        result.headers = answer.headers
        return result
    }

    private static func problem(_ status: Int, _ detail: String) -> ServiceAnswer {
        let body: JSONValue = ["title": "No access token", "detail": .string(detail)]
        return ServiceAnswer(status: status, body: body.utf8)
    }

    /// RFC 6750, section 2.1: nothing that could end the field it stands in.
    private static func isUsable(_ token: String) -> Bool {
        (1...8192).contains(token.utf8.count) && token.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}

extension AccessTokens {
    /// Sends a request with a token. A 401 asks once for a new one, as a consumer may have forgotten the old.
    public nonisolated func authorized(
        _ request: ServiceRequest, _ send: Sender
    ) async throws(FailureCause) -> ServiceAnswer {
        var refused: String?
        while true {
            let token: String
            switch await self.token(insteadOf: refused) {
            case .token(let text): token = text
            case .refused(let answer): return answer
            case .failed(let cause): throw cause
            }
            var request = request
            request.fields.append(.init("Authorization", "Bearer \(token)"))
            let answer = try await send(request)
            guard answer.status == 401, refused == nil, token != refused else { return answer }
            refused = token
        }
    }
}
