import Model
import Scheduling
import Storing
import Text

extension SourceState {
    /// What the store kept; a member that it cannot read (a later program's) begins anew, so that no source is lost.
    init(_ row: SourceRow) {
        self.init(nextAt: row.nextAt)
        let rest = row.rest
        lastPollAt = rest.instant("last_poll")
        lastSuccessAt = rest.instant("last_success")
        lastItemAt = rest.instant("last_item")
        silenceNotedAt = rest.instant("silence_noted")
        rate = rest["rate"].flatMap(LearntRate.init(json:)) ?? LearntRate()
        volume = rest["volume"].flatMap(DailyVolume.init(json:)) ?? DailyVolume()
        failureWeight = row.failures
        failuresInARow = rest.count("failures_in_a_row")
        forbiddenInARow = rest.count("forbidden")
        trouble = rest["trouble"].flatMap(Trouble.init(json:))
        memory = DocumentMemory(
            validators: row.validators, bodyHash: row.bodyHash, distrustedUntil: rest.instant("distrusted_until"),
            lastBodyAt: rest.instant("last_body"), unchangedSinceBody: rest.count("unchanged"),
            hint: rest["hint"]?.integer.map(TimeSpan.init(milliseconds:)))
        move = rest["move"].flatMap(Sightings.init(json:))
        gone = rest["gone"].flatMap(Sightings.init(json:))
        suggestion = rest["suggestion"].flatMap(AddressSuggestion.init(json:))
        address = rest["address"].map(SourceAddress.init(json:)) ?? SourceAddress()
        reason = rest["reason"].flatMap(NextPollReason.init(json:)) ?? (lastPollAt == nil ? .firstPoll : .learnt)
    }

    func row(of source: SourceID, on host: HostName) -> SourceRow {
        SourceRow(
            source: source, host: host, nextAt: nextAt, failures: failureWeight, validators: memory.validators,
            bodyHash: memory.bodyHash,
            rest: .compact([
                ("last_poll", .instant(lastPollAt)), ("last_success", .instant(lastSuccessAt)),
                ("last_item", .instant(lastItemAt)), ("silence_noted", .instant(silenceNotedAt)),
                ("rate", rate.json), ("volume", volume.json), ("forbidden", .count(forbiddenInARow)),
                ("failures_in_a_row", .count(failuresInARow)), ("hint", memory.hint.map { .integer($0.milliseconds) }),
                ("trouble", trouble?.json), ("distrusted_until", .instant(memory.distrustedUntil)),
                ("last_body", .instant(memory.lastBodyAt)), ("unchanged", .count(memory.unchangedSinceBody)),
                ("move", move?.json), ("gone", gone?.json),
                ("suggestion", suggestion?.json), ("address", address.json), ("reason", reason.json),
            ]))
    }
}

extension HostState {
    init(_ row: HostRow) {
        self.init(
            blockedUntil: row.blockedUntil.milliseconds > 0 ? row.blockedUntil : nil,
            strikes: row.rest.count("strikes"),
            lookupFailures: row.rest.count("lookup_failures"), lookupFailedAt: row.rest.instant("lookup_failed"))
    }

    /// - Parameter nextAt: when the first of its sources is due.
    func row(of host: HostName, nextAt: Instant) -> HostRow {
        HostRow(
            host: host, nextAt: nextAt, blockedUntil: blockedUntil ?? Instant(milliseconds: 0),
            rest: .compact([
                ("strikes", .count(strikes)), ("lookup_failures", .count(lookupFailures)),
                ("lookup_failed", .instant(lookupFailedAt)),
            ]))
    }
}

extension AddressSuggestion {
    fileprivate var json: JSONValue {
        .compact([("address", .string(address)), ("title", .string(title)), ("at", .instant(at))])
    }

    fileprivate init?(json: JSONValue) {
        guard let address = json["address"]?.string, let at = json.instant("at") else { return nil }
        self.init(address, titled: json["title"]?.string ?? "", at: at)
    }
}

extension LearntRate {
    fileprivate var json: JSONValue {
        ["items": .array(items.map { .number($0) }), "hours": .array(hours.map { .number($0) })]
    }

    fileprivate init?(json: JSONValue) {
        self.init(
            items: json["items"]?.items?.compactMap(\.double) ?? [],
            hours: json["hours"]?.items?.compactMap(\.double) ?? [])
    }
}

extension DailyVolume {
    fileprivate var json: JSONValue {
        ["last_day": .integer(lastDay), "counts": .array(counts.map { .integer(Int64($0)) })]
    }

    fileprivate init?(json: JSONValue) {
        guard let lastDay = json["last_day"]?.integer, let counts = json["counts"]?.items else { return nil }
        self.init(lastDay: lastDay, counts: counts.compactMap { $0.integer.flatMap { Int(exactly: $0) } })
    }
}

extension Trouble {
    fileprivate var json: JSONValue {
        .compact([("kind", .string(kind.rawValue)), ("since", .instant(since))])
    }

    fileprivate init?(json: JSONValue) {
        guard let kind = json["kind"]?.string.flatMap(Kind.init), let since = json.instant("since") else { return nil }
        self.init(kind, since: since)
    }
}

extension Sightings {
    fileprivate var json: JSONValue {
        .compact([
            ("what", .string(what)), ("count", .count(count)), ("days", .count(days)), ("first", .instant(first)),
            ("last", .instant(last)),
        ])
    }

    fileprivate init?(json: JSONValue) {
        guard let what = json["what"]?.string, let first = json.instant("first"), let last = json.instant("last")
        else { return nil }
        self.init(
            what: what, count: max(1, json.count("count")), days: max(1, json.count("days")), first: first, last: last)
    }
}
