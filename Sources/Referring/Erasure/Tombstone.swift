public import Model
public import Storing
public import Text

/// What is left of a prospect that was erased: numbers, times and why. Whoever receives it deletes every copy.
///
/// - Parameters:
///   - revision: of this record, one more than the last that was sent.
///   - time: when it was erased.
public func tombstone(
    of row: ProspectRow, because reason: ErasureReason, revision: Int, at time: Instant, settings: RecordSettings
) -> JSONValue {
    [
        "schema_version": "1.0.0", "id": .string(row.id.description), "ref": .string(row.ref.description),
        "revision": .integer(Int64(revision)), "test": .bool(settings.isTest), "status": "withdrawn",
        "status_at": .string(time.rfc3339()), "assistance": "belum_dibantu", "erased": true,
        "erased_reason": .string(reason.rawValue), "created_at": .string(row.acceptedAt.rfc3339()),
        "updated_at": .string(time.rfc3339()),
    ]
}
