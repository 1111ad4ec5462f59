import Crawling
import Fetching
import Model
import Scheduling
import Storing
import Text

extension SourceCard {
    /// `pantau.source/1` with all members.
    var json: JSONValue {
        let source = record.source
        let standing = record.standing
        return .compact(
            record.members + [
                ("file", place.map { .string($0.file) }), ("line", place?.line.map { .integer(Int64($0)) }),
                ("fetch", source.map { .string($0.fetch.rawValue) }),
                ("every_seconds", source?.every.map { .integer($0.milliseconds / 1000) }),
                ("cron", source?.cron.map { .string($0.description) }), ("weight", source.map { .number($0.weight) }),
                ("links", source?.links.map { .string($0) }),
                ("hosts", source.flatMap { $0.hosts.isEmpty ? nil : .array($0.hosts.map { .string($0) }) }),
                ("agent", source?.agent.map { .string($0.field) }),
                ("next_reason", record.nextAt.flatMap { _ in standing.map { .string($0.state.reason.kind) } }),
                ("last_poll_at", standing?.state.lastPollAt.map { .string($0.rfc3339()) }),
                ("failure_weight", standing.map { .number($0.state.failureWeight) }),
                ("polls_a_day", pollsADay.map { .number(($0 * 100).rounded() / 100) }), ("host", hostRecord),
                ("twins", .array(twins.map { .string($0.value) })), ("rate", rateRecord),
                ("history", .array((standing?.history ?? []).map(pollRecord))),
            ])
    }

    private var hostRecord: JSONValue? {
        guard let standing = record.standing else { return nil }
        return .compact([
            ("name", .string(standing.hostName.value)),
            ("blocked_until", standing.host.blockEnd(at: context.now).map { .string($0.rfc3339()) }),
            ("strikes", .integer(Int64(standing.host.strikes))),
            ("held_by", standing.hold.map { .string($0.owner) }),
            ("held_until", standing.hold.map { .string($0.until.rfc3339()) }),
            ("robots", permission.map { .string($0.code) }),
            ("robots_at", standing.robots.map { .string($0.fetchedAt.rfc3339()) }),
        ])
    }

    private var rateRecord: JSONValue? {
        guard let rate = record.standing?.state.rate else { return nil }
        return [
            "items": .number(rate.evidence.items), "hours": .number(rate.evidence.hours),
            "per_hour": .array((0..<24).map { .number(rate.observedPerHour($0)) }),
        ]
    }

    private func pollRecord(_ poll: FetchRecord) -> JSONValue {
        .compact([
            ("at", .string(poll.at.rfc3339())), ("outcome", .string(poll.outcome)),
            ("status", poll.status.map { .integer(Int64($0)) }), ("bytes", .integer(Int64(poll.bytes))),
            ("milliseconds", .integer(poll.duration.milliseconds)), ("new", .integer(Int64(poll.new))),
            ("known", .integer(Int64(poll.known))), ("next_at", .string(poll.nextAt.rfc3339())),
        ])
    }
}
