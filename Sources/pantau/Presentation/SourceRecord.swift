import Crawling
import Model
import Scheduling
import Storing
import Text

/// A source as its file has it and as it fares: what the list shows of each, and what its card begins with.
struct SourceRecord: Sendable {
    let id: SourceID
    /// nil where no file has it any more.
    let source: Source?
    /// nil where it was never scheduled.
    let standing: SourceStanding?
    let condition: SourceCondition

    /// - Parameter twin: what is polled in its place.
    init(
        _ id: SourceID, _ source: Source?, _ standing: SourceStanding?, twinOf twin: SourceID? = nil, at now: Instant
    ) {
        (self.id, self.source, self.standing) = (id, source, standing)
        condition = SourceCondition(source, standing, twinOf: twin, at: now)
    }

    /// When it is polled next; nil where it never is, or where nobody knows yet.
    var nextAt: Instant? {
        guard source?.isEnabled == true, let standing, standing.state.lastPollAt != nil else { return nil }
        return standing.state.nextAt
    }

    /// What finds its new address, where it seems to have one.
    var remedy: String? {
        guard let source else { return nil }
        if case .twin = condition { return "pantau source disable \(id.value)" }
        guard condition.wantsDiscovery else { return nil }
        // What was found at its site is taken by a word.
        if standing?.state.suggestion != nil { return "pantau source rediscover \(id.value) --take" }
        return "pantau source add \(siteAddress(of: source))"
    }

    /// The names of ``fields``.
    static let fieldNames = ["id", "outlet", "kind", "condition", "next_at", "url", "since"]

    /// Fields of a line for pipes; new ones are only ever added at the end.
    var fields: [String] {
        [
            id.value, source?.outlet ?? "", source?.kind.rawValue ?? "", condition.code, nextAt?.rfc3339() ?? "",
            source?.url ?? "", condition.since?.rfc3339() ?? "",
        ]
    }

    /// `pantau.source/1`; members are only added.
    var json: JSONValue { .compact(members) }

    var members: [(String, JSONValue?)] {
        let state = standing?.state
        return [
            ("schema", "pantau.source/1"), ("id", .string(id.value)), ("outlet", source.map { .string($0.outlet) }),
            ("kind", source.map { .string($0.kind.rawValue) }), ("url", source.map { .string($0.url) }),
            ("language", source?.language.map { .string($0.rawValue) }),
            ("state_code", source?.state.map { .string($0) }), ("status", source.map { .string($0.status.rawValue) }),
            ("enabled", .bool(source?.isEnabled ?? false)), ("state", .string(condition.code)),
            ("since", condition.since.map { .string($0.rfc3339()) }), ("cause", cause.map { .string($0) }),
            ("until", until.map { .string($0.rfc3339()) }), ("moved_to", movedTo.map { .string($0) }),
            ("needs_attention", .bool(condition.needsAttention)),
            ("last_success_at", state?.lastSuccessAt.map { .string($0.rfc3339()) }),
            ("last_item_at", state?.lastItemAt.map { .string($0.rfc3339()) }),
            ("next_at", nextAt.map { .string($0.rfc3339()) }), ("hint", remedy.map { .string($0) }),
            ("suggested", standing?.state.suggestion.map { .string($0.address) }),
            ("twin_of", twin.map { .string($0) }),
        ]
    }

    private var cause: String? {
        switch condition {
        case .failing(_, let code), .asleep(_, let code): code
        case .ok, .neverPolled, .quiet, .moved, .blocked, .challenge, .denied, .needsAccess, .withheld, .gone,
            .disabled, .unlisted, .twin:
            nil
        }
    }

    private var twin: String? { if case .twin(let other) = condition { other.value } else { nil } }
    private var until: Instant? { if case .blocked(let until) = condition { until } else { nil } }
    private var movedTo: String? { if case .moved(let address) = condition { address } else { nil } }
}
