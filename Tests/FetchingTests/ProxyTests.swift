import Glibc
import LoopbackServer
import Model
import Reading
import Testing

@testable import Fetching

struct ProxyTests {
    /// An address of the documentation network: nothing is there, so an answer came from the proxy.
    private let target = "192.0.2.7"

    private func fetcher(through proxy: LoopbackServer, user: String = "", allowing: [String]) throws -> Fetcher {
        let agent = try #require(UserAgent(version: "0.0", contact: ""))
        let way: Proxy = try #require(Proxy("http://\(user)\(proxy.authority)"))
        return Fetcher(as: agent, allowing: try AllowList(allowing), proxy: way)
    }

    @Test func everyRequestGoesThroughTheProxy() async throws {
        let proxy = try LoopbackServer { _ in .text("daripada proksi") }
        let fetcher = try fetcher(through: proxy, user: "aminah:rah%20sia@", allowing: ["\(target):80"])
        let response = try await fetcher.get("http://\(target)/a?b=1")
        #expect(response.body == Array("daripada proksi".utf8))
        #expect(proxy.requests.map(\.target) == ["http://\(target)/a?b=1"])
        #expect(proxy.requests.map { $0["proxy-authorization"] } == ["Basic YW1pbmFoOnJhaCBzaWE="])
        #expect(proxy.requests.map { $0["authorization"] } == [nil])
    }

    @Test func whatTheEnvironmentExceptsGoesThroughTheProxyToo() async throws {
        let proxy = try LoopbackServer { _ in .text("x") }
        let fetcher = try fetcher(through: proxy, allowing: ["\(target):80"])
        setenv("no_proxy", "*", 1)
        defer { unsetenv("no_proxy") }
        #expect(try await fetcher.get("http://\(target)/").status == 200)
    }

    @Test(arguments: [
        "127.0.0.1", "localhost", "10.0.0.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254",
        "[64:ff9b::7f00:1]", "192.0.2.8",
    ])
    func aPrivateTargetIsNotAskedOfTheProxy(_ host: String) async throws {
        let proxy = try LoopbackServer { _ in .text("secret") }
        let fetcher = try fetcher(through: proxy, allowing: ["\(target):80"])
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get("http://\(host)/") }
        guard case .refusedAddress = cause else { throw Unexpected(answer: "\(cause)") }
        #expect(proxy.requests.isEmpty)
    }

    @Test func aRedirectInsideIsNotAskedOfTheProxy() async throws {
        let proxy = try LoopbackServer { _ in .redirect(to: "http://10.0.0.1/") }
        let fetcher = try fetcher(through: proxy, allowing: ["\(target):80"])
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get("http://\(target)/") }
        #expect(cause == .refusedAddress("10.0.0.1"))
        #expect(proxy.requests.count == 1)
    }

    @Test func theProxyIsNoTarget() async throws {
        let proxy = try LoopbackServer { _ in .text("x") }
        let fetcher = try fetcher(through: proxy, allowing: [])
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get(proxy.url("/")) }
        #expect(cause == .refusedAddress("127.0.0.1"))
        #expect(proxy.requests.isEmpty)
    }

    @Test func aProxyThatRefusesATunnelIsToldAsSuch() async throws {
        let proxy = try LoopbackServer { _ in .init(status: 403) }
        let fetcher = try fetcher(through: proxy, allowing: ["\(target):443"])
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get("https://\(target)/") }
        #expect(cause == .connect("the proxy answers HTTP 403"))
        #expect(proxy.requests.map(\.method) == ["CONNECT"])
        #expect(proxy.requests.map(\.target) == ["\(target):443"])
    }

    @Test func aProxyThatIsNotThereIsNoConnection() async throws {
        let proxy = try LoopbackServer { _ in .text("x") }
        proxy.stop()
        let fetcher = try fetcher(through: proxy, allowing: ["\(target):80"])
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get("http://\(target)/") }
        #expect(cause == .connect("refused"))
    }

    @Test func aNameThatNobodyKnowsIsNotAskedOfTheProxy() async throws {
        let proxy = try LoopbackServer { _ in .text("x") }
        let fetcher = try fetcher(through: proxy, allowing: [])
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get("http://tiada.invalid/") }
        #expect(cause == .dnsNotFound || cause == .dnsTemporary)
        #expect(proxy.requests.isEmpty)
    }

    @Test(arguments: ["", "proksi.example:3128", "ftp://proksi.example", "http://proksi.example/x", "http://a b/"])
    func whatIsNoProxyAddressIsRefused(_ text: String) { #expect(Proxy(text) == nil) }
}
