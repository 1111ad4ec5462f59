public import Model
public import Text

/// One line of a file, one body of a push: a CloudEvents 1.0 envelope around a record. The bytes are made once and kept.
public struct ProspectEvent: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case created = "my.pantau.prospect.created.v1"
        case updated = "my.pantau.prospect.updated.v1"
        case withdrawn = "my.pantau.prospect.withdrawn.v1"
        case erased = "my.pantau.prospect.erased.v1"
    }

    /// `evt_` and 32 hexadecimal digits; also the key by which a receiver knows a repetition.
    public let id: String
    public let kind: Kind
    /// UTF-8 JSON on one line, without a line feed.
    public let bytes: [UInt8]

    /// An event's id; `uuid` is fresh for each event and never used again.
    public static func id(_ uuid: UUIDv7) -> String { "evt_" + uuid.description.filter { $0 != "-" } }

    /// What a receiver has to know to read a record: the contract's first version, or the later one that told texts need.
    static func schema(of record: JSONValue) -> String {
        let version = (record["schema_version"]?.string ?? "1.0.0").split(separator: ".").map(String.init)
        return "urn:pantau:schema:prospect:1" + (version.count > 1 && version[1] != "0" ? ".\(version[1])" : "")
    }

    /// - Parameters:
    ///   - id: what ``id(_:)`` made.
    ///   - record: what `prospectRecord` made.
    ///   - prospect: whose id the record has.
    ///   - sequence: the event's place in our outbox, from 1.
    public init(
        _ kind: Kind, id: String, of record: JSONValue, prospect: UUIDv7, sequence: Int64, at time: Instant,
        settings: RecordSettings
    ) {
        (self.id, self.kind) = (id, kind)
        let envelope: JSONValue = [
            "specversion": "1.0", "id": .string(id), "source": .string(settings.source), "type": .string(kind.rawValue),
            "subject": .string(prospect.description), "time": .string(time.rfc3339()),
            "datacontenttype": "application/json", "dataschema": .string(ProspectEvent.schema(of: record)),
            "sequence": .string("\(sequence)"), "test": .bool(settings.isTest), "data": record,
        ]
        bytes = Array(envelope.text.utf8)
    }
}
