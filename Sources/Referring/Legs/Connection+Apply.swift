public import Hashing
public import Model
public import Storing
import Text

/// What became of a change, with what was known of it.
public struct ChangeResult: Hashable, Sendable {
    public var change: StatusChange
    public var verdict: ChangeVerdict
    /// The prospect as it is now; nil where the change names none of ours.
    public var row: ProspectRow?
    /// The change came before: nothing was done again, and the verdict is that of the first time.
    public var isRepeated = false
}

extension Connection {
    /// Applies a change that came back, keeps it, applied or not, and writes one entry of the journal.
    ///
    /// A change is known by its id: one that came before changes nothing. One that is refused leaves no trace: its sender is
    /// told, and says it again otherwise. Identifiers in its notes are masked. Call it inside ``Store/write(_:)``: change,
    /// legs and entry are kept together or not at all.
    ///
    /// - Parameters:
    ///   - isForced: a person has judged that a transition is right which the table does not have.
    ///   - makeID: the id of a leg that a redirection opens.
    public func apply(
        _ change: StatusChange, by author: Author, at now: Instant, isForced: Bool = false,
        makeID: (Instant) -> UUIDv7 = { UUIDv7(at: $0, random: randomBytes(10)) }
    ) throws(StoreError) -> ChangeResult {
        if let known = try self.change(change.id), !isForced {
            return ChangeResult(
                change: change, verdict: known.firstVerdict, row: try prospect(known.prospect), isRepeated: true)
        }
        guard let row = try prospect(of: change) else {
            let name = change.ref?.description ?? change.prospect?.description ?? ""
            return ChangeResult(change: change, verdict: .refused(.unknownProspect(name)), row: nil)
        }
        guard var open = try referralCase(row) else {
            throw .constraint("prospect \(row.ref) has no lead")
        }
        let change = change.masked
        let before = open
        let verdict = open.apply(change, isForced: isForced, nextID: AnyUUID(makeID(now)))
        switch verdict {
        case .applied(let legs):
            try keep(legs, of: open, row, verb: "referral.change", before: before, by: author, at: now)
            try save(ChangeRow(change, prospect: row.id, receivedAt: now, verdict: .applied))
        case .stored(let reason):
            try save(ChangeRow(change, prospect: row.id, receivedAt: now, verdict: .stored, why: reason.code))
            try append(journalDraft("referral.keep", row, before: before, after: before, by: author, at: now))
        case .refused: break
        }
        return ChangeResult(change: change, verdict: verdict, row: try prospect(row.id))
    }

    /// Notes that a consumer knows a prospect already, with one entry of the journal where that changes anything.
    ///
    /// - Parameter agencies: those that the consumer speaks for.
    /// - Returns: the prospect as it is then; nil where nothing changed.
    public func note(
        _ prospect: UUIDv7, repeats original: ForeignCase, knownBy agencies: [String], by author: Author,
        at now: Instant
    ) throws(StoreError) -> ProspectRow? {
        guard let row = try self.prospect(prospect), !row.isWithdrawn, var open = try referralCase(row) else {
            return nil
        }
        let before = open
        guard let legs = open.repeats(original, knownBy: agencies, at: now) else { return nil }
        try keep(legs, of: open, row, verb: "referral.duplicate", before: before, by: author, at: now)
        return try self.prospect(prospect)
    }

    /// A prospect with its legs; nil where its lead is gone.
    public func referralCase(_ row: ProspectRow) throws(StoreError) -> ReferralCase? {
        guard let urgency = try urgency(of: row.lead) else { return nil }
        var referral = ReferralCase(row, legs: try legs(of: row.id), urgency: urgency)
        (referral.place, referral.offices) = (try state(of: row.lead), offices)
        return referral
    }

    /// How far help has come for what a prospect repeats, where that is another prospect of ours.
    func assistance(ofOriginal original: ForeignCase?, of row: ProspectRow) throws(StoreError) -> Assistance? {
        guard let original, let other = try self.prospect(called: original.id, by: original.system), other.id != row.id
        else { return nil }
        return ReferralState(rawValue: other.status)?.assistance
    }

    /// Keeps changed legs and where the case stands now, with an entry of the journal: codes only, no note.
    func keep(
        _ legs: [ReferralLeg], of open: ReferralCase, _ row: ProspectRow, verb: String, before: ReferralCase,
        by author: Author, at now: Instant
    ) throws(StoreError) {
        for leg in legs { try save(leg) }
        try setStatus(
            open.status, since: open.statusAt, closedAs: open.closure?.state, original: open.original,
            prospect: row.id, at: now)
        try append(
            journalDraft(
                verb, row, because: legs.first?.reason, before: before, after: open, by: author, at: now))
    }

    private func journalDraft(
        _ verb: String, _ row: ProspectRow, because reason: ReferralReason? = nil, before: ReferralCase,
        after: ReferralCase, by author: Author, at now: Instant
    ) -> JournalDraft {
        JournalDraft(
            at: now, by: author, verb: verb, reason: reason?.rawValue,
            targets: [
                JournalTarget(
                    lead: row.lead, other: row.ref.description, before: before.journalForm, after: after.journalForm)
            ])
    }

    private func prospect(of change: StatusChange) throws(StoreError) -> ProspectRow? {
        if let id = change.prospect, let row = try prospect(id) {
            // An id and a reference of two prospects: neither is believed.
            return change.ref == nil || change.ref == row.ref ? row : nil
        }
        if let ref = change.ref, change.prospect == nil, let row = try prospect(ref) { return row }
        guard change.prospect == nil, change.ref == nil, let leg = change.leg else { return nil }
        return try prospect(ofLeg: leg)
    }
}

extension ReferralCase {
    /// What is stored of a prospect, as a case.
    public init(_ row: ProspectRow, legs: [ReferralLeg], urgency: Urgency) {
        self.init(
            prospect: row.id, ref: row.ref, legs: legs, closure: row.closedAs.map { Closure($0, at: row.statusAt) },
            original: row.original, urgency: urgency, acceptedAt: row.acceptedAt)
    }

    fileprivate var journalForm: JSONValue {
        .compact([
            ("status", .string(status.rawValue)),
            ("legs", legs.isEmpty ? nil : .array(legs.map { .string("\($0.hop) \($0.to) \($0.state.rawValue)") })),
        ])
    }
}

extension ChangeRow {
    /// What was answered the first time.
    fileprivate var firstVerdict: ChangeVerdict {
        switch verdict {
        case .applied: .applied([])
        case .stored, .dismissed: .stored(why.flatMap(NotApplied.init) ?? .noLeg)
        }
    }
}

extension NotApplied {
    /// As it is kept beside the change.
    public var code: String {
        switch self {
        case .transition(let from, let to): "transition \(from.rawValue) \(to.rawValue)"
        case .late(let known): "late \(known.milliseconds)"
        case .noLeg: "no-leg"
        }
    }

    init?(code: String) {
        let words = code.split(separator: " ").map(String.init)
        switch (words.first, words.count) {
        case ("transition", 3):
            guard let from = ReferralState(rawValue: words[1]), let to = ReferralState(rawValue: words[2]) else {
                return nil
            }
            self = .transition(from: from, to: to)
        case ("late", 2):
            guard let known = Int64(words[1]) else { return nil }
            self = .late(known: Instant(milliseconds: known))
        case ("no-leg", 1): self = .noLeg
        case (_, _): return nil
        }
    }
}
