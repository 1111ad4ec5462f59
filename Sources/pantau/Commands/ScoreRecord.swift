import Model
import Scoring
import Text

/// How a score is written as JSON.
struct ScoreRecord {
    var score: Score
    /// Of the lexicon, in a line of many; the explanation of one text names every file.
    var fingerprint: String?
    /// Who and where; nil for the explanation of a score alone.
    var identification: Identification?

    /// One line of `pantau score --jsonl`, but for its id.
    var line: JSONValue {
        let head: [(String, JSONValue?)] = [
            ("score", .integer(Int64(score.value))), ("flagged", .bool(score.isFlagged)),
            ("needs", .array(score.needs.map { .string($0.need.rawValue) })),
        ]
        return .compact(
            head + shared + [
                ("lexicon", fingerprint.map(JSONValue.string))
            ] + whoAndWhere)
    }

    /// `pantau score --json`: the same, with what led to it.
    var explanation: JSONValue {
        let head: [(String, JSONValue?)] = [
            ("schema", .string("pantau.score.explain/1")), ("value", .integer(Int64(score.value))),
            ("flagged", .bool(score.isFlagged)), ("band", .string(score.band.rawValue)),
        ]
        return .compact(
            head + shared + [
                ("needs", .array(score.needs.map(need))),
                ("contributions", .array(score.contributions.map(contribution))),
                ("cleared", .array(score.cleared.map(cleared))), ("lexicons", .array(score.lexicons.map(lexicon))),
            ] + whoAndWhere)
    }

    private var whoAndWhere: [(String, JSONValue?)] {
        guard let identification else { return [] }
        let known: [(String, JSONValue?)] = [
            ("persons", .array(identification.persons.map(person))),
            ("place", identification.place.map(place) ?? .null),
        ]
        return known + identification.circumstances
    }

    private var shared: [(String, JSONValue?)] {
        [
            ("raw", .integer(Int64(score.raw))), ("threshold", .integer(Int64(score.threshold))),
            ("probability", score.likelihood?.probability),
            ("calibrated", score.likelihood.map { .bool($0.isOfTheseRules) }),
            ("urgency", .string(score.urgency.rawValue)), ("urgency_level", .integer(Int64(score.urgencyLevel))),
            ("urgency_reason", .string(score.urgencyReason)), ("urgency_reason_ms", .string(score.urgencyReasonMalay)),
            ("helped", .bool(score.isHelped)), ("assistance", .string(score.assistance.rawValue)),
            ("kind", .string(score.kind.rawValue)),
            ("protected", .bool(score.isProtected)),
        ]
    }

    private func person(_ person: Person) -> JSONValue {
        .compact([
            ("name", person.name.map(JSONValue.string)), ("aliases", IdentificationRecord.aliases(of: person)),
            ("age", (person.age?.years).map { .integer(Int64($0)) }),
            ("role", .string(person.role.rawValue)), ("relation", person.relation.map(JSONValue.string)),
            ("occupation", person.occupation.map(JSONValue.string)),
            ("sex", (person.sex?.rawValue).map(JSONValue.string)),
            ("dead", person.isDead ? .bool(true) : nil),
        ])
    }

    private func place(_ place: Place) -> JSONValue {
        .compact([
            ("state", place.stateName.map(JSONValue.string)), ("state_code", place.stateCode.map(JSONValue.string)),
            ("district", place.districtName.map(JSONValue.string)),
            ("district_code", place.districtCode.map(JSONValue.string)),
            ("name", place.locality.map(JSONValue.string)),
        ])
    }

    private func need(_ need: NeedFinding) -> JSONValue {
        .compact([("code", .string(need.need.rawValue)), ("confidence", .string(need.confidence.rawValue))])
    }

    private func contribution(_ item: Contribution) -> JSONValue {
        .compact([
            ("rule", .string(item.rule)), ("points", .integer(Int64(item.points))),
            ("label", .compact([("en", .string(item.labelEnglish)), ("ms", .string(item.labelMalay))])),
            ("need", (item.need?.rawValue).map(JSONValue.string)), ("evidence", .array(item.evidence.map(evidence))),
        ])
    }

    private func cleared(_ item: ClearedPhrase) -> JSONValue {
        .compact([
            ("rule", .string(item.rule)), ("reason", .string(item.reason.rawValue)),
            ("evidence", evidence(item.evidence)),
        ])
    }

    private func evidence(_ item: Evidence) -> JSONValue {
        .compact([
            ("field", .string(item.field.rawValue)), ("start", .integer(Int64(item.range.lowerBound))),
            ("end", .integer(Int64(item.range.upperBound))), ("unit", .string("unicode-scalar")),
            ("sentence", .integer(Int64(item.sentence))), ("exact", .string(item.exact)),
        ])
    }

    private func lexicon(_ version: LexiconVersion) -> JSONValue {
        .compact([
            ("id", .string(version.id)), ("version", .string(version.version)), ("sha256", .string(version.sha256)),
        ])
    }
}

extension Likelihood {
    /// From 0 to 1.
    var probability: JSONValue { .number(Double(perMille) / 1000) }
}
