/// A word that people put on leads to find them again: `flood-2026`, `call-monday`. A code, not a remark: the journal
/// keeps it for ever, so it has no room for a name or a number of more than a few digits in a row.
public struct LeadLabel: Hashable, Sendable, Comparable, LosslessStringConvertible {
    public let text: String

    /// - Returns: nil unless `text` is 1...32 letters `a-z` (upper case is lowered), digits and hyphens, begins with a
    ///   letter, and has no more than four digits in a row and eight in all, as a telephone number or an identity card has.
    public init?(_ text: String) {
        let lower = text.lowercased()
        guard (1...32).contains(lower.utf8.count), let first = lower.utf8.first, (97...122).contains(first),
            lower.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) || (97...122).contains($0) }),
            lower.utf8.split(whereSeparator: { !(48...57).contains($0) }).allSatisfy({ $0.count <= 4 }),
            lower.utf8.count(where: { (48...57).contains($0) }) <= 8
        else { return nil }
        self.text = lower
    }

    public var description: String { text }
    public static func < (a: LeadLabel, b: LeadLabel) -> Bool { a.text < b.text }
}
