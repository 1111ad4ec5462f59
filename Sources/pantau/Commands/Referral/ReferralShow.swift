import ArgumentParser
import Model
import Referring
import Storing
import Terminal
import Text

struct ReferralShow: PantauCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One case: every door, what came of it, and which were not tried.")

    static let permission = Permission.seeLead

    @OptionGroup var global: GlobalOptions
    @OptionGroup var prospects: ProspectRefs

    func run(_ context: Context) async throws {
        let store = try context.referralStore(.reading)
        let now = context.now
        let catalogue = try context.programmes()
        for row in try await prospects.rows(context, store) {
            let view = try await store.read { db in try ReferralView(row, db, catalogue: catalogue, at: now) }
            guard !context.output.isJSON else {
                context.output.json(view.record(at: now))
                continue
            }
            let width = context.output.terminal.columns
            for line in view.lines(in: context.language, width: width, at: now) {
                context.output.line(StyledText(line))
            }
        }
    }
}

/// A case with everything that was reported of it.
private struct ReferralView: Sendable {
    let row: ProspectRow
    let lead: Lead?
    let referral: ReferralCase
    let members: [ReferralEntry]
    let unjudged: [ChangeRow]
    /// Agencies that may fit and were not tried, the likely first.
    let untried: [Suggestion]

    init(_ row: ProspectRow, _ db: Connection, catalogue: ProgrammeCatalogue, at now: Instant) throws(StoreError) {
        self.row = row
        let lead = try db.lead(row.lead, at: now)
        self.lead = lead
        let urgency = lead?.urgency ?? .routine
        let offices = (place: try db.state(of: row.lead), calendar: db.offices)
        var referral = ReferralCase(row, legs: try db.legs(of: row.id), urgency: urgency)
        (referral.place, referral.offices) = offices
        self.referral = referral
        var members: [ReferralEntry] = []
        for member in row.members > 0 ? try db.members(of: row.lead) : [] {
            let legs = try db.legs(of: member.id)
            var referral = ReferralCase(member, legs: legs, urgency: urgency)
            (referral.place, referral.offices) = offices
            members.append(ReferralEntry(row: member, referral: referral, unjudged: 0))
        }
        self.members = members
        unjudged = try db.changes(of: row.id).filter { $0.verdict == .stored }
        var seen = Set(referral.doorsTried)
        untried = (lead.map { catalogue.suggestions(for: $0) } ?? []).filter { seen.insert($0.agency.code).inserted }
    }

    func lines(in language: ScreenLanguage, width: Int, at now: Instant) -> [String] {
        let label = referral.assistance.label(in: language).lowercased()
        let protected = lead?.needsNames == false
        let name = row.person?.name ?? lead?.identification.persons.first { $0.role == .subject }?.name
        let shown = protected ? Message.identityProtected.text(in: language) : name ?? lead?.headline ?? ""
        var lines = [
            "\(row.ref)  \(shown)   \(label)",
            language.phrase("Lead \(row.lead), revision \(row.revision)", "Kes \(row.lead), semakan \(row.revision)")
                + (row.member > 0
                    ? language.phrase(", member \(row.member) of a group", ", ahli \(row.member) kumpulan") : "")
                + language.phrase(", consent: ", ", persetujuan: ") + row.consent.status.rawValue, "",
        ]
        if let original = referral.duplicated {
            lines.append(
                language.phrase("Duplicate of ", "Pendua bagi ") + "\(original.system) \(original.id)"
                    + language.phrase(". Another case? ", ". Kes lain? ") + "pantau prospect reopen \(row.ref)")
        }
        if !members.isEmpty { lines += memberLines(language, at: now) }
        for leg in referral.legs { lines += legLines(leg, language, width: width, at: now) }
        lines += unjudged.map { change in
            language.phrase(
                "To judge: \(change.state.rawValue) at \(stamp(change.at)) by \(change.sender); the table does not have it. "
                    + "Right? pantau referral set \(row.ref) --state \(change.state.rawValue) --anyway",
                "Untuk dinilai: \(change.state.rawValue) pada \(stamp(change.at)) oleh \(change.sender); tiada dalam jadual. "
                    + "Betul? pantau referral set \(row.ref) --state \(change.state.rawValue) --anyway")
        }
        return lines + doors(language) + next(language, at: now)
    }

    private func memberLines(_ language: ScreenLanguage, at now: Instant) -> [String] {
        let counts = Assistance.allCases.map { assistance in
            "\(assistance.label(in: language)) \(members.count { $0.referral.assistance == assistance })"
        }
        return members.map { member in
            let words = ReferralWords(member.referral, in: language, at: now)
            return " \(member.row.member)  \(member.row.ref)  \(words.status)  \(words.waiting)  \(words.due)"
        } + [" " + counts.joined(separator: "    "), ""]
    }

    private func legLines(_ leg: ReferralLeg, _ language: ScreenLanguage, width: Int, at now: Instant) -> [String] {
        let by = leg.from == ReferralLeg.squad ? "" : language.phrase(" by \(leg.from)", " oleh \(leg.from)")
        let head = " \(leg.hop)  \(leg.to)  "
        let indent = String(repeating: " ", count: head.count)
        var lines: [String] = []
        lines.append(head + stamp(leg.sentAt ?? leg.stateAt) + language.phrase("  sent", "  dihantar") + by)
        if leg.state != .referred {
            let reason = leg.reason.map { ": " + $0.label(in: language) } ?? ""
            let note = leg.note.map { " \"\($0)\"" } ?? ""
            lines += wrapped(
                leg.state.label(in: language) + reason + note, width: width,
                first: indent + stamp(leg.stateAt) + "  ", indent: head.count + 18)
        }
        if let step = leg.nextStep {
            let whither = step.agency.map { " (\($0))" } ?? ""
            lines.append(indent + "                  " + step.label(in: language) + whither)
        }
        if let outcome = leg.outcome {
            lines.append(indent + "                  " + outcome.programmes.joined(separator: ", "))
        }
        if let due = leg.dueAt, let duty = leg.state.duty {
            let late =
                due < now ? "   " + age(since: due, at: now, in: language) + language.phrase(" late", " lewat") : ""
            lines.append(
                indent + stamp(due) + language.phrase("  due: ", "  tarikh akhir: ") + duty.label(in: language) + late)
        }
        return lines
    }

    private func doors(_ language: ScreenLanguage) -> [String] {
        let tried = referral.doorsTried.isEmpty ? "-" : referral.doorsTried.joined(separator: ", ")
        let left = untried.map { "\($0.agency.code) (\($0.fit.rawValue))" }.joined(separator: ", ")
        return [
            language.phrase(" Doors tried: \(tried).  Not tried: ", " Pintu dicuba: \(tried).  Belum dicuba: ")
                + (left.isEmpty ? "-" : left), "",
        ]
    }

    private func next(_ language: ScreenLanguage, at now: Instant) -> [String] {
        guard let action = referral.nextAction, members.isEmpty else { return [] }
        var lines: [String] = []
        if let escalation = referral.escalation(at: now) { lines.append(escalation.label(in: language)) }
        if action.duty.owner != .squad {
            lines.append(language.phrase("Remind: ", "Ingatkan: ") + "pantau referral nudge \(row.ref)")
        }
        if let door = untried.first {
            lines.append(
                language.phrase("Try another door now: ", "Cuba laluan lain: ")
                    + "pantau referral send \(row.ref) --to \(door.agency.code)")
        }
        return lines
    }

    private func stamp(_ time: Instant) -> String {
        let text = time.rfc3339()
        return text.prefix(10) + " " + text.dropFirst(11).prefix(5)
    }

    func record(at now: Instant) -> JSONValue {
        let entry = ReferralEntry(row: row, referral: referral, unjudged: unjudged.count)
        return .compact([
            ("schema", "pantau.referral.case/1"), ("case", entry.record(at: now)),
            ("duplicate_of", referral.duplicated.map { ["system": .string($0.system), "id": .string($0.id)] }),
            ("legs", .array(referral.legs.map { $0.record() })),
            ("not_tried", .array(untried.map { .string($0.agency.code) })),
            ("members", members.isEmpty ? nil : .array(members.map { $0.record(at: now) })),
            ("to_judge", unjudged.isEmpty ? nil : .array(unjudged.map(\.change))),
        ])
    }
}

extension Lead {
    /// False where the people of a case must not be known.
    fileprivate var needsNames: Bool { !isProtected }
}
