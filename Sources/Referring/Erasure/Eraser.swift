public import Hashing
public import Model
public import Storing
import Text

/// Erases cases of persons, and tells those who were sent one.
public struct Eraser: Sendable {
    private let settings: RecordSettings
    private let makeID: @Sendable (Instant) -> UUIDv7

    /// - Parameter makeID: the ids of events; fresh and never repeated.
    public init(
        settings: RecordSettings, makeID: @escaping @Sendable (Instant) -> UUIDv7 = {
            UUIDv7(at: $0, random: randomBytes(10))
        }
    ) {
        (self.settings, self.makeID) = (settings, makeID)
    }

    /// What came of it.
    public enum Result: Hashable, Sendable {
        case erased(ErasedCase)
        /// It was erased before; nothing was done.
        case already(ErasureRecord)
        /// There is and was no such lead.
        case notFound
    }

    /// Erases a case. A prospect that has left gets a tombstone in the outbox, which takes the place of all its events
    /// there; one that never left is known to nobody, and none is told of it.
    ///
    /// Call it inside ``Store/write(_:)``: all of it is kept, or nothing.
    public func erase(
        _ lead: LeadID, because reason: ErasureReason, by author: Author, at now: Instant, in db: Connection
    ) throws(StoreError) -> Result {
        let erased = try db.erase(lead, because: reason, by: author, at: now) { db, row throws(StoreError) in
            try bury(row, because: reason, at: now, in: db)
        }
        if let erased { return .erased(erased) }
        return try db.erasure(of: lead).map { .already($0) } ?? .notFound
    }

    /// Tells the receivers of prospects that were purged here long ago that their time is over as well: after the
    /// months that the record's `retain_until` named.
    ///
    /// - Returns: how many tombstones lie in the outbox now.
    public func buryOverdue(at now: Instant, in db: Connection) throws(StoreError) -> Int {
        // Months as their longest: never before the day that was named.
        let rows = try db.purgedProspects(lastChangedBefore: now - .days(Int64(settings.retentionMonths) * 31))
        for row in rows {
            try db.withdraw(row, at: now)
            try bury(row, because: .retentionEnd, at: now, in: db)
        }
        return rows.count
    }

    /// Puts the tombstone of a prospect into the outbox; its other events must be gone.
    public func bury(
        _ row: ProspectRow, because reason: ErasureReason, at now: Instant, in db: Connection
    ) throws(StoreError) {
        let id = ProspectEvent.id(makeID(now))
        let revision = row.revision + 1
        let record = tombstone(of: row, because: reason, revision: revision, at: now, settings: settings)
        _ = try db.appendEvent(
            id, prospect: row.id, revision: revision, type: ProspectEvent.Kind.erased.rawValue, at: now
        ) { sequence in
            ProspectEvent(
                .erased, id: id, of: record, prospect: row.id, sequence: sequence, at: now, settings: settings
            ).bytes
        }
        try db.markSent(row.ref, revision: revision, hash: Digest(of: record.text).bytes, at: now)
    }
}
