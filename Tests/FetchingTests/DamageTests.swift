import LoopbackServer
import Model
import Reading
import Testing

@testable import Fetching

/// Answers that end too early, lie about themselves or are no HTTP.
struct DamageTests {
    private func cause(of response: LoopbackServer.Response) async throws -> FailureCause {
        let server = try LoopbackServer { _ in response }
        let fetcher = try fetcher(allowing: server)
        return try await FetchingTests.cause { () throws(FetchFailure) in try await fetcher.get(server.url("/")) }
    }

    private func raw(_ text: String) -> LoopbackServer.Response { .init(raw: Array(text.utf8)) }

    @Test func aBodyShorterThanDeclaredIsCutOff() async throws {
        let response = LoopbackServer.Response(body: .bytes(Array("<rss>".utf8)), framing: .declared(500))
        #expect(try await cause(of: response) == .truncated)
    }

    @Test func aChunkedBodyWithoutItsEndIsCutOff() async throws {
        #expect(
            try await cause(of: raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n"))
                == .truncated)
    }

    @Test func aResetInMidBodyIsCutOff() async throws {
        var response = LoopbackServer.Response(body: .bytes([UInt8](repeating: 32, count: 100_000)))
        response.cutAfter = 50_000
        #expect(try await cause(of: response) == .truncated)
    }

    @Test func aResetBeforeTheAnswerIsALostConnection() async throws {
        var response = LoopbackServer.Response.text("x")
        response.cutAfter = 0
        #expect(try await cause(of: response) == .connect("lost"))
    }

    @Test func twoDifferentLengthsAreNotHTTP() async throws {
        let cause = try await cause(of: raw("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde"))
        guard case .protocolError = cause else { throw Unexpected(answer: "\(cause)") }
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabcde", "SSH-2.0-OpenSSH_9.2\r\n", "\u{1}\u{2}\u{3}garbage",
        "<html>HTTP/0.9 needs no header</html>", "HTTP/1.1 abc\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
    ])
    func whatIsNoHTTPIsAnError(_ bytes: String) async throws {
        switch try await cause(of: raw(bytes)) {
        case .protocolError, .truncated: break
        case let other: Issue.record("\(other)")
        }
    }

    @Test func anUnknownEncodingIsAnError() async throws {
        let cause = try await cause(of: .text("x", fields: [.init("Content-Encoding", "x-rekaan")]))
        guard case .badEncoding = cause else { throw Unexpected(answer: "\(cause)") }
    }

    @Test func moreThanFiveEncodingsAreAnError() async throws {
        let field = Array(repeating: "gzip", count: 6).joined(separator: ", ")
        let cause = try await cause(of: .text("x", fields: [.init("Content-Encoding", field)]))
        guard case .badEncoding = cause else { throw Unexpected(answer: "\(cause)") }
    }

    @Test func textThatClaimsToBeGzipIsAnError() async throws {
        let cause = try await cause(of: .text("<rss/>", fields: [.init("Content-Encoding", "gzip")]))
        guard case .badEncoding = cause else { throw Unexpected(answer: "\(cause)") }
    }

    @Test func gzipWithAWrongChecksumIsAnError() async throws {
        // "abc" stored, with a CRC of zeros.
        let body: [UInt8] = [
            0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 3, 0, 0xFC, 0xFF, 97, 98, 99, 0, 0, 0, 0, 3, 0, 0, 0,
        ]
        let cause = try await cause(of: .init(fields: [.init("Content-Encoding", "gzip")], body: .bytes(body)))
        guard case .badEncoding = cause else { throw Unexpected(answer: "\(cause)") }
    }

    @Test func aGzipBodyThatIsCutBeforeItWasSentIsTruncated() async throws {
        // The length is right: only the packing knows that something is missing.
        let whole = gzipped(Array("Hujan lebat di hulu sungai. ".utf8) + (0..<2000).map { UInt8($0 * 31 & 0xFF) })
        let body = Array(whole.prefix(whole.count / 2))
        #expect(
            try await cause(of: .init(fields: [.init("Content-Encoding", "gzip")], body: .bytes(body))) == .truncated)
    }

    @Test func interimAnswersDoNotCount() async throws {
        let server = try LoopbackServer { _ in
            .init(
                raw: Array(
                    "HTTP/1.1 103 Early Hints\r\nX-A: 1\r\n\r\nHTTP/1.1 200 OK\r\nX-B: 2\r\nContent-Length: 1\r\n\r\nx"
                        .utf8))
        }
        let response = try await fetcher(allowing: server).get(server.url("/"))
        #expect(response.status == 200)
        #expect(response.headers["x-a"] == nil)
        #expect(response.headers["x-b"] == "2")
    }
}
