import Model
import Storing
import Text

/// The privacy block: on what basis, how to handle it, and until when.
func privacyRecord(
    of lead: Lead, needs: [Need], facts: ProspectFacts, settings: RecordSettings, hiding withholding: Withholding
) -> JSONValue {
    let isRestricted = withholding.isProtected || withholding.hasMinors
    return .compact([
        ("basis", facts.consent.status == .given ? "consent" : "statutory-function"),
        ("consent", facts.consent.record(at: settings.source)),
        ("contact_allowed", .bool(!withholding.isProtected && !facts.consent.status.stops)), ("identifiers", "none"),
        ("minors_involved", .bool(withholding.hasMinors)), ("minor_names", "withheld"),
        ("override", facts.edits.override?.record(at: settings.source)),
        ("protected_identity", withholding.isProtected ? true : nil),
        ("sensitive", .array(sensitivities(of: needs, hiding: withholding).map { .string($0) })),
        ("classification", .string(settings.classification.rawValue)),
        ("agreement", settings.agreement.map { .string(cut($0, to: 120)) }),
        ("handling", isRestricted ? "restricted" : "normal"),
        ("share_with", .array(receivers(of: facts, settings).map { .string($0) })),
        ("retain_until", .string(day(months: settings.retentionMonths, after: facts.updatedAt))),
    ])
}

/// Who may see the whole record: those of the installation, and every agency that it was sent to.
private func receivers(of facts: ProspectFacts, _ settings: RecordSettings) -> [String] {
    var seen = Set<String>()
    return (settings.shareWith + facts.legs.map(\.to)).filter { seen.insert($0).inserted }
}

extension Consent {
    fileprivate func record(at source: String) -> JSONValue {
        .compact([
            ("status", .string(status.rawValue)), ("at", at.map { .string($0.rfc3339()) }),
            ("by", by.map { .string(pseudonym(of: $0, at: source)) }), ("method", method.map { .string($0.rawValue) }),
        ])
    }
}

extension ProspectEdits.Override {
    fileprivate func record(at source: String) -> JSONValue {
        ["by": .string(pseudonym(of: by, at: source)), "at": .string(at.rfc3339()), "why": .string(cut(why, to: 500))]
    }
}

private func sensitivities(of needs: [Need], hiding withholding: Withholding) -> [String] {
    var found = Set(needs.flatMap(\.sensitivities))
    if withholding.hasMinors { found.insert("minor") }
    return found.sorted()
}

extension Need {
    /// What an outsider would learn of a person who has this need (contract, privacy.sensitive).
    fileprivate var sensitivities: [String] {
        switch self {
        case .invalidity, .bedridden, .medicalCost, .occupationalDisease, .distress, .homemaker: ["health"]
        case .workInjury, .commutingAccident, .selfEmployed: ["health"]
        case .disability: ["disability", "health"]
        case .abuse: ["abuse"]
        case .foreignWorker, .documents: ["immigration"]
        case .poverty, .food, .debt, .homelessness, .unsafeHome: ["poverty"]
        case .jobLoss, .unpaidWages, .survivors, .childOrphan, .elderAlone, .fire, .disaster, .schooling, .singleParent,
            .funeralCost, .other:
            []
        }
    }
}

/// The day that many months later in Malaysia, or that month's last day where it has no such day.
private func day(months: Int, after instant: Instant) -> String {
    let start = CivilTime(instant)
    let total = start.year * 12 + start.month - 1 + months
    let (year, month) = (total / 12, total % 12 + 1)
    let last = CivilTime.days(inMonth: month, of: year)
    return CivilTime(year: year, month: month, day: min(start.day, last))?.isoDay ?? start.isoDay
}
