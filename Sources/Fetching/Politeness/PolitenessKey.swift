public import Model
public import Reading

extension WebURL {
    /// What counts as one host for pace and blocks: the full name, with the port where it is not the scheme's own.
    ///
    /// The sites of a platform in the table share one key, because they share servers that count requests together.
    /// Others under one domain do not: a block of one of them is none of the others' business.
    public var politenessKey: HostName {
        let host = host
        let platform = Self.sharedPlatforms.first { host == $0 || host.hasSuffix("." + $0) }
        return platform.map { HostName($0) } ?? hostName
    }

    private static let sharedPlatforms = ["blogspot.com", "feedburner.com"]
}
