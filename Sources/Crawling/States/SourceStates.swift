public import Model
public import Scheduling
public import Storing

/// What the schedule knows of each source that was ever polled.
public func sourceStates(in store: Store) async throws -> [SourceID: SourceState] {
    let rows = try await store.read { db in try db.sourceRows() }
    return Dictionary(rows.map { ($0.source, SourceState($0)) }) { first, _ in first }
}

/// Takes back the move of a source that was believed; see ``SourceState/undoMove(at:)``.
///
/// - Returns: the address that it is polled at no more; nil where it had not moved.
public func undoMove(of source: Source, in store: Store, at now: Instant) async throws -> String? {
    try await store.write { db in
        guard let row = try db.sourceRow(source.id) else { return nil }
        var state = SourceState(row)
        let moved = state.address(of: source)
        guard moved != source.url else { return nil }
        state.undoMove(at: now)
        try db.save(state.row(of: source.id, on: source.politenessHost(state)))
        return moved
    }
}
