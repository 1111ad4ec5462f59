import Hashing
public import Model
public import Text

/// What a receiver checks before it reads: how many, how large, and that nothing is missing (contract, section 4a).
public struct ExportManifest: Hashable, Sendable {
    /// One file of lines.
    public struct File: Hashable, Sendable {
        public var name: String
        public var bytes: Int
        /// In hexadecimal.
        public var sha256: String
        public var records: Int
        /// Encrypted with age; bytes and SHA-256 are those of the encrypted file.
        public var isSealed: Bool

        public init(name: String, bytes: Int, sha256: String, records: Int, isSealed: Bool = false) {
            (self.name, self.bytes, self.sha256, self.records) = (name, bytes, sha256, records)
            self.isSealed = isSealed
        }
    }

    public var id: UUIDv7
    public var source: String
    public var isTest: Bool
    public var consumer: String
    public var createdAt: Instant
    /// A pseudonym, never a name.
    public var createdBy: String
    public var files: [File]
    /// How many records of each status.
    public var counts: [String: Int]
    /// The consumer's cursor before, and the last sequence in the files.
    public var after: Int64
    public var through: Int64
    /// nil until it is signed.
    public private(set) var signature: ManifestSignature?

    public init(
        id: UUIDv7, source: String, isTest: Bool, consumer: String, createdAt: Instant, createdBy: String,
        files: [File], counts: [String: Int], after: Int64, through: Int64
    ) {
        (self.id, self.source, self.isTest, self.consumer) = (id, source, isTest, consumer)
        (self.createdAt, self.createdBy, self.files, self.counts) = (createdAt, createdBy, files, counts)
        (self.after, self.through) = (after, through)
    }

    mutating func sign(with key: SigningKey) {
        signature = nil
        signature = ManifestSignature(of: json, by: key)
    }

    public var count: Int { files.reduce(0) { $0 + $1.records } }

    /// Valid by export-manifest.schema.json.
    public var json: JSONValue { unsigned.with([("signature", signature?.json)]) }

    private var unsigned: JSONValue {
        [
            "schema_version": "1.0.0", "export_id": .string(id.description), "test": .bool(isTest),
            "source": .string(source), "consumer": .string(consumer), "created_at": .string(createdAt.rfc3339()),
            "created_by": .string(createdBy), "format": "jsonl",
            "files": .array(
                files.map {
                    [
                        "name": .string($0.name), "bytes": .integer(Int64($0.bytes)), "sha256": .string($0.sha256),
                        "records": .integer(Int64($0.records)), "encryption": $0.isSealed ? "age" : "none",
                    ]
                }),
            "count": .integer(Int64(count)),
            "counts": .object(counts.sorted { $0.key < $1.key }.map { .init($0.key, .integer(Int64($0.value))) }),
            "cursor": ["after": after > 0 ? .string("\(after)") : .null, "through": .string("\(through)")],
            "complete": true,
        ]
    }

    /// The name of a file of an export made at `time`: `prospects-20261123T013005Z-0001.jsonl`.
    ///
    /// To the second, where the contract's samples stop at the minute: two exports in one minute must not collide.
    static func stamp(_ time: Instant) -> String {
        let utc = time.rfc3339(offset: 0)
        return "prospects-" + utc.filter { $0 != "-" && $0 != ":" }
    }
}
