import Model
import Text

/// A lead, veiled where it must be, as JSON: `lead show` and `lead explain` (UX.md section 4). Codes are never translated.
struct LeadRecord {
    let lead: Lead
    /// nil where no district is known.
    var office: NearestOffice?

    var shown: JSONValue { .compact(worth + told + identified + origins) }

    /// State, urgency, and what the score is worth.
    private var worth: [(String, JSONValue?)] {
        let score = lead.score
        return [
            ("schema", "pantau.lead.show/1"), ("id", .integer(lead.id.value)), ("state", .string(lead.state.code)),
            ("urgency", .string(lead.urgency.rawValue)), ("urgency_reason", .string(score.urgencyReason)),
            ("urgency_reason_ms", .string(score.urgencyReasonMalay)),
            ("assistance", .string(score.assistance.rawValue)), ("score", .integer(Int64(score.value))),
            ("probability", score.likelihood?.probability), ("band", .string(score.band.rawValue)),
            ("kind", .string(score.kind.rawValue)), ("protected", .bool(lead.isProtected)),
        ]
    }

    private var told: [(String, JSONValue?)] {
        [
            ("headline", .string(lead.headline)),
            ("language", .string(lead.language.rawValue)), ("version", .integer(Int64(lead.version))),
            ("first_seen_at", .string(lead.firstSeenAt.rfc3339())), ("updated_at", .string(lead.updatedAt.rfc3339())),
            ("claimed_by", lead.claim.map { .string($0.by.name) } ?? .null),
            ("claimed_until", lead.claim.map { .string($0.until.rfc3339()) } ?? .null),
            (
                "needs",
                .array(
                    lead.needs.map { finding in
                        ["code": .string(finding.need.rawValue), "confidence": .string(finding.confidence.rawValue)]
                    })
            ),
        ]
    }

    private var identified: [(String, JSONValue?)] {
        let known: [(String, JSONValue?)] = [
            ("persons", .array(lead.identification.persons.map(IdentificationRecord.person))),
            ("place", lead.identification.place.map(IdentificationRecord.place) ?? .null),
            ("nearest_office", office?.record),
        ]
        return known + lead.identification.circumstances
    }

    private var origins: [(String, JSONValue?)] {
        [
            ("articles", .array(lead.articles.map(article))),
            ("returned", lead.returned.map { .string($0.rawValue) } ?? .null),
            ("similar", .array(lead.offers.map(\.record))), ("lead", lead.handlingRecord),
        ]
    }

    var explained: JSONValue {
        guard case .object(let members) = ScoreRecord(score: lead.score).explanation else { return .null }
        return .object(
            [.init("schema", "pantau.lead.explain/1"), .init("id", .integer(lead.id.value))]
                + members.filter { $0.name != "schema" })
    }

    private func article(_ joined: LeadArticle) -> JSONValue {
        .compact([
            ("url", .string(joined.article.url)), ("canonical_url", .string(joined.article.canonicalURL)),
            ("title", .string(joined.article.title)),
            ("outlet", .string(joined.article.outlet)), ("source", .string(joined.article.source.value)),
            ("published_at", joined.article.published.map { .string($0.iso) }),
            ("retrieved_at", .string(joined.article.retrievedAt.rfc3339())),
            ("language", .string(joined.article.language.rawValue)), ("joined", .string(joined.joined.rawValue)),
            ("score", .integer(Int64(joined.score.value))),
            ("why", joined.facts.record),
        ])
    }
}

/// Who and where, as JSON for `score` and `lead show`.
enum IdentificationRecord {
    static func person(_ person: Person) -> JSONValue {
        .compact([
            ("name", person.name.map { .string($0) }), ("aliases", aliases(of: person)),
            ("age", person.age.map { .integer(Int64($0.years)) }),
            ("role", .string(person.role.rawValue)), ("occupation", person.occupation.map { .string($0) }),
            ("relation", person.relation.map { .string($0) }), ("minor", person.isMinor ? true : nil),
            ("dead", person.isDead ? true : nil),
        ])
    }

    /// nil where there is none, so that no line grows by an empty list.
    static func aliases(of person: Person) -> JSONValue? {
        person.aliases.isEmpty ? nil : .array(person.aliases.map(JSONValue.string))
    }

    static func place(_ place: Place) -> JSONValue {
        .compact([
            ("state_code", place.stateCode.map { .string($0) }), ("state", place.stateName.map { .string($0) }),
            ("district_code", place.districtCode.map { .string($0) }),
            ("district", place.districtName.map { .string($0) }), ("name", place.locality.map { .string($0) }),
        ])
    }
}
