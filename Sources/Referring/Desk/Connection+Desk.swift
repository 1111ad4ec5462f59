public import Hashing
public import Model
public import Storing
import Text

// What a squad does with its prospects. Every act is one entry of the journal, in the transaction of the change; call it
// inside `Store.write`. A refusal changes nothing.

extension Connection {
    /// Sends a prospect to an agency; of a group, every member that is not over and not there.
    ///
    /// - Parameters:
    ///   - manner: what becomes of the agencies that have it.
    ///   - isAgain: also where that door was tried.
    ///   - why: why names may leave PERKESO before the person agrees; 10 to 500 characters.
    /// - Returns: the prospects that were sent, as they are now.
    public func send(
        _ row: ProspectRow, to agency: String, as manner: SendingManner = .alone, isAgain: Bool = false,
        overriding why: String? = nil, by author: Author, at now: Instant,
        makeID: (Instant) -> UUIDv7 = { UUIDv7(at: $0, random: randomBytes(10)) }
    ) throws(StoreError) -> Result<[ProspectRow], SendingProblem> {
        guard row.members > 0 else {
            return try sendOne(row, to: agency, manner, isAgain, why, by: author, at: now, makeID).map { [$0] }
        }
        var sent: [ProspectRow] = []
        var first: SendingProblem?
        for member in try members(of: row.lead) {
            switch try sendOne(member, to: agency, manner, isAgain, why, by: author, at: now, makeID) {
            case .success(let row): sent.append(row)
            case .failure(let problem): first = first ?? problem
            }
        }
        return first.flatMap { sent.isEmpty ? .failure($0) : nil } ?? .success(sent)
    }

    private func sendOne(
        _ row: ProspectRow, to agency: String, _ manner: SendingManner, _ isAgain: Bool, _ why: String?,
        by author: Author, at now: Instant, _ makeID: (Instant) -> UUIDv7
    ) throws(StoreError) -> Result<ProspectRow, SendingProblem> {
        if row.isWithdrawn { return .failure(.notAccepted) }
        if row.sentAt == nil, row.sendsAt > now { return .failure(.held(until: row.sendsAt)) }
        guard agency == perkeso || row.consent.allows || row.edits.override != nil || why != nil else {
            return .failure(.needsConsent(agency: agency))
        }
        return try change(row, "referral.send", by: author, at: now) { referral throws(SendingProblem) in
            try referral.send(to: agency, as: manner, isAgain: isAgain, id: AnyUUID(makeID(now)), at: now)
        } also: { db throws(StoreError) in
            guard let why, agency != perkeso, !row.consent.allows else { return }
            var edits = row.edits
            edits.override = .init(by: author.actor, at: now, why: why)
            try db.setEdits(edits, prospect: row.id, at: now)
        }
    }

    /// Takes a prospect back, with what is open of its legs.
    public func withdraw(
        _ row: ProspectRow, because reason: ReferralReason, by author: Author, at now: Instant
    ) throws(StoreError) -> Result<ProspectRow, SendingProblem> {
        try change(row, "prospect.withdraw", by: author, at: now) { referral throws(SendingProblem) in
            try referral.withdraw(because: reason, at: now)
        }
    }

    /// Notes what the person says to being passed on. A refusal, or a consent taken back, ends the case; a later consent
    /// opens it again.
    public func setConsent(
        _ consent: Consent, of row: ProspectRow, by author: Author, at now: Instant
    ) throws(StoreError) -> Result<ProspectRow, SendingProblem> {
        let wasStopped = row.consent.status.stops
        return try change(row, "prospect.consent", by: author, at: now) { referral throws(SendingProblem) in
            if consent.status.stops { return referral.decline(at: now) }
            if wasStopped, referral.closure != nil { try referral.reopen(at: now) }
            return []
        } also: { db throws(StoreError) in
            try db.setConsent(consent, prospect: row.id, at: now)
        }
    }

    /// Opens a case again that was over as a whole. What a person has declined needs that person's consent instead.
    public func reopen(
        _ row: ProspectRow, by author: Author, at now: Instant
    ) throws(StoreError) -> Result<ProspectRow, SendingProblem> {
        if row.isWithdrawn { return .failure(.notAccepted) }
        if row.consent.status.stops { return .failure(.closed(.declined)) }
        return try change(row, "prospect.reopen", by: author, at: now) { referral throws(SendingProblem) in
            try referral.reopen(at: now)
            return []
        }
    }

    /// Asks the agencies that have it again.
    public func nudge(
        _ row: ProspectRow, by author: Author, at now: Instant
    ) throws(StoreError) -> Result<ProspectRow, SendingProblem> {
        try change(row, "referral.nudge", by: author, at: now) { referral throws(SendingProblem) in
            let reminded = referral.nudge(at: now)
            guard !reminded.isEmpty else { throw .nobodyHasIt }
            return reminded
        }
    }

    /// Lets a prospect leave no earlier than `time`; now or before releases it.
    public func hold(
        _ row: ProspectRow, until time: Instant, by author: Author, at now: Instant
    ) throws(StoreError) -> Result<ProspectRow, SendingProblem> {
        if row.isWithdrawn { return .failure(.notAccepted) }
        if row.sentAt != nil { return .failure(.hasLeft) }
        let verb = time > now ? "prospect.hold" : "prospect.release"
        return try change(row, verb, by: author, at: now) { _ throws(SendingProblem) in
            []
        } also: {
            db throws(StoreError) in
            try db.setSendsAt(time, prospect: row.id, at: now)
            for member in row.members > 0 ? try db.members(of: row.lead) : [] where member.sentAt == nil {
                try db.setSendsAt(time, prospect: member.id, at: now)
            }
        }
    }

    /// Keeps what a person has written of one prospect alone.
    public func setEdits(
        _ edits: ProspectEdits, of row: ProspectRow, by author: Author, at now: Instant
    ) throws(StoreError) {
        try setEdits(edits, prospect: row.id, at: now)
        try append(
            JournalDraft(
                at: now, by: author, verb: "prospect.edit",
                targets: [
                    JournalTarget(
                        lead: row.lead, other: row.ref.description, before: .object([]),
                        after: ["edits": .string(try seal(of: edits))])
                ]))
    }

    /// Makes a group of a case: each person that the lead tells of becomes a prospect with its own reference and its own
    /// legs. From then on the members are sent, and the case as a whole is not, so that nobody counts twice.
    public func split(
        _ row: ProspectRow, by author: Author, at now: Instant,
        makeID: (Instant) -> UUIDv7 = { UUIDv7(at: $0, random: randomBytes(10)) }
    ) throws(StoreError) -> Result<[ProspectRow], SendingProblem> {
        guard row.member == 0, row.members == 0, row.sentAt == nil, !row.isWithdrawn,
            let lead = try lead(row.lead, at: now)
        else { return .failure(.cannotBeSplit) }
        let persons = lead.identification.persons.filter(\.role.isAffected)
        guard persons.count > 1, persons.count <= 99 else { return .failure(.cannotBeSplit) }
        let members = try split(row, into: persons, at: now) { makeID(now) }
        try append(
            JournalDraft(
                at: now, by: author, verb: "prospect.split",
                targets: [
                    JournalTarget(
                        lead: row.lead, other: row.ref.description, before: .object([]),
                        after: ["members": .array(members.map { .string($0.ref.description) })])
                ]))
        return .success(members)
    }

    /// One change of a case with its entry: the case's own part first, then what is kept beside it.
    private func change(
        _ row: ProspectRow, _ verb: String, by author: Author, at now: Instant,
        _ step: (inout ReferralCase) throws(SendingProblem) -> [ReferralLeg],
        also more: (Connection) throws(StoreError) -> Void = { _ in }
    ) throws(StoreError) -> Result<ProspectRow, SendingProblem> {
        guard var referral = try referralCase(row) else {
            throw .constraint("prospect \(row.ref) has no lead")
        }
        let before = referral
        let legs: [ReferralLeg]
        do { legs = try step(&referral) } catch { return .failure(error) }
        try keep(legs, of: referral, row, verb: verb, before: before, by: author, at: now)
        try more(self)
        guard let after = try prospect(row.id) else { throw .constraint("prospect \(row.ref) is gone") }
        return .success(after)
    }
}

/// Inside it names may be known before the person was asked (contract, question 4).
private let perkeso = "PERKESO"

extension Consent {
    /// Whether names may leave PERKESO.
    var allows: Bool { status == .given || status == .notRequired }
}
