/// What a robots.txt says: RFC 9309, read as tolerantly as Google's public parser reads it.
///
/// Parsing and asking take time linear in the size of the file (times the length of the address where rules hold `*`).
public struct RobotsRules: Hashable, Sendable {
    /// Bytes of a file that are read; RFC 9309 asks for at least 500 KiB. What follows does not count.
    public static let byteLimit = 512 << 10

    /// Consecutive `User-agent` lines and the rules below them.
    struct Group: Hashable, Sendable {
        var namesEverybody = false
        /// In lower case.
        var agents: Set<String> = []
        var rules: [RobotsRule] = []
        /// In seconds; the largest where there are several.
        var crawlDelay: Double?
    }

    let groups: [Group]
    /// The addresses of `Sitemap` lines as they stand there, for everybody; at most 1,000.
    public let sitemaps: [String]

    /// No rules: everything is allowed.
    public static let none = RobotsRules(parsing: EmptyCollection())

    /// Reads a file. Never fails: what is no rule is passed over.
    public init(parsing bytes: some Collection<UInt8>) {
        var parser = RobotsParser()
        RobotsLines(bytes).visit { parser.read($0, number: $1) }
        (groups, sitemaps) = (parser.groups, parser.sitemaps)
    }

    /// Whether `agent` may fetch an address.
    ///
    /// - Parameters:
    ///   - agent: the product token, such as `Pantau`; compared without regard to case.
    ///   - target: the path with its query as a request line holds it, or a whole address.
    public func permission(for agent: String, to target: String) -> RobotsPermission {
        let agent = agent.lowercased()
        let ours = groups.filter { $0.agents.contains(agent) }
        // RFC 9309 section 2.2.1: all groups that name us count as one; those for everybody count where none does.
        let isNamed = !ours.isEmpty
        let counting = isNamed ? ours : groups.filter(\.namesEverybody)
        let path = RobotsPath.path(of: target)
        let best = counting.lazy.flatMap(\.rules).reduce(nil as RobotsRule?) { best, rule in
            rule.isStronger(than: best) && rule.matches(path) ? rule : best
        }
        return RobotsPermission(
            isAllowed: best?.allows ?? true, rule: best,
            group: isNamed ? agent : counting.isEmpty ? nil : "*",
            crawlDelay: counting.compactMap(\.crawlDelay).max())
    }
}

/// The answer to the question whether an address may be fetched, with its reason.
public struct RobotsPermission: Hashable, Sendable {
    /// Whether the address may be fetched.
    public var isAllowed: Bool
    /// The rule that decides; nil where none fits, which allows.
    public var rule: RobotsRule?
    /// Whose rules count: our name, `*`, or nil where there are none.
    public var group: String?
    /// In seconds as the file says it, 0 or more; nil where it says nothing.
    public var crawlDelay: Double?
}
