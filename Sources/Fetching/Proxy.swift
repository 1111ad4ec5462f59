public import Reading

/// A web proxy that every request goes through, because the operator says so. The environment never does.
///
/// Behind a proxy the guard cannot see what is connected to. It looks up the name itself and refuses unless every address
/// is public; but the proxy looks it up again, and a name server that answers it something else is believed. Whoever lets
/// a proxy reach private networks has to close that gap there.
public struct Proxy: Hashable, Sendable {
    /// Without user name and password.
    public let url: WebURL
    let credentials: Credentials?

    /// - Parameter text: `http://proksi.example:3128`, with `user:password@` where the proxy wants it.
    /// - Returns: nil for what is no http or https address, and for one with a path or query.
    public init?(_ text: String) {
        guard let url = WebURL(text), url.requestTarget == "/", url.fragment == nil else { return nil }
        self.url = url.withoutCredentials
        credentials = Credentials(of: url)
    }
}
