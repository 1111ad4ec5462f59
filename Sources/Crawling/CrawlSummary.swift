public import Model
public import Text

/// What one crawl did: for the person at the terminal, and as `--summary FILE` for the scheduler.
public struct CrawlSummary: Hashable, Sendable {
    public var startedAt: Instant
    public var endedAt: Instant
    /// Sources that were due and enabled.
    public var total = 0
    public var fresh = 0
    public var unchanged = 0
    public var skippedByRobots = 0
    /// Sources of hosts that asked for quiet.
    public var waiting = 0
    public var failures: [Failure] = []
    /// Sources that were due and not reached, because the crawl was stopped.
    public var notReached = 0
    public var newArticles = 0
    /// Items that were known from before.
    public var seenArticles = 0
    /// New articles that nearly repeat the words of another one of their lead.
    public var copies = 0
    public var newLeads = 0
    public var joinedLeads = 0
    public var emergencies = 0
    public var urgent = 0
    /// Bytes of bodies after decompression.
    public var bytes: Int64 = 0
    public var ending: Ending = .completed

    /// How the crawl came to its end.
    public enum Ending: Hashable, Sendable {
        case completed
        case outOfTime
        /// The signal's name, such as `SIGTERM`.
        case stopped(by: String)
        /// No host could be reached: our own line is down, and nothing was counted against anybody.
        case noNetwork(hosts: Int)
    }

    public struct Failure: Hashable, Sendable {
        public var source: SourceID
        public var host: HostName
        public var cause: FailureCause
        /// Since when the source has not been well.
        public var since: Instant
        public init(source: SourceID, host: HostName, cause: FailureCause, since: Instant) {
            (self.source, self.host, self.cause, self.since) = (source, host, cause, since)
        }
    }

    public init(startedAt: Instant) { (self.startedAt, self.endedAt) = (startedAt, startedAt) }

    /// Sources that answered.
    public var ok: Int { fresh + unchanged }

    /// - Parameter limit: the part of the sources that may fail, 0...1.
    public func failedMore(than limit: Double) -> Bool {
        total > 0 && Double(failures.count) / Double(total) > limit
    }
}

extension CrawlSummary {
    /// The record `pantau.crawl.summary/1` (UX.md section 4).
    ///
    /// - Parameter exit: the exit code the command ends with.
    public func json(exit: Int32) -> JSONValue {
        .compact([
            ("schema", "pantau.crawl.summary/1"), ("started_at", .string(startedAt.rfc3339())),
            ("seconds", .integer((endedAt - startedAt).milliseconds / 1000)), ("result", .string(word)),
            ("exit", .integer(Int64(exit))),
            (
                "sources",
                counts([
                    ("total", total), ("ok", ok), ("not_modified", unchanged), ("failed", failures.count),
                    ("skipped_robots", skippedByRobots), ("waiting", waiting), ("not_reached", notReached),
                ])
            ),
            ("articles", counts([("new", newArticles), ("seen", seenArticles), ("copies", copies)])),
            (
                "leads",
                counts([
                    ("flagged", newLeads), ("joined", joinedLeads), ("emergency", emergencies), ("urgent", urgent),
                ])
            ),
            ("bytes", .integer(bytes)),
            (
                "failures",
                .array(
                    failures.map { failure in
                        .compact([
                            ("source", .string(failure.source.value)), ("host", .string(failure.host.value)),
                            ("kind", .string(failure.cause.code)), ("text", .string(failure.cause.text(in: .english))),
                            ("since", .string(failure.since.rfc3339())),
                        ])
                    })
            ),
        ])
    }

    private var word: String {
        switch ending {
        case .completed: "ok"
        case .outOfTime: "out-of-time"
        case .stopped: "stopped"
        case .noNetwork: "no-network"
        }
    }

    private func counts(_ pairs: [(String, Int)]) -> JSONValue {
        .compact(pairs.map { ($0.0, .integer(Int64($0.1))) })
    }
}
