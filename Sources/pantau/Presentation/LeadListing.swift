import Model
import Storing
import Terminal
import Text

/// A page of leads as `lead list` writes it: a table for people, records for pipes, JSON for scripts (UX.md section 4).
struct LeadListing {
    let page: LeadPage
    let context: Context
    let now: Instant

    private var language: ScreenLanguage { context.language }

    // MARK: For people

    func writeTable(order: LeadQuery.Order) {
        let output = context.output
        output.say(.leadListHeader(shown: page.leads.count, total: page.total, order: LeadListing.name(of: order)))
        output.line()
        let table = Table(columns, rows: page.leads.map(row))
        for line in table.lines(width: output.terminal.columns, glyphs: output.terminal.glyphs) { output.line(line) }
        output.line()
        let first = page.leads[0].id.value
        let steps = [
            language.phrase("Next: pantau lead show \(first)", "Seterusnya: pantau lead show \(first)"),
            language.phrase("All: pantau lead list --limit 0", "Semua: pantau lead list --limit 0"),
        ]
        for line in nextSteps(steps, width: output.terminal.columns) { output.line(line) }
    }

    /// SOURCE goes first where it is narrow, then AGE, then NEED, then PLACE; URG always stays.
    private var columns: [Table.Column] {
        let isWide = context.output.terminal.columns >= 100
        return [
            Table.Column("ID", .right), Table.Column(language.phrase("URG", "SGR")),
            Table.Column(language.phrase("SCORE", "SKOR"), .right),
            Table.Column(language.phrase("NEED", "KEPERLUAN"), minimum: 8, maximum: isWide ? 22 : 13, dropOrder: 3),
            Table.Column(language.phrase("PLACE", "TEMPAT"), minimum: 8, maximum: isWide ? 22 : 12, dropOrder: 4),
            Table.Column(
                language.phrase("SOURCE", "SUMBER"), minimum: isWide ? 8 : 18, maximum: 18, dropOrder: 1),
            Table.Column(language.phrase("HEADLINE", "TAJUK"), minimum: 28),
            Table.Column(language.phrase("AGE", "USIA"), .right, dropOrder: 2),
        ]
    }

    private func row(_ lead: LeadSummary) -> [StyledText] {
        [
            StyledText("\(lead.id.value)"), StyledText(lead.urgency.symbol, style(lead.urgency)),
            StyledText("\(lead.score)"), StyledText(lead.needs.map(\.rawValue).joined(separator: ", ")),
            StyledText(lead.place ?? "-"), StyledText(sources(lead)), StyledText(headline(lead)),
            StyledText(age(since: lead.firstSeenAt, at: now, in: language)),
        ]
    }

    private func style(_ urgency: Urgency) -> Style {
        switch urgency {
        case .emergency: .emergency
        case .urgent: .urgent
        case .routine: .plain
        }
    }

    private func sources(_ lead: LeadSummary) -> String {
        let first = lead.sources.first?.value ?? "-"
        return lead.articles > 1 ? "\(first) +\(lead.articles - 1)" : first
    }

    private func headline(_ lead: LeadSummary) -> String {
        if lead.articles == 0 { return Message.erasedRow.text(in: language) }
        return lead.isProtected ? Message.identityProtected.text(in: language) : lead.headline
    }

    private static func name(of order: LeadQuery.Order) -> (en: String, ms: String) {
        switch order {
        case .urgency: ("urgency, then score", "kesegeraan, kemudian skor")
        case .score: ("score", "skor")
        case .new: ("newest first", "terbaharu dahulu")
        case .old: ("oldest first", "terlama dahulu")
        }
    }

    // MARK: For pipes and scripts

    /// Number, urgency, score, needs, state, district, review state, first seen, headline; nothing cut.
    func writeRecords() {
        for lead in page.leads {
            context.output.record([
                "\(lead.id.value)", lead.urgency.rawValue, "\(lead.score)",
                lead.needs.map(\.rawValue).joined(separator: ","), lead.stateCode ?? "", lead.districtCode ?? "",
                lead.state.code, lead.firstSeenAt.rfc3339(), untranslatedHeadline(lead),
            ])
        }
    }

    var json: JSONValue {
        .compact([
            ("schema", "pantau.lead.list/1"), ("total", .integer(Int64(page.total))),
            ("items", .array(page.leads.map(item))),
        ])
    }

    func item(_ lead: LeadSummary) -> JSONValue {
        .compact([
            ("id", .integer(lead.id.value)), ("state", .string(lead.state.code)),
            ("urgency", .string(lead.urgency.rawValue)), ("score", .integer(Int64(lead.score))),
            ("band", .string(lead.band.rawValue)), ("kind", .string(lead.kind.rawValue)),
            ("needs", .array(lead.needs.map { .string($0.rawValue) })),
            (
                "place",
                .compact([
                    ("state", lead.stateCode.map { .string($0) }), ("district", lead.districtCode.map { .string($0) }),
                    ("name", lead.place.map { .string($0) }),
                ])
            ),
            ("headline", .string(untranslatedHeadline(lead))), ("language", .string(lead.language.rawValue)),
            ("sources", .array(lead.sources.map { .string($0.value) })),
            ("articles", .integer(Int64(lead.articles))), ("first_seen_at", .string(lead.firstSeenAt.rfc3339())),
            ("claimed_by", lead.claim.map { .string($0.by.name) } ?? .null),
            ("claimed_until", lead.claim.map { .string($0.until.rfc3339()) } ?? .null),
            ("flags", .array(flags(lead).map { .string($0) })), ("version", .integer(Int64(lead.version))),
        ])
    }

    private func untranslatedHeadline(_ lead: LeadSummary) -> String {
        lead.isProtected ? Message.identityProtected.english : lead.headline
    }

    private func flags(_ lead: LeadSummary) -> [String] {
        [lead.isProtected ? "protected" : nil, lead.hasMinor ? "minor" : nil].compactMap { $0 }
    }
}
