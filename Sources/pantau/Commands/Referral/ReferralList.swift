import ArgumentParser
import Model
import Referring
import Storing
import Terminal
import Text

struct ReferralList: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Open referrals, the overdue first: who has whom, and what is owed next.",
        aliases: ["ls"])

    static let permission = Permission.seeLead

    @OptionGroup var global: GlobalOptions

    @Flag(help: "Only what agencies gave back: another door is needed.")
    var returned = false

    @Flag(help: "Only where an act is late.")
    var overdue = false

    @Flag(help: "Only what is not over (the default without --state).")
    var open = false

    @Flag(help: "Only what goes to the coordinator: many doors, a clock missed twice, or a report to judge.")
    var coordinator = false

    @Option(help: "Only these, such as being_helped or helped.")
    var state: ReferralState?

    @Option(help: ArgumentHelp("Only what this agency has or had.", valueName: "agency"))
    var agency: String?

    func run(_ context: Context) async throws {
        let store = try context.referralStore(.reading)
        let now = context.now
        let isAll = state != nil && !open
        let all = try await store.read { db in try db.referralEntries(isAll: isAll, at: now) }
        let entries = all.filter { isWanted($0, at: now) }
        switch context.output.format {
        case .json, .jsonl: for entry in entries { context.output.json(entry.record(at: now)) }
        case .id: for entry in entries { context.output.record([entry.row.ref.description]) }
        case .tsv, .csv: context.output.records(named: ReferralEntry.fieldNames, entries.map { $0.fields(at: now) })
        case .table:
            guard !entries.isEmpty else { return context.output.say(returned ? .noneReturned : .noReferrals) }
            writeTable(entries, of: all, at: now, context)
        }
    }

    private func isWanted(_ entry: ReferralEntry, at now: Instant) -> Bool {
        (!returned || entry.isReturned) && (!overdue || entry.isOverdue(at: now))
            && (!coordinator || entry.referral.escalation(at: now) != nil || entry.unjudged > 0)
            && (state.map { $0 == entry.referral.status } ?? true)
            && (agency.map { !entry.referral.legs(to: $0.uppercased()).isEmpty } ?? true)
    }

    private func writeTable(_ entries: [ReferralEntry], of all: [ReferralEntry], at now: Instant, _ context: Context) {
        let language = context.language
        let table = Table(
            [
                .init("REF"), .init(language.phrase("STATUS", "STATUS"), minimum: 8),
                .init(language.phrase("WITH", "PADA")),
                .init(language.phrase("WAITING FOR", "MENUNGGU"), minimum: 14), .init(language.phrase("DUE", "TARIKH")),
            ],
            rows: entries.map { entry in
                let words = ReferralWords(entry.referral, in: language, at: now)
                return [
                    StyledText(entry.row.ref.description), StyledText(words.status), StyledText(words.holder),
                    StyledText(entry.unjudged > 0 ? words.unjudged : words.waiting),
                    StyledText(words.due, entry.isOverdue(at: now) ? .bad : .plain),
                ]
            })
        let terminal = context.output.terminal
        context.output.line(
            StyledText(Message.referralHeader(shown: entries.count, total: all.count).text(in: language)))
        context.output.line()
        for line in table.lines(width: terminal.columns, glyphs: terminal.glyphs) { context.output.line(line) }
        context.output.line()
        let counts = Assistance.allCases.map { assistance in
            (assistance, all.count { $0.referral.assistance == assistance })
        }
        context.output.line(
            StyledText(counts.map { "\($0.0.label(in: language)) \($0.1)" }.joined(separator: "    ")))
    }
}

/// One case in the words of the lists.
struct ReferralWords {
    private let referral: ReferralCase
    private let language: ScreenLanguage
    private let now: Instant

    init(_ referral: ReferralCase, in language: ScreenLanguage, at now: Instant) {
        (self.referral, self.language, self.now) = (referral, language, now)
    }

    var status: String {
        let label = referral.status.label(in: language)
        let doors = referral.legs.count
        return doors > 1 && referral.status == .referred
            ? label + language.phrase(" (door \(doors))", " (pintu \(doors))") : label
    }

    /// Who has it now.
    var holder: String {
        guard let action = referral.nextAction else { return "-" }
        switch action.duty.owner {
        case .squad: return language.phrase("squad", "skuad")
        case .agency: return action.agency ?? "-"
        case .system: return referral.legs.last { $0.state == .referred }?.to ?? "-"
        }
    }

    /// Who owes which act.
    var waiting: String {
        if let escalation = referral.escalation(at: now) { return escalation.label(in: language) }
        guard let action = referral.nextAction else { return "-" }
        return action.duty.label(in: language)
    }

    var unjudged: String { language.phrase("you: judge a report", "anda: nilai satu laporan") }

    /// `3d LATE`, `today`, `2026-12-04`.
    var due: String {
        guard let due = referral.nextAction?.dueAt else { return "-" }
        guard due >= now else {
            return age(since: due, at: now, in: language) + language.phrase(" LATE", " LEWAT")
        }
        let (day, today) = (CivilTime(due).isoDay, CivilTime(now).isoDay)
        return day == today ? language.phrase("today ", "hari ini ") + due.rfc3339().dropFirst(11).prefix(5) : day
    }
}

extension ReferralState.Duty {
    /// `agency: accept or return`
    func label(in language: ScreenLanguage) -> String {
        switch action {
        case "send": language.phrase("you: send it", "anda: hantar")
        case "acknowledge": language.phrase("system: acknowledge", "sistem: akui terima")
        case "accept-or-return": language.phrase("agency: accept or return", "agensi: terima atau pulangkan")
        case "start-help": language.phrase("agency: start help", "agensi: mula membantu")
        case "update": language.phrase("agency: update", "agensi: kemas kini")
        case "re-route": language.phrase("you: find another door", "anda: cari laluan lain")
        case "find-contact": language.phrase("you: find a contact", "anda: cari cara menghubungi")
        default: "\(owner.rawValue): \(action)"
        }
    }
}

extension ReferralCase.Escalation {
    func label(in language: ScreenLanguage) -> String {
        switch self {
        case .manyDoors(let count):
            language.phrase("coordinator: \(count) doors tried", "penyelaras: \(count) pintu dicuba")
        case .clockMissed(let agency):
            language.phrase("coordinator: \(agency) late twice", "penyelaras: \(agency) lewat dua kali")
        }
    }
}

extension ReferralEntry {
    static let fieldNames = [
        "ref", "lead", "status", "assistance", "doors_tried", "owner", "action", "agency", "due_at", "overdue",
    ]

    func fields(at now: Instant) -> [String] {
        let action = referral.nextAction
        return [
            row.ref.description, "\(row.lead.value)", referral.status.rawValue, referral.assistance.rawValue,
            referral.doorsTried.joined(separator: ","), action?.duty.owner.rawValue ?? "", action?.duty.action ?? "",
            action?.agency ?? "", action?.dueAt?.rfc3339() ?? "", isOverdue(at: now) ? "overdue" : "",
        ]
    }

    func record(at now: Instant) -> JSONValue {
        let action = referral.nextAction
        return .compact([
            ("schema", "pantau.referral/1"), ("ref", .string(row.ref.description)), ("lead", .integer(row.lead.value)),
            ("status", .string(referral.status.rawValue)), ("assistance", .string(referral.assistance.rawValue)),
            ("doors_tried", .array(referral.doorsTried.map { .string($0) })),
            ("owner", action.map { .string($0.duty.owner.rawValue) } ?? .null),
            ("action", action.map { .string($0.duty.action) }), ("agency", action?.agency.map { .string($0) }),
            ("due_at", action?.dueAt.map { .string($0.rfc3339()) }), ("overdue", .bool(isOverdue(at: now))),
            ("coordinator", .bool(referral.escalation(at: now) != nil)), ("to_judge", .integer(Int64(unjudged))),
        ])
    }
}
