import Foundation
import LoopbackServer
import Testing

struct LoopbackServerTests {
    @Test func severalRequestsShareOneConnection() throws {
        let server = try LoopbackServer { .text("path \($0.path)") }
        defer { server.stop() }
        let client = try LoopbackClient(port: server.port)
        for path in ["/a", "/b?q=1"] {
            client.send("GET \(path) HTTP/1.1\r\nHost: x\r\n\r\n")
            let answer = String(decoding: client.read(until: "path \(path.prefix(2))"), as: UTF8.self)
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        }
        #expect(server.requests.map(\.target) == ["/a", "/b?q=1"])
        #expect(server.exchanges.allSatisfy { $0.status == 200 })
    }

    @Test(arguments: [
        "Content-Length: 5\r\n\r\nhello", "Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
    ])
    func aBodyIsReadHoweverItIsFramed(rest: String) throws {
        let server = try LoopbackServer { .text(String(decoding: $0.body, as: UTF8.self)) }
        defer { server.stop() }
        let answer = try LoopbackClient.exchange("POST / HTTP/1.1\r\nConnection: close\r\n" + rest, with: server)
        #expect(answer.hasSuffix("hello"))
    }

    @Test(arguments: [
        "nonsense\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -4\r\n\r\n", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ])
    func aRequestThatIsNoHTTPIsAnsweredWith400(request: String) throws {
        let server = try LoopbackServer { _ in .text("never") }
        defer { server.stop() }
        #expect(try LoopbackClient.exchange(request, with: server).hasPrefix("HTTP/1.1 400 "))
        #expect(server.requests.isEmpty)
    }

    @Test func aNotModifiedAnswerHasNoBody() throws {
        let server = try LoopbackServer { _ in .text("hidden", status: 304) }
        defer { server.stop() }
        let answer = try LoopbackClient.exchange("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", with: server)
        #expect(answer.hasSuffix("\r\n\r\n"))
        #expect(!answer.contains("Content-Length"))
    }

    @Test func aHeadRequestGetsTheHeadAlone() throws {
        let server = try LoopbackServer { _ in .text("hidden") }
        defer { server.stop() }
        let answer = try LoopbackClient.exchange("HEAD / HTTP/1.1\r\nConnection: close\r\n\r\n", with: server)
        #expect(answer.contains("Content-Length: 6\r\n"))
        #expect(answer.hasSuffix("\r\n\r\n"))
    }

    @Test func piecesAreSentAsChunks() throws {
        let server = try LoopbackServer { _ in
            .init(body: .pieces { $0 < 3 ? Array("p\($0)".utf8) : nil })
        }
        defer { server.stop() }
        let answer = try LoopbackClient.exchange("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", with: server)
        #expect(answer.hasSuffix("\r\n\r\n2\r\np0\r\n2\r\np1\r\n2\r\np2\r\n0\r\n\r\n"))
    }

    @Test func aDeclaredLengthMayBeALie() throws {
        let server = try LoopbackServer { _ in
            .init(body: .bytes(Array("short".utf8)), framing: .declared(500))
        }
        defer { server.stop() }
        let answer = try LoopbackClient.exchange("GET / HTTP/1.1\r\n\r\n", with: server)
        #expect(answer.contains("Content-Length: 500\r\n"))
        #expect(answer.hasSuffix("short"))
    }

    @Test func anAnswerIsCutWhereItIsTold() throws {
        let server = try LoopbackServer { _ in
            .init(body: .bytes(Array("0123456789".utf8)), pause: .milliseconds(20), pieceSize: 2, cutAfter: 4)
        }
        defer { server.stop() }
        let answer = try LoopbackClient.exchange("GET / HTTP/1.1\r\n\r\n", with: server)
        #expect(answer.contains("Content-Length: 10\r\n"))
        #expect(!answer.contains("4"))
    }

    @Test func rawBytesAreSentAsTheyAre() throws {
        let server = try LoopbackServer { _ in .init(raw: Array("SSH-2.0-other\r\n".utf8)) }
        defer { server.stop() }
        #expect(try LoopbackClient.exchange("GET / HTTP/1.1\r\n\r\n", with: server) == "SSH-2.0-other\r\n")
    }

    @Test(.timeLimit(.minutes(1))) func stoppingEndsAWaitThatWouldLastAnHour() throws {
        let server = try LoopbackServer { _ in .init(delay: .seconds(3600)) }
        let client = try LoopbackClient(port: server.port)
        client.send("GET / HTTP/1.1\r\n\r\n")
        while server.requests.isEmpty { usleep(1000) }
        server.stop()
        #expect(throws: (any Error).self) { try LoopbackClient(port: server.port) }
    }

    @Test(.timeLimit(.minutes(1))) func stoppingEndsABodyThatNeverEnds() throws {
        let server = try LoopbackServer { _ in .init(body: .pieces { _ in [UInt8](repeating: 32, count: 65_536) }) }
        let client = try LoopbackClient(port: server.port)
        client.send("GET / HTTP/1.1\r\n\r\n")
        _ = client.read(until: "\r\n\r\n")
        server.stop()
        #expect(server.exchanges.allSatisfy { $0.ended != nil })
    }

    @Test func lettingGoOfTheServerStopsIt() throws {
        let port: UInt16
        do {
            let server = try LoopbackServer { _ in .text("ok") }
            port = server.port
        }
        #expect(throws: (any Error).self) { try LoopbackClient(port: port) }
    }

    @Test func requestsAnsweredAtTheSameTimeAreCounted() throws {
        let server = try LoopbackServer { _ in .init(delay: .milliseconds(200)) }
        defer { server.stop() }
        let clients = try (0..<3).map { _ in try LoopbackClient(port: server.port) }
        for client in clients { client.send("GET / HTTP/1.1\r\n\r\n") }
        for client in clients { _ = client.read(until: "\r\n\r\n") }
        #expect(server.mostAtOnce == 3)
        server.forget()
        #expect(server.exchanges.isEmpty)
    }

    @Test func aPortInUseIsAnErrorThatSaysSo() throws {
        let server = try LoopbackServer { _ in .text("ok") }
        defer { server.stop() }
        let error = #expect(throws: LoopbackServerError.self) {
            try LoopbackServer(port: server.port) { _ in .text("second") }
        }
        #expect(error?.description.contains("bind port \(server.port)") == true)
    }
}
