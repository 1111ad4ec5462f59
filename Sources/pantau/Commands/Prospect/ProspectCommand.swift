import ArgumentParser
import Model
import Referring
import Settings
import Storing
import Terminal
import Text

/// Confirmed leads on their way to an agency.
struct ProspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prospect", abstract: "Confirmed leads, ready to be referred.",
        subcommands: [
            ProspectList.self, ProspectShow.self, ProspectEdit.self, ProspectHold.self, ProspectRelease.self,
            ProspectSplit.self, ProspectWithdraw.self, ProspectReopen.self, ProspectConsent.self, ProspectErase.self,
        ])
}

struct ProspectList: PantauCommand {
    static let permission = Permission.seeLead
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every prospect, oldest acceptance first.", aliases: ["ls"])

    @OptionGroup var global: GlobalOptions

    func run(_ context: Context) async throws {
        let store = try context.referralStore(.reading)
        let now = context.now
        let entries = try await store.read { db in
            try db.prospects(ProspectQuery()).map { row in (row, try db.lead(row.lead, at: now)) }
        }
        switch context.output.format {
        case .json, .jsonl: for (row, lead) in entries { context.output.json(json(row, lead)) }
        case .id: for (row, _) in entries { context.output.record([row.ref.description]) }
        case .csv, .tsv:
            let names = ["ref", "lead", "urgency", "needs", "status", "accepted_at", "sends_at", "sent_at"]
            context.output.records(named: names, entries.map { fields($0, $1) })
        case .table:
            guard !entries.isEmpty else { return context.output.say(.prospectListEmpty) }
            writeTable(entries, now: now, context)
        }
    }

    private func writeTable(_ entries: [(ProspectRow, Lead?)], now: Instant, _ context: Context) {
        let language = context.language
        let table = Table(
            [
                .init("REF"), .init(language.phrase("LEAD", "KES"), .right), .init(language.phrase("URG", "SGR")),
                .init(language.phrase("NEED", "KEPERLUAN"), minimum: 8, maximum: 22, dropOrder: 1),
                .init(language.phrase("STATE", "KEADAAN")),
                .init(language.phrase("HEADLINE", "TAJUK"), minimum: 16),
            ],
            rows: entries.map { row, lead in
                [
                    row.ref.description, "\(row.lead.value)", lead?.urgency.symbol ?? "",
                    lead?.needs.map(\.need.rawValue).joined(separator: ", ") ?? "", state(row, now: now, language),
                    lead?.listedHeadline(in: language) ?? "",
                ].map { StyledText($0) }
            })
        let terminal = context.output.terminal
        for line in table.lines(width: terminal.columns, glyphs: terminal.glyphs) { context.output.line(line) }
    }

    private func state(_ row: ProspectRow, now: Instant, _ language: ScreenLanguage) -> String {
        if row.members > 0 { return language.phrase("group of \(row.members)", "kumpulan \(row.members)") }
        if let state = ReferralState(rawValue: row.status), state != .prospect { return state.label(in: language) }
        if row.sentAt != nil { return language.phrase("sent", "dihantar") }
        guard row.sendsAt > now else { return language.phrase("ready", "sedia") }
        let time = row.sendsAt.rfc3339().dropFirst(11).prefix(5)
        return language.phrase("held until \(time)", "ditahan hingga \(time)")
    }

    private func fields(_ row: ProspectRow, _ lead: Lead?) -> [String] {
        [
            row.ref.description, "\(row.lead.value)", lead?.urgency.rawValue ?? "",
            lead?.needs.map(\.need.rawValue).joined(separator: ",") ?? "", row.status, row.acceptedAt.rfc3339(),
            row.sendsAt.rfc3339(), row.sentAt?.rfc3339() ?? "",
        ]
    }

    private func json(_ row: ProspectRow, _ lead: Lead?) -> JSONValue {
        .compact([
            ("ref", .string(row.ref.description)), ("id", .string(row.id.description)),
            ("lead", .integer(row.lead.value)), ("status", .string(row.status)),
            ("urgency", lead.map { .string($0.urgency.rawValue) }),
            ("needs", lead.map { .array($0.needs.map { .string($0.need.rawValue) }) }),
            ("accepted_at", .string(row.acceptedAt.rfc3339())), ("sends_at", .string(row.sendsAt.rfc3339())),
            ("sent_at", row.sentAt.map { .string($0.rfc3339()) } ?? .null),
            ("revision", .integer(Int64(row.revision))),
        ])
    }
}

struct ProspectShow: PantauCommand {
    static let permission = Permission.seeLead
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "The record as it would be sent, or as a card.")

    @OptionGroup var global: GlobalOptions

    @OptionGroup var prospects: ProspectRefs
    @OptionGroup var reveal: RevealOptions

    func run(_ context: Context) async throws {
        let store = try context.referralStore(.reading)
        let now = context.now
        var offices = OfficeFinder(context)
        for row in try await prospects.rows(context, store) {
            let shown = try await context.opened(row.lead, reveal)
            let (lead, facts) = try await store.read { db in
                (
                    try db.lead(row.lead, at: now),
                    try db.facts(of: row, revision: max(1, row.revision), updatedAt: row.updatedAt)
                )
            }
            if let erasure = try await store.read({ db in try db.erasure(of: row.ref) }) {
                throw CommandFailure(.erasedForGood(row.lead, erasure.reason))
            }
            guard let lead else { throw CommandFailure(.prospectNotFound(row.ref.description)) }
            guard !context.output.isJSON else {
                try writeRecord(facts, lead, context)
                continue
            }
            let terminal = context.output.terminal
            let card = LeadCard(
                lead: shown, office: offices.office(nearest: shown), language: context.language, now: now,
                glyphs: terminal.glyphs, width: terminal.columns)
            context.output.line(StyledText(row.ref.description, .heading))
            let tries = try context.programmes().suggestions(for: lead, limit: 5)
            for line in card.lines + card.reasons(of: tries) + card.footer { context.output.line(line) }
        }
    }

    private func writeRecord(_ facts: ProspectFacts, _ lead: Lead, _ context: Context) throws {
        let settings = try context.recordSettings()
        let suggestions = try context.programmes().suggestions(for: lead)
        do throws(RecordProblem) {
            let record = try prospectRecord(
                of: lead, facts: facts, suggestions: suggestions, settings: settings)
            context.output.json(record)
        } catch {
            throw CommandFailure(Message("err.record", "\(error)", "\(error)", exit: .conflict))
        }
    }
}
