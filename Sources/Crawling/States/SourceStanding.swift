public import Fetching
public import Model
public import Scheduling
public import Storing

/// All that is known of a source beside its file: what people ask for when they ask how it fares.
public struct SourceStanding: Sendable {
    public var state: SourceState
    /// The host that counts for pace and blocks.
    public var hostName: HostName
    public var host: HostState
    /// Its last polls, newest first; of a list only the last poll of those in trouble.
    public var history: [FetchRecord]
    /// Who fetches from its host now; asked for one source only.
    public var hold: HostHold?
    /// The last copy of its robots.txt; asked for one source only.
    public var robots: RobotsCopy?

    /// A standing of which nothing more is known.
    public init(state: SourceState, hostName: HostName, host: HostState = HostState(), history: [FetchRecord] = []) {
        (self.state, self.hostName, self.host, self.history) = (state, hostName, host, history)
    }
}

/// What the store knows of each source that was ever scheduled, those in no file any more among them.
public func sourceStandings(in store: Store) async throws -> [SourceID: SourceStanding] {
    try await store.read { db in
        let hosts = Dictionary(try db.hostRows().map { ($0.host, HostState($0)) }) { first, _ in first }
        var standings: [SourceID: SourceStanding] = [:]
        for row in try db.sourceRows() {
            let state = SourceState(row)
            standings[row.source] = SourceStanding(
                state: state, hostName: row.host, host: hosts[row.host] ?? HostState(),
                history: state.trouble == nil ? [] : Array(try db.history(of: row.source).prefix(1)))
        }
        return standings
    }
}

/// What the store knows of one source, with its whole history, its host and its robots.txt.
///
/// - Parameter origin: of its address, as robots.txt is kept by it; nil leaves robots.txt out.
/// - Returns: nil where it was never scheduled.
public func sourceStanding(
    of source: SourceID, origin: String?, in store: Store, at now: Instant
) async throws -> SourceStanding? {
    let robots: RobotsCopy? =
        if let origin { await StoreShelf(store: store).copy(for: origin) } else { nil }
    return try await store.read { db in
        guard let row = try db.sourceRow(source) else { return nil }
        let host = try db.hostRow(row.host).map { HostState($0) } ?? HostState()
        var standing = SourceStanding(
            state: SourceState(row), hostName: row.host, host: host, history: try db.history(of: source))
        standing.hold = try db.hold(on: row.host, at: now)
        standing.robots = robots
        return standing
    }
}

/// The policy by which a crawl polls a source, its share of the day's polls with it.
///
/// - Parameters:
///   - sources: all of them; those that are enabled share the budget.
///   - pollsPerSource: what a source gets on average, in polls a day.
public func policy(
    of source: Source, among sources: [Source], _ standings: [SourceID: SourceStanding], pollsPerSource: Int
) -> Policy {
    let states = standings.mapValues(\.state)
    let budget = Budget(sources, states, pollsPerSource: pollsPerSource)
    return budget.policy(on: source.politenessHost(states[source.id]))
}
