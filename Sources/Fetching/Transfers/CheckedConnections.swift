/// The kept connections whose address was checked when they were opened, by the host they were opened for.
///
/// libcurl tells the peer of a kept connection as the system tells it, and behind a wrapper of `connect` (SOCKS by
/// preloading) that is the wrapper's own address. Used on the transfer thread only.
final class CheckedConnections {
    struct Connection: Hashable {
        /// Host and port of the URL for which it was opened: another name on the same connection is checked anew.
        var host: String
        var port: Int
        /// Our end of it.
        var localAddress: String
        var localPort: Int
    }

    private var connections: Set<Connection> = []
    /// Closed ones are not taken out: a later connection from the same port was checked too. What is forgotten here is
    /// checked by its address.
    private static let limit = 10_000

    func insert(_ connection: Connection) {
        if connections.count >= Self.limit { connections = [] }
        connections.insert(connection)
    }

    func contains(_ connection: Connection) -> Bool { connections.contains(connection) }
}
