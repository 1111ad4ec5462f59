import Glibc

extension IPAddress {
    /// The address and port in a socket address; no address for a family that is neither IPv4 nor IPv6.
    static func read(_ place: UnsafePointer<sockaddr>, family: Int32) -> (address: IPAddress?, port: Int) {
        let raw = UnsafeRawPointer(place)
        switch family {
        case AF_INET:
            let v4 = raw.loadUnaligned(as: sockaddr_in.self)
            return (withUnsafeBytes(of: v4.sin_addr) { IPAddress(bytes: $0) }, Int(UInt16(bigEndian: v4.sin_port)))
        case AF_INET6:
            let v6 = raw.loadUnaligned(as: sockaddr_in6.self)
            return (withUnsafeBytes(of: v6.sin6_addr) { IPAddress(bytes: $0) }, Int(UInt16(bigEndian: v6.sin6_port)))
        case _: return (nil, 0)
        }
    }
}
