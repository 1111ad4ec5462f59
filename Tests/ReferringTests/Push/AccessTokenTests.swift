import Fetching
import Foundation
import Model
import Synchronization
import Testing
import Text

@testable import Referring

/// A consumer that asks for tokens (OAuth 2.0, client credentials).
@Suite struct AccessTokenTests {
    /// Gives tokens and takes requests as it is told.
    private final class Giver: Sendable {
        private struct State {
            var tokens: [(Int, String)]
            var answers: [Int]
            var asked: [ServiceRequest] = []
            var sent: [ServiceRequest] = []
            var now = Invented.noon
        }

        private let state: Mutex<State>

        init(tokens: [(Int, String)], answers: [Int] = []) {
            state = Mutex(State(tokens: tokens, answers: answers))
        }

        var asked: [ServiceRequest] { state.withLock { $0.asked } }
        var bearers: [String] {
            state.withLock { state in
                state.sent.map { $0.fields.first { $0.name == "Authorization" }?.value ?? "" }
            }
        }

        func advance(_ span: TimeSpan) { state.withLock { $0.now = $0.now + span } }

        func tokens(_ scope: AccessTokens.Scope = .prospects) throws -> AccessTokens {
            AccessTokens(
                try #require(ClientSecret(id: "pantau", secret: "rahsia:%&")), for: scope,
                clock: { self.state.withLock { $0.now } },
                send: { request async throws(FailureCause) in
                    self.state.withLock { state in
                        state.asked.append(request)
                        let (status, body) = state.tokens.isEmpty ? (500, "") : state.tokens.removeFirst()
                        return ServiceAnswer(status: status, body: Array(body.utf8))
                    }
                })
        }

        func send(_ tokens: AccessTokens) async throws(FailureCause) -> ServiceAnswer {
            try await tokens.authorized(ServiceRequest("/v1/events")) { request async throws(FailureCause) in
                self.state.withLock { state in
                    state.sent.append(request)
                    return ServiceAnswer(status: state.answers.isEmpty ? 202 : state.answers.removeFirst())
                }
            }
        }
    }

    private static func token(_ text: String, life: Int = 3600) -> (Int, String) {
        (200, #"{"access_token":"\#(text)","token_type":"Bearer","expires_in":\#(life)}"#)
    }

    @Test func aTokenIsAskedForAsTheStandardSaysAndKeptUntilItRunsOut() async throws {
        let giver = Giver(tokens: [Self.token("one"), Self.token("two")])
        let tokens = try giver.tokens()
        for _ in 0..<3 { #expect(try await giver.send(tokens).status == 202) }
        let asked = try #require(giver.asked.first)
        #expect(
            String(decoding: asked.message ?? [], as: UTF8.self)
                == "grant_type=client_credentials&scope=prospects.write")
        let fields = Dictionary(uniqueKeysWithValues: asked.fields.map { ($0.name, $0.value) })
        #expect(fields["Content-Type"] == "application/x-www-form-urlencoded")
        #expect(fields["Authorization"] == "Basic " + Data("pantau:rahsia%3A%25%26".utf8).base64EncodedString())
        giver.advance(.minutes(59) + .seconds(31))
        #expect(try await giver.send(tokens).status == 202)
        #expect(giver.bearers == ["Bearer one", "Bearer one", "Bearer one", "Bearer two"])
        #expect(giver.asked.count == 2)
    }

    @Test func aFeedIsReadWithAScopeOfItsOwn() async throws {
        let giver = Giver(tokens: [Self.token("one")])
        _ = try await giver.send(giver.tokens(.status))
        #expect(String(decoding: giver.asked[0].message ?? [], as: UTF8.self).hasSuffix("scope=status.read"))
    }

    @Test func aTokenThatIsNotTakenIsRenewedOnce() async throws {
        let giver = Giver(tokens: [Self.token("old"), Self.token("new")], answers: [401, 202])
        #expect(try await giver.send(giver.tokens()).status == 202)
        #expect(giver.bearers == ["Bearer old", "Bearer new"])
        let stubborn = Giver(tokens: [Self.token("a"), Self.token("b"), Self.token("c")], answers: [401, 401, 401])
        #expect(try await stubborn.send(stubborn.tokens()).status == 401)
        #expect(stubborn.bearers.count == 2)
    }

    /// A client that is unknown stops the endpoint, and no person becomes a dead letter; all else is tried again.
    @Test(arguments: [
        (400, #"{"error":"invalid_client"}"#, 401), (401, "", 401), (403, "", 401), (429, "", 429), (503, "", 503),
        (200, "<!doctype html>", 502), (200, #"{"access_token":"","token_type":"Bearer"}"#, 502),
        (200, #"{"access_token":"a\nb","token_type":"Bearer"}"#, 502),
        (200, #"{"access_token":"a","token_type":"mac"}"#, 502),
    ])
    func aRefusedTokenIsAnsweredForTheConsumer(status: Int, body: String, expected: Int) async throws {
        let giver = Giver(tokens: [(status, body)])
        let answer = try await giver.send(giver.tokens())
        #expect(answer.status == expected && giver.bearers.isEmpty)
        let verdict = PushVerdict(answer, to: "evt_1", from: "suite", at: Invented.noon)
        switch verdict {
        case .stop: #expect(expected == 401)
        case .retry: #expect(expected != 401)
        case .delivered, .refused: Issue.record("\(verdict)")
        }
    }

    @Test func manyAtOneTimeNeedOneToken() async throws {
        let giver = Giver(tokens: [Self.token("one"), Self.token("two")])
        let tokens = try giver.tokens()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { _ = try await giver.send(tokens) } }
            try await group.waitForAll()
        }
        #expect(giver.asked.count == 1 && Set(giver.bearers) == ["Bearer one"])
    }

    @Test(arguments: [
        ("pantau\nrahsia\n", true), ("pantau\n\n rahsia \n", true), ("pantau\n", false), ("a\nb\nc\n", false),
        ("", false), ("pantau\nrahsiä\n", false),
    ])
    func theSecretIsAFileOfTwoLinesThatNobodyElseReads(text: String, isGood: Bool) throws {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "client")
        let path = folder.path + "/client"
        chmod(path, 0o600)
        if isGood {
            _ = try ClientSecret(file: path)
            chmod(path, 0o604)
            #expect(throws: SecretProblem.tooOpen(path: path, mode: "604")) { try ClientSecret(file: path) }
        } else {
            #expect(throws: SecretProblem.self) { try ClientSecret(file: path) }
        }
    }
}
