import Hashing
public import Model
public import Storing
import Text

/// The hashed keys of the persons in a record; those of addresses and texts are left out, which a whole group shares.
func personKeys(in record: JSONValue) -> [HashedKey] {
    (record["dedupe"]?["keys"]?.items ?? []).compactMap { key in
        guard let scheme = key["scheme"]?.string, let keyID = key["key_id"]?.string,
            let value = key["value"]?.string.flatMap({ [UInt8](hexadecimal: $0) })
        else { return nil }
        return HashedKey(scheme: scheme, value: value, keyID: keyID)
    }
}

/// The keys of a lead's persons under every key that we hold: lists of other agencies may be a year old.
///
/// - Throws: `RecordProblem` where no record can be made of the lead.
public func personKeys(
    of lead: Lead, facts: ProspectFacts, settings: RecordSettings
) throws(RecordProblem) -> [HashedKey] {
    var found: [HashedKey] = []
    for key in [settings.dedupeKey].compactMap({ $0 }) + settings.olderDedupeKeys {
        var settings = settings
        settings.dedupeKey = key
        found += personKeys(in: try prospectRecord(of: lead, facts: facts, suggestions: [], settings: settings))
    }
    return found
}

extension Dispatcher {
    /// Under which name our own prospects stand among the lists.
    static let ownSystem = "pantau"

    /// Looks for a new prospect in the lists of others and among our own, and puts it there.
    ///
    /// - Returns: the systems that know somebody like it, where no person has answered yet; empty where it may be sent.
    func newMatches(
        of row: ProspectRow, _ keys: [HashedKey], _ db: Connection, at now: Instant
    ) throws(StoreError) -> [String] {
        let own = row.id.description
        for key in keys {
            for (system, entry) in try db.known(key) where system != Self.ownSystem || entry.other != own {
                try db.addMatch(row.id, system, entry.other, scheme: key.scheme, at: now)
            }
        }
        let open = try db.openMatches(of: row.id)
        guard open.isEmpty else { return Set(open.map(\.system)).sorted() }
        for key in keys { try db.addKnown(KnownEntry(key: key, other: own, standing: .known), of: Self.ownSystem) }
        return []
    }
}
