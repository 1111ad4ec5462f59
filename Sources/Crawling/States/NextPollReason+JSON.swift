import Model
import Scheduling
import Text

extension NextPollReason {
    var json: JSONValue {
        switch self {
        case .backingOff(let failures): .compact([("kind", .string(kind)), ("failures", .count(failures))])
        case .hostBlocked(let until): .compact([("kind", .string(kind)), ("until", .instant(until))])
        case .firstPoll, .learnt, .hint, .gap, .every, .cron, .asleep, .goneUnconfirmed, .gone, .robots, .hostMissing,
            .outage:
            .compact([("kind", .string(kind))])
        }
    }

    /// - Returns: nil for a kind of a later program, or one without what belongs to it.
    init?(json: JSONValue) {
        let reasons =
            Self.plain + [
                .backingOff(failures: json.count("failures")),
                .hostBlocked(until: json.instant("until") ?? Instant(milliseconds: 0)),
            ]
        guard let reason = reasons.first(where: { $0.kind == json["kind"]?.string }) else { return nil }
        self = reason
    }

    private static let plain: [NextPollReason] = [
        .firstPoll, .learnt, .hint, .gap, .every, .cron, .asleep, .goneUnconfirmed, .gone, .robots, .hostMissing,
        .outage,
    ]
}
