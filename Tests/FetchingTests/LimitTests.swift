import LoopbackServer
import Model
import Reading
import Testing

@testable import Fetching

/// One limit each, with its own error. The compressed bodies are written out as bytes: the tests know no compressor.
struct LimitTests {
    private func limits(_ change: (inout FetchLimits) -> Void) -> FetchLimits {
        var limits = FetchLimits()
        change(&limits)
        return limits
    }

    @Test func aBodyOverTheLimitIsAnError() async throws {
        let server = try LoopbackServer { _ in
            .init(body: .pieces { $0 < 1000 ? [UInt8](repeating: 32, count: 1000) : nil })
        }
        let fetcher = try fetcher(allowing: server, limits: limits { $0.feedBytes = 10_000 })
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get(server.url("/")) }
        #expect(cause == .tooLarge(limit: 10_000))
    }

    @Test func anEndlessBodyEndsAtTheLimit() async throws {
        let server = try LoopbackServer { _ in
            .init(body: .pieces { _ in [UInt8](repeating: 32, count: 65_536) }, framing: .untilClose)
        }
        let fetcher = try fetcher(allowing: server, limits: limits { $0.pageBytes = 1 << 20 })
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get(server.url("/"), as: .page) }
        #expect(cause == .tooLarge(limit: 1 << 20))
    }

    @Test(.timeLimit(.minutes(1))) func aDeclaredLengthOverTheLimitIsRefusedBeforeTheBody() async throws {
        let server = try LoopbackServer { _ in
            .init(body: .pieces { _ in nil }, framing: .declared(1 << 40))
        }
        let fetcher = try fetcher(allowing: server)
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get(server.url("/")) }
        #expect(cause == .tooLarge(limit: 15 << 20))
    }

    @Test func aBodyOfExactlyTheLimitIsTaken() async throws {
        let server = try LoopbackServer { _ in .init(body: .bytes([UInt8](repeating: 32, count: 10_000))) }
        let fetcher = try fetcher(allowing: server, limits: limits { $0.feedBytes = 10_000 })
        #expect(try await fetcher.get(server.url("/")).body.count == 10_000)
    }

    @Test func robotsTxtIsCutInsteadOfRefused() async throws {
        let server = try LoopbackServer { _ in .init(body: .bytes([UInt8](repeating: 35, count: 2 << 20))) }
        let response = try await fetcher(allowing: server).get(server.url("/robots.txt"), as: .robots)
        #expect(response.isCut)
        #expect(response.body.count == 512 << 10)
    }

    @Test func anErrorPageIsCutInsteadOfRefused() async throws {
        let server = try LoopbackServer { _ in
            .init(status: 404, body: .bytes([UInt8](repeating: 35, count: 32 << 20)))
        }
        let response = try await fetcher(allowing: server).get(server.url("/"))
        #expect(response.status == 404)
        #expect(response.body.count == 64 << 10)
    }

    @Test func aBombIsStoppedAfterDecompression() async throws {
        let server = try LoopbackServer { _ in
            .init(fields: [.init("Content-Encoding", "gzip")], body: .bytes(gzipOfZeros(blocks: 400)))
        }
        let fetcher = try fetcher(allowing: server, limits: limits { $0.feedBytes = 1 << 20 })
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get(server.url("/")) }
        #expect(cause == .tooLarge(limit: 1 << 20))
    }

    @Test func aHeaderOverTheLimitIsAnError() async throws {
        let server = try LoopbackServer { _ in
            var response = LoopbackServer.Response.text("x")
            for n in 0..<400 { response.fields.append(.init("X-\(n)", String(repeating: "a", count: 1000))) }
            return response
        }
        let fetcher = try fetcher(allowing: server)
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get(server.url("/")) }
        #expect(cause == .headersTooLarge(limit: 300_000))
    }

    @Test func oneHugeHeaderLineIsAnError() async throws {
        let server = try LoopbackServer { _ in
            .text("x", fields: [.init("X-Besar", String(repeating: "a", count: 2 << 20))])
        }
        let fetcher = try fetcher(allowing: server)
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get(server.url("/")) }
        #expect(cause == .headersTooLarge(limit: 300_000))
    }

    @Test(.timeLimit(.minutes(1))) func theTotalTimeCountsOverAllHops() async throws {
        let server = try LoopbackServer { request in
            var response = request.path == "/3" ? LoopbackServer.Response.text("x") : .redirect(to: "/3")
            if request.path != "/3" { response.delay = .milliseconds(700) } else { response.delay = .seconds(3600) }
            return response
        }
        let fetcher = try fetcher(allowing: server, limits: limits { $0.total = .seconds(1) })
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get(server.url("/1")) }
        #expect(cause == .timeout("total"))
    }

    @Test func aTransferWithoutBytesHasStalled() async throws {
        let server = try LoopbackServer { _ in
            var response = LoopbackServer.Response(body: .pieces { _ in [32] })
            response.pause = .seconds(60)
            return response
        }
        let fetcher = try fetcher(allowing: server, limits: limits { $0.stall = .seconds(2) })
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get(server.url("/")) }
        #expect(cause == .timeout("stalled"))
    }

    @Test func aSlowButHonestServerIsWaitedFor() async throws {
        let server = try LoopbackServer { _ in
            var response = LoopbackServer.Response.text("perlahan tapi sampai")
            (response.pieceSize, response.pause) = (4, .milliseconds(300))
            return response
        }
        let body = try await fetcher(allowing: server).get(server.url("/")).body
        #expect(String(decoding: body, as: UTF8.self) == "perlahan tapi sampai")
    }
}

/// A gzip file of `blocks` times 65,535 zero bytes in stored blocks, without its checksum: it never gets that far.
private func gzipOfZeros(blocks: Int) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    for _ in 0..<blocks { bytes += [0, 0xFF, 0xFF, 0, 0] + [UInt8](repeating: 0, count: 65_535) }
    return bytes + [1, 0, 0, 0xFF, 0xFF]
}
