import Hashing
public import Storing
import Text

/// A hashed list that another agency or a register shares: a table (`scheme,value,key_id,other,standing,household,agency,
/// programme,since`; the first three are needed) or JSON Lines with the same members. No name stands in it.
public struct KnownFile: Sendable {
    /// Why a list was not taken.
    public struct Problem: Error, Hashable, Sendable {
        public var line: Int
        public var reason: String
    }

    let entries: [KnownEntry]
    /// The keys under which it is hashed, by their ids.
    public var keyIDs: Set<String> { Set(entries.map(\.key.keyID)) }
    public var count: Int { entries.count }

    private static let columns = [
        "scheme", "value", "key_id", "other", "standing", "household", "agency", "programme", "since",
    ]

    /// - Throws: the first problem: a list that is half taken would call somebody unknown.
    public init(_ bytes: [UInt8]) throws(Problem) {
        if bytes.first(where: { $0 > 32 && $0 < 0x80 }) == UInt8(ascii: "{") {
            entries = try KnownFile.lines(bytes)
        } else {
            entries = try KnownFile.table(bytes)
        }
    }

    private static func lines(_ bytes: [UInt8]) throws(Problem) -> [KnownEntry] {
        var entries: [KnownEntry] = []
        for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 32 }) else { continue }
            let json: JSONValue
            do { json = try JSONValue(parsing: line, maximumDepth: 5) } catch {
                throw Problem(line: number + 1, reason: "\(error)")
            }
            entries.append(try entry(line: number + 1) { json[$0]?.string })
        }
        return entries
    }

    private static func table(_ bytes: [UInt8]) throws(Problem) -> [KnownEntry] {
        let rows: [CSVReader.Row]
        do throws(CSVReader.Problem) {
            var reader = try CSVReader(bytes)
            rows = try reader.rows()
        } catch {
            throw Problem(line: error.line, reason: error.reason)
        }
        guard let heading = rows.first?.fields else { return [] }
        var places: [String: Int] = [:]
        for column in columns { places[column] = heading.firstIndex(of: column) }
        var entries: [KnownEntry] = []
        for row in rows.dropFirst() {
            entries.append(
                try entry(line: row.line) { column in
                    guard let place = places[column], row.fields.indices.contains(place) else { return nil }
                    return row.fields[place].isEmpty ? nil : row.fields[place]
                })
        }
        return entries
    }

    private static func entry(line: Int, _ text: (String) -> String?) throws(Problem) -> KnownEntry {
        guard let scheme = text("scheme"), contractCode(scheme) == scheme else {
            throw Problem(line: line, reason: "scheme is a code such as person-place-hmac-v1")
        }
        guard let value = text("value").flatMap({ [UInt8](hexadecimal: $0) }), value.count == 32 else {
            throw Problem(line: line, reason: "value is 64 hexadecimal digits")
        }
        guard let keyID = text("key_id"), contractCode(keyID) == keyID else {
            throw Problem(line: line, reason: "key_id names the key of the hash")
        }
        guard let standing = KnownStanding(rawValue: text("standing") ?? "known") else {
            throw Problem(line: line, reason: "standing is known or helped")
        }
        func short(_ column: String) -> String? { text(column).map { printable($0, limit: 80) } }
        return KnownEntry(
            key: HashedKey(scheme: scheme, value: value, keyID: keyID), other: short("other") ?? "line \(line)",
            standing: standing, household: short("household"), agency: short("agency"),
            programme: short("programme"), since: short("since"))
    }
}

extension Connection {
    /// Takes a list in the place of what we have of that system.
    public func take(_ file: KnownFile, of system: String) throws(StoreError) {
        try setKnown(file.entries, of: system)
    }
}
