import Model
import Referring
import Reviewing
import Storing
import Terminal

/// What an agency gave back: the squad has to find another door, because somebody waits there.
struct ReturnedCase: Hashable, Sendable {
    var ref: ProspectRef
    /// Who gave it back.
    var agency: String
    var state: ReferralState
    var reason: ReferralReason?
    /// For the next agency; personal data.
    var note: String?
    /// Every agency that had it, in the order in which it was tried.
    var tried: [String]

    /// Such as `JKM: Not eligible, not covered "tiada rekod". Tried: PERKESO, JKM`.
    func words(in language: ScreenLanguage) -> String {
        let said = [state.label(in: language), reason?.label(in: language)].compactMap(\.self).joined(separator: ", ")
        let quote = note.map { " \"\($0)\"" } ?? ""
        return "\(agency): \(said)\(quote). " + language.phrase("Tried: ", "Telah dicuba: ")
            + tried.joined(separator: ", ")
    }

    /// What an agency wrote may tell who is protected.
    func veiled(_ isProtected: Bool) -> ReturnedCase {
        var veiled = self
        if isProtected { veiled.note = nil }
        return veiled
    }

    /// Programmes of agencies that did not have it yet.
    func doorsLeft(in suggestions: [Suggestion]) -> [Suggestion] {
        suggestions.filter { !tried.contains($0.agency.code) }
    }
}

extension Connection {
    /// nil where no agency has given this lead back.
    func returnedCase(of lead: LeadID, at now: Instant) throws(StoreError) -> ReturnedCase? {
        guard try isReturned(lead, at: now), let head = try prospect(of: lead) else { return nil }
        for row in [head] + (try members(of: lead)) {
            let legs = try legs(of: row.id)
            guard let last = legs.last(where: { ReferralState.returnedToSquad.contains($0.state) }),
                ReferralCase(row, legs: legs, urgency: .routine).status == last.state
            else { continue }
            return ReturnedCase(
                ref: head.ref, agency: last.to, state: last.state, reason: last.reason, note: last.note,
                tried: ReferralCase(row, legs: legs, urgency: .routine).doorsTried)
        }
        return nil
    }
}

extension ReviewDesk {
    /// Sends what came back to another agency, and lets it go.
    ///
    /// - Returns: what is said of it.
    /// - Throws: `CommandFailure` where there is no such agency, or it cannot be sent there; nothing was changed then.
    func passOn(_ id: LeadID, to agency: String) async throws -> Message {
        try await context.require(.refer)
        let code = try await context.agency(agency).code
        let (author, now) = (context.author, context.now)
        let result = try await store.write { db -> (ProspectRow, Result<[ProspectRow], SendingProblem>)? in
            guard let row = try db.prospect(of: id) else { return nil }
            let result = try db.send(row, to: code, by: author, at: now)
            if case .success = result { try db.endReading(of: id, by: author.actor, at: now) }
            return (row, result)
        }
        guard let (row, sent) = result else { throw CommandFailure(.prospectNotFound("\(id)")) }
        switch sent {
        case .success: return .referralSent(row.ref, to: code)
        case .failure(let problem): throw CommandFailure(Message(problem, row.ref))
        }
    }
}
