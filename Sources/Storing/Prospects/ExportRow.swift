public import Model

/// One export that was written for a consumer.
public struct ExportRow: Hashable, Sendable {
    /// The manifest's `export_id`.
    public let id: UUIDv7
    public var consumer: String
    public var createdAt: Instant
    public var createdBy: Actor
    /// The events after the first and up to the second.
    public var after: Int64
    public var through: Int64
    /// Lines in its files.
    public var records: Int
    /// The manifest's file name, and the SHA-256 of its bytes in hexadecimal.
    public var manifest: String
    public var manifestSHA256: String
    /// nil until somebody confirms that it arrived.
    public var confirmedAt: Instant?
    /// Whether its files are encrypted; where not, why somebody wanted them plain.
    public var isSealed = false
    public var plainReason: String?

    public init(
        id: UUIDv7, consumer: String, createdAt: Instant, createdBy: Actor, after: Int64, through: Int64, records: Int,
        manifest: String, manifestSHA256: String, confirmedAt: Instant? = nil
    ) {
        (self.id, self.consumer, self.createdAt, self.createdBy) = (id, consumer, createdAt, createdBy)
        (self.after, self.through, self.records) = (after, through, records)
        (self.manifest, self.manifestSHA256, self.confirmedAt) = (manifest, manifestSHA256, confirmedAt)
    }
}

extension Connection {
    /// Notes an export whose files are written.
    public func add(_ export: ExportRow) throws(StoreError) {
        try run(
            """
            INSERT INTO export (id, consumer, created_at, created_by, after_sequence, through_sequence, records,
              manifest, manifest_sha256, confirmed_at, is_sealed, plain_reason)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """, export.id, export.consumer, export.createdAt, export.createdBy, export.after, export.through,
            export.records, export.manifest, export.manifestSHA256, export.confirmedAt, export.isSealed,
            export.plainReason)
    }

    /// The export of that id; nil where there is none.
    public func export(_ id: UUIDv7) throws(StoreError) -> ExportRow? {
        try first("SELECT * FROM export WHERE id = $1", id, make: ExportRow.init)
    }

    /// The exports of a consumer, or of all, newest first.
    public func exports(for consumer: String? = nil) throws(StoreError) -> [ExportRow] {
        var filter = SQLFilter()
        if let consumer { filter.add("consumer = $?", consumer) }
        return try rows(
            "SELECT * FROM export \(filter.whereClause) ORDER BY created_at DESC, id DESC", bind: filter.values,
            make: ExportRow.init)
    }

    /// Notes that an export arrived, and moves its consumer's cursor behind it.
    ///
    /// - Returns: the export as it is now; nil where there is none of that id. Confirming twice changes nothing.
    public func confirmExport(_ id: UUIDv7, at now: Instant) throws(StoreError) -> ExportRow? {
        guard let row = try export(id) else { return nil }
        try run("UPDATE export SET confirmed_at = $2 WHERE id = $1 AND confirmed_at IS NULL", id, now)
        try moveCursor(of: row.consumer, to: row.through, at: now)
        return try export(id)
    }
}

extension ExportRow {
    init(_ row: Row) throws(StoreError) {
        self.init(
            id: try row["id"], consumer: try row["consumer"], createdAt: try row["created_at"],
            createdBy: try row["created_by"], after: try row["after_sequence"], through: try row["through_sequence"],
            records: try row["records"], manifest: try row["manifest"], manifestSHA256: try row["manifest_sha256"],
            confirmedAt: try row["confirmed_at"])
        (isSealed, plainReason) = (try row["is_sealed"], try row["plain_reason"])
    }
}
