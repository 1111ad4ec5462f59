import Fetching
import Model
import Scheduling

/// The sources of one host that are to be polled, and all of that host, which say when it is due again.
struct HostVisit: Sendable {
    let host: HostName
    /// To be polled, in this order.
    var chosen: [Source]
    /// Those that are switched on, chosen or not.
    var enabled: [Source]
    /// How often sources of the host may be polled.
    var policy: Policy
    /// Poll them although they are not due.
    var isForced = false

    /// When the host is due, as far as its sources go; what was never polled is due at once.
    func nextAt(_ states: [SourceID: SourceState], at now: Instant) -> Instant {
        enabled.map { states[$0.id]?.dueAt(now) ?? now }.min() ?? now + .days(30)
    }
}

extension SourceState {
    /// When it is to be polled, seen from `now`; see ``isDue(at:)``.
    func dueAt(_ now: Instant) -> Instant { isDue(at: now) ? min(nextAt, now) : nextAt }
}

/// What a crawl is to visit, in the order of what is longest overdue.
struct DuePlan: Sendable {
    private(set) var visits: [HostVisit]

    /// - Parameters:
    ///   - states: of all sources that were ever polled.
    ///   - budget: of all sources.
    init(
        _ sources: [Source], _ options: CrawlOptions, _ states: [SourceID: SourceState], _ budget: Budget,
        at now: Instant
    ) {
        let twins = sources.twins(states)
        let due = sources.filter { source in
            options.isChosen(source) && (twins[source.id] == nil || options.only.contains(source.id))
                && (options.isForced || states[source.id]?.isDue(at: now) ?? true)
        }.sorted { (states[$0.id]?.nextAt ?? now) < (states[$1.id]?.nextAt ?? now) }
        let enabled = sources.enabledByHost(states)
        var order: [HostName] = []
        var chosen: [HostName: [Source]] = [:]
        for source in due.prefix(options.maxSources ?? due.count) {
            let host = source.politenessHost(states[source.id])
            if chosen[host] == nil { order.append(host) }
            chosen[host, default: []].append(source)
        }
        visits = order.map { host in
            HostVisit(
                host: host, chosen: chosen[host] ?? [], enabled: enabled[host] ?? [], policy: budget.policy(on: host),
                isForced: options.isForced)
        }
    }

    /// Sources that are to be polled.
    var count: Int { visits.reduce(0) { $0 + $1.chosen.count } }
}

extension [Source] {
    /// Those that are switched on and no twins of others, by the host that counts for pace and blocks.
    func enabledByHost(_ states: [SourceID: SourceState]) -> [HostName: [Source]] {
        let twins = twins(states)
        return Dictionary(grouping: filter { $0.isEnabled && twins[$0.id] == nil }) { $0.politenessHost(states[$0.id]) }
    }
}
