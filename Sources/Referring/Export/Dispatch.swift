import Hashing
public import Model
import Storing
import Text

/// What one look at the prospects put into the outbox.
public struct Dispatch: Hashable, Sendable {
    /// Events made: new prospects, and those whose record changed since it was sent.
    public var made = 0
    /// Prospects that may not or cannot leave, and why. They stay, and are looked at again each time.
    public var refused: [Refused] = []

    public struct Refused: Hashable, Sendable {
        public var ref: ProspectRef
        public var problem: RecordProblem
    }
}

/// Makes events of prospects. The one place that writes into the outbox, so that its order is the order of events.
struct Dispatcher: Sendable {
    /// Leads are read with their texts: a transaction of so many takes a fraction of a second.
    static let page = 100

    let settings: RecordSettings
    let catalogue: ProgrammeCatalogue
    let makeID: @Sendable (Instant) -> UUIDv7

    /// Looks at every prospect whose hold has ended, in transactions of a page each.
    func run(on store: Store, at now: Instant) async throws -> Dispatch {
        var total = Dispatch()
        var last: ProspectRow?
        while true {
            let (rows, made) = try await store.write { [last] db in
                let rows = try db.prospectsToSend(at: now, after: last, limit: Dispatcher.page)
                return (rows, try dispatch(rows, db, at: now))
            }
            total.made += made.made
            total.refused += made.refused
            guard rows.count == Dispatcher.page else { return total }
            last = rows.last
        }
    }

    private func dispatch(_ rows: [ProspectRow], _ db: Connection, at now: Instant) throws(StoreError) -> Dispatch {
        var result = Dispatch()
        for row in rows {
            guard let lead = try db.lead(row.lead, at: now) else { continue }
            let facts = try db.facts(
                of: row, revision: row.revision + 1, updatedAt: row.sentAt == nil ? row.acceptedAt : now)
            let draft: Draft
            do {
                draft = try self.draft(of: lead, facts)
            } catch {
                result.refused.append(.init(ref: row.ref, problem: error))
                continue
            }
            let systems = row.sentAt == nil ? try newMatches(of: row, draft.keys, db, at: now) : []
            guard systems.isEmpty else {
                result.refused.append(.init(ref: row.ref, problem: .knownElsewhere(lead.id, systems: systems)))
                continue
            }
            if draft.contentHash == row.sentHash {
                // Marked as looked at, so that it is not read again until its lead is touched.
                try db.markSent(row.ref, revision: row.revision, hash: draft.contentHash, at: now)
            } else {
                if try send(draft, row, db, at: now) { result.made += 1 }
            }
        }
        return result
    }

    /// A record and what it says apart from its revision and times, to see whether anything changed.
    private struct Draft {
        var record: JSONValue
        var contentHash: [UInt8]
        /// Hashed keys of its persons.
        var keys: [HashedKey]
    }

    private func draft(of lead: Lead, _ facts: ProspectFacts) throws(RecordProblem) -> Draft {
        let record = try prospectRecord(
            of: lead, facts: facts, suggestions: catalogue.suggestions(for: lead), settings: settings)
        let keys =
            settings.olderDedupeKeys.isEmpty
            ? personKeys(in: record) : try personKeys(of: lead, facts: facts, settings: settings)
        return Draft(record: record, contentHash: Digest(of: record.withoutTimes.text).bytes, keys: keys)
    }

    /// - Returns: false where nothing has to be said: it was taken back before anybody can have seen it.
    private func send(_ draft: Draft, _ row: ProspectRow, _ db: Connection, at now: Instant) throws(StoreError) -> Bool
    {
        let mayBeKnown = try db.removeUnsentEvents(of: row.id)
        let isWithdrawn = draft.record["status"]?.string == ReferralState.withdrawn.rawValue
        guard mayBeKnown || !isWithdrawn else {
            try db.markSent(row.ref, revision: row.revision, hash: draft.contentHash, at: now)
            return false
        }
        let kind: ProspectEvent.Kind =
            isWithdrawn ? .withdrawn : try db.events(of: row.id).isEmpty ? .created : .updated
        let id = ProspectEvent.id(makeID(now))
        _ = try db.appendEvent(
            id, prospect: row.id, revision: row.revision + 1, type: kind.rawValue, at: now
        ) { sequence in
            ProspectEvent(
                kind, id: id, of: draft.record, prospect: row.id, sequence: sequence, at: now, settings: settings
            ).bytes
        }
        try db.markSent(row.ref, revision: row.revision + 1, hash: draft.contentHash, at: now)
        return true
    }
}

extension JSONValue {
    /// A record without what changes by its being sent again.
    fileprivate var withoutTimes: JSONValue {
        guard let members else { return self }
        return .object(
            members.compactMap { member in
                switch member.name {
                case "revision", "updated_at", "retain_until": nil
                case "privacy": .init(member.name, member.value.withoutTimes)
                default: member
                }
            })
    }
}
