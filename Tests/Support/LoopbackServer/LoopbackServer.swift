import Dispatch
import Foundation
import Locking

/// A small HTTP/1.1 server on 127.0.0.1 for tests and the demo: one thread a connection, keep-alive, no TLS.
///
/// It answers what its handler says, late, cut off or malformed where the handler says so, and remembers what it was
/// asked. Nothing outside this machine can reach it.
///
///     let server = try LoopbackServer { request in .text("you asked for \(request.path)") }
///     defer { server.stop() }
///     // fetch server.url("/feed.xml") …
public final class LoopbackServer: Sendable {
    /// Called on the connection's own thread, so it may be called several times at once; it may block.
    public typealias Handler = @Sendable (Request) -> Response

    /// The port on 127.0.0.1, chosen by the system unless one was asked for.
    public let port: UInt16
    private let listener: Descriptor
    private let stopSignal: StopSignal
    private let journal = Lock<[Exchange]>([])
    private let accepted = Lock(0)
    private let threads = DispatchGroup()

    /// Listens at once.
    ///
    /// - Parameter port: 0 lets the system choose a free one.
    /// - Throws: `LoopbackServerError` with the system call that failed.
    public init(port: UInt16 = 0, handler: @escaping Handler) throws {
        let listener = try Descriptor.listening(on: port)
        self.listener = listener
        self.port = try listener.boundPort()
        stopSignal = try StopSignal()
        startAccepting(handler)
    }

    deinit { stop() }

    /// `127.0.0.1:PORT`, as an allow-list names it.
    public var authority: String { "127.0.0.1:\(port)" }

    /// The address of `path`, which begins with `/`.
    public func url(_ path: String = "/") -> String { "http://\(authority)\(path)" }

    /// All that was asked since the start or the last `forget()`, in the order of arrival.
    public var exchanges: [Exchange] { journal.withLock { $0 } }

    /// The requests of `exchanges`.
    public var requests: [Request] { exchanges.map(\.request) }

    /// The largest number of requests that were being answered at one time.
    public var mostAtOnce: Int {
        let all = exchanges
        return all.map { one in
            all.count { $0.began <= one.began && ($0.ended.map { $0 > one.began } ?? true) }
        }.max() ?? 0
    }

    /// How many connections were opened since the start.
    public var connectionCount: Int { accepted.withLock { $0 } }

    /// The rests between the end of an answer and the begin of the next request; below zero where two overlapped, and
    /// where an answer has not ended.
    public var rests: [Duration] {
        let all = exchanges
        return zip(all, all.dropFirst()).map { before, after in
            before.ended.map { after.began - $0 } ?? .seconds(-1)
        }
    }

    /// Empties `exchanges`. A request that is being answered is forgotten too.
    public func forget() { journal.withLock { $0 = [] } }

    /// Closes the port and every connection, ends every wait, and returns when no thread is left. May be called twice.
    public func stop() {
        stopSignal.raise()
        threads.wait()
        listener.close()
    }

    private func startAccepting(_ handler: @escaping Handler) {
        // The threads hold what they need and not the server, so that letting go of the server stops it.
        let (listener, stopSignal, journal, threads) = (listener, stopSignal, journal, threads)
        let accepted = accepted
        Self.run(in: threads) {
            while stopSignal.waitUntilReadable(listener) {
                guard let socket = listener.accept() else { continue }
                accepted.withLock { $0 += 1 }
                Self.run(in: threads) {
                    Connection(socket: socket, stopSignal: stopSignal, journal: journal, handler: handler).serve()
                    socket.close()
                }
            }
        }
    }

    private static func run(in threads: DispatchGroup, _ body: @escaping @Sendable () -> Void) {
        threads.enter()
        Thread.detachNewThread {
            body()
            threads.leave()
        }
    }
}

/// A system call that failed while the server started.
public struct LoopbackServerError: Error, Sendable, CustomStringConvertible {
    public let call: String
    /// `errno` as it was.
    public let code: Int32
    public var description: String { "the loopback server cannot \(call): \(String(cString: strerror(code)))" }
}
