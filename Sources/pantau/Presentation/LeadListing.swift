import Model
import Storing
import Terminal
import Text

/// A lead with those it is about, as a row of a list.
struct ListedLead: Sendable {
    let lead: LeadSummary
    let persons: [Person]

    /// Names of persons as initials, whoever looks; nothing of a protected lead.
    func headline(in language: ScreenLanguage) -> String {
        if lead.articles == 0 { return Message.erasedRow.text(in: language) }
        guard !lead.isProtected else { return Message.identityProtected.text(in: language) }
        return NameMask(persons.flatMap(\.names)).initials(in: lead.headline)
    }

    /// Those affected: `M. R. b. C. 30-39`.
    var who: [(initials: String?, band: String?, role: Person.Role)] {
        guard !lead.isProtected else { return [] }
        return persons.filter { $0.role != .speaker && $0.role != .accused }.map { person in
            (person.name.map(NameMask.initials(of:)), person.age.map { ageBand($0.years) }, person.role)
        }
    }
}

/// A page of leads as `lead list` writes it, masked: initials, age bands, districts (UX.md section 4, PRIVACY.md P4).
struct LeadListing {
    let page: LeadPage
    let persons: [LeadID: [Person]]
    let context: Context
    let now: Instant

    private var language: ScreenLanguage { context.language }

    /// - Throws: `CommandFailure` where `--fields` names something unknown.
    func write(order: LeadQuery.Order) throws {
        let rows = page.leads.map { ListedLead(lead: $0, persons: persons[$0.id] ?? []) }
        let listing = Listing(
            plainFields + codedFields + whenFields, rows, schema: "pantau.lead.list/1", total: page.total)
        let output = context.output
        guard output.format == .table else { return try context.write(listing) }
        output.say(.leadListHeader(shown: page.leads.count, total: page.total, order: LeadListing.name(of: order)))
        output.line()
        try context.write(listing)
        output.line()
        let steps = [
            language.phrase("Next: pantau review", "Seterusnya: pantau review"),
            language.phrase("All: pantau lead list --limit 0", "Semua: pantau lead list --limit 0"),
        ]
        for line in nextSteps(steps, width: output.terminal.columns) { output.line(line) }
    }

    private static func name(of order: LeadQuery.Order) -> (en: String, ms: String) {
        switch order {
        case .urgency: ("urgency, then score", "kesegeraan, kemudian skor")
        case .score: ("score", "skor")
        case .new: ("newest first", "terbaharu dahulu")
        case .old: ("oldest first", "terlama dahulu")
        }
    }

    // MARK: Fields

    private typealias Fields = [Field<ListedLead>]

    private var isWide: Bool { context.output.tableWidth >= 100 }

    /// What a table shows. SOURCE goes first where it is narrow, then AGE, then NEED, then PLACE; URG always stays.
    private var plainFields: Fields {
        let (language, now, isWide) = (language, now, isWide)
        return [
            Field("id", "ID", "ID", id: true, layout: .init("", .right)) { .number(Int($0.lead.id.value)) },
            Field(
                "urgency", "URG", "SGR", cell: { StyledText($0.lead.urgency.symbol, Style($0.lead.urgency)) },
                value: { .text($0.lead.urgency.rawValue) }),
            Field("score", "SCORE", "SKOR", layout: .init("", .right)) { .number($0.lead.score) },
            Field(
                "needs", "NEED", "KEPERLUAN",
                layout: .init("", minimum: isWide ? 8 : 13, maximum: isWide ? 22 : 13, dropOrder: 3),
                cell: { StyledText(LeadListing.needs($0.lead, isWide, language)) },
                value: { .list($0.lead.needs.map(\.rawValue)) }),
            Field(
                "place", "PLACE", "TEMPAT", in: [.table, .json],
                layout: .init("", minimum: isWide ? 8 : 12, maximum: isWide ? 22 : 12, dropOrder: 4),
                cell: { StyledText($0.lead.place ?? "-") }, value: LeadListing.place),
            Field(
                "sources", "SOURCE", "SUMBER", in: [.table, .json],
                layout: .init("", minimum: isWide ? 8 : 18, maximum: 18, dropOrder: 1),
                cell: { StyledText(LeadListing.sources($0.lead)) }, value: { .list($0.lead.sources.map(\.value)) }),
            Field(
                "state_code", "STATE", "NEGERI", in: .record, value: { .optional($0.lead.stateCode) }),
            Field("district_code", "DISTRICT", "DAERAH", in: .record, value: { .optional($0.lead.districtCode) }),
            Field("state", "REVIEW", "SEMAKAN", in: [.record, .json]) { .text($0.lead.state.code) },
            Field("first_seen_at", "SEEN", "DILIHAT", in: [.record, .json]) { .time($0.lead.firstSeenAt) },
            Field(
                "headline", "HEADLINE", "TAJUK", layout: .init("", minimum: 28),
                cell: { StyledText(LeadListing.cell($0, language)) },
                value: { .text($0.headline(in: .english)) }),
            Field("age", "AGE", "USIA", in: .table, layout: .init("", .right, dropOrder: 2)) {
                .text(age(since: $0.lead.firstSeenAt, at: now, in: language))
            },
        ]
    }

    private var codedFields: Fields {
        [
            Field(
                "who", "WHO", "SIAPA", in: .json, layout: .init("", minimum: 8, dropOrder: 0), value: LeadListing.who),
            Field("band", "BAND", "TAHAP", in: .json) { .text($0.lead.band.rawValue) },
            Field("kind", "KIND", "JENIS", in: .json) { .text($0.lead.kind.rawValue) },
            Field("language", "LANG", "BAHASA", in: .json) { .text($0.lead.language.rawValue) },
            Field("articles", "ARTICLES", "BERITA", in: .json, layout: .init("", .right)) { .number($0.lead.articles) },
            Field("flags", "FLAGS", "TANDA", in: .json) { listed in
                .list(
                    [listed.lead.isProtected ? "protected" : nil, listed.lead.hasMinor ? "minor" : nil].compactMap(
                        \.self)
                )
            },
            Field("version", "VERSION", "VERSI", in: .json, layout: .init("", .right)) { .number($0.lead.version) },
        ]
    }

    private var whenFields: Fields {
        [
            Field("claimed_by", "CLAIMED BY", "DIAMBIL", in: .json) { .optional($0.lead.claim?.by.name) },
            Field("claimed_until", "UNTIL", "HINGGA", in: .json) { $0.lead.claim.map { .time($0.until) } ?? .none },
            Field("awaits_after", "ACCEPTED BY", "DITERIMA OLEH", in: .json) { .optional($0.lead.awaitsAfter?.name) },
            Field("updated_at", "UPDATED", "DIKEMAS KINI", in: []) { .time($0.lead.updatedAt) },
        ]
    }

    private static func place(_ listed: ListedLead) -> FieldValue {
        let lead = listed.lead
        let json = JSONValue.compact([
            ("state", lead.stateCode.map { .string($0) }), ("district", lead.districtCode.map { .string($0) }),
            ("name", lead.place.map { .string($0) }),
        ])
        return .nested(json, plain: lead.place ?? "")
    }

    private static func who(_ listed: ListedLead) -> FieldValue {
        let json = JSONValue.array(
            listed.who.map { person in
                .compact([
                    ("initials", person.initials.map { .string($0) }), ("age_band", person.band.map { .string($0) }),
                    ("role", .string(person.role.rawValue)),
                ])
            })
        let words = listed.who.map { [$0.initials, $0.band].compactMap(\.self).joined(separator: " ") }
        return .nested(json, plain: words.filter { !$0.isEmpty }.joined(separator: ", "))
    }

    /// The first alone where it is narrow: three words cut off tell less than one.
    private static func needs(_ lead: LeadSummary, _ isWide: Bool, _ language: ScreenLanguage) -> String {
        guard isWide else { return lead.needs.first?.short(in: language) ?? "-" }
        return lead.needs.map { $0.short(in: language) }.joined(separator: ", ")
    }

    private static func sources(_ lead: LeadSummary) -> String {
        let first = lead.sources.first?.value ?? "-"
        return lead.articles > 1 ? "\(first) +\(lead.articles - 1)" : first
    }

    /// The headline, and before it who waits for a second person: it must not be cut off.
    private static func cell(_ listed: ListedLead, _ language: ScreenLanguage) -> String {
        let headline = listed.headline(in: language)
        guard let first = listed.lead.awaitsAfter else { return headline }
        return language.phrase("2nd after \(first): ", "ke-2 selepas \(first): ") + headline
    }
}

extension Style {
    /// How an urgency stands out.
    init(_ urgency: Urgency) {
        switch urgency {
        case .emergency: self = .emergency
        case .urgent: self = .urgent
        case .routine: self = .plain
        }
    }
}
