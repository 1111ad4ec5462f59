import Glibc
import LoopbackServer
import Model
import Reading
import Testing

@testable import Fetching

struct FetcherTests {
    @Test func aDocumentIsFetched() async throws {
        let server = try LoopbackServer { _ in .text("<rss/>", type: "application/rss+xml") }
        let response = try await fetcher(allowing: server).get(server.url("/suapan.xml"))
        #expect(response.status == 200)
        #expect(response.body == Array("<rss/>".utf8))
        #expect(response.contentType == "application/rss+xml")
        #expect(response.hops.map(\.status) == [200])
        #expect(response.verdict(at: Instant(seconds: 0)) == .document)
    }

    @Test func weSayWhoWeAreAndNothingElse() async throws {
        let server = try LoopbackServer { _ in .text("x", fields: [.init("Set-Cookie", "id=1; Path=/")]) }
        let fetcher = try fetcher(allowing: server)
        for _ in 0..<2 { _ = try await fetcher.get(server.url("/a")) }
        for request in server.requests {
            #expect(request["user-agent"] == "Pantau/0.0 (+https://contoh.example/pantau)")
            #expect(request["cookie"] == nil)
            #expect(request["referer"] == nil)
            #expect(request["authorization"] == nil)
            #expect(request["accept-encoding"] == "gzip, deflate, br")
        }
    }

    @Test func aSourceMayBeToldAnotherName() async throws {
        let server = try LoopbackServer { $0.path == "/a" ? .redirect(to: "/b") : .text("x") }
        let fetcher = try fetcher(allowing: server)
        let agent = try #require(UserAgent(field: "Pantau-Contoh/1.0 (dipersetujui; pantau@contoh.example)"))
        _ = try await fetcher.fetch(FetchRequest(try address(server.url("/a")), as: .feed, agent: agent))
        _ = try await fetcher.get(server.url("/b"))
        #expect(
            server.requests.map { $0["user-agent"] } == [
                agent.field, agent.field, "Pantau/0.0 (+https://contoh.example/pantau)",
            ])
    }

    @Test(arguments: [
        ("Pantau-Contoh/1.0", "Pantau-Contoh"), ("Mozilla/5.0 (compatible; Pantau/1.0)", "Mozilla"), ("", nil),
        ("1Pantau", nil), ("Pantau\r\nX: 1", nil), ("Pantau/1.0 ", nil), (" Pantau", nil), ("Pantau/\u{E9}", nil),
        (String(repeating: "a", count: 301), nil),
    ])
    func aWholeFieldIsAHeaderOrNothing(_ field: String, _ product: String?) {
        let agent = UserAgent(field: field)
        #expect(agent?.product == product)
        #expect(agent?.field == (product == nil ? nil : field))
    }

    @Test func aConnectionIsUsedAgain() async throws {
        let server = try LoopbackServer { _ in .text("x") }
        let fetcher = try fetcher(allowing: server)
        for _ in 0..<20 { _ = try await fetcher.get(server.url("/a")) }
        #expect(server.requests.count == 20)
        #expect(server.connectionCount == 1)
    }

    @Test func addressesThatAreNotPublicAreRefused() async throws {
        let server = try LoopbackServer { _ in .text("secret") }
        let closed = try fetcher()
        for host in ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0.0.0.0"] {
            let cause = try await cause { () throws(FetchFailure) in
                try await closed.get("http://\(host):\(server.port)/")
            }
            guard case .refusedAddress = cause else {
                Issue.record("\(host): \(cause)")
                continue
            }
        }
        #expect(server.requests.isEmpty)
    }

    @Test func aKeptConnectionIsCheckedAgain() async throws {
        // The same engine may reach the place by one name and must not by another.
        let server = try LoopbackServer { _ in .text("x") }
        let agent = try #require(UserAgent(version: "0.0", contact: ""))
        let fetcher = Fetcher(as: agent, allowing: try AllowList(["localhost:\(server.port)"]))
        _ = try await fetcher.get("http://localhost:\(server.port)/")
        let refused = try await cause { () throws(FetchFailure) in try await fetcher.get(server.url("/")) }
        #expect(refused == .refusedAddress("127.0.0.1"))
        #expect(server.requests.count == 1)
    }

    @Test func aProxyOfTheEnvironmentIsNotUsed() async throws {
        let proxy = try LoopbackServer { _ in .text("from the proxy") }
        let server = try LoopbackServer { _ in .text("from the server") }
        setenv("http_proxy", proxy.url(""), 1)
        defer { unsetenv("http_proxy") }
        let response = try await fetcher(allowing: server, proxy).get(server.url("/"))
        #expect(response.body == Array("from the server".utf8))
    }

    @Test func validatorsAreSentByteForByte() async throws {
        let server = try LoopbackServer { request in
            request["if-none-match"] == nil ? .text("x", fields: [.init("ETag", "W/\"a b\"")]) : .init(status: 304)
        }
        let fetcher = try fetcher(allowing: server)
        let first = try await fetcher.get(server.url("/"))
        var validators = Validators(of: first.headers)
        validators.lastModified = "Sat, 01 Aug 2026 00:00:00 GMT"
        let second = try await fetcher.get(server.url("/"), validators: validators)
        #expect(second.verdict(at: Instant(seconds: 0)) == .unchanged(PollHints()))
        #expect(server.requests.last?["if-none-match"] == "W/\"a b\"")
        #expect(server.requests.last?["if-modified-since"] == "Sat, 01 Aug 2026 00:00:00 GMT")
    }

    @Test func storedValidatorsCannotAddAHeaderLine() async throws {
        let server = try LoopbackServer { _ in .text("x") }
        let validators = Validators(etag: "\"a\"\r\nX-Evil: 1", lastModified: "x\ny")
        _ = try await fetcher(allowing: server).get(server.url("/"), validators: validators)
        #expect(server.requests[0]["x-evil"] == nil)
        #expect(server.requests[0]["if-none-match"] == nil)
        #expect(server.requests[0]["if-modified-since"] == nil)
    }

    @Test func noMoreRunAtOnceThanAllowed() async throws {
        let server = try LoopbackServer { _ in
            var response = LoopbackServer.Response.text("x")
            response.delay = .milliseconds(50)
            return response
        }
        let fetcher = try fetcher(allowing: server, inFlight: 4)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { _ = try? await fetcher.get(server.url("/")) } }
        }
        #expect(server.requests.count == 20)
        #expect(server.mostAtOnce <= 4)
    }

    @Test func manyRunAtOnceOnOneThread() async throws {
        let server = try LoopbackServer { _ in
            var response = LoopbackServer.Response.text("x")
            response.delay = .milliseconds(100)
            return response
        }
        let fetcher = try fetcher(allowing: server)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<64 { group.addTask { _ = try? await fetcher.get(server.url("/")) } }
        }
        #expect(server.mostAtOnce > 32)
    }

    @Test(.timeLimit(.minutes(1))) func aFetchIsCancelledWhileTheServerIsStillSilent() async throws {
        let server = try LoopbackServer { _ in
            var response = LoopbackServer.Response.text("x")
            response.delay = .seconds(3600)
            return response
        }
        let fetcher = try fetcher(allowing: server)
        let task = Task { try await failure { () throws(FetchFailure) in try await fetcher.get(server.url("/")) } }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        #expect(try await task.value.reason == .failed(.cancelled))
    }

    @Test func aFetchOfACancelledTaskSendsNothing() async throws {
        let server = try LoopbackServer { _ in .text("x") }
        let fetcher = try fetcher(allowing: server)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await failure { () throws(FetchFailure) in try await fetcher.get(server.url("/")) }
        }
        #expect(try await task.value.reason == .failed(.cancelled))
        #expect(server.requests.isEmpty)
    }

    @Test func aNameThatDoesNotExistIsNoConnection() async throws {
        let fetcher = try fetcher()
        let cause = try await cause { () throws(FetchFailure) in
            try await fetcher.get("http://tiada.invalid/")
        }
        // Which of the two depends on whether this machine has a name service.
        #expect(cause == .dnsNotFound || cause == .dnsTemporary)
    }

    @Test func aClosedPortIsRefused() async throws {
        let server = try LoopbackServer { _ in .text("x") }
        let fetcher = try fetcher(allowing: server)
        server.stop()
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get(server.url("/")) }
        #expect(cause == .connect("refused"))
    }

    @Test func anErrorHoldsNoSecretOfTheAddress() async throws {
        let fetcher = try fetcher()
        let failure = try await failure { () throws(FetchFailure) in
            try await fetcher.get("http://nama:sulit1@127.0.0.1/a?token=sulit2&sulit3#sulit4")
        }
        let text = "\(failure)"
        #expect(!text.contains("sulit") && !text.contains("nama"))
        #expect(text.hasPrefix("http://127.0.0.1/a?token=***&***: refused: 127.0.0.1 is not a public address"))
    }
}
