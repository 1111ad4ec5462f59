import Reading

/// What holds for every transfer of one engine.
struct TransferRules: Sendable {
    var limits: FetchLimits
    var allowed: AllowList
    /// nil: connections go to the servers themselves.
    var proxy: Proxy?
    /// A file with certificates of authorities beside those of the system.
    var authorities: String?

    /// Whether a URL may lead to that address: a public one, or one that the operator opened.
    func permits(_ address: IPAddress, port: Int, for url: WebURL) -> Bool {
        AddressGuard.refusal(of: address) == nil
            || allowed.opens(address, connectedPort: port, host: url.host, port: url.effectivePort)
    }
}
