import Foundation
import LoopbackServer

/// A blocking socket: what the server sends is seen byte for byte.
final class RawClient {
    struct Refused: Error {}

    private let socket: Int32

    init(port: UInt16) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Refused() }
        // A test that waits for what never comes shall fail, not hang.
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(socket) }

    func send(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// All that comes until `mark` was seen, the connection ends, or ten seconds have passed in silence.
    func read(until mark: String? = nil) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            bytes += buffer.prefix(count)
            if let mark, String(decoding: bytes, as: UTF8.self).contains(mark) { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// One request on a connection of its own, and all that came back until the server closed it.
    static func exchange(_ request: String, with server: LoopbackServer) throws -> String {
        let client = try RawClient(port: server.port)
        client.send(request)
        return client.read()
    }
}
