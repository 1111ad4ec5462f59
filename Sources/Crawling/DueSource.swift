public import Model
import Scheduling
public import Storing

/// A source that a crawl would visit now.
public struct DueSource: Hashable, Sendable {
    public var source: Source
    /// The host that counts for pace and blocks.
    public var host: HostName
    /// When it became due; the present for one that was never polled.
    public var dueAt: Instant
}

/// What a crawl would visit now, the hosts in the order of what is longest overdue; nothing is fetched.
public func dueSources(
    _ sources: [Source], _ options: CrawlOptions, in store: Store, at now: Instant
) async throws -> [DueSource] {
    dueSources(sources, options, states: try await sourceStates(in: store), at: now)
}

/// The same where nothing was ever polled.
public func dueSources(_ sources: [Source], _ options: CrawlOptions, at now: Instant) -> [DueSource] {
    dueSources(sources, options, states: [:], at: now)
}

private func dueSources(
    _ sources: [Source], _ options: CrawlOptions, states: [SourceID: SourceState], at now: Instant
) -> [DueSource] {
    // Nothing is polled here, so no budget is needed.
    DuePlan(sources, options, states, Budget([]), at: now).visits.flatMap { visit in
        visit.chosen.map { DueSource(source: $0, host: visit.host, dueAt: states[$0.id]?.nextAt ?? now) }
    }
}
