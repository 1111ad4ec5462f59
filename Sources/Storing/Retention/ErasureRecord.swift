public import Model

/// That a case was erased, and by what its articles are known again. Holds hashes and numbers only.
public struct ErasureRecord: Hashable, Sendable {
    /// 1, 2, 3, ...
    public var number: Int64
    /// The number it had. After an older database was put back another lead may have it.
    public var lead: LeadID
    /// Where it was a prospect.
    public var prospect: UUIDv7?
    /// Its reference, where it was a prospect.
    public var ref: ProspectRef?
    public var reason: ErasureReason
    public var at: Instant
    /// Keyed hashes, 16 bytes each, in their order.
    var keys: [[UInt8]] = []
    /// Masked fingerprints, in their order.
    var wordings: [UInt64] = []
}

extension ErasureReason: SQLConvertible {}

extension Connection {
    /// The newest erasure of the lead of that number; nil where it was never erased.
    public func erasure(of lead: LeadID) throws(StoreError) -> ErasureRecord? {
        try first("SELECT * FROM erasure WHERE lead = $1 ORDER BY number DESC LIMIT 1", lead, make: ErasureRecord.init)
    }

    /// The erasure of the prospect of that reference; nil where it was never erased.
    public func erasure(of ref: ProspectRef) throws(StoreError) -> ErasureRecord? {
        try first("SELECT * FROM erasure WHERE ref = $1 ORDER BY number DESC LIMIT 1", ref, make: ErasureRecord.init)
    }

    /// How many cases of persons were erased, and when the last was.
    public func erasureCount() throws(StoreError) -> (count: Int, last: Instant?) {
        (
            try value("SELECT count(*) FROM erasure") ?? 0,
            try value("SELECT max(at) FROM erasure", as: Instant?.self) ?? nil
        )
    }

    /// Whether pages of erased cases may still stand in the archive.
    public func hasArchiveToClean() throws(StoreError) -> Bool {
        try value("SELECT EXISTS (SELECT 1 FROM erasure WHERE is_archive_clean = 0)") ?? false
    }

    /// Notes that the archive was gone through for all that was erased up to and with that number.
    public func markArchiveClean(through number: Int64) throws(StoreError) {
        try run("UPDATE erasure SET is_archive_clean = 1 WHERE number <= $1", number)
    }

    /// The number of the last erasure; 0 where there was none.
    public func lastErasure() throws(StoreError) -> Int64 {
        try value("SELECT max(number) FROM erasure", as: Int64?.self).flatMap { $0 } ?? 0
    }

    /// Every erasure with its hashes, oldest first.
    func erasures() throws(StoreError) -> [ErasureRecord] {
        try rows("SELECT * FROM erasure ORDER BY number") { row throws(StoreError) in
            var record = try ErasureRecord(row)
            record.keys = try rows("SELECT hash FROM erased_key WHERE erasure = $1 ORDER BY hash", record.number) {
                row throws(StoreError) in try row["hash"]
            }
            record.wordings = try rows(
                "SELECT bits FROM erased_wording WHERE erasure = $1 ORDER BY bits", record.number
            ) { row throws(StoreError) in try row["bits"] }
            return record
        }
    }

    /// Keeps an erasure.
    ///
    /// - Returns: the record with its number.
    func add(_ record: ErasureRecord) throws(StoreError) -> ErasureRecord {
        var record = record
        let number: Int64? = try value(
            """
            INSERT INTO erasure (lead, prospect, ref, reason, at) VALUES ($1, $2, $3, $4, $5) RETURNING number
            """, record.lead, record.prospect, record.ref, record.reason, record.at)
        guard let number else { throw .constraint("an erasure was not written") }
        record.number = number
        try addKeys(of: record)
        return record
    }

    private func addKeys(of record: ErasureRecord) throws(StoreError) {
        for hash in record.keys { try addErasedKey(hash, erasure: record.number) }
        for bits in record.wordings {
            try run(
                "INSERT INTO erased_wording (bits, erasure) VALUES ($1, $2) ON CONFLICT DO NOTHING", bits,
                record.number)
        }
    }

    /// A key of a case that was rejected and purged belongs to the person's erasure from then on.
    func addErasedKey(_ hash: [UInt8], erasure: Int64?) throws(StoreError) {
        try run(
            """
            INSERT INTO erased_key (hash, erasure) VALUES ($1, $2)
            ON CONFLICT (hash) DO UPDATE SET erasure = coalesce(erased_key.erasure, excluded.erasure)
            """, hash, erasure)
    }
}

extension ErasureRecord {
    init(_ row: Row) throws(StoreError) {
        self.init(
            number: try row["number"], lead: try row["lead"], prospect: try row["prospect"], ref: try row["ref"],
            reason: try row["reason"], at: try row["at"])
    }
}
