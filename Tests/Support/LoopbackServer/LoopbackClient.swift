import Foundation

/// A blocking client of the loopback server that adds nothing, caches nothing and follows nothing: what the server sends
/// is seen byte for byte.
public final class LoopbackClient {
    /// An answer cut into its parts.
    public struct Answer {
        public var status: Int
        public var fields: [LoopbackServer.Field]
        /// As it came: chunks are not joined.
        public var body: [UInt8]

        public var text: String { String(decoding: body, as: UTF8.self) }

        /// The first field with that name, whatever its case.
        public subscript(_ name: String) -> String? {
            fields.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    private let socket: Int32

    /// - Throws: `LoopbackServerError` where nobody listens.
    public init(port: UInt16) throws {
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
        guard connected == 0 else { throw LoopbackServerError(call: "connect to port \(port)", code: errno) }
        // A test that waits for what never comes shall fail, not hang.
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(socket) }

    /// Sends the bytes of `text` as they are.
    public func send(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// All that comes until `mark` was seen, the connection ends, or ten seconds have passed in silence.
    public func read(until mark: String? = nil) -> [UInt8] {
        let mark = mark.map { Array($0.utf8) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return bytes }
            bytes += buffer.prefix(count)
            if let mark, bytes.contains(mark) { return bytes }
        }
    }

    /// One request on a connection of its own, and all that came back until the server closed it.
    public static func exchange(_ request: String, with server: LoopbackServer) throws -> String {
        let client = try LoopbackClient(port: server.port)
        client.send(request)
        return String(decoding: client.read(), as: UTF8.self)
    }

    /// Asks for a path on a connection of its own.
    ///
    /// - Throws: `LoopbackServerError` where nobody listens or the answer is no HTTP.
    public static func get(
        _ path: String, from server: LoopbackServer, fields: [LoopbackServer.Field] = []
    ) throws -> Answer {
        let client = try LoopbackClient(port: server.port)
        let lines = fields.map { "\($0.name): \($0.value)\r\n" }.joined()
        client.send("GET \(path) HTTP/1.1\r\nHost: \(server.authority)\r\nConnection: close\r\n\(lines)\r\n")
        let bytes = client.read()
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else {
            throw LoopbackServerError(call: "read an answer to \(path)", code: EPROTO)
        }
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(whereSeparator: \.isNewline)
        guard let status = head.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw LoopbackServerError(call: "read the status of \(path)", code: EPROTO)
        }
        let received = head.dropFirst().compactMap { line in
            line.firstRange(of: ": ").map {
                LoopbackServer.Field(String(line[..<$0.lowerBound]), String(line[$0.upperBound...]))
            }
        }
        return Answer(status: status, fields: received, body: Array(bytes[end.upperBound...]))
    }
}
