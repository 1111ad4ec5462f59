import Model
import Testing

@testable import Fetching

/// Needs nginx and openssl (Debian packages nginx-light and openssl); skipped where they are missing.
@Suite(.enabled(if: TLSSite.isPossible, "needs /usr/sbin/nginx and /usr/bin/openssl"))
struct TLSTests {
    private func fetcher(of site: TLSSite, trustingIts isTrusted: Bool = true) throws -> Fetcher {
        let agent = try #require(UserAgent(version: "0.0", contact: ""))
        return Fetcher(
            as: agent, allowing: try AllowList(site.places), authorities: isTrusted ? site.authority : nil)
    }

    @Test func overTLSHTTP2IsSpokenAndTheConnectionIsUsedAgain() async throws {
        let site = try await TLSSite()
        let fetcher = try fetcher(of: site)
        var connections: Set<String?> = []
        for _ in 0..<10 {
            let response = try await fetcher.get("https://127.0.0.1:\(site.port(.valid))/")
            #expect(response.body == Array("sampai".utf8))
            #expect(response.headers["x-protocol"] == "HTTP/2.0")
            connections.insert(response.headers["x-connection"])
        }
        #expect(connections.count == 1)
    }

    @Test func manyStreamsRunAtOnceOverHTTP2() async throws {
        let site = try await TLSSite()
        let fetcher = try fetcher(of: site)
        let url = "https://127.0.0.1:\(site.port(.valid))/"
        let statuses = await withTaskGroup(of: Int?.self) { group in
            for _ in 0..<200 { group.addTask { try? await fetcher.get(url).status } }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(statuses == [200: 200])
    }

    @Test(arguments: [
        (TLSSite.Certificate.expired, "expired"), (.ofAnotherHost, "127.0.0.1"), (.selfSigned, "self-signed"),
    ])
    func aCertificateThatIsNotRightIsRefused(_ certificate: TLSSite.Certificate, _ word: String) async throws {
        let site = try await TLSSite()
        let fetcher = try fetcher(of: site)
        let cause = try await cause { () throws(FetchFailure) in
            try await fetcher.get("https://127.0.0.1:\(site.port(certificate))/")
        }
        guard case .tls(let why) = cause else { throw Unexpected(answer: "\(cause)") }
        #expect(why.contains(word), "\(why)")
    }

    @Test func anAuthorityThatNobodyNamedDoesNotCount() async throws {
        let site = try await TLSSite()
        let fetcher = try fetcher(of: site, trustingIts: false)
        let cause = try await cause { () throws(FetchFailure) in
            try await fetcher.get("https://127.0.0.1:\(site.port(.valid))/")
        }
        guard case .tls = cause else { throw Unexpected(answer: "\(cause)") }
    }

    @Test func aFileOfAuthoritiesThatIsNoneFailsEveryFetch() async throws {
        let site = try await TLSSite()
        let agent = try #require(UserAgent(version: "0.0", contact: ""))
        let fetcher = Fetcher(
            as: agent, allowing: try AllowList(site.places), authorities: site.folder + "/nginx.conf")
        let cause = try await cause { () throws(FetchFailure) in
            try await fetcher.get("https://127.0.0.1:\(site.port(.valid))/")
        }
        guard case .tls = cause else { throw Unexpected(answer: "\(cause)") }
    }
}
