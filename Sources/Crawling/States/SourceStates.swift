public import Model
public import Scheduling
public import Storing

/// What the schedule knows of each source that was ever polled.
public func sourceStates(in store: Store) async throws -> [SourceID: SourceState] {
    let rows = try await store.read { db in try db.sourceRows() }
    return Dictionary(rows.map { ($0.source, SourceState($0)) }) { first, _ in first }
}
