import LoopbackServer
import Model
import Reading
import Testing

@testable import Fetching

struct RedirectTests {
    private func server(_ location: String?, status: Int = 302) throws -> LoopbackServer {
        try LoopbackServer { request in
            guard request.path != "/sampai" else { return .text("sampai") }
            return location.map { .redirect(to: $0, status: status) } ?? .init(status: status)
        }
    }

    private func cause(location: String?) async throws -> FailureCause {
        let server = try server(location)
        let fetcher = try fetcher(allowing: server)
        return try await FetchingTests.cause { () throws(FetchFailure) in try await fetcher.get(server.url("/a/b")) }
    }

    @Test(arguments: [301, 302, 303, 307, 308], ["/sampai", "../sampai", "//127.0.0.1:PORT/sampai"])
    func aRedirectIsFollowed(_ status: Int, _ location: String) async throws {
        let server = try LoopbackServer { request in
            guard request.path != "/sampai", let host = request["host"] else { return .text("sampai") }
            let port = host.split(separator: ":").last ?? ""
            return .redirect(
                to: location.split(separator: "PORT", omittingEmptySubsequences: false).joined(separator: String(port)),
                status: status)
        }
        let response = try await fetcher(allowing: server).get(server.url("/a/b"))
        #expect(response.body == Array("sampai".utf8))
        #expect(response.hops.map(\.status) == [status, 200])
        #expect(response.url == (try address(server.url("/sampai"))))
        #expect((response.movedPermanentlyTo != nil) == [301, 308].contains(status))
        #expect(server.requests.allSatisfy { $0["referer"] == nil })
    }

    @Test func aMoveIsOnlyAsPermanentAsItsFirstHops() async throws {
        let next = ["/1": ("/2", 301), "/2": ("/3", 308), "/3": ("/4", 302), "/4": ("/5", 301)]
        let server = try LoopbackServer { request in
            next[request.path].map { .redirect(to: $0.0, status: $0.1) } ?? .text("x")
        }
        let response = try await fetcher(allowing: server).get(server.url("/1"))
        #expect(response.movedPermanentlyTo == (try address(server.url("/3"))))
        #expect(response.hops.count == 5)
    }

    @Test func aLoopEndsAfterFiveRedirects() async throws {
        let server = try server("/lagi")
        let fetcher = try fetcher(allowing: server)
        let failure = try await failure { () throws(FetchFailure) in try await fetcher.get(server.url("/lagi")) }
        #expect(failure.reason == .failed(.tooManyRedirects(limit: 5)))
        #expect(failure.hops.count == 6)
        #expect(server.requests.count == 6)
    }

    @Test(arguments: [nil, "", "http://", "http://[::1", "https://a b/", "//"])
    func aRedirectToNowhereIsAnError(_ location: String?) async throws {
        #expect(try await cause(location: location) == .badRedirect)
    }

    @Test func anEndlessLocationIsAnError() async throws {
        #expect(try await cause(location: "/" + String(repeating: "a", count: 9000)) == .badRedirect)
    }

    @Test(arguments: [
        "file:///etc/passwd", "gopher://x/", "ftp://x/", "dict://x:1/", "data:text/plain,x", "javascript:1", "smb://x/",
    ])
    func onlyHTTPIsFollowed(_ location: String) async throws {
        let scheme = String(location.prefix { $0 != ":" })
        #expect(try await cause(location: location) == .refusedScheme(scheme))
    }

    @Test(arguments: [
        "http://127.0.0.1:PORT/", "http://localhost:PORT/", "http://[::ffff:127.0.0.1]:PORT/",
        "http://2130706433:PORT/",
        "http://0:PORT/", "http://x@127.0.0.1:PORT/", "\\\\127.0.0.1:PORT/", "http://１２７.0.0.1:PORT/",
        "http://127.1:PORT/", "http://[::127.0.0.1]:PORT/", "http://0177.0.0.1:PORT/", "http://0x7f.0.0.1:PORT/",
        "http://[64:ff9b::127.0.0.1]:PORT/", "http://[2002:7f00:1::]:PORT/", "http://[::1]:PORT/",
        "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/", "http://[fe80::1]/", "http://10.0.0.1/",
    ])
    func aRedirectToAPrivateAddressIsRefusedWhateverItsSpelling(_ location: String) async throws {
        let canary = try LoopbackServer { _ in .text("secret") }
        let text = location.split(separator: "PORT", omittingEmptySubsequences: false).joined(
            separator: "\(canary.port)")
        let cause = try await cause(location: text)
        guard case .refusedAddress = cause else { throw Unexpected(answer: "\(cause)") }
        #expect(canary.requests.isEmpty)
    }

    @Test func aPasswordIsSentToItsOriginOnly() async throws {
        let other = try LoopbackServer { _ in .text("x") }
        let server = try LoopbackServer { request in
            switch request.path {
            case "/1": .redirect(to: "/2")
            case "/2": .redirect(to: other.url("/3"))
            case _: .text("x")
            }
        }
        let url = "http://aminah:rah%20sia@\(server.authority)/1"
        let response = try await fetcher(allowing: server, other).get(url)
        #expect(
            server.requests.map { $0["authorization"] } == ["Basic YW1pbmFoOnJhaCBzaWE=", "Basic YW1pbmFoOnJhaCBzaWE="])
        #expect(other.requests.map { $0["authorization"] } == [nil])
        #expect(response.hops.allSatisfy { !$0.url.hasCredentials })
    }

    @Test func aPasswordInALocationIsNotUsed() async throws {
        let server = try LoopbackServer { request in
            request.path == "/1" ? .redirect(to: "http://x:y@\(request["host"] ?? "")/2") : .text("x")
        }
        _ = try await fetcher(allowing: server).get(server.url("/1"))
        #expect(server.requests.map { $0["authorization"] } == [nil, nil])
    }
}
