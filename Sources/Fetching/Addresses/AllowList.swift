import Reading

/// The exact `host:port` places that an operator opens although their address is not public (an intranet feed, a test).
///
/// A numeric entry counts for what is connected to, by whatever name; a name counts for URLs that are written with
/// just that name and port. Nothing is opened by a range or a pattern: one mistake must not open a network.
public struct AllowList: Hashable, Sendable {
    private var addresses: Set<String> = []
    private var names: Set<String> = []

    /// Nothing is allowed beyond public addresses.
    public static let empty = AllowList()

    private init() {}

    /// - Parameter entries: such as `127.0.0.1:8080`, `[::1]:8080` or `berita.intranet:80`.
    /// - Throws: `AllowListError` with the first entry that is not a host and a port.
    public init(_ entries: some Sequence<String>) throws(AllowListError) {
        for entry in entries {
            guard let url = Self.place(entry) else { throw AllowListError(entry: entry) }
            if let address = IPAddress(url.hostWithoutBrackets) {
                addresses.insert(Self.key(address, url.effectivePort))
            } else {
                names.insert("\(url.host):\(url.effectivePort)")
            }
        }
    }

    /// Whether nothing is opened.
    public var isEmpty: Bool { addresses.isEmpty && names.isEmpty }

    /// Whether a socket to `address` may be opened for a URL of that host and port although the address is not public.
    ///
    /// - Parameters:
    ///   - host: as the URL writes it, in lower case.
    ///   - port: of the URL.
    ///   - connectedPort: of the socket; the same, unless a proxy stands between.
    public func opens(_ address: IPAddress, connectedPort: Int, host: String, port: Int) -> Bool {
        addresses.contains(Self.key(address, connectedPort)) || names.contains("\(host):\(port)")
    }

    private static func key(_ address: IPAddress, _ port: Int) -> String { "\(address) \(port)" }

    /// The root address of a place that is written with its port.
    private static func place(_ entry: String) -> WebURL? {
        guard let colon = entry.lastIndex(of: ":"), let port = Int(entry[entry.index(after: colon)...]),
            (1...65_535).contains(port), let url = WebURL("http://\(entry)/"), url.effectivePort == port,
            url.requestTarget == "/", !url.hasCredentials, !url.host.contains("*")
        else { return nil }
        return url
    }
}

/// An entry of an allow-list that is no `host:port`.
public struct AllowListError: Error, Hashable, Sendable, CustomStringConvertible {
    /// As it was written.
    public let entry: String
    /// What is wrong with it, and how an entry looks.
    public var description: String {
        "\"\(entry)\" does not name one place; write host:port, such as 127.0.0.1:8080, [::1]:8080 or berita.intranet:80"
    }
}
