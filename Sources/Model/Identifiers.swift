/// The id of a source: lower-case letters, digits and hyphens, as its file in Feeds/ gives it (`harian-rekaan`).
public struct SourceID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let value: String

    /// - Returns: nil unless `value` is 1...60 characters of `a-z 0-9 -`, beginning with a letter or digit.
    public init?(_ value: String) {
        guard (1...60).contains(value.utf8.count), value.utf8.first != UInt8(ascii: "-"),
            value.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) || (97...122).contains($0) })
        else { return nil }
        self.value = value
    }

    public var description: String { value }
    public static func < (a: SourceID, b: SourceID) -> Bool { a.value < b.value }
}

/// A host as politeness sees it: the full lower-case name with its port where the port is not the scheme's own.
public struct HostName: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let value: String
    public init(_ value: String) { self.value = value }
    public var description: String { value }
    public static func < (a: HostName, b: HostName) -> Bool { a.value < b.value }
}

/// The number of a lead, as people type it: `1042` or `#1042`.
public struct LeadID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let value: Int64
    public init(_ value: Int64) { self.value = value }
    public var description: String { "#\(value)" }
    public static func < (a: LeadID, b: LeadID) -> Bool { a.value < b.value }
}

/// The store's number of an article.
public struct ArticleID: Hashable, Sendable, Comparable {
    public let value: Int64
    public init(_ value: Int64) { self.value = value }
    public static func < (a: ArticleID, b: ArticleID) -> Bool { a.value < b.value }
}

/// The number of an entry of the journal.
public struct EntryID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let value: Int64
    public init(_ value: Int64) { self.value = value }
    public var description: String { "\(value)" }
    public static func < (a: EntryID, b: EntryID) -> Bool { a.value < b.value }
}

/// Who decides: a short name without spaces (`aminah`), or the name of a service (`crawl`).
public struct Actor: Hashable, Sendable, CustomStringConvertible {
    public let name: String

    /// - Returns: nil unless `name` is 1...32 characters of letters, digits, `.`, `_`, `-`.
    public init?(_ name: String) {
        guard (1...32).contains(name.utf8.count),
            name.utf8.allSatisfy({
                $0 == 45 || $0 == 46 || $0 == 95 || (48...57).contains($0) || (65...90).contains($0)
                    || (97...122).contains($0)
            })
        else { return nil }
        self.name = name
    }

    public var description: String { name }
}
