/// One `Allow` or `Disallow` line.
public struct RobotsRule: Hashable, Sendable {
    /// Whether the line is an `Allow`.
    public let allows: Bool
    /// Begins where the path begins; `*` stands for any characters, `$` at the end for the end. Percent forms are in
    /// upper case, characters outside ASCII are percent-encoded.
    public let pattern: String
    /// The number of its line, from 1.
    public let line: Int

    /// As it would stand in a file: `disallow: /arkib`.
    public var text: String { (allows ? "allow: " : "disallow: ") + pattern }

    /// Whether it is to be preferred where both fit: the longer one, and `Allow` among equals (RFC 9309, 2.2.2).
    ///
    /// A rule without a pattern says nothing and is never stronger.
    func isStronger(than other: RobotsRule?) -> Bool {
        let length = pattern.utf8.count
        guard length > 0 else { return false }
        guard let other else { return true }
        let theirs = other.pattern.utf8.count
        return length > theirs || (length == theirs && allows && !other.allows)
    }

    func matches(_ path: [UInt8]) -> Bool { RobotsPattern.matches(Array(pattern.utf8), path) }
}
