import Foundation
import Locking

/// A socket or pipe end that is closed once.
final class Descriptor: Sendable {
    let number: Int32
    private let isOpen = Lock(true)

    init(_ number: Int32) { self.number = number }

    deinit { close() }

    func close() {
        isOpen.withLock { isOpen in
            if isOpen { _ = Glibc.close(number) }
            isOpen = false
        }
    }

    /// A non-blocking listening socket on 127.0.0.1.
    static func listening(on port: UInt16) throws -> Descriptor {
        let socket = Descriptor(Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0))
        guard socket.number >= 0 else { throw LoopbackServerError(call: "open a socket", code: errno) }
        socket.set(SO_REUSEADDR, to: Int32(1))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket.number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard bound == 0 else { throw LoopbackServerError(call: "bind port \(port)", code: errno) }
        guard listen(socket.number, SOMAXCONN) == 0 else { throw LoopbackServerError(call: "listen", code: errno) }
        // Between poll and accept the client may be gone; a blocking accept would then hang until the next one.
        _ = fcntl(socket.number, F_SETFL, O_NONBLOCK)
        return socket
    }

    func boundPort() throws -> UInt16 {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(number, $0, &length) }
        }
        guard result == 0 else { throw LoopbackServerError(call: "learn its port", code: errno) }
        return UInt16(bigEndian: address.sin_port)
    }

    /// The next connection; nil where its client has already gone.
    func accept() -> Descriptor? {
        let socket = Glibc.accept(number, nil, nil)
        guard socket >= 0 else { return nil }
        _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
        var yes: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        return Descriptor(socket)
    }

    /// Makes the coming `close` a reset (RST) that throws away what was not yet sent.
    func resetOnClose() { set(SO_LINGER, to: linger(l_onoff: 1, l_linger: 0)) }

    /// What is there to read, at most `limit` bytes; nil at the end or on an error.
    func read(_ limit: Int) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: limit)
        let count = recv(number, &buffer, limit, Int32(MSG_DONTWAIT))
        if count < 0, errno == EAGAIN || errno == EINTR { return [] }
        return count > 0 ? Array(buffer.prefix(count)) : nil
    }

    /// Sends what the system takes now and says how much that was; nil where the connection is lost.
    func write(_ bytes: ArraySlice<UInt8>) -> Int? {
        let count = bytes.withUnsafeBytes {
            send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
        }
        if count < 0, errno == EAGAIN || errno == EINTR { return 0 }
        return count >= 0 ? count : nil
    }

    private func set<Value: BitwiseCopyable>(_ option: Int32, to value: Value) {
        var value = value
        setsockopt(number, SOL_SOCKET, option, &value, socklen_t(MemoryLayout<Value>.size))
    }
}
