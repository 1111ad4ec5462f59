public import Model
public import Scheduling

/// What happens during a crawl, for progress on a terminal and for the log. Holds ids, hosts and causes, no text of pages.
public enum CrawlEvent: Hashable, Sendable {
    case started(sources: Int)
    case finished(SourceID, HostName, new: Int, leads: Int)
    case unchanged(SourceID, HostName)
    case denied(SourceID, HostName)
    case failed(SourceID, HostName, FailureCause)
    /// The host asked for quiet until then.
    case waiting(SourceID, HostName, until: Instant)
    case note(SourceID, Note)
    /// Our own line is down; nothing is tried until then, and nothing is counted against anybody.
    case lineDown(until: Instant)
    /// Another process took over the host while we were on it; what we had of it was not kept.
    case leaseLost(HostName)
    case ended
}
