import LoopbackServer
import Model
import Reading
import Testing

@testable import Fetching

/// One limit each, with its own error.
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

    @Test(arguments: ContentCoding.allCases) func aPackedBodyIsUnpacked(_ coding: ContentCoding) async throws {
        let text = Array("Hujan lebat di hulu sungai.".utf8)
        let body =
            switch coding {
            case .gzip: gzipped(text)
            case .deflate: deflated(text, withHeader: true)
            case .brotli: brotliStored(text)
            }
        let server = try LoopbackServer { _ in
            .init(fields: [.init("Content-Encoding", coding.rawValue)], body: .bytes(body))
        }
        let fetcher = try fetcher(allowing: server)
        for document in RequestKind.allCases {
            #expect(try await fetcher.get(server.url("/"), as: document).body == text)
        }
    }

    @Test func theLimitCountsAfterUnpacking() async throws {
        let bomb = gzipped([UInt8](repeating: 0, count: 2 << 20))
        let server = try LoopbackServer { _ in .init(fields: [.init("Content-Encoding", "gzip")], body: .bytes(bomb)) }
        let fetcher = try fetcher(allowing: server, limits: limits { $0.feedBytes = 1 << 20 })
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get(server.url("/")) }
        #expect(cause == .tooLarge(limit: 1 << 20))
    }

    @Test func aPackedRobotsTxtIsCutInsteadOfRefused() async throws {
        let packed = gzipped([UInt8](repeating: 35, count: 32 << 20))
        let server = try LoopbackServer { _ in .init(fields: [.init("Content-Encoding", "gzip")], body: .bytes(packed))
        }
        let response = try await fetcher(allowing: server).get(server.url("/robots.txt"), as: .robots)
        #expect(response.isCut)
        #expect(response.body == [UInt8](repeating: 35, count: 512 << 10))
    }

    private static let packedErrors: [([UInt8], bodyBytes: Int, isCut: Bool)] = [
        (gzipped([UInt8](repeating: 35, count: 900_000)), 65_536, true),
        (gzipped([UInt8](repeating: 35, count: 32 << 20)), 0, true),
        (gzipped(Array("tiada".utf8)), 5, false), (Array("bukan gzip, tetapi teks biasa".utf8), 0, true),
    ]

    @Test(arguments: packedErrors)
    func aPackedErrorPageIsCutAndItsStatusCounts(_ body: [UInt8], _ bodyBytes: Int, _ isCut: Bool) async throws {
        let server = try LoopbackServer { _ in
            .init(status: 404, fields: [.init("Content-Encoding", "gzip")], body: .bytes(body))
        }
        let response = try await fetcher(allowing: server).get(server.url("/"))
        #expect(response.status == 404)
        #expect(response.body.count == bodyBytes)
        #expect(response.isCut == isCut)
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

    @Test func aServerThatTakesNoConnectionTimesOutThere() async throws {
        let wall = try SilentPort()
        let agent = try #require(UserAgent(version: "0.0", contact: ""))
        let fetcher = Fetcher(
            as: agent, limits: limits { $0.connect = .seconds(1) }, allowing: try AllowList(["127.0.0.1:\(wall.port)"]))
        let cause = try await cause { () throws(FetchFailure) in try await fetcher.get("http://127.0.0.1:\(wall.port)/")
        }
        #expect(cause == .timeout("connect"))
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
