import Hashing
public import Model
import Storing
public import Text

/// The record of a prospect, contract v1: its full state, valid by the strict schema, and no more of a person than the
/// receiver needs.
///
/// Identifiers never occur: they were masked before anything was stored. Names of minors, and every name of a protected
/// case, stay here; so do speakers and accused.
///
/// - Parameter suggestions: which programmes to check, best first; at most 12 are sent.
/// - Throws: `RecordProblem` where the contract allows no record of this lead.
public func prospectRecord(
    of lead: Lead, facts: ProspectFacts, suggestions: [Suggestion], settings: RecordSettings
) throws(RecordProblem) -> JSONValue {
    guard !lead.needsTwoPersons || facts.hasTwoPersons else { throw .needsSecondPerson(lead.id) }
    guard !lead.score.lexicons.isEmpty else { throw .notScored(lead.id) }
    let withholding = Withholding(lead)
    let lead = facts.membership.map { lead.told(of: $0.person) } ?? lead
    let articles = lead.articles.prefix(ProspectRecord.Limit.table[0].articles).enumerated()
        .compactMap { SentArticle($1, index: $0, hiding: withholding, finder: lead.handling.foundBy) }
    guard !articles.isEmpty else { throw .noArticle(lead.id) }
    var size = 0
    for limit in ProspectRecord.Limit.table {
        let record = ProspectRecord(
            lead: lead, facts: facts, suggestions: suggestions, settings: settings, limit: limit,
            withholding: withholding, articles: Array(articles.prefix(limit.articles))
        ).json()
        size = record.text.utf8.count
        if size <= ProspectRecord.byteLimit { return record }
    }
    throw .tooLarge(lead.id, bytes: size)
}

/// The parts of one record while it is put together.
private struct ProspectRecord {
    /// The contract's validator refuses an event over 20,000 bytes; the envelope around a record takes up to 700.
    static let byteLimit = 19_200

    /// How much is quoted. A lead with forty articles and eighty phrases is told by fewer of them.
    struct Limit {
        var quotes: Int
        var articles: Int
        var persons: Int
        /// Scalars of each note on a leg.
        var note: Int
        static let table = [
            Limit(quotes: 80, articles: 40, persons: 30, note: 1000),
            Limit(quotes: 60, articles: 20, persons: 20, note: 600),
            Limit(quotes: 40, articles: 10, persons: 20, note: 400),
            Limit(quotes: 30, articles: 10, persons: 12, note: 300),
            Limit(quotes: 20, articles: 6, persons: 12, note: 200),
            Limit(quotes: 10, articles: 4, persons: 6, note: 100),
            Limit(quotes: 3, articles: 1, persons: 2, note: 60),
        ]
    }

    let lead: Lead
    let facts: ProspectFacts
    let suggestions: [Suggestion]
    let settings: RecordSettings
    let limit: Limit
    let withholding: Withholding
    let articles: [SentArticle]

    private var needs: [NeedFinding] {
        lead.needs.isEmpty ? [NeedFinding(need: .other, confidence: .low)] : lead.needs
    }

    func json() -> JSONValue {
        var ledger = EvidenceLedger(articles: articles, withholding: withholding, limit: limit.quotes)
        // Who and where first: they are quoted even where the limit leaves no room for every phrase.
        let persons = persons(into: &ledger)
        let place = place(into: &ledger)
        let contributions = contributions(into: &ledger)
        if ledger.entries.isEmpty { ledger.addTitle(need: needs[0].need) }
        return .object(head + people(persons, place, ledger) + why(contributions, ledger) + tail)
    }

    /// Receivers of 1.0 know no told texts; all other records are valid there as well.
    private var contractVersion: String { articles.contains(where: \.isTold) ? "1.1.0" : "1.0.0" }

    private var referral: ReferralCase { facts.referralCase(urgency: lead.urgency) }

    private var head: [JSONValue.Member] {
        let referral = referral
        return [
            .init("schema_version", .string(contractVersion)), .init("id", .string(facts.id.description)),
            .init("ref", .string(facts.ref.description)), .init("revision", .integer(Int64(facts.revision))),
            .init("test", .bool(settings.isTest)), .init("status", .string(referral.status.rawValue)),
            .init("status_at", .string(referral.statusAt.rfc3339())),
            .init("assistance", .string(referral.assistance.rawValue)),
        ] + (referral.nextAction.map { [.init("next_action", $0.record)] } ?? []) + [
            .init("language", .string(lead.language.rawValue)), .init("summary", summary),
        ]
    }

    private func people(_ persons: [JSONValue], _ place: JSONValue, _ ledger: EvidenceLedger) -> [JSONValue.Member] {
        let found = needs.map { finding -> JSONValue in
            let ids = ledger.ids(of: finding.need)
            return .compact([
                ("code", .string(finding.need.rawValue)), ("confidence", .string(finding.confidence.rawValue)),
                ("evidence", ids.isEmpty ? nil : .array(ids.map { .string($0) })),
            ])
        }
        var members = [JSONValue.Member("persons", .array(persons))]
        if let household = lead.identification.household?.record { members.append(.init("household", household)) }
        return members + [
            .init("place", place), .init("needs", .array(found)), .init("urgency", urgency),
            .init("suggestions", .array(suggestions.prefix(12).map { $0.record(in: lead.language.screenLanguage) })),
        ]
    }

    private func why(_ contributions: [JSONValue], _ ledger: EvidenceLedger) -> [JSONValue.Member] {
        let raw = lead.score.contributions.reduce(0) { $0 + $1.points }
        let lexicons = lead.score.lexicons.map { lexicon -> JSONValue in
            [
                "id": .string(contractCode(lexicon.id)), "version": .string(cut(lexicon.version, to: 40)),
                "sha256": .string(lexicon.sha256),
            ]
        }
        let score: JSONValue = [
            "value": .integer(Int64(max(0, min(100, raw)))), "raw": .integer(Int64(raw)),
            "threshold": .integer(Int64(max(0, min(100, lead.score.threshold)))),
            "band": .string(lead.score.band.rawValue), "engine": .string(cut(settings.engine, to: 60)),
            "lexicons": .array(lexicons), "contributions": .array(contributions),
            "computed_at": .string((lead.articles.first?.article.retrievedAt ?? lead.firstSeenAt).rfc3339()),
        ]
        return [
            .init("score", score), .init("articles", .array(articles.map { $0.record(extractor: settings.extractor) })),
            .init("evidence", .array(ledger.entries)),
        ]
    }

    private var tail: [JSONValue.Member] {
        let privacy = privacyRecord(
            of: lead, needs: needs.map(\.need), facts: facts, settings: settings, hiding: withholding)
        let dedupe = dedupeRecord(
            articles: articles, persons: lead.identification.persons.filter { !withholding.withholds($0) },
            place: lead.identification.place,
            day: articles[0].day, cluster: facts.membership?.group ?? facts.id, key: settings.dedupeKey
        ).with(facts.relations)
        let legs = referral.legs.map { $0.record(note: limit.note) }
        return (legs.isEmpty ? [] : [.init("referrals", .array(legs))]) + [
            .init("review", review), .init("privacy", privacy), .init("dedupe", dedupe),
            .init("first_seen_at", .string(lead.firstSeenAt.rfc3339())),
            .init("created_at", .string(facts.decidedAt.rfc3339())),
            .init("updated_at", .string(facts.updatedAt.rfc3339())),
        ] + (facts.membership.map { [.init("extensions", ["my.pantau.group": $0.record])] } ?? [])
    }
}

extension ProspectRecord {
    /// The headline with needs and place: what a person reads first. No sentence of the article.
    private var summary: JSONValue {
        let language = lead.language.screenLanguage
        if let written = facts.edits.summary ?? lead.handling.summary {
            return [
                "text": .string(cut(withholding.masked(written), to: 1200)), "language": .string(language.rawValue),
                "source": "reviewer",
            ]
        }
        let place = lead.identification.place
        let parts = [
            cut(withholding.masked(lead.headline), to: 400),
            needs.prefix(3).map { $0.need.label(in: language) }.joined(separator: "; "),
            place?.districtName ?? place?.stateCode.flatMap { stateNames[$0] } ?? "",
        ]
        return [
            "text": .string(parts.filter { !$0.isEmpty }.joined(separator: " | ")),
            "language": .string(language.rawValue), "source": "extract",
        ]
    }

    private var urgency: JSONValue {
        let byReviewer = lead.urgencyIsSetByReviewer
        return [
            "level": .string(lead.urgency.rawValue),
            "reason": .string(byReviewer ? "set by the reviewer" : cut(lead.score.urgencyReason, to: 300)),
            "set_by": byReviewer ? "reviewer" : "rule",
        ]
    }

    private var review: JSONValue {
        .compact([
            ("decision", "accepted"), ("decided_by", .string(pseudonym(of: facts.decidedBy, at: settings.source))),
            ("decided_at", .string(facts.decidedAt.rfc3339())),
            ("second_reviewer", facts.secondReviewer.map { .string(pseudonym(of: $0, at: settings.source)) }),
            ("edited", edited.isEmpty ? nil : .array(edited)),
        ])
    }

    /// What a person has changed, as JSON Pointers.
    private var edited: [JSONValue] {
        let fields = lead.handling.setFields.union(facts.edits.summary == nil ? [] : [.summary])
            .union(lead.urgencyIsSetByReviewer ? [.urgency] : [])
        return LeadField.allCases.filter(fields.contains).map { .string($0.pointer) }
    }

    private func contributions(into ledger: inout EvidenceLedger) -> [JSONValue] {
        lead.score.contributions.map { contribution in
            let category: EvidenceLedger.Category =
                contribution.points < 0 ? .penalty : .need(contribution.need ?? .other)
            var ids: [JSONValue] = []
            for evidence in contribution.evidence {
                // The first quote carries the points. Words that another rule quoted before keep that rule's: the sum is in
                // the contributions.
                let points = ids.isEmpty ? contribution.points : 0
                let id = ledger.add(evidence, rule: contribution.rule, category: category, points: points)
                if let id, !ids.contains(.string(id)) { ids.append(.string(id)) }
            }
            let label = lead.language == .malay ? contribution.labelMalay : contribution.labelEnglish
            return .compact([
                ("rule", .string(contractCode(contribution.rule))), ("label", .string(cut(label, to: 160))),
                ("points", .integer(Int64(contribution.points))), ("evidence", ids.isEmpty ? nil : .array(ids)),
            ])
        }
    }

    private func persons(into ledger: inout EvidenceLedger) -> [JSONValue] {
        let affected = lead.identification.persons.filter { $0.role.isAffected }.prefix(limit.persons)
        let persons = affected.isEmpty ? [.unnamed] : Array(affected)
        return persons.enumerated().map { index, person in
            let isQuoted = !withholding.withholds(person)
            let id = person.evidence.flatMap {
                isQuoted ? ledger.add($0, rule: "person.name", category: .person, points: 0) : nil
            }
            return person.record(
                id: "p\(index + 1)", day: articles[0].day, hiding: withholding, evidence: id,
                contact: contact(of: person, among: persons))
        }
    }

    /// How the case can be reached stands with the first adult who is not withheld; with a child only where it leads to
    /// somebody else. None where nobody may be contacted.
    private func contact(of person: Person, among persons: [Person]) -> CaseContact? {
        guard !withholding.isProtected, !facts.consent.status.stops,
            let contact = facts.edits.contact ?? (facts.membership == nil ? lead.handling.contact : nil)
        else { return nil }
        let reachable = persons.first { !withholding.withholds($0) } ?? (contact.isIndirect ? persons.first : nil)
        return person == reachable ? contact : nil
    }

    private func place(into ledger: inout EvidenceLedger) -> JSONValue {
        let place = lead.identification.place ?? Place()
        let isCoarse = withholding.isProtected || withholding.hasMinors
        let id = place.evidence.flatMap {
            isCoarse ? nil : ledger.add($0, rule: "place.name", category: .place, points: 0)
        }
        return place.record(isCoarse: isCoarse, evidence: id)
    }
}

/// An id that stays the same for one person here and tells no name: records are read outside, by people who need not
/// know who of the squad decided.
func pseudonym(of actor: Actor, at source: String) -> String {
    "u-" + Digest(of: "reviewer\u{1F}\(source)\u{1F}\(actor.name)").hexadecimal.prefix(12)
}

extension LeadField {
    /// Where a record holds it.
    fileprivate var pointer: String {
        switch self {
        case .who: "/persons"
        case .location: "/place"
        case .needs: "/needs"
        case .urgency: "/urgency"
        case .summary: "/summary"
        case .contact: "/persons/0/contact"
        case .programmes: "/suggestions"
        }
    }
}

extension Language {
    /// The screen language nearest to the text's.
    var screenLanguage: ScreenLanguage {
        switch self {
        case .malay, .indonesian: .malay
        case .english, .chinese, .tamil, .other: .english
        }
    }
}
